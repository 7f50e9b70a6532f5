/** What a worker is told from outside, checked once: a wrong value stops the start with one sentence. */

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
  readonly eventStore: string;
  /** Where it says on loopback how it is. Nowhere when it is left out. */
  readonly port: number | undefined;
}

/** @throws {WrongSetting} */
export function readConfig(args: readonly string[], environment: Environment): Config {
  const { folder, eventStore, copies } = readRecordSettings(args, environment);
  if (eventStore === undefined || folder === undefined) {
    throw new WrongSetting(
      'EVENTSTORE_URL is not set. A worker is for a record that an event store server keeps; with a log in a folder, npm start does everything.',
    );
  }
  const port = setting(environment['PORT']);
  return { folder, eventStore, copies, port: port === undefined ? undefined : readPort(port, 'to have none') };
}
