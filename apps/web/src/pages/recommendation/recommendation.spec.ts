import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOSTILE, recordAnsweredReport } from '../../../../../test/support/answered-report.ts';
import { addressOfLink, Visitor, wordsIn } from '../../../../../test/support/visitor.ts';
import { startWeb, type Web } from '../../../../../test/support/web.ts';

const R1 = '/recommendations/OIC-R1%2FSYP';
const AFI = '/recommendations/OIC-AFI-A%2FSYP';

describe('The page of a recommendation', () => {
  let web: Web;
  let visitor: Visitor;
  let now = '2026-02-05T10:00:00.000Z';

  beforeAll(async () => {
    web = await startWeb(() => now);
    await recordAnsweredReport(web);
    visitor = new Visitor(web);
    now = '2026-02-09T10:00:00.000Z';
  });
  afterAll(() => web.stop());

  const said = async (path: string): Promise<string> => wordsIn((await visitor.open(path)).text);

  it('says first where it stands', async () => {
    const { status, text } = await visitor.open(R1);
    expect(status).toBe(200);
    expect(text).toContain('<title>OIC-R1/SYP – Minutebook</title>');
    expect(wordsIn(text)).toContain(
      'Recommendation 1, South Yorkshire Police OIC-R1/SYP In delivery Illustration 1 action is open. The next date is 30 April 2026, in 80 days.',
    );
    expect(await said(AFI)).toContain(
      'No position is recorded. 1 action is open. The next date was 31 January 2026, 9 days ago. Part (b) has no action.',
    );
    expect(await said('/recommendations/OIC-R1%2FWYP')).toContain(
      'No position is recorded. No action is recorded. The date the report prints is 30 April 2026, in 80 days.',
    );
  });

  it('is found by its id too', async () => {
    const { body } = await web.get('/api/recommendations/OIC-R1%2FSYP');
    expect(await said(`/recommendations/${String(body.item.id)}`)).toContain('OIC-R1/SYP In delivery');
  });

  it('gives the exact words of each layer, and says of one that has a duty to answer that it has not', async () => {
    const words = await said(R1);
    expect(words).toContain(
      `Chief officer Accepted On the whole, OIC-R1/SYP:P1 “I accept ${HOSTILE} all of it” Qualified by “as appropriate” On the authority of the Assistant Chief Constable of South Yorkshire Police.`,
    );
    expect(words).toContain('Local policing body No position recorded');
  });

  it('gives each part its answers and actions, or says that it has none', async () => {
    const words = await said(AFI);
    expect(words).toContain('(a) the quality of plans No position recorded OIC-AFI-A/SYP/1');
    expect(words).toContain('(b) the recording of demand No position recorded Has no action');
  });

  it('gives each action its lead, its date and how often that was moved', async () => {
    await web.post('/api/recommendations/OIC-AFI-A%2FSYP/change-due-date', {
      ...{ action: 'OIC-AFI-A/SYP/1', dueOn: '2026-03-31', reason: 'More time.' },
    });
    expect(await said(AFI)).toMatch(
      /OIC-AFI-A\/SYP\/1 Write better plans For part \(a\) Open Assistant Chief Constable of South Yorkshire Police 31 March 2026 \(agreed locally\) Extended once: first 31 January 2026/,
    );
  });

  it('shows a linked action as its home tells it, and where that is', async () => {
    await web.post('/api/recommendations/OIC-AFI-A%2FWYP/link-action', { action: 'OIC-AFI-A/SYP/1', subPart: 'b' });
    const { text } = await visitor.open('/recommendations/OIC-AFI-A%2FWYP');
    expect(wordsIn(text)).toMatch(
      /OIC-AFI-A\/SYP\/1 Write better plans For part \(b\) Linked here; recorded in OIC-AFI-A\/SYP Open Assistant Chief Constable/,
    );
    expect(addressOfLink(text, 'OIC-AFI-A/SYP')).toMatch(/^\/recommendations\/OIC-AFI-A%2FSYP#action-[0-9a-f-]{36}$/);
  });

  it('tells its history in numbered sentences: when recorded, by whom, effective when, and from which record', async () => {
    const words = await said(R1);
    expect(words).toMatch(
      /recorded the report OIC.*Recorded on 5 February 2026 at 10:00 by A Secretary, Board Secretary of South Yorkshire Mayoral Combined Authority, by a claim on this computer/,
    );
    expect(words).toContain('Effective 16 May 2025. In the record of “Organised');
    expect(words).toMatch(/assigned action 1.*In its own record/);
  });

  it('shows all of it as recorded by a date', async () => {
    await web.post('/api/recommendations/OIC-R1%2FSYP/complete-action', {
      action: 'OIC-R1/SYP/1',
      words: 'It is done.',
    });
    const [then, today] = [await said(`${R1}?asRecordedBy=8+February+2026`), await said(R1)];
    expect(today).toContain('No action is open.');
    expect(today).toContain('It is done.');
    expect(then).toContain('This is OIC-R1/SYP as recorded by 8 February 2026. Nothing recorded later is in it.');
    expect(then).toContain('1 action is open. The next date is 30 April 2026, in 81 days.');
    expect(then).not.toContain('It is done.');
    expect(then).not.toContain('Close this recommendation');
    expect(await said(`${R1}?asRecordedBy=2026-02-09`)).toContain('It is done.');
  });

  it('says when the date can’t be read, and shows it as recorded now', async () => {
    const { status, text } = await visitor.open(`${R1}?asRecordedBy=soon`);
    expect(status).toBe(422);
    expect(text).toContain('<title>Error: OIC-R1/SYP – Minutebook</title>');
    expect(addressOfLink(text, 'Enter the day it was recorded by, such as 6 February 2026')).toBe('#asRecordedBy');
    expect(text).toContain('value="soon"');
    const toCome = await visitor.open(`${R1}?asRecordedBy=1+May+2999`);
    expect(toCome.status).toBe(422);
    expect(wordsIn(toCome.text)).toMatch(/1 May 2999 has not come yet: today is .+ Leave it out to see what is/);
  });

  it('says at once what was recorded, and only what this command recorded', async () => {
    const commandId = randomUUID();
    await web.post(
      '/api/recommendations/OIC-R1%2FSYP/close-recommendation',
      { level: 'assured', layer: 'localPolicingBody', code: 'implemented', reason: 'It works.' },
      { 'idempotency-key': commandId },
    );
    const words = await said(`${R1}?recorded=${commandId}`);
    expect(words).toMatch(/Recorded .*closed the recommendation.*“It works\.” Recommendation 1,/);
    expect(words).toContain(
      'It is closed (assured) as implemented, by the local policing body. The reason: “It works.”',
    );
    expect(words).toContain('Close it at a higher level');
    expect(await said(`${R1}?recorded=${randomUUID()}`)).toContain('Register Recommendation 1, South Yorkshire Police');
  });

  it('tells the changes of decisions that were not carried out here, and why, also once they were dropped', async () => {
    const closing = { kind: 'closeRecommendation', recommendation: 'OIC-AFI-A/SYP', level: 'reported' };
    const decided = await web.post('/api/decisions/record-decision', {
      ...{ number: 'D-2026-001', outcome: 'It is closed.', deciderNotKnown: true },
      changes: [{ ...closing, layer: 'localPolicingBody', code: 'implemented', reason: 'It is done.' }],
    });
    expect([decided.status, decided.text]).toEqual([201, expect.any(String)]);
    const heading = 'Decisions not carried out D-2026-001: close recommendation.';
    expect(await said(AFI)).toContain(`${heading} A recommendation can’t be closed while an action is open.`);
    await web.post('/api/decisions/D-2026-001/drop-change', { change: 1, reason: 'It goes on' });
    expect(await said(AFI)).toContain(`${heading} It was dropped, because “It goes on”.`);
  });

  it('is not there for what is not in the record, or was not yet', async () => {
    const missing = await visitor.open('/recommendations/OIC-R99%2FSYP');
    expect(missing.status).toBe(404);
    expect(wordsIn(missing.text)).toContain('There is no recommendation “OIC-R99/SYP” in the record.');
    const early = await visitor.open(`${R1}?asRecordedBy=2025-01-01`);
    expect(early.status).toBe(404);
    expect(wordsIn(early.text)).toContain('in the record as recorded by 1 January 2025.');
  });

  it('lets nothing through as markup', async () => {
    for (const path of [
      R1,
      `${R1}?asRecordedBy=${encodeURIComponent(HOSTILE)}`,
      `/recommendations/${encodeURIComponent(HOSTILE)}`,
    ]) {
      const { text } = await visitor.open(path);
      expect(wordsIn(text) + text).toContain('alert(');
      expect(text).not.toContain('<script');
    }
  });
});
