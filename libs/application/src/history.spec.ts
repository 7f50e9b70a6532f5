import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type RunningApplication, startApplication, withRecommendation } from '../../../test/support/application.ts';

let now: string;
let running: RunningApplication;
beforeEach(async () => {
  now = '2026-02-05T10:00:00.000Z';
  running = await startApplication({ clock: () => now });
  await withRecommendation(running);
});
afterEach(() => running.stop());

const letter = {
  code: 'SYMCA-OIC',
  documentType: 'responseLetter',
  title: 'A letter',
  answersReport: 'OIC',
  dateAsWritten: '5th February 2025',
};
const position = {
  layer: 'chiefOfficer',
  code: 'accepted',
  words: 'have been accepted',
  document: 'SYMCA-OIC',
  decidedByBody: 'SYP',
};

describe('the history of a recommendation', () => {
  it('tells its own stream, its report’s and the documents it cites, in the order in which they were recorded', async () => {
    await running.done('record-document', undefined, letter);
    now = '2026-02-05T11:00:00.000Z';
    await running.done('record-position', 'OIC-R1/SYP', position);
    const history = await running.histories.of('recommendation', 'OIC-R1/SYP');
    expect(history?.reference).toBe('OIC-R1/SYP');
    expect(history?.entries.map(({ number }) => number)).toEqual(history?.entries.map((_entry, index) => index + 1));
    const types = history?.entries.map(({ type }) => type) ?? [];
    expect(types).toEqual(
      expect.arrayContaining([
        'ReportRecorded',
        'FindingRegistered',
        'RecommendationRaised',
        'DocumentRecorded',
        'PositionRecorded',
      ]),
    );
    expect(types.at(-1)).toBe('PositionRecorded');
    const whose = (type: string) => history?.entries.find((told) => told.type === type)?.of;
    expect([whose('PositionRecorded'), whose('FindingRegistered')]).toEqual([
      'OIC-R1/SYP',
      expect.stringContaining('OIC'),
    ]);
    expect(whose('DocumentRecorded')).toMatch(/^the letter of /);
    const times = history?.entries.map(({ recordedAt }) => recordedAt) ?? [];
    expect(times).toEqual([...times].sort());
  });

  it('leaves out what the report says of other findings', async () => {
    await running.done('register-finding', 'OIC', { code: 'R2', findingKind: 'recommendation', text: 'Another.' });
    const history = await running.histories.of('recommendation', 'OIC-R1/SYP');
    expect(history?.entries.filter(({ type }) => type === 'FindingRegistered')).toHaveLength(1);
  });

  it('tells who recorded it, how they were known, and on whose authority', async () => {
    now = '2026-02-05T11:00:00.000Z';
    await running.done('record-position', 'OIC-R1/SYP', {
      layer: 'chiefOfficer',
      code: 'accepted',
      words: 'accepted',
      decidedByBody: 'SYP',
    });
    const entry = (await running.histories.of('recommendation', 'OIC-R1/SYP'))?.entries.at(-1);
    expect(entry).toMatchObject({ recorder: expect.stringContaining('A Secretary'), authentication: 'claimed-local' });
    expect(entry?.sentence).toContain('South Yorkshire Police');
  });

  it('as recorded by a day is told in the words of that day, and includes the day to its end in London', async () => {
    await running.done('record-document', undefined, letter);
    await running.done('record-position', 'OIC-R1/SYP', position);
    now = '2026-02-09T23:59:00.000Z';
    await running.done('correct-document-date', 'SYMCA-OIC', { date: '5 February 2026', correctionReason: 'A slip.' });

    const before = await running.histories.of('recommendation', 'OIC-R1/SYP', '2026-02-08');
    const after = await running.histories.of('recommendation', 'OIC-R1/SYP', '2026-02-09');
    const told = (history: typeof before) => history?.entries.map(({ sentence }) => sentence).join('\n') ?? '';
    expect(told(before)).toContain('5 February 2025');
    expect(told(before)).not.toContain('5 February 2026');
    expect(told(after)).toContain('5 February 2025');
    expect(told(after)).toContain('5 February 2026');
    expect(told(after)).toContain('A slip.');
  });

  it('is undefined when there is no such recommendation', async () => {
    expect(await running.histories.of('recommendation', 'OIC-R9/SYP')).toBeUndefined();
  });
});
