import { describe, expect, it } from '@jest/globals';
import { harmless } from './output.ts';

describe('What is printed', () => {
  it('holds nothing that a terminal obeys, whoever put it into the log', () => {
    expect(harmless('\u001b[2J\u009b31m\u0007\r\u202eno\u2069')).toBe(
      String.raw`\u001b[2J\u009b31m\u0007\u000d\u202eno\u2069`,
    );
  });

  it('keeps its lines, its tabs and its letters, and JSON its meaning', () => {
    expect(harmless('Tŷ\n\t“1”')).toBe('Tŷ\n\t“1”');
    expect(JSON.parse(harmless(JSON.stringify({ text: '\u009b\u007f' })))).toEqual({ text: '\u009b\u007f' });
  });
});
