/** Every event of a recommendation as the sentence an auditor reads. */

import { never } from '../decider.ts';
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
  sayOrdinal,
  sayPost,
  sayReason,
  sayReviewDay,
  tell,
} from '../narrative.ts';
import type { DocumentId, Names } from '../primitives.ts';
import { sayDeadline } from '../report/deadline.ts';
import { KIND_WORDS } from '../words.ts';
import { isLater } from './change-due-date.ts';
import type {
  ActionFields,
  Closure,
  ClosureCode,
  ClosureLayer,
  FindingCopy,
  Position,
  PositionCode,
  RecommendationEvent,
  RecommendationEventOf,
} from './recommendation.events.ts';

export function narrateRecommendation(event: RecommendationEvent, names: Names): string {
  const who = sayAuthority(event.data.decidedBy, names);
  const action = (id: string): string => `action ${names('action', id)}`;
  const home = (id: string): string => names('recommendation', id);

  switch (event.type) {
    case 'RecommendationRaised': {
      const { reference, report, body, overseer, copy } = event.data;
      const overseen = overseer === undefined ? '' : `, overseen by ${names('body', overseer)}`;
      const parts = sayList(copy.subParts.map(({ letter, text }) => `(${letter}) ${quote(text)}`));
      return tell(
        event.data,
        `${who} raised ${reference}: ${sayKind(copy)} in ${names('report', report)}, as it falls on ${names('body', body)}${overseen}`,
        `it reads ${quote(copy.text)}`,
        ifGiven(parts, (said) => `it has the sub-parts ${said}`),
        copy.deadline === undefined ? 'no deadline was recorded' : `its deadline is ${sayDeadline(copy.deadline)}`,
      );
    }
    case 'RecommendationCorrected': {
      const { was, is, reason } = event.data;
      const overseer = ({ overseer }: typeof was) => (overseer === undefined ? 'nobody' : names('body', overseer));
      const changes = sayCorrection(
        ['who oversees it', overseer(was), overseer(is)],
        ...attributionCorrected(was, is, names),
      );
      return tell(
        event.data,
        `${who} corrected what is recorded of the recommendation: ${changes}${sayReason(reason)}`,
      );
    }
    case 'ResponsibilityTransferred': {
      const { from, to, reason } = event.data;
      const before = from === undefined ? '' : ` from ${names('body', from)}`;
      return tell(
        event.data,
        `${who} recorded that the oversight of the recommendation passed${before} to ${names('body', to)}${sayReason(reason)}`,
      );
    }
    case 'ResponsibilityTransferRetracted': {
      const { was, stands, reason } = event.data;
      const to = was === undefined ? '' : ` to ${names('body', was)}`;
      return tell(
        event.data,
        `${who} retracted that the oversight of the recommendation passed${to}${sayReason(reason)}`,
        stands === undefined ? 'nobody oversees it, as before' : `${names('body', stands)} oversees it again`,
      );
    }
    case 'RecommendationRaisedInError':
      return tell(
        event.data,
        `${who} recorded that the recommendation was raised in error${sayReason(event.data.reason)}`,
        'nothing more can be recorded in it',
      );
    case 'RaisedInErrorRetracted': {
      const { was, reason } = event.data;
      return tell(
        event.data,
        `${who} retracted that the recommendation was raised in error, which had been recorded because ${quote(was)}, with the reason ${quote(reason)}`,
        'it stands as it did before',
      );
    }
    case 'FindingCorrectionAdopted': {
      const { was, is, reason } = event.data;
      const changes = sayCorrection(
        ['the kind', KIND_WORDS[was.kind], KIND_WORDS[is.kind]],
        ['the label', ifGiven(was.label, quote), ifGiven(is.label, quote)],
        ['the text', quote(was.text), quote(is.text)],
        ...sayPartChanges(was, is),
        ['the deadline', sayDeadlineOf(was), sayDeadlineOf(is)],
      );
      return tell(event.data, `${who} took over a correction of the finding: ${changes}${sayReason(reason)}`);
    }
    case 'PositionRecorded': {
      const position = event.data;
      const limits = sayList(position.qualifiers.map(quote));
      return tell(
        event.data,
        `${sayTaken(position)} (${position.reference}): ${quote(position.words)}`,
        ifGiven(limits, (said) => `${sayLimits(position.code)} ${said}`),
        ifGiven(position.reason, (reason) => `the reason given is ${quote(reason)}`),
        `this stands on the authority of ${who}${sayQuotedFrom(position.document, names)}`,
      );
    }
    case 'PositionCorrected': {
      const { was, is, reason, reference } = event.data;
      const changes = sayCorrection(
        ['the layer', LAYERS_SAID[was.layer], LAYERS_SAID[is.layer]],
        ['the part answered', saySubject(was.subPart), saySubject(is.subPart)],
        ['the position', sayCode(was.code, 'told in quoted words'), sayCode(is.code, 'told in quoted words')],
        ['the wording', quote(was.words), quote(is.words)],
        ['the qualification', sayList(was.qualifiers.map(quote)), sayList(is.qualifiers.map(quote))],
        ['the reason given', ifGiven(was.reason, quote), ifGiven(is.reason, quote)],
        ['the document', sayDocument(was.document, names), sayDocument(is.document, names)],
        ...attributionCorrected(was, is, names),
      );
      return tell(event.data, `${who} corrected ${reference}, ${sayPosition(was)}: ${changes}${sayReason(reason)}`);
    }
    case 'PositionRetracted': {
      const { was, reason, reference } = event.data;
      return tell(
        event.data,
        `${who} retracted ${reference}, ${sayPosition(was)}, which was ${sayCode(was.code)} in the words ${quote(was.words)}${sayReason(reason)}`,
      );
    }
    case 'ActionAssigned': {
      const fields = event.data;
      const clauses = [
        sayLead(fields.lead, names),
        ifGiven(saySupporters(fields, names), (said) => `supported by ${said}`),
        ifGiven(sayPartners(fields, names), (said) => `worked on with ${said}`),
        ifGiven(sayForum(fields, names), (said) => `monitored at ${said}`),
        sayDue(fields.due),
      ].filter((clause) => clause !== undefined);
      const part = fields.subPart === undefined ? '' : ` for sub-part (${fields.subPart})`;
      const action = `action ${String(fields.number)}${part}, ${quote(fields.title)}`;
      const source = sayDocument(fields.document, names);
      // What a paper states was assigned by whoever it says, or by nobody it names: here it is recorded.
      return tell(
        event.data,
        source === undefined
          ? `${who} assigned ${action}: ${clauses.join('; ')}`
          : `${action}, was recorded from ${source}: ${clauses.join('; ')}`,
        source === undefined ? undefined : `this stands on the authority of ${who}`,
        ifGiven(sayReviewDay(fields.due), (day) => `the day to look at it again, ${day}, was set in recording it`),
      );
    }
    case 'ActionCorrected': {
      const { was, is, reason } = event.data;
      const changes = sayCorrection(
        ['the title', ifGiven(was.title, quote), ifGiven(is.title, quote)],
        ['the sub-part', sayLetter(was.subPart), sayLetter(is.subPart)],
        ['the lead', sayLeadOf(was, names), sayLeadOf(is, names)],
        ['the support', saySupporters(was, names), saySupporters(is, names)],
        ['the partnership', sayPartners(was, names), sayPartners(is, names)],
        ['the forum', sayForum(was, names), sayForum(is, names)],
        ['the due date', ifGiven(was.due, sayDueDate), ifGiven(is.due, sayDueDate)],
        ['the document', sayDocument(was.document, names), sayDocument(is.document, names)],
        ...attributionCorrected(was, is, names),
      );
      return tell(event.data, `${who} corrected ${action(event.data.action)}: ${changes}${sayReason(reason)}`);
    }
    case 'ActionReassigned': {
      const { from, to, reason } = event.data;
      return tell(
        event.data,
        `${who} passed ${action(event.data.action)} from ${sayLeadName(from, names)} to ${sayLeadName(to, names)}${sayReason(reason)}`,
      );
    }
    case 'ActionReassignmentRetracted': {
      const { was, stands, reason } = event.data;
      return tell(
        event.data,
        `${who} retracted that ${action(event.data.action)} passed to ${sayLeadName(was, names)}${sayReason(reason)}`,
        `${sayLead(stands, names)}, as before`,
      );
    }
    case 'DueDateChanged': {
      const { from, to, reason } = event.data;
      return tell(
        event.data,
        `${who} changed the due date of ${action(event.data.action)} from ${sayDueDate(from)} to ${sayDueDate(to)}${sayReason(reason)}`,
        sayExtensions(event.data),
      );
    }
    case 'DueDateChangeRetracted': {
      const { was, stands, extensions, reason } = event.data;
      const again = stands.kind === 'on' ? `it is due on ${sayDueDate(stands)}` : `it has ${sayDueDate(stands)}`;
      return tell(
        event.data,
        `${who} retracted the change of the due date of ${action(event.data.action)} to ${sayDueDate(was)}${sayReason(reason)}`,
        `${again}, as before, and has ${extensions === 0 ? 'not been extended' : `been extended ${sayTimes(extensions)}`}`,
      );
    }
    case 'ProgressReported': {
      const { words, document, reference } = event.data;
      return tell(
        event.data,
        `${who} reported progress on ${action(event.data.action)} (${reference}): ${quote(words)}`,
        ifGiven(sayDocument(document, names), (said) => `it cites ${said}`),
      );
    }
    case 'ProgressCorrected': {
      const { was, is, reason, reference } = event.data;
      const changes = sayCorrection(
        ['the wording', quote(was.words), quote(is.words)],
        ['the document', sayDocument(was.document, names), sayDocument(is.document, names)],
        ...attributionCorrected(was, is, names),
      );
      return tell(
        event.data,
        `${who} corrected ${reference}, a progress note on ${action(event.data.action)}: ${changes}${sayReason(reason)}`,
      );
    }
    case 'ProgressRetracted': {
      const { was, reason, reference } = event.data;
      return tell(
        event.data,
        `${who} retracted ${reference}, a progress note on ${action(event.data.action)} in the words ${quote(was.words)}${sayReason(reason)}`,
      );
    }
    case 'ActionCompleted': {
      const { words, document } = event.data;
      const said = words === undefined ? '' : `: ${quote(words)}`;
      return tell(
        event.data,
        `${who} recorded that ${action(event.data.action)} is complete${said}`,
        ifGiven(sayDocument(document, names), (said) => `it cites ${said}`),
      );
    }
    case 'ActionWithdrawn':
      return tell(event.data, `${who} withdrew ${action(event.data.action)}${sayReason(event.data.reason)}`);
    case 'ActionReopened':
      return tell(
        event.data,
        `${who} reopened ${action(event.data.action)}, which was recorded as ${event.data.was}${sayReason(event.data.reason)}`,
      );
    case 'ActionLinked': {
      const part = event.data.subPart === undefined ? '' : ` for sub-part (${event.data.subPart})`;
      return tell(
        event.data,
        `${who} linked the action ${quote(event.data.title)}${part}, whose home is ${home(event.data.home)}`,
        'until it ends there, it keeps this recommendation open',
      );
    }
    case 'LinkCorrected': {
      const { was, is, home: at, reason } = event.data;
      const changes = sayCorrection(
        ['the sub-part it serves', sayLetter(was.subPart), sayLetter(is.subPart)],
        ...attributionCorrected(was, is, names),
      );
      return tell(
        event.data,
        `${who} corrected the link to ${action(event.data.action)}, whose home is ${home(at)}: ${changes}${sayReason(reason)}`,
      );
    }
    case 'ActionUnlinked':
      return tell(
        event.data,
        `${who} removed the link to ${action(event.data.action)}, whose home is ${home(event.data.home)}${sayReason(event.data.reason)}`,
      );
    case 'LinkedActionEnded':
      return tell(
        event.data,
        `${who} recorded that the linked ${action(event.data.action)} was ${event.data.ended} in its home, ${home(event.data.home)}`,
        'it no longer keeps this recommendation open',
      );
    case 'RecommendationClosed': {
      const { code, reason } = event.data;
      return tell(
        event.data,
        `${who} closed the recommendation as ${CLOSURES[code]}, ${sayLevel(event.data)}${sayReason(reason)}`,
      );
    }
    case 'ClosureCorrected': {
      const { was, is, reason } = event.data;
      const changes = sayCorrection(
        ['the level', sayLevel(was), sayLevel(is)],
        ['the closure', CLOSURES[was.code], CLOSURES[is.code]],
        ['the reason given', quote(was.reason), quote(is.reason)],
        ...attributionCorrected(was, is, names),
      );
      return tell(event.data, `${who} corrected the closure: ${changes}${sayReason(reason)}`);
    }
    case 'RecommendationReopened': {
      const { was, reason } = event.data;
      return tell(
        event.data,
        `${who} reopened the recommendation, which was closed as ${CLOSURES[was.code]}, ${sayLevel(was)}${sayReason(reason)}`,
      );
    }
    default:
      return never(event);
  }
}

