import { afterEach, describe, expect, it } from '@jest/globals';
import { type RunningApplication, startApplication, withRecommendation } from '../../../../test/support/application.ts';

const LETTER = { documentType: 'responseLetter', title: 'A reply', code: 'REPLY', answersReport: 'OIC' };
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
