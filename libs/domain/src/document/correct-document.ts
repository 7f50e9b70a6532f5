/** A title, addressee, reference or signatory recorded wrongly is corrected by saying what was wrong and why. */

import { same, type Verdict } from '../decider.ts';
import { type EveryCommand, said } from '../primitives.ts';
import { type DescribedDocument, detailsFrom } from './document-details.ts';
import type { DocumentEvent } from './document.events.ts';
import { concernsOf, type RecordedDocument } from './document.state.ts';

export interface CorrectDocument extends EveryCommand, DescribedDocument {
  readonly kind: 'correct-document';
  readonly correctionReason: string;
}

export function correctDocument(command: CorrectDocument, document: RecordedDocument): Verdict<DocumentEvent> {
  const { fields: was, recordedBy: corrects } = document.details;
  const is = detailsFrom(command);
  if (same(was, is)) return [];
  // It touches the body wrongly named as the issuer as much as the right one.
  const base = said(command, command.by.body, [...concernsOf(was), ...concernsOf(is)]);
  return [
    {
      type: 'DocumentCorrected',
      data: { ...base, corrects, was, is, reason: command.correctionReason },
    },
  ];
}
