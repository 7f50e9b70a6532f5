/** The command line as people use it: the built program as a process of its own, on a record in a folder. */

import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DECISION_CHANGE_KINDS } from '#domain';
import { SqliteEventStore } from '#event-store';

const PROGRAM = resolve('dist/apps/cli/src/main.js');
const root = mkdtempSync(join(tmpdir(), 'minutebook-cli-'));
const sample = join(root, 'sample');

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const minutebook = (...args: string[]) => minutebookWith({}, ...args);

function minutebookWith(environment: Readonly<Record<string, string>>, ...args: string[]): Promise<Ran> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', failed);
    child.on('close', (code) => done({ code, out, err }));
  });
}

const inSample = (...args: string[]) => minutebook(...args, '--data', sample);
/** A copy that may be written to. */
function copyOfSample(): string {
  const copy = join(root, randomUUID());
  cpSync(sample, copy, { recursive: true });
  return copy;
}
const words = (text: string) => text.replace(/\s+/g, ' ');
const head = async (folder: string) => {
  const store = SqliteEventStore.open(join(folder, 'log.db'), { readOnly: true });
  const { logPosition } = await store.head();
  await store.close();
  return logPosition;
};

beforeAll(async () => {
  expect(await minutebook('sample', '--data', sample)).toMatchObject({ code: 0 });
}, 60_000);
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('the register', () => {
  it('lists OIC-R1/SYP accepted and due, and the other three forces beside it with no position', async () => {
    const { code, out } = await inSample('register', '--report', 'OIC');
    expect(code).toBe(0);
    const line = (reference: string) => out.slice(out.indexOf(reference)).split(/\n(?=OIC)/)[0] ?? '';
    expect(words(line('OIC-R1/SYP'))).toMatch(/accepted.*30 April 2026|30 April 2026.*accepted/);
    expect(words(line('OIC-R2/SYP'))).toContain('31 December 2025');
    for (const body of ['HUM', 'NYP', 'WYP']) expect(words(line(`OIC-R1/${body}`))).toMatch(/no position/);
  });

  it('stands beside a list of letters, with the date each had and has', async () => {
    const { code, out } = await inSample('documents', '--report', 'YHSOC');
    expect(code).toBe(0);
    expect(out.match(/^\S+-YHSOC/gm)).toEqual(['WYCA-YHSOC', 'SYMCA-YHSOC']);
    expect(words(out)).toContain('9 February 2026 (corrected)');
    const before = await inSample('documents', '--report', 'YHSOC', '--as-recorded-by', '2026-02-06', '--json');
    expect(JSON.parse(before.out)).toMatchObject([{ code: 'WYCA-YHSOC', date: { from: '2025-02-05' } }]);
  });

  it('marks a made-up sending, publication or grade of something real', async () => {
    const data = copyOfSample();
    const record = (...args: string[]) =>
      minutebook(...args, '--illustration', '--acting-as', 'SYMCA/SEC', '--data', data);
    const sent = ['SYMCA-OIC', '--to', 'Somebody', '--sent-on', '1 July 2025'];
    const published = ['SYMCA-OIC', '--where', 'a page', '--published-on', '2 July 2025'];
    expect(await record('record-document-sent', ...sent)).toMatchObject({ code: 0 });
    expect(await record('record-document-publication', ...published)).toMatchObject({ code: 0 });
    const grade = ['OIC', '--graded-body', 'NYP', '--grade', 'good'];
    expect(await record('record-grade', ...grade)).toMatchObject({ code: 0 });
    const documents = words((await minutebook('documents', '--report', 'OIC', '--data', data)).out);
    expect(documents).toContain('* holds an illustration');
    expect(documents).not.toContain('SYMCA-OIC *');
    for (const made of ['Somebody, 1 July 2025 *', 'page, 2 July 2025 *']) expect(documents).toContain(made);
    expect((await minutebook('reports', '--data', data)).out).toContain('OIC *');
    const { out } = await minutebook('reports', 'OIC', '--data', data);
    expect(words(out)).toContain('Grade: North Yorkshire Police good *');
    expect(words(out)).toContain('* holds an illustration');
  });

  it('tells the last day for comments on a report, and on which day each response stands', async () => {
    const told = async (...args: string[]) => words((await inSample('reports', ...args)).out);
    expect(await told('ROCU21')).toContain('in time up to 14 April 2021, day 56. Response: “HMICFRS report');
    expect(await told('ROCU21')).toContain('dated 29 April 2021 (day 71, late by 15); its publication is not recorded');
    expect(await told('YHSOC')).toMatch(
      /dated 5 February 2026 \(day 50 of 56\).*dated 9 February 2026 \(day 54 of 56\)/,
    );
    expect(await told('YHSOC', '--as-recorded-by', '2026-01-20')).toContain(
      'No response is recorded: 20 January 2026 is day 34 of 56.',
    );
  });

  it('stands beside the coverage of each report, which says what a date that is not given means', async () => {
    const { out } = await inSample('reports', 'YHSOC');
    expect(words(out)).toMatch(/YHSOC-AFI-B WYP yes yes yes none given, review by \d+ \w+ 2026/);
    expect(words(out)).toContain('(b) has no action');
  });

  it('says that sub-part (b), recording disruptions on APMIS, has no action', async () => {
    expect(words((await inSample('register', '--report', 'YHSOC')).out)).toContain('(b) has no action');
  });

  it('is told as recorded by a day, and as JSON', async () => {
    const { out } = await inSample('register', '--as-recorded-by', '2025-06-25', '--json');
    const items = JSON.parse(out) as { reference: string; positions: unknown[] }[];
    expect(items.find(({ reference }) => reference === 'OIC-R1/SYP')?.positions).toEqual([]);
    expect(items.some(({ reference }) => reference.startsWith('YHSOC'))).toBe(false);
  });

  it('fits a terminal of 80 characters, and counts what it lists', async () => {
    const { out } = await minutebookWith({ COLUMNS: '80' }, 'register', '--data', sample);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(words(out)).toContain('YHSOC-AFI-A/WYP');
    expect(words(out)).toMatch(/30 recommendations: .*1 closed\. Past their date on 10 February 2026: 4\./);
    expect(words(out)).toContain('HUM: Humberside Police');
  });

  it('says what is wrong with a question it can’t answer', async () => {
    expect(await inSample('register', '--body', 'XYZ')).toMatchObject({
      code: 2,
      err: 'There is no body “XYZ” in the record.\n',
    });
    expect(await inSample('register', '--as-recorded-by', 'soon')).toMatchObject({ code: 2 });
    expect(await inSample('register', '--as-recorded-by', '11 February 2026')).toMatchObject({
      code: 2,
      out: '',
      err: '--as-recorded-by: 11 February 2026 has not come yet: today is 10 February 2026. Leave it out to see what is recorded now.\n',
    });
    expect((await inSample('regster')).err).toContain('Did you mean register?');
  });
});

