/**
 * What clients asked for and what they were told, and whether the log bears them out.
 *
 * Every operation is noted before it is sent, and again when its end is known: it was done, it was not, or nobody knows.
 * That order is what makes the check sound: whatever the log holds was asked for before.
 */

import { eventId } from '#application';

export type Operation =
  | {
      readonly kind: 'command';
      readonly commandId: string;
      readonly name: string;
      /** How many events it makes when it makes any. */
      readonly events: number;
    }
  /** `of` is a stream, or `lists` for how far these have come. */
  | { readonly kind: 'read'; readonly of: string };

export interface Told {
  /** Of a command: its stream, the revision of its last event, and the ids of its events; none when it stood already. */
  readonly stream?: string;
  readonly revision?: number;
  readonly events?: readonly string[];
  /** Of a read: how far it saw. */
  readonly place?: number;
}

export type Entry =
  | { readonly client: number; readonly number: number; readonly type: 'invoke'; readonly operation: Operation }
  | { readonly client: number; readonly number: number; readonly type: 'ok'; readonly told: Told }
  | {
      readonly client: number;
      readonly number: number;
      readonly type: 'fail' | 'unknown' | 'unsent';
      readonly why: string;
    };

export interface Invocation {
  ok(told: Told): void;
  /** The server says that it was not done. */
  fail(why: string): void;
  /** It may have been done, and may not. */
  unknown(why: string): void;
  /** It never left: this attempt did nothing, whatever came of one before it. */
  unsent(why: string): void;
}

export class Journal {
  readonly entries: Entry[] = [];
  private operations = 0;

  /** Notes what a client is about to ask. */
  invoke(client: number, operation: Operation): Invocation {
    const number = (this.operations += 1);
    this.entries.push({ client, number, type: 'invoke', operation });
    return {
      ok: (told) => void this.entries.push({ client, number, type: 'ok', told }),
      fail: (why) => void this.entries.push({ client, number, type: 'fail', why }),
      unknown: (why) => void this.entries.push({ client, number, type: 'unknown', why }),
      unsent: (why) => void this.entries.push({ client, number, type: 'unsent', why }),
    };
  }
}

/** An event of the log as the check needs it. In the order of the log. */
export interface Logged {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly commandId: string;
  readonly authentication: string;
}

export interface Checked {
  /** Commands that were answered with their events. */
  readonly acknowledged: number;
  readonly failed: number;
  /** Commands nobody was told the end of, and how many of them are in the log. */
  readonly unknown: number;
  readonly unknownRecorded: number;
  readonly reads: number;
  readonly lost: number;
  readonly doubled: number;
  readonly halfDone: number;
  /** Codes that stand claimed by a command that recorded nothing else. A repeat of the command goes on from there. */
  readonly openClaims: number;
  /** All that is wrong, as sentences. */
  readonly wrong: readonly string[];
}

interface Command {
  readonly commandId: string;
  readonly name: string;
  readonly events: number;
  /** What came of the last attempt that left. */
  last: 'unsent' | 'ok' | 'fail' | 'unknown';
  told: Told | undefined;
}

/** @param before how many events the log held before the first operation */
export function check(journal: readonly Entry[], log: readonly Logged[], before = 0): Checked {
  const wrong: string[] = [];
  checkLog(log, wrong);
  checkReads(journal, wrong);

  const commands = commandsIn(journal, wrong);
  const recorded = new Map<string, { own: Logged[]; claims: Logged[] }>();
  for (const event of log.slice(before)) {
    if (event.authentication === 'policy') continue;
    const { commandId, stream } = event;
    if (!commands.has(commandId)) wrong.push(`${stream} holds ${event.type}, for which nobody asked.`);
    const found = recorded.get(commandId) ?? { own: [], claims: [] };
    recorded.set(commandId, found);
    (stream.startsWith('code-') ? found.claims : found.own).push(event);
  }

  const count = {
    acknowledged: 0,
    failed: 0,
    unknown: 0,
    unknownRecorded: 0,
    lost: 0,
    doubled: 0,
    halfDone: 0,
    openClaims: 0,
  };
  for (const command of commands.values()) {
    const { own = [], claims = [] } = recorded.get(command.commandId) ?? {};
    const say = (what: string): void => void wrong.push(`${command.name} ${command.commandId} ${what}`);
    if (own.length === 0 && claims.length > 0) count.openClaims += 1;
    const partly = whatIsHalf(command, own);
    if (partly !== undefined) {
      count.halfDone += 1;
      say(partly);
    }
    if (command.told !== undefined) {
      count.acknowledged += 1;
      const told = command.told.events ?? [];
      const lost = told.filter((id) => !own.some((event) => event.id === id));
      if (lost.length > 0) {
        count.lost += 1;
        say(`was acknowledged, and ${String(lost.length)} of its ${String(told.length)} events are not in the log.`);
      }
      if (own.length > told.length) {
        count.doubled += 1;
        say(`was acknowledged with ${String(told.length)} events, and the log holds ${String(own.length)}.`);
      }
      const last = own.at(-1);
      if (last && told.length > 0 && (last.stream !== command.told.stream || last.revision !== command.told.revision)) {
        say(`was acknowledged at ${place(command.told)}, and stands at ${place(last)}.`);
      }
    } else if (command.last === 'fail' || command.last === 'unsent') {
      count.failed += 1;
      if (own.length > 0) say(`failed, and the log holds ${String(own.length)} of its events.`);
    } else {
      count.unknown += 1;
      if (own.length > 0) count.unknownRecorded += 1;
      if (own.length > command.events) {
        count.doubled += 1;
        say(`makes ${String(command.events)} events, and the log holds ${String(own.length)}.`);
      }
    }
  }
  const reads = journal.filter((entry) => entry.type === 'invoke' && entry.operation.kind === 'read').length;
  return { ...count, reads, wrong };
}

