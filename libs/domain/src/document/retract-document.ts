/** A document recorded in error, or twice, is retracted with the reason, once nothing cites it any more. */

import { type Blocker, refuse, type Verdict } from '../decider.ts';
import { sayList } from '../narrative.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DocumentEvent } from './document.events.ts';
import { type RecordedDocument, saidHere } from './document.state.ts';

export interface RetractDocument extends EveryCommand {
  readonly kind: 'retract-document';
  readonly reason: string;
  /** What cites it, as it stands. */
  readonly citedBy: readonly Blocker[];
}

export function retractDocument(command: RetractDocument, document: RecordedDocument): Verdict<DocumentEvent> {
  const { citedBy, reason } = command;
  const { fields: was, recordedBy: corrects } = document.details;
  if (citedBy.length > 0) {
    const cited = sayList(citedBy.map(({ kind, label }) => `${kind} ${label}`)) ?? '';
    return refuse('document-cited', `“${was.title}” is cited in ${cited}: correct or retract that first.`, citedBy);
  }
  return [{ type: 'DocumentRetracted', data: { ...saidHere(command, document), corrects, was, reason } }];
}