describe('every list', () => {
  it('is told as recorded by a day in the names that things had by then', async () => {
    const data = copyOfSample();
    const lists = ['register', 'actions', 'escalations', 'meetings', 'directory'];
    const told = async (...options: string[]) => {
      const runs = await Promise.all(lists.map((list) => minutebook(list, ...options, '--data', data)));
      return runs.map(({ out }) => out);
    };
    const then = ['--as-recorded-by', '2026-02-09'];
    const before = await told(...then);
    const record = async (...args: string[]) => {
      expect(await minutebook(...args, '--acting-as', 'SYMCA/SEC', '--data', data)).toMatchObject({ code: 0 });
    };
    await record('rename-series', 'YHBOARD', '--name', 'Renamed');
    await record('rename-body', 'SYP', '--name', 'Renamed');
    await record('rename-post', 'YHROCU', '--post', 'YHROCU/SOC', '--title', 'Renamed');
    await record('correct-person-details', 'Alison Lowe', '--name', 'Renamed', '--correction-reason', 'Misread.');
    expect(await told(...then)).toEqual(before);
    for (const list of await told()) expect(list).toContain('Renamed');
  });
});

describe('the list of actions', () => {
  it('holds those that a body links, and says where', async () => {
    const told = words((await inSample('actions', '--body', 'HUM')).out);
    expect(told).toMatch(/YHSOC-AFI-A\/YHROCU\/1 .*\(linked in YHSOC-AFI-A\/HUM\)/);
    expect(told).toContain('YHSOC-AFI-A/HUM/1');
  });

  it('is told of one body, one forum or nobody that leads', async () => {
    const references = async (...options: string[]) => {
      const items = JSON.parse((await inSample('actions', '--json', ...options)).out) as {
        reference: string;
        lead: { kind: string };
      }[];
      return [...new Set(items.map(({ lead }) => lead.kind))];
    };
    expect(await references('--lead-body', 'WYP')).toEqual(['body']);
    expect(await references('--lead-forum', 'MARTOM')).toEqual(['forum']);
    expect(await references('--no-lead')).toEqual(['notNamed']);
    expect(await inSample('actions', '--no-lead', '--lead-body', 'WYP')).toMatchObject({
      code: 2,
      err: 'Ask for one lead: --lead, --lead-body, --lead-forum or --no-lead.\n',
    });
  });
});

