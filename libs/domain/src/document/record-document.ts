/** A document is recorded once; its date is kept as written, and others cite it by its id only. A date is not required. (P32, T12.) */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { refuse, same, stated, type Verdict } from '../decider.ts';
import { type EveryCommand, type DocumentId, said } from '../primitives.ts';
import { type DescribedDocument, detailsFrom } from './document-details.ts';
import type { DocumentEvent } from './document.events.ts';
import { concernsOf, type Document } from './document.state.ts';

export interface RecordDocument extends EveryCommand, DescribedDocument {
  readonly kind: 'record-document';
  readonly document: DocumentId;
  /** A short code of ours, by which people cite it: `SYMCA-OIC`. Claimed by the application, so that it is unique. */
  readonly code?: string;
  /** The date as the document writes it, as a date expression: "5th February 2025". */
  readonly dateAsWritten?: string;
}

export function recordDocument(command: RecordDocument, document: Document): Verdict<DocumentEvent> {
  const unclear = dateUnclear(command.dateAsWritten);
  if (unclear) return unclear;
  const details = detailsFrom(command);
  const dateAsWritten = command.dateAsWritten === undefined ? undefined : readDate(command.dateAsWritten);
  if (document.status !== 'none') {
    if (
      document.code.fields.code === command.code &&
      same(document.details.fields, details) &&
      same(document.dates.fields.dateAsWritten, dateAsWritten)
    )
      return [];
    return refuse(
      'document-already-recorded',
      `“${document.details.fields.title}” has been recorded already, with other content: correct it instead.`,
    );
  }
  return [
    {
      type: 'DocumentRecorded',
      data: stated({
        ...said(command, command.by.body, concernsOf(details)),
        document: command.document,
        code: command.code,
        ...details,
        dateAsWritten,
      }),
    },
  ];
}
