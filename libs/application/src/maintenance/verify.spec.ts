import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RawEvent, RawLog } from '#event-store';
import {
  ACTION,
  type RunningApplication,
  startApplication,
  withRecommendation,
} from '../../../../test/support/application.ts';
import { verify } from './verify.ts';

let running: RunningApplication;
let rows: RawEvent[];
beforeAll(async () => {
  running = await startApplication();
  await withRecommendation(running);
  await running.done('assign-action', 'OIC-R1/SYP', ACTION);
  rows = [];
  for await (const row of (running.record.store as unknown as RawLog).rows()) rows.push(row);
});
afterAll(() => running.stop());

const isAction = ({ type }: RawEvent) => type === 'ActionAssigned';

/** What verify finds when the event that assigns the action is not as it was written. */
async function findingsWith(
  bend: (row: RawEvent) => Partial<RawEvent>,
  options: Parameters<typeof verify>[2] = {},
): Promise<string[]> {
  const bent = rows.map((row) => (isAction(row) ? { ...row, ...bend(row) } : row));
  return (await verify(logOf(bent), undefined, options)).findings.map(({ sentence }) => sentence);
}

function logOf(events: readonly RawEvent[]): RawLog {
  return {
    async *rows() {
      await Promise.resolve();
      yield* events;
    },
    losses: () => [],
  };
}

const withMetadata = (row: RawEvent, change: object) => ({
  metadata: JSON.stringify({ ...(JSON.parse(row.metadata) as object), ...change }),
});

describe('verify', () => {
  it('finds nothing wrong in a record as it was written, and counts its events and streams', async () => {
    let told = 0;
    const verified = await verify(logOf(rows), (events) => (told = events));
    expect(verified.findings).toEqual([]);
    expect(verified).toMatchObject({ events: rows.length, streams: new Set(rows.map(({ stream }) => stream)).size });
    expect(told).toBe(rows.length);
  });

  it('names the stream and the revision of what is wrong', async () => {
    const last = rows.find(isAction) as RawEvent;
    const { findings } = await verify(
      logOf(rows.map((row) => (isAction(row) ? { ...row, type: 'ActionDreamt' } : row))),
    );
    expect(findings).toEqual([
      { stream: last.stream, revision: last.revision, sentence: expect.stringContaining('ActionDreamt') },
    ]);
  });

  it('finds an event that is missing before another', async () => {
    const raised = rows.find(({ type }) => type === 'RecommendationRaised');
    const { findings } = await verify(logOf(rows.filter((row) => row !== raised)));
    expect(findings[0]?.sentence).toBe('Revision 0 is missing before this one.');
  });

  it('finds a form that is newer than it knows', async () => {
    expect(await findingsWith((row) => withMetadata(row, { schemaVersion: 99 }))).toEqual([
      expect.stringContaining('is newer than this version of Minutebook knows'),
    ]);
  });

  it('finds bytes that do not read back as they are, and text that is not JSON', async () => {
    expect(await findingsWith(({ data }) => ({ data: data.replace('{', '{ ') }))).toEqual([
      'Its data does not read back to the same bytes.',
    ]);
    expect(await findingsWith(() => ({ data: '{"cut' }))).toEqual(['Its data is not JSON.']);
    expect(await findingsWith(() => ({ metadata: '7' }))).toEqual(['Its metadata is not an object.']);
  });

  it('finds an id that is no UUID, metadata that is missing, and a clock that went back in a stream', async () => {
    expect(await findingsWith(() => ({ id: 'one' }))).toEqual(['Its id “one” is not a UUID.']);
    expect(await findingsWith((row) => withMetadata(row, { commandId: undefined }))).toEqual([
      'Its metadata has no commandId.',
    ]);
    expect(await findingsWith((row) => withMetadata(row, { recordedAt: '2001-01-01T00:00:00.000Z' }))).toContain(
      'It was recorded before the event that precedes it.',
    );
  });

  it('finds metadata that names another command, or nobody who recorded it', async () => {
    const another = { commandId: '6f2c1c1e-8a57-4d0b-9a58-2f3d9a5c7e10' };
    const sentence = 'Its id does not follow from the command in its metadata.';
    expect(await findingsWith((row) => withMetadata(row, another))).toEqual([sentence]);
    expect(await findingsWith((row) => withMetadata(row, { commandId: 'none' }))).toEqual([sentence]);
    for (const recordedBy of ['somebody', null, {}, { body: 'b' }, { body: 'b', person: 'p' }, { policy: 'p' }]) {
      expect(await findingsWith((row) => withMetadata(row, { recordedBy }))).toEqual([
        'Its metadata does not say who recorded it.',
      ]);
    }
  });

  it('finds an event that says another time than the log, but not in a sample, whose clock is its own', async () => {
    const later = (row: RawEvent, seconds: number) =>
      withMetadata(row, { recordedAt: new Date(Date.parse(row.storedAt) + seconds * 1000).toISOString() });
    expect(await findingsWith((row) => later(row, 59))).toEqual([]);
    const sentence = expect.stringMatching(/^It says that it was recorded at .+Z, but it was stored at .+\.$/);
    expect(await findingsWith((row) => later(row, 62))).toEqual([sentence]);
    expect(await findingsWith(() => ({ storedAt: '2001-01-01T00:00:00.000Z' }))).toEqual([sentence]);
    expect(await findingsWith(() => ({ storedAt: 'soon' }))).toEqual([sentence]);
    expect(await findingsWith((row) => later(row, 62), { hasOwnClock: true })).toEqual([]);
  });

  it('takes a clock that was set back for what it is: the time of the event before is said again', async () => {
    const bent = rows.map((row) => ({ ...row, storedAt: row.storedAt }));
    const at = bent.findIndex(isAction);
    const action = bent[at] as RawEvent;
    const before = bent.findLastIndex(({ stream }, index) => stream === action.stream && index < at);
    const ahead = { recordedAt: '2999-01-01T00:00:00.000Z' };
    bent[before] = {
      ...(bent[before] as RawEvent),
      ...withMetadata(bent[before] as RawEvent, ahead),
      storedAt: ahead.recordedAt,
    };
    bent[at] = { ...action, ...withMetadata(action, ahead) };
    expect((await verify(logOf(bent))).findings).toEqual([]);
  });

  it('finds an event that can’t be loaded', async () => {
    const [sentence] = await findingsWith(({ data }) => {
      const { due: _due, lead: _lead, ...rest } = JSON.parse(data) as Record<string, unknown>;
      return { data: JSON.stringify(rest) };
    });
    expect(sentence).toContain('It can’t be loaded: ');
  });
});
