import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ACTION,
  CLOSURE,
  type RunningApplication,
  startApplication,
  withRecommendation,
} from '../../../test/support/application.ts';
import { codeIdOf, streamIdOf } from './ids.ts';

let running: RunningApplication;
beforeEach(async () => {
  running = await startApplication();
});
afterEach(() => running.stop());

const report = {
  code: 'OIC',
  title: 'improving the response to organised immigration crime',
  publishedOn: '16 May 2025',
};

const body = { code: 'ABC', name: 'A body', bodyKind: 'force' };

describe('what people ask', () => {
  it('is checked field by field, each with a sentence that says what to do', async () => {
    const outcome = await running.send('record-report', undefined, { code: 'oic', titel: 'x', publishedOn: 'soon' });
    expect(outcome).toEqual({
      outcome: 'invalid',
      errors: expect.arrayContaining([
        { field: 'code', sentence: ['', expect.stringContaining('capital letters')] },
        { field: 'titel', sentence: ['There is no field ', '. Check its spelling.'] },
        { field: 'title', sentence: ['Enter ', ' as text.'] },
        { field: 'publishedOn', sentence: [expect.stringContaining('is not a date')] },
      ]),
    });
  });

  it('is refused where it says that something has happened on a day to come', async () => {
    const outcome = await running.send('record-meeting', undefined, { title: 'A sitting', heldOn: '1 January 2999' });
    expect(outcome).toEqual({
      outcome: 'invalid',
      errors: [{ field: 'heldOn', sentence: [expect.stringMatching(/^1 January 2999 has not come yet: today is /)] }],
    });
  });

  it('is told when it refers to something that is not in the record', async () => {
    const outcome = await running.send('raise-recommendation', undefined, { finding: 'OIC-R1', body: 'XYZ' });
    expect(outcome).toEqual({
      outcome: 'invalid',
      errors: [
        { field: 'finding', sentence: ['There is no finding “OIC-R1” in the record.'] },
        { field: 'body', sentence: ['There is no body “XYZ” in the record.'] },
      ],
    });
  });

  it('finds what was recorded a moment ago', async () => {
    await withRecommendation(running);
    expect(await running.send('assign-action', 'OIC-R1/SYP', ACTION)).toMatchObject({ outcome: 'done' });
    expect(await running.send('complete-action', 'OIC-R1/SYP', { action: 'OIC-R1/SYP/1' })).toMatchObject({
      outcome: 'done',
    });
  });

  it('is missing when it is for something that is not in the record', async () => {
    expect(await running.send('close-recommendation', 'OIC-R9/SYP', CLOSURE)).toEqual({
      outcome: 'missing',
      sentence: 'There is no recommendation “OIC-R9/SYP” in the record.',
    });
  });

  it('cannot take a code that is taken', async () => {
    await running.done('record-report', undefined, report);
    expect(await running.send('record-report', undefined, { ...report, title: 'Another' })).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'code-taken' },
    });
  });

  it('makes one report of ten equal requests at once', async () => {
    const commandId = randomUUID();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => running.send('record-report', undefined, report, commandId)),
    );
    expect(new Set(outcomes.map((outcome) => JSON.stringify({ ...outcome, logPosition: undefined }))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ outcome: 'done', id: streamIdOf(commandId) });
  });

  it('is refused under an id that came before for something else', async () => {
    const commandId = randomUUID();
    expect(await running.send('record-body', undefined, { ...body, bodyKind: 'none' }, commandId)).toMatchObject({
      outcome: 'invalid',
    });
    const [one, other] = await Promise.all([
      running.send('record-body', undefined, body, commandId),
      running.send('record-body', undefined, { ...body, code: 'DEF' }, commandId),
    ]);
    expect([one.outcome, other.outcome]).toEqual(['done', 'reused']);
    expect(await running.send('record-body', undefined, body, commandId)).toMatchObject({ outcome: 'done' });
    expect(await running.send('record-report', undefined, report, commandId)).toEqual({ outcome: 'reused' });
  });

  it('is refused under an id that another process used for something else before', async () => {
    const commandId = randomUUID();
    await running.send('record-body', undefined, body, commandId);
    const other = await startApplication({ record: running.record }, { founded: 'SYMCA/SEC' });
    expect(await other.send('record-report', undefined, report, commandId)).toEqual({ outcome: 'reused' });
    await other.app.close();
  });

  it('is free again for something else after a refusal', async () => {
    const commandId = randomUUID();
    await running.done('record-report', undefined, report);
    expect(await running.send('record-report', undefined, report, commandId)).toMatchObject({ outcome: 'refused' });
    expect(await running.send('record-body', undefined, body, commandId)).toMatchObject({ outcome: 'done' });
  });

  it('goes on after a crash between claiming a code and recording what it is for', async () => {
    const commandId = randomUUID();
    const stream = `code-${codeIdOf('report', 'OIC')}` as const;
    await running.send('record-report', undefined, report, commandId);
    const claim = (await running.record.store.read(stream)).events[0];
    // The same, as a crash leaves it: the claim alone.
    const crashed = await startApplication();
    try {
      if (!claim) throw new Error('There is no claim.');
      await crashed.record.store.append(stream, 'no-stream', [claim]);
      expect(await crashed.send('record-report', undefined, report, randomUUID())).toMatchObject({
        outcome: 'refused',
      });
      expect(await crashed.send('record-report', undefined, report, commandId)).toMatchObject({
        outcome: 'done',
        id: streamIdOf(commandId),
      });
    } finally {
      await crashed.stop();
    }
  });

  it('leaves no claim behind when it is refused', async () => {
    const refused = await running.send('record-decision', undefined, { number: 'D-1', outcome: 'Agreed.' });
    expect(refused).toMatchObject({ outcome: 'refused' });
    const accepted = await running.send('record-decision', undefined, {
      number: 'D-1',
      outcome: 'Agreed.',
      deciderNotKnown: true,
    });
    expect(accepted).toMatchObject({ outcome: 'done' });
  });

  it('is told by name which field of a nested change is wrong', async () => {
    const outcome = await running.send('record-decision', undefined, {
      number: 'D-1',
      outcome: 'Agreed.',
      deciderNotKnown: true,
      changes: [{ version: 1, kind: 'closeRecommendation', recommendation: 'OIC-R1/SYP', level: 'done' }],
    });
    expect(outcome).toMatchObject({ outcome: 'invalid' });
    const fields = outcome.outcome === 'invalid' ? outcome.errors.map(({ field }) => field) : [];
    expect(fields).toEqual(
      expect.arrayContaining(['changes.0.level', 'changes.0.layer', 'changes.0.code', 'changes.0.reason']),
    );
  });

  it.each([
    ['no kind', [{ version: 1 }]],
    ['an unknown kind', [{ version: 1, kind: 'abolishEverything' }]],
    ['no object', ['close it']],
    ['no list', 'close it'],
  ])('refuses a change with %s', async (_what, changes) => {
    const outcome = await running.send('record-decision', undefined, {
      number: 'D-1',
      outcome: 'Agreed.',
      deciderNotKnown: true,
      changes,
    });
    expect(outcome).toMatchObject({ outcome: 'invalid' });
  });

  it.each(['\u0000', 'a\u0007b', '\ud800', 'x\u009bx'])(
    'refuses control characters and broken text: %j',
    async (title) => {
      expect(await running.send('record-report', undefined, { ...report, title })).toMatchObject({
        outcome: 'invalid',
      });
    },
  );

  it('keeps text in the composed form', async () => {
    const reportId = await running.done('record-report', undefined, { ...report, title: 'Cafe\u0301' });
    const { events } = await running.record.store.read(`report-${reportId}`);
    expect(events[0]?.data).toMatchObject({ title: 'Caf\u00e9' });
  });
});
