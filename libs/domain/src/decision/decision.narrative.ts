/** Every event of a decision as the sentence an auditor reads. */

import { sayDated } from '../calendar/say-when.ts';
import { never } from '../decider.ts';
import {
  ifGiven,
  quote,
  sayAuthority,
  sayCorrection,
  sayDue,
  sayDueDate,
  sayLead,
  sayList,
  sayReason,
  sayReviewDay,
  tell,
} from '../narrative.ts';
import type { Authority, Names } from '../primitives.ts';
import { dueFrom, leadFrom } from '../recommendation/action-fields.ts';
import { CLOSURES, CODES, LAYERS_SAID, sayLevel } from '../recommendation/recommendation.narrative.ts';
import type { AssignActionChange, DecisionChange, RecordPositionChange } from './decision.changes.ts';
import type { DecisionAbout, DecisionEvent, DecisionFields } from './decision.events.ts';

export function narrateDecision(event: DecisionEvent, names: Names): string {
  const who = sayAuthority(event.data.decidedBy, names);
  switch (event.type) {
    case 'DecisionRecorded': {
      const { number, outcome, alternatives, reasons, meeting, decidedBy, deciderNotKnown, about, changes } =
        event.data;
      const title = ifGiven(event.data.title, (words) => ` (${quote(words)})`) ?? '';
      const at = ifGiven(meeting, (id) => ` at ${names('meeting', id)}`) ?? '';
      const taken = isNamed(decidedBy)
        ? `${who} took decision ${number}${title}`
        : `decision ${number}${title} was taken`;
      return tell(
        event.data,
        `${taken}${at}: ${quote(outcome)}`,
        deciderNotKnown ? 'who decided is not known' : undefined,
        ifGiven(sayList(alternatives.map(quote)), (list) => `the alternatives were ${list}`),
        ifGiven(reasons, (words) => `the reasons given are ${quote(words)}`),
        ifGiven(sayAbout(about, names), (list) => `it is about ${list}`),
        ifGiven(sayChanges(changes, names), (list) => `it changes this: ${list}`),
      );
    }
    case 'DecisionCorrected': {
      const was = sayFields(event.data.was, names);
      const is = sayFields(event.data.is, names);
      const changes = sayCorrection(
        ['the title', was.title, is.title],
        ['the outcome', was.outcome, is.outcome],
        ['the list of alternatives', was.alternatives, is.alternatives],
        ['the reasoning', was.reasons, is.reasons],
        ['the meeting', was.meeting, is.meeting],
        ['the decider', was.decider, is.decider],
        ['the date', was.effectiveOn, is.effectiveOn],
        ['what it is about', was.about, is.about],
      );
      return tell(
        event.data,
        `${who} corrected what is recorded of the decision: ${changes}${sayReason(event.data.reason)}`,
      );
    }
    case 'ChangeCarriedOut':
      return tell(event.data, `${who} carried out ${sayChangeNumber(event.data.change)} of the decision`);
    case 'ChangeRefused':
      return tell(
        event.data,
        `${who} could not carry out ${sayChangeNumber(event.data.change)} of the decision: ${quote(event.data.sentence)}`,
        'it waits until somebody has it tried again or drops it',
      );
    case 'ChangeRetried':
      return tell(
        event.data,
        `${who} had ${sayChangeNumber(event.data.change)} of the decision tried again${sayReason(event.data.reason)}`,
      );
    case 'ChangeDropped':
      return tell(
        event.data,
        `${who} dropped ${sayChangeNumber(event.data.change)} of the decision${sayReason(event.data.reason)}`,
        'it will not be carried out',
      );
    case 'ReconsiderationOpened':
      return tell(
        event.data,
        `${who} recorded that the decision is being reconsidered: ${quote(event.data.words)}`,
        'it stays in force meanwhile',
      );
    case 'DecisionReaffirmed':
      return tell(event.data, `${who} reaffirmed the decision${sayReason(event.data.reason)}`);
    case 'DecisionSuperseded': {
      const { by, reason } = event.data;
      const successor = ifGiven(by, (id) => ` by decision ${names('decision', id)}`) ?? '';
      return tell(
        event.data,
        `${who} recorded that the decision is superseded${successor}${sayReason(reason)}`,
        'it is no longer in force',
      );
    }
    default:
      return never(event);
  }
}

