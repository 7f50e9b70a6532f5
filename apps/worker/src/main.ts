/** Starts a worker, which does what nobody waits for, and stops it cleanly. */

import { NestFactory } from '@nestjs/core';
import {
  beginWithCopy,
  howToEnd,
  openServedRecord,
  Projection,
  Publishing,
  Readiness,
  STOP_MS_MAX,
} from '#application';
import { readConfig } from './config.ts';
import { serveHealth } from './health.ts';
import { nestLog, say } from './log.ts';
import { WorkerModule } from './worker.module.ts';

async function main(): Promise<void> {
  const { folder, eventStore, copies, port } = readConfig(process.argv.slice(2), process.env);
  const record = await openServedRecord(eventStore, folder);
  const begun = copies === undefined ? undefined : await beginWithCopy(record, copies);
  if (begun !== undefined) say('info', begun);
  const app = await NestFactory.createApplicationContext(WorkerModule.of(record), {
    logger: nestLog,
    abortOnError: false,
  });
  const readiness = app.get(Readiness);
  const health = port === undefined ? undefined : await serveHealth(port, readiness);

  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    // What is cut off is done by another worker, or after the next start.
    setTimeout(() => process.exit(0), STOP_MS_MAX).unref();
    readiness.beginStopping();
    await app.close();
    await record.close();
    health?.server.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());

  await app.get(Projection).start({ inThread: true });
  const told = health === undefined ? '' : ` It says how it is on ${health.url}/health/ready.`;
  process.stdout.write(`The worker follows the record, with its lists in ${folder}.${told} Ctrl+C stops it.\n`);
  if (copies !== undefined) await app.get(Publishing).begin(copies);
}

main().catch((error: unknown) => {
  const { code, sentence } = howToEnd(error, 'npm run worker');
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
});
