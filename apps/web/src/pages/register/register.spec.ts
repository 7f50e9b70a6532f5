import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOSTILE, recordAnsweredReport } from '../../../../../test/support/answered-report.ts';
import { addressOfLink, Visitor, wordsIn } from '../../../../../test/support/visitor.ts';
import { startWeb, type Web } from '../../../../../test/support/web.ts';

describe('The register', () => {
  let web: Web;
  let visitor: Visitor;
  let now = '2026-02-05T10:00:00.000Z';

  beforeAll(async () => {
    web = await startWeb(() => now);
    await recordAnsweredReport(web);
    now = '2026-02-09T10:00:00.000Z';
    await web.post('/api/recommendations/OIC-R1%2FWYP/record-position', {
      ...{ layer: 'localPolicingBody', code: 'agreed', words: 'Yes.', decidedByPost: 'SYMCA/SEC' },
    });
    visitor = new Visitor(web);
  });
  afterAll(() => web.stop());

  const said = async (path: string): Promise<string> => wordsIn((await visitor.open(path)).text);
  const rowsAt = async (path: string): Promise<string[]> =>
    [...(await visitor.open(path)).text.matchAll(/<th scope="row".*?<a [^>]*>(.*?)<\/a>/gs)].map(
      ([, reference = '']) => reference,
    );

  it('says in its first line where everything stands, each number a link to what it counts', async () => {
    const { text, status } = await visitor.open('/');
    expect(status).toBe(200);
    expect(text).toContain('<title>Register – Minutebook</title>');
    expect(wordsIn(text)).toContain(
      'Of 4 recommendations, 1 has no position recorded , 1 has a position and no action and 2 are in delivery ; 1 is past its date .',
    );
    expect(await rowsAt(addressOfLink(text, '1 is past its date') ?? '')).toEqual(['OIC-AFI-A/SYP']);
    expect(await rowsAt(addressOfLink(text, '2 are in delivery') ?? '')).toEqual(['OIC-AFI-A/SYP', 'OIC-R1/SYP']);
  });

  it('says of each where it stands: positions by layer, what is due and open, and which parts have no action', async () => {
    const words = await said('/?body=SYP');
    expect(words).toMatch(
      /OIC-AFI-A\/SYP Area for improvement, South Yorkshire Police .*? In delivery No position recorded 31 January 2026 action OIC-AFI-A\/SYP\/1 9 days ago 1 Assistant Chief Constable of South Yorkshire Police \(b\) 5 February 2026/,
    );
    expect(words).toMatch(
      /OIC-R1\/SYP Illustration Recommendation 1, South Yorkshire Police .*? In delivery Chief officer: accepted 30 April 2026 action OIC-R1\/SYP\/1 1 /,
    );
    expect(await said('/?body=WYP&report=OIC&text=tackle')).toMatch(
      /30 April 2026 the date the report prints 0 No parts/,
    );
  });

  it('links each row to its item', async () => {
    expect(addressOfLink((await visitor.open('/')).text, 'OIC-R1/SYP')).toBe('/recommendations/OIC-R1%2FSYP');
  });

  it.each([
    ['/?body=wyp', ['OIC-AFI-A/WYP', 'OIC-R1/WYP']],
    ['/?status=inDelivery', ['OIC-AFI-A/SYP', 'OIC-R1/SYP']],
    ['/?lead=SYP%2FACC', ['OIC-AFI-A/SYP', 'OIC-R1/SYP']],
    ['/?text=R1', ['OIC-R1/SYP', 'OIC-R1/WYP']],
    ['/?dueBefore=30+April+2026', ['OIC-AFI-A/SYP']],
    ['/?dueBefore=2026-05-01&body=WYP', ['OIC-R1/WYP']],
    ['/?body=&status=&text=&report=OIC&finding=OIC-R1', ['OIC-R1/SYP', 'OIC-R1/WYP']],
    ['/?sort=due', ['OIC-AFI-A/SYP', 'OIC-R1/SYP', 'OIC-R1/WYP', 'OIC-AFI-A/WYP']],
    ['/?sort=lastEvent', ['OIC-R1/WYP', 'OIC-AFI-A/SYP', 'OIC-AFI-A/WYP', 'OIC-R1/SYP']],
  ])('shows at %s exactly what is asked for', async (path, references) => {
    expect(await rowsAt(path)).toEqual(references);
  });

  it('keeps the filters in the addresses of its headings and pages, and begins again at the first page', async () => {
    const { text } = await visitor.open('/?body=SYP&page=2&pageSize=1&asRecordedBy=9+February+2026');
    expect(addressOfLink(text, 'Next due')).toBe('/?body=SYP&asRecordedBy=2026-02-09&sort=due&pageSize=1');
    expect(addressOfLink(text, 'Previous page')).toBe('/?body=SYP&asRecordedBy=2026-02-09&pageSize=1');
    expect(wordsIn(text)).toContain('2 to 2 of 2 recommendations');
    expect(text).toMatch(/<th [^>]*aria-sort="ascending"[^>]*><a [^>]*>Recommendation<\/a>/);
  });

  it('keeps filters it has no field for when another filter is set', async () => {
    const { text } = await visitor.open('/?finding=OIC-R1&sort=due');
    expect(text).toContain('<input type="hidden" name="finding" value="OIC-R1">');
    expect(text).toContain('<input type="hidden" name="sort" value="due">');
  });

  it('shows how it stood, as recorded by a date, and leads to each item as it was then', async () => {
    const path = '/?asRecordedBy=8+February+2026&text=R1';
    const words = await said(path);
    expect(words).toContain('This is the register as recorded by 8 February 2026.');
    expect(words).toContain('Of 2 recommendations, 1 has no position recorded and 1 is in delivery');
    const { text } = await visitor.open(path);
    expect(text).toContain('<title>Register, as recorded by 8 February 2026 – Minutebook</title>');
    expect(addressOfLink(text, 'OIC-R1/WYP')).toBe('/recommendations/OIC-R1%2FWYP?asRecordedBy=2026-02-08');
    expect(addressOfLink(text, 'See it as recorded now')).toBe('/?text=R1');
    expect(await said('/?asRecordedBy=2026-01-01')).toContain('No recommendation is recorded yet.');
  });

  it('says so when nothing matches, and how to see everything again', async () => {
    const { text, status } = await visitor.open('/?text=zebra&sort=due');
    expect(status).toBe(200);
    expect(wordsIn(text)).toContain('No recommendation matches these filters.');
    expect(addressOfLink(text, 'Clear the filters')).toBe('/?sort=due');
  });

  it.each([
    ['/?dueBefore=soon', 'Enter the day it is due before, such as 30 April 2026', '#dueBefore'],
    ['/?asRecordedBy=2026-02-31', 'Enter the day it was recorded by, such as 6 February 2026', '#asRecordedBy'],
    ['/?body=XYZ', 'There is no body “XYZ” in the record', '#body'],
    ['/?body=SYP&body=WYP', 'Enter the body as the reference of a body', '#body'],
  ])('says what is wrong with a filter, and shows no rows: %s', async (path, message, field) => {
    const { text, status } = await visitor.open(path);
    expect(status).toBe(422);
    expect(text).toContain('<title>Error: Register – Minutebook</title>');
    expect(addressOfLink(text, message)).toBe(field);
    expect(text).not.toContain('<table');
  });

  it('can’t tell what will be recorded by a day to come', async () => {
    const { text, status } = await visitor.open('/?asRecordedBy=1+May+2999');
    expect(status).toBe(422);
    expect(wordsIn(text)).toMatch(
      /1 May 2999 has not come yet: today is .+ Leave it out to see what is recorded now\./,
    );
    expect(text).not.toContain('<table');
  });

  it('lets nothing through as markup', async () => {
    const query = new URLSearchParams({ text: HOSTILE }).toString();
    for (const path of ['/', `/?${query}`, `/?finding=${encodeURIComponent(HOSTILE)}`]) {
      const { text } = await visitor.open(path);
      expect(wordsIn(text)).toContain(HOSTILE);
      expect(text).not.toContain('<script');
    }
  });

  it('allows its own stylesheet and nothing else', async () => {
    const { headers, text } = await visitor.open('/');
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'content-security-policy':
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; " +
        "frame-ancestors 'none'; object-src 'none'",
    });
    expect(text).not.toMatch(/<script|<style| style=| on[a-z]+=/i);
  });

  it('tells that an item is held back, whose row stands as it was before', async () => {
    expect(await said('/')).not.toContain('can’t read');
    const { body } = await web.get('/api/recommendations/OIC-R1%2FSYP');
    const stream = `recommendation-${String(body.item.id)}` as const;
    const { events, revision } = await web.record.store.read(stream);
    const { metadata } = events.at(-1) ?? {};
    const unknown = {
      id: 'e0000000-0000-4000-8000-000000000001',
      type: 'NeverHeardOf',
      data: {},
      metadata: metadata ?? {},
    };
    const appended = await web.record.store.append(stream, revision, [unknown]);
    expect(appended.outcome).toBe('appended');
    await web.get(`/api/recommendations?text=${stream}`);
    expect(await said('/')).toContain(
      'One item holds something that this version of Minutebook can’t read, and may stand here as before it. /health/status says which.',
    );
  });
});

describe('A register without a recommendation', () => {
  it('says how recommendations come into it', async () => {
    const web = await startWeb();
    const words = wordsIn((await new Visitor(web).open('/')).text);
    await web.stop();
    expect(words).toContain('No recommendation is recorded yet. ');
    expect(words).toContain('Recommendations come here when a finding of a report is fanned out');
  });
});