function isNamed(decider: Authority | undefined): decider is Authority {
  return decider !== undefined && Object.keys(decider).length > 0;
}

/** Changes are counted from 1 for people. */
function sayChangeNumber(index: number): string {
  return `change (${String(index + 1)})`;
}

function sayChanges(changes: readonly DecisionChange[], names: Names): string | undefined {
  if (changes.length === 0) return undefined;
  return changes.map((change, index) => `(${String(index + 1)}) ${sayChange(change, names)}`).join('; ');
}

function sayChange(change: DecisionChange, names: Names): string {
  switch (change.kind) {
    case 'recordPosition': {
      const { code, layer, words, qualifiers = [], reason } = change;
      const limits = ifGiven(sayList(qualifiers.map(quote)), (list) => `, qualified by ${list}`) ?? '';
      return `${saySubject(change, names)} is ${CODES[code]} by ${LAYERS_SAID[layer]}, in the words ${quote(words)}${limits}${sayReason(reason)}`;
    }
    case 'assignAction': {
      const lead = leadFrom(change);
      const due = dueFrom(change);
      const clauses = [
        'refused' in lead ? 'its lead is not clear' : sayLead(lead, names),
        'refused' in due ? 'its date is not clear' : sayDue(due),
        'refused' in due ? undefined : ifGiven(sayReviewDay(due), (day) => `to be looked at by ${day}`),
      ].filter((clause) => clause !== undefined);
      return `the action ${quote(change.title)} is assigned for ${saySubject(change, names)} (${clauses.join('; ')})`;
    }
    case 'changeDueDate': {
      const due = dueFrom(change);
      const to = 'refused' in due ? 'a date that is not clear' : sayDueDate(due);
      return `the due date of action ${names('action', change.action)} becomes ${to}${sayReason(change.reason)}`;
    }
    case 'completeAction': {
      const said = ifGiven(change.words, (words) => `, in the words ${quote(words)}`) ?? '';
      return `action ${names('action', change.action)} is complete${said}`;
    }
    case 'withdrawAction':
      return `action ${names('action', change.action)} is withdrawn${sayReason(change.reason)}`;
    case 'closeRecommendation': {
      const { recommendation, code, reason } = change;
      return `${names('recommendation', recommendation)} is closed as ${CLOSURES[code]}, ${sayLevel(change)}${sayReason(reason)}`;
    }
    case 'reopenRecommendation':
      return `${names('recommendation', change.recommendation)} is reopened${sayReason(change.reason)}`;
    case 'answerEscalation':
      return `the escalation ${names('escalation', change.escalation)} is answered: ${quote(change.words)}`;
    default:
      return never(change);
  }
}

function saySubject(change: RecordPositionChange | AssignActionChange, names: Names): string {
  const name = names('recommendation', change.recommendation);
  return change.subPart === undefined ? name : `sub-part (${change.subPart}) of ${name}`;
}

function sayAbout({ recommendations, actions, escalations }: DecisionAbout, names: Names): string | undefined {
  return sayList([
    ...recommendations.map((id) => names('recommendation', id)),
    ...actions.map((id) => `action ${names('action', id)}`),
    ...escalations.map((id) => `the escalation ${names('escalation', id)}`),
  ]);
}

/** Each field in words, for a correction. */
function sayFields(fields: Partial<DecisionFields>, names: Names) {
  const { title, outcome, alternatives, reasons, meeting, decidedBy, deciderNotKnown, effectiveOn, about } = fields;
  return {
    title: ifGiven(title, quote),
    outcome: ifGiven(outcome, quote),
    alternatives: alternatives && sayList(alternatives.map(quote)),
    reasons: ifGiven(reasons, quote),
    meeting: ifGiven(meeting, (id) => names('meeting', id)),
    decider: isNamed(decidedBy) ? sayAuthority(decidedBy, names) : ifGiven(deciderNotKnown, () => 'not known'),
    effectiveOn: ifGiven(effectiveOn, sayDated),
    about: about && sayAbout(about, names),
  };
}
