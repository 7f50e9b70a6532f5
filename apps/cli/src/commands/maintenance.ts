import { basename } from 'node:path';
import {
  compareWithRebuilt,
  makeSample,
  rebuild as rebuildLists,
  retryStream,
  verify as verifyLog,
} from '#application';
import { isStreamName, type RawLog } from '#event-store';
import { DONE, Ending, REFUSED, UNAVAILABLE, WRONG_USAGE } from '../exit.ts';
import { print, progressBar, tell } from '../output.ts';
import { folderFrom, type Session } from '../session.ts';

export async function rebuild(session: Session, { check }: { readonly check?: boolean }): Promise<number> {
  const bar = progressBar('Reading the log', await length(session));
  try {
    if (check !== true) {
      const events = await rebuildLists(session.record, (done) => bar.update(done));
      bar.stop();
      print(`Rebuilt from ${String(events)} events.`);
      return DONE;
    }
    const { different, tables, events } = await compareWithRebuilt(session.record, (done) => bar.update(done));
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

export async function verify(session: Session): Promise<number> {
  const bar = progressBar('Verifying', await length(session));
  const log = session.record.store as unknown as Partial<RawLog>;
  if (log.rows === undefined)
    throw new Ending(UNAVAILABLE, 'This log does not give out its stored bytes, so it can’t be verified here.');
  const { events, streams, findings } = await verifyLog(log as RawLog, (done) => bar.update(done));
  bar.stop();
  const parked = session.record.readModel.parked();
  for (const { stream, revision, sentence } of findings) print(`${stream}, revision ${String(revision)}: ${sentence}`);
  for (const { stream, revision, reason } of parked) {
    print(`${stream} is held back from revision ${String(revision)}: ${reason}`);
  }
  print(`${String(events)} events in ${String(streams)} streams.`);
  if (findings.length === 0 && parked.length === 0) {
    print('sound');
    return DONE;
  }
  print('not sound');
  return REFUSED;
}

export async function retry(session: Session, stream: string): Promise<number> {
  if (!isStreamName(stream))
    throw new Ending(WRONG_USAGE, `“${stream}” is not the name of a stream. See: npx minutebook verify`);
  if (!session.record.readModel.parked().some((parked) => parked.stream === stream)) {
    print(`${stream} is not held back.`);
    return DONE;
  }
  const still = await retryStream(session.record, stream);
  if (still === undefined) {
    print(`${stream} is in the lists again.`);
    return DONE;
  }
  print(`${stream} is still held back from revision ${String(still.revision)}: ${still.reason}`);
  return REFUSED;
}

export async function sample(options: { readonly data?: string }): Promise<number> {
  const folder = folderFrom(options.data);
  const bar = progressBar('Making the sample', 1);
  try {
    await makeSample(folder, (done, of) => bar.update(done, of));
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
async function length({ record }: Session): Promise<number> {
  const { logPosition } = await record.store.head();
  return Number(logPosition) || 1;
}
