import { afterEach, describe, expect, it } from '@jest/globals';
import {
  CLOSURE,
  type RunningApplication,
  startApplication,
  withRecommendation,
} from '../../../../test/support/application.ts';

const LETTER = { documentType: 'responseLetter', title: 'A reply', code: 'REPLY', answersReport: 'OIC' };
const BOARD = { name: 'The assurance board', seriesKind: 'board' };
const WHY = { reason: 'It had been recorded before.' };
const CORRECTED = { correctionReason: 'The letter says nothing of it.' };

const started: RunningApplication[] = [];
async function start(): Promise<RunningApplication> {
  const running = await startApplication();
  started.push(running);
  await withRecommendation(running);
  await running.done('record-document', undefined, LETTER);
  return running;
}
afterEach(async () => {
  for (const running of started.splice(0)) await running.stop();
});

const blockers = (outcome: unknown) =>
  (outcome as { refusal: { because: { kind: string; label: string }[] } }).refusal.because.map(
    ({ kind, label }) => `${kind} ${label}`,
  );

describe('A document recorded in error', () => {
  it('is retracted once nothing cites it, and what does is named', async () => {
    const running = await start();
    const { send, done } = running;
    const position = {
      layer: 'chiefOfficer',
      code: 'accepted',
      words: 'have been accepted',
      decidedByBody: 'SYP',
      document: 'REPLY',
    };
    await done('record-grade', 'OIC', { gradedBody: 'SYP', grade: 'good', document: 'REPLY' });
    await done('record-finding-label', 'OIC', { finding: 'OIC-R1', document: 'REPLY', number: '1)' });
    await done('record-position', 'OIC-R1/SYP', position);

    const refused = await send('retract-document', 'REPLY', WHY);
    expect(refused).toMatchObject({ outcome: 'refused', refusal: { code: 'document-cited' } });
    expect(blockers(refused).sort()).toEqual(['recommendation OIC-R1/SYP', 'report OIC']);

    await done('correct-grade', 'OIC', { gradedBody: 'SYP', clear: ['document'], ...CORRECTED });
    expect(blockers(await send('retract-document', 'REPLY', WHY))).toContain('report OIC');
    await done('retract-finding-label', 'OIC', { finding: 'OIC-R1', document: 'REPLY', reason: 'It prints none.' });
    expect(blockers(await send('retract-document', 'REPLY', WHY))).toEqual(['recommendation OIC-R1/SYP']);
    await done('mark-recommendation-raised-in-error', 'OIC-R1/SYP', { reason: 'Another force was meant.' });
    await done('retract-document', 'REPLY', WHY);
  });

  it('can’t be cited any more, and its history can be read', async () => {
    const { send, done, histories, record } = await start();
    await done('retract-document', 'REPLY', WHY);
    expect(await send('record-grade', 'OIC', { gradedBody: 'SYP', grade: 'good', document: 'REPLY' })).toMatchObject({
      outcome: 'invalid',
      errors: [{ field: 'document', sentence: ['“REPLY” was recorded in error: name what is meant instead.'] }],
    });
    expect(record.readModel.documents.list().total).toBe(0);
    expect((await histories.of('document', 'REPLY'))?.entries.map(({ type }) => type)).toEqual([
      'DocumentRecorded',
      'DocumentRetracted',
    ]);
  });
});

