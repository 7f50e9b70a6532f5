/** A code given to a document by mistake is corrected with the reason; the wrong one is free for another document. */

import { amended, type Correcting } from '../corrections.ts';
import { refuse, type Verdict } from '../decider.ts';
import { restated, saidOfCorrection } from '../standing.ts';
import type { DocumentCode, DocumentEvent } from './document.events.ts';
import { concernsOf, type RecordedDocument } from './document.state.ts';

export interface CorrectDocumentCode extends Correcting<'code'>, DocumentCode {
  readonly kind: 'correct-document-code';
}

export function correctDocumentCode(command: CorrectDocumentCode, document: RecordedDocument): Verdict<DocumentEvent> {
  const { code } = command;
  const is = amended(document.code.fields, { code }, command.clear);
  if ('refused' in is) return is;
  const correction = restated(command, document.code, is);
  if (correction === undefined) return [];
  if ('refused' in correction) return correction;
  if (document.code.fields.code === undefined) {
    return refuse('code-not-recorded', `“${document.details.fields.title}” has no code on record: record one first.`);
  }
  const base = saidOfCorrection(command, concernsOf(document.details.fields));
  return [{ type: 'DocumentCodeCorrected', data: { ...base, ...correction } }];
}