describe('a position', () => {
  it('is told with what it is called, and corrected or retracted by that', async () => {
    const data = copyOfSample();
    const act = ['--acting-as', 'SYMCA/SEC', '--data', data];
    expect(words((await minutebook('history', 'OIC-R1/SYP', '--data', data)).out)).toContain(
      'OIC-R1/SYP:P1 chief officer: accepted (the Chief Constable of South Yorkshire Police)',
    );
    const correct = ['correct-position', 'OIC-R1/SYP', '--correction-reason', 'Misread.', ...act];
    const unknown = await minutebook(...correct, '--position', 'P9', '--words', 'x');
    expect(unknown).toMatchObject({ code: 1 });
    expect(words(unknown.err)).toContain('OIC-R1/SYP has no position “P9”. It has OIC-R1/SYP:P1 and OIC-R1/SYP:P2.');
    const corrected = await minutebook(
      ...correct,
      '--position',
      'P1',
      '--decided-by-body',
      'SYP',
      '--clear',
      'effective-on',
    );
    expect(words(corrected.out)).toMatch(
      /corrected OIC-R1\/SYP:P1, .*who decided was the Chief Constable of South Yorkshire Police, is South Yorkshire Police/,
    );
    const recorded = ['--layer', 'localPolicingBody', '--code', 'welcomed', '--words', 'I welcome it.'];
    const record = await minutebook('record-position', 'OIC-R1/SYP', ...recorded, ...act);
    expect(words(record.err)).toContain('You keep the record of your body, which does not make you its speaker.');
    const said = ['record-position', 'OIC-R1/SYP', ...recorded, '--decided-by-post', 'SYMCA/DM', ...act];
    expect((await minutebook(...said)).out).toContain('position OIC-R1/SYP:P3');
    expect(words((await minutebook(...said)).err)).toContain('This stands already as OIC-R1/SYP:P3.');
  });
});

