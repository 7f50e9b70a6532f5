/**
 * What an event store server keeps and by which rules, without the server: appends, metadata, tombstones, scavenges.
 * It outlives the server that serves it, as the disk of a real one does.
 */
import { randomUUID } from 'node:crypto';

export interface Kept {
  readonly position: number;
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
  /** Ticks of 100 ns since 1970. */
  readonly created: bigint;
}

export type Proposed = Pick<Kept, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;

/** -1 expects no stream. */
export type Expected = bigint | 'any' | 'stream exists';

export type Answer =
  | { readonly outcome: 'written'; readonly revision: bigint; readonly position: number }
  /** -1 stands for no stream. */
  | { readonly outcome: 'wrong expected version'; readonly actual: bigint }
  | { readonly outcome: 'stream deleted' }
  | { readonly outcome: 'too large' };

export type Found = readonly Kept[] | 'not found' | 'deleted';

export const appendBytesMax = 1_048_576;
const deleted = 0x7fff_ffff_ffff_ffffn;
const json = 'application/json';

interface Stream {
  readonly events: Kept[];
  last: bigint;
}

export class KeptLog {
  readonly events: Kept[] = [];
  private readonly streams = new Map<string, Stream>();
  /** All that ever was the beginning of an event, also of one that is gone. */
  private readonly places = new Set<number>();
  private readonly listeners = new Set<() => void>();
  private end = 131;
  private running: string | undefined;

  append(stream: string, expected: Expected, proposed: readonly Proposed[]): Answer {
    const size = proposed.reduce(
      (sum, { type, data, metadata }) => sum + data.length + metadata.length + 2 * type.length,
      0,
    );
    if (size > appendBytesMax) return { outcome: 'too large' };
    const found = this.streams.get(stream);
    const last = found?.last ?? -1n;
    if (last === deleted) return { outcome: 'stream deleted' };
    if (expected === 'any' || expected === 'stream exists') {
      if (expected === 'stream exists' && last < 0n) return { outcome: 'wrong expected version', actual: last };
      const repeated = proposed.map(({ id }) => found?.events.find((event) => event.id === id));
      if (proposed.length > 0 && repeated.every((event) => event !== undefined)) return written(repeated.at(-1)!);
      if (repeated[0] !== undefined) return { outcome: 'wrong expected version', actual: last };
    } else if (expected < last && !(expected === -1n && this.isSoftlyDeleted(stream))) {
      const standing = proposed.map((_, index) =>
        found?.events.find(({ revision }) => revision === expected + 1n + BigInt(index)),
      );
      const isRepeat = proposed.length > 0 && proposed.every(({ id }, index) => standing[index]?.id === id);
      return isRepeat ? written(standing.at(-1)!) : { outcome: 'wrong expected version', actual: last };
    } else if (expected > last) {
      return { outcome: 'wrong expected version', actual: last };
    }
    for (const one of proposed) this.keep(stream, (this.streams.get(stream)?.last ?? -1n) + 1n, one);
    this.tell();
    return {
      outcome: 'written',
      revision: last + BigInt(proposed.length),
      position: this.events.at(-1)?.position ?? 0,
    };
  }

  tombstone(stream: string, expected: Expected): Answer {
    const last = this.streams.get(stream)?.last ?? -1n;
    if (last === deleted) return { outcome: 'stream deleted' };
    if (typeof expected === 'bigint' && expected !== last) return { outcome: 'wrong expected version', actual: last };
    const kept = this.keep(stream, deleted, proposal('$streamDeleted', ''));
    this.tell();
    return written(kept);
  }

  /** The soft kind, which Minutebook never uses. */
  delete(stream: string): Answer {
    return this.append(`$$${stream}`, 'any', [proposal('$metadata', '{"$tb":9223372036854775807}')]);
  }

