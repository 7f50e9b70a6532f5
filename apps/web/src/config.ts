/** What the server is told from outside, checked once: a wrong value stops the start with one sentence. */

import { parseArgs } from 'node:util';

export interface Config {
  readonly folder: string;
  /** The folder is the one that is filled with the sample record when it is empty. */
  readonly isSampleFolder: boolean;
  readonly host: string;
  readonly port: number;
}

/** A setting that can't be used. The message is for a person and says what to do. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}

const SAMPLE_FOLDER = 'data/sample';
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** @throws {WrongSetting} */
export function readConfig(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Config {
  const folder = folderOf(args) ?? setting(environment['MINUTEBOOK_DATA']);
  return {
    folder: folder ?? SAMPLE_FOLDER,
    isSampleFolder: folder === undefined,
    host: hostOf(setting(environment['HOST'])),
    port: portOf(setting(environment['PORT'])),
  };
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

function hostOf(host: string | undefined): string {
  if (host === undefined) return '127.0.0.1';
  if (LOOPBACK.includes(host)) return host;
  throw new WrongSetting(
    `HOST is “${host}”. Until people can sign in, Minutebook listens only where this computer alone can reach it: set HOST to ${LOOPBACK.join(', ')}, or leave it out.`,
  );
}

function portOf(port: string | undefined): number {
  if (port === undefined) return 3000;
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return Number(port);
  throw new WrongSetting(`PORT is “${port}”. Set it to a whole number from 0 to 65535, or leave it out for 3000.`);
}

/** An empty variable is an unset one. */
function setting(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}
