/** A document's date is corrected once, with the reason, wherever the document is cited; the date as written is kept. (T1.) */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { same, stated, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DocumentEvent } from './document.events.ts';
import { type RecordedDocument, saidHere } from './document.state.ts';

export interface CorrectDocumentDate extends EveryCommand {
  readonly kind: 'correct-document-date';
  /** The right date, as a date expression. */
  readonly date: string;
  readonly correctionReason: string;
}

export function correctDocumentDate(command: CorrectDocumentDate, document: RecordedDocument): Verdict<DocumentEvent> {
  const unclear = dateUnclear(command.date);
  if (unclear) return unclear;
  const { fields: was, recordedBy: corrects } = document.date;
  const is = readDate(command.date);
  if (same(was, is)) return [];
  return [
    {
      type: 'DocumentDateCorrected',
      data: stated({ ...saidHere(command, document), corrects, was, is, reason: command.correctionReason }),
    },
  ];
}
