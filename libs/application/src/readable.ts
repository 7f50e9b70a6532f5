/** The one door through which stored events come in: what this version does not know is refused, never guessed. */

import type { DomainEvent } from '#domain';
import { AGGREGATES } from '#domain';
import type { RecordedEvent } from '#event-store';
import { metadataOf } from './metadata.ts';

/** The log holds something this version of Minutebook cannot read. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
}

/** The event as the domain knows it, in its newest form. @throws {UnreadableEvent} */
export function readable(event: RecordedEvent): DomainEvent {
  const category = event.stream.slice(0, event.stream.indexOf('-'));
  const newest = AGGREGATES[category]?.forms[event.type];
  const version = metadataOf(event).schemaVersion;
  if (newest === undefined || version > newest) {
    const what = newest === undefined ? `an event of an unknown type, ${event.type}` : `a newer form of ${event.type}`;
    throw new UnreadableEvent(
      `${event.stream} holds ${what}, at revision ${String(event.revision)}. It needs a newer version of Minutebook.`,
    );
  }
  return event;
}
