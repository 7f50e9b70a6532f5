/** A sending that has not happened is retracted with the reason. */

import { refuse, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DocumentEvent } from './document.events.ts';
import { type RecordedDocument, saidHere } from './document.state.ts';

export interface RetractDocumentSent extends EveryCommand {
  readonly kind: 'retract-document-sent';
  /** As it was recorded: it says which is meant. */
  readonly to: string;
  readonly reason: string;
}

export function retractDocumentSent(command: RetractDocumentSent, document: RecordedDocument): Verdict<DocumentEvent> {
  const standing = document.sendings.get(command.to);
  if (!standing) {
    if (document.retractedSendings.includes(command.to)) return [];
    return refuse(
      'not-sent',
      `“${document.details.fields.title}” has not been recorded as sent to ${command.to}: there is nothing to retract.`,
    );
  }
  const { fields: was, recordedBy: corrects } = standing;
  return [
    {
      type: 'DocumentSendingRetracted',
      data: { ...saidHere(command, document), corrects, was, reason: command.reason },
    },
  ];
}
