/** What the server is told from outside, checked once: a wrong value stops the start with one sentence. */

import {
  type Environment,
  readPort,
  readRecordSettings,
  type RecordSettings,
  setting,
  WrongSetting,
} from '#application';

export interface Config extends RecordSettings {
  readonly folder: string;
  /** The folder is the one that is filled with the sample record when it is empty. */
  readonly isSampleFolder: boolean;
  readonly host: string;
  readonly port: number;
}

const SAMPLE_FOLDER = 'data/sample';
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** @throws {WrongSetting} */
export function readConfig(args: readonly string[], environment: Environment): Config {
  const { folder, ...record } = readRecordSettings(args, environment);
  const port = setting(environment['PORT']);
  return {
    ...record,
    folder: folder ?? SAMPLE_FOLDER,
    isSampleFolder: folder === undefined,
    host: hostOf(setting(environment['HOST'])),
    port: port === undefined ? 3000 : readPort(port, 'for 3000'),
  };
}

function hostOf(host: string | undefined): string {
  if (host === undefined) return '127.0.0.1';
  if (LOOPBACK.includes(host)) return host;
  throw new WrongSetting(
    `HOST is “${host}”. Until people can sign in, Minutebook listens only where this computer alone can reach it: set HOST to ${LOOPBACK.join(', ')}, or leave it out.`,
  );
}
