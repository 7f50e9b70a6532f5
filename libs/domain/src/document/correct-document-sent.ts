/** A sending date recorded wrongly is corrected by saying what was wrong and why. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import type { Correcting } from '../corrections.ts';
import { refuse, type Verdict } from '../decider.ts';
import { restatedOn, saidOfCorrection } from '../standing.ts';
import type { DocumentEvent } from './document.events.ts';
import { concernsOf, type RecordedDocument } from './document.state.ts';

export interface CorrectDocumentSent extends Correcting {
  readonly kind: 'correct-document-sent';
  /** As it was recorded: it says which is meant. */
  readonly to: string;
  /** The right day, as a date expression. What is left out stays as it was recorded. */
  readonly sentOn?: string;
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
  const sentOn = command.sentOn === undefined ? standing.fields.sentOn : readDate(command.sentOn);
  const correction = restatedOn(sentOn, command, standing, { ...standing.fields, sentOn });
  if (correction === undefined) return [];
  if ('refused' in correction) return correction;
  const base = saidOfCorrection(command, concernsOf(document.details.fields));
  return [{ type: 'DocumentSendingCorrected', data: { ...base, ...correction } }];
}
