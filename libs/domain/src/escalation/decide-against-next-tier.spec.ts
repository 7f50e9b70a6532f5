import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import {
  ask,
  CHIEF_CONSTABLES,
  raiseChiefOfficer,
  raiseUnmetDemand,
} from '../../../../test/support/governance-histories.ts';
import { escalation } from './escalation.decider.ts';

const raised = given(escalation, raiseChiefOfficer());
const against = (reason = 'The team has settled it.') => ask('decide-against-next-tier', { reason });

describe('Deciding not to ask the next tier', () => {
  it('is recorded with the reason and the condition that stood', () => {
    raised.when(against()).then({
      type: 'NextTierDecidedAgainst',
      data: {
        tier: 1,
        condition: 'if necessary the Chief Constables of the four contributing forces',
        reason: 'The team has settled it.',
      },
    });
  });

  it('needs no condition', () => {
    const [event] = given(escalation, raiseUnmetDemand()).when(against()).then({ type: 'NextTierDecidedAgainst' });
    expect(event?.data).not.toHaveProperty('condition');
  });

  it('can be decided again for another reason, and at each tier', () => {
    raised.and(against()).when(against('The post is filled.')).then({ type: 'NextTierDecidedAgainst' });
    raised
      .and(against(), ask('escalate-to-next-tier', { tier: 2, toPosts: CHIEF_CONSTABLES, reason: 'It came up again.' }))
      .when(against())
      .then({ type: 'NextTierDecidedAgainst', data: { tier: 2 } });
  });

  it('adds nothing when it was decided so for that reason', () => {
    raised.and(against()).when(against()).thenNothing();
  });

  it('is refused once the escalation has ended', () => {
    raised
      .and(ask('return-escalation', { reason: 'Not ours.' }))
      .when(against())
      .thenRefused('returned');
  });
});
