import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StreamName } from '#event-store';
import { type RunningApplication, startApplication, withRecommendation } from '../../../../test/support/application.ts';
import { readToEnd } from './rebuild.ts';
import { retryStream } from './retry.ts';

let running: RunningApplication;
beforeAll(async () => {
  running = await startApplication();
  await withRecommendation(running);
});
afterAll(() => running.stop());

describe('a stream that is held back', () => {
  it('stays held back for as long as its event can’t be read, and the answer says why', async () => {
    const [item] = running.record.readModel.register.list().items;
    const stream: StreamName = `recommendation-${item?.id ?? ''}`;
    expect(await retryStream(running.record, stream)).toBeUndefined();
    const metadata = { recordedAt: '2026-02-10T09:00:00.000Z', commandId: randomUUID(), schemaVersion: 1 };
    const { revision } = await running.record.store.read(stream);
    await running.record.store.append(stream, revision, [
      { id: randomUUID(), type: 'RecommendationFramed', data: {}, metadata },
    ]);
    await readToEnd(running.record, running.record.readModel);
    expect(await retryStream(running.record, stream)).toMatchObject({
      stream,
      type: 'RecommendationFramed',
      reason: expect.stringContaining('RecommendationFramed'),
    });
  });
});
