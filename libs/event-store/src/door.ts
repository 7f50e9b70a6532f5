/** What every log asks of an append before it takes it, so that a record can move from one to another unchanged. */
import { EventRefused, type EventToAppend, type Revision, type StreamName } from './event-store.ts';
import { flawInJson } from './plain-json.ts';
import { isStreamName } from './stream-name.ts';

/** As EventStoreDB counts it: data, metadata and the type in UTF-16. */
export const appendBytesMax = 1_048_576;
const typeLengthMax = 200;

export interface AdmittedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/**
 * Checks an append and writes its events as JSON, once: the text is both measured and kept.
 * @throws {EventRefused}
 */
export function admit(
  stream: StreamName,
  expected: Revision | 'no-stream',
  events: readonly EventToAppend[],
): AdmittedEvent[] {
  if (!isStreamName(stream)) {
    throw new EventRefused(`"${String(stream)}" is not the name of a stream: a category, a hyphen and an id.`);
  }
  if (expected !== 'no-stream' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    throw new EventRefused(
      `"${String(expected)}" is not a revision to expect: give a whole number from 0, or 'no-stream'.`,
    );
  }
  if (events.length === 0) throw new EventRefused(`There is no event to append to ${stream}.`);
  let bytes = 0;
  const admitted = events.map((event) => {
    if (!isUuid(event.id)) throw new EventRefused(`"${event.id}" is not an event id: give a UUID in lower case.`);
    if (!isType(event.type)) throw new EventRefused(`"${event.type}" is not the type of an event.`);
    const data = jsonOf('data', event);
    const metadata = jsonOf('metadata', event);
    bytes += Buffer.byteLength(data) + Buffer.byteLength(metadata) + 2 * event.type.length;
    return { id: event.id, type: event.type, data, metadata };
  });
  if (events.length > 1 && new Set(admitted.map(({ id }) => id)).size < events.length) {
    throw new EventRefused(`Two of the events to append to ${stream} have the same id: give each its own.`);
  }
  if (bytes > appendBytesMax) {
    throw new EventRefused(
      `An append may hold ${appendBytesMax} bytes, and this one to ${stream} holds ${bytes}. Shorten its texts.`,
    );
  }
  return admitted;
}

function isType(type: unknown): boolean {
  return (
    typeof type === 'string' && type !== '' && type.length <= typeLengthMax && type.isWellFormed() && type[0] !== '$'
  );
}

function jsonOf(part: 'data' | 'metadata', event: EventToAppend): string {
  const value = event[part];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new EventRefused(`The ${part} of ${event.type} must be an object.`);
  }
  const flaw = flawInJson(value);
  if (flaw !== undefined) {
    throw new EventRefused(
      `${[part, ...flaw.path].join('.')} of ${event.type} ${flaw.reason}: it can't be kept as JSON.`,
    );
  }
  return JSON.stringify(value);
}

/** In lower case, because the log keeps the 16 bytes and gives the id back in lower case. */
const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function isUuid(id: unknown): boolean {
  return typeof id === 'string' && uuidForm.test(id);
}
