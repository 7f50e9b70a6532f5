/** Every event of an escalation as the sentence an auditor reads. */

import { sayDated } from '../calendar/say-when.ts';
import { never } from '../decider.ts';
import {
  attributionCorrected,
  ifGiven,
  quote,
  sayAuthority,
  sayCorrection,
  sayList,
  sayPost,
  sayReason,
  tell,
} from '../narrative.ts';
import type { Names } from '../primitives.ts';
import { STEP_WORDS } from './retract-escalation-step.ts';
import type {
  AnswerBy,
  EscalationAbout,
  EscalationEvent,
  EscalationFields,
  EscalationOrigin,
  EscalationTarget,
} from './escalation.events.ts';

export function narrateEscalation(event: EscalationEvent, names: Names): string {
  const who = sayAuthority(event.data.decidedBy, names);
  const number = (id: string): string => names('decision', id);
  const cited = (id: string): string => names('document', id);
  const statedIn = ({ document }: { readonly document?: string }) =>
    ifGiven(document, (id) => `${cited(id)} states it`);
  switch (event.type) {
    case 'EscalationRaised': {
      const { question, origin, about, to, answerBy, tier, nextTierCondition } = event.data;
      return tell(
        event.data,
        `${who} recorded an escalation ${sayOrigin(origin, names)} to ${sayTarget(to, names)}, at tier ${String(tier)}: ${quote(question)}`,
        `it is about ${sayAbout(about, names)}`,
        sayAnswerBy(answerBy),
        ifGiven(nextTierCondition, sayCondition),
        statedIn(event.data),
      );
    }
    case 'EscalationTakenUp':
      return tell(event.data, `${who} took the escalation up`, statedIn(event.data));
    case 'EscalationAnswered': {
      const { words, decision: answer, decidedBy } = event.data;
      return tell(
        event.data,
        `${who} answered the escalation: ${quote(words)}`,
        // Under a decision, the sentence has named it already.
        answer === decidedBy.decision ? undefined : ifGiven(answer, (id) => `the answer is decision ${number(id)}`),
        statedIn(event.data),
      );
    }
    case 'EscalationReturned':
      return tell(
        event.data,
        `${who} returned the escalation without an answer${sayReason(event.data.reason)}`,
        statedIn(event.data),
      );
    case 'EscalationNotPursued':
      return tell(
        event.data,
        `${who} decided not to pursue the escalation${sayReason(event.data.reason)}`,
        statedIn(event.data),
      );
    case 'EscalatedToNextTier': {
      const { fromTier, tier, from, to, condition, reason, answerBy, nextTierCondition } = event.data;
      return tell(
        event.data,
        `${who} took the escalation from tier ${String(fromTier)}, ${sayTarget(from, names)}, to tier ${String(tier)}, ${sayTarget(to, names)}${sayReason(reason)}`,
        condition === undefined ? 'no condition for it stood' : `the condition for it was ${quote(condition)}`,
        ifGiven(answerBy, sayAnswerBy),
        ifGiven(nextTierCondition, sayCondition),
        statedIn(event.data),
      );
    }
    case 'NextTierDecidedAgainst': {
      const { tier, condition, reason } = event.data;
      return tell(
        event.data,
        `${who} decided not to take the escalation beyond tier ${String(tier)}${sayReason(reason)}`,
        ifGiven(condition, (words) => `the condition for the next tier was ${quote(words)}`),
        statedIn(event.data),
      );
    }
    case 'EscalationCorrected': {
      const { reason } = event.data;
      const was = sayFields(event.data.was, names);
      const is = sayFields(event.data.is, names);
      const changes = sayCorrection(
        ['the question', was.question, is.question],
        ['the origin', was.origin, is.origin],
        ['what it is about', was.about, is.about],
        ['the addressee', was.to, is.to],
        ['the date for an answer', was.answerBy, is.answerBy],
        ['the tier', was.tier, is.tier],
        ['the condition for the next tier', was.condition, is.condition],
        ['the document that states it', was.document, is.document],
        ...attributionCorrected(event.data.was, event.data.is, names),
      );
      return tell(event.data, `${who} corrected the escalation: ${changes}${sayReason(reason)}`);
    }
    case 'EscalationAnswerCorrected': {
      const { was, is, reason } = event.data;
      const changes = sayCorrection(
        ['the wording', quote(was.words), quote(is.words)],
        ['the decision', ifGiven(was.decision, number), ifGiven(is.decision, number)],
        ['the document that states it', ifGiven(was.document, cited), ifGiven(is.document, cited)],
        ...attributionCorrected(was, is, names),
      );
      return tell(event.data, `${who} corrected the answer to the escalation: ${changes}${sayReason(reason)}`);
    }
    case 'EscalationStepRetracted': {
      const { step, stands, reason } = event.data;
      const { status, tier, to, nextTierDecidedAgainst } = stands;
      return tell(
        event.data,
        `${who} retracted ${STEP_WORDS[step]}${sayReason(reason)}`,
        `it stands again as ${status === 'raised' ? 'raised' : 'taken up'}, at tier ${String(tier)}, put to ${sayTarget(to, names)}`,
        ifGiven(nextTierDecidedAgainst, (why) => `that the next tier is not asked stands too${sayReason(why)}`),
      );
    }
    case 'EscalationRetracted':
      return tell(event.data, `${who} retracted the escalation${sayReason(event.data.reason)}`);
    default:
      return never(event);
  }
}

