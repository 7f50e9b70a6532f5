/** A title, addressee, reference or signatory recorded wrongly is corrected by saying what was wrong and why. */

import { amended, type Correcting } from '../corrections.ts';
import { stated, type Verdict } from '../decider.ts';
import { restated, saidOfCorrection } from '../standing.ts';
import type { DescribedDocument } from './document-details.ts';
import { detailsGiven } from './document-details.ts';
import type { DocumentEvent } from './document.events.ts';
import { concernsOf, type RecordedDocument } from './document.state.ts';

/** What is left out stays as it was recorded. */
export interface CorrectDocument
  extends Correcting<Exclude<keyof DescribedDocument, 'documentType' | 'title'>>, Partial<DescribedDocument> {
  readonly kind: 'correct-document';
}

export function correctDocument(command: CorrectDocument, document: RecordedDocument): Verdict<DocumentEvent> {
  const { fields: was } = document.details;
  const is = amended(was, detailsGiven(command), command.clear, { addressees: [] });
  if ('refused' in is) return is;
  const correction = restated(command, document.details, stated(is));
  if (correction === undefined) return [];
  if ('refused' in correction) return correction;
  // It touches the body wrongly named as the issuer as much as the right one.
  const concerns = [...concernsOf(was), ...concernsOf(is)];
  return [{ type: 'DocumentCorrected', data: { ...saidOfCorrection(command, concerns), ...correction } }];
}
