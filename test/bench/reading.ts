/** What an auditor and a secretary wait for: a long history as recorded by a date, and a page of a long register. */

import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { NestFactory } from '@nestjs/core';
import { ApplicationModule, Histories, openRecord, Projection } from '#application';
import { endOfDayInLondon } from '#domain';
import { freshFolder } from './folders.ts';
import { appendRecommendations, begunRecord, project } from './record.ts';
import { atMost, type Row } from './table.ts';

const PAGE = 50;

export async function reading(size: { events: number; register: number; rounds: number }): Promise<Row[]> {
  return [await history(size), ...(await register(size))];
}

async function history({ events, rounds }: { events: number; rounds: number }): Promise<Row> {
  const folder = freshFolder();
  const begun = await begunRecord(folder);
  const [item] = await appendRecommendations(begun, 1, events - 3);
  await begun.close();
  const record = openRecord(folder);
  const app = await NestFactory.createApplicationContext(ApplicationModule.of(record), { logger: false });
  await app.get(Projection).start();
  const histories = app.get(Histories);
  const log = new DatabaseSync(join(folder, 'log.db'), { readOnly: true });
  const read = log.prepare(
    'SELECT e.*, s.name FROM events e JOIN streams s ON s.key = e.stream WHERE s.name = ? ORDER BY e.revision',
  );
  const ours: number[] = [];
  const bare: number[] = [];
  // The first rounds warm both up: a process that has just started says how fast its compiler is.
  for (let round = -rounds; round < rounds; round += 1) {
    let began = performance.now();
    const told = await histories.of('recommendation', item?.id ?? '', '2030-01-01');
    const took = performance.now() - began;
    if (told?.entries.length !== events)
      throw new Error(`${String(told?.entries.length)} of ${String(events)} events were told.`);
    began = performance.now();
    for (const row of read.all(`recommendation-${item?.id ?? ''}`) as { data: string; metadata: string }[]) {
      JSON.parse(row.data);
      JSON.parse(row.metadata);
    }
    if (round < 0) continue;
    ours.push(took);
    bare.push(performance.now() - began);
  }
  log.close();
  await app.close();
  await record.close();
  return atMost(
    `History of ${String(events)} events as recorded by a date`,
    ours,
    bare,
    2,
    'ms',
    'reading and parsing them',
  );
}

async function register({ register: count, rounds }: { register: number; rounds: number }): Promise<Row[]> {
  const folder = freshFolder();
  const record = await begunRecord(folder);
  await appendRecommendations(record, count, 3);
  await project(record);
  const views = join(folder, 'views');
  const live =
    readdirSync(views)
      .filter((name) => name.endsWith('.db'))
      .sort()
      .at(-1) ?? '';
  const database = new DatabaseSync(join(views, live), { readOnly: true });
  const rows: Row[] = [];
  for (const [when, day] of [
    ['today', undefined],
    ['at a past date', '2025-01-04'],
  ] as const) {
    const bound = day === undefined ? undefined : endOfDayInLondon(day);
    // The same filter, order and page by hand: what SQLite itself takes, and the same rows written as JSON.
    const ours: number[] = [];
    const bare: number[] = [];
    const columns = (
      database.prepare('SELECT name FROM pragma_table_info(?)').all('register_now') as { name: string }[]
    )
      .map(({ name }) => name)
      .join(', ');
    const source =
      bound === undefined
        ? 'register_now'
        : `(SELECT ${columns} FROM register_now WHERE recordedFrom < :bound UNION ALL SELECT ${columns} FROM register_past WHERE recordedFrom < :bound AND recordedTo >= :bound)`;
    const page = database.prepare(
      `SELECT * FROM ${source} WHERE status = 'inDelivery' ORDER BY sortKey, id LIMIT ${String(PAGE)} OFFSET 100`,
    );
    const total = database.prepare(`SELECT count(*) AS total FROM ${source} WHERE status = 'inDelivery'`);
    const parameters: Record<string, string> = bound === undefined ? {} : { bound };
    for (let round = 0; round < rounds; round += 1) {
      let began = performance.now();
      const list = record.readModel.register.list({ status: 'inDelivery', page: 3, size: PAGE, recordedBefore: bound });
      JSON.stringify(list);
      ours.push(performance.now() - began);
      began = performance.now();
      const items = page.all(parameters);
      JSON.stringify({ items, ...total.get(parameters) });
      bare.push(performance.now() - began);
      if (list.items.length !== items.length)
        throw new Error(`${String(list.items.length)} and ${String(items.length)} rows.`);
    }
    rows.push(atMost(`A page of a register of ${String(count)}, ${when}`, ours, bare, 3, 'ms', 'bare SQL'));
  }
  database.close();
  await record.close();
  return rows;
}
