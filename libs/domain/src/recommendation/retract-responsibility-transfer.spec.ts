import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { acceptance, closure, NCA, raiseR1, send, SYMCA, WYCA } from '../../../../test/support/named-histories.ts';

const transfer = (overseer: string) =>
  send('transfer-responsibility', { overseer, effectiveOn: '10 May 2021', reason: 'The functions passed on.' });
const retract = (reason = 'Another body was meant.') => send('retract-responsibility-transfer', { reason });
const transferred = given(recommendation, raiseR1(), transfer(WYCA));

describe('A transfer of the oversight that never happened', () => {
  it('is retracted, concerns both bodies, and who oversaw it before does so again', () => {
    transferred.when(retract()).then({
      type: 'ResponsibilityTransferRetracted',
      data: {
        corrects: eventId(1),
        was: WYCA,
        stands: SYMCA,
        reason: 'Another body was meant.',
        concerns: [WYCA, SYMCA],
      },
    });
    const after = transferred.and(retract());
    expect(after.state).toMatchObject({ overseer: SYMCA, raised: { recordedBy: eventId(0) } });
    after.when(acceptance()).then({ type: 'PositionRecorded', data: { concerns: [SYMCA] } });
  });

  it('leaves the one before it, which can be retracted in turn', () => {
    const twice = transferred.and(transfer(NCA));
    twice
      .when(retract())
      .then({ type: 'ResponsibilityTransferRetracted', data: { corrects: eventId(2), was: NCA, stands: WYCA } });
    twice
      .and(retract())
      .when(retract('That one neither.'))
      .then({ type: 'ResponsibilityTransferRetracted', data: { corrects: eventId(1), was: WYCA, stands: SYMCA } });
  });

  it('leaves nobody where nobody oversaw it before', () => {
    const before = given(recommendation, raiseR1({ overseer: undefined }), transfer(WYCA));
    const [retracted] = before
      .when(retract())
      .then({ type: 'ResponsibilityTransferRetracted', data: { was: WYCA, concerns: [WYCA] } });
    expect(retracted?.data).not.toHaveProperty('stands');
    expect(before.and(retract()).state).toMatchObject({ overseer: undefined });
  });

  it('is retracted as it was corrected last, also when the recommendation is closed', () => {
    transferred
      .and(send('correct-recommendation', { overseer: NCA, correctionReason: 'Misread.' }), acceptance(), closure())
      .when(retract())
      .then({ type: 'ResponsibilityTransferRetracted', data: { corrects: eventId(1), was: NCA, stands: SYMCA } });
  });

  it('is retracted once: the same again takes nothing more', () => {
    transferred.and(transfer(NCA), retract()).when(retract()).thenNothing();
  });

  it('is not there to retract when the oversight never passed on', () => {
    const { sentence } = given(recommendation, raiseR1()).when(retract()).thenRefused('not-transferred');
    expect(sentence).toBe(
      'No transfer of the oversight of OIC-R1/SYP stands: there is nothing to retract. If its overseer is wrong, correct the recommendation.',
    );
  });
});
