import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { OIC_R1, SYMCA, SYP, WYCA, WYP, YHROCU } from '../../../../test/support/named-histories.ts';
import { HUMBERSIDE, recordOic, registerR1, toReport } from '../../../../test/support/report-histories.ts';
import type { Addressee } from './report.events.ts';
import { report } from './report.decider.ts';

const history = given(report, recordOic(), registerR1());

const fanOut = (...addressees: Addressee[]) => toReport('fan-out-finding', { finding: OIC_R1, addressees });
const syp: Addressee = { body: SYP, overseer: SYMCA };
const wyp: Addressee = { body: WYP, overseer: WYCA };
const yhrocu: Addressee = { body: YHROCU };

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
