import { describe, expect, it } from '@jest/globals';
import { decision } from '#domain';
import { given, id } from '../../../test/support/given-when-then.ts';
import { ask, LATER_DECISION, recordClosing, recordRetained } from '../../../test/support/governance-histories.ts';
import { LogOfEvents } from '../../../test/support/log-of-events.ts';
import {
  ACT_05,
  ACT_16,
  AFI_A_WYP,
  CCOB_DECISION,
  LETTER_SY_OIC,
  R1_SYP,
} from '../../../test/support/named-histories.ts';
import { projected, stepByStep, storyOf } from '../../../test/support/projected.ts';

const outcomes = (item: { changes: readonly { outcome: string }[] } | undefined) =>
  item?.changes.map(({ outcome }) => outcome);
const NEXT_DECISION = id('d', 24);
const refusedChange = ask('record-change-refused', { change: 1, code: 'actions-open', sentence: 'An action is open.' });

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
      ['ChangeDropRetracted', {}],
      [
        'ReconsiderationOpened',
        {
          status: 'underReconsideration',
          reconsideration: {
            words: 'exploring whether this position could be reconsidered',
            document: LETTER_SY_OIC,
          },
        },
      ],
      [
        'DecisionReaffirmed',
        { status: 'inForce', reaffirmation: { reason: 'It still works.', document: LETTER_SY_OIC } },
      ],
      [
        'DecisionSuperseded',
        {
          status: 'superseded',
          superseded: { by: NEXT_DECISION, reason: 'The unit has grown.', document: LETTER_SY_OIC },
        },
      ],
      ['SupersessionRetracted', { status: 'inForce', reaffirmation: { reason: 'It still works.' } }],
      ['ReaffirmationRetracted', { status: 'underReconsideration' }],
      ['ReconsiderationRetracted', { status: 'inForce' }],
    ]);
    expect(steps[11]?.[1]?.superseded).toBeUndefined();
    expect(steps[12]?.[1]?.reaffirmation).toBeUndefined();
    expect(steps[13]?.[1]?.reconsideration).toBeUndefined();
    expect(outcomes(steps[0]?.[1])).toEqual(pending);
    expect(outcomes(steps[2]?.[1])).toEqual(['carriedOut', ...pending.slice(1)]);
    expect(steps[3]?.[1]?.changes[5]).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'actions-open', sentence: 'An action is open.' },
    });
    expect(steps[4]?.[1]?.changes[5]).toMatchObject({ outcome: 'pending', retries: 1 });
    expect(steps[4]?.[1]?.changes[5]?.refusal).toBeUndefined();
    expect(steps[6]?.[1]?.changes[6]).toMatchObject({
      outcome: 'dropped',
      droppedBecause: 'It was never closed.',
      refusal: { sentence: 'It is open.' },
    });
    expect(steps[7]?.[1]?.changes[6]).toEqual(steps[5]?.[1]?.changes[6]);
    expect(steps[0]?.[1]?.changes[5]).toMatchObject({
      change: 6,
      recommendation: R1_SYP,
      what: { kind: 'closeRecommendation' },
    });
    expect(steps[0]?.[1]?.changes[7]).toMatchObject({ escalation: id('d', 23) });
  });

  it('apply corrections of every field, also of who decided and of the mark', () => {
    const [, [, is] = ['', undefined]] = stepByStep(storyOf('decision'), ({ decisions }) =>
      decisions.get(CCOB_DECISION),
    );
    expect(is).toMatchObject({ document: LETTER_SY_OIC, illustration: true });
    expect(is).not.toHaveProperty('title');
    expect(is?.changes.every(({ illustration }) => illustration)).toBe(true);
  });

  it('are no illustration once the mark is taken away, unless something else of them is made up', () => {
    const marked = given(decision, recordClosing({ illustration: true }), refusedChange);
    const cleared = ask('correct-decision', { clear: ['illustration'], correctionReason: 'It is real.' });
    const illustrationOf = (history: typeof marked) =>
      projected(new LogOfEvents().record(`decision-${LATER_DECISION}`, history.events)).decisions.get(LATER_DECISION)
        ?.illustration;
    expect(illustrationOf(marked)).toBe(true);
    expect(illustrationOf(marked.and(cleared))).toBe(false);
    const madeUp = ask('open-reconsideration', { words: 'exploring', illustration: true });
    expect(illustrationOf(marked.and(cleared, madeUp))).toBe(true);
    expect(illustrationOf(marked.and(cleared, madeUp, ask('retract-reconsideration', { reason: 'A slip.' })))).toBe(
      false,
    );
  });

  it('list what was not carried out and what became of it, dropped changes too', () => {
    const steps = stepByStep(storyOf('decision'), ({ decisions }) =>
      decisions.notCarriedOut().items.map(({ change, outcome }) => `${String(change)} ${outcome}`),
    );
    expect(steps[1]?.[1]).toHaveLength(8);
    expect(steps[3]?.[1]).toEqual([
      '2 pending',
      '3 pending',
      '4 pending',
      '5 pending',
      '6 refused',
      '7 pending',
      '8 pending',
    ]);
    expect(steps[6]?.[1]).toEqual([
      '2 pending',
      '3 pending',
      '4 pending',
      '5 pending',
      '6 pending',
      '7 dropped',
      '8 pending',
    ]);
    const superseded = stepByStep(storyOf('decision'), ({ decisions }) =>
      decisions.notCarriedOut({ outcome: 'refused' }),
    );
    expect(superseded[10]?.[1].items).toMatchObject([
      { change: 7, number: 'CCOB-2025-1', decisionStatus: 'superseded', illustration: true },
    ]);
  });

  it('change nothing once they were retracted', () => {
    const log = new LogOfEvents().record(
      `decision-${LATER_DECISION}`,
      given(decision, recordClosing(), ask('retract-decision', { reason: 'There was none.' })).events,
    );
    const { decisions, obligations } = projected(log);
    expect(decisions.get(LATER_DECISION)).toMatchObject({ status: 'retracted', retractedBecause: 'There was none.' });
    expect(decisions.notCarriedOut().items).toEqual([]);
    expect(decisions.list().total).toBe(0);
    expect(decisions.list({ status: 'retracted' }).items).toMatchObject([{ id: LATER_DECISION }]);
    expect(obligations.pendingChanges()).toEqual([]);
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
    expect(numbers({ status: 'underReconsideration' })).toEqual([]);
    expect(numbers({ about: AFI_A_WYP })).toContain('CCOB-2025-1');
    expect(numbers({ about: ACT_16 })).toEqual(['CCOB-2025-1']);
    expect(numbers({ about: ACT_05, status: 'superseded' })).toEqual([]);
    expect(numbers({ meeting: id('d', 22) })).toEqual(['CCOB-2025-1']);
    expect(numbers({ page: 2, size: 2 })).toEqual(['CCOB-2025-10']);
    expect(decisions.getByNumber('CCOB-2025-10')?.id).toBe(LATER_DECISION);
    expect(decisions.getByNumber('CCOB-2025-11')).toBeUndefined();
    expect(decisions.notCarriedOut().items.at(-1)).toMatchObject({
      number: 'CCOB-2025-10',
      decision: LATER_DECISION,
      change: 1,
      outcome: 'pending',
    });
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

  it('tell a change as it was corrected, and as recorded by a day before as it was', () => {
    const history = given(
      decision,
      recordClosing(),
      refusedChange,
      ask('correct-change', { change: 1, recommendation: R1_SYP, reason: 'Seen.', correctionReason: 'Misread.' }),
      refusedChange,
      ask('drop-change', { change: 1, reason: 'Overtaken.' }),
      ask('correct-change', { change: 1, reason: 'Done.', correctionReason: 'Misread again.' }),
    );
    const log = new LogOfEvents().record(`decision-${LATER_DECISION}`, history.events);
    const changeAt = (minute?: number) =>
      projected(log).decisions.get(
        LATER_DECISION,
        minute === undefined ? {} : { recordedBefore: `2026-01-01T09:0${String(minute)}:30.000Z` },
      )?.changes[0];
    expect([2, 3, undefined].map(changeAt)).toMatchObject([
      { outcome: 'refused', recommendation: AFI_A_WYP },
      {
        outcome: 'pending',
        retries: 1,
        recommendation: R1_SYP,
        what: { recommendation: R1_SYP, reason: 'Seen.' },
        correction: { was: { recommendation: AFI_A_WYP }, reason: 'Misread.' },
      },
      {
        outcome: 'dropped',
        droppedBecause: 'Overtaken.',
        retries: 1,
        what: { reason: 'Done.' },
        correction: { was: { recommendation: AFI_A_WYP }, reason: 'Misread again.' },
      },
    ]);
    expect(changeAt(2)).not.toHaveProperty('correction');
    expect(changeAt(3)).not.toHaveProperty('refusal');
  });
});
