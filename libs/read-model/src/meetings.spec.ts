import { describe, expect, it } from '@jest/globals';
import { meeting, readDate, series } from '#domain';
import { given, id } from '../../../test/support/given-when-then.ts';
import { ask, MARTOM_JANUARY, openMartom, recordMartomJanuary } from '../../../test/support/governance-histories.ts';
import { LogOfEvents } from '../../../test/support/log-of-events.ts';
import { MARTOM, NCA, ROCTA_MANAGER, TSU_MANAGER, YHROCU } from '../../../test/support/named-histories.ts';
import { projected, stepByStep, storyOf } from '../../../test/support/projected.ts';

const MEETING = id('d', 22);

/** The series, open. */
const martom = (): LogOfEvents => new LogOfEvents().record(`series-${MARTOM}`, given(series, openMartom()).events);

describe('Meetings', () => {
  it('follow every event of a series', () => {
    const steps = stepByStep(storyOf('series'), ({ meetings }) => meetings.getSeries(MARTOM));
    const name = 'Multi Agency Regional Tasking & Oversight Meeting';
    expect(steps).toMatchObject([
      [
        'MeetingSeriesOpened',
        {
          name,
          seriesKind: 'tasking',
          code: 'MARTOM',
          ofBody: YHROCU,
          cadence: 'quarterly',
          status: 'open',
          meetings: 0,
        },
      ],
      ['MeetingSeriesRenamed', { name: 'Tasking Meeting', formerNames: [name] }],
      ['MeetingSeriesCorrected', { name: 'Tasking Meeting', cadence: 'monthly' }],
      ['MeetingSeriesAliasAdded', { aliases: [{ alias: 'MARTOM meeting', isResolved: false }] }],
      ['MeetingSeriesAliasRetracted', { aliases: [] }],
      [
        'MeetingSeriesClosed',
        { status: 'closed', closure: { until: { from: '2026-01-31' }, reason: 'It has been taken over.' } },
      ],
      ['MeetingSeriesClosureRetracted', { status: 'open' }],
      ['MeetingSeriesRetracted', { status: 'retracted', retracted: 'It had been opened before.' }],
    ]);
    expect(steps.at(-2)?.[1]).not.toHaveProperty('closure');
  });

  it('follow every event of a sitting, with who was there', () => {
    const steps = stepByStep(storyOf('meeting'), ({ meetings }) => meetings.get(MEETING));
    expect(steps).toMatchObject([
      [
        'MeetingRecorded',
        {
          series: MARTOM,
          title: 'MARTOM, January 2026',
          heldOn: { from: '2026-01-14' },
          counts: { posts: 0, bodies: 0, apologies: 0 },
        },
      ],
      [
        'AttendanceRecorded',
        {
          attended: { posts: [ROCTA_MANAGER], bodies: [NCA] },
          apologies: [TSU_MANAGER],
          counts: { posts: 1, bodies: 1, apologies: 1 },
        },
      ],
      [
        'AttendanceCorrected',
        {
          attended: { posts: [ROCTA_MANAGER, TSU_MANAGER] },
          apologies: [],
          counts: { posts: 2, bodies: 1, apologies: 0 },
        },
      ],
      ['MeetingCorrected', { heldOn: { from: '2026-01-15' }, title: 'MARTOM, January 2026', series: MARTOM }],
      ['MeetingRetracted', { status: 'retracted', retracted: 'It was called off.', counts: { posts: 2 } }],
    ]);
    expect(steps[3]?.[1]).not.toHaveProperty('chairPost');
  });

  it('are listed with the latest first, and take their kind from their series where they say none', () => {
    const log = martom().record(
      `meeting-${MARTOM_JANUARY}`,
      given(meeting, recordMartomJanuary({ heldOn: '15 January 2026' })).events,
    );
    const base = { body: YHROCU, concerns: [], decidedBy: {} };
    log.record(`meeting-${id('d', 80)}`, [
      {
        type: 'MeetingRecorded',
        data: {
          ...base,
          meeting: id('d', 80),
          title: 'A board',
          meetingKind: 'board',
          heldOn: { precision: 'year', from: '2025-01-01', to: '2025-12-31', asPrinted: 'in 2025' },
        },
      },
    ]);
    const { meetings } = projected(log);
    expect(meetings.list().items.map(({ title, kind }) => [title, kind])).toEqual([
      ['MARTOM, January 2026', 'tasking'],
      ['A board', 'board'],
    ]);
    expect(meetings.list({ series: MARTOM }).total).toBe(1);
    expect(meetings.list({ kind: 'tasking' }).items.map(({ id: found }) => found)).toEqual([MARTOM_JANUARY]);
    expect(meetings.list({ from: '2026-01-15', before: '2026-01-16' }).total).toBe(1);
    expect(meetings.list({ from: '2026-01-16' }).total).toBe(0);
    expect(meetings.listSeries().items).toMatchObject([{ id: MARTOM, meetings: 1, lastHeldOn: '2026-01-15' }]);
    expect(meetings.listSeries({ kind: 'board' }).total).toBe(0);
    expect(meetings.listSeries({ status: 'open', ofBody: YHROCU }).total).toBe(1);
  });

  it('leave out of every list and count what was retracted, and show it where it is asked for', () => {
    const log = storyOf('meeting', 0, martom());
    const { meetings } = projected(log);
    expect(meetings.list().total).toBe(0);
    expect(meetings.listSeries().items).toMatchObject([{ id: MARTOM, meetings: 0 }]);
    expect(meetings.getSeries(MARTOM)).not.toHaveProperty('lastHeldOn');
    expect(meetings.get(MEETING)).toMatchObject({ status: 'retracted', retracted: 'It was called off.' });

    const retraction = ask('retract-series', { reason: 'Twice.', namedBy: [] });
    log.record(`series-${MARTOM}`, given(series, openMartom(), retraction).events.slice(1));
    const after = projected(log).meetings;
    expect([after.listSeries(), after.listSeries({ status: 'open' })]).toMatchObject([{ total: 0 }, { total: 0 }]);
    expect(after.listSeries({ status: 'retracted' }).items).toMatchObject([{ id: MARTOM, retracted: 'Twice.' }]);
    const before = (log.events.at(-1)?.metadata as { recordedAt: string }).recordedAt;
    expect(after.listSeries({ recordedBefore: before }).items).toMatchObject([{ id: MARTOM, status: 'open' }]);
  });

  it('find another that is recorded alike: the same series, kind, title and date', () => {
    const log = new LogOfEvents().record(`meeting-${MARTOM_JANUARY}`, given(meeting, recordMartomJanuary()).events);
    const { meetings } = projected(log);
    const asked = { series: MARTOM, title: 'Martom, January 2026', heldOn: readDate('2026-01-14') };
    expect(meetings.alike(asked, MEETING)).toBe(MARTOM_JANUARY);
    expect(meetings.alike(asked, MARTOM_JANUARY)).toBeUndefined();
    for (const other of [
      { title: 'MARTOM, January 2026 (second sitting)' },
      { series: undefined },
      { meetingKind: 'board' as const },
      { heldOn: readDate('January 2026') },
      { heldOn: readDate('2026-01-15') },
    ]) {
      expect(meetings.alike({ ...asked, ...other }, MEETING)).toBeUndefined();
    }
    log.record(
      `meeting-${MARTOM_JANUARY}`,
      given(meeting, recordMartomJanuary(), ask('retract-meeting', { reason: 'Twice.', citedBy: [] })).events.slice(1),
    );
    expect(projected(log).meetings.alike(asked, MEETING)).toBeUndefined();
  });

  it('mark what is made up, until a correction says that it is not', () => {
    const log = new LogOfEvents();
    log.record(
      `series-${MARTOM}`,
      given(
        series,
        openMartom({ illustration: true }),
        ask('correct-series', { seriesKind: 'board', correctionReason: 'Misread.' }),
        ask('correct-series', { clear: ['illustration'], correctionReason: 'The letter names it.' }),
        ask('rename-series', { name: 'The board', illustration: true }),
        ask('correct-series', { illustration: true, correctionReason: 'It does not.' }),
      ).events,
    );
    const marks = stepByStep(log, ({ meetings }) => meetings.getSeries(MARTOM)?.illustration);
    expect(marks.map(([, mark]) => mark)).toEqual([true, true, false, true, true]);
    expect(projected(log).meetings.getSeries(MARTOM)).not.toHaveProperty('madeUpIn');
  });

  it('can be asked as recorded before an instant', () => {
    const log = storyOf('meeting', 0, storyOf('series', 0, new LogOfEvents()));
    const { meetings } = projected(log);
    const recordedAt = (n: number): string => (log.events[n]?.metadata as { recordedAt: string }).recordedAt;
    expect(meetings.getSeries(MARTOM, { recordedBefore: recordedAt(1) })).toMatchObject({
      formerNames: [],
      meetings: 0,
    });
    expect(meetings.get(MEETING, { recordedBefore: recordedAt(10) })).toMatchObject({
      counts: { posts: 1, apologies: 1 },
    });
    expect(meetings.list({ recordedBefore: recordedAt(8) }).total).toBe(0);
  });
});
