import { describe, expect, it } from '@jest/globals';
import { decision } from '#domain';
import { given, id } from '../../../test/support/given-when-then.ts';
import { LATER_DECISION, recordClosing, recordRetained } from '../../../test/support/governance-histories.ts';
import { LogOfEvents } from '../../../test/support/log-of-events.ts';
import { ACT_05, ACT_16, AFI_A_WYP, CCOB_DECISION, R1_SYP } from '../../../test/support/named-histories.ts';
import { projected, stepByStep, storyOf } from '../../../test/support/projected.ts';

const outcomes = (item: { changes: readonly { outcome: string }[] } | undefined) =>
  item?.changes.map(({ outcome }) => outcome);
const NEXT_DECISION = id('d', 24);

describe('Decisions', () => {
  it('follow every event, and what became of each change', () => {
    const steps = stepByStep(storyOf('decision'), ({ decisions }) => decisions.get(CCOB_DECISION));
    const pending = Array.from({ length: 8 }, () => 'pending');
    expect(steps).toMatchObject([
      [
        'DecisionRecorded',
        {
          number: 'CCOB-2025-1',
          status: 'inForce',
          outcome: 'retain the existing delivery model',
          reasons: 'It works.',
          effectiveOn: { precision: 'year' },
        },
      ],
      ['DecisionCorrected', { reasons: 'It works well.', outcome: 'retain the existing delivery model' }],
      ['ChangeCarriedOut', { lastEvent: { type: 'ChangeCarriedOut' } }],
      ['ChangeRefused', {}],
      ['ChangeRetried', {}],
      ['ChangeRefused', {}],
      ['ChangeDropped', {}],
      [
        'ReconsiderationOpened',
        { status: 'underReconsideration', reconsideration: 'exploring whether this position could be reconsidered' },
      ],
      ['DecisionReaffirmed', { status: 'inForce', reaffirmedBecause: 'It still works.' }],
      [
        'DecisionSuperseded',
        { status: 'superseded', superseded: { by: NEXT_DECISION, reason: 'The unit has grown.' } },
      ],
    ]);
    expect(outcomes(steps[0]?.[1])).toEqual(pending);
    expect(outcomes(steps[2]?.[1])).toEqual(['carriedOut', ...pending.slice(1)]);
    expect(steps[3]?.[1]?.changes[5]).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'actions-open', sentence: 'An action is open.' },
    });
    expect(steps[4]?.[1]?.changes[5]).toMatchObject({ outcome: 'pending', retries: 1 });
    expect(steps[4]?.[1]?.changes[5]?.refusal).toBeUndefined();
    expect(steps[6]?.[1]?.changes[6]).toMatchObject({ outcome: 'dropped', droppedBecause: 'It was never closed.' });
    expect(steps[0]?.[1]?.changes[5]).toMatchObject({
      change: 5,
      recommendation: R1_SYP,
      what: { kind: 'closeRecommendation' },
    });
    expect(steps[0]?.[1]?.changes[7]).toMatchObject({ escalation: id('d', 23) });
  });

  it('list what was not carried out, with the sentence, until it is settled or the decision superseded', () => {
    const steps = stepByStep(storyOf('decision'), ({ decisions }) =>
      decisions.notCarriedOut().items.map(({ change, outcome }) => `${String(change)} ${outcome}`),
    );
    expect(steps[1]?.[1]).toHaveLength(8);
    expect(steps[3]?.[1]).toEqual([
      '1 pending',
      '2 pending',
      '3 pending',
      '4 pending',
      '5 refused',
      '6 pending',
      '7 pending',
    ]);
    expect(steps[6]?.[1]).toEqual(['1 pending', '2 pending', '3 pending', '4 pending', '5 pending', '7 pending']);
    expect(steps[9]?.[1]).toEqual([]);
  });

  it('are found by number, by status and by what they are about or change', () => {
    const log = storyOf('decision')
      .record(
        `decision-${id('d', 95)}`,
        given(decision, recordRetained({ decision: id('d', 95), number: 'CCOB-2025-2' })).events,
      )
      .record(
        `decision-${LATER_DECISION}`,
        given(decision, recordClosing({ decision: LATER_DECISION, number: 'CCOB-2025-10' })).events,
      );
    const { decisions } = projected(log);
    const numbers = (filter: Parameters<typeof decisions.list>[0]) =>
      decisions.list(filter).items.map(({ number }) => number);
    expect(numbers({})).toEqual(['CCOB-2025-1', 'CCOB-2025-2', 'CCOB-2025-10']);
    expect(numbers({ status: 'superseded' })).toEqual(['CCOB-2025-1']);
    expect(numbers({ about: AFI_A_WYP })).toContain('CCOB-2025-1');
    expect(numbers({ about: ACT_16 })).toEqual(['CCOB-2025-1']);
    expect(numbers({ about: ACT_05, status: 'inForce' })).not.toContain('CCOB-2025-1');
    expect(numbers({ meeting: id('d', 22) })).toEqual(['CCOB-2025-1']);
    expect(numbers({ page: 2, size: 2 })).toEqual(['CCOB-2025-10']);
    expect(decisions.getByNumber('CCOB-2025-10')?.id).toBe(LATER_DECISION);
    expect(decisions.getByNumber('CCOB-2025-11')).toBeUndefined();
    expect(decisions.notCarriedOut().items).toMatchObject([
      { number: 'CCOB-2025-10', decision: LATER_DECISION, outcome: 'pending' },
    ]);
  });

  it('can be asked as recorded before an instant', () => {
    const log = storyOf('decision', 0, new LogOfEvents());
    const { decisions } = projected(log);
    const recordedAt = (n: number): string => (log.events[n]?.metadata as { recordedAt: string }).recordedAt;
    expect(decisions.get(CCOB_DECISION, { recordedBefore: recordedAt(1) })?.reasons).toBe('It works.');
    expect(outcomes(decisions.get(CCOB_DECISION, { recordedBefore: recordedAt(3) }))?.[0]).toBe('carriedOut');
    expect(decisions.notCarriedOut({ recordedBefore: recordedAt(4) }).total).toBe(7);
    expect(decisions.get(CCOB_DECISION, { recordedBefore: recordedAt(0) })).toBeUndefined();
  });
});
