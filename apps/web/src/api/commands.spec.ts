import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DECISION_CHANGE_KINDS } from '#domain';
import { type Answer, SECRETARY, startWeb, type Web } from '../../../../test/support/web.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('A command over HTTP', () => {
  let web: Web;
  let reports = 0;

  beforeAll(async () => {
    web = await startWeb();
    for (const code of ['SYP', 'WYP']) {
      await web.post('/api/bodies/record-body', {
        code,
        name: `${code} Police`,
        bodyKind: 'force',
        overseenBy: 'SYMCA',
      });
    }
    await web.post('/api/bodies/SYP/establish-post', { postCode: 'ACC', title: 'Assistant Chief Constable' });
  });
  afterAll(() => web.stop());

  /** A report of its own for a spec, with one finding that falls on SYP. Answers with the recommendation's address. */
  async function recommendation(): Promise<string> {
    reports += 1;
    const code = `REP${String(reports)}`;
    await web.post('/api/reports/record-report', { code, title: 'A report', publishedOn: '16 May 2025' });
    await web.post(`/api/reports/${code}/register-finding`, {
      code: 'R1',
      findingKind: 'recommendation',
      text: 'Do it.',
    });
    const fannedOut = await web.post(`/api/reports/${code}/fan-out-finding`, {
      finding: `${code}-R1`,
      bodies: ['SYP'],
    });
    expect(fannedOut.status).toBe(200);
    return `/api/recommendations/${code}-R1%2FSYP`;
  }

  const action = { title: 'Deliver it', leadPost: 'SYP/ACC', dueOn: '2026-04-30' };

  it('that starts something answers 201, where it is, and how it stands', async () => {
    const answer = await web.post('/api/reports/record-report', {
      code: 'OIC',
      title: 'Organised crime',
      expected: true,
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.any(String),
      reference: 'OIC',
      revision: 0,
      events: [{ id: expect.any(String), type: 'ReportRecorded' }],
    });
    expect(answer.headers['recorded-in-lists']).toBe('true');
    expect(answer.headers['etag']).toBe('"0"');
    const report = await web.get(answer.headers['location'] ?? '');
    expect(report.body.item).toMatchObject({ id: answer.body.id, code: 'OIC' });
  });

  it('on something that exists names it by a reference with an encoded slash, or by its id', async () => {
    const address = await recommendation();
    const first = await web.post(`${address}/assign-action`, action);
    expect(first.status).toBe(200);
    const second = await web.post(`/api/recommendations/${String(first.body.id)}/assign-action`, {
      ...action,
      title: 'More',
    });
    expect(second.body).toMatchObject({ id: first.body.id, revision: Number(first.body.revision) + 1 });
  });

  it('gets a command id from the server when it brings none', async () => {
    const answer = await web.post('/api/reports/record-report', { code: 'KEY', title: 'A report', expected: true });
    expect(answer.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('sent ten times at once is one event and ten equal answers', async () => {
    const address = await recommendation();
    const key = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => web.post(`${address}/assign-action`, action, key)),
    );
    expect(
      new Set(answers.map(({ status, text, headers }) => `${String(status)} ${text} ${String(headers['etag'])}`)).size,
    ).toBe(1);
    expect(answers[0]?.status).toBe(200);
    const history = await web.get(`${address}/history`);
    expect(history.body.entries.filter(({ type }: { type: string }) => type === 'ActionAssigned')).toHaveLength(1);
    const late = await web.post(`${address}/assign-action`, action, key);
    expect(late.text).toBe(answers[0]?.text);
    expect(late.headers['recorded-in-lists']).toBe('true');
  });

  it('that starts something, sent ten times at once, starts one and is answered ten times alike', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const fields = { code: 'TEN', title: 'A report', expected: true };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => web.post('/api/reports/record-report', fields, key)),
    );
    expect(new Set(answers.map(({ status, text }) => `${String(status)} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
  });

  it('with a key that came before with other content is refused', async () => {
    const address = await recommendation();
    const key = { 'idempotency-key': randomUUID() };
    await web.post(`${address}/assign-action`, action, key);
    const other = await web.post(`${address}/assign-action`, { ...action, title: 'Something else' }, key);
    expect(problem(other)).toEqual([422, 'key-reused']);
    const report = { code: 'KEY', title: 'A report', expected: true };
    expect(problem(await web.post('/api/reports/record-report', report, key))).toEqual([422, 'key-reused']);
  });

  it('with a key that was made here for another command a moment ago is refused', async () => {
    const address = await recommendation();
    const { headers } = await web.post(`${address}/assign-action`, action);
    const key = { 'idempotency-key': String(headers['idempotency-key']) };
    const report = { code: 'KEY', title: 'A report', expected: true };
    expect(problem(await web.post('/api/reports/record-report', report, key))).toEqual([422, 'key-reused']);
  });

  it('that the domain refuses is answered 409 with its code, its sentence and what stands in the way', async () => {
    const address = await recommendation();
    await web.post(`${address}/assign-action`, action);
    const closed = await web.post(`${address}/close-recommendation`, {
      ...{ level: 'reported', layer: 'localPolicingBody', code: 'implemented', reason: 'Done.' },
    });
    expect(problem(closed)).toEqual([409, 'actions-open']);
    expect(closed.body).toMatchObject({
      title: 'Refused',
      detail: 'A recommendation can’t be closed while an action is open.',
      because: [{ kind: 'action', id: expect.any(String), label: expect.stringMatching(/\/1 Deliver it$/) }],
    });
    const history = await web.get(`${address}/history`);
    expect(history.text).not.toContain('RecommendationClosed');
  });

  it('at a revision that two clients saw is recorded for one, and tells the other what changed', async () => {
    const address = await recommendation();
    const seen = (await web.get(address)).headers['etag'] ?? '';
    expect(seen).toMatch(/^"\d+"$/);
    const answers = await Promise.all(
      ['One', 'Two'].map((title) => web.post(`${address}/assign-action`, { ...action, title }, { 'if-match': seen })),
    );
    const [winner, loser] = answers.sort((a, b) => a.status - b.status);
    expect(winner?.status).toBe(200);
    expect(problem(loser)).toEqual([412, 'conflict']);
    expect(loser?.body.since).toEqual([
      {
        revision: winner?.body.revision,
        recordedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        recorder: expect.stringContaining('A Secretary'),
        sentence: expect.stringContaining('assigned'),
      },
    ]);
    expect(loser?.body.detail).toContain(loser?.body.since[0].sentence);
    expect(loser?.headers['etag']).toBe(winner?.headers['etag']);
    const again = await web.post(`${address}/assign-action`, action, { 'if-match': String(loser?.headers['etag']) });
    expect(again.status).toBe(200);
  });

  it('may expect that there is nothing yet', async () => {
    const nothing = { 'if-match': '"no-stream"' };
    const answer = await web.post(
      '/api/reports/record-report',
      { code: 'NEW', title: 'A report', expected: true },
      nothing,
    );
    expect(answer.status).toBe(201);
    const late = await web.post(
      '/api/reports/NEW/correct-report',
      { title: 'B', correctionReason: 'Misread.' },
      nothing,
    );
    expect(problem(late)).toEqual([412, 'conflict']);
  });

  it('with a wrong field is answered field by field, and adds nothing', async () => {
    const answer = await web.post('/api/reports/record-report', { code: 'oic', titel: 'A report' });
    expect(problem(answer)).toEqual([422, 'invalid']);
    expect(answer.body.errors.map(({ field }: { field: string }) => field).sort()).toEqual(['code', 'titel', 'title']);
    expect(answer.body.errors[0].message).toMatch(/^\S.*\.$/);
  });

  it.each([
    ['{"number":"X-9","outcome":"o","changes":[null]}', 'Leave no empty entry in changes.'],
    [
      '{"number":"X-9","outcome":"o","changes":{"kind":"closeRecommendation"}}',
      'changes must be a list, also when it holds one change.',
    ],
    [
      '{"number":"X-9","outcome":"o","changes":[7]}',
      `entry 1 of changes must be an object with a kind, one of ${DECISION_CHANGE_KINDS.join(', ')}.`,
    ],
    ['{"number":"X-9","outcome":"o","aboutActions":7}', 'Enter each of aboutActions as the reference of an action.'],
    ['{"number":"X-9","outcome":"o","constructor":7}', 'There is no field constructor. Check its spelling.'],
  ])('refuses %s with a sentence', async (body, message) => {
    const headers = { 'content-type': 'application/json', ...SECRETARY };
    const answer = await web.ask('POST', '/api/decisions/record-decision', headers, body);
    expect([answer.status, answer.body.detail]).toEqual([422, message]);
  });

  it('that refers to what is not in the record is answered by the field that does', async () => {
    const address = await recommendation();
    const answer = await web.post(`${address}/assign-action`, { ...action, leadPost: 'SYP/NOBODY' });
    expect(problem(answer)).toEqual([422, 'invalid']);
    expect(answer.body.errors).toEqual([
      { field: 'leadPost', message: 'There is no post “SYP/NOBODY” in the record.' },
    ]);
  });

  it('on something that is not in the record is answered 404', async () => {
    expect(problem(await web.post('/api/recommendations/OIC-R99%2FSYP/assign-action', action))).toEqual([
      404,
      'missing',
    ]);
  });

  it('needs somebody who acts', async () => {
    const send = (headers: Record<string, string>): Promise<Answer> =>
      web.ask(
        'POST',
        '/api/reports/record-report',
        { ...JSON_TYPE, ...headers },
        '{"code":"ACT","title":"A","expected":true}',
      );
    const nobody = await send({});
    expect(problem(nobody)).toEqual([401, 'acting-as-missing']);
    expect(nobody.headers['www-authenticate']).toBe('X-Acting-As');
    expect(nobody.body.detail).toContain('X-Acting-As');
    expect(problem(await send({ 'x-acting-as': 'SYMCA/NOBODY' }))).toEqual([401, 'acting-as-unknown']);
    expect(problem(await send({ 'x-acting-as': 'SYP/ACC' }))).toEqual([401, 'post-vacant']);
    expect((await web.get('/api/reports?pageSize=200')).text).not.toContain('"ACT"');
  });

  it('is told in the history as claimed, because nobody had to prove who they are', async () => {
    const address = await recommendation();
    await web.post(`${address}/assign-action`, action);
    const { body } = await web.get(`${address}/history`);
    expect(body.entries.at(-1)).toMatchObject({
      authentication: 'claimed-local',
      recorder: expect.stringContaining('A Secretary'),
    });
  });

  it.each([
    ['idempotency-key', 'one'],
    ['if-match', '3'],
  ])('with a malformed %s is answered 400', async (header, value) => {
    const answer = await web.post(
      '/api/reports/record-report',
      { code: 'X', title: 'X', expected: true },
      { [header]: value },
    );
    expect(problem(answer)).toEqual([400, header]);
  });

  it('at the wrong address is told the right one', async () => {
    const onItem = await web.post('/api/reports/OIC/record-report', {});
    expect(problem(onItem)).toEqual([404, 'no-such-path']);
    expect(onItem.body.detail).toBe('“record-report” is at POST /api/reports/record-report.');
    const onNothing = await web.post('/api/documents/close-recommendation', {});
    expect(onNothing.body.detail).toBe(
      '“close-recommendation” is at POST /api/recommendations/:id/close-recommendation.',
    );
    expect(problem(await web.post('/api/reports/forge-report', {}))).toEqual([404, 'no-such-path']);
  });

  describe('whose body can’t be read', () => {
    const send = (body: string | Buffer, headers: Record<string, string> = JSON_TYPE): Promise<Answer> =>
      web.ask('POST', '/api/reports/record-report', { ...SECRETARY, ...headers }, body);

    it.each(['{', '', 'null x', '{"code":'])('is answered 400 for %j', async (body) => {
      expect(problem(await send(body))).toEqual([400, 'malformed']);
    });

    it.each(['[]', '"text"', '1', 'null'])('is answered 422 for %j, which holds no fields', async (body) => {
      expect(problem(await send(body))).toEqual([422, 'invalid']);
    });

    it('is answered 400 when it is not UTF-8, so that nobody’s words are changed', async () => {
      expect(problem(await send(Buffer.from('{"code":"L1","title":"caf\xe9"}', 'latin1')))).toEqual([400, 'malformed']);
    });

    it('is answered 400 when it would change what an object is', async () => {
      expect(problem(await send('{"__proto__":{"code":"P"},"title":"A"}'))).toEqual([400, 'malformed']);
      expect(problem(await send('{"constructor":{"prototype":{"a":1}},"title":"A"}'))).toEqual([400, 'malformed']);
    });

    it('is answered 413 beyond 100 kB, for a decision too', async () => {
      expect(problem(await send(JSON.stringify({ title: 'x'.repeat(100_000) })))).toEqual([413, 'too-large']);
      const decision = JSON.stringify({ number: 'D-1', outcome: 'x'.repeat(100_000) });
      const answer = await web.ask('POST', '/api/decisions/record-decision', { ...JSON_TYPE, ...SECRETARY }, decision);
      expect(problem(answer)).toEqual([413, 'too-large']);
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', ''])(
      'is answered 415 for the type “%s”',
      async (type) => {
        expect(problem(await send('{}', type === '' ? {} : { 'content-type': type }))).toEqual([415, 'not-json']);
      },
    );
  });
});

function problem(answer: Answer | undefined): [status: number | undefined, code: string] {
  expect(answer?.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer?.body).toMatchObject({
    type: expect.stringMatching(/^urn:minutebook:problem:/),
    title: expect.any(String),
    status: answer?.status,
    detail: expect.stringMatching(/^\S.*[.”]$/s),
    instance: `urn:uuid:${String(answer?.headers['x-request-id'])}`,
  });
  expect(answer?.text).not.toMatch(/\bat .*\.(?:ts|js)\b|node_modules/);
  return [answer?.status, answer?.body.code];
}
