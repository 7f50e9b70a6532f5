import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Result, SHORT_FORM_MS_MAX, shortForm } from './short-form.ts';

const FAULTS: readonly (readonly [id: string, what: string])[] = [
  ['F01', 'killed under load twenty times, it loses nothing, doubles nothing and leaves nothing half done'],
  ['F03', 'killed at any place of a batch, its lists are what the log says'],
  ['F26', 'lists that are late say so, and nobody misses what they have just recorded'],
];

describe('A server that dies, and lists that come late', () => {
  let results: Map<string, Result>;
  beforeAll(async () => {
    results = await shortForm(FAULTS.map(([id]) => id));
  }, SHORT_FORM_MS_MAX);

  it.each(FAULTS)('%s: %s', (id) => {
    const { passed, told } = results.get(id) ?? { passed: false, told: 'It was not run.' };
    expect(passed ? '' : told).toBe('');
  });
});