describe('the directory', () => {
  it('fits a terminal of 80 characters, names each holding as a command can, and marks what is made up', async () => {
    const { out } = await minutebookWith({ COLUMNS: '80' }, 'directory', '--data', sample);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const told = words(out);
    expect(told).toContain('WYPCC/PCC/1 Mark Burns-Williamson OBE, until 9 May 2021');
    expect(told).toContain('South Yorkshire Police, force; overseen by SYMCA, from May 2024');
    expect(told).toContain('SYMCA/SEC Board Secretary *, secretary * SYMCA/SEC/1 Placeholder SYMCA/SEC *');
    expect(told).toContain('SYMCA South Yorkshire Mayoral Combined Authority, local policing body SYMCA/DM');
  });

  it('lists people with their posts and other spellings, until their details are erased', async () => {
    const folder = copyOfSample();
    const people = async () => words((await minutebook('people', '--data', folder)).out);
    expect(await people()).toMatch(/Kilvinder Vigurs SYMCA\/DM\b.* also “Kivinde Vigirs”/);
    const args = ['--person', 'Kilvinder Vigurs', '--reason', 'Asked for.', '--acting-as', 'SYMCA/SEC'];
    const { out } = await minutebook('record-person-erasure', ...args, '--data', folder);
    expect(out).not.toContain('Vigurs');
    expect(words(out)).toContain('Gone from the log and from every list. What the person held');
    expect(await people()).not.toMatch(/Vigurs|Vigirs/);
    expect(words((await minutebook('directory', '--data', folder)).out)).not.toMatch(/Vigurs|Vigirs/);
  });

  it('ends a holding by its post, and says which one it could be when several go on', async () => {
    const folder = copyOfSample();
    const as = ['--acting-as', 'SYMCA/SEC', '--data', folder];
    const end = ['end-holding', 'SYMCA', '--post', 'SYMCA/DM', '--until', '2026-01-31', ...as];
    await minutebook('register-person', '--name', 'Another Placeholder', '--placeholder', ...as);
    await minutebook(
      'begin-holding',
      'SYMCA',
      '--post',
      'SYMCA/DM',
      '--person',
      'Another Placeholder',
      '--jointly',
      ...as,
    );
    expect(await minutebook(...end)).toMatchObject({ code: 1, err: expect.stringContaining('SYMCA/DM/2') });
    expect(await minutebook(...end, '--person', 'Another Placeholder')).toMatchObject({ code: 0 });
    expect(await minutebook(...end)).toMatchObject({
      code: 0,
      out: expect.stringContaining('last day of Kilvinder Vigurs'),
    });
  });
});

