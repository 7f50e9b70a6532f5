/** Creates the server, listens, and stops it cleanly. */

import { hasRecord, openRecord, Projection, RecordUnusable, sayNotItsLog } from '#application';
import { LogUnavailable, NotThisLog } from '#event-store';
import { AnotherLog } from '#read-model';
import { readConfig, WrongSetting } from './config.ts';
import { openLog } from './http/request-log.ts';
import { createWebApp, listen } from './http/web-app.ts';
import { fillSampleFolder } from './sample-folder.ts';
import { WebModule } from './web.module.ts';
import { welcome } from './welcome.ts';

/** What is under way may take this long; then its connections are cut, so that the record is closed in any case. */
const FINISH_MS_MAX = 8_000;
const WRONG_USAGE = 2;
const UNAVAILABLE = 3;

async function main(): Promise<void> {
  const config = readConfig(process.argv.slice(2), process.env);
  const { folder, host, port } = config;
  if (config.isSampleFolder && !hasRecord(folder)) {
    process.stdout.write(`Making the sample record in ${folder}, once…\n`);
    await fillSampleFolder(folder);
  }
  const log = openLog();
  const record = openRecord(folder, {
    onFailure: (error) => {
      log.error({ error: error.stack }, 'The log can be trusted no longer, so the server stops.');
      process.exit(UNAVAILABLE);
    },
  });
  const app = await createWebApp(WebModule.of(record), log);
  const url = await listen(app, port, host);

  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => app.getHttpServer().closeAllConnections(), FINISH_MS_MAX).unref();
    await app.close();
    await record.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());

  await app.get(Projection).start({ inThread: true });
  process.stdout.write(welcome(url, config, record.isSample));
}

/** What a person can do something about is one sentence; a defect keeps its stack. */
function fail(error: unknown): never {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (error instanceof WrongSetting || error instanceof RecordUnusable) {
    process.stderr.write(`${error.message}\n`);
    process.exit(WRONG_USAGE);
  }
  if (error instanceof NotThisLog || error instanceof AnotherLog) {
    process.stderr.write(`${sayNotItsLog(error)}\n`);
    process.exit(UNAVAILABLE);
  }
  if (error instanceof LogUnavailable) {
    process.stderr.write(`${error.message}\n`);
    process.exit(UNAVAILABLE);
  }
  if (code === 'EADDRINUSE') {
    process.stderr.write(`Port ${String(port)} is in use. Stop what uses it, or choose another: PORT=3001 npm start\n`);
    process.exit(UNAVAILABLE);
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

main().catch(fail);
