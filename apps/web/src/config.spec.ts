import { describe, expect, it } from '@jest/globals';
import { WrongSetting } from '#application';
import { readConfig } from './config.ts';

const why = (args: string[], environment: Record<string, string> = {}): string => {
  try {
    readConfig(args, environment);
  } catch (error) {
    if (error instanceof WrongSetting) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('The settings', () => {
  it('need nothing: the sample record, on loopback, on port 3000', () => {
    expect(readConfig([], {})).toEqual({
      ...{ folder: 'data/sample', isSampleFolder: true, host: '127.0.0.1', port: 3000 },
      ...{ eventStore: undefined, copies: undefined },
    });
  });

  it('take a folder from --data, else from MINUTEBOOK_DATA', () => {
    expect(readConfig(['--data', 'a'], { MINUTEBOOK_DATA: 'b' })).toMatchObject({ folder: 'a', isSampleFolder: false });
    expect(readConfig(['--data=a'], {})).toMatchObject({ folder: 'a' });
    expect(readConfig([], { MINUTEBOOK_DATA: 'b' })).toMatchObject({ folder: 'b', isSampleFolder: false });
  });

  it('take an empty variable for an unset one', () => {
    expect(readConfig([], { MINUTEBOOK_DATA: '', HOST: '', PORT: ' ' })).toEqual(readConfig([], {}));
  });

  it.each(['127.0.0.1', '::1', 'localhost'])('listen on %s', (host) => {
    expect(readConfig([], { HOST: host }).host).toBe(host);
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', 'minutebook.example', 'localhost.evil.example'])(
    'refuse to listen on %s until people can sign in',
    (host) => {
      expect(why([], { HOST: host })).toContain(`HOST is “${host}”. Until people can sign in`);
    },
  );

  it.each(['http', '65536', '-1', '80.5', '1e3'])('refuse the port %s', (port) => {
    expect(why([], { PORT: port })).toBe(
      `PORT is “${port}”. Set it to a whole number from 0 to 65535, or leave it out for 3000.`,
    );
  });

  it('want a folder for the lists where the log is on an event store', () => {
    const served = { EVENTSTORE_URL: 'esdb://localhost:2113?tls=false' };
    expect(why([], served)).toBe(
      'EVENTSTORE_URL is set, so this process needs a folder of its own for its lists. Name it with --data DIR or in MINUTEBOOK_DATA.',
    );
    expect(readConfig(['--data', 'a'], { ...served, MINUTEBOOK_COPIES: 'c' })).toMatchObject({
      ...{ folder: 'a', isSampleFolder: false, eventStore: served.EVENTSTORE_URL, copies: 'c' },
    });
  });

  it('refuse arguments they do not know', () => {
    expect(why(['--dta', 'x'])).toBe('“--dta x” is not understood. Start with --data DIR, or with nothing.');
    expect(why(['x'])).toContain('is not understood');
    expect(why(['--data', ''])).toBe('--data needs a folder. Write it as --data DIR.');
  });
});
