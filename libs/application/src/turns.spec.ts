import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.ts';

describe('turns', () => {
  it('come one at a time and in the order asked, for each key', async () => {
    const turns = new Turns();
    const told: string[] = [];
    const work = (name: string, ms: number) => async () => {
      told.push(`${name} begins`);
      await pause(ms);
      told.push(`${name} ends`);
      return name;
    };
    const results = await Promise.all([
      turns.take('a', work('first', 20)),
      turns.take('a', work('second', 1)),
      turns.take('b', work('other', 1)),
    ]);
    expect(results).toEqual(['first', 'second', 'other']);
    expect(told.filter((line) => !line.startsWith('other'))).toEqual([
      'first begins',
      'first ends',
      'second begins',
      'second ends',
    ]);
    expect(told.indexOf('other ends')).toBeLessThan(told.indexOf('first ends'));
  });

  it('go on after one that failed', async () => {
    const turns = new Turns();
    const failing = turns.take('a', () => Promise.reject(new Error('No.')));
    const next = turns.take('a', () => Promise.resolve('yes'));
    await expect(failing).rejects.toThrow('No.');
    expect(await next).toBe('yes');
  });
});
