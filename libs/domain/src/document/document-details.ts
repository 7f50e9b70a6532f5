/** What a command says of a document in flat fields is read here into what is recorded. */

import { stated } from '../decider.ts';
import type { DocumentDetails } from './document.events.ts';

/** A blank reference is one that the document prints blank; one left out is not printed at all. (P32.) */
export type DescribedDocument = Omit<DocumentDetails, 'addressees'> & Partial<Pick<DocumentDetails, 'addressees'>>;

/** Only what describes the document: a command and an event carry more beside it. */
export function detailsFrom(described: DescribedDocument): DocumentDetails {
  const { documentType, title } = described;
  return { addressees: [], ...detailsGiven(described), documentType, title };
}

/** Only what is given. */
export function detailsGiven(described: Partial<DescribedDocument>): Partial<DocumentDetails> {
  const { documentType, title, issuedBy, signatoryPost, signatoryPerson, signatoryCapacity } = described;
  const { addressees, ownReference, yourReference, answersReport, marking } = described;
  return stated({
    documentType,
    title,
    issuedBy,
    signatoryPost,
    signatoryPerson,
    signatoryCapacity,
    addressees,
    ownReference,
    yourReference,
    answersReport,
    marking,
  });
}
