/** A sending date recorded wrongly is corrected by saying what was wrong and why. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { refuse, same, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DocumentEvent } from './document.events.ts';
import { type RecordedDocument, saidHere } from './document.state.ts';

export interface CorrectDocumentSent extends EveryCommand {
  readonly kind: 'correct-document-sent';
  /** As it was recorded: it says which is meant. */
  readonly to: string;
  /** The right day, as a date expression. */
  readonly sentOn: string;
  readonly correctionReason: string;
}

export function correctDocumentSent(command: CorrectDocumentSent, document: RecordedDocument): Verdict<DocumentEvent> {
  const unclear = dateUnclear(command.sentOn);
  if (unclear) return unclear;
  const standing = document.sendings.get(command.to);
  if (!standing) {
    return refuse(
      'not-sent',
      `“${document.details.fields.title}” has not been recorded as sent to ${command.to}: record that first.`,
    );
  }
  const { fields: was, recordedBy: corrects } = standing;
  const is = { sentOn: readDate(command.sentOn), to: was.to };
  if (same(was, is)) return [];
  return [
    {
      type: 'DocumentSendingCorrected',
      data: { ...saidHere(command, document), corrects, was, is, reason: command.correctionReason },
    },
  ];
}
