/** A document is published in a place once: another date for the same place is a correction, another place a fact of its own. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate, sayPreciseDate } from '../calendar/precise-date.ts';
import { refuse, same, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DocumentEvent } from './document.events.ts';
import { type RecordedDocument, saidHere } from './document.state.ts';

export interface RecordDocumentPublication extends EveryCommand {
  readonly kind: 'record-document-publication';
  /** The day it was published, as a date expression. */
  readonly publishedOn: string;
  /** Where it can be found: a site, a page, a paper register. */
  readonly where: string;
}

export function recordDocumentPublication(
  command: RecordDocumentPublication,
  document: RecordedDocument,
): Verdict<DocumentEvent> {
  const unclear = dateUnclear(command.publishedOn);
  if (unclear) return unclear;
  const publishedOn = readDate(command.publishedOn);
  const standing = document.publications.get(command.where);
  if (standing) {
    if (same(standing.fields.publishedOn, publishedOn)) return [];
    return refuse(
      'already-published',
      `“${document.details.fields.title}” has been recorded as published there already (${command.where}, ${sayPreciseDate(standing.fields.publishedOn)}): correct the date if it is wrong.`,
    );
  }
  return [
    {
      type: 'DocumentPublished',
      data: { ...saidHere(command, document), effectiveOn: publishedOn, publishedOn, where: command.where },
    },
  ];
}
