/** Reads the whole log and checks what it must hold, however it came to be what it is. */

import { AGGREGATES, type DomainEvent } from '#domain';
import type { RawEvent, RawLog } from '#event-store';
import { eventId } from '../ids.ts';
import type { EventMetadata } from '../metadata.ts';
import { type ManifestReader, ManifestUnusable } from './copy-manifest.ts';

export interface Finding {
  readonly stream: string;
  readonly revision: number;
  /** What is wrong, as a sentence. */
  readonly sentence: string;
}

export interface Verification {
  readonly events: number;
  readonly streams: number;
  readonly findings: readonly Finding[];
  /** What is missing from the log as a whole, as sentences. */
  readonly losses: readonly string[];
}

export interface VerifyOptions {
  readonly hasOwnClock?: boolean | undefined;
  readonly manifest?: ManifestReader | undefined;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface Stream {
  next: number;
  recordedAt: string;
  /** The command of the last event, and which of its events that is. */
  commandId: string | undefined;
  index: number;
  state: unknown;
  /** After the first event that can't be read, those that follow can't be folded. */
  isBroken: boolean;
}

/** Between the clock of whoever decides and that of the log, in seconds. They are one clock, read a moment apart. */
const SKEW_SECONDS_MAX = 60;

/**
 * Revisions are contiguous; types and forms are known; every event has its metadata and an id that follows from its
 * command, folds and can be told; no event was taken out of the file; the stored
 * text is what `JSON.stringify` gives; what an event says of when it was recorded is what the log says of when it was
 * stored, or for what was copied into it, what the log before said. Answers with everything that is wrong, in the order
 * of the log.
 * @param options.hasOwnClock it is a sample: its clock says nothing of when it was stored
 * @param options.manifest of the copy that began the log
 */
export async function verify(
  log: RawLog,
  onProgress: (events: number) => void = () => undefined,
  { hasOwnClock = false, manifest }: VerifyOptions = {},
): Promise<Verification> {
  const streams = new Map<string, Stream>();
  const findings: Finding[] = [];
  const copied = new Copied(manifest);
  let events = 0;
  for await (const event of log.rows()) {
    const stream = streams.get(event.stream) ?? begin(event.stream);
    streams.set(event.stream, stream);
    const storedAt = await copied.storedAt(event);
    for (const sentence of check(event, stream, hasOwnClock ? undefined : storedAt)) {
      findings.push({ stream: event.stream, revision: event.revision, sentence });
    }
    events += 1;
    if (events % 500 === 0) onProgress(events);
  }
  onProgress(events);
  return { events, streams: streams.size, findings, losses: [...log.losses(), ...(await copied.finish())] };
}

/** When each event was first stored: what the manifest says of those that were copied, and the log of all others. */
class Copied {
  private manifest: ManifestReader | undefined;
  private readonly wrong: string[] = [];

  constructor(manifest: ManifestReader | undefined) {
    this.manifest = manifest;
  }

  async storedAt(event: RawEvent): Promise<string | undefined> {
    const line = await this.reading((manifest) => manifest.of(event));
    // Without its manifest, nothing can be said of when what was copied was stored.
    return this.wrong.length > 0 ? undefined : (line?.first ?? line ?? event).storedAt;
  }

  /** What is wrong with the manifest, as sentences. */
  async finish(): Promise<readonly string[]> {
    await this.reading((manifest) => manifest.finish());
    return this.wrong;
  }

