import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { OIC_R1, SYMCA, SYP, WYCA, WYP, YHROCU } from '../../../../test/support/named-histories.ts';
import { HUMBERSIDE, recordOic, registerR1, toReport } from '../../../../test/support/report-histories.ts';
import type { Addressee } from './report.events.ts';
import { report } from './report.decider.ts';
import type { RaisedFromFinding } from './report.state.ts';

const history = given(report, recordOic(), registerR1());

const fanOut = (...addressees: Addressee[]) => toReport('fan-out-finding', { finding: OIC_R1, addressees });
const syp: Addressee = { body: SYP, overseer: SYMCA };
const wyp: Addressee = { body: WYP, overseer: WYCA };
const yhrocu: Addressee = { body: YHROCU };
const raised = (body: string, isRaisedInError = false): RaisedFromFinding => ({
  id: body,
  reference: `OIC-R1/${body === SYP ? 'SYP' : 'WYP'}`,
  body,
  isRaisedInError,
});
const inError = (body: string) => raised(body, true);

describe('Fanning a finding out', () => {
  it('lets it fall on each body, the regional unit too, and concerns them and their overseers', () => {
    history.when(fanOut(syp, wyp, yhrocu)).then({
      type: 'FindingFannedOut',
      data: {
        finding: OIC_R1,
        addressees: [syp, wyp, yhrocu],
        body: SYMCA,
        concerns: [SYP, WYP, WYCA, YHROCU],
      },
    });
  });

  it('adds only the bodies that it has not fallen on before', () => {
    const then = history.and(fanOut(syp)).when(fanOut(syp, wyp));
    then.then({ type: 'FindingFannedOut', data: { addressees: [wyp] } });
    expect(then.state).toMatchObject({ findings: { [OIC_R1]: { fannedOutTo: [syp, wyp] } } });
  });

  it('says which bodies were passed over, because it falls on them already or was raised to them in error', () => {
    const asked = { ...fanOut(syp, wyp, yhrocu), recommendations: [raised(SYP), inError(WYP)] };
    const then = history.and(fanOut(syp)).when(asked);
    then.then({
      type: 'FindingFannedOut',
      data: {
        addressees: [yhrocu],
        skipped: [
          { body: SYP, because: 'fallsOnItAlready' },
          { body: WYP, because: 'raisedInError' },
        ],
      },
    });
  });

  it('can’t raise it again where it was raised in error, and says where', () => {
    const { sentence, because } = history
      .and(fanOut(syp, wyp))
      .when({ ...fanOut(syp, wyp), recommendations: [raised(SYP), inError(WYP)] })
      .thenRefused('raised-in-error');
    expect(sentence).toBe(
      'OIC-R1/WYP stands in the record as raised in error, so nothing was raised there again: leave the body out, or say that it was no error.',
    );
    expect(because).toEqual([{ kind: 'recommendation', id: WYP, label: 'OIC-R1/WYP' }]);
    history.when({ ...fanOut(syp), recommendations: [inError(WYP)] }).then({ type: 'FindingFannedOut' });
  });

  it('takes a body that is named twice once', () => {
    history.when(fanOut(syp, syp)).then({ type: 'FindingFannedOut', data: { addressees: [syp] } });
  });

  it('adds nothing when it has fallen on all of them', () => {
    history.and(fanOut(syp, wyp)).when(fanOut(wyp, syp)).thenNothing();
    history.when(fanOut()).thenNothing();
  });

  it('can’t give a body another overseer', () => {
    const { because } = history
      .and(fanOut(syp))
      .when(fanOut({ body: SYP, overseer: WYCA }, { body: HUMBERSIDE }))
      .thenRefused('overseer-differs');
    expect(because).toMatchObject([{ kind: 'body', id: SYP }]);
    history
      .and(fanOut(syp))
      .when(fanOut({ body: SYP }))
      .thenRefused('overseer-differs');
    history.when(fanOut(syp, { body: SYP, overseer: WYCA })).thenRefused('overseer-differs');
  });

  it('can’t be done to a strength, which asks nothing', () => {
    given(report, recordOic(), registerR1({ findingKind: 'strength' }))
      .when(fanOut(syp))
      .thenRefused('strength-asks-nothing');
  });

  it('needs the finding', () => {
    given(report, recordOic()).when(fanOut(syp)).thenRefused('finding-unknown');
  });
});