describe('A code', () => {
  it('of a document recorded in error passes on to what is recorded in its place', async () => {
    const { send, done, record } = await start();
    expect(await send('record-document', undefined, LETTER)).toMatchObject({ refusal: { code: 'code-taken' } });
    await done('retract-document', 'REPLY', WHY);
    const again = await done('record-document', undefined, LETTER);
    expect(record.readModel.references.resolve('document', 'REPLY')).toBe(again);
    expect(record.readModel.documents.list().items).toMatchObject([{ id: again, code: 'REPLY' }]);
  });

  it('given to a document by mistake is free for another, once it is corrected', async () => {
    const { done, send, record } = await start();
    const other = { documentType: 'responseLetter', title: 'Another reply' };
    const id = await done('record-document', undefined, other);
    expect(await send('record-document-code', id, { code: 'REPLY' })).toMatchObject({
      refusal: { code: 'code-taken' },
    });
    await done('correct-document-code', 'REPLY', { code: 'FIRST', ...CORRECTED });
    await done('record-document-code', id, { code: 'REPLY' });
    expect(record.readModel.references.resolve('document', 'REPLY')).toBe(id);
    expect(record.readModel.references.reference('document', id)).toBe('REPLY');
    expect(
      record.readModel.documents
        .list()
        .items.map(({ code }) => code)
        .sort(),
    ).toEqual(['FIRST', 'REPLY']);
  });

  it('given to a series by mistake names it no longer, and is free for another', async () => {
    const { done, record } = await start();
    const { references } = record.readModel;
    const wrong = await done('open-series', undefined, { ...BOARD, code: 'BRD' });
    await done('correct-series', 'BRD', { code: 'SAB', ...CORRECTED });
    expect(references.resolve('series', 'BRD')).toBeUndefined();
    const right = await done('open-series', undefined, { ...BOARD, name: 'Another board', code: 'BRD' });
    expect([references.resolve('series', 'BRD'), references.resolve('series', 'SAB')]).toEqual([right, wrong]);
  });

  it('of a series recorded in error passes on, too, and its name with it', async () => {
    const { done, send, record } = await start();
    const { references } = record.readModel;
    const first = await done('open-series', undefined, { ...BOARD, code: 'BRD' });
    expect(await send('open-series', undefined, { ...BOARD, code: 'BRD' })).toMatchObject({
      refusal: { code: 'code-taken' },
    });
    await done('retract-series', 'BRD', WHY);
    expect(references.resolve('series', 'BRD')).toBe(first);
    const again = await done('open-series', undefined, { ...BOARD, code: 'BRD' });
    expect([references.resolve('series', 'BRD'), references.resolve('series', BOARD.name)]).toEqual([again, again]);
  });

  it('of a report recorded in error passes on, too', async () => {
    const { done, record } = await start();
    await done('record-report', undefined, { code: 'NONE', title: 'No report', expected: true });
    await done('retract-report', 'NONE', WHY);
    const again = await done('record-report', undefined, { code: 'NONE', title: 'A report', expected: true });
    expect(record.readModel.references.resolve('report', 'NONE')).toBe(again);
    expect(record.readModel.reports.getByCode('NONE')).toMatchObject({ id: again });
  });
});

describe('A report recorded in error', () => {
  it('is retracted once its findings are, and no document answers it', async () => {
    const { send, done, record, histories } = await start();
    expect(blockers(await send('retract-report', 'OIC', WHY))).toEqual(['finding OIC-R1 Recommendation 1']);
    expect(blockers(await send('retract-finding', 'OIC', { finding: 'OIC-R1', ...WHY }))).toEqual([
      'recommendation OIC-R1/SYP',
    ]);
    await done('mark-recommendation-raised-in-error', 'OIC-R1/SYP', { reason: 'There is no such finding.' });
    await done('retract-finding', 'OIC', { finding: 'OIC-R1', ...WHY });
    expect(blockers(await send('retract-report', 'OIC', WHY))).toEqual(['document REPLY']);
    await done('correct-document', 'REPLY', { clear: ['answersReport'], ...CORRECTED });
    await done('retract-report', 'OIC', WHY);

    expect(record.readModel.reports.list().total).toBe(0);
    expect((await histories.of('report', 'OIC'))?.entries.at(-1)?.type).toBe('ReportRetracted');
  });
});

