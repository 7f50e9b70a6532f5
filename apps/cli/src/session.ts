/** One open record with the application around it, for one command. */

import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  Actors,
  ASK_FOR_NOW,
  ApplicationModule,
  Commands,
  hasRecord,
  Histories,
  isEmptyLog,
  notYet,
  type OpenRecord,
  openRecord,
  openServedRecord,
  Policies,
  Projection,
  RecordFacts,
  sayHeldBack,
  setting,
} from '#application';
import { type CivilDate, dayInLondon, endOfDayInLondon, isCivilDate, type Names, readDayOf } from '#domain';
import type { AsRecorded } from '#read-model';
import { Ending, UNAVAILABLE, WRONG_USAGE } from './exit.ts';
import { tell } from './output.ts';

const SAMPLE_FOLDER = 'data/sample';

/** What --data says, in every help. */
export const FOLDER = `the folder of the record; else $MINUTEBOOK_DATA, else ${SAMPLE_FOLDER}`;

export interface Session {
  readonly app: INestApplicationContext;
  readonly record: OpenRecord;
  readonly actors: Actors;
  readonly commands: Commands;
  readonly facts: RecordFacts;
  readonly histories: Histories;
  readonly policies: Policies;
  readonly projection: Projection;
  /** The words for an id, as things stand. */
  readonly name: Names;
}

/** The data folder a command works on: as told, else as the environment says, else the sample. */
export function folderFrom(told: string | undefined): string {
  return told ?? process.env['MINUTEBOOK_DATA'] ?? SAMPLE_FOLDER;
}

/** The address of the event store server that keeps the log, unless the folder does. Beside it the lists need a folder. */
export function addressOfServer(told: string | undefined): string | undefined {
  const eventStore = setting(process.env['EVENTSTORE_URL']);
  if (eventStore !== undefined && told === undefined && setting(process.env['MINUTEBOOK_DATA']) === undefined) {
    throw new Ending(
      WRONG_USAGE,
      'EVENTSTORE_URL is set, so the lists need a folder of their own. Name it with --data DIR or in MINUTEBOOK_DATA.',
    );
  }
  return eventStore;
}

/** Opens the record for work that needs no application around it, so that it can be done on a record that is damaged. */
export async function withRecord<T>(
  told: string | undefined,
  work: (record: OpenRecord) => Promise<T>,
  options: { begin?: boolean } = {},
): Promise<T> {
  const folder = folderFrom(told);
  const eventStore = addressOfServer(told);
  if (eventStore !== undefined) return withServedRecord(eventStore, folder, work, options);
  if (options.begin !== true && folder === SAMPLE_FOLDER && !hasRecord(folder)) {
    throw new Ending(
      WRONG_USAGE,
      `There is no record yet. Make the sample with: npx minutebook sample --data ${SAMPLE_FOLDER}\nOr name the folder of a record: --data DIR`,
    );
  }
  const record = openRecord(folder, {
    begin: options.begin === true,
    onFailure: (error) => {
      process.stderr.write(`The log can be trusted no longer: ${error.message}\n`);
      process.exit(UNAVAILABLE);
    },
  });
  try {
    return await work(record);
  } finally {
    await record.close();
  }
}

async function withServedRecord<T>(
  eventStore: string,
  folder: string,
  work: (record: OpenRecord) => Promise<T>,
  { begin }: { begin?: boolean },
): Promise<T> {
  const record = await openServedRecord(eventStore, folder);
  try {
    if (begin !== true && (await isEmptyLog(record.store))) {
      throw new Ending(
        WRONG_USAGE,
        `The event store holds no record yet. Begin one with: npx minutebook init --data ${folder}`,
      );
    }
    return await work(record);
  } finally {
    await record.close();
  }
}

export async function withSession<T>(
  told: string | undefined,
  work: (session: Session) => Promise<T>,
  options: { begin?: boolean } = {},
): Promise<T> {
  return withRecord(
    told,
    async (record) => {
      const app = await NestFactory.createApplicationContext(ApplicationModule.of(record), { logger: false });
      const policies = app.get(Policies);
      try {
        const projection = app.get(Projection);
        await projection.start();
        const heldBack = sayHeldBack(record.readModel.parked(), 'npx minutebook verify');
        if (heldBack !== undefined) tell(heldBack);
        const histories = app.get(Histories);
        return await work({
          app,
          record,
          actors: app.get(Actors),
          commands: app.get(Commands),
          facts: app.get(RecordFacts),
          histories,
          policies,
          projection,
          name: histories.names(),
        });
      } finally {
        // What policies began on their own must not be cut off; what they can't do now stays owed and is done later.
        await policies.pay().catch(() => undefined);
        await app.close();
      }
    },
    options,
  );
}

/** A day as people write it, from an option. */
export function dayFrom(text: string, option: string): CivilDate {
  const day = isCivilDate(text) ? text : readDayOf(text);
  if (day === undefined) throw new Ending(WRONG_USAGE, `${option}: “${text}” is not a day. Write it as 2026-02-06.`);
  return day;
}

/** The day by whose end something is asked for as recorded; that day has come. */
export function dayRecordedBy({ record }: Session, text: string | undefined): CivilDate | undefined {
  if (text === undefined) return undefined;
  const day = dayFrom(text, AS_RECORDED_BY);
  const objection = notYet(day, dayInLondon(record.clock()));
  if (objection === undefined) return day;
  throw new Ending(WRONG_USAGE, `${AS_RECORDED_BY}: ${objection} ${ASK_FOR_NOW}`);
}

const AS_RECORDED_BY = '--as-recorded-by';

/** What lists need to be told as recorded by the end of a day in London, and the words for an id by then. */
export function asRecorded(
  session: Session,
  text: string | undefined,
): { readonly at: AsRecorded; readonly name: Names } {
  const day = dayRecordedBy(session, text);
  if (day === undefined) return { at: {}, name: session.name };
  const recordedBefore = endOfDayInLondon(day);
  return { at: { recordedBefore }, name: session.histories.names(recordedBefore) };
}
