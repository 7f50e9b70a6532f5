import { describe, expect, it } from '@jest/globals';
import { commandIdOf, expectedRevisionOf } from './command-headers.ts';
import { Problem } from './problem.ts';

const KEY = '6f2c1c1e-8a57-4d0b-9a58-2f3d9a5c7e10';

describe('The Idempotency-Key', () => {
  it('is the id of the command, in lower case, with or without quotes', () => {
    expect(commandIdOf({ 'idempotency-key': KEY.toUpperCase() })).toEqual({ commandId: KEY, isNew: false });
    expect(commandIdOf({ 'idempotency-key': `"${KEY}"` }).commandId).toBe(KEY);
  });

  it('is made here when there is none, a new one each time', () => {
    expect(commandIdOf({})).toEqual({ commandId: expect.stringMatching(/^[0-9a-f-]{36}$/), isNew: true });
    expect(commandIdOf({}).commandId).not.toBe(commandIdOf({}).commandId);
  });

  it.each(['1', '', `${KEY}0`, `${KEY}, ${KEY}`])('must be a UUID, not “%s”', (key) => {
    expect(() => commandIdOf({ 'idempotency-key': key })).toThrow(Problem);
  });
});

describe('If-Match', () => {
  it('carries the revision the sender saw, or that there was nothing', () => {
    expect(expectedRevisionOf({ 'if-match': '"3"' })).toBe(3);
    expect(expectedRevisionOf({ 'if-match': '"no-stream"' })).toBe('no-stream');
  });

  it('may be left out', () => {
    expect(expectedRevisionOf({})).toBeUndefined();
  });

  it.each(['3', 'W/"3"', '"1", "2"', '*', '"-1"', '"no"', ''])('is not understood as %s', (tag) => {
    expect(() => expectedRevisionOf({ 'if-match': tag })).toThrow(Problem);
  });
});
