/** Each event of a document as the sentence an auditor reads. */

import { sayPreciseDate } from '../calendar/precise-date.ts';
import { sayDated, sayDatesApart, sayWhen } from '../calendar/say-when.ts';
import { never, same } from '../decider.ts';
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
import { withoutDay } from '../standing.ts';
import type { DocumentDates, DocumentDetails, DocumentEvent, DocumentType } from './document.events.ts';

const TYPES: Readonly<Record<DocumentType, string>> = {
  responseLetter: 'response letter',
  coverPaper: 'cover paper',
  boardPaper: 'board paper',
  guidance: 'guidance',
  minutes: 'minutes',
  evidence: 'evidence',
  other: 'document',
};

export function narrateDocument(event: DocumentEvent, names: Names): string {
  const who = sayAuthority(event.data.decidedBy, names);
  switch (event.type) {
    case 'DocumentRecorded': {
      const { documentType, title, dateAsWritten } = event.data;
      const { issuer, signatory, addressees, ownReference, yourReference, report, marking } = sayDetails(
        event.data,
        names,
      );
      const properties = [
        ifGiven(issuer, (body) => `issued by ${body}`),
        dateAsWritten === undefined ? 'without a date' : `dated ${sayDated(dateAsWritten)}`,
        ifGiven(signatory, (signatories) => `signed by ${signatories}`),
        ifGiven(addressees, (words) => `addressed to ${words}`),
      ].filter((part) => part !== undefined);
      return tell(
        event.data,
        `${who} recorded the ${TYPES[documentType]} ${[quote(title), ...properties].join(', ')}`,
        ifGiven(report, (name) => `it answers the report ${name}`),
        ifGiven(ownReference, (reference) => `its own reference is ${reference}`),
        ifGiven(yourReference, (reference) => `the addressee’s reference in it is ${reference}`),
        ifGiven(marking, (words) => `it is marked ${words}`),
      );
    }
    case 'DocumentCorrected': {
      const was = sayDetails(event.data.was, names);
      const is = sayDetails(event.data.is, names);
      const changes = sayCorrection(
        ['the type', was.type, is.type],
        ['the title', was.title, is.title],
        ['the issuer', was.issuer, is.issuer],
        ['the signatory', was.signatory, is.signatory],
        ['the list of addressees', was.addressees, is.addressees],
        ['its own reference', was.ownReference, is.ownReference],
        ['the addressee’s reference', was.yourReference, is.yourReference],
        ['the report it answers', was.report, is.report],
        ['the marking', was.marking, is.marking],
        ...attributionCorrected(event.data.was, event.data.is, names),
      );
      return tell(
        event.data,
        `${who} corrected what is recorded of the document: ${changes}${sayReason(event.data.reason)}`,
      );
    }
    case 'DocumentRetracted': {
      const { was, reason } = event.data;
      return tell(
        event.data,
        `${who} retracted the ${TYPES[was.documentType]} ${quote(was.title)} as recorded in error${sayReason(reason)}`,
        'nothing that was recorded of it stands now',
      );
    }
    case 'DocumentCodeRecorded':
      return tell(event.data, `${who} gave the document the code ${event.data.code}`);
    case 'DocumentCodeCorrected': {
      const { was, is, reason } = event.data;
      const changes = sayCorrection(['the code', was.code, is.code], ...attributionCorrected(was, is, names));
      return tell(event.data, `${who} corrected the code of the document: ${changes}${sayReason(reason)}`);
    }
    case 'DocumentDateCorrected': {
      const { was, is, reason } = event.data;
      const changes = sayCorrection(...datesCorrected(was, is), ...attributionCorrected(was, is, names));
      return tell(event.data, `${who} corrected the date of the document: ${changes}${sayReason(reason)}`);
    }
    case 'DocumentPublished': {
      const { publishedOn, where } = event.data;
      return tell(
        event.data,
        `${who} recorded that the document was published at ${quote(where)} ${sayWhen(publishedOn)}`,
      );
    }
    case 'DocumentPublicationCorrected': {
      const { was, is, reason } = event.data;
      const changes = sayCorrection(
        ['it', ...sayDatesApart(was.publishedOn, is.publishedOn)],
        ...attributionCorrected(withoutDay(was), withoutDay(is), names),
      );
      return tell(
        event.data,
        `${who} corrected when the document was published at ${quote(is.where)}: ${changes}${sayReason(reason)}`,
      );
    }
    case 'DocumentPublicationRetracted': {
      const { was, reason } = event.data;
      return tell(
        event.data,
        `${who} retracted that the document was published at ${quote(was.where)} ${sayWhen(was.publishedOn)}${sayReason(reason)}`,
      );
    }
    case 'DocumentSent': {
      const { sentOn, to } = event.data;
      return tell(event.data, `${who} recorded that the document was sent to ${quote(to)} ${sayWhen(sentOn)}`);
    }
    case 'DocumentSendingCorrected': {
      const { was, is, reason } = event.data;
      const changes = sayCorrection(
        ['it', ...sayDatesApart(was.sentOn, is.sentOn)],
        ...attributionCorrected(withoutDay(was), withoutDay(is), names),
      );
      return tell(
        event.data,
        `${who} corrected when the document was sent to ${quote(is.to)}: ${changes}${sayReason(reason)}`,
      );
    }
    case 'DocumentSendingRetracted': {
      const { was, reason } = event.data;
      return tell(
        event.data,
        `${who} retracted that the document was sent to ${quote(was.to)} ${sayWhen(was.sentOn)}${sayReason(reason)}`,
      );
    }
    default:
      return never(event);
  }
}

