import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HOSTILE, recordAnsweredReport } from '../../../../../test/support/answered-report.ts';
import { addressOfLink, hiddenFieldsIn, Visitor, wordsIn } from '../../../../../test/support/visitor.ts';
import { startWeb, type Web } from '../../../../../test/support/web.ts';

const BLOCKED = '/recommendations/OIC-R1%2FSYP/close-recommendation';
const SENTENCE = 'A recommendation can’t be closed while an action is open.';
const hiddenOf = ({
  commandId,
  revision,
  formToken,
}: Record<string, string>): Record<'commandId' | 'revision' | 'formToken', string | undefined> => ({
  commandId,
  revision,
  formToken,
});
const FILLED_IN = { level: 'assured', layer: 'localPolicingBody', code: 'implemented', reason: 'It works.\nIt does.' };

describe('Closing a recommendation from its page', () => {
  let web: Web;
  let visitor: Visitor;
  let findings = 1;

  beforeAll(async () => {
    web = await startWeb(() => '2026-02-09T10:00:00.000Z');
    await recordAnsweredReport(web);
  });
  beforeEach(async () => {
    visitor = new Visitor(web);
    await visitor.actAs('SYMCA/SEC');
  });
  afterAll(() => web.stop());

  /** The form of a recommendation of its own for a spec, which nothing keeps from being closed. */
  async function closable(): Promise<string> {
    findings += 1;
    const code = `R${String(findings)}`;
    await web.post('/api/reports/OIC/register-finding', { code, findingKind: 'recommendation', text: 'Do it.' });
    await web.post('/api/reports/OIC/fan-out-finding', { finding: `OIC-${code}`, bodies: ['SYP'] });
    return `/recommendations/OIC-${code}%2FSYP/close-recommendation`;
  }
  const hidden = async (path: string): Promise<Record<string, string>> =>
    hiddenFieldsIn((await visitor.open(path)).text);
  const itemOf = (path: string): string => path.replace('/close-recommendation', '');
  const eventsOf = async (path: string): Promise<string[]> => {
    const { body } = await web.get(`/api${itemOf(path)}/history`);
    return body.entries.map(({ type }: { type: string }) => type);
  };

  it('asks first who is acting, and comes back', async () => {
    const stranger = new Visitor(web);
    const answer = await stranger.open(BLOCKED);
    expect([answer.status, answer.headers['location']]).toEqual([
      303,
      `/acting-as?${new URLSearchParams({ then: BLOCKED }).toString()}`,
    ]);
  });

  it('warns beforehand, in the words of the domain, with a link to what stands in the way', async () => {
    const { status, text } = await visitor.open(BLOCKED);
    expect(status).toBe(200);
    expect(text).toContain('<title>Close OIC-R1/SYP – Minutebook</title>');
    expect(wordsIn(text)).toContain(`As it stands, this would be refused. ${SENTENCE}`);
    expect(addressOfLink(text, 'OIC-R1/SYP/1 Deliver it')).toMatch(
      /^\/recommendations\/OIC-R1%2FSYP#action-[0-9a-f-]{36}$/,
    );
    expect(await eventsOf(BLOCKED)).not.toContain('RecommendationClosed');
  });

  it('does not warn when nothing stands in the way', async () => {
    expect(wordsIn((await visitor.open(await closable())).text)).not.toContain('would be refused');
  });

  it('draws every form with an id of its own, and with what the person saw', async () => {
    const [first, second] = [await hidden(BLOCKED), await hidden(BLOCKED)];
    expect(first).toEqual({
      commandId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      revision: expect.stringMatching(/^\d+$/),
      formToken: expect.stringMatching(/^[\w-]{22}$/),
    });
    expect(second['commandId']).not.toBe(first['commandId']);
  });

  it('is told beside each field and at the top what to correct, and keeps what was typed', async () => {
    const fields = { ...(await hidden(BLOCKED)), level: 'assured', reason: `  ${HOSTILE}\u0007` };
    const { status, text } = await visitor.send(BLOCKED, fields);
    expect(status).toBe(422);
    expect(text).toContain('<title>Error: Close OIC-R1/SYP – Minutebook</title>');
    expect(addressOfLink(text, 'Select who closes it')).toBe('#layer');
    expect(addressOfLink(text, 'Select why it can be closed')).toBe('#code');
    expect(addressOfLink(text, 'Remove the control characters from the reason')).toBe('#reason');
    for (const field of ['layer', 'code', 'reason']) expect(text).toMatch(new RegExp(` id="${field}"`));
    expect(wordsIn(text)).toContain('Error: Select who closes it');
    expect(text).toMatch(/value="assured" checked/);
    expect(wordsIn(text)).toContain(HOSTILE);
    expect(text).not.toContain('<script');
    // It is still the same command, made from what was seen then.
    expect(hiddenFieldsIn(text)).toEqual(hiddenOf(fields));
  });

  it('says in plain words when the reason is missing or too long', async () => {
    const told = async (reason: string): Promise<string> =>
      wordsIn((await visitor.send(BLOCKED, { ...(await hidden(BLOCKED)), ...FILLED_IN, reason })).text);
    expect(await told(' ')).toContain('There is a problem Enter the reason Close OIC-R1/SYP');
    expect(await told('a'.repeat(4001))).toContain('There is a problem Shorten the reason to 4000 characters');
  });

  it('records who decided it and when it took effect, where that is said', async () => {
    const path = await closable();
    const decided = {
      ...{ layer: 'force', decidedByPost: 'SYP/ACC', decidedByCapacity: 'acting chief officer' },
      effectiveOn: '3 February 2026',
    };
    const answer = await visitor.send(path, { ...(await hidden(path)), ...FILLED_IN, ...decided });
    expect(answer.status).toBe(303);
    const words = wordsIn((await visitor.open(answer.headers['location'] ?? '')).text);
    expect(words).toContain(
      'This stands on the authority of the Assistant Chief Constable of South Yorkshire Police (acting as “acting chief officer”), effective 3 February 2026.',
    );
  });

  it('says beside the field who or what is not in the record, and keeps what was typed', async () => {
    const fields = { ...(await hidden(BLOCKED)), ...FILLED_IN, decidedByPost: 'SYP/NOBODY', effectiveOn: 'soon' };
    const { status, text } = await visitor.send(BLOCKED, fields);
    expect(status).toBe(422);
    expect(text).toMatch(/href="#effectiveOn"/);
    expect(text).toMatch(/value="soon"/);
    const post = await visitor.send(BLOCKED, { ...fields, effectiveOn: '' });
    expect(addressOfLink(post.text, 'There is no post “SYP/NOBODY” in the record')).toBe('#decidedByPost');
    expect(post.text).toMatch(/value="SYP\/NOBODY"/);
  });

  it('is refused in the voice of another body, with what to give', async () => {
    const path = await closable();
    const fields = { ...(await hidden(path)), ...FILLED_IN, decidedByBody: 'WYP' };
    const { status, text } = await visitor.send(path, fields);
    expect(status).toBe(409);
    expect(wordsIn(text)).toMatch(/West Yorkshire Police can’t speak as the local policing body on OIC-R\d+\/SYP\./);
    expect(wordsIn(text)).toContain('Who decided it WYP When it took effect No day was given');
  });

  it('refuses with the sentence and a link to what stands in the way, records nothing, and keeps what was written', async () => {
    const { status, text } = await visitor.send(BLOCKED, { ...(await hidden(BLOCKED)), ...FILLED_IN });
    expect(status).toBe(409);
    expect(text).toContain('<title>OIC-R1/SYP was not closed – Minutebook</title>');
    expect(wordsIn(text)).toContain(
      `OIC-R1/SYP was not closed ${SENTENCE} What stands in the way: OIC-R1/SYP/1 Deliver it`,
    );
    const address = addressOfLink(text, 'OIC-R1/SYP/1 Deliver it') ?? '';
    const [page, place = ''] = address.split('#');
    expect((await visitor.open(page ?? '')).text).toContain(` id="${place}"`);
    expect(wordsIn(text)).toContain('Reason It works. It does.');
    expect(await eventsOf(BLOCKED)).not.toContain('RecommendationClosed');
  });

  it('closes it, says so on the page of the item, and shows it in the register', async () => {
    const path = await closable();
    const fields = { ...(await hidden(path)), ...FILLED_IN };
    const answer = await visitor.send(path, fields);
    expect([answer.status, answer.headers['location']]).toEqual([
      303,
      `${itemOf(path)}?recorded=${String(hiddenOf(fields).commandId)}`,
    ]);
    const words = wordsIn((await visitor.open(answer.headers['location'] ?? '')).text);
    expect(words).toContain('It is closed (assured) as implemented, by the local policing body.');
    expect(words).toMatch(/Recorded .*closed the recommendation/);
    expect(words).toContain('“It works. It does.”');
    expect(wordsIn((await visitor.open('/?status=closed')).text)).toContain(decodeURIComponent(itemOf(path).slice(17)));
    // As written, with the line ends every other source of words has.
    const { body } = await web.get(`/api${itemOf(path)}/history`);
    const closed = body.entries.find(({ type }: { type: string }) => type === 'RecommendationClosed');
    expect(closed.sentence).toContain('“It works.\nIt does.”');
    expect(closed.authentication).toBe('claimed-local');
  });

  it('sent twice closes it once and is answered twice alike', async () => {
    const path = await closable();
    const fields = { ...(await hidden(path)), ...FILLED_IN };
    const answers = await Promise.all([
      visitor.send(path, fields),
      visitor.send(path, fields),
      visitor.send(path, fields),
    ]);
    const later = await visitor.send(path, fields);
    expect(
      new Set([...answers, later].map(({ status, headers }) => `${String(status)} ${String(headers['location'])}`))
        .size,
    ).toBe(1);
    expect(later.status).toBe(303);
    expect((await eventsOf(path)).filter((type) => type === 'RecommendationClosed')).toHaveLength(1);
  });

  it('by two people at once lets one close it, and tells the other who closed it and when', async () => {
    const person = await web.post('/api/people/register-person', { name: 'B Other' });
    await web.post('/api/bodies/SYP/establish-post', { postCode: 'LEAD', title: 'Lead' });
    await web.post('/api/bodies/SYP/begin-holding', { post: 'SYP/LEAD', person: person.body.id });
    const other = new Visitor(web);
    await other.actAs('SYP/LEAD');
    const path = await closable();
    const mine = { ...(await hidden(path)), ...FILLED_IN };
    const theirs = {
      ...hiddenFieldsIn((await other.open(path)).text),
      ...FILLED_IN,
      level: 'reported',
      reason: 'So we hear.',
    };
    const answers = await Promise.all([visitor.send(path, mine), other.send(path, theirs)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);

    const isMine = answers[0]?.status === 303;
    const [winner, loser] = isMine ? ['A Secretary', answers[1]] : ['B Other', answers[0]];
    const words = wordsIn(loser?.text ?? '');
    expect(words).toContain('Somebody else changed');
    expect(words).toMatch(new RegExp(`closed the recommendation.*Recorded on 9 February 2026 at 10:00 by ${winner}`));
    expect(words).toContain('Both versions');
    expect(words).toContain(isMine ? 'Reason It works. It does. So we hear.' : 'Reason So we hear. It works. It does.');
    expect((await eventsOf(path)).filter((type) => type === 'RecommendationClosed')).toHaveLength(1);
  });

  it('says after a conflict what the domain would say to the same form now, and lets it be sent again', async () => {
    const path = await closable();
    const fields = { ...(await hidden(path)), ...FILLED_IN, level: 'reported' };
    await web.post(`/api${itemOf(path)}/close-recommendation`, { ...FILLED_IN, level: 'assured' });
    const { text } = await visitor.send(path, fields);
    expect(wordsIn(text)).toContain(
      'As it stands, this would be refused. The recommendation is closed already (assured).',
    );
    const again = await visitor.send(path, { ...hiddenFieldsIn(text), ...FILLED_IN, level: 'verified' });
    expect(again.status).toBe(303);
  });

  it('is not recorded for one person when it was drawn for another, and keeps the words', async () => {
    const fields = { ...(await hidden(BLOCKED)), ...FILLED_IN };
    await visitor.actAs('SYMCA/SEC');
    const { status, text } = await visitor.send(BLOCKED, fields);
    expect(status).toBe(403);
    expect(wordsIn(text)).toContain('There is a problem Who is acting has changed since this page was opened.');
    expect(wordsIn(text)).toContain('It works. It does.');
    expect(hiddenFieldsIn(text)['formToken']).not.toBe(hiddenOf(fields).formToken);
  });

  it('is not recorded for nobody, and keeps the words', async () => {
    const { status, text } = await new Visitor(web).send(BLOCKED, { ...(await hidden(BLOCKED)), ...FILLED_IN });
    expect(status).toBe(403);
    expect(wordsIn(text)).toContain('Nobody is known to be acting.');
    expect(wordsIn(text)).toContain('It works. It does.');
  });

  it.each<Record<string, string>>([
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ])('is not recorded when another page sends it: %j', async (headers) => {
    const path = await closable();
    const { status, text } = await visitor.send(path, { ...(await hidden(path)), ...FILLED_IN }, headers);
    expect(status).toBe(403);
    expect(wordsIn(text)).toContain('Not recorded: another page sent this');
    expect(await eventsOf(path)).not.toContain('RecommendationClosed');
  });

  it('with an id that came before with other content is drawn again', async () => {
    const path = await closable();
    const fields = { ...(await hidden(path)), ...FILLED_IN };
    await visitor.send(path, fields);
    const { status, text } = await visitor.send(path, { ...fields, reason: 'Something else.' });
    expect(status).toBe(422);
    expect(wordsIn(text)).toContain('This form was sent before with other content.');
    expect(hiddenFieldsIn(text)['commandId']).not.toBe(hiddenOf(fields).commandId);
  });

  it.each<[string, Record<string, string>]>([
    ['no id', { commandId: '' }],
    ['an id that is none', { commandId: 'x' }],
    ['no revision', { revision: '' }],
  ])('is not read with %s', async (_, changed) => {
    const { status } = await visitor.send(BLOCKED, { ...(await hidden(BLOCKED)), ...FILLED_IN, ...changed });
    expect(status).toBe(400);
  });

  it('is not there for a recommendation that is not', async () => {
    expect((await visitor.open('/recommendations/OIC-R99%2FSYP/close-recommendation')).status).toBe(404);
    const fields = { commandId: randomUUID(), revision: '0', ...FILLED_IN };
    expect((await visitor.send('/recommendations/OIC-R99%2FSYP/close-recommendation', fields)).status).toBe(404);
  });

  it('keeps the words when the log can’t be reached, and can be sent again', async () => {
    const path = await closable();
    const fields = { ...(await hidden(path)), ...FILLED_IN };
    const append = web.record.store.append.bind(web.record.store);
    web.record.store.append = () => Promise.reject(new Error('The disk is gone.'));
    const { status, text } = await visitor.send(path, fields);
    web.record.store.append = append;
    expect(status).toBe(500);
    expect(wordsIn(text)).toMatch(/could not tell whether this was recorded\..* Reference: [0-9a-f-]{36}/);
    expect(wordsIn(text)).toContain('It works. It does.');
    expect(text).not.toContain('The disk is gone');
    expect((await visitor.send(path, { ...hiddenFieldsIn(text), ...FILLED_IN })).status).toBe(303);
  });
});
