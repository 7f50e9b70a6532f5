import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

const EVENTSTORE_URL = 'esdb://localhost:2113?tls=false';

describe('The settings of a worker', () => {
  it('need an event store and a folder for the lists', () => {
    expect(readConfig(['--data', 'w'], { EVENTSTORE_URL })).toEqual({
      ...{ folder: 'w', eventStore: EVENTSTORE_URL, copies: undefined, port: undefined },
    });
    expect(() => readConfig([], { EVENTSTORE_URL })).toThrow(
      'so this process needs a folder of its own for its lists.',
    );
    expect(() => readConfig(['--data', 'w'], {})).toThrow(/^EVENTSTORE_URL is not set\. A worker is for a record that/);
  });

  it('take a port, and a folder for copies', () => {
    const environment = { EVENTSTORE_URL, MINUTEBOOK_DATA: 'w', MINUTEBOOK_COPIES: 'c', PORT: '3100' };
    expect(readConfig([], environment)).toMatchObject({ copies: 'c', port: 3100 });
    expect(() => readConfig([], { ...environment, PORT: 'x' })).toThrow(
      'PORT is “x”. Set it to a whole number from 0 to 65535, or leave it out to have none.',
    );
  });
});
