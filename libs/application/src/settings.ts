/** What every process is told from outside: a wrong value stops the start with one sentence. */

import { parseArgs } from 'node:util';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the record is, and what a process of it may begin from. */
export interface RecordSettings {
  /** Of the record, or of the lists of this process alone when a server keeps the log. None when it is left out. */
  readonly folder: string | undefined;
  /** The address of the event store server that keeps the log. */
  readonly eventStore: string | undefined;
  /** The folder where workers publish copies of their lists, for others to begin with. */
  readonly copies: string | undefined;
}

/** A setting that can't be used. The message is for a person and says what to do. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}

/** @throws {WrongSetting} */
export function readRecordSettings(args: readonly string[], environment: Environment): RecordSettings {
  const folder = folderOf(args) ?? setting(environment['MINUTEBOOK_DATA']);
  const eventStore = setting(environment['EVENTSTORE_URL']);
  if (eventStore !== undefined && folder === undefined) {
    throw new WrongSetting(
      'EVENTSTORE_URL is set, so this process needs a folder of its own for its lists. Name it with --data DIR or in MINUTEBOOK_DATA.',
    );
  }
  return { folder, eventStore, copies: setting(environment['MINUTEBOOK_COPIES']) };
}

/** @param otherwise what it is when it is left out, in words */
export function readPort(port: string, otherwise: string): number {
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return Number(port);
  throw new WrongSetting(`PORT is “${port}”. Set it to a whole number from 0 to 65535, or leave it out ${otherwise}.`);
}

/** An empty variable is an unset one. */
export function setting(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}

function folderOf(args: readonly string[]): string | undefined {
  try {
    const { data } = parseArgs({ args: [...args], options: { data: { type: 'string' } } }).values;
    if (data?.trim() !== '') return data;
  } catch {
    throw new WrongSetting(`“${args.join(' ')}” is not understood. Start with --data DIR, or with nothing.`);
  }
  throw new WrongSetting('--data needs a folder. Write it as --data DIR.');
}
