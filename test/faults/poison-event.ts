/** F19: an event that the lists can't take: its text is broken, its type is unknown, or a view has a defect. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { openRecord } from '#application';
import { SqliteEventStore } from '#event-store';
import { startApplication } from '../support/application.ts';
import { Client } from './client.ts';
import { type Fault, type Form, milliseconds, PATIENCE_MS, type Run, type Seen, until, within } from './fault.ts';
import { beginOffice, copyOf, type Item, noteAfter, type Office, SECRETARY, whatIsWrongWith } from './office.ts';
import { QUIET, Server } from './server.ts';
import type { Random } from './random.ts';

const ALERT_MS_MAX = 10_000;
const OTHERS = 100;
const CLI = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));
const POISON = 'POISON';

export const poisonEvent: Fault = {
  id: 'F19',
  fault: 'The log holds an event that the lists can’t take',
  injected: 'broken JSON, a type this version does not know, and one at which a view throws, under a running server',
  criterion: 'other streams 0 delay; told in ≤ 10 s; one command repairs; then the same rows as rebuilt',
  stores: ['embedded'],
  async run({ form, random, place, say }: Run): Promise<Seen> {
    const rounds = form === 'short' ? 1 : 5;
    const wrong: string[] = [];
    let [alertMs, late] = [0, 0];
    for (let round = 0; round < rounds; round += 1) {
      const seen = await poison(
        await beginOffice(await place(String(round)), 2),
        form,
        random.for(String(round)),
        wrong,
      );
      alertMs = Math.max(alertMs, seen.alertMs);
      late += seen.late;
      say(`poisoned ${String(round + 1)} of ${String(rounds)} times`);
    }
    return {
      times: rounds * 3,
      figures: `told after at most ${milliseconds(alertMs)}; ${String(late)} of ${String(rounds * OTHERS)} others late; ${String(wrong.length)} wrong`,
      wrong,
    };
  },
};

async function poison(
  office: Office,
  form: Form,
  random: Random,
  wrong: string[],
): Promise<{ alertMs: number; late: number }> {
  const [broken, unknown, throwing, ...others] = office.items as [Item, Item, Item, ...Item[]];
  const newer = await eventsOfANewerVersion(await copyOf(office, `${office.folder}-newer`), unknown);
  const server = new Server(office);
  // An older version with a defect.
  await server.start({
    points: [{ at: 'projector.amongRows', do: 'throw', word: POISON }],
    forgotten: { recommendation: ['ProgressCorrected'] },
  });
  const client = new Client(() => server.url);
  const post = ({ id }: Item, name: string, fields: object) =>
    client.ask({
      ...{ method: 'POST', path: `/api/recommendations/${id}/${name}`, body: JSON.stringify(fields) },
      headers: { 'content-type': 'application/json', 'x-acting-as': SECRETARY },
    });
  const report = (item: Item, words: string) => post(item, 'report-progress', { action: item.action, words });

  // Another process writes to the same log.
  const store = SqliteEventStore.open(join(office.folder, 'log.db'));
  const valid = noteAfter((await store.read(`recommendation-${broken.id}`)).events, random);
  insertBroken(office.folder, broken, valid);
  const { revision } = await store.read(`recommendation-${unknown.id}`);
  await store.append(`recommendation-${unknown.id}`, revision, newer);
  await store.close();
  const { status } = await report(throwing, `It is ${POISON}.`);
  if (status !== 200) wrong.push(`What a view can't take was refused: ${String(status)}.`);

  const streams = [broken, unknown, throwing].map(({ id }) => `recommendation-${id}`);
  const parked = async (): Promise<string[]> =>
    (await client.get('/health/status')).body.parked.map(({ stream }: { stream: string }) => stream);
  const alertMs = await until(PATIENCE_MS, 'What is held back is told', async () => {
    const told = await parked();
    return streams.every((stream) => told.includes(stream));
  });
  if (form === 'long' && alertMs > ALERT_MS_MAX)
    wrong.push(`What is held back was told after ${milliseconds(alertMs)} only.`);
  let late = 0;
  for (let action = 0; action < OTHERS; action += 1) {
    const [item, title] = [random.pick(others), `Action ${String(action)} beside the poison`];
    await post(item, 'assign-action', { title, leadNotNamed: true, dueOn: '30 April 2026' });
    const isListed = async (): Promise<boolean> =>
      (await client.get(`/api/actions?recommendation=${item.id}&pageSize=200`)).text.includes(`"${title}"`);
    if (await isListed()) continue;
    late += 1;
    await until(PATIENCE_MS, `${title} is in the list`, isListed);
  }
  if (form === 'long' && late > 0)
    wrong.push(`${String(late)} of ${String(OTHERS)} actions on other streams were not in the list at once.`);
  // Later events of a stream that is held back wait behind the first.
  await report(throwing, 'It goes on.');
  if ((await parked()).length !== streams.length) wrong.push('Other streams are held back than those to blame.');
  await server.stop();

  // The version is installed that knows the type and has no defect, and the broken text is put back from a copy.
  repairBroken(office.folder, valid.id, JSON.stringify(valid.data));
  await server.start();
  for (const stream of streams) {
    const { code, said } = await retry(stream, office.folder);
    if (code !== 0) wrong.push(`minutebook retry ${stream} ended with ${String(code)}: ${said}`);
  }
  if ((await parked()).length > 0) wrong.push('After the repair something is still held back.');
  client.close();
  await server.stop();
  wrong.push(...(await whatIsWrongWith(office)));
  return { alertMs, late };
}

/** A note of progress and its correction, as a later version appends them. */
async function eventsOfANewerVersion(copy: Office, item: Item) {
  const record = openRecord(copy.folder);
  const application = await startApplication({ record }, { founded: SECRETARY });
  const { events: before } = await record.store.read(`recommendation-${item.id}`);
  const progress = '6f2c1c1e-8a57-4d0b-9a58-2f3d9a5c7e12';
  await application.done('report-progress', item.id, { action: item.action, words: 'It is under way.', progress });
  await application.done('correct-progress', item.id, {
    ...{ action: item.action, progress, words: 'It goes on.', correctionReason: 'Misread.' },
  });
  const { events } = await record.store.read(`recommendation-${item.id}`);
  await application.stop();
  return events.slice(before.length).map(({ id, type, data, metadata }) => ({ id, type, data, metadata }));
}

