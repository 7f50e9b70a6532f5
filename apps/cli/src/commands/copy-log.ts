import { type CopiedRecord, type CopyOfRecord, copyRecord } from '#application';
import { DONE, REFUSED } from '../exit.ts';
import { print, type Progress, progressBar, tell } from '../output.ts';

export async function copyLog(asked: CopyOfRecord): Promise<number> {
  const { source, target, appended, difference, hasGoneOn, manifests, clockLeftIn } = await withBars(asked);
  const before = source.events - appended;
  print(`Copied ${String(appended)} events${before > 0 ? `; ${String(before)} stood there already` : ''}.`);
  for (const [side, { events, streams, sha256 }] of [
    ['from', source],
    ['to  ', target],
  ] as const) {
    print(`${side} ${String(events)} events in ${String(streams)} streams, sha256 ${sha256}`);
  }
  if (difference !== undefined) {
    print(difference);
    print('different');
    return REFUSED;
  }
  print(`When the source stored each event is in ${manifests.join(' and ')}.`);
  if (clockLeftIn !== undefined) {
    tell(
      `It is a sample: its clock is in ${clockLeftIn}/sample.json, and belongs into the folder that is used with the copy.`,
    );
  }
  if (hasGoneOn)
    tell('More was recorded in the source meanwhile: stop what records in it, and give the same command again.');
  print('equal');
  return DONE;
}

/** One bar while events are copied, one while both sides are compared. */
async function withBars(asked: CopyOfRecord): Promise<CopiedRecord> {
  let eventsMax = 1;
  let step: string | undefined;
  let bar: Progress | undefined;
  try {
    return await copyRecord(asked, {
      onBegin: (events) => (eventsMax = events ?? 1),
      onProgress(doing, events) {
        if (doing !== step) {
          bar?.stop();
          bar = progressBar(doing === 'copying' ? 'Copying' : 'Comparing', eventsMax);
          step = doing;
        }
        if (doing === 'copying') eventsMax = Math.max(eventsMax, events);
        bar?.update(events);
      },
    });
  } finally {
    bar?.stop();
  }
}
