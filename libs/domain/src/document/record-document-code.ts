/** A document that was recorded without a code is given one, by which people cite it from then on. */

import { refuse, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DocumentEvent } from './document.events.ts';
import { type RecordedDocument, saidHere } from './document.state.ts';

export interface RecordDocumentCode extends EveryCommand {
  readonly kind: 'record-document-code';
  /** Claimed by the application, so that it is unique. */
  readonly code: string;
}

export function recordDocumentCode(command: RecordDocumentCode, document: RecordedDocument): Verdict<DocumentEvent> {
  const { code } = command;
  const { code: standing } = document.code.fields;
  if (standing === code) return [];
  if (standing !== undefined) {
    return refuse(
      'code-already-recorded',
      `“${document.details.fields.title}” has the code ${standing} already: correct it if it is wrong.`,
    );
  }
  return [{ type: 'DocumentCodeRecorded', data: { ...saidHere(command, document), code } }];
}
