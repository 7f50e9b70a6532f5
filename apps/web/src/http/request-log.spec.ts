import { openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { openLog, withoutNames } from './request-log.ts';

describe('The log of requests', () => {
  it('holds no name of a person, who can be asked for by name', () => {
    expect(withoutNames('/api/people/Jane%20Doe/history')).toBe('/api/people/…/history');
    expect(withoutNames('/api/people/Jane%20Doe')).toBe('/api/people/…');
    expect(withoutNames('/%61pi/p%65ople/Jane%20Doe/links')).toBe('/api/people/…/links');
    expect(withoutNames('/api/people/6f2c1c1e-8a57-4d0b-9a58-2f3d9a5c7e10%20Doe')).toBe('/api/people/…');
  });

  it('holds the id or the reference of whatever is asked for', () => {
    const person = '/api/people/6f2c1c1e-8a57-4d0b-9a58-2f3d9a5c7e10/history';
    expect(withoutNames(person)).toBe(person);
    expect(withoutNames('/api/recommendations/OIC-R1%2FSYP')).toBe('/api/recommendations/OIC-R1%2FSYP');
  });

  (process.platform === 'linux' ? it : it.skip)('does not stop the server when its disk is full', async () => {
    const log = openLog(openSync('/dev/full', 'w'));
    for (let line = 0; line < 2_000; line += 1) log.info({ line, text: 'x'.repeat(1_000) });
    // Longer than a line waits to be written.
    await pause(600);
    log.info('Still here.');
  });
});
