import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startWeb, type Web } from '../../../../test/support/web.ts';

describe('A query over HTTP', () => {
  let web: Web;
  let now = '2026-02-05T10:00:00.000Z';

  beforeAll(async () => {
    web = await startWeb(() => now);
    const must = async (path: string, fields: object): Promise<void> => {
      const answer = await web.post(path, fields);
      if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    };
    for (const code of ['SYP', 'WYP', 'HUM']) {
      await must('/api/bodies/record-body', { code, name: `${code} Police`, bodyKind: 'force', overseenBy: 'SYMCA' });
    }
    await must('/api/bodies/SYP/establish-post', { postCode: 'ACC', title: 'Assistant Chief Constable' });
    await must('/api/reports/record-report', { code: 'OIC', title: 'Organised crime', publishedOn: '16 May 2025' });
    const finding = { findingKind: 'recommendation', text: 'Tackle it.' };
    await must('/api/reports/OIC/register-finding', { ...finding, code: 'R1' });
    await must('/api/reports/OIC/register-finding', {
      ...finding,
      code: 'AFI-B',
      findingKind: 'areaForImprovement',
      text: '100% of plans.',
    });
    await must('/api/reports/OIC/fan-out-finding', { finding: 'OIC-R1', bodies: ['SYP', 'WYP', 'HUM'] });
    await must('/api/reports/OIC/fan-out-finding', { finding: 'OIC-AFI-B', bodies: ['SYP'] });
    now = '2026-02-09T10:00:00.000Z';
    const action = { title: 'Deliver it', leadPost: 'SYP/ACC', dueOn: '2026-04-30' };
    await must('/api/recommendations/OIC-R1%2FSYP/assign-action', action);
    await must('/api/series/open-series', { name: 'Tasking', seriesKind: 'tasking', code: 'MARTOM' });
    await must('/api/meetings/record-meeting', { series: 'MARTOM', title: 'Tasking in January', heldOn: '2026-01-20' });
    await must('/api/escalations/raise-escalation', {
      ...{ question: 'Who pays?', fromSeries: 'MARTOM', toOutside: 'The Home Office', noAnswerBy: true },
      aboutRecommendations: ['OIC-R1/SYP'],
    });
    await must('/api/documents/record-document', {
      documentType: 'responseLetter',
      title: 'A letter',
      code: 'LETTER',
      dateAsWritten: '5 February 2026',
    });
  });
  afterAll(() => web.stop());

  const references = async (query: string): Promise<string[]> => {
    const { body, status, text } = await web.get(`/api/recommendations${query}`);
    if (status !== 200) throw new Error(text);
    return body.items.map(({ reference }: { reference: string }) => reference);
  };

  it('lists everything in the natural order of the references', async () => {
    expect(await references('')).toEqual(['OIC-AFI-B/SYP', 'OIC-R1/HUM', 'OIC-R1/SYP', 'OIC-R1/WYP']);
  });

  it.each([
    ['body=WYP', ['OIC-R1/WYP']],
    ['kind=areaForImprovement', ['OIC-AFI-B/SYP']],
    ['finding=OIC-R1&body=SYP', ['OIC-R1/SYP']],
    ['status=inDelivery', ['OIC-R1/SYP']],
    ['lead=SYP%2FACC', ['OIC-R1/SYP']],
    ['dueBefore=2026-05-01', ['OIC-R1/SYP']],
    ['dueBefore=2026-04-30', []],
    ['text=100%25', ['OIC-AFI-B/SYP']],
    ['text=R1%2FW', ['OIC-R1/WYP']],
    ['report=OIC&overseer=SYMCA&status=noPositionRecorded', ['OIC-AFI-B/SYP', 'OIC-R1/HUM', 'OIC-R1/WYP']],
    ['sort=due', ['OIC-R1/SYP', 'OIC-AFI-B/SYP', 'OIC-R1/HUM', 'OIC-R1/WYP']],
  ])('filters and sorts by %s', async (query, expected) => {
    expect(await references(`?${query}`)).toEqual(expected);
  });

  it('pages on the server and says how many there are', async () => {
    const { body } = await web.get('/api/recommendations?page=2&pageSize=3');
    expect(body).toMatchObject({ total: 4, page: 2, pageSize: 3, behind: false });
    expect(body.items.map(({ reference }: { reference: string }) => reference)).toEqual(['OIC-R1/WYP']);
    expect((await web.get('/api/recommendations?page=3&pageSize=3')).body).toMatchObject({ items: [], total: 4 });
  });

  it('says what the ids in an answer are called', async () => {
    const { body } = await web.get('/api/recommendations?body=SYP&status=inDelivery');
    const [item] = body.items;
    expect(body.names[item.body]).toEqual({ reference: 'SYP', name: 'SYP Police' });
    expect(body.names[item.leads[0].post]).toMatchObject({ reference: 'SYP/ACC' });
    expect(body.names[item.openActions[0]]).toMatchObject({ reference: 'OIC-R1/SYP/1' });
  });

  it('shows a list as recorded by a day, which includes that day', async () => {
    const before = await web.get('/api/recommendations?asRecordedBy=2026-02-08&status=noPositionRecorded');
    expect(before.body).toMatchObject({ asRecordedBy: '2026-02-08', total: 4 });
    expect((await web.get('/api/recommendations?asRecordedBy=2026-02-09&status=noPositionRecorded')).body.total).toBe(
      3,
    );
    expect((await web.get('/api/recommendations?asRecordedBy=2026-02-04')).body.total).toBe(0);
    expect((await web.get('/api/actions?asRecordedBy=2026-02-08')).body.total).toBe(0);
    expect((await web.get('/api/actions')).body.total).toBe(1);
  });

  it('names what is in a list by the name and the code it had by that day', async () => {
    const opened = { name: 'A board', seriesKind: 'board', code: 'FIRST' };
    const { id } = (await web.post('/api/series/open-series', opened)).body;
    await web.post('/api/meetings/record-meeting', { series: 'FIRST', title: 'A sitting', heldOn: '2026-01-21' });
    const before = now;
    now = '2026-02-10T10:00:00.000Z';
    const corrected = { name: 'The board', code: 'SECOND', correctionReason: 'Misread.' };
    expect((await web.post('/api/series/FIRST/correct-series', corrected)).status).toBe(200);
    const named = async (query: string) => (await web.get(`/api/meetings${query}`)).body.names[id];
    expect(await named('?asRecordedBy=2026-02-09')).toEqual({ reference: 'FIRST', name: 'A board (FIRST)' });
    expect(await named('')).toEqual({ reference: 'SECOND', name: 'The board (SECOND)' });
    now = before;
  });

  it('shows an item and its history as recorded by a day', async () => {
    const then = await web.get('/api/recommendations/OIC-R1%2FSYP?asRecordedBy=2026-02-08');
    expect(then.body).toMatchObject({ asRecordedBy: '2026-02-08', item: { status: 'noPositionRecorded' } });
    expect(then.headers['etag']).toBeUndefined();
    const today = await web.get('/api/recommendations/OIC-R1%2FSYP');
    expect(today.body).toMatchObject({ item: { status: 'inDelivery' }, behind: false });
    expect(today.headers['etag']).toBe(`"${String(today.body.revision)}"`);
    const history = await web.get('/api/recommendations/OIC-R1%2FSYP/history?asRecordedBy=2026-02-08');
    expect(history.body.asRecordedBy).toBe('2026-02-08');
    expect(history.text).not.toContain('ActionAssigned');
    expect((await web.get('/api/recommendations/OIC-R1%2FSYP/history')).text).toContain('ActionAssigned');
    expect((await web.get('/api/recommendations/OIC-R1%2FSYP?asRecordedBy=2026-02-01')).body.detail).toBe(
      'There is no recommendation “OIC-R1/SYP” in the record as recorded by 1 February 2026.',
    );
  });

  it('tells a history in sentences, with who recorded each', async () => {
    const { body } = await web.get('/api/recommendations/OIC-R1%2FSYP/history');
    expect(body.entries.map(({ number }: { number: number }) => number)).toEqual(
      body.entries.map((_: unknown, index: number) => index + 1),
    );
    for (const entry of body.entries)
      expect(entry).toMatchObject({ sentence: expect.stringMatching(/^[A-Z].*[.!?”]$/), stream: expect.any(String) });
    expect(body.entries.at(-1).recordedAt >= '2026-02-09').toBe(true);
  });

  it.each([
    'reports',
    'documents',
    'decisions',
    'decisions-not-carried-out',
    'escalations',
    'meetings',
    'series',
    'bodies',
    'posts',
    'people',
    'actions',
  ])('lists %s', async (collection) => {
    const { status, body } = await web.get(`/api/${collection}`);
    expect(status).toBe(200);
    expect(body.items).toHaveLength(Math.min(body.total, 50));
    expect(body.total > 0).toBe(!collection.startsWith('decisions'));
  });

  it.each([
    ['reports', 'OIC', 'coverage'],
    ['reports', 'OIC', 'section55'],
    ['documents', 'LETTER', 'title'],
    ['meetings', 'MARTOM%2F2026-01-20', 'heldOn'],
    ['series', 'MARTOM', 'name'],
    ['bodies', 'SYP', 'posts'],
    ['posts', 'SYP%2FACC', 'holdings'],
    ['people', 'A%20Secretary', 'holdings'],
    ['actions', 'OIC-R1%2FSYP%2F1', 'due'],
  ])('shows one of %s by its reference %s', async (collection, reference, field) => {
    const answer = await web.get(`/api/${collection}/${reference}`);
    expect(answer.status).toBe(200);
    expect(answer.body.item[field]).toBeDefined();
  });

  it('shows bodies with their posts and who holds them', async () => {
    const { body } = await web.get('/api/bodies/SYMCA');
    const [post] = body.item.posts;
    expect(post).toMatchObject({ reference: 'SYMCA/SEC', holdings: [{ person: expect.any(String) }] });
    expect(body.names[post.holdings[0].person].name).toContain('A Secretary');
  });

  it('lists posts, of one body too, and people, with the holdings of each', async () => {
    const posts = await web.get('/api/posts?body=SYP');
    expect(posts.body.items).toEqual([expect.objectContaining({ reference: 'SYP/ACC', holdings: [] })]);
    const people = await web.get('/api/people');
    expect(people.body.items).toContainEqual(
      expect.objectContaining({
        name: 'A Secretary',
        illustration: false,
        holdings: [expect.objectContaining({ reference: 'SYMCA/SEC/1' })],
      }),
    );
  });

  it('lists nobody whose details were erased', async () => {
    const { body } = await web.post('/api/people/register-person', { name: 'B. Erased' });
    const named = async () => (await web.get('/api/people')).body.items.map(({ name }: { name: string }) => name);
    expect(await named()).toContain('B. Erased');
    await web.post('/api/erasures/record-person-erasure', { person: body.id, reason: 'Asked for.' });
    expect(await named()).not.toContain('B. Erased');
  });

  it('names the streams that concern an item', async () => {
    const { body } = await web.get('/api/recommendations/OIC-R1%2FSYP/links');
    expect(body.items.map(({ stream }: { stream: string }) => stream.split('-')[0])).toEqual(
      expect.arrayContaining(['escalation', 'report']),
    );
  });

  const NOT_YET = expect.stringMatching(
    /^1 May 2999 has not come yet: today is .+ Leave it out to see what is recorded/,
  );
  it.each([
    ['/api/recommendations?colour=red', 'colour', 'There is no field colour. Check its spelling.'],
    ['/api/recommendations?body=XYZ', 'body', 'There is no body “XYZ” in the record.'],
    ['/api/recommendations?body=SYP&body=WYP', 'body', undefined],
    [
      '/api/recommendations?asRecordedBy=yesterday',
      'asRecordedBy',
      'asRecordedBy is not a day. Write it as 2026-02-06.',
    ],
    ['/api/recommendations?asRecordedBy=2999-05-01', 'asRecordedBy', NOT_YET],
    ['/api/recommendations/OIC-R1%2FSYP?asRecordedBy=2999-05-01', 'asRecordedBy', NOT_YET],
    ['/api/recommendations/OIC-R1%2FSYP/history?asRecordedBy=2999-05-01', 'asRecordedBy', NOT_YET],
    ['/api/recommendations?asRecordedBy=2026-02-30', 'asRecordedBy', undefined],
    ['/api/recommendations?pageSize=201', 'pageSize', 'pageSize must be 200 or less.'],
    ['/api/recommendations?page=0', 'page', undefined],
    ['/api/recommendations?page=1e1', 'page', undefined],
    ['/api/recommendations?status=done', 'status', undefined],
    ['/api/recommendations/OIC-R1%2FSYP?page=1', 'page', undefined],
    ['/api/recommendations/OIC-R1%2FSYP/history?asOf=2026-02-06', 'asOf', undefined],
    ['/api/recommendations/OIC-R1%2FSYP/links?asRecordedBy=2026-02-06', 'asRecordedBy', undefined],
  ])('refuses %s', async (path, field, message) => {
    const answer = await web.get(path);
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid']);
    expect(answer.body.errors).toEqual([{ field, message: message ?? expect.stringMatching(/^\S.*\.$/) }]);
  });

  it.each([
    'recommendations/OIC-R9%2FSYP',
    'decisions/D-1',
    'reports/NONE',
    'recommendations/OIC-R9%2FSYP/history',
    'people/nobody',
  ])('answers 404 for %s', async (path) => {
    const answer = await web.get(`/api/${path}`);
    expect([answer.status, answer.body.code]).toEqual([404, 'missing']);
  });

  it('lists a decision whose change is refused as not carried out, with the sentence', async () => {
    const decided = await web.post('/api/decisions/record-decision', {
      ...{ number: 'D-2026-001', outcome: 'Close it.', decidedByPost: 'SYMCA/SEC', effectiveOn: '2026-02-09' },
      changes: [
        {
          ...{ version: 1, kind: 'closeRecommendation', recommendation: 'OIC-R1/SYP' },
          ...{ level: 'assured', layer: 'localPolicingBody', code: 'implemented', reason: 'Done.' },
        },
      ],
    });
    expect([decided.status, decided.text]).toEqual([201, expect.any(String)]);
    const { body } = await web.get('/api/decisions-not-carried-out');
    expect(body.items).toEqual([
      expect.objectContaining({
        ...{ number: 'D-2026-001', change: 1, outcome: 'refused' },
        refusal: expect.objectContaining({
          code: 'actions-open',
          sentence: 'A recommendation can’t be closed while an action is open.',
        }),
      }),
    ]);
    expect((await web.get('/api/decisions-not-carried-out?outcome=dropped')).body.items).toEqual([]);
    expect((await web.get('/api/decisions/D-2026-001')).body.item).toMatchObject({
      number: 'D-2026-001',
      outcome: 'Close it.',
    });
  });
});