export const LAYERS_SAID: Readonly<Record<ClosureLayer, string>> = {
  chiefOfficer: 'the chief officer',
  localPolicingBody: 'the local policing body',
  force: 'the force, assuring the body',
  subject: 'the subject of the report',
  inspectorate: 'the inspectorate',
};

/** Each follows "was". */
export const CODES: Readonly<Record<PositionCode, string>> = {
  accepted: 'accepted',
  agreed: 'agreed',
  agreedWithCondition: 'agreed with a condition',
  welcomed: 'welcomed',
  concurred: 'concurred with',
  partiallySupported: 'partly supported',
  notApplicable: 'called not applicable',
  rejectedWithReason: 'rejected',
};

/** Each follows "closed as". */
export const CLOSURES: Readonly<Record<ClosureCode, string>> = {
  implemented: 'implemented',
  superseded: 'superseded',
  outsideControl: 'outside the body’s control',
  noLongerApplicable: 'no longer applicable',
  riskAccepted: 'left with its risk accepted',
};

/** "the recommendation “Recommendation 1”", or "an area for improvement" where the report prints no label. */
function sayKind({ kind, label }: FindingCopy): string {
  if (label !== undefined) return `the ${KIND_WORDS[kind]} ${quote(label)}`;
  return `${/^[aeiou]/.test(KIND_WORDS[kind]) ? 'an' : 'a'} ${KIND_WORDS[kind]}`;
}

