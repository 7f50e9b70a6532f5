import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import {
  ask,
  CCOB,
  CHIEF_CONSTABLES,
  CHIEF_OFFICER_TEAM,
  raiseChiefOfficer,
} from '../../../../test/support/governance-histories.ts';
import { escalation } from './escalation.decider.ts';
import type { EscalationStep } from './escalation.events.ts';

const raised = given(escalation, raiseChiefOfficer());
const takenUp = raised.and(ask('take-up-escalation', {}));
const toChiefConstables = ask('escalate-to-next-tier', {
  tier: 2,
  toPosts: CHIEF_CONSTABLES,
  answerBy: '29 May 2026',
  reason: 'It came up again.',
});
const retract = (step: EscalationStep, reason = 'Another escalation was meant.') =>
  ask('retract-escalation-step', { step, reason });

const firstTier = {
  tier: 1,
  to: { kind: 'posts', posts: [CHIEF_OFFICER_TEAM] },
  answerBy: { kind: 'noneGiven' },
  nextTierCondition: 'if necessary the Chief Constables of the four contributing forces',
} as const;

describe('Retracting a step of an escalation', () => {
  it.each([
    ['answered', ask('answer-escalation', { words: 'No.' })],
    ['returned', ask('return-escalation', { reason: 'Not ours.' })],
    ['notPursued', ask('do-not-pursue-escalation', { reason: 'Solved.' })],
    ['nextTierDecidedAgainst', ask('decide-against-next-tier', { reason: 'Solved.' })],
    ['escalatedToNextTier', toChiefConstables],
  ] as const)('names the event and leaves the escalation where it stood: %s', (step, command) => {
    const then = takenUp.and(command).when(retract(step));
    then.then({
      type: 'EscalationStepRetracted',
      data: {
        corrects: eventId(2),
        step,
        stands: { status: 'takenUp', ...firstTier },
        reason: 'Another escalation was meant.',
      },
    });
    expect(then.state).toMatchObject({ ...takenUp.state, stepRetracted: { step } });
  });

  it('leaves it raised when it was not taken up after all', () => {
    takenUp.when(retract('takenUp')).then({
      type: 'EscalationStepRetracted',
      data: { corrects: eventId(1), stands: { status: 'raised', ...firstTier } },
    });
  });

  it('lets the next step be recorded anew, and what was corrected meanwhile stay corrected', () => {
    const corrected = ask('correct-escalation', { question: 'Should it?', correctionReason: 'Misquoted.' });
    const { state } = raised.and(toChiefConstables, corrected).when(retract('escalatedToNextTier'));
    expect(state).toMatchObject({ known: { fields: { question: 'Should it?', ...firstTier } } });
    raised
      .and(toChiefConstables, retract('escalatedToNextTier'))
      .when(ask('escalate-to-next-tier', { tier: 2, toSeries: CCOB }))
      .then({ type: 'EscalatedToNextTier', data: { fromTier: 1, condition: firstTier.nextTierCondition } });
  });

  it('keeps a date that the step did not set, as it was corrected since', () => {
    const { answerBy: _answerBy, ...undated } = toChiefConstables;
    const { state } = raised
      .and(undated, ask('correct-escalation', { answerBy: '30 June 2026', correctionReason: 'Missed.' }))
      .when(retract('escalatedToNextTier'));
    expect(state).toMatchObject({
      known: { fields: { tier: 1, answerBy: { kind: 'on', date: { from: '2026-06-30' } } } },
    });
  });

  it('lets what was decided before the next tier was asked stand again', () => {
    const against = ask('decide-against-next-tier', { reason: 'The team has settled it.' });
    raised
      .and(against, toChiefConstables)
      .when(retract('escalatedToNextTier'))
      .then({
        type: 'EscalationStepRetracted',
        data: { stands: { status: 'raised', ...firstTier, nextTierDecidedAgainst: 'The team has settled it.' } },
      });
  });

  it('takes the last step first, and of two of a kind the last', () => {
    const answered = takenUp.and(ask('answer-escalation', { words: 'No.' }));
    const { sentence } = answered.when(retract('takenUp')).thenRefused('later-step');
    expect(sentence).toBe('It was recorded later that the escalation was answered: retract that first.');
    const against = (reason: string) => ask('decide-against-next-tier', { reason });
    raised
      .and(against('The team has settled it.'), against('The post is filled.'))
      .when(retract('nextTierDecidedAgainst'))
      .then({ type: 'EscalationStepRetracted', data: { corrects: eventId(2) } });
  });

  it('is refused where no such step stands', () => {
    const { sentence } = raised.when(retract('answered')).thenRefused('no-such-step');
    expect(sentence).toBe('It does not stand on record that the escalation was answered: there is nothing to retract.');
    takenUp.and(retract('takenUp')).when(retract('takenUp', 'Once more.')).thenRefused('no-such-step');
    given(escalation).when(retract('takenUp')).thenRefused('not-raised');
  });
});
