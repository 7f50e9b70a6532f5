/**
 * Makes the sample record: the answers of South and West Yorkshire to three inspections, from five public documents,
 * with what a demonstration needs beside them.
 *
 * It is made by sending commands, never by writing events, on a clock of its own that steps through the days on which
 * each thing plausibly was recorded. Command ids are fixed, so every sample is the same.
 */

import { existsSync, readdirSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { endOfDayInLondon } from '#domain';
import { Actors } from '../actors.ts';
import { ApplicationModule } from '../application.module.ts';
import type { Clock } from '../clock.ts';
import { Commands } from '../commands.ts';
import { foundRecord } from '../founding.ts';
import { itemIdOf } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import { Projection } from '../projection/projection.ts';
import {
  isEmptyLog,
  markAsSample,
  mustBeFolder,
  type OpenRecord,
  openRecord,
  openServedRecord,
  RecordUnusable,
} from '../record.ts';
import { DIRECTORY_STEPS } from './directory.steps.ts';
import { OIC_STEPS } from './oic.steps.ts';
import { ROCU21_STEPS } from './rocu21.steps.ts';
import type { Step } from './step.ts';
import { ILLUSTRATION_STEPS, YHSOC_STEPS } from './yhsoc.steps.ts';

/** When the sample's clock stands still and ticks on from: 10 February 2026, 09:00 in London. */
export const SAMPLE_ENDS_AT = '2026-02-10T09:00:00.000Z';

const SAMPLE_ID = 'a3c55b3e-53d4-5a54-9a55-0d6b0f6c6c10';
const FOUNDED_AT = '2021-02-18T08:45';

/** In the order of their times; what shares a time keeps the order of the files. */
const STEPS: readonly Step[] = [
  ...DIRECTORY_STEPS,
  ...ROCU21_STEPS,
  ...OIC_STEPS,
  ...YHSOC_STEPS,
  ...ILLUSTRATION_STEPS,
].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

/**
 * Fills an empty or absent folder with the sample record, or an event store with it and the folder with its lists.
 * @param options.onStep called after each step with how many of how many are done
 * @param options.eventStore the address of the server that is to keep the log
 * @throws {RecordUnusable} the folder or the event store holds something
 */
export async function makeSample(
  folder: string,
  {
    onStep = () => undefined,
    eventStore,
  }: { readonly onStep?: (done: number, of: number) => void; readonly eventStore?: string | undefined } = {},
): Promise<void> {
  mustBeFolder(folder);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new RecordUnusable(
      `${folder} is not empty. The sample needs a folder of its own: name one that does not exist yet.`,
    );
  }
  // Each reading is a moment later than the one before, so that what follows from a thing comes after it.
  let now = Date.parse(instantOf(FOUNDED_AT));
  const clock: Clock = () => new Date((now += 1)).toISOString();
  const record =
    eventStore === undefined ? openRecord(folder, { begin: true, clock }) : await begin(eventStore, folder, clock);
  const app = await NestFactory.createApplicationContext(ApplicationModule.of(record), { logger: ['error', 'warn'] });
  try {
    await app.get(Projection).start();
    const commands = app.get(Commands);
    const actors = app.get(Actors);
    const ids = new Map<string, string>();

    expectDone(
      'founding',
      await foundRecord(
        commands,
        {
          bodyCode: 'WYPCC',
          bodyName: 'Office of the Police and Crime Commissioner for West Yorkshire',
          bodyKind: 'localPolicingBody',
          postCode: 'SEC',
          postTitle: 'Board Secretary',
          personName: 'Placeholder WYPCC/SEC',
          personEmail: 'secretary.wypcc@example.invalid',
        },
        SAMPLE_ID,
        'cli',
        { placeholder: true, illustration: true },
      ),
    );
    for (const [index, step] of STEPS.entries()) {
      now = Date.parse(instantOf(step.at));
      const by = await actors.resolve(step.as);
      if ('refused' in by) throw new Error(`${step.key}: ${by.sentence}`);
      const outcome = await commands.send({
        name: step.name,
        target: step.target === undefined ? undefined : named(step.target, ids),
        fields: withIds(step.fields, ids),
        by,
        authentication: 'cli',
        commandId: itemIdOf(SAMPLE_ID, step.key),
      });
      ids.set(step.key, itemOf(step, expectDone(step.key, outcome)));
      onStep(index + 1, STEPS.length);
    }
    markAsSample(folder, SAMPLE_ENDS_AT);
  } finally {
    await app.close();
    await record.close();
  }
}

/** @throws {RecordUnusable} the event store holds something */
async function begin(eventStore: string, folder: string, clock: Clock): Promise<OpenRecord> {
  const record = await openServedRecord(eventStore, folder, { clock });
  if (await isEmptyLog(record.store)) return record;
  await record.close();
  throw new RecordUnusable('The event store holds a record already. The sample needs a store of its own.');
}

/** A step that does not come out is a defect of the sample. */
function expectDone(key: string, outcome: Outcome): Extract<Outcome, { outcome: 'done' }> {
  if (outcome.outcome === 'done') return outcome;
  throw new Error(`The sample's step ${key} came to nothing: ${JSON.stringify(outcome)}`);
}

/** What `$key` names: the stream the step began, or the item it added. */
function itemOf(step: Step, done: Extract<Outcome, { outcome: 'done' }>): string {
  if (step.name === 'begin-holding') return itemIdOf(itemIdOf(SAMPLE_ID, step.key), 'holding');
  return done.id;
}

function withIds<T>(value: T, ids: ReadonlyMap<string, string>): T {
  if (typeof value === 'string') return named(value, ids) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => withIds(item, ids)) as T;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, withIds(item, ids)])) as T;
  }
  return value;
}

function named(text: string, ids: ReadonlyMap<string, string>): string {
  if (!text.startsWith('$')) return text;
  const id = ids.get(text.slice(1));
  if (id === undefined) throw new Error(`The sample names ${text} before it is there.`);
  return id;
}

/** From local time in London to an instant. Sittings are by day, and clocks change at night. */
function instantOf(local: string): string {
  const isSummerTime = endOfDayInLondon(local.slice(0, 10)).endsWith('T23:00:00.000Z');
  return new Date(Date.parse(`${local}:00.000Z`) - (isSummerTime ? 3_600_000 : 0)).toISOString();
}