function sayDeadlineOf({ deadline }: FindingCopy): string | undefined {
  return ifGiven(deadline, sayDeadline);
}

function sayPartChanges(was: FindingCopy, is: FindingCopy): [string, string | undefined, string | undefined][] {
  const textOf = (copy: FindingCopy, letter: string): string | undefined =>
    ifGiven(copy.subParts.find((part) => part.letter === letter)?.text, quote);
  const letters = [...new Set([...was.subParts, ...is.subParts].map((part) => part.letter))];
  return letters.map((letter) => [`sub-part (${letter})`, textOf(was, letter), textOf(is, letter)]);
}

/** "sub-part (a)", or "the finding" as a whole: it may be of any kind, and what is accepted is what the report says. */
function saySubject(subPart: string | undefined): string {
  return subPart === undefined ? 'the finding' : `sub-part (${subPart})`;
}

/** "sub-part (a) was agreed by the force", or, where the words carry no code, whose position they tell. */
function sayTaken({ subPart, code, layer }: Position): string {
  const [subject, spoke] = [saySubject(subPart), LAYERS_SAID[layer]];
  if (code !== undefined) return `${subject} was ${CODES[code]} by ${spoke}`;
  return `the position of ${spoke}${layer === 'force' ? ',' : ''} on ${subject} is told in these words`;
}

