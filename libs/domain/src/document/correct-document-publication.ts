/** A publication date recorded wrongly is corrected by saying what was wrong and why. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import type { Correcting } from '../corrections.ts';
import { refuse, type Verdict } from '../decider.ts';
import { restatedOn, saidOfCorrection } from '../standing.ts';
import type { DocumentEvent } from './document.events.ts';
import { concernsOf, type RecordedDocument } from './document.state.ts';

export interface CorrectDocumentPublication extends Correcting {
  readonly kind: 'correct-document-publication';
  /** As it was recorded: it says which is meant. */
  readonly where: string;
  /** The right day, as a date expression. What is left out stays as it was recorded. */
  readonly publishedOn?: string;
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
  const publishedOn = command.publishedOn === undefined ? standing.fields.publishedOn : readDate(command.publishedOn);
  const correction = restatedOn(publishedOn, command, standing, { ...standing.fields, publishedOn });
  if (correction === undefined) return [];
  if ('refused' in correction) return correction;
  const base = saidOfCorrection(command, concernsOf(document.details.fields));
  return [{ type: 'DocumentPublicationCorrected', data: { ...base, ...correction } }];
}
