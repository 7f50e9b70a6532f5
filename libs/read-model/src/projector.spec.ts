import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#domain';
import { comparePositions, LogOfEvents } from '../../../test/support/log-of-events.ts';
import type { Database } from './database.ts';
import type { LogEvent, Recorded } from './log-event.ts';
import { AnotherLog, type Projected } from './projector.ts';
import { ReadModelOf } from './read-model.ts';
import { plainTable } from './recorded-table.ts';
import type { View } from './view.ts';

interface Row {
  stream: string;
  notes: readonly string[];
}

/** A view of notes, stream by stream. A note that says "poison" can't be taken while the view is sick. */
function notesView(health = { isSick: false }, name = 'notes') {
  const table = plainTable<Row>(name, ['stream'], { stream: 'text', notes: 'json' });
  const view: View<{ of(stream: string): readonly string[] }> = {
    name,
    file: import.meta.url,
    tables: table.stored,
    open: (database: Database) => {
      const rows = table.open(database);
      return {
        on: {
          Noted: (event: Recorded<DomainEvent & { data: { note: string } }>) => {
            const { notes } = rows.get(event.stream) ?? { notes: [] };
            rows.put({ stream: event.stream, notes: [...notes, event.data.note] });
            if (health.isSick && event.data.note === 'poison') throw new Error('It tastes odd.');
          },
        },
        queries: { of: (stream) => rows.get(stream)?.notes ?? [] },
      };
    },
  };
  return view;
}

const forms = { topic: { Noted: 1, Ignored: 1 } };
const clock = (): Date => new Date('2026-02-10T09:00:00.000Z');
const noted = (...notes: string[]): DomainEvent[] => notes.map((note) => ({ type: 'Noted', data: { note } }));

function opened(health?: { isSick: boolean }) {
  return new ReadModelOf(':memory:', { notes: notesView(health) }, comparePositions, { forms, clock });
}

function projectAll(readModel: ReturnType<typeof opened>, log: LogOfEvents): Projected[] {
  return log.batches(readModel.begin()).map((batch) => readModel.project(batch));
}

describe('The projector', () => {
  it('commits rows and checkpoint together', () => {
    const log = new LogOfEvents().record('topic-1', noted('a', 'b'));
    const readModel = opened();
    expect(readModel.checkpoint()).toBeUndefined();
    const [result] = projectAll(readModel, log);
    expect(result).toMatchObject({ outcome: 'projected', events: 2, parked: [] });
    expect(readModel.views.notes.of('topic-1')).toEqual(['a', 'b']);
    expect(readModel.checkpoint()).toEqual({ logId: log.logId, logPosition: '2', eventId: log.events[1]?.id });
  });

  it('takes an empty batch, which only moves the checkpoint', () => {
    const log = new LogOfEvents();
    const readModel = opened();
    readModel.project({ events: [], checkpoint: { logId: log.logId, logPosition: '7', eventId: undefined } });
    expect(readModel.checkpoint()).toEqual({ logId: log.logId, logPosition: '7', eventId: undefined });
  });

  it('does nothing with what it has projected already', () => {
    const log = new LogOfEvents().record('topic-1', noted('a', 'b')).record('topic-2', noted('c'));
    const readModel = opened();
    projectAll(readModel, log);
    const again = log.batches().map((batch) => readModel.project(batch));
    expect(again).toMatchObject([{ outcome: 'projected', events: 0 }]);
    expect(readModel.views.notes.of('topic-1')).toEqual(['a', 'b']);
    expect(readModel.checkpoint()?.logPosition).toBe('3');
  });

  it('takes each event once when a batch repeats some and holds them out of order', () => {
    const log = new LogOfEvents().record('topic-1', noted('a', 'b', 'c')).record('topic-2', noted('d'));
    const [a, b, c, d] = log.events as [LogEvent, LogEvent, LogEvent, LogEvent];
    const readModel = opened();
    readModel.project(log.batch([d, b, a, b, c, a]));
    expect(readModel.views.notes.of('topic-1')).toEqual(['a', 'b', 'c']);
    expect(readModel.views.notes.of('topic-2')).toEqual(['d']);
  });

  it('takes a stream that comes late, after a later place has been reached', () => {
    const log = new LogOfEvents().record('topic-1', noted('a')).record('topic-2', noted('b'));
    const [first, second] = log.events as [LogEvent, LogEvent];
    const readModel = opened();
    readModel.project(log.batch([second]));
    readModel.project(log.batch([first]));
    expect(readModel.views.notes.of('topic-1')).toEqual(['a']);
    expect(readModel.checkpoint()?.logPosition).toBe('2');
  });

  it('refuses a batch that is too long, or that lies beyond its own checkpoint', () => {
    const log = new LogOfEvents().record('topic-1', noted(...Array.from({ length: 201 }, () => 'a')));
    const readModel = opened();
    expect(() => readModel.project(log.batch(log.events))).toThrow('at most 200 events; this one has 201');
    const checkpoint = { logId: log.logId, logPosition: '1', eventId: undefined };
    expect(() => readModel.project({ events: log.events.slice(0, 2), checkpoint })).toThrow('beyond the checkpoint');
    expect(readModel.checkpoint()).toBeUndefined();
  });

  it('refuses the events of another log', () => {
    const readModel = opened();
    projectAll(readModel, new LogOfEvents().record('topic-1', noted('a')));
    const other = new LogOfEvents('ffffffff-0000-4000-8000-000000000002').record('topic-9', noted('b'));
    expect(() => readModel.project(other.batch(other.events))).toThrow(AnotherLog);
    expect(readModel.views.notes.of('topic-9')).toEqual([]);
  });
});