function sayCode(code: PositionCode | undefined, none = 'told'): string {
  return code === undefined ? none : CODES[code];
}

function sayPosition({ layer, subPart }: Position): string {
  const spoken = layer === 'force' ? 'the force' : LAYERS_SAID[layer];
  return `the position of ${spoken} on ${saySubject(subPart)}`;
}

function sayLimits(code: PositionCode | undefined): string {
  return code === 'agreedWithCondition' ? 'the condition is' : 'this is qualified by';
}

function sayQuotedFrom(document: DocumentId | undefined, names: Names): string {
  return document === undefined ? '' : ` and is quoted from ${names('document', document)}`;
}

function sayExtensions(change: RecommendationEventOf<'DueDateChanged'>['data']): string | undefined {
  const { original, from, to, extensions } = change;
  const originally = `originally ${sayDueDate(original)}`;
  if (isLater(to, from)) return `this is the ${sayOrdinal(extensions)} extension; ${originally}`;
  if (extensions === 0) return undefined;
  return `it has been extended ${sayTimes(extensions)}; ${originally}`;
}

function sayTimes(count: number): string {
  return count === 1 ? 'once' : `${String(count)} times`;
}

/** "reported by the chief officer". */
export function sayLevel({ level, layer }: Pick<Closure, 'level' | 'layer'>): string {
  return `${level} by ${layer === 'force' ? 'the force' : LAYERS_SAID[layer]}`;
}

function sayLeadOf({ lead }: Partial<ActionFields>, names: Names): string | undefined {
  return ifGiven(lead, (named) => sayLeadName(named, names));
}

export function saySupporters({ supporters = [] }: Partial<ActionFields>, names: Names): string | undefined {
  return sayList(supporters.map((post) => sayPost(post, names)));
}

export function sayPartners({ deliveredWith = [] }: Partial<ActionFields>, names: Names): string | undefined {
  return sayList(deliveredWith.map((body) => names('body', body)));
}

export function sayForum({ monitoredAt }: Partial<ActionFields>, names: Names): string | undefined {
  return ifGiven(monitoredAt, (id) => names('series', id));
}

export function sayDocument(document: DocumentId | undefined, names: Names): string | undefined {
  return ifGiven(document, (id) => names('document', id));
}

export function sayLetter(letter: string | undefined): string | undefined {
  return ifGiven(letter, (given) => `(${given})`);
}