  private async reading<Result>(read: (manifest: ManifestReader) => Promise<Result>): Promise<Result | undefined> {
    try {
      return this.manifest && (await read(this.manifest));
    } catch (error) {
      if (!(error instanceof ManifestUnusable)) throw error;
      this.wrong.push(error.message);
      this.manifest = undefined;
      return undefined;
    }
  }
}

function begin(name: string): Stream {
  const category = name.slice(0, name.indexOf('-'));
  return {
    next: 0,
    recordedAt: '',
    commandId: undefined,
    index: 0,
    state: AGGREGATES[category]?.decider.initial,
    isBroken: false,
  };
}

function check(event: RawEvent, stream: Stream, storedAt: string | undefined): string[] {
  const wrong: string[] = [];
  if (event.revision !== stream.next) wrong.push(`Revision ${String(stream.next)} is missing before this one.`);
  stream.next = event.revision + 1;
  if (!UUID.test(event.id)) wrong.push(`Its id “${event.id}” is not a UUID.`);

  const data = parsed(event.data, 'data', wrong);
  const metadata = parsed(event.metadata, 'metadata', wrong) as Partial<EventMetadata> | undefined;
  if (data === undefined || metadata === undefined) {
    stream.isBroken = true;
    return wrong;
  }
  for (const field of ['commandId', 'recordedBy', 'recordedAt', 'schemaVersion'] as const) {
    if (metadata[field] === undefined) wrong.push(`Its metadata has no ${field}.`);
  }
  const { commandId, recordedBy } = metadata;
  stream.index = commandId === stream.commandId ? stream.index + 1 : 0;
  stream.commandId = commandId;
  if (UUID.test(event.id) && commandId !== undefined && !isOfCommand(event.id, commandId, stream.index)) {
    wrong.push('Its id does not follow from the command in its metadata.');
  }
  if (recordedBy !== undefined && !isRecorder(recordedBy)) wrong.push('Its metadata does not say who recorded it.');
  const recordedAt = metadata.recordedAt ?? '';
  if (recordedAt < stream.recordedAt) wrong.push('It was recorded before the event that precedes it.');
  // Where the clock was set back, an event takes over the time of the one before it.
  if (storedAt !== undefined && recordedAt !== stream.recordedAt && !areClose(recordedAt, storedAt)) {
    wrong.push(`It says that it was recorded at ${recordedAt}, but it was stored at ${storedAt}.`);
  }
  stream.recordedAt = recordedAt;

  const category = event.stream.slice(0, event.stream.indexOf('-'));
  const aggregate = AGGREGATES[category];
  const newest = aggregate?.forms[event.type];
  if (aggregate === undefined || newest === undefined) {
    stream.isBroken = true;
    return [...wrong, `Its type ${event.type} is not known to this version of Minutebook. Its stream is held back.`];
  }
  if ((metadata.schemaVersion ?? 0) > newest) {
    stream.isBroken = true;
    return [
      ...wrong,
      `Its form of ${event.type} is newer than this version of Minutebook knows. Its stream is held back.`,
    ];
  }
  for (const field of ['body', 'concerns']) {
    if (!(field in data)) wrong.push(`Its data has no ${field}.`);
  }
  if (stream.isBroken) return wrong;
  const known = { type: event.type, data } as DomainEvent;
  try {
    stream.state = aggregate.decider.evolve(stream.state, known, event.id);
    aggregate.narrate(known, (_kind, id) => id);
  } catch (error) {
    stream.isBroken = true;
    wrong.push(`It can’t be loaded: ${error instanceof Error ? error.message : String(error)}`);
  }
  return wrong;
}

function isOfCommand(id: string, commandId: string, index: number): boolean {
  return UUID.test(commandId) && id === eventId(commandId, index);
}

/** A person in a post, or a policy, of a body. */
function isRecorder(recordedBy: unknown): boolean {
  const { person, post, policy, body } = (recordedBy ?? {}) as Partial<EventMetadata['recordedBy']>;
  return (
    typeof body === 'string' &&
    (policy === undefined ? [person, post] : [policy]).every((one) => typeof one === 'string')
  );
}

function areClose(one: string, other: string): boolean {
  return Math.abs(Date.parse(one) - Date.parse(other)) <= SKEW_SECONDS_MAX * 1000;
}

function parsed(text: string, what: string, wrong: string[]): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) {
      wrong.push(`Its ${what} is not an object.`);
      return undefined;
    }
    if (JSON.stringify(value) !== text) wrong.push(`Its ${what} does not read back to the same bytes.`);
    return value;
  } catch {
    wrong.push(`Its ${what} is not JSON.`);
    return undefined;
  }
}
