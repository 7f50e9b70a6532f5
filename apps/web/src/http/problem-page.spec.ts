import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addressOfLink, Visitor, wordsIn } from '../../../../test/support/visitor.ts';
import { startWeb, type Web } from '../../../../test/support/web.ts';
import { PROBLEMS, type ProblemKind } from './problem.ts';
import { problemView } from './problem-page.ts';

describe('What goes wrong, in a browser', () => {
  let web: Web;
  let visitor: Visitor;
  beforeAll(async () => {
    web = await startWeb();
    visitor = new Visitor(web);
  });
  afterAll(() => web.stop());

  it('is a page with what to do, a way back and a reference', async () => {
    const { status, text, headers } = await visitor.open('/nothing?of=this');
    expect(status).toBe(404);
    expect(text).toContain('<title>Page not found – Minutebook</title>');
    expect(wordsIn(text)).toContain('If you typed the address, check it is correct.');
    expect(addressOfLink(text, 'Go to the register')).toBe('/');
    expect(wordsIn(text)).toContain(`Reference: ${String(headers['x-request-id'])}`);
    expect(headers['content-security-policy']).toContain("style-src 'self'");
  });

  it('keeps what a defect says to itself, and says that nothing is half done', async () => {
    const head = web.record.store.head.bind(web.record.store);
    web.record.store.head = () => Promise.reject(new Error('a secret'));
    const { status, text } = await visitor.open('/acting-as');
    web.record.store.head = head;
    expect(status).toBe(500);
    expect(wordsIn(text)).toContain('Sorry, there is a problem with Minutebook Nothing is half done');
    expect(text).not.toContain('secret');
  });

  it('is a page too for an address that can’t be read, and for another name of this computer', async () => {
    expect(wordsIn((await visitor.open('/recommendations/%E0%A4%A')).text)).toContain('That could not be read');
    const answer = await web.ask('GET', '/', { accept: 'text/html', host: `evil.example:${String(web.port)}` });
    expect(answer.status).toBe(421);
    expect(wordsIn(answer.text)).toContain('This server answers only as http://localhost');
  });

  it.each(['/api/nothing', '/health/nothing'])('stays JSON for the API: %s', async (path) => {
    expect((await visitor.open(path)).body).toMatchObject({ status: 404 });
  });

  it('stays JSON for a program', async () => {
    expect((await web.get('/nothing')).body).toMatchObject({ code: 'no-such-path' });
  });

  it.each(Object.keys(PROBLEMS) as ProblemKind[])('has a heading and sentences for %s', (kind) => {
    const view = problemView({ kind, message: 'Do this.' }, '1');
    expect(view.heading).toMatch(/^[A-Z].*[^.]$/);
    expect(view.sentences.every((sentence) => sentence.endsWith('.'))).toBe(true);
  });
});

describe('The stylesheet', () => {
  it('is kept for a year, because other styles have another name', async () => {
    const web = await startWeb();
    const [, address = ''] =
      /<link rel="stylesheet" href="([^"]+)">/.exec((await new Visitor(web).open('/')).text) ?? [];
    expect(address).toMatch(/^\/assets\/minutebook-[0-9a-f]{16}\.css$/);
    const { status, headers, text } = await web.get(address);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(text).not.toMatch(/GDS Transport|crown|@font-face|#1d70b8/i);
    for (const other of ['/assets/minutebook.css', '/assets/manifest.json', '/assets/..%2Fmanifest.json']) {
      expect((await web.get(other)).status).toBe(404);
    }
    await web.stop();
  });
});
