/**
 * What a copy can't carry in the log itself: when the store it came from wrote each event, and where. One JSON object a
 * line: the copy, then its events in the order of the log, then what it came to. Nothing in it tells of a person but the
 * id of their stream, so it may outlive them.
 */

import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isPersonStream, type RawEvent, type StreamName } from '#event-store';
import type { Tally } from './copy-log.ts';

/** The first line. */
export interface CopyNamed {
  readonly manifest: 'minutebook-copy-1';
  /** Without user and password. */
  readonly from: string;
  readonly fromLog: string;
  readonly to: string;
  readonly toLog: string;
}

/** When a store wrote an event, and where in its log. */
export interface Witness {
  readonly storedAt: string;
  readonly logPosition: string;
}

/** A line an event. */
export interface Witnessed extends Witness {
  readonly stream: StreamName;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  /** In the first store, when the source was itself a copy. */
  readonly first?: Witness;
}

/** The last line. The hash leaves persons out: it holds when one is erased, and gives no guess at them away. */
interface CopyEnded {
  readonly events: number;
  readonly streams: number;
  readonly eventsWithoutPersons: number;
  readonly sha256WithoutPersons: string;
}

const bufferMax = 64 * 1024;
/** Of every manifest. */
const beginning = '{"manifest":"minutebook-copy-1",';

/** The manifest can't be written. */
export class ManifestUnwritable extends Error {
  override readonly name = 'ManifestUnwritable';
}

/** Written beside its place and moved there when it is whole, so that a copy that breaks off leaves the old one. */
export class ManifestFile {
  private readonly path: string;
  private readonly part: string;
  private readonly file: number;
  private buffer = '';
  private isOpen = true;

  /** @throws {ManifestUnwritable} */
  constructor(path: string, named: CopyNamed) {
    this.path = path;
    this.part = `${path}.${String(process.pid)}.part`;
    this.file = this.writing(() => {
      removeParts(path);
      return openSync(this.part, 'wx', 0o600);
    });
    this.line(named);
  }

  /** @throws {ManifestUnwritable} */
  add({ stream, revision, id, type, storedAt, logPosition }: RawEvent, first: Witness | undefined): void {
    this.line({ stream, revision, id, type, storedAt, logPosition, ...(first && { first }) } satisfies Witnessed);
  }

  /** @throws {ManifestUnwritable} */
  publish({ events, streams, lasting }: Tally): void {
    this.line({
      ...{ events, streams },
      ...{ eventsWithoutPersons: lasting.events, sha256WithoutPersons: lasting.sha256 },
    } satisfies CopyEnded);
    this.writing(() => {
      this.flush();
      fsyncSync(this.file);
      this.close();
      renameSync(this.part, this.path);
    });
  }

  /** Removes what was not published. */
  discard(): void {
    if (this.isOpen) this.close();
    rmSync(this.part, { force: true });
  }

  private close(): void {
    this.isOpen = false;
    closeSync(this.file);
  }

  private line(value: object): void {
    this.buffer += `${JSON.stringify(value)}\n`;
    if (this.buffer.length > bufferMax) this.writing(() => this.flush());
  }

  private flush(): void {
    for (let bytes = Buffer.from(this.buffer); bytes.length > 0;) bytes = bytes.subarray(writeSync(this.file, bytes));
    this.buffer = '';
  }

  private writing<Result>(write: () => Result): Result {
    try {
      return write();
    } catch (error) {
      throw new ManifestUnwritable(
        `The manifest ${this.path} can’t be written (${(error as Error).message}). ` +
          'Make room for it, or name another file, and copy again: what was copied stays.',
        { cause: error },
      );
    }
  }
}

/** What runs that were broken off left behind. */
function removeParts(path: string): void {
  const folder = dirname(path);
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${basename(path)}.`) && name.endsWith('.part')) rmSync(join(folder, name));
  }
}

/** The file is no manifest, or is that of another log. The message is for a person. */
export class ManifestUnusable extends Error {
  override readonly name = 'ManifestUnusable';
}

/** Reads a manifest beside the log that the copy made, event by event. */
export class ManifestReader {
  readonly named: CopyNamed;
  private readonly path: string;
  private readonly file: FileHandle;
  private readonly lines: AsyncIterator<string>;
  private next: Witnessed | undefined;

  private constructor(path: string, named: CopyNamed, file: FileHandle, lines: AsyncIterator<string>) {
    this.path = path;
    this.named = named;
    this.file = file;
    this.lines = lines;
  }

  /** @throws {ManifestUnusable} */
  static async open(path: string): Promise<ManifestReader> {
    const file = await open(path);
    // Looked at beforehand: a file that is something else may have lines without end.
    const { buffer } = await file.read(Buffer.alloc(beginning.length), 0, beginning.length, 0);
    if (!(await file.stat()).isFile() || buffer.toString() !== beginning) {
      await file.close();
      throw new ManifestUnusable(`${path} is not the manifest of a copy. Name another file.`);
    }
    const lines = file.readLines()[Symbol.asyncIterator]();
    const first = await lines.next();
    const named = first.done === true ? undefined : parsed(first.value);
    if (named === undefined) {
      await file.close();
      throw new ManifestUnusable(`The manifest ${path} is cut off or damaged.`);
    }
    const reader = new ManifestReader(path, named as unknown as CopyNamed, file, lines);
    await reader.step();
    return reader;
  }

  /**
   * What the manifest says of the next event of the log; nothing of one that was recorded after the copy.
   * @throws {ManifestUnusable} it names an event that the log doesn't hold, and that can't have been erased
   */
  async of({ stream, revision, id }: RawEvent): Promise<Witnessed | undefined> {
    while (this.next && !(this.next.id === id && this.next.stream === stream && this.next.revision === revision)) {
      await this.skipErased();
    }
    const found = this.next;
    if (found) await this.step();
    return found;
  }

  /** @throws {ManifestUnusable} it goes on where the log ends */
  async finish(): Promise<void> {
    while (this.next) await this.skipErased();
  }

  async close(): Promise<void> {
    await this.lines.return?.();
    await this.file.close();
  }

  private async skipErased(): Promise<void> {
    const { stream, revision, type } = this.next as Witnessed;
    if (!isPersonStream(stream)) {
      throw new ManifestUnusable(
        `The manifest ${this.path} names ${type} at revision ${String(revision)} of ${stream}, and the log doesn’t hold it there.`,
      );
    }
    await this.step();
  }

  private async step(): Promise<void> {
    const line = await this.lines.next();
    const value = line.done === true ? undefined : parsed(line.value);
    if (value === undefined) throw new ManifestUnusable(`The manifest ${this.path} is cut off or damaged.`);
    this.next = 'id' in value ? (value as unknown as Witnessed) : undefined;
  }
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
