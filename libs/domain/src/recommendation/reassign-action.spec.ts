import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { given } from '../../../../test/support/given-when-then.ts';
import {
  ACT_05,
  ACT_16,
  assignAct16,
  linkAct05,
  raiseAfiA,
  raiseR1,
  ROCTA_MANAGER,
  send,
  SOC_COORDINATOR,
} from '../../../../test/support/named-histories.ts';

const toCoordinator = send('reassign-action', {
  action: ACT_16,
  leadPost: SOC_COORDINATOR,
  reason: 'The force has named a lead.',
});

describe('An open action', () => {
  it('passes to another lead, and who led it before is told', () => {
    given(recommendation, raiseR1(), assignAct16())
      .when(toCoordinator)
      .then({
        type: 'ActionReassigned',
        data: {
          action: ACT_16,
          from: { kind: 'notNamed' },
          to: { kind: 'post', post: SOC_COORDINATOR },
          reason: 'The force has named a lead.',
        },
      });
  });

  it('can pass on without a reason', () => {
    const { reason: _reason, ...unexplained } = toCoordinator;
    const [passed] = given(recommendation, raiseR1(), assignAct16(), toCoordinator)
      .when({ ...unexplained, leadPost: ROCTA_MANAGER })
      .then({ type: 'ActionReassigned', data: { from: { kind: 'post', post: SOC_COORDINATOR } } });
    expect(passed?.data).not.toHaveProperty('reason');
  });

  it('stays with its lead when it is passed to the same one', () => {
    given(recommendation, raiseR1(), assignAct16(), toCoordinator).when(toCoordinator).thenNothing();
  });

  it('can’t pass to two leads at once', () => {
    given(recommendation, raiseR1(), assignAct16())
      .when({ ...toCoordinator, leadNotNamed: true })
      .thenRefused('lead-unclear');
  });

  it('can’t pass to another lead where it is only linked', () => {
    given(recommendation, raiseAfiA(), linkAct05())
      .when({ ...toCoordinator, action: ACT_05 })
      .thenRefused('action-elsewhere');
  });
});

describe('An action that has ended', () => {
  it('can’t pass to another lead', () => {
    const { sentence, because } = given(
      recommendation,
      raiseR1(),
      assignAct16(),
      send('complete-action', { action: ACT_16 }),
    )
      .when(toCoordinator)
      .thenRefused('action-ended');
    expect(sentence).toBe('The action is completed. Reopen it first if it has to change.');
    expect(because).toEqual([{ kind: 'action', id: ACT_16, label: 'OIC-R1/SYP/1 Deliver Recommendation 1' }]);
  });
});
