import { describe, expect, it } from '@jest/globals';
import { corrected, correctionsOf, recorded, saidAnew } from './corrections.ts';

interface Entry {
  readonly name: string;
  readonly place?: string;
  readonly until?: string;
}

const known = recorded<Entry>({ name: 'A', place: 'Leeds' }, 'first');

describe('What is corrected', () => {
  it('is nothing when it reads the same', () => {
    expect(correctionsOf(known, { place: 'Leeds', name: 'A' })).toEqual([]);
  });

  it('names the event that said it, and leaves out what was right', () => {
    expect(correctionsOf(known, { name: 'B', place: 'Leeds' })).toEqual([
      { corrects: 'first', was: { name: 'A' }, is: { name: 'B' } },
    ]);
  });

  it('is one correction for each event that said something wrongly', () => {
    const ended = saidAnew(known, { until: '2025' }, 'second');
    expect(correctionsOf(ended, { name: 'B', place: 'York', until: '2024' })).toEqual([
      { corrects: 'first', was: { name: 'A', place: 'Leeds' }, is: { name: 'B', place: 'York' } },
      { corrects: 'second', was: { until: '2025' }, is: { until: '2024' } },
    ]);
  });

  it('may be that nothing should have been said, or that something was left out', () => {
    expect(correctionsOf(known, { name: 'A', until: '2025' })).toEqual([
      { corrects: 'first', was: { place: 'Leeds' }, is: { until: '2025' } },
    ]);
  });

  it('stands as corrected, and a correction of that names the correction', () => {
    const [correction] = correctionsOf(known, { name: 'A', until: '2025' });
    if (!correction) throw new Error('There was nothing to correct.');
    const after = corrected(known, correction, 'second');
    expect(after.fields).toEqual({ name: 'A', until: '2025' });
    expect(Object.keys(after.fields)).not.toContain('place');
    expect(correctionsOf(after, { name: 'B', place: 'Leeds', until: '2024' })).toEqual([
      { corrects: 'first', was: { name: 'A' }, is: { name: 'B' } },
      { corrects: 'second', was: { until: '2025' }, is: { until: '2024', place: 'Leeds' } },
    ]);
  });
});
