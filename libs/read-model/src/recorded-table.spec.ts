import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from './database.ts';
import { plainTable, recordedTable } from './recorded-table.ts';

interface Row {
  id: string;
  title: string;
  due?: string;
  count: number;
  isOpen: boolean;
  detail: { words: string[] };
}

const table = recordedTable<Row>('things', ['id'], {
  id: 'text',
  title: 'text',
  due: 'text',
  count: 'integer',
  isOpen: 'flag',
  detail: 'json',
});

const row = (title: string, rest: Partial<Row> = {}): Row => ({
  id: 'a',
  title,
  count: 1,
  isOpen: true,
  detail: { words: ['one'] },
  ...rest,
});

function opened(path = ':memory:') {
  const database = new Database(path);
  for (const { ddl } of table.stored) database.exec(ddl);
  const titles = (bound?: string): string[] => {
    const sql = `SELECT title FROM ${table.from(bound !== undefined)} ORDER BY id`;
    return database.all<{ title: string }>(sql, { bound: bound ?? null }).map(({ title }) => title);
  };
  return { database, things: table.open(database), titles };
}

const [monday, tuesday, wednesday] = [
  '2026-01-05T10:00:00.000Z',
  '2026-01-06T10:00:00.000Z',
  '2026-01-07T10:00:00.000Z',
];

describe('A recorded table', () => {
  it('gives a row back as it was put, absent fields absent', () => {
    const { things } = opened();
    const withDue = row('first', { due: '2026-04-30', isOpen: false });
    things.put(row('first'), monday);
    expect(things.get('a')).toEqual(row('first'));
    expect(Object.keys(things.get('a') as Row)).not.toContain('due');
    things.put(withDue, tuesday);
    expect(things.get('a')).toEqual(withDue);
    expect(things.get('b')).toBeUndefined();
  });

  it('shows what stands, and what stood before an instant, which is exclusive', () => {
    const { things, titles } = opened();
    things.put(row('first'), monday);
    things.put(row('second'), tuesday);
    things.put(row('third'), wednesday);
    expect(titles()).toEqual(['third']);
    expect(titles(monday)).toEqual([]);
    expect(titles('2026-01-05T10:00:00.001Z')).toEqual(['first']);
    expect(titles(tuesday)).toEqual(['first']);
    expect(titles(wednesday)).toEqual(['second']);
    expect(titles('2030-01-01T00:00:00.000Z')).toEqual(['third']);
  });

  it('never shows a row that was superseded at the very time it was recorded', () => {
    const { things, titles, database } = opened();
    things.put(row('first'), monday);
    things.put(row('at once'), monday);
    expect(titles('2026-01-05T10:00:00.001Z')).toEqual(['at once']);
    expect(database.all('SELECT * FROM things_past')).toEqual([]);
  });

  it('keeps its order when a clock went backwards', () => {
    const { things, titles } = opened();
    things.put(row('first'), tuesday);
    things.put(row('second'), monday);
    expect(titles(tuesday)).toEqual([]);
    expect(titles(wednesday)).toEqual(['second']);
  });

  it('lets a row end, and keeps what it was', () => {
    const { things, titles } = opened();
    things.put(row('first'), monday);
    things.end(tuesday, 'a');
    expect(titles()).toEqual([]);
    expect(titles(tuesday)).toEqual(['first']);
    expect(titles(wednesday)).toEqual([]);
    things.put(row('again'), wednesday);
    expect(titles()).toEqual(['again']);
  });

  it('leaves no trace of what is erased, in its rows or in the bytes of the file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
    const path = join(folder, 'things.db');
    const { things, titles, database } = opened(path);
    things.put(row('Kilvinder'), monday);
    things.put(row('Kilvinder Vigurs'), tuesday);
    const bytes = (): boolean => {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      return readFileSync(path).includes('Kilvinder');
    };
    expect(bytes()).toBe(true);
    things.erase('a');
    expect([titles(), titles(tuesday), titles(wednesday)]).toEqual([[], [], []]);
    expect(bytes()).toBe(false);
    database.close();
    rmSync(folder, { recursive: true });
  });

  it('refuses a key that is not among its columns', () => {
    expect(() => recordedTable<{ id: string }>('broken', ['nothing' as 'id'], { id: 'text' })).toThrow(
      'not among its columns',
    );
  });
});

describe('A plain table', () => {
  it('keeps only what stands', () => {
    const plain = plainTable<{ item: string; part: string }>('parts', ['item', 'part'], { item: 'text', part: 'text' });
    const database = new Database(':memory:');
    for (const { ddl } of plain.stored) database.exec(ddl);
    const parts = plain.open(database);
    parts.put({ item: 'a', part: 'b' });
    parts.put({ item: 'a', part: 'b' });
    parts.put({ item: 'a', part: 'c' });
    parts.remove('a', 'c');
    expect(database.all<{ part: string }>('SELECT part FROM parts').map(({ part }) => part)).toEqual(['b']);
    expect(parts.get('a', 'b')).toEqual({ item: 'a', part: 'b' });
  });
});
