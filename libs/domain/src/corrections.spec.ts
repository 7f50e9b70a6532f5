import { describe, expect, it } from '@jest/globals';
import { readDate } from './calendar/precise-date.ts';
import {
  amended,
  amendedAttribution,
  amendedItem,
  corrected,
  correctionsOf,
  recorded,
  saidAnew,
  withoutAttribution,
} from './corrections.ts';
import { secretary } from '../../../test/support/given-when-then.ts';

interface Entry {
  readonly name: string;
  readonly place?: string;
  readonly until?: string;
  readonly jointly?: true;
  readonly illustration?: true;
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

  it('is every event that marked it as made up, when it is so no more', () => {
    const marked = saidAnew(
      recorded<Entry>({ name: 'A', illustration: true }, 'first'),
      { until: '2025', illustration: true },
      'second',
    );
    const other = corrected(marked, { corrects: 'first', was: { name: 'A' }, is: { name: 'C' } }, 'other');
    expect(correctionsOf(other, { name: 'C', until: '2025' })).toHaveLength(2);
    const corrections = correctionsOf(marked, { name: 'B', until: '2025' });
    expect(corrections).toEqual([
      { corrects: 'first', was: { name: 'A', illustration: true }, is: { name: 'B' } },
      { corrects: 'second', was: { illustration: true }, is: {} },
    ]);
    const after = corrections.reduce((known, one, n) => corrected(known, one, String(n)), marked);
    expect(correctionsOf(after, { name: 'B', until: '2025' })).toEqual([]);
    const again = corrected(after, { corrects: 'first', was: {}, is: { illustration: true } }, 'third');
    expect(correctionsOf(again, { name: 'B', until: '2025' })).toEqual([
      { corrects: 'third', was: { illustration: true }, is: {} },
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

describe('A correction', () => {
  const was: Entry = { name: 'A', place: 'Leeds' };

  it('leaves what is left out, and takes away what is cleared', () => {
    expect(amended(was, { name: 'B', place: undefined })).toEqual({ name: 'B', place: 'Leeds' });
    expect(amended(was, {}, ['place'])).toStrictEqual({ name: 'A' });
    expect(amended(was, {}, ['place'], { place: 'nowhere' })).toEqual({ name: 'A', place: 'nowhere' });
  });

  it('takes a flag away that is given as false', () => {
    expect(amended({ ...was, jointly: true as const }, { jointly: false })).toStrictEqual(was);
    expect(amended(was, { jointly: false })).toStrictEqual(was);
  });

  it('can’t give and clear the same', () => {
    expect(amended(was, { place: 'York' }, ['place'])).toMatchObject({
      code: 'clear-unclear',
      sentence: 'Give place or clear it, not both.',
    });
  });

  const command = { by: secretary, correctionReason: 'The letter was read again.' };
  const attribution = { decidedBy: { post: 'cc', body: 'syp' }, effectiveOn: readDate('in 2025') };

  it('may be of who decided: naming somebody replaces whoever was named, a capacity alone is added', () => {
    expect(amendedAttribution({ ...command, decidedByBody: 'wyp' }, attribution)).toEqual({
      ...attribution,
      decidedBy: { body: 'wyp' },
    });
    expect(amendedAttribution({ ...command, decidedByCapacity: 'senior responsible owner' }, attribution)).toEqual({
      ...attribution,
      decidedBy: { post: 'cc', body: 'syp', capacity: 'senior responsible owner' },
    });
  });

  it('may be of when it took effect, or of the mark of an illustration', () => {
    expect(amendedAttribution({ ...command, effectiveOn: '3 June 2025', illustration: true }, attribution)).toEqual({
      decidedBy: attribution.decidedBy,
      effectiveOn: readDate('3 June 2025'),
      illustration: true,
    });
    const marked = { ...attribution, illustration: true as const };
    expect(amendedAttribution({ ...command, clear: ['illustration', 'effectiveOn'] }, marked)).toStrictEqual({
      decidedBy: attribution.decidedBy,
    });
  });

  it('may be of an item and of what is said of it at once', () => {
    const item = { ...was, ...attribution, illustration: true as const };
    const given = { ...command, decidedByBody: 'wyp', illustration: false, clear: ['place', 'effectiveOn'] as const };
    expect(amendedItem<Entry>(given, item, { name: 'B' })).toStrictEqual({ name: 'B', decidedBy: { body: 'wyp' } });
    expect(amendedItem<Entry>({ ...command, clear: ['place'] as const }, item, { place: 'York' })).toMatchObject({
      code: 'clear-unclear',
    });
    expect(withoutAttribution<Entry>(item)).toStrictEqual(was);
  });
});
