/** Where an event store server is and who uses it, as its operator wrote it down. */
import { readFileSync } from 'node:fs';
import { LogUnavailable } from './event-store.ts';

export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export interface EventStoreDbSettings {
  /** Several, or one to be asked for the others, are a cluster. */
  readonly endpoints: readonly Endpoint[];
  readonly isDiscovered: boolean;
  /** Whether TLS protects what is sent. */
  readonly isSecure: boolean;
  /** The certificate of the authority that vouches for the server, when it is not a public one. */
  readonly authority: Buffer | undefined;
  /** The account that reads and appends. */
  readonly account: Credentials | undefined;
  /** The account that may also erase. */
  readonly operator: Credentials | undefined;
  readonly numbers: Readonly<Partial<Record<NumberSetting, number>>>;
}

type NumberSetting = (typeof numberSettings)[number];

const numberSettings = [
  'keepAliveInterval',
  'keepAliveTimeout',
  'discoveryInterval',
  'maxDiscoverAttempts',
  'gossipTimeout',
] as const;

const defaultPort = 2113;
const form = /^(esdb|esdb\+discover):\/\/(?:([^@/?]+)@)?([^@/?]+)\/?(?:\?(.*))?$/;
const hostForm = /^([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?::(\d{1,5}))?$/;

/**
 * Reads an address such as `esdb://127.0.0.1:2113?tls=false` or `esdb+discover://cluster.example`, and the files that
 * EVENTSTORE_USER_FILE, EVENTSTORE_PASSWORD_FILE and, for whoever may erase, EVENTSTORE_OPERATOR_USER_FILE and
 * EVENTSTORE_OPERATOR_PASSWORD_FILE name. No sentence it throws repeats the address, which may hold a password.
 * @throws {LogUnavailable} with what to change
 */
export function eventStoreDbSettings(
  url: string,
  environment: Readonly<Record<string, string | undefined>>,
): EventStoreDbSettings {
  const [, scheme, inUrl, hosts = '', query = ''] = form.exec(url.trim()) ?? [];
  if (scheme === undefined) {
    throw wrong('is not one of an event store. Write it as esdb://host:2113 or esdb+discover://host:2113.');
  }
  const endpoints = hosts.split(',').map(endpointOf);
  const isLocal = endpoints.every(({ address }) => isLoopback(address));
  const { isSecure, authorityFile, numbers } = settingsIn(query);
  if (!isSecure && !isLocal) {
    throw wrong('switches TLS off, which is for a server on this machine alone. Take tls=false away.');
  }
  const account =
    credentialsFrom(environment, 'EVENTSTORE_USER_FILE', 'EVENTSTORE_PASSWORD_FILE') ??
    (inUrl === undefined ? undefined : credentialsIn(inUrl, isLocal));
  const operator = credentialsFrom(environment, 'EVENTSTORE_OPERATOR_USER_FILE', 'EVENTSTORE_OPERATOR_PASSWORD_FILE');
  if (isSecure && account === undefined) {
    throw new LogUnavailable(
      'The event store asks who we are. Name the files that hold the user and the password in EVENTSTORE_USER_FILE and ' +
        'EVENTSTORE_PASSWORD_FILE.',
    );
  }
  for (const one of [account, operator]) {
    if (one?.username === 'admin' && one.password === 'changeit' && !isLocal) {
      throw new LogUnavailable(
        'The password of the event store’s admin is the one it was delivered with. Change it, and make an account of ' +
          'its own for Minutebook.',
      );
    }
  }
  return {
    endpoints,
    isDiscovered: scheme === 'esdb+discover' || endpoints.length > 1,
    isSecure,
    authority: authorityFile === undefined ? undefined : Buffer.from(textOf(authorityFile, 'tlsCAFile')),
    account,
    operator,
    numbers,
  };
}

function endpointOf(host: string): Endpoint {
  const [, address, port = String(defaultPort)] = hostForm.exec(host) ?? [];
  if (address === undefined || Number(port) > 65_535) {
    throw wrong('names a host that can’t be read. Write a name or an IPv4 address, and a port: host:2113.');
  }
  return { address, port: Number(port) };
}

function settingsIn(query: string) {
  let isSecure = true;
  let authorityFile: string | undefined;
  const numbers: Partial<Record<NumberSetting, number>> = {};
  for (const [key, value] of new URLSearchParams(query)) {
    // The vendor's own clients take a key in any case and with underscores.
    const plain = key.replaceAll('_', '').toLowerCase();
    const number = numberSettings.find((one) => one.toLowerCase() === plain);
    if (number !== undefined) numbers[number] = positive(key, value);
    else if (plain === 'tls' && (value === 'true' || value === 'false')) isSecure = value === 'true';
    else if (plain === 'tlscafile') authorityFile = value;
    else if (plain !== 'nodepreference' || value !== 'leader') {
      throw wrong(
        `has the setting ${key}=${value}, which Minutebook does not take. It takes tls, tlsCAFile and ${numberSettings.join(', ')}.`,
      );
    }
  }
  return { isSecure, authorityFile, numbers };
}

function positive(key: string, value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw wrong(`has ${key}=${value}. Give it a whole number from 1.`);
  return Number(value);
}

/** A password in an address is seen by whoever lists the processes, so it is taken only where nobody else's is at stake. */
function credentialsIn(text: string, isLocal: boolean): Credentials {
  if (!isLocal) {
    throw wrong(
      'holds a user and a password. Put each in a file, and name the files in EVENTSTORE_USER_FILE and EVENTSTORE_PASSWORD_FILE.',
    );
  }
  const colon = text.indexOf(':');
  if (colon === -1) throw wrong('names a user without a password. Write user:password@ before the host.');
  try {
    return {
      username: decodeURIComponent(text.slice(0, colon)),
      password: decodeURIComponent(text.slice(colon + 1)),
    };
  } catch {
    throw wrong('holds a user or a password that can’t be read. Write a % in them as %25.');
  }
}

function credentialsFrom(
  environment: Readonly<Record<string, string | undefined>>,
  userFile: string,
  passwordFile: string,
): Credentials | undefined {
  const [user, password] = [environment[userFile], environment[passwordFile]];
  if (user === undefined && password === undefined) return undefined;
  if (user === undefined || password === undefined) {
    throw new LogUnavailable(`${userFile} and ${passwordFile} belong together. Set both, or neither.`);
  }
  return { username: textOf(user, userFile), password: textOf(password, passwordFile) };
}

/** The text of a file without the line break that an editor leaves at its end. */
function textOf(file: string, setting: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new LogUnavailable(`The file that ${setting} names can’t be read (${(error as Error).message}).`);
  }
  if (text === '') throw new LogUnavailable(`The file ${file}, which ${setting} names, is empty.`);
  return text;
}

function isLoopback(address: string): boolean {
  return address === 'localhost' || /^127(?:\.\d{1,3}){3}$/.test(address);
}

function wrong(what: string): LogUnavailable {
  return new LogUnavailable(`The address of the event store ${what}`);
}