describe('a history', () => {
  it('tells sub-parts, positions, leads, linked regional actions and the escalation in order', async () => {
    const { code, out } = await inSample('history', 'YHSOC-AFI-A/WYP');
    expect(code).toBe(0);
    const told = words(out);
    const order = [
      'recording of unmet demand on APMIS',
      'Which post answers for recording disruption activity on APMIS',
      'took the escalation up',
      'answered the escalation',
      "WYP have assured the Deputy Mayor's office",
      'its lead is the YHROCU SOC Coordinator',
      'linked the action “All forces adopt the NPCC 4P IT solution”',
      'the National SOC Portfolio Officer',
    ].map((phrase) => told.indexOf(phrase));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(told).toContain('origin not stated');
    expect(told).toContain('(b) has no action');
  });

  it('differs by the corrected date of the letter, and tells both with the reason', async () => {
    const before = words((await inSample('history', 'YHSOC-AFI-A/WYP', '--as-recorded-by', '2026-02-06')).out);
    const today = words((await inSample('history', 'YHSOC-AFI-A/WYP')).out);
    expect(before).toContain('the letter of 5 February 2025');
    expect(before).not.toContain('the letter of 5 February 2026');
    expect(today).toMatch(
      /was 5 February 2025 .*is 5 February 2026.*because “The letter answers a report published on 18 December 2025/,
    );
  });

  it('is the same to the byte every time', async () => {
    const one = await inSample('history', 'OIC-R1/SYP');
    expect(await inSample('history', 'OIC-R1/SYP')).toEqual(one);
  });

  it('is told of whatever has a code, and begins with where that stands', async () => {
    const begin = async (reference: string) => words((await inSample('history', reference)).out).slice(0, 500);
    expect(await begin('D-2026-003')).toMatch(/^History of decision D-2026-003 .*refused: A recommendation can’t be/);
    expect(await begin('OIC')).toMatch(/^History of report OIC .*Not for policing: 4-8 and 10/);
    expect(await begin('WYCA-YHSOC')).toMatch(/Dated: 5 February 2026 \(corrected; it was 5 February 2025/);
    expect(await begin('MARTOM')).toMatch(/^History of series MARTOM .*Kind: tasking/);
    expect(await begin('MARTOM/2026-01-20')).toMatch(/^History of meeting .*Held on: 20 January 2026/);
    expect(await begin('SYMCA')).toMatch(/^History of body SYMCA .*Kind: local policing body/);
    const action = await inSample('history', 'OIC-R1/SYP/1');
    expect(action.out).toMatch(/^History of recommendation OIC-R1\/SYP/);
    expect(action.err).toContain('The action OIC-R1/SYP/1 belongs to the recommendation OIC-R1/SYP');
    expect(await inSample('history', 'OIC-R77')).toMatchObject({ code: 2, out: '' });
  });

  it('marks what no document states', async () => {
    expect((await inSample('history', 'OIC-R1/SYP')).out).toMatch(
      /Illustration: .*Make the intelligence document part/s,
    );
  });
});

describe('a command', () => {
  const close = ['close-recommendation', 'OIC-R1/SYP', '--acting-as', 'SYMCA/SEC', '--level', 'assured'];
  const rest = ['--layer', 'localPolicingBody', '--code', 'implemented', '--reason', 'The form asks for it.'];

  it('that a rule refuses ends with 1, the sentence and what blocks, and appends nothing', async () => {
    const before = await head(sample);
    const { code, err, out } = await inSample(...close, ...rest);
    expect(code).toBe(1);
    expect(err).toBe(
      'A recommendation can’t be closed while an action is open.\n' +
        '  action: OIC-R1/SYP/1 Make the intelligence document part of every report to the Command and Control Unit\n',
    );
    expect(out).toBe('');
    expect(await head(sample)).toBe(before);
  });

  it('is done, told in a sentence, and recorded once when it is repeated with its id', async () => {
    const data = copyOfSample();
    const args = [
      'complete-action',
      'OIC-R1/SYP',
      '--action',
      'OIC-R1/SYP/1',
      '--acting-as',
      'SYMCA/SEC',
      '--data',
      data,
    ];
    const id = ['--command-id', randomUUID()];
    const first = await minutebook(...args, ...id);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('is complete');
    const before = await head(data);
    expect(await minutebook(...args, ...id)).toEqual(first);
    expect(await head(data)).toBe(before);
    expect(await minutebook(...close, ...rest, '--data', data)).toMatchObject({ code: 0 });
  });

  it('prints the references and ids by which what it recorded can be named', async () => {
    const act = ['--acting-as', 'SYMCA/SEC', '--data', copyOfSample()];
    const assign = ['assign-action', 'OIC-R2/SYP', '--title', 'Do it', '--lead-not-named', '--due-on', '1 March 2026'];
    expect((await minutebook(...assign, ...act)).out).toMatch(
      /\nrecommendation OIC-R2\/SYP, revision \d+\naction OIC-R2\/SYP\/1\n$/,
    );
    const raise = ['raise-escalation', '--question', 'Who?', '--to-body', 'SYMCA', '--origin-not-stated'];
    const about = ['--no-answer-by', '--about-recommendations', 'OIC-R2/SYP', '--json'];
    const { out } = await minutebook(...raise, ...about, ...act);
    const { id, reference } = JSON.parse(out) as { id: string; reference: string };
    expect(reference).toBe(id);
    expect((await minutebook('escalations', ...act.slice(2))).out).toContain(id.slice(0, 8));
    const take = await minutebook('take-up-escalation', id.slice(0, 8), ...act);
    expect(take).toMatchObject({ code: 0, out: expect.stringContaining(`escalation ${id}, revision 1`) });
  });

  it('names the option that is wrong, or missing', async () => {
    const { code, err } = await inSample(...close, '--layer', 'mayor', '--code', 'implemented');
    expect(code).toBe(2);
    expect(err).toContain('--layer must be one of');
    expect(err).toContain('--reason');
    const date = ['correct-document-date', 'WYCA-YHSOC', '--acting-as', 'SYMCA/SEC', '--correction-reason', 'x'];
    expect(await inSample(...date, '--date', 'the date')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^--date: “the date” is not a date\. Write a day, /),
    });
    const needed = ['record-document-sent', 'WYCA-YHSOC', '--acting-as', 'SYMCA/SEC', '--to', 'HMICFRS', '--sent-on'];
    expect((await inSample(...needed, ' ')).err).toMatch(/^--sent-on: “” is not a date\./);
  });

  it('can’t say that something has happened on a day to come', async () => {
    const meeting = ['record-meeting', '--title', 'A sitting', '--acting-as', 'SYMCA/SEC', '--held-on'];
    expect(await inSample(...meeting, '11 February 2026')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^--held-on: 11 February 2026 has not come yet: today is 10 February 2026\./),
    });
  });

  it('needs somebody to act', async () => {
    const { code, err } = await inSample('reopen-recommendation', 'ROCU21-T1/YHROCU', '--reason', 'x');
    expect(code).toBe(2);
    expect(err).toContain('SYMCA/SEC');
    expect(
      (await inSample('reopen-recommendation', 'ROCU21-T1/YHROCU', '--reason', 'x', '--acting-as', 'SYMCA/DUKE')).err,
    ).toContain('SYMCA/DUKE');
  });

  it('made from an older revision is a conflict that tells who changed what', async () => {
    const { code, err } = await inSample(...close, ...rest, '--expected-revision', '0');
    expect(code).toBe(1);
    expect(err).toContain('Somebody else changed it since.');
    expect(err).toContain('Placeholder SYMCA/SEC');
  });

  it('takes a decision’s changes as JSON and carries them out before it ends', async () => {
    const data = copyOfSample();
    const changes = JSON.stringify([
      {
        version: 1,
        kind: 'closeRecommendation',
        recommendation: 'OIC-R3/SYP',
        level: 'reported',
        layer: 'force',
        code: 'implemented',
        reason: 'Done.',
      },
    ]);
    const decide = ['record-decision', '--number', 'D-2026-009', '--outcome', 'Closed.', '--decider-not-known'];
    expect(await minutebook(...decide, '--changes', changes, '--acting-as', 'SYMCA/SEC', '--data', data)).toMatchObject(
      {
        code: 0,
        out: expect.stringContaining(
          'decision D-2026-009, revision 0\nChange 1: close recommendation OIC-R3/SYP (carried out)\n',
        ),
      },
    );
    expect((await minutebook('decision', 'D-2026-009', '--data', data)).out).toContain('carried out');
    expect((await minutebook('register', '--status', 'closed', '--data', data)).out).toContain('OIC-R3/SYP');
    expect((await minutebook(...decide, '--changes', 'no', '--acting-as', 'SYMCA/SEC', '--data', data)).err).toContain(
      '--changes: ',
    );
  });

  it('whose change can no longer be made is listed as not carried out, with the sentence', async () => {
    const { out } = await inSample('decisions', '--not-carried-out');
    expect(words(out)).toMatch(
      /D-2026-003 \* 1 close recommendation OIC-R1\/SYP refused A recommendation can’t be closed while an action is open\./,
    );
  });

  it('and stays listed when it is dropped, with the reason', async () => {
    const data = copyOfSample();
    const asSecretary = ['--acting-as', 'SYMCA/SEC', '--data', data];
    const drop = ['drop-change', 'D-2026-003', '--reason', 'The action goes on.'];
    expect((await minutebook(...drop, '--change', '0', ...asSecretary)).err).toContain('--change must be 1 or more.');
    expect((await minutebook(...drop, '--change', '2', ...asSecretary)).err).toContain(
      'Decision D-2026-003 has no change 2: it has only change 1.',
    );
    expect((await minutebook(...drop, '--change', '1', ...asSecretary)).code).toBe(0);
    const { out } = await minutebook('decisions', '--not-carried-out', '--data', data);
    expect(words(out)).toMatch(/dropped because “The action goes on\.”/);
  });

  it('takes only a list of changes, and says which kinds there are and which change is wrong', async () => {
    const decide = [
      ...['record-decision', '--number', 'D-2026-009', '--outcome', 'Closed.', '--decider-not-known'],
      ...['--acting-as', 'SYMCA/SEC', '--changes'],
    ];
    const { out } = await minutebook('record-decision', '--help');
    for (const kind of DECISION_CHANGE_KINDS) expect(words(out)).toContain(kind);
    expect((await inSample(...decide, '{}')).err).toContain('--changes must be a list, also when it holds one change.');
    expect((await inSample(...decide, '[{"kind":"close"}]')).err).toContain(
      'kind in entry 1 of --changes must be one of',
    );
  });
});