describe('An event that can’t be taken', () => {
  const parkedWith = (log: LogOfEvents, health?: { isSick: boolean }) => {
    const readModel = opened(health);
    projectAll(readModel, log);
    return { readModel, parked: readModel.parked() };
  };

  it('parks its stream with the reason; later events wait behind it, and other streams go on', () => {
    const log = new LogOfEvents()
      .record('topic-1', noted('a', 'poison', 'b'))
      .record('topic-2', noted('c'))
      .record('topic-1', noted('d'));
    const { readModel, parked } = parkedWith(log, { isSick: true });
    expect(parked).toEqual([
      {
        stream: 'topic-1',
        revision: 1,
        eventId: log.events[1]?.id,
        type: 'Noted',
        reason: 'The view “notes” could not take it: It tastes odd.',
        since: '2026-02-10T09:00:00.000Z',
        waiting: 2,
      },
    ]);
    expect(readModel.views.notes.of('topic-1')).toEqual(['a']);
    expect(readModel.views.notes.of('topic-2')).toEqual(['c']);
    expect(readModel.checkpoint()?.logPosition).toBe('5');
  });

  it('is told in the answer to its batch, once', () => {
    const log = new LogOfEvents().record('topic-1', [{ type: 'Sung', data: {} }]);
    const readModel = opened();
    expect(projectAll(readModel, log)).toMatchObject([{ parked: [{ stream: 'topic-1' }] }]);
    log.record('topic-1', noted('a'));
    expect(projectAll(readModel, log)).toMatchObject([{ parked: [], events: 0 }]);
    expect(readModel.parked()).toMatchObject([{ waiting: 1 }]);
  });

  it.each([
    [
      'its type is not known',
      'topic-1',
      [{ type: 'Sung', data: {} }],
      {},
      'knows no event of the type “Sung” in a topic stream',
    ],
    [
      'its type is not known in such a stream',
      'song-1',
      noted('a'),
      {},
      'knows no event of the type “Noted” in a song stream',
    ],
    [
      'its form is newer',
      'topic-1',
      noted('a'),
      { schemaVersion: 2 },
      'has the form 2, and this version of Minutebook reads it up to form 1',
    ],
  ])('parks its stream when %s', (_what, stream, events, options, reason) => {
    const log = new LogOfEvents().record(stream, events, options).record('topic-2', noted('c'));
    const { readModel, parked } = parkedWith(log);
    expect(parked).toMatchObject([{ stream, revision: 0, waiting: 0 }]);
    expect(parked[0]?.reason).toContain(reason);
    expect(readModel.views.notes.of('topic-2')).toEqual(['c']);
  });

  it.each([
    ['says no time', { schemaVersion: 1 }],
    ['says no instant in UTC', { schemaVersion: 1, recordedAt: 'yesterday' }],
    ['says no form', { recordedAt: '2026-01-01T09:00:00.000Z' }],
  ])('parks its stream when its metadata %s', (_what, metadata) => {
    const log = new LogOfEvents().record('topic-1', noted('a'));
    const readModel = opened();
    readModel.project(log.batch(log.events.map((event) => ({ ...event, metadata }))));
    expect(readModel.parked()).toHaveLength(1);
  });

  it('parks its stream when events before it are missing', () => {
    const log = new LogOfEvents().record('topic-1', noted('a', 'b', 'c'));
    const readModel = opened();
    readModel.project(log.batch([log.events[0], log.events[2]] as LogEvent[]));
    expect(readModel.parked()).toMatchObject([
      { revision: 2, reason: expect.stringContaining('Revision 2 came where revision 1 was expected') },
    ]);
    expect(readModel.retry('topic-1', log.of('topic-1'))).toBeUndefined();
    expect(readModel.views.notes.of('topic-1')).toEqual(['a', 'b', 'c']);
  });
});

