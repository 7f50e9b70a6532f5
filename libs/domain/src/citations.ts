/**
 * Whether a stream cites a document as it stands. Events say it alike: what cites it holds its id as `document`; a
 * correction names the event it corrects and says what was and what is; a retraction only what was.
 */

import type { DomainEvent } from './decider.ts';
import type { DocumentId, EventId } from './primitives.ts';

interface Step {
  readonly corrects?: EventId;
  readonly was?: unknown;
  readonly is?: unknown;
  readonly finding?: string;
}

export function citesStill(events: readonly (DomainEvent & { readonly id: EventId })[], document: DocumentId): boolean {
  const citing = new Map<EventId, Step>();
  const corrected = new Map<EventId, EventId>();
  for (const { id, type, data } of events) {
    const step = data as Step;
    const { corrects, was, is } = step;
    if (corrects === undefined) {
      if (cites(data, document)) citing.set(id, step);
      continue;
    }
    // Corrected again, a correction may name the one before: what both are of is the event that began it.
    const first = corrected.get(corrects) ?? corrects;
    corrected.set(id, first);
    if (is === undefined) citing.delete(first);
    else if (cites(is, document)) citing.set(first, step);
    else if (cites(was, document)) citing.delete(first);
    if (type !== 'FindingRetracted') continue;
    // How documents print a finding goes with the finding.
    for (const [cited, { finding }] of citing) if (finding === step.finding) citing.delete(cited);
  }
  return citing.size > 0;
}

function cites(value: unknown, document: DocumentId): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([field, held]) =>
    field === 'document' ? held === document : cites(held, document),
  );
}
