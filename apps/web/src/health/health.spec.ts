import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRecordInMemory, Projection } from '#application';
import { startWeb, type Web } from '../../../../test/support/web.ts';
import { silentLog } from '../http/request-log.ts';
import { createWebApp, listen } from '../http/web-app.ts';
import { WebModule } from '../web.module.ts';

describe('A server whose lists have not been made yet', () => {
  it('is alive and not ready, and becomes ready', async () => {
    const record = openRecordInMemory();
    const app = await createWebApp(WebModule.of(record), silentLog);
    const url = await listen(app, 0, '127.0.0.1');
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ code: 'not-ready', detail: 'The lists are being made from the log.' });
    await app.get(Projection).start();
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    await app.close();
    await record.close();
  });
});

describe('A log that holds something unknown', () => {
  let web: Web;
  let unknown: string;
  beforeAll(async () => {
    web = await startWeb();
    const { body } = await web.post('/api/reports/record-report', { code: 'ODD', title: 'A report', expected: true });
    unknown = `report-${String(body.id)}`;
    const { events } = await web.record.store.read(unknown as `report-${string}`);
    const [first] = events;
    if (!first) throw new Error('The report was not recorded.');
    const event = { id: randomUUID(), type: 'ReportDreamtOf', data: {}, metadata: first.metadata };
    await web.record.store.append(unknown as `report-${string}`, 0, [event]);
  });
  afterAll(() => web.stop());

  it('is told, by the name of the stream and the type of the event, while everything else goes on', async () => {
    const other = await web.post('/api/reports/record-report', { code: 'EVEN', title: 'A report', expected: true });
    expect(other.headers['recorded-in-lists']).toBe('true');
    const { body } = await web.get('/health/status');
    expect(body.parked).toEqual([expect.objectContaining({ stream: unknown, type: 'ReportDreamtOf', revision: 1 })]);
    expect(body.status).toContain(`One stream is parked, and the others go on. ${unknown}: `);
    expect((await web.get('/health/ready')).status).toBe(200);
  });

  it('is not decided on', async () => {
    const answer = await web.post('/api/reports/ODD/correct-report', { title: 'B', correctionReason: 'Misread.' });
    expect([answer.status, answer.body.code]).toEqual([503, 'unreadable-event']);
    expect(answer.body.detail).toContain('ReportDreamtOf');
    expect(answer.headers['idempotency-key']).toBeDefined();
  });
});
