import { basename } from 'node:path';
import {
  type Backup,
  backUp,
  compareWithRebuilt,
  makeSample,
  openManifestIn,
  type OpenRecord,
  readToEnd,
  rebuild as rebuildLists,
  retryStream,
  type Verification,
  verify as verifyLog,
} from '#application';
import { grantEventStoreDbAccess, isStreamName, type RawLog } from '#event-store';
import { DONE, Ending, REFUSED, UNAVAILABLE, WRONG_USAGE } from '../exit.ts';
import { hanging, print, progressBar, tell } from '../output.ts';
import { addressOfServer, folderFrom } from '../session.ts';

export async function rebuild(record: OpenRecord, { check }: { readonly check?: boolean }): Promise<number> {
  const bar = progressBar('Reading the log', await length(record));
  try {
    if (check !== true) {
      const events = await rebuildLists(record, (done) => bar.update(done));
      bar.stop();
      print(`Rebuilt from ${String(events)} events.`);
      return DONE;
    }
    const { different, tables, events } = await compareWithRebuilt(record, (done) => bar.update(done));
    bar.stop();
    if (different.length > 0) {
      print(`These tables differ from what the log says: ${different.join(', ')}.`);
      print('Make them anew with: npx minutebook rebuild');
      print('different');
      return REFUSED;
    }
    print(`${String(tables)} tables made anew from ${String(events)} events are the same as the live ones.`);
    print('equal');
    return DONE;
  } finally {
    bar.stop();
  }
}

export async function verify(record: OpenRecord): Promise<number> {
  const log = record.store as unknown as Partial<RawLog>;
  if (log.rows === undefined)
    throw new Ending(UNAVAILABLE, 'This log does not give out its stored bytes, so it can’t be verified here.');
  const manifest = record.folder === undefined ? undefined : await openManifestIn(record.folder);
  const bar = progressBar('Verifying', await length(record));
  let verified: Verification;
  try {
    const options = { hasOwnClock: record.isSample, manifest };
    verified = await verifyLog(log as RawLog, (done) => bar.update(done), options);
  } finally {
    bar.stop();
    await manifest?.close();
  }
  const wrong = [...wrongIn(verified), ...(await lookAtLists(record))];
  for (const sentence of wrong) print(sentence);
  print(`${String(verified.events)} events in ${String(verified.streams)} streams.`);
  if (wrong.length === 0) print(hanging('', whatSoundMeans(record)));
  return soundUnless(wrong);
}

/** Copies the record, also while it is served. The copy is a record by itself. */
export async function backup(into: string, options: { readonly data?: string }): Promise<number> {
  if (addressOfServer(options.data) !== undefined) {
    throw new Ending(
      WRONG_USAGE,
      'An event store server keeps this record. Back up the server: docker/README.md says how.',
    );
  }
  const bar = progressBar('Verifying the copy', 1);
  let made: Backup;
  try {
    made = await backUp(folderFrom(options.data), into, (done, of) => bar.update(done, of));
  } finally {
    bar.stop();
  }
  const wrong = wrongIn(made);
  for (const sentence of wrong) print(sentence);
  print(`Copied ${String(made.events)} events in ${String(made.streams)} streams to ${into}, and read them there.`);
  print(`Everything that was acknowledged before ${made.mark} is among them.`);
  return soundUnless(wrong);
}

/** What a verification found, as sentences. */
function wrongIn({ findings, losses }: Verification): string[] {
  return [
    ...findings.map(({ stream, revision, sentence }) => `${stream}, revision ${String(revision)}: ${sentence}`),
    ...losses,
  ];
}

/** The last word on a record, and how the command ends with it. */
function soundUnless(wrong: readonly string[]): number {
  print(wrong.length === 0 ? 'sound' : 'not sound');
  return wrong.length === 0 ? DONE : REFUSED;
}

/** What “sound” covers, and what no look at the log can tell. */
function whatSoundMeans({ isSample, eventStore }: OpenRecord): string {
  const [whole, place] = eventStore === undefined ? ['the file is whole, ', 'file'] : ['', 'files of the event store'];
  return [
    `Sound means: ${whole}no event is missing between others, each reads back as it was written,`,
    ...(isSample ? [] : ['the time it states is the time at which it was stored,']),
    'and histories and lists can be made of them all.',
    `It can’t tell whether somebody with access to the ${place} rewrote it with care or cut off its end,`,
    'whether there is a backup, or whether what was typed is true.',
    ...(isSample ? ['A sample has a clock of its own, so its times were not looked at.'] : []),
  ].join(' ');
}

/** What the lists can't take of the log, as sentences. */
async function lookAtLists(record: OpenRecord): Promise<string[]> {
  try {
    await readToEnd(record, record.readModel);
  } catch (error) {
    return [`The lists can’t be made from the log: ${error instanceof Error ? error.message : String(error)}`];
  }
  return record.readModel
    .parked()
    .map(({ stream, revision, reason }) => `${stream} is held back from revision ${String(revision)}: ${reason}`);
}

export async function retry(record: OpenRecord, stream: string): Promise<number> {
  if (!isStreamName(stream))
    throw new Ending(WRONG_USAGE, `“${stream}” is not the name of a stream. See: npx minutebook verify`);
  await readToEnd(record, record.readModel);
  if (!record.readModel.parked().some((parked) => parked.stream === stream)) {
    print(`${stream} is not held back.`);
    return DONE;
  }
  const still = await retryStream(record, stream);
  if (still === undefined) {
    print(`${stream} is in the lists again.`);
    return DONE;
  }
  print(`${stream} is still held back from revision ${String(still.revision)}: ${still.reason}`);
  return REFUSED;
}

/** Makes the account by which Minutebook uses an event store server. */
export async function grantAccess(server: string): Promise<number> {
  await grantEventStoreDbAccess(server, process.env);
  print('The account can read everything and append. It can delete nothing, and not change what a stream forgets.');
  return DONE;
}

export async function sample(options: { readonly data?: string }): Promise<number> {
  const folder = folderFrom(options.data);
  const bar = progressBar('Making the sample', 1);
  try {
    await makeSample(folder, { onStep: (done, of) => bar.update(done, of), eventStore: addressOfServer(options.data) });
  } finally {
    bar.stop();
  }
  const data = basename(folder) === 'sample' && options.data === undefined ? '' : ` --data ${folder}`;
  print(`The sample record is in ${folder}. Try:`);
  print(`  npx minutebook register${data}`);
  print(`  npx minutebook history YHSOC-AFI-A/WYP${data}`);
  tell('It has a clock of its own, which stands at 10 February 2026, 09:00.');
  return DONE;
}

/** How many events there are to read: the bar's length, not more. */
async function length(record: OpenRecord): Promise<number> {
  const { logPosition } = await record.store.head();
  return Number(logPosition) || 1;
}
