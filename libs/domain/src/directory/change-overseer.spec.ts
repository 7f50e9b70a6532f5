import { describe, expect, it } from '@jest/globals';
import { enter, recordSymca } from '../../../../test/support/directory-histories.ts';
import { given } from '../../../../test/support/given-when-then.ts';
import { NCA, SYMCA, SYP, WYCA } from '../../../../test/support/named-histories.ts';
import { directory } from './directory.decider.ts';

const alone = given(
  directory,
  recordSymca({ bodyId: SYP, code: 'SYP', name: 'South Yorkshire Police', bodyKind: 'force' }),
);
const byAuthority = enter('change-overseer', { overseenBy: SYMCA, from: '7 May 2024' });
const byNobody = enter('change-overseer', { overseenByNobody: true });

describe('The overseer of a body', () => {
  it('can be named where there was none', () => {
    const [event] = alone.when(byAuthority).then({
      type: 'OverseerChanged',
      data: { bodyId: SYP, overseenBy: SYMCA, from: { from: '2024-05-07', precision: 'day', asPrinted: '7 May 2024' } },
    });
    expect(event?.data).not.toHaveProperty('was');
    expect(event?.data.concerns).toEqual([SYP]);
  });

  it('can change, and the one before is kept and concerned', () => {
    alone
      .and(enter('change-overseer', { overseenBy: NCA }))
      .when(enter('change-overseer', { overseenBy: WYCA }))
      .then({ type: 'OverseerChanged', data: { was: NCA, overseenBy: WYCA, concerns: [SYP, NCA, WYCA] } });
  });

  it('can be nobody any more', () => {
    const [event] = alone
      .and(byAuthority)
      .when(byNobody)
      .then({ type: 'OverseerChanged', data: { was: SYMCA } });
    expect(event?.data).not.toHaveProperty('overseenBy');
  });

  it('that is named already adds nothing', () => {
    alone
      .and(byAuthority)
      .when(enter('change-overseer', { overseenBy: SYMCA }))
      .thenNothing();
    alone.when(byNobody).thenNothing();
  });

  it('can’t be named again from another date', () => {
    const refusal = alone
      .and(byAuthority)
      .when({ ...byAuthority, from: '8 May 2024' })
      .thenRefused('overseer-stands');
    expect(refusal.sentence).toContain('correct the body');
  });

  it('has to be one body or nobody, said in one way', () => {
    alone.when(enter('change-overseer', {})).thenRefused('overseer-unclear');
    alone.when(enter('change-overseer', { overseenByNobody: false })).thenRefused('overseer-unclear');
    const both = enter('change-overseer', { overseenBy: SYMCA, overseenByNobody: true });
    expect(alone.when(both).thenRefused('overseer-unclear').sentence).toBe(
      'Name the body that oversees it, or say that nobody does: one of the two.',
    );
  });

  it('can’t be the body itself', () => {
    alone.when(enter('change-overseer', { overseenBy: SYP })).thenRefused('oversees-itself');
  });

  it('can’t change on a day that does not exist', () => {
    alone.when({ ...byAuthority, from: 'in due course' }).thenRefused('date-unclear');
  });
});