describe('A retry', () => {
  it('takes the stream up again where it was parked, and leaves the rows a rebuild gives', () => {
    const health = { isSick: true };
    const log = new LogOfEvents().record('topic-1', noted('a', 'poison', 'b')).record('topic-2', noted('c'));
    const readModel = opened(health);
    projectAll(readModel, log);
    health.isSick = false;
    expect(readModel.retry('topic-1', log.of('topic-1'))).toBeUndefined();
    expect(readModel.parked()).toEqual([]);
    expect(readModel.views.notes.of('topic-1')).toEqual(['a', 'poison', 'b']);

    log.record('topic-1', noted('d'));
    projectAll(readModel, log);
    expect(readModel.views.notes.of('topic-1')).toEqual(['a', 'poison', 'b', 'd']);
    const rebuild = readModel.beginRebuild();
    for (const batch of log.batches(rebuild.begin())) rebuild.project(batch);
    expect(rebuild.tableHashes()).toEqual(readModel.tableHashes());
    expect(rebuild.checkpoint()).toEqual(readModel.checkpoint());
    rebuild.discard();
  });

  it('says what holds the stream back when it can’t be taken yet', () => {
    const log = new LogOfEvents().record('topic-1', noted('poison', 'b'));
    const readModel = opened({ isSick: true });
    projectAll(readModel, log);
    expect(readModel.retry('topic-1', log.of('topic-1'))).toMatchObject({ stream: 'topic-1', revision: 0, waiting: 1 });
    expect(readModel.views.notes.of('topic-1')).toEqual([]);
  });

  it('does nothing with a stream that is not parked, and never projects ahead twice', () => {
    const health = { isSick: true };
    const log = new LogOfEvents().record('topic-1', noted('poison'));
    const readModel = opened(health);
    projectAll(readModel, log);
    health.isSick = false;
    // The retry already sees an event that the subscription has yet to bring.
    log.record('topic-1', noted('b'));
    expect(readModel.retry('topic-1', log.of('topic-1'))).toBeUndefined();
    expect(readModel.retry('topic-1', log.of('topic-1'))).toBeUndefined();
    projectAll(readModel, log);
    expect(readModel.views.notes.of('topic-1')).toEqual(['poison', 'b']);
  });
});

describe('The stream of a person who was erased', () => {
  const known = { forms: { ...forms, person: { Noted: 1 }, erasure: { PersonErased: 1 } }, clock };
  const erased: DomainEvent[] = [{ type: 'PersonErased', data: { person: '7' } }];

  it('is passed over quietly, whatever still arrives of it', () => {
    const readModel = new ReadModelOf(':memory:', { notes: notesView() }, comparePositions, known);
    const log = new LogOfEvents()
      .record('person-7', noted('a'))
      .record('erasure-7', erased)
      .record('person-7', noted('b'))
      .record('person-7', [{ type: 'Sung', data: {} }]);
    for (const batch of log.batches(readModel.begin(), 1)) readModel.project(batch);
    expect(readModel.parked()).toEqual([]);
    expect(readModel.views.notes.of('person-7')).toEqual(['a']);
  });

  it('is no longer parked', () => {
    const readModel = new ReadModelOf(':memory:', { notes: notesView() }, comparePositions, known);
    const log = new LogOfEvents().record('person-7', [{ type: 'Sung', data: {} }]).record('erasure-7', erased);
    for (const batch of log.batches(readModel.begin(), 1)) readModel.project(batch);
    expect(readModel.parked()).toEqual([]);
  });
});