/** As a disk may give it back: past the door that every append goes through. */
function insertBroken(folder: string, { id: item }: Item, { id, type, metadata }: ReturnType<typeof noteAfter>): void {
  const database = new DatabaseSync(join(folder, 'log.db'), { timeout: 5_000 });
  database
    .prepare(
      `INSERT INTO events (stream, revision, id, type, stored_at, data, metadata)
       SELECT stream, max(revision) + 1, ?, ?, '2026-02-10T09:00:00.000Z', '{"body":', ?
       FROM events WHERE stream = (SELECT key FROM streams WHERE name = ?)`,
    )
    .run(bytesOf(id), type, JSON.stringify(metadata), `recommendation-${item}`);
  database.close();
}

/** What the triggers forbid everybody: a hand on the file itself. */
function repairBroken(folder: string, id: string, data: string): void {
  const database = new DatabaseSync(join(folder, 'log.db'), { timeout: 5_000 });
  const { sql } = database.prepare("SELECT sql FROM sqlite_schema WHERE name = 'an_event_is_never_changed'").get() as {
    sql: string;
  };
  database.exec('DROP TRIGGER an_event_is_never_changed');
  database.prepare('UPDATE events SET data = ? WHERE id = ?').run(data, bytesOf(id));
  database.exec(sql);
  database.close();
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

async function retry(stream: string, folder: string): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [QUIET, CLI, 'retry', stream, '--data', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await within(PATIENCE_MS, 'minutebook retry', once(child, 'close'))) as [number | null];
  return { code, said };
}
