import { describe, expect, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { OIC_R1, R1_SYP, SYP } from '../../../../test/support/named-histories.ts';
import {
  recordOic,
  registerFollowing,
  registerPrincipalFinding,
  registerR1,
  ROCU21_PF,
  ROCU21_R1,
  toReport,
} from '../../../../test/support/report-histories.ts';
import { report } from './report.decider.ts';

const retract = (finding: string) =>
  toReport('retract-finding', { finding, reason: 'It was registered in the wrong report.' });

const fanOut = toReport('fan-out-finding', { finding: OIC_R1, addressees: [{ body: SYP }] });
const raised = (isRaisedInError: boolean) => ({ id: R1_SYP, reference: 'OIC-R1/SYP', body: SYP, isRaisedInError });

describe('Retracting a finding', () => {
  it('keeps what was registered and why it is wrong', () => {
    given(report, recordOic(), registerR1())
      .when(retract(OIC_R1))
      .then({
        type: 'FindingRetracted',
        data: { finding: OIC_R1, corrects: eventId(2), reason: 'It was registered in the wrong report.' },
      });
  });

  it('frees its code: a finding may be registered under it again', () => {
    given(report, recordOic(), registerR1(), retract(OIC_R1))
      .when(registerR1({ text: 'another text' }))
      .then({ type: 'FindingRegistered' });
  });

  it('adds nothing when it has been retracted already', () => {
    given(report, recordOic(), registerR1(), retract(OIC_R1)).when(retract(OIC_R1)).thenNothing();
  });

  it('can’t be done while bodies have to answer it, or will have to', () => {
    const history = given(report, recordOic(), registerR1(), fanOut);
    const { because } = history
      .when({ ...retract(OIC_R1), recommendations: [raised(false)] })
      .thenRefused('finding-fanned-out');
    expect(because).toEqual([{ kind: 'recommendation', id: R1_SYP, label: 'OIC-R1/SYP' }]);
    history.when(retract(OIC_R1)).thenRefused('finding-fanned-out');
    given(report, recordOic(), registerR1())
      .when({ ...retract(OIC_R1), recommendations: [raised(false)] })
      .thenRefused('finding-fanned-out');
  });

  it('can be done once everything raised from it stands as raised in error', () => {
    given(report, recordOic(), registerR1(), fanOut)
      .when({ ...retract(OIC_R1), recommendations: [raised(true)] })
      .then({ type: 'FindingRetracted' });
  });

  it('can’t be done while others follow from it', () => {
    const history = given(report, recordOic(), registerPrincipalFinding(), registerFollowing());
    history.when(retract(ROCU21_PF)).thenRefused('finding-has-children');
    history.and(retract(ROCU21_R1)).when(retract(ROCU21_PF)).then({ type: 'FindingRetracted' });
  });

  it('needs the finding', () => {
    given(report, recordOic()).when(retract(OIC_R1)).thenRefused('finding-unknown');
  });
});
