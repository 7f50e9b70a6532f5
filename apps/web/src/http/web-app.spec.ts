import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SECRETARY, startWeb, type Web } from '../../../../test/support/web.ts';

const HEADERS = { 'content-type': 'application/json', ...SECRETARY };
const FIELDS = JSON.stringify({ code: 'EVIL', title: 'A report', expected: true });

describe('The web app', () => {
  let web: Web;
  beforeAll(async () => {
    web = await startWeb();
  });
  afterAll(async () => {
    // Whatever was turned away left nothing behind.
    expect((await web.get('/api/reports')).body.total).toBe(0);
    await web.stop();
  });

  it('turns away a name that was made to resolve to this computer', async () => {
    for (const path of ['/api/recommendations', '/health/live', '/api', '/nothing']) {
      const answer = await web.ask('GET', path, { host: `evil.example:${String(web.port)}` });
      expect(answer.status).toBe(421);
      expect(answer.body.code).toBe('wrong-host');
    }
  });

  it.each<Record<string, string>>([
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('records nothing that another page sends: %j', async (from) => {
    const answer = await web.ask('POST', '/api/reports/record-report', { ...HEADERS, ...from }, FIELDS);
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('other-page');
  });

  it('records nothing that a form of another page can send', async () => {
    const answer = await web.ask('POST', '/api/reports/record-report', { 'content-type': 'text/plain' }, FIELDS);
    expect(answer.status).toBe(415);
  });

  it('allows no other page to ask whether it may', async () => {
    const answer = await web.ask('OPTIONS', '/api/reports/record-report', {
      origin: 'http://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-acting-as',
    });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('tells every browser to keep, run, frame and guess nothing', async () => {
    const strict = {
      'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    };
    for (const path of [
      '/api/recommendations',
      '/api/recommendations/nothing',
      '/health/live',
      '/nothing',
      '/api/%zz',
    ]) {
      const { headers } = await web.get(path);
      expect(headers).toMatchObject({ ...strict, 'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) });
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['etag']).toBeUndefined();
    }
  });

  it.each([
    '/nothing',
    '/api/nothing',
    '/api/recommendations/x/y/z',
    '/api/%2e%2e%2fpackage.json',
    '/api/nothing/x/history',
  ])('answers %s with a problem', async (path) => {
    const answer = await web.get(path);
    expect(answer.status).toBe(404);
    expect(answer.body.code).toBe('no-such-path');
  });

  it.each(['/api/recommendations/%E0%A4%A', '/api/../package.json'])(
    'answers %s, which is no address, with a problem',
    async (path) => {
      const answer = await web.get(path);
      expect(answer.status).toBe(400);
      expect(answer.body.code).toBe('malformed');
    },
  );

  it('answers other methods with a problem', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const answer = await web.ask(method, '/api/recommendations', { 'content-type': 'application/json' }, '{}');
      expect([method, answer.status]).toEqual([method, 404]);
    }
  });

  it('is described at /api, by a page that needs nothing from elsewhere', async () => {
    const page = await web.get('/api');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    const links = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(
      ([, link]) => new URL(link ?? '', 'http://here/api').href,
    );
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      expect(link).toMatch(/^http:\/\/here\/api\//);
      expect((await web.get(link.slice('http://here'.length))).status).toBe(200);
    }
    expect(page.text).not.toMatch(/<script(?![^>]*\bsrc=)/);
  });

  it('is alive, ready, and says how the record is', async () => {
    expect((await web.get('/health/live')).status).toBe(200);
    expect((await web.get('/health/ready')).status).toBe(200);
    const { body } = await web.get('/health/status');
    expect(body.status).toBe('The record is up to date. Nothing is parked.');
    expect(body).toMatchObject({ isReady: true, behindMs: 0, parked: [] });
  });

  it('finishes what is under way before it stops', async () => {
    const other = await startWeb();
    const body = JSON.stringify({ code: 'LAST', title: 'A report', expected: true });
    const answered = new Promise<number | undefined>((resolve, reject) => {
      const asked = request(
        { host: '127.0.0.1', port: other.port, method: 'POST', path: '/api/reports/record-report', headers: HEADERS },
        (response) => resolve(response.resume().statusCode),
      );
      asked.on('error', reject);
      asked.flushHeaders();
      asked.write(body.slice(0, 10));
      setTimeout(() => asked.end(body.slice(10)), 200);
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const began = performance.now();
    await other.stop();
    expect(await answered).toBe(201);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