/** Each detail in words, for the first record of them as for their correction. */
function sayDetails(details: DocumentDetails, names: Names) {
  const { documentType, title, issuedBy, signatoryPerson, signatoryPost, signatoryCapacity } = details;
  const { addressees, ownReference, yourReference, answersReport, marking } = details;
  const signatory = [
    ifGiven(signatoryPerson, (person) => names('person', person)),
    ifGiven(signatoryPost, (post) => sayPost(post, names)),
    ifGiven(signatoryCapacity, (capacity) => `acting as ${quote(capacity)}`),
  ].filter((part) => part !== undefined);
  return {
    type: TYPES[documentType],
    title: quote(title),
    issuer: ifGiven(issuedBy, (body) => names('body', body)),
    signatory: signatory.length === 0 ? undefined : signatory.join(', '),
    addressees: sayList(addressees.map(quote)),
    ownReference: ifGiven(ownReference, sayReference),
    yourReference: ifGiven(yourReference, sayReference),
    report: ifGiven(answersReport, (report) => names('report', report)),
    marking: ifGiven(marking, quote),
  };
}

/**
 * What was recorded wrongly is told apart from what the document writes wrongly: the latter stays as it writes it. The
 * words of the right date are those of whoever corrects it.
 */
function datesCorrected(was: DocumentDates, is: DocumentDates) {
  const right = ({ date, dateAsWritten }: DocumentDates, asWritten: string | undefined) =>
    ifGiven(date, sayPreciseDate) ?? (dateAsWritten && asWritten);
  if (same(was.dateAsWritten, is.dateAsWritten)) {
    const asWritten = ifGiven(was.dateAsWritten, (date) => `${sayDated(date)} as the document writes it`);
    return [['it', right(was, asWritten), right(is, asWritten)]] as const;
  }
  return [
    ['the date recorded as written', ...sayDatesApart(was.dateAsWritten, is.dateAsWritten)],
    ['the right date', right(was, 'as written'), right(is, 'as written')],
  ] as const;
}

/** A reference that the document prints blank is said to be blank. (P32.) */
function sayReference(reference: string): string {
  return reference === '' ? 'blank' : quote(reference);
}
