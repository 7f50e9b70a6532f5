/** Every event of a decision as the sentence an auditor reads. */

import type { Attribution } from '../corrections.ts';
import { never, stated } from '../decider.ts';
import {
  attributionCorrected,
  ifGiven,
  quote,
  sayAuthority,
  sayCorrection,
  sayDue,
  sayDueDate,
  sayLead,
  sayLeadName,
  sayList,
  sayReason,
  sayReviewDay,
  tell,
} from '../narrative.ts';
import type { Authority, DocumentId, Names } from '../primitives.ts';
import { type DueFields, dueFrom, leadFrom } from '../recommendation/action-fields.ts';
import {
  CLOSURES,
  CODES,
  LAYERS_SAID,
  sayDocument,
  sayForum,
  sayLetter,
  sayLevel,
  sayPartners,
  saySupporters,
} from '../recommendation/recommendation.narrative.ts';
import { type ChangeFields, LEAD } from './change-fields.ts';
import type { AssignActionChange, DecisionChange, RecordPositionChange } from './decision.changes.ts';
import type { DecisionAbout, DecisionEvent, DecisionEventOf, DecisionFields, Supersession } from './decision.events.ts';

export function narrateDecision(event: DecisionEvent, names: Names): string {
  const who = sayAuthority(event.data.decidedBy, names);
  switch (event.type) {
    case 'DecisionRecorded': {
      const { number, outcome, alternatives, reasons, meeting, document, decidedBy, deciderNotKnown, about, changes } =
        event.data;
      const title = ifGiven(event.data.title, (words) => ` (${quote(words)})`) ?? '';
      const at = ifGiven(meeting, (id) => ` at ${names('meeting', id)}`) ?? '';
      const taken = isNamed(decidedBy)
        ? `${who} took decision ${number}${title}`
        : `decision ${number}${title} was taken`;
      return tell(
        event.data,
        `${taken}${at}: ${quote(outcome)}`,
        sayStated(document, names),
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
        ['the document that states it', was.document, is.document],
        ['the decider', was.decider, is.decider],
        ...attributionCorrected(datedAndMarked(event.data.was), datedAndMarked(event.data.is), names),
        ['what it is about', was.about, is.about],
      );
      return tell(
        event.data,
        `${who} corrected what is recorded of the decision: ${changes}${sayReason(event.data.reason)}`,
      );
    }
    case 'DecisionRetracted':
      return tell(
        event.data,
        `${who} retracted the decision as recorded in error${sayReason(event.data.reason)}`,
        'nothing is carried out for it',
      );
    case 'ChangeCarriedOut':
      return tell(event.data, `${who} carried out ${sayPlace(event.data)} of the decision`);
    case 'ChangeRefused':
      return tell(
        event.data,
        `${who} could not carry out ${sayPlace(event.data)} of the decision: ${quote(event.data.sentence)}`,
        'it waits until somebody corrects it, has it tried again or drops it',
      );
    case 'ChangeRetried':
      return tell(
        event.data,
        `${who} had ${sayPlace(event.data)} of the decision tried again${sayReason(event.data.reason)}`,
      );
    case 'ChangeCorrected': {
      const { was, is, reason } = event.data;
      const corrected = `${who} corrected ${sayPlace(event.data)} of the decision`;
      if (was.kind !== is.kind) {
        const [before, after] = [sayChange(was, names), sayChange(is, names)];
        return tell(event.data, `${corrected}${sayReason(reason)}`, `it was that ${before}`, `it is that ${after}`);
      }
      return tell(event.data, `${corrected}: ${sayCorrection(...changeCorrected(was, is, names))}${sayReason(reason)}`);
    }
    case 'ChangeDropped':
      return tell(
        event.data,
        `${who} dropped ${sayPlace(event.data)} of the decision${sayReason(event.data.reason)}`,
        'it will not be carried out',
      );
    case 'ChangeDropRetracted': {
      const { was, reason } = event.data;
      return tell(
        event.data,
        `${who} retracted the drop of ${sayPlace(event.data)} of the decision${sayWas(was.reason, undefined, names)}${sayReason(reason)}`,
        'it waits again until somebody corrects it, has it tried again or drops it',
      );
    }
    case 'ReconsiderationOpened':
      return tell(event.data, sayReconsideration(event.data, names), 'it stays in force meanwhile');
    case 'ReconsiderationRetracted': {
      const { was, reason } = event.data;
      return tell(
        event.data,
        `${who} retracted the reconsideration of the decision${sayWas(was.words, was.document, names)}${sayReason(reason)}`,
        'it is in force and is not being reconsidered',
      );
    }
    case 'DecisionReaffirmed': {
      const { decidedBy, reason, document } = event.data;
      const reaffirmed = isNamed(decidedBy) ? `${who} reaffirmed the decision` : 'the decision was reaffirmed';
      return tell(event.data, `${reaffirmed}${sayReason(reason)}`, sayStated(document, names));
    }
    case 'ReaffirmationRetracted': {
      const { was, reason } = event.data;
      return tell(
        event.data,
        `${who} retracted the reaffirmation of the decision${sayWas(was.reason, was.document, names)}${sayReason(reason)}`,
        'it is being reconsidered again',
      );
    }
    case 'DecisionSuperseded': {
      const { decidedBy, reason, document } = event.data;
      const end = `${saySuccessor(event.data, names)}${sayReason(reason)}`;
      return tell(
        event.data,
        isNamed(decidedBy) ? `${who} superseded the decision${end}` : `the decision is superseded${end}`,
        sayStated(document, names),
        'it is no longer in force',
      );
    }
    case 'SupersessionRetracted': {
      const { was, reason } = event.data;
      return tell(
        event.data,
        `${who} retracted the supersession of the decision${saySuccessor(was, names)}${sayWas(was.reason, was.document, names)}${sayReason(reason)}`,
        'it stands where it stood before',
      );
    }
    default:
      return never(event);
  }
}

