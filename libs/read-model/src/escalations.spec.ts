import { describe, expect, it } from '@jest/globals';
import { escalation } from '#domain';
import { given, id } from '../../../test/support/given-when-then.ts';
import {
  ask,
  CCOB,
  NPCC_SOC_LEAD,
  PORTFOLIO_OFFICER,
  raiseChiefOfficer,
  raiseUnmetDemand,
  UNMET_DEMAND,
} from '../../../test/support/governance-histories.ts';
import { LogOfEvents } from '../../../test/support/log-of-events.ts';
import {
  ACT_05,
  AFI_A_WYP,
  CCOB_DECISION,
  CHIEF_CONSTABLE_SYP,
  LETTER_SY_OIC,
  R1_SYP,
  WYCA,
} from '../../../test/support/named-histories.ts';
import { projected, stepByStep, storyOf } from '../../../test/support/projected.ts';

const ESCALATION = id('d', 23);
const MEETING = id('d', 22);

describe('Escalations', () => {
  it('follow every event to an answer', () => {
    const steps = stepByStep(storyOf('escalation'), ({ escalations }) => escalations.get(ESCALATION));
    expect(steps).toMatchObject([
      [
        'EscalationRaised',
        {
          status: 'raised',
          question: 'Who owns unmet demand?',
          origin: { kind: 'meeting', meeting: MEETING },
          tier: 1,
          to: { kind: 'posts' },
          answerBy: { kind: 'on' },
          nextTierCondition: 'if necessary the Chief Constables',
        },
      ],
      [
        'EscalationCorrected',
        {
          question: 'Who owns the unmet demand?',
          to: { kind: 'posts', posts: [CHIEF_CONSTABLE_SYP] },
          about: { recommendations: [AFI_A_WYP], actions: [] },
          document: LETTER_SY_OIC,
          raisedOn: { asPrinted: 'January 2026' },
        },
      ],
      ['EscalationTakenUp', { status: 'takenUp', stepDocuments: [LETTER_SY_OIC] }],
      ['NextTierDecidedAgainst', { status: 'takenUp', nextTierDecidedAgainst: 'The first tier answers.' }],
      [
        'EscalatedToNextTier',
        {
          status: 'raised',
          tier: 2,
          to: { kind: 'body', body: WYCA },
          answerBy: { kind: 'noneGiven' },
          nextTierCondition: 'if need be',
          stepDocuments: [LETTER_SY_OIC, LETTER_SY_OIC, LETTER_SY_OIC],
        },
      ],
      [
        'EscalationAnswered',
        {
          status: 'answered',
          answer: { words: 'The region owns it.', decision: CCOB_DECISION, document: LETTER_SY_OIC },
        },
      ],
      [
        'EscalationAnswerCorrected',
        {
          status: 'answered',
          answer: {
            words: 'The region will own it.',
            decision: CCOB_DECISION,
            decidedBy: { post: CHIEF_CONSTABLE_SYP },
          },
        },
      ],
      ['EscalationStepRetracted', { status: 'raised', tier: 2, nextTierCondition: 'if need be' }],
      [
        'EscalationStepRetracted',
        {
          status: 'takenUp',
          tier: 1,
          to: { kind: 'posts', posts: [CHIEF_CONSTABLE_SYP] },
          answerBy: { kind: 'on' },
          nextTierCondition: 'if necessary the Chief Constables',
          nextTierDecidedAgainst: 'The first tier answers.',
          stepDocuments: [LETTER_SY_OIC, LETTER_SY_OIC],
        },
      ],
      ['EscalationRetracted', { status: 'retracted', endReason: 'It was raised twice.' }],
    ]);
    expect(steps[4]?.[1]?.nextTierDecidedAgainst).toBeUndefined();
    expect(steps[7]?.[1]).not.toHaveProperty('answer');
  });

  it('are found by what they are said to be about, to come from and to ask after a correction', () => {
    const { escalations } = projected(
      new LogOfEvents().record(
        `escalation-${UNMET_DEMAND}`,
        given(
          escalation,
          raiseUnmetDemand(),
          ask('correct-escalation', {
            fromMeeting: MEETING,
            toSeries: CCOB,
            aboutRecommendations: [R1_SYP],
            clear: ['aboutSubParts'],
            correctionReason: 'Misread.',
          }),
        ).events,
      ),
    );
    for (const found of [{ about: R1_SYP }, { from: MEETING }, { to: CCOB }]) {
      expect(escalations.list(found).total).toBe(1);
    }
    for (const gone of [{ about: AFI_A_WYP }, { to: NPCC_SOC_LEAD }]) expect(escalations.list(gone).total).toBe(0);
  });

  it('leave out of the lists what was retracted, unless it is asked for', () => {
    const { escalations } = projected(storyOf('escalation'));
    expect(escalations.list().total).toBe(0);
    expect(escalations.list({ status: 'retracted' }).items).toMatchObject([{ id: ESCALATION }]);
    expect(escalations.get(ESCALATION)).toMatchObject({ status: 'retracted' });
  });

  it('find another that stands with the same question, origin, subject and addressee', () => {
    const log = new LogOfEvents().record(
      `escalation-${UNMET_DEMAND}`,
      given(escalation, raiseUnmetDemand({ aboutRecommendations: [R1_SYP, AFI_A_WYP] })).events,
    );
    const { escalations } = projected(log);
    const asked = {
      question: 'How is unmet demand classified, and who owns it?',
      origin: { kind: 'notStated' },
      about: {
        recommendations: [AFI_A_WYP, R1_SYP],
        subParts: [{ recommendation: AFI_A_WYP, letter: 'c' }],
        actions: [],
      },
      to: { kind: 'posts', posts: [NPCC_SOC_LEAD, PORTFOLIO_OFFICER] },
    } as const;
    expect(escalations.alike(asked, ESCALATION)).toBe(UNMET_DEMAND);
    expect(escalations.alike(asked, UNMET_DEMAND)).toBeUndefined();
    for (const other of [
      { question: 'Who pays?' },
      { origin: { kind: 'series', series: CCOB } as const },
      { about: { ...asked.about, actions: [ACT_05] } },
      { to: { kind: 'series', series: CCOB } as const },
    ]) {
      expect(escalations.alike({ ...asked, ...other }, ESCALATION)).toBeUndefined();
    }
    log.record(
      `escalation-${UNMET_DEMAND}`,
      given(escalation, raiseUnmetDemand(), ask('return-escalation', { reason: 'Not ours.' })).events.slice(1),
    );
    expect(projected(log).escalations.alike(asked, ESCALATION)).toBeUndefined();
  });

  it.each([
    [1, 'returned', 'Put it to the region.'],
    [2, 'notPursued', 'Overtaken.'],
  ])('follow every event to another end', (story, status, endReason) => {
    const last = stepByStep(storyOf('escalation', story), ({ escalations }) => escalations.get(ESCALATION)).at(-1);
    expect(last?.[1]).toMatchObject({ status, endReason });
  });

  it('are listed and filtered by what they are about, where they come from, whom they ask and by when', () => {
    const log = storyOf('escalation', 1)
      .record(`escalation-${UNMET_DEMAND}`, given(escalation, raiseUnmetDemand()).events)
      .record(`escalation-${id('d', 90)}`, given(escalation, raiseChiefOfficer({ escalation: id('d', 90) })).events);
    const { escalations } = projected(log);
    const ids = (filter: Parameters<typeof escalations.list>[0]) =>
      escalations.list(filter).items.map((item) => item.id);
    expect(ids({})).toEqual([id('d', 90), UNMET_DEMAND, ESCALATION]);
    expect(ids({ status: 'returned' })).toEqual([ESCALATION]);
    expect(ids({ about: ACT_05 })).toContain(ESCALATION);
    expect(ids({ about: AFI_A_WYP })).toContain(ESCALATION);
    expect(ids({ about: R1_SYP })).toEqual([]);
    expect(ids({ from: MEETING })).toEqual([ESCALATION]);
    expect(ids({ to: CHIEF_CONSTABLE_SYP })).toContain(ESCALATION);
    expect(ids({ answerBefore: '2026-03-31' })).not.toContain(ESCALATION);
    expect(ids({ answerBefore: '2026-04-01' })).toContain(ESCALATION);
    expect(ids({ body: id('c', 1) })).toHaveLength(3);
    expect(escalations.list({ size: 1 })).toMatchObject({ total: 3, items: [{ id: id('d', 90) }] });
  });

  it('can be asked as recorded before an instant', () => {
    const log = new LogOfEvents();
    storyOf('escalation', 0, log);
    const recordedBefore = (log.events[2]?.metadata as { recordedAt: string }).recordedAt;
    expect(projected(log).escalations.get(ESCALATION, { recordedBefore })).toMatchObject({
      status: 'raised',
      question: 'Who owns the unmet demand?',
    });
  });
});
