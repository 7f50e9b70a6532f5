/** A publication date recorded wrongly is corrected by saying what was wrong and why. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { refuse, same, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DocumentEvent } from './document.events.ts';
import { type RecordedDocument, saidHere } from './document.state.ts';

export interface CorrectDocumentPublication extends EveryCommand {
  readonly kind: 'correct-document-publication';
  /** As it was recorded: it says which is meant. */
  readonly where: string;
  /** The right day, as a date expression. */
  readonly publishedOn: string;
  readonly correctionReason: string;
}

export function correctDocumentPublication(
  command: CorrectDocumentPublication,
  document: RecordedDocument,
): Verdict<DocumentEvent> {
  const unclear = dateUnclear(command.publishedOn);
  if (unclear) return unclear;
  const standing = document.publications.get(command.where);
  if (!standing) {
    return refuse(
      'not-published',
      `“${document.details.fields.title}” has not been recorded as published there (${command.where}): record that first.`,
    );
  }
  const { fields: was, recordedBy: corrects } = standing;
  const is = { publishedOn: readDate(command.publishedOn), where: was.where };
  if (same(was, is)) return [];
  return [
    {
      type: 'DocumentPublicationCorrected',
      data: { ...saidHere(command, document), corrects, was, is, reason: command.correctionReason },
    },
  ];
}
