import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordAnsweredReport } from '../../../../../test/support/answered-report.ts';
import { addressOfLink, Visitor, wordsIn } from '../../../../../test/support/visitor.ts';
import { startWeb, type Web } from '../../../../../test/support/web.ts';
import { localAddress } from './acting-as.presenter.ts';

const SYMCA = 'Board Secretary of South Yorkshire Mayoral Combined Authority';

describe('The chooser of who is acting', () => {
  let web: Web;
  beforeAll(async () => {
    web = await startWeb();
    await recordAnsweredReport(web);
  });
  afterAll(() => web.stop());

  it('offers everyone who holds a post today, and says that it is a claim', async () => {
    const { status, text } = await new Visitor(web).open('/acting-as');
    expect(status).toBe(200);
    expect(wordsIn(text)).toContain(`${SYMCA} A Secretary (SYMCA/SEC) Continue`);
    expect(wordsIn(text)).toContain('Minutebook has no sign-in yet, so this is a claim.');
    // Nobody holds this one.
    expect(wordsIn(text)).not.toContain('Assistant Chief Constable');
  });

  it('offers each holder of a post that several hold', async () => {
    for (const name of ['B First', 'C Second']) {
      const person = await web.post('/api/people/register-person', { name });
      await web.post('/api/bodies/SYP/begin-holding', { post: 'SYP/ACC', person: person.body.id, jointly: true });
    }
    const visitor = new Visitor(web);
    const { text } = await visitor.open('/acting-as');
    const [, second = ''] = /value="(SYP\/ACC; person=[0-9a-f-]{36})"(?:(?!value=).)*C Second/s.exec(text) ?? [];
    await visitor.actAs(second);
    expect(wordsIn((await visitor.open('/')).text)).toContain(
      'Acting as Assistant Chief Constable of South Yorkshire Police',
    );
  });

  it('keeps the choice in a cookie that no script reads and no other site sends, and goes back', async () => {
    const visitor = new Visitor(web);
    const then = '/recommendations/OIC-R1%2FSYP?asRecordedBy=2026-02-06';
    const { text } = await visitor.open(`/acting-as?${new URLSearchParams({ then }).toString()}`);
    expect(text).toContain(`<input type="hidden" name="then" value="${then}">`);
    const chosen = await visitor.send('/acting-as', { actingAs: 'SYMCA/SEC', then });
    expect([chosen.status, chosen.headers['location']]).toEqual([303, then]);
    expect([chosen.headers['set-cookie']].flat()).toEqual([
      expect.stringMatching(/^minutebook-acting=[\w-]{22}\.[\w-]+; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    const register = (await visitor.open('/')).text;
    expect(wordsIn(register)).toContain(`Acting as ${SYMCA} Change who you are acting as`);
    expect(addressOfLink(register, 'Change who you are acting as')).toBe('/acting-as?then=%2F');
  });

  it.each([
    ['', 'Select who you are acting as'],
    ['SYMCA/NOBODY', 'There is no post “SYMCA/NOBODY” in the directory. Name the post you act in, such as SYMCA/SEC.'],
  ])('refuses the choice “%s”', async (actingAs, message) => {
    const visitor = new Visitor(web);
    const answer = await visitor.send('/acting-as', { actingAs, then: '/' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<title>Error: Who are you acting as? – Minutebook</title>');
    expect(addressOfLink(answer.text, message)).toBe('#actingAs');
    expect(wordsIn((await visitor.open('/')).text)).toContain('You are only reading.');
  });

  it.each([
    'minutebook-acting=x',
    'minutebook-acting=',
    `minutebook-acting=${'a'.repeat(22)}.${Buffer.from('SYMCA/NO').toString('base64url')}`,
  ])('takes a cookie it can’t use for none: %s', async (cookie) => {
    const { status, text } = await web.ask('GET', '/', { cookie, accept: 'text/html' });
    expect(status).toBe(200);
    expect(wordsIn(text)).toContain('You are only reading.');
  });

  it.each([
    ['/recommendations/X%2FY?a=b', '/recommendations/X%2FY?a=b'],
    ['//evil.example/there', '/'],
    ['/.//evil.example/there', '/'],
    ['/\\evil.example/', '/'],
    ['https://evil.example/there', '/'],
    ['javascript:alert(1)', '/'],
    [['/a', '/b'], '/'],
    [undefined, '/'],
  ])('goes back to %j as %s: never to another server', (then, address) => {
    expect(localAddress(then)).toBe(address);
  });
});