/** The words are the source's, never those of whoever recorded them. */
function sayReconsideration(
  { decidedBy, words, document }: DecisionEventOf<'ReconsiderationOpened'>['data'],
  names: Names,
) {
  const source = ifGiven(document, (id) => `${names('document', id)} says`) ?? 'the source says';
  const under = isNamed(decidedBy) ? ` by ${sayAuthority(decidedBy, names)}` : '';
  return `the decision is being reconsidered${under}; ${source} ${quote(words)}`;
}

function sayStated(document: DocumentId | undefined, names: Names): string | undefined {
  return ifGiven(document, (id) => `${names('document', id)} states it`);
}

/** What a step said that is retracted now. */
function sayWas(words: string, document: DocumentId | undefined, names: Names): string {
  return ` (${[quote(words), ...(document === undefined ? [] : [names('document', document)])].join(', ')})`;
}

function saySuccessor({ by }: Supersession, names: Names): string {
  return ifGiven(by, (id) => ` by decision ${names('decision', id)}`) ?? '';
}

function isNamed(decider: Authority | undefined): decider is Authority {
  return decider !== undefined && Object.keys(decider).length > 0;
}

function sayPlace({ change }: { readonly change: number }): string {
  return `change ${String(change)}`;
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
      if (code === undefined) {
        return `${LAYERS_SAID[layer]} says of ${saySubject(change, names)} ${quote(words)}${limits}${sayReason(reason)}`;
      }
      return `${saySubject(change, names)} is ${CODES[code]} by ${LAYERS_SAID[layer]}, in the words ${quote(words)}${limits}${sayReason(reason)}`;
    }
    case 'assignAction': {
      const lead = leadFrom(change);
      const due = dueFrom(change);
      const clauses = [
        'refused' in lead ? 'its lead is not clear' : sayLead(lead, names),
        'refused' in due ? `its date is ${notClear(change)}` : sayDue(due),
        'refused' in due ? undefined : ifGiven(sayReviewDay(due), (day) => `to be looked at by ${day}`),
      ].filter((clause) => clause !== undefined);
      return `the action ${quote(change.title)} is assigned for ${saySubject(change, names)} (${clauses.join('; ')})`;
    }
    case 'changeDueDate': {
      const due = dueFrom(change);
      const to = 'refused' in due ? `a date that is ${notClear(change)}` : sayDueDate(due);
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

/** As it was given, because that is what somebody has to put right. */
function notClear({ dueOn, reviewBy, dueAsPrinted }: DueFields): string {
  const given = [dueOn, reviewBy, dueAsPrinted].filter((words) => words !== undefined).map(quote);
  return `not clear${given.length === 0 ? '' : ` (${given.join(', ')})`}`;
}

/** Both values of each field, in the words in which the same is told of what the change makes. */
function changeCorrected(was: DecisionChange, is: DecisionChange, names: Names) {
  const fields = (change: DecisionChange) => {
    const { recommendation, action, escalation, level, layer, code, words, qualifiers, reason, ...of } =
      change as ChangeFields;
    const due = [of.dueOn, of.dueNoneGiven, of.reviewBy, of.dueAsPrinted].some((given) => given !== undefined)
      ? dueFrom(of)
      : undefined;
    const lead = LEAD.some((field) => of[field] !== undefined) ? leadFrom(of) : undefined;
    return {
      recommendation: ifGiven(recommendation, (id) => names('recommendation', id)),
      action: ifGiven(action, (id) => names('action', id)),
      escalation: ifGiven(escalation, (id) => names('escalation', id)),
      title: ifGiven(of.title, quote),
      subPart: sayLetter(of.subPart),
      layer: ifGiven(layer, (speaker) => LAYERS_SAID[speaker]),
      level,
      code: ifGiven(code, (one) => ({ ...CODES, ...CLOSURES })[one]),
      words: ifGiven(words, quote),
      qualifiers: qualifiers && sayList(qualifiers.map(quote)),
      reason: ifGiven(reason, quote),
      lead: ifGiven(lead, (one) => ('refused' in one ? 'not clear' : sayLeadName(one, names))),
      support: saySupporters(of, names),
      partnership: sayPartners(of, names),
      forum: sayForum(of, names),
      due: ifGiven(due, (one) => ('refused' in one ? notClear(of) : sayDueDate(one))),
      document: sayDocument(of.document, names),
    };
  };
  const [before, after] = [fields(was), fields(is)];
  return (Object.keys(FIELDS_SAID) as (keyof typeof FIELDS_SAID)[]).map(
    (field) => [FIELDS_SAID[field], before[field], after[field]] as const,
  );
}

const FIELDS_SAID = {
  recommendation: 'the recommendation',
  action: 'the action',
  escalation: 'the escalation',
  title: 'the title',
  subPart: 'the sub-part',
  layer: 'the layer',
  level: 'the level',
  code: 'the code',
  words: 'the wording',
  qualifiers: 'the qualification',
  reason: 'the reason given',
  lead: 'the lead',
  support: 'the support',
  partnership: 'the partnership',
  forum: 'the forum',
  due: 'the due date',
  document: 'the document',
} as const;

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

/** What is corrected like that of any item; the decider of a decision may be not known. */
function datedAndMarked({ effectiveOn, illustration }: Partial<DecisionFields>): Partial<Attribution> {
  return stated({ effectiveOn, illustration });
}

/** Each field in words, for a correction. */
function sayFields(fields: Partial<DecisionFields>, names: Names) {
  const { title, outcome, alternatives, reasons, meeting, document, decidedBy, deciderNotKnown, about } = fields;
  return {
    title: ifGiven(title, quote),
    outcome: ifGiven(outcome, quote),
    alternatives: alternatives && sayList(alternatives.map(quote)),
    reasons: ifGiven(reasons, quote),
    meeting: ifGiven(meeting, (id) => names('meeting', id)),
    document: ifGiven(document, (id) => names('document', id)),
    decider: isNamed(decidedBy) ? sayAuthority(decidedBy, names) : ifGiven(deciderNotKnown, () => 'not known'),
    about: about && sayAbout(about, names),
  };
}
