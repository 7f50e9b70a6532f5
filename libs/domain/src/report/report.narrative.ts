/** Each event of a report as the sentence an auditor reads. */

import { sayDatesApart, sayWhen } from '../calendar/say-when.ts';
import { never } from '../decider.ts';
import {
  attributionCorrected,
  ifGiven,
  quote,
  sayAuthority,
  sayCorrection,
  sayList,
  sayReason,
  tell,
} from '../narrative.ts';
import type { BodyId, DocumentId, FindingId, Names } from '../primitives.ts';
import { withoutDay } from '../standing.ts';
import { sayDeadline } from './deadline.ts';
import type { FindingKind, SubPart } from './finding.ts';
import type { Grade, PrintedLabel, ReportEvent } from './report.events.ts';

const KINDS: Readonly<Record<FindingKind, string>> = {
  recommendation: 'a recommendation',
  areaForImprovement: 'an area for improvement',
  causeOfConcern: 'a cause of concern',
  theme: 'a theme',
  otherIssue: 'another issue',
  strength: 'a strength',
};

const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  outstanding: 'outstanding',
  good: 'good',
  adequate: 'adequate',
  requiresImprovement: 'requires improvement',
  inadequate: 'inadequate',
};

export function narrateReport(event: ReportEvent, names: Names): string {
  const who = sayAuthority(event.data.decidedBy, names);
  const body = (id: BodyId) => names('body', id);
  const document = (id: DocumentId) => sayDocument(id, names);
  const finding = (id: FindingId) => `finding ${names('finding', id)}`;
  switch (event.type) {
    case 'ReportRecorded': {
      const { code, title, publisher, expectedOn } = event.data;
      return tell(
        event.data,
        `${who} recorded the report ${code}, ${quote(title)}${ifGiven(publisher, (id) => ` by ${body(id)}`) ?? ''}`,
        ifGiven(expectedOn, (date) => `it was expected ${sayWhen(date)}`),
      );
    }
    case 'ReportCorrected': {
      const { was, is, reason } = event.data;
      const changes = sayCorrection(
        ['the title', quote(was.title), quote(is.title)],
        ['the publisher', ifGiven(was.publisher, body), ifGiven(is.publisher, body)],
        ['the expected date', ...sayDatesApart(was.expectedOn, is.expectedOn)],
        ...attributionCorrected(was, is, names),
      );
      return tell(event.data, `${who} corrected what is recorded of the report: ${changes}${sayReason(reason)}`);
    }
    case 'ReportRetracted': {
      const { was, reason } = event.data;
      return tell(
        event.data,
        `${who} retracted the report ${was.code}, ${quote(was.title)}, as recorded in error${sayReason(reason)}`,
        'nothing that was recorded of it stands now',
      );
    }
    case 'ReportPublished':
      return tell(event.data, `${who} recorded that the report was published ${sayWhen(event.data.publishedOn)}`);
    case 'ReportDateCorrected': {
      const { was, is, reason } = event.data;
      const changes = sayCorrection(
        ['it', ...sayDatesApart(was.publishedOn, is.publishedOn)],
        ...attributionCorrected(withoutDay(was), withoutDay(is), names),
      );
      return tell(event.data, `${who} corrected the publication date of the report: ${changes}${sayReason(reason)}`);
    }
    case 'ReportPublicationRetracted': {
      const { was, reason } = event.data;
      return tell(
        event.data,
        `${who} retracted that the report was published ${sayWhen(was.publishedOn)}${sayReason(reason)}`,
        'no publication of it stands in the record now',
      );
    }
    case 'FindingRegistered': {
      const { code, findingKind, label, text, subParts, addressees, parent, deadline } = event.data;
      const printed = [
        ifGiven(label, (words) => `printed as ${quote(words)}`),
        ifGiven(sayWords(addressees), (classes) => `addressed to ${classes}`),
      ].filter((part) => part !== undefined);
      return tell(
        event.data,
        `${who} registered finding ${[`${code}, ${KINDS[findingKind]}`, ...printed].join(', ')}: ${quote(text)}`,
        ifGiven(saySubParts(subParts), (parts) => `its sub-parts are ${parts}`),
        ifGiven(deadline, (given) => `its deadline is ${sayDeadline(given)}`),
        ifGiven(parent, (cause) => `it follows from ${finding(cause)}`),
      );
    }
    case 'FindingCorrected': {
      const { was, is, reason } = event.data;
      const changes = sayCorrection(
        ['the kind', KINDS[was.findingKind], KINDS[is.findingKind]],
        ['the label', ifGiven(was.label, quote), ifGiven(is.label, quote)],
        ['the text', quote(was.text), quote(is.text)],
        ['the list of sub-parts', saySubParts(was.subParts), saySubParts(is.subParts)],
        ['the list of addressees', sayWords(was.addressees), sayWords(is.addressees)],
        ['the finding it follows from', ifGiven(was.parent, finding), ifGiven(is.parent, finding)],
        ['the deadline', ifGiven(was.deadline, sayDeadline), ifGiven(is.deadline, sayDeadline)],
        ...attributionCorrected(was, is, names),
      );
      return tell(event.data, `${who} corrected ${finding(event.data.finding)}: ${changes}${sayReason(reason)}`);
    }
    case 'FindingRetracted': {
      const { was, reason } = event.data;
      return tell(event.data, `${who} retracted finding ${was.code}, ${quote(was.text)}${sayReason(reason)}`);
    }
    case 'FindingLabelRecorded':
      return tell(
        event.data,
        `${who} recorded that ${document(event.data.document)} prints ${finding(event.data.finding)} as ${sayLabel(event.data)}`,
      );
    case 'FindingLabelCorrected': {
      const { was, is, reason } = event.data;
      const changes = sayCorrection(['it', sayLabel(was), sayLabel(is)], ...attributionCorrected(was, is, names));
      return tell(
        event.data,
        `${who} corrected how ${document(event.data.document)} prints ${finding(event.data.finding)}: ${changes}${sayReason(reason)}`,
      );
    }
    case 'FindingLabelRetracted': {
      const { was, reason } = event.data;
      return tell(
        event.data,
        `${who} retracted that ${document(event.data.document)} prints ${finding(event.data.finding)} as ${sayLabel(was)}${sayReason(reason)}`,
      );
    }
    case 'NumbersDeclaredNotForPolicing':
      return tell(
        event.data,
        `${who} declared that the numbers ${quote(event.data.asPrinted)} of the report are not for policing${sayCitation(event.data, names)}`,
      );
    case 'NumbersNotForPolicingCorrected': {
      const { was, is, reason } = event.data;
      const changes = sayCorrection(
        ['the list', quote(was.asPrinted), quote(is.asPrinted)],
        ['the quotation', ifGiven(was.words, quote), ifGiven(is.words, quote)],
        ['the document cited', ifGiven(was.document, document), ifGiven(is.document, document)],
        ...attributionCorrected(was, is, names),
      );
      return tell(
        event.data,
        `${who} corrected which numbers of the report are not for policing: ${changes}${sayReason(reason)}`,
      );
    }
    case 'GradeRecorded': {
      const { gradedBody, grade } = event.data;
      return tell(
        event.data,
        `${who} recorded that the report grades ${body(gradedBody)} as ${GRADE_WORDS[grade]}${sayCitation(event.data, names)}`,
      );
    }
    case 'GradeCorrected': {
      const { gradedBody, was, is, reason } = event.data;
      const changes = sayCorrection(
        ['the grade', GRADE_WORDS[was.grade], GRADE_WORDS[is.grade]],
        ['the quotation', ifGiven(was.words, quote), ifGiven(is.words, quote)],
        ['the document cited', ifGiven(was.document, document), ifGiven(is.document, document)],
        ...attributionCorrected(was, is, names),
      );
      return tell(
        event.data,
        `${who} corrected how the report grades ${body(gradedBody)}: ${changes}${sayReason(reason)}`,
      );
    }
    case 'GradeRetracted': {
      const { gradedBody, was, reason } = event.data;
      return tell(
        event.data,
        `${who} retracted that the report grades ${body(gradedBody)} as ${GRADE_WORDS[was.grade]}${sayReason(reason)}`,
      );
    }
    case 'FindingFannedOut': {
      const addressees = event.data.addressees.map(
        ({ body: id, overseer }) => `${body(id)}${ifGiven(overseer, (other) => ` (overseen by ${body(other)})`) ?? ''}`,
      );
      const skipped = (why: 'fallsOnItAlready' | 'raisedInError') =>
        (event.data.skipped ?? []).filter(({ because }) => because === why).map(({ body: id }) => body(id));
      return tell(
        event.data,
        ifGiven(sayList(addressees), (list) => `${who} fanned ${finding(event.data.finding)} out to ${list}`),
        ifGiven(sayList(skipped('fallsOnItAlready')), (list) => `it had fallen on ${list} already`),
        ifGiven(
          sayList(skipped('raisedInError')),
          (list) => `it stands as raised in error to ${list}, so nothing was raised there again`,
        ),
      );
    }
    default:
      return never(event);
  }
}

function sayWords(words: readonly string[]): string | undefined {
  return sayList(words.map(quote));
}

function saySubParts(subParts: readonly SubPart[]): string | undefined {
  return sayList(subParts.map(({ letter, text }) => `(${letter}) ${quote(text)}`));
}

/** “1) key recommendation”, as the document prints them together. */
function sayLabel({ number, label }: PrintedLabel): string {
  return quote([number, label].filter((part) => part !== undefined).join(' '));
}

/** "the letter of 9 February 2026". */
function sayDocument(document: DocumentId, names: Names): string {
  const name = names('document', document);
  return name.startsWith('the ') ? name : `the ${name}`;
}

/** ", in the words “…” of the letter of 9 February 2026", as far as they are given. */
function sayCitation(
  { words, document }: { readonly words?: string; readonly document?: DocumentId },
  names: Names,
): string {
  const source = ifGiven(document, (id) => sayDocument(id, names));
  if (words === undefined) return source === undefined ? '' : `, as ${source} says`;
  return `, in the words ${quote(words)}${source === undefined ? '' : ` of ${source}`}`;
}