describe('keeping the record', () => {
  it('a sound record verifies as sound, and its lists equal ones made anew', async () => {
    const { out } = await inSample('verify');
    expect(out).toMatch(/\nsound\n$/);
    expect(words(out)).toMatch(
      /Sound means: .+ It can’t tell whether .+ A sample has a clock of its own, so its times/,
    );
    expect((await inSample('rebuild', '--check')).out).toMatch(/\nequal\n$/);
  });

  it('is backed up into a folder that is a record by itself, and never over something', async () => {
    const copy = join(root, 'backups', 'today');
    const { code, out } = await inSample('backup', copy);
    expect(out).toMatch(/^Copied \d+ events in \d+ streams to .+ among them\.\nsound\n$/s);
    expect(code).toBe(0);
    expect(existsSync(join(copy, 'views'))).toBe(false);
    for (const question of [['register'], ['history', 'OIC-R1/SYP'], ['verify']]) {
      expect(await minutebook(...question, '--data', copy)).toEqual(await inSample(...question));
    }
    expect(await inSample('backup', copy)).toMatchObject({
      code: 2,
      err: `${copy} is not empty. Name a new folder for each copy.\n`,
    });
    expect((await minutebook('backup', join(root, 'none'), '--data', join(root, 'nowhere'))).code).toBe(2);
    expect(existsSync(join(root, 'none'))).toBe(false);
  });

  it('makes no account on a server that asks nobody who they are', async () => {
    expect(await minutebook('grant-access', 'esdb://127.0.0.1:1?tls=false')).toMatchObject({
      code: 3,
      err: expect.stringContaining('there is no account to make'),
    });
  });

  it('a log whose bytes were changed is not sound, though its lists can’t be made', async () => {
    const data = copyOfSample();
    const log = new DatabaseSync(join(data, 'log.db'));
    const triggers = log.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
      name: string;
      sql: string;
    }[];
    for (const { name } of triggers) log.exec(`DROP TRIGGER ${name}`);
    log.exec("UPDATE events SET data = '{' || data WHERE type = 'ReportRecorded'");
    // Whoever does this well leaves no other trace.
    for (const { sql } of triggers) log.exec(sql);
    log.close();
    rmSync(join(data, 'views'), { recursive: true });
    const { code, out } = await minutebook('verify', '--data', data);
    expect(code).toBe(1);
    expect(out).toContain('Its data is not JSON.');
    expect(out).toMatch(/\nnot sound\n$/);
  });

  it('an event of an unknown type parks its stream, others go on, and verify names it', async () => {
    const data = copyOfSample();
    const store = SqliteEventStore.open(join(data, 'log.db'));
    const id = JSON.parse((await inSample('register', '--json')).out) as { id: string; reference: string }[];
    const stream = `recommendation-${id.find(({ reference }) => reference === 'OIC-R9/SYP')?.id ?? ''}` as const;
    const { revision } = await store.read(stream);
    const metadata = {
      recordedAt: '2026-02-10T09:00:00.000Z',
      recordedBy: {},
      commandId: randomUUID(),
      schemaVersion: 1,
    };
    await store.append(stream, revision, [{ id: randomUUID(), type: 'RecommendationFramed', data: {}, metadata }]);
    await store.close();

    const verified = await minutebook('verify', '--data', data);
    expect(verified.code).toBe(1);
    expect(verified.out).toContain(stream);
    expect(verified.out).toContain('RecommendationFramed');
    expect(verified.out).toMatch(/\nnot sound\n$/);
    expect(await minutebook('retry', stream, '--data', data)).toMatchObject({
      code: 1,
      out: expect.stringContaining('still held back'),
    });
    expect(await minutebook('register', '--data', data)).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^One item holds something that .* npx minutebook verify says which\.\n$/s),
    });
    const other = [
      'report-progress',
      'OIC-R1/SYP',
      '--action',
      'OIC-R1/SYP/1',
      '--words',
      'More.',
      '--acting-as',
      'SYMCA/SEC',
    ];
    expect(await minutebook(...other, '--data', data)).toMatchObject({ code: 0 });
    const same = ['reopen-recommendation', 'OIC-R9/SYP', '--reason', 'x', '--acting-as', 'SYMCA/SEC'];
    expect(await minutebook(...same, '--data', data)).toMatchObject({
      code: 3,
      err: expect.stringContaining('unknown type'),
    });
  });

  it('begins an empty record once, and then nothing needs more than the post that acts', async () => {
    const data = join(root, 'own');
    const begin = [
      'init',
      '--data',
      data,
      '--body',
      'SYMCA',
      '--body-name',
      'South Yorkshire Mayoral Combined Authority',
    ];
    const who = [
      '--body-kind',
      'localPolicingBody',
      '--post',
      'SEC',
      '--post-title',
      'Board Secretary',
      '--name',
      'A. Secretary',
    ];
    expect(await minutebook(...begin, ...who.slice(0, 2))).toMatchObject({
      code: 2,
      err: expect.stringContaining('--post-title'),
    });
    expect(await minutebook(...begin, '--body-kind', 'kingdom', ...who.slice(2))).toMatchObject({ code: 2 });
    expect(existsSync(data)).toBe(false);
    // What is broken off before anybody can act is begun again.
    expect(await minutebook(...begin, ...who, '--email', 'nowhere')).toMatchObject({
      code: 2,
      err: '--email must be an e-mail address, such as name@example.org.\n',
    });
    expect(await minutebook(...begin, ...who)).toMatchObject({ code: 0, out: expect.stringContaining('SYMCA/SEC') });
    expect(await minutebook(...begin, ...who)).toMatchObject({
      code: 2,
      err: expect.stringContaining('holds a record already'),
    });
    expect((await minutebook('decisions', '--not-carried-out', '--data', data)).out).toBe(
      'No decision has been recorded.\n',
    );
    const report = [
      'record-report',
      '--code',
      'OIC',
      '--title',
      'A title',
      '--published-on',
      '16 May 2025',
      '--acting-as',
      'SYMCA/SEC',
    ];
    expect(await minutebook(...report, '--data', data)).toMatchObject({ code: 0 });
    expect((await minutebook('reports', '--data', data)).out).toContain('16 May 2025');
  });

  it('says where there is no record, and how to begin one', async () => {
    const { code, err } = await minutebook('register', '--data', join(root, 'nowhere'));
    expect(code).toBe(2);
    expect(err).toContain('npx minutebook init --data');
    const file = join(sample, 'log.db');
    for (const name of ['register', 'verify', 'sample']) {
      expect(await minutebook(name, '--data', file)).toMatchObject({
        code: 2,
        err: `${file} is a file. Name a folder.\n`,
      });
    }
  });

  it('has help on everything', async () => {
    const { out } = await minutebook('--help');
    for (const name of [
      'init',
      'register',
      'history',
      'decision',
      'backup',
      'grant-access',
      'rebuild',
      'verify',
      'retry',
      'sample',
      'close-recommendation',
    ]) {
      expect(out).toContain(`  ${name} `);
    }
    const { code, out: help } = await minutebook('assign-action', '--help');
    expect(code).toBe(0);
    expect(help).toContain('--lead-post <post>');
    expect(help).toContain('the post that answers for it'.slice(4));
    const correct = words((await minutebook('correct-finding', '--help')).out);
    expect(correct).toContain('--clear <option, may be repeated>');
    expect(correct).toContain('any of label, sub-parts, addressees');
    expect(words((await minutebook('reopen-action', '--help')).out)).toContain('Why it is reopened');
  });
});
