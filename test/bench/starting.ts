/** From the start of the process until it is ready, on a record that is there; and what it holds in memory then. */

import { residentMiB, start } from './children.ts';
import { freshFolder } from './folders.ts';
import { appendRecommendations, begunRecord, project } from './record.ts';
import { atMost, type Row } from './table.ts';

const READY_MS_MAX = 2_000;

export async function starting({ rounds }: { rounds: number }): Promise<Row[]> {
  const folder = freshFolder();
  const record = await begunRecord(folder);
  await appendRecommendations(record, 200, 3);
  await project(record);
  await record.close();
  const ready: number[] = [];
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const server = await start('../../dist/apps/web/src/main.js', [], /Ctrl\+C/, {
      MINUTEBOOK_DATA: folder,
      PORT: '4713',
    });
    ready.push(server.readyMs);
    ours.push(residentMiB(server.process.pid));
    await server.stop();
    const nest = await start('./peers/bare-nest.ts', [], /ready/);
    bare.push(residentMiB(nest.process.pid));
    await nest.stop();
  }
  return [
    atMost(
      'Warm start to ready',
      ready,
      ready.map(() => READY_MS_MAX),
      1,
      'ms',
      'limit',
    ),
    atMost('Memory after the start', ours, bare, 2, 'MiB', 'bare Nest 12 on Fastify'),
  ];
}
