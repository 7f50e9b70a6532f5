/** What a use case finds out beyond its own stream, on a real record in memory. */

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type RunningApplication,
  startApplication,
  withRecommendation,
} from '../../../../../test/support/application.ts';

let running: RunningApplication;
beforeEach(async () => {
  running = await startApplication();
  await withRecommendation(running);
  await running.done('open-series', undefined, { code: 'MARTOM', name: 'The tasking meeting', seriesKind: 'tasking' });
});
afterEach(() => running.stop());

const SITTING = { series: 'MARTOM', title: 'MARTOM, January 2026', heldOn: '14 January 2026' };
const ASKED = {
  fromMeeting: 'MARTOM/2026-01-14',
  aboutRecommendations: ['OIC-R1/SYP'],
  question: 'Who owns it?',
  toBody: 'SYP',
  noAnswerBy: true,
};
const reason = 'It was recorded twice.';

describe('A meeting', () => {
  it('is recorded once, by whatever command: a second sitting on one day goes by another title', async () => {
    const { done, send } = running;
    const first = await done('record-meeting', undefined, SITTING);
    expect(await send('record-meeting', undefined, { ...SITTING, heldOn: '2026-01-14' })).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'meeting-recorded', because: [{ kind: 'meeting', id: first }] },
    });
    await done('record-meeting', undefined, { ...SITTING, title: 'MARTOM, January 2026, in the afternoon' });
  });

  it('that is sent again under its own command id is answered as before', async () => {
    const commandId = 'c0ffee00-0000-4000-8000-000000000001';
    const first = await running.send('record-meeting', undefined, SITTING, commandId);
    expect(first).toMatchObject({ outcome: 'done' });
    const again = await running.send('record-meeting', undefined, SITTING, commandId);
    expect(again).toMatchObject({ outcome: 'done', id: (first as { id: string }).id });
  });

  it('is not retracted while something comes from it, and leaves its name to the one that was held', async () => {
    const { done, send, histories } = running;
    const wrong = await done('record-meeting', undefined, SITTING);
    const escalation = await done('raise-escalation', undefined, ASKED);
    const decision = await done('record-decision', undefined, {
      number: 'D-2026-001',
      outcome: 'that it is so',
      meeting: wrong,
      aboutRecommendations: ['OIC-R1/SYP'],
    });
    expect(await send('retract-meeting', wrong, { reason })).toMatchObject({
      outcome: 'refused',
      refusal: {
        code: 'meeting-cited',
        sentence: expect.stringContaining('decision D-2026-001 and escalation “Who owns it?”'),
        because: [
          { kind: 'decision', id: decision },
          { kind: 'escalation', id: escalation },
        ],
      },
    });

    const unheld = await done('record-meeting', undefined, { ...SITTING, heldOn: '15 January 2026' });
    await done('retract-meeting', unheld, { reason });
    const held = await done('record-meeting', undefined, { ...SITTING, heldOn: '15 January 2026' });
    expect(await histories.of('meeting', 'MARTOM/2026-01-15')).toMatchObject({ id: held });
    expect((await histories.of('meeting', unheld))?.entries.map(({ type }) => type)).toContain('MeetingRetracted');
  });
});

describe('An escalation', () => {
  beforeEach(async () => {
    await running.done('record-meeting', undefined, SITTING);
  });

  it('concerns the body that what it is about falls on and the one that oversees it, in every step', async () => {
    const { done, record } = running;
    await done('record-body', undefined, { code: 'WYCA', name: 'West Yorkshire', bodyKind: 'localPolicingBody' });
    const id = await done('raise-escalation', undefined, { ...ASKED, toBody: 'WYCA' });
    await done('take-up-escalation', id, { decidedByBody: 'SYP' });
    await done('correct-escalation', id, { question: 'Who owns all of it?', correctionReason: 'Misquoted.' });
    const resolve = (kind: 'body', code: string) => record.readModel.references.resolve(kind, code);
    const { events } = await record.store.read(`escalation-${id}`);
    // SYMCA oversees and records: an event concerns the others.
    for (const { data } of events) {
      expect(data).toMatchObject({ body: resolve('body', 'SYMCA') });
      expect([...(data as { concerns: string[] }).concerns].sort()).toEqual(
        [resolve('body', 'SYP'), resolve('body', 'WYCA')].sort(),
      );
    }
    expect(events).toHaveLength(3);
  });

  it('concerns the bodies of sub-parts and of actions as well', async () => {
    const { done, record } = running;
    await done('assign-action', 'OIC-R1/SYP', { title: 'Write it', leadNotNamed: true, dueOn: '30 April 2026' });
    const { aboutRecommendations: _about, ...asked } = { ...ASKED, toBody: undefined, toOutside: 'the Home Office' };
    const id = await done('raise-escalation', undefined, { ...asked, aboutActions: ['OIC-R1/SYP/1'] });
    const ofPart = await done('raise-escalation', undefined, { ...asked, aboutSubParts: ['OIC-R1/SYP:a'] });
    for (const raised of [id, ofPart]) {
      const [event] = (await record.store.read(`escalation-${raised}`)).events;
      expect(event?.data).toMatchObject({ concerns: [record.readModel.references.resolve('body', 'SYP')] });
    }
  });

  it('is raised once while it stands, by whatever command, and may be raised anew when it has ended', async () => {
    const { done, send } = running;
    const first = await done('raise-escalation', undefined, ASKED);
    expect(await send('raise-escalation', undefined, ASKED)).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'escalation-raised', because: [{ kind: 'escalation', id: first }] },
    });
    await done('raise-escalation', undefined, { ...ASKED, question: 'Who pays for it?' });
    await done('return-escalation', first, { reason: 'Not ours.', decidedByBody: 'SYP' });
    await done('raise-escalation', undefined, ASKED);
  });

  it('can’t come from a meeting that was retracted', async () => {
    const { done, send } = running;
    await done('retract-meeting', 'MARTOM/2026-01-14', { reason });
    expect(await send('raise-escalation', undefined, ASKED)).toMatchObject({
      outcome: 'invalid',
      errors: [{ field: 'fromMeeting' }],
    });
  });

  it('is not retracted while a decision is about it', async () => {
    const { done, send } = running;
    const escalation = await done('raise-escalation', undefined, ASKED);
    const decision = await done('record-decision', undefined, {
      number: 'D-2026-001',
      outcome: 'that it is so',
      deciderNotKnown: true,
      aboutEscalations: [escalation],
    });
    expect(await send('retract-escalation', escalation, { reason })).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'escalation-cited', because: [{ kind: 'decision', id: decision, label: 'D-2026-001' }] },
    });
  });

  it('is told in the history of its series, with its meeting, and in that of the letter that states a step', async () => {
    const { done, histories } = running;
    const id = await done('raise-escalation', undefined, ASKED);
    const letter = await done('record-document', undefined, { documentType: 'responseLetter', title: 'The letter' });
    await done('take-up-escalation', id, { document: letter, decidedByBody: 'SYP' });
    const ofSeries = (await histories.of('series', 'MARTOM'))?.entries.map(({ type }) => type);
    expect(ofSeries).toEqual(
      expect.arrayContaining(['MeetingSeriesOpened', 'MeetingRecorded', 'EscalationRaised', 'EscalationTakenUp']),
    );
    const ofLetter = (await histories.of('document', letter))?.entries.map(({ type }) => type);
    expect(ofLetter).toEqual(expect.arrayContaining(['DocumentRecorded', 'EscalationTakenUp']));
  });
});
