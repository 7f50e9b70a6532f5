/** Creates the server, listens, and stops it cleanly. */

import { setTimeout as pause } from 'node:timers/promises';
import {
  beginWithCopy,
  hasRecord,
  howToEnd,
  type OpenRecord,
  openRecord,
  openServedRecord,
  Projection,
  Readiness,
  STOP_MS_MAX,
  UNAVAILABLE,
} from '#application';
import { type Config, readConfig } from './config.ts';
import { type Log, openLog } from './http/request-log.ts';
import { createWebApp, listen } from './http/web-app.ts';
import { fillSampleFolder } from './sample-folder.ts';
import { WebModule } from './web.module.ts';
import { welcome } from './welcome.ts';

/** Beside others, so long a server goes on after it has said that it stops: whoever spreads requests has to notice. */
const NOTICE_MS = 3_000;
/** What is under way may take this long; then its connections are cut, so that the record is closed in any case. */
const FINISH_MS_MAX = 8_000;

async function main(): Promise<void> {
  const config = readConfig(process.argv.slice(2), process.env);
  const { folder, host, port, eventStore } = config;
  if (config.isSampleFolder && !hasRecord(folder)) {
    process.stdout.write(`Making the sample record in ${folder}, once…\n`);
    await fillSampleFolder(folder);
  }
  const log = openLog();
  const record = await open(config, log);
  const app = await createWebApp(WebModule.of(record), log);
  const url = await listen(app, port, host);

  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => app.getHttpServer().closeAllConnections(), FINISH_MS_MAX).unref();
    setTimeout(() => process.exit(0), STOP_MS_MAX).unref();
    app.get(Readiness).beginStopping();
    if (eventStore !== undefined) await pause(NOTICE_MS);
    await app.close();
    await record.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());

  await app.get(Projection).start({ inThread: true });
  process.stdout.write(welcome(url, config, record.isSample));
}

async function open({ folder, eventStore, copies }: Config, log: Log): Promise<OpenRecord> {
  if (eventStore !== undefined) {
    const record = await openServedRecord(eventStore, folder);
    const begun = copies === undefined ? undefined : await beginWithCopy(record, copies);
    if (begun !== undefined) log.info(begun);
    return record;
  }
  return openRecord(folder, {
    onFailure: (error) => {
      log.error({ error: error.stack }, 'The log can be trusted no longer, so the server stops.');
      process.exit(UNAVAILABLE);
    },
  });
}

main().catch((error: unknown) => {
  const { code, sentence } = howToEnd(error, 'npm start');
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
});
