/** What a use case finds out beyond its own stream, on a real record in memory. */

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type RunningApplication, startApplication, withRecommendation } from '../../../../test/support/application.ts';

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
