/** A document is sent to somebody once: another date for the same recipient is a correction, another recipient a fact of its own. (T3.) */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate, sayPreciseDate } from '../calendar/precise-date.ts';
import { refuse, same, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DocumentEvent } from './document.events.ts';
import { type RecordedDocument, saidHere } from './document.state.ts';

export interface RecordDocumentSent extends EveryCommand {
  readonly kind: 'record-document-sent';
  /** The day it was sent, as a date expression. */
  readonly sentOn: string;
  /** Who it went to, in words. */
  readonly to: string;
}

export function recordDocumentSent(command: RecordDocumentSent, document: RecordedDocument): Verdict<DocumentEvent> {
  const unclear = dateUnclear(command.sentOn);
  if (unclear) return unclear;
  const sentOn = readDate(command.sentOn);
  const standing = document.sendings.get(command.to);
  if (standing) {
    if (same(standing.fields.sentOn, sentOn)) return [];
    return refuse(
      'already-sent',
      `“${document.details.fields.title}” has been recorded as sent to ${command.to} already (${sayPreciseDate(standing.fields.sentOn)}): correct the date if it is wrong.`,
    );
  }
  return [
    {
      type: 'DocumentSent',
      data: { ...saidHere(command, document), effectiveOn: sentOn, sentOn, to: command.to },
    },
  ];
}