  read(stream: string): Found {
    const found = this.streams.get(stream);
    if (found?.last === deleted) return 'deleted';
    if (found === undefined || this.isSoftlyDeleted(stream)) return 'not found';
    const { $maxCount: most, $tb: from, $maxAge: age } = this.limitsOf(stream);
    return found.events
      .slice(most === undefined ? 0 : Math.max(0, found.events.length - most))
      .filter(({ revision, created }) => {
        const isTooOld = age !== undefined && Number(BigInt(Date.now()) * 10_000n - created) > age * 10_000_000;
        return (from === undefined || revision >= BigInt(from)) && !isTooOld;
      });
  }

  /** Where the first event stands that is not before the position. */
  indexOf(position: number): number {
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.events[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A server answers to any other place before its last event with an error. */
  isPlace(position: number): boolean {
    return this.places.has(position);
  }

  /** @returns its id, or nothing when one is running. It ends by itself after so many milliseconds. */
  scavenge(ms: number, result = 'Success'): string | undefined {
    if (this.running !== undefined) return undefined;
    const id = randomUUID();
    this.running = id;
    this.append(`$scavenges-${id}`, 'any', [proposal('$scavengeStarted', '{}')]);
    this.append('$scavengePoints', 'any', [proposal('$scavengePoint', JSON.stringify({ threshold: 0 }))]);
    // What is deleted after it began is left to the next one.
    const gone = new Set([...this.streams].filter(([, { last }]) => last === deleted).map(([name]) => name));
    setTimeout(() => {
      if (result === 'Success') this.remove(gone);
      this.running = undefined;
      this.append(`$scavenges-${id}`, 'any', [proposal('$scavengeCompleted', JSON.stringify({ result }))]);
    }, ms).unref();
    return id;
  }

  bytes(): Buffer {
    return Buffer.concat(
      this.events.flatMap(({ stream, type, data, metadata }) => [Buffer.from(stream + type), data, metadata]),
    );
  }

  /** As a backup that was put back would have it. */
  copy(): KeptLog {
    const copy = new KeptLog();
    for (const { stream, revision, ...proposed } of this.events) copy.keep(stream, revision, proposed);
    return copy;
  }

  /** Resolves with the next thing that is written. */
  changed(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.listeners.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.listeners.add(done);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
  }

  private keep(stream: string, revision: bigint, proposed: Proposed): Kept {
    const found = this.streams.get(stream) ?? { events: [], last: -1n };
    this.streams.set(stream, found);
    const created = BigInt(Date.now()) * 10_000n;
    const kept = { ...proposed, stream, revision, created, position: this.end };
    this.end += 100 + proposed.data.length + proposed.metadata.length;
    this.places.add(kept.position);
    this.events.push(kept);
    found.events.push(kept);
    found.last = revision;
    return kept;
  }

  private remove(streams: ReadonlySet<string>): void {
    const stays = ({ stream, revision }: Kept) => !streams.has(stream) || revision === deleted;
    const rest = this.events.filter(stays);
    this.events.splice(0, this.events.length, ...rest);
    for (const name of streams) {
      const events = this.streams.get(name)!.events;
      events.splice(0, events.length, ...events.filter(stays));
    }
  }

  private limitsOf(stream: string): { $maxCount?: number; $tb?: number; $maxAge?: number } {
    const last = this.streams.get(`$$${stream}`)?.events.at(-1);
    return last === undefined ? {} : (JSON.parse(last.data.toString()) as object);
  }

  private isSoftlyDeleted(stream: string): boolean {
    const { $tb } = this.limitsOf(stream);
    const last = this.streams.get(stream)?.last ?? -1n;
    return $tb !== undefined && $tb > Number.MAX_SAFE_INTEGER && last >= 0n;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

function proposal(type: string, data: string): Proposed {
  return { id: randomUUID(), type, contentType: json, data: Buffer.from(data), metadata: Buffer.alloc(0) };
}

function written({ revision, position }: Kept): Answer {
  return { outcome: 'written', revision, position };
}
