import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogUnavailable } from './event-store.ts';
import { eventStoreDbSettings } from './eventstoredb-settings.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function keep(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function accountOf(user: string, password: string): Record<string, string> {
  return { EVENTSTORE_USER_FILE: keep('user', user), EVENTSTORE_PASSWORD_FILE: keep('password', password) };
}

const settings = (url: string, environment = {}) => eventStoreDbSettings(url, environment);

describe('the address of an event store', () => {
  it.each<[string, string, object]>([
    [
      'one node on this machine',
      'esdb://127.0.0.1:2114?tls=false',
      { endpoints: [{ address: '127.0.0.1', port: 2114 }], isDiscovered: false, isSecure: false },
    ],
    ['a port left out', 'esdb://localhost/?tls=false', { endpoints: [{ address: 'localhost', port: 2113 }] }],
    ['a cluster to be asked', 'esdb+discover://localhost?tls=false', { isDiscovered: true }],
    [
      'nodes of a cluster',
      'esdb://localhost:1,localhost:2?tls=false',
      {
        endpoints: [
          { address: 'localhost', port: 1 },
          { address: 'localhost', port: 2 },
        ],
        isDiscovered: true,
      },
    ],
    [
      'settings in any writing',
      'esdb://localhost?TLS=false&keep_alive_interval=20000&GossipTimeout=3',
      { isSecure: false, numbers: { keepAliveInterval: 20_000, gossipTimeout: 3 } },
    ],
    [
      'a password with everything in it',
      'esdb://user:a%3Ab%40%25@localhost?tls=false',
      { account: { username: 'user', password: 'a:b@%' } },
    ],
    [
      'a password with a colon as it is',
      'esdb://user:a:b@localhost?tls=false',
      { account: { username: 'user', password: 'a:b' } },
    ],
    ['the password it was delivered with, on this machine', 'esdb://admin:changeit@127.0.0.1', { isSecure: true }],
  ])('is read: %s', (_, url, expected) => expect(settings(url)).toMatchObject(expected));

  it.each<[string, string, string]>([
    ['another scheme', 'kurrentdb://localhost', 'is not one of an event store'],
    ['no host', 'esdb://', 'is not one of an event store'],
    ['an IPv6 address', 'esdb://[::1]:2113', 'host that can’t be read'],
    ['a port beyond all', 'esdb://localhost:70000', 'host that can’t be read'],
    ['a setting it does not know', 'esdb://localhost?tlsVerifyCert=false', 'has the setting tlsVerifyCert=false'],
    [
      'another node than the leader',
      'esdb://localhost?nodePreference=follower',
      'has the setting nodePreference=follower',
    ],
    [
      'a time limit switched off, which cuts every connection',
      'esdb://localhost?keepAliveTimeout=-1',
      'keepAliveTimeout=-1. Give it a whole number',
    ],
    ['no TLS to another machine', 'esdb://store.example?tls=false', 'switches TLS off'],
    ['a password for another machine', 'esdb://user:pass@store.example', 'holds a user and a password'],
    ['a user alone', 'esdb://user@localhost', 'names a user without a password'],
    ['a password that can’t be read', 'esdb://user:100%@localhost', 'can’t be read'],
    ['TLS and nobody', 'esdb://localhost', 'asks who we are'],
  ])('is refused with what to change: %s', (_, url, sentence) => {
    expect(() => settings(url)).toThrow(LogUnavailable);
    expect(() => settings(url)).toThrow(sentence);
    expect(() => settings(url)).not.toThrow(/pass@|100%/);
  });
});

describe('the account of an event store', () => {
  it('is read from files, without the line break at their end', () => {
    const { account } = settings('esdb://store.example', accountOf('minutebook\n', 'p:ss %1\r\n'));
    expect(account).toEqual({ username: 'minutebook', password: 'p:ss %1' });
  });

  it('of whoever erases is another', () => {
    const environment = {
      ...accountOf('minutebook', 'one'),
      EVENTSTORE_OPERATOR_USER_FILE: keep('keeper', 'keeper'),
      EVENTSTORE_OPERATOR_PASSWORD_FILE: keep('two', 'two'),
    };
    expect(settings('esdb://store.example', environment).operator).toEqual({ username: 'keeper', password: 'two' });
    expect(settings('esdb://store.example', accountOf('minutebook', 'one')).operator).toBeUndefined();
  });

  it('is refused when it is the one the server was delivered with', () => {
    const refusal = /The password of the event store’s admin is the one it was delivered with/;
    expect(() => settings('esdb://store.example', accountOf('admin', 'changeit'))).toThrow(refusal);
    expect(() => settings('esdb://localhost:1,store.example', accountOf('admin', 'changeit'))).toThrow(refusal);
  });

  it.each<[string, () => Record<string, string>, string]>([
    ['half of it', () => ({ EVENTSTORE_USER_FILE: keep('user', 'minutebook') }), 'belong together'],
    ['an empty file', () => accountOf('minutebook', '\n'), 'is empty'],
    [
      'no file',
      () => ({ ...accountOf('minutebook', 'x'), EVENTSTORE_USER_FILE: join(folder, 'none') }),
      'can’t be read',
    ],
  ])('is refused: %s', (_, environment, sentence) =>
    expect(() => settings('esdb://store.example', environment())).toThrow(sentence),
  );

  it('is asked for with the authority that vouches for the server', () => {
    const url = `esdb://store.example?tlsCAFile=${encodeURIComponent(keep('ca.crt', 'a certificate\n'))}`;
    expect(settings(url, accountOf('minutebook', 'x')).authority?.toString()).toBe('a certificate');
    expect(() => settings('esdb://store.example?tlsCAFile=/none', accountOf('minutebook', 'x'))).toThrow('tlsCAFile');
  });
});