describe('A series of meetings opened in error', () => {
  it('is retracted once nothing names it, and what does is named', async () => {
    const { send, done, record, histories } = await start();
    await done('open-series', undefined, { ...BOARD, code: 'BRD' });
    await done('open-series', undefined, { ...BOARD, name: 'The other board', code: 'OTHER' });
    const unheld = await done('record-meeting', undefined, { series: 'BRD', title: 'None', heldOn: '14 January 2026' });
    const asked = { question: 'Who?', aboutRecommendations: ['OIC-R1/SYP'], noAnswerBy: true, toOutside: 'the NCA' };
    const from = await done('raise-escalation', undefined, { ...asked, fromSeries: 'BRD' });
    const { toOutside: _outside, ...put } = asked;
    const to = await done('raise-escalation', undefined, { ...put, originNotStated: true, toSeries: 'BRD' });
    await done('escalate-to-next-tier', to, { tier: 2, toBody: 'SYP', noAnswerBy: true, reason: 'It is theirs.' });
    const action = { leadNotNamed: true, dueOn: '30 April 2026' };
    await done('assign-action', 'OIC-R1/SYP', {
      ...action,
      title: 'Write it',
      leadNotNamed: undefined,
      leadForum: 'BRD',
    });
    await done('assign-action', 'OIC-R1/SYP', { ...action, title: 'Send it', monitoredAt: 'BRD' });
    await done('assign-action', 'OIC-R1/SYP', { ...action, title: 'Keep it', monitoredAt: 'BRD' });

    const refused = await send('retract-series', 'BRD', WHY);
    expect(refused).toMatchObject({ outcome: 'refused', refusal: { code: 'series-named' } });
    expect(blockers(refused).sort()).toEqual([
      'action OIC-R1/SYP/1 Write it',
      'action OIC-R1/SYP/2 Send it',
      'action OIC-R1/SYP/3 Keep it',
      'escalation “Who?”',
      'escalation “Who?”',
      'meeting None (14 January 2026)',
    ]);
    await done('retract-meeting', unheld, WHY);
    await done('retract-escalation', from, WHY);
    await done('retract-escalation-step', to, { step: 'escalatedToNextTier', ...WHY });
    await done('correct-escalation', to, { toSeries: 'OTHER', ...CORRECTED });
    await done('reassign-action', 'OIC-R1/SYP', { action: 'OIC-R1/SYP/1', leadNotNamed: true });
    await done('correct-action', 'OIC-R1/SYP', { action: 'OIC-R1/SYP/2', clear: ['monitoredAt'], ...CORRECTED });
    expect(blockers(await send('retract-series', 'BRD', WHY))).toEqual(['action OIC-R1/SYP/3 Keep it']);
    for (const number of [1, 2, 3]) {
      await done('withdraw-action', 'OIC-R1/SYP', { action: `OIC-R1/SYP/${String(number)}`, ...WHY });
    }
    expect(blockers(await send('retract-series', 'BRD', WHY))).toEqual(['action OIC-R1/SYP/3 Keep it']);
    await done('mark-recommendation-raised-in-error', 'OIC-R1/SYP', { reason: 'Another force was meant.' });
    await done('retract-series', 'BRD', WHY);

    expect(record.readModel.meetings.listSeries().items).toMatchObject([{ code: 'OTHER' }]);
    expect((await histories.of('series', 'BRD'))?.entries.at(-1)?.type).toBe('MeetingSeriesRetracted');
  });

  it('is not retracted while a decision has yet to assign an action to it', async () => {
    const { send, done } = await start();
    await done('open-series', undefined, { ...BOARD, code: 'BRD' });
    // The recommendation is closed, so nothing can be assigned.
    await done('close-recommendation', 'OIC-R1/SYP', CLOSURE);
    const change = { kind: 'assignAction', recommendation: 'OIC-R1/SYP', title: 'Write it', leadForum: 'BRD' };
    await done('record-decision', undefined, {
      number: 'D-1',
      outcome: 'that it is written',
      deciderNotKnown: true,
      changes: [{ ...change, dueOn: '30 April 2026' }],
    });
    expect(blockers(await send('retract-series', 'BRD', WHY))).toEqual(['decision D-1']);
    await done('drop-change', 'D-1', { change: 1, ...WHY });
    await done('retract-series', 'BRD', WHY);
  });

  it('can’t be named any more, nor anything be recorded of it', async () => {
    const { send, done } = await start();
    await done('open-series', undefined, { ...BOARD, code: 'BRD' });
    await done('retract-series', 'BRD', WHY);
    const sitting = { series: 'BRD', title: 'None', heldOn: '14 January 2026' };
    expect(await send('record-meeting', undefined, sitting)).toMatchObject({
      outcome: 'invalid',
      errors: [{ field: 'series', sentence: ['“BRD” was recorded in error: name what is meant instead.'] }],
    });
    expect(await send('rename-series', 'BRD', { name: 'The board' })).toMatchObject({
      refusal: { code: 'series-retracted' },
    });
  });
});

describe('A fan-out', () => {
  it('passes over a body to which the finding stands as raised in error, and says so', async () => {
    const { send, done, histories } = await start();
    await done('record-body', undefined, { code: 'WYP', name: 'West Yorkshire Police', bodyKind: 'force' });
    await done('mark-recommendation-raised-in-error', 'OIC-R1/SYP', { reason: 'Another force was meant.' });
    const toAll = { finding: 'OIC-R1', bodies: ['SYP', 'WYP'] };
    await done('fan-out-finding', 'OIC', toAll);
    expect((await histories.of('report', 'OIC'))?.entries.map(({ sentence }) => sentence).join(' ')).toContain(
      'fanned finding OIC-R1 out to West Yorkshire Police. It stands as raised in error to South Yorkshire Police, so nothing was raised there again.',
    );
    const again = await send('fan-out-finding', 'OIC', { finding: 'OIC-R1', bodies: ['SYP'] });
    expect(again).toMatchObject({ outcome: 'done', events: [] });
  });
});