/** Each field in words, where it is corrected. */
function sayFields(fields: Partial<EscalationFields>, names: Names) {
  const { question, origin, about, to, answerBy, tier, nextTierCondition, document } = fields;
  return {
    question: ifGiven(question, quote),
    origin: ifGiven(origin, (from) => sayPlace(from, names) ?? 'not stated'),
    about: ifGiven(about, (things) => sayAbout(things, names)),
    to: ifGiven(to, (target) => sayTarget(target, names)),
    answerBy: ifGiven(answerBy, sayAnswerDate),
    tier: ifGiven(tier, String),
    condition: ifGiven(nextTierCondition, quote),
    document: ifGiven(document, (id) => names('document', id)),
  };
}

/** "from MARTOM of 14 January 2026", "(origin not stated)". */
function sayOrigin(origin: EscalationOrigin, names: Names): string {
  const place = sayPlace(origin, names);
  return place === undefined ? '(origin not stated)' : `from ${place}`;
}

function sayPlace(origin: EscalationOrigin, names: Names): string | undefined {
  switch (origin.kind) {
    case 'meeting':
      return names('meeting', origin.meeting);
    case 'series':
      return names('series', origin.series);
    case 'post':
      return sayPost(origin.post, names);
    case 'notStated':
      return undefined;
  }
}

function sayTarget(target: EscalationTarget, names: Names): string {
  switch (target.kind) {
    case 'series':
      return names('series', target.series);
    case 'body':
      return names('body', target.body);
    case 'posts': {
      const outside = target.outside === undefined ? [] : [quote(target.outside)];
      return String(sayList([...target.posts.map((post) => sayPost(post, names)), ...outside]));
    }
    case 'outside':
      return quote(target.words);
  }
}

function sayAbout({ recommendations, subParts, actions }: EscalationAbout, names: Names): string {
  const things = [
    ...recommendations.map((id) => names('recommendation', id)),
    ...subParts.map(
      ({ recommendation, letter }) => `sub-part (${letter}) of ${names('recommendation', recommendation)}`,
    ),
    ...actions.map((id) => `action ${names('action', id)}`),
  ];
  return String(sayList(things));
}

function sayAnswerBy(answerBy: AnswerBy): string {
  return answerBy.kind === 'noneGiven'
    ? 'no date for an answer was given'
    : `an answer is asked for ${sayAnswerDate(answerBy)}`;
}

/** "by 30 April 2026", "by the end of 2026", "by a date not known", or "no date". */
function sayAnswerDate(answerBy: AnswerBy): string {
  if (answerBy.kind === 'noneGiven') return 'no date';
  const { date } = answerBy;
  if (date.precision === 'unknown') return 'by a date not known';
  return date.precision === 'year' ? `by the end of ${String(date.from).slice(0, 4)}` : `by ${sayDated(date)}`;
}

function sayCondition(condition: string): string {
  return `the next tier is asked on a condition: ${quote(condition)}`;
}
