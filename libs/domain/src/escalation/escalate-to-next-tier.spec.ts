import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import {
  ask,
  CCOB,
  CHIEF_CONSTABLES,
  CHIEF_OFFICER_TEAM,
  raiseChiefOfficer,
  raiseUnmetDemand,
} from '../../../../test/support/governance-histories.ts';
import { NCA } from '../../../../test/support/named-histories.ts';
import { escalation } from './escalation.decider.ts';
import type { EscalateToNextTier } from './escalate-to-next-tier.ts';

const conditional = given(escalation, raiseChiefOfficer());
const unconditional = given(escalation, raiseUnmetDemand());
const toChiefConstables = (fields: Partial<EscalateToNextTier> = {}) =>
  ask('escalate-to-next-tier', { tier: 2, toPosts: CHIEF_CONSTABLES, ...fields });

describe('Asking the next tier', () => {
  it('follows from the condition that stands: “if necessary the Chief Constables”', () => {
    const [event] = conditional.when(toChiefConstables()).then({
      type: 'EscalatedToNextTier',
      data: {
        fromTier: 1,
        tier: 2,
        from: { kind: 'posts', posts: [CHIEF_OFFICER_TEAM] },
        to: { kind: 'posts', posts: CHIEF_CONSTABLES },
        condition: 'if necessary the Chief Constables of the four contributing forces',
      },
    });
    expect(event?.data).not.toHaveProperty('answerBy');
  });

  it('needs a reason where no condition stands', () => {
    const { sentence } = unconditional.when(toChiefConstables()).thenRefused('reason-missing');
    expect(sentence).toBe('No condition for the next tier stands: give the reason why it is asked.');
    const [event] = unconditional
      .when(toChiefConstables({ reason: 'Neither post has answered.' }))
      .then({ type: 'EscalatedToNextTier', data: { reason: 'Neither post has answered.' } });
    expect(event?.data).not.toHaveProperty('condition');
  });

  it('needs a reason where it was decided not to ask it', () => {
    const against = conditional.and(ask('decide-against-next-tier', { reason: 'The team has settled it.' }));
    const { sentence } = against.when(toChiefConstables()).thenRefused('next-tier-decided-against');
    expect(sentence).toBe('It was decided not to ask the next tier: give the reason why it is asked now.');
    against
      .when(toChiefConstables({ reason: 'It came up again.' }))
      .then({ type: 'EscalatedToNextTier', data: { reason: 'It came up again.' } });
  });

  it('uses the condition up, and may set one for the tier after', () => {
    const tier2 = conditional.and(toChiefConstables());
    tier2.when(ask('escalate-to-next-tier', { tier: 3, toBody: NCA })).thenRefused('reason-missing');
    conditional
      .and(toChiefConstables({ nextTierCondition: 'if they do not agree' }))
      .when(ask('escalate-to-next-tier', { tier: 3, toBody: NCA }))
      .then({ type: 'EscalatedToNextTier', data: { condition: 'if they do not agree', concerns: [NCA] } });
  });

  it('concerns the body it asks from then on', () => {
    conditional
      .and(ask('escalate-to-next-tier', { tier: 2, toBody: NCA }))
      .when(ask('take-up-escalation', {}))
      .then({ type: 'EscalationTakenUp', data: { concerns: [NCA] } });
  });

  it('takes a post that is named twice once', () => {
    conditional
      .when(ask('escalate-to-next-tier', { tier: 2, toPosts: [CHIEF_OFFICER_TEAM, CHIEF_OFFICER_TEAM] }))
      .then({ type: 'EscalatedToNextTier', data: { to: { kind: 'posts', posts: [CHIEF_OFFICER_TEAM] } } });
  });

  it('may set another date for the answer', () => {
    const dated = conditional.when(toChiefConstables({ answerBy: '2026-05-29' }));
    dated.then({
      type: 'EscalatedToNextTier',
      data: { answerBy: { kind: 'on', date: { from: '2026-05-29', precision: 'day', asPrinted: '2026-05-29' } } },
    });
    conditional
      .and(toChiefConstables({ answerBy: '2026-05-29' }))
      .when(ask('escalate-to-next-tier', { tier: 3, toSeries: CCOB, reason: 'No answer.', noAnswerBy: true }))
      .then({ type: 'EscalatedToNextTier', data: { answerBy: { kind: 'noneGiven' } } });
  });

  it('adds nothing when that tier has been asked so already', () => {
    conditional.and(toChiefConstables()).when(toChiefConstables()).thenNothing();
  });

  it('is refused at a tier that is not higher', () => {
    const { sentence } = conditional.when(toChiefConstables({ tier: 1 })).thenRefused('tier-not-higher');
    expect(sentence).toBe('The escalation stands at tier 1: the next tier has a higher number.');
    conditional
      .and(toChiefConstables())
      .when(toChiefConstables({ answerBy: '2026-05-29' }))
      .thenRefused('tier-not-higher');
  });

  it('is refused when nobody is asked, or by a date that can’t be read', () => {
    conditional.when(ask('escalate-to-next-tier', { tier: 2 })).thenRefused('target-missing');
    conditional.when(toChiefConstables({ answerBy: 'in due course' })).thenRefused('date-unclear');
  });

  it('is refused once the escalation has ended', () => {
    conditional
      .and(ask('answer-escalation', { words: 'No.' }))
      .when(toChiefConstables())
      .thenRefused('answered');
  });
});
