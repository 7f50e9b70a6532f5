/** A publication that has not happened is retracted with the reason. */

import { refuse, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DocumentEvent } from './document.events.ts';
import { type RecordedDocument, saidHere } from './document.state.ts';

export interface RetractDocumentPublication extends EveryCommand {
  readonly kind: 'retract-document-publication';
  /** As it was recorded: it says which is meant. */
  readonly where: string;
  readonly reason: string;
}

export function retractDocumentPublication(
  command: RetractDocumentPublication,
  document: RecordedDocument,
): Verdict<DocumentEvent> {
  const standing = document.publications.get(command.where);
  if (!standing) {
    if (document.retractedPublications.includes(command.where)) return [];
    return refuse(
      'not-published',
      `“${document.details.fields.title}” has not been recorded as published there (${command.where}): there is nothing to retract.`,
    );
  }
  const { fields: was, recordedBy: corrects } = standing;
  return [
    {
      type: 'DocumentPublicationRetracted',
      data: { ...saidHere(command, document), corrects, was, reason: command.reason },
    },
  ];
}