/** By its id: a client that was not told the end of a command may have sent it again. */
function commandsIn(journal: readonly Entry[], wrong: string[]): Map<string, Command> {
  const commands = new Map<string, Command>();
  const invoked = new Map<number, { command: Command; before: Command['last'] }>();
  for (const entry of journal) {
    if (entry.type === 'invoke') {
      const { operation } = entry;
      if (operation.kind !== 'command') continue;
      const { commandId, name, events } = operation;
      const command = commands.get(commandId) ?? { commandId, name, events, last: 'unsent', told: undefined };
      commands.set(commandId, command);
      invoked.set(entry.number, { command, before: command.last });
      // Until its end is noted nobody knows it.
      command.last = 'unknown';
      continue;
    }
    const { command, before } = invoked.get(entry.number) ?? {};
    if (!command || !before) continue;
    command.last = entry.type === 'unsent' ? before : entry.type;
    if (entry.type === 'fail' && command.told) {
      wrong.push(
        `${command.name} ${command.commandId} was acknowledged, and refused when it was sent again: ${entry.why}`,
      );
    }
    if (entry.type !== 'ok') continue;
    if (
      command.told &&
      (String(command.told.events) !== String(entry.told.events) || place(command.told) !== place(entry.told))
    ) {
      wrong.push(`${command.name} ${command.commandId} was acknowledged twice, and not with the same.`);
    }
    command.told ??= entry.told;
  }
  return commands;
}

/** What is missing of a command that the log holds a part of. */
function whatIsHalf(command: Command, own: readonly Logged[]): string | undefined {
  if (own.length === 0) return undefined;
  const expected = command.told?.events?.length ?? command.events;
  if (own.length < expected)
    return `makes ${String(expected)} events, and the log holds ${String(own.length)} of them.`;
  for (const [index, event] of own.entries()) {
    const first = own[0] as Logged;
    if (event.id !== eventId(command.commandId, index))
      return `has another event ${String(index)} than the one it makes.`;
    if (event.stream !== first.stream || event.revision !== first.revision + index) {
      return 'has events that do not stand together.';
    }
  }
  return undefined;
}

/** Revisions without a gap from 0, and no event twice. (A claim and what it is for share the id of their command.) */
function checkLog(log: readonly Logged[], wrong: string[]): void {
  const next = new Map<string, number>();
  const ids = new Set<string>();
  for (const { stream, revision, id } of log) {
    const expected = next.get(stream) ?? 0;
    if (revision !== expected)
      wrong.push(`${stream} has revision ${String(revision)} where ${String(expected)} belongs.`);
    next.set(stream, revision + 1);
    if (stream.startsWith('code-')) continue;
    if (ids.has(id)) wrong.push(`The event ${id} is in the log twice.`);
    ids.add(id);
  }
}

/** What a client has once seen, or was told that it stands, it never sees gone again. */
function checkReads(journal: readonly Entry[], wrong: string[]): void {
  /** How far a client had seen when it asked. A read that was on its way meanwhile may be answered with less. */
  const seen = new Map<string, number>();
  const asked = new Map<number, { of: string; atLeast: number }>();
  const key = (client: number, of: string): string => `${String(client)} ${of}`;
  const saw = (client: number, of: string, place: number): void => {
    seen.set(key(client, of), Math.max(seen.get(key(client, of)) ?? -1, place));
  };
  for (const entry of journal) {
    if (entry.type === 'invoke' && entry.operation.kind === 'read') {
      const { of } = entry.operation;
      asked.set(entry.number, { of, atLeast: seen.get(key(entry.client, of)) ?? -1 });
    }
    if (entry.type !== 'ok') continue;
    const { stream, revision, place } = entry.told;
    if (stream !== undefined && revision !== undefined) saw(entry.client, stream, revision);
    const read = asked.get(entry.number);
    if (!read || place === undefined) continue;
    if (place < read.atLeast) {
      wrong.push(
        `Client ${String(entry.client)} had seen ${read.of} at ${String(read.atLeast)}, and was then shown ${String(place)}.`,
      );
    }
    saw(entry.client, read.of, place);
  }
}

function place({ stream, revision }: Pick<Told, 'stream' | 'revision'>): string {
  return `revision ${String(revision)} of ${stream ?? 'no stream'}`;
}
