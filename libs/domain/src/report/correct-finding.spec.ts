import { describe, expect, it } from '@jest/globals';
import { eventId, given, id, secretary } from '../../../../test/support/given-when-then.ts';
import { OIC_R1, SYP } from '../../../../test/support/named-histories.ts';
import {
  declareNumbers,
  HMICFRS,
  recordOic,
  registerFollowing,
  registerPrincipalFinding,
  registerR1,
  registerR9,
  ROCU21_PF,
  ROCU21_R1,
  toReport,
} from '../../../../test/support/report-histories.ts';
import type { CorrectFinding } from './correct-finding.ts';
import { report } from './report.decider.ts';
import { findingCopy, findingCorrectedBy } from './report.state.ts';

const correctionReason = 'The report was read again.';

function correctR1(fields: Parameters<typeof registerR1>[0] = {}): CorrectFinding {
  return { ...registerR1(fields), kind: 'correct-finding', correctionReason };
}

const fanOut = toReport('fan-out-finding', { finding: OIC_R1, addressees: [{ body: SYP }] });

describe('Correcting a finding', () => {
  it('names the event it corrects and keeps both values and the reason', () => {
    const [event] = given(report, recordOic(), registerR1({ deadlineAsPrinted: 'By 30 June 2026' }))
      .when(correctR1())
      .then({ type: 'FindingCorrected', data: { finding: OIC_R1, corrects: eventId(2), reason: correctionReason } });
    expect(event?.data).toMatchObject({
      was: { code: 'R1', deadline: { asPrinted: 'By 30 June 2026', date: '2026-06-30' } },
      is: { code: 'R1', deadline: { asPrinted: 'By 30 April 2026', date: '2026-04-30' } },
    });
  });

  it('changes what a recommendation copies, and says which event did', () => {
    const { state } = given(report, recordOic(), registerR1(), correctR1({ text: 'submits the document' }));
    expect(findingCopy(state, OIC_R1)?.text).toBe('submits the document');
    expect(findingCorrectedBy(state, OIC_R1)).toBe(eventId(3));
  });

  it('leaves what is left out as it was recorded', () => {
    const [event] = given(report, recordOic(), registerR1())
      .when(toReport('correct-finding', { finding: OIC_R1, text: 'submits the document', correctionReason }))
      .then({ type: 'FindingCorrected' });
    const { finding: _id, kind: _kind, ...asked } = registerR1();
    expect(event?.data).toMatchObject({
      is: {
        label: asked.label,
        text: 'submits the document',
        addressees: asked.addressees,
        deadline: { asPrinted: 'By 30 April 2026', date: '2026-04-30' },
      },
    });
  });

  it('takes away only what is cleared by name', () => {
    const clear = toReport('correct-finding', { finding: OIC_R1, clear: ['deadline', 'addressees'], correctionReason });
    const { state } = given(report, recordOic(), registerR1()).when(clear);
    expect(findingCopy(state, OIC_R1)?.deadline).toBeUndefined();
    expect(findingCopy(state, OIC_R1)?.label).toBe('Recommendation 1');
    given(report, recordOic(), registerR1())
      .when({ ...clear, clear: ['label'], label: 'R 1' })
      .thenRefused('clear-unclear');
  });

  it('says on whose authority it was registered, since when, and whether it is made up', () => {
    const marked = given(report, recordOic(), registerR1({ illustration: true, effectiveOn: '2025' }));
    const ask = { finding: OIC_R1, correctionReason };
    const [event] = marked
      .when(toReport('correct-finding', { ...ask, decidedByBody: HMICFRS, clear: ['illustration', 'effectiveOn'] }))
      .then({
        type: 'FindingCorrected',
        data: { was: { illustration: true }, is: { text: registerR1().text, decidedBy: { body: HMICFRS } } },
      });
    expect(event?.data).not.toHaveProperty('is.illustration');
    expect(event?.data).not.toHaveProperty('is.effectiveOn');
    expect(event?.data).not.toHaveProperty('illustration');
    expect(event?.data.decidedBy).toEqual({ person: secretary.person, post: secretary.post });
  });

  it('adds nothing when it stands so already', () => {
    given(report, recordOic(), registerR1()).when(correctR1()).thenNothing();
  });

  it('can’t change the code, which references print', () => {
    const { sentence } = given(report, recordOic(), registerR1())
      .when(correctR1({ code: 'R2' }))
      .thenRefused('code-fixed');
    expect(sentence).toBe(
      'OIC-R1 keeps its code, because references print it: retract the finding and register it under the right one.',
    );
  });

  it('can’t give it a number that was declared not for policing', () => {
    given(report, recordOic(), registerR1(), declareNumbers())
      .when(correctR1({ label: 'Recommendation 4' }))
      .thenRefused('number-declared');
  });

  it('can’t make it follow from itself or from what is no cause of concern', () => {
    const history = given(report, recordOic(), registerPrincipalFinding(), registerR1(), registerR9());
    history.when(correctR1({ parent: registerR9().finding })).thenRefused('parent-impossible');
    history
      .when(
        toReport('correct-finding', {
          finding: ROCU21_PF,
          code: 'PF',
          findingKind: 'recommendation',
          text: 'sustainable funding',
          parent: ROCU21_PF,
          correctionReason,
        }),
      )
      .thenRefused('parent-impossible');
  });

  it('keeps a cause of concern one while others follow from it', () => {
    const { because } = given(report, recordOic(), registerPrincipalFinding(), registerFollowing())
      .when(
        toReport('correct-finding', {
          finding: ROCU21_PF,
          code: 'PF',
          findingKind: 'recommendation',
          text: 'sustainable funding',
          correctionReason,
        }),
      )
      .thenRefused('finding-has-children');
    expect(because).toEqual([{ kind: 'finding', id: ROCU21_R1, label: 'OIC-R1' }]);
  });

  it('can change the words of a cause of concern that others follow from', () => {
    given(report, recordOic(), registerPrincipalFinding(), registerFollowing())
      .when(
        toReport('correct-finding', {
          finding: ROCU21_PF,
          code: 'PF',
          findingKind: 'causeOfConcern',
          text: 'sustainable funding',
          correctionReason,
        }),
      )
      .then({ type: 'FindingCorrected' });
  });

  it('can’t call it a strength once bodies have to answer it', () => {
    given(report, recordOic(), registerR1(), fanOut)
      .when(correctR1({ findingKind: 'strength' }))
      .thenRefused('finding-fanned-out');
    given(report, recordOic(), registerR1())
      .when(correctR1({ findingKind: 'strength' }))
      .then({ type: 'FindingCorrected' });
  });

  it('needs the finding, and words that can be read', () => {
    given(report, recordOic()).when(correctR1()).thenRefused('finding-unknown');
    given(report, recordOic(), registerR1())
      .when(correctR1({ finding: id('d', 99) }))
      .thenRefused('finding-unknown');
    given(report, recordOic(), registerR1())
      .when(correctR1({ subParts: ['first'] }))
      .thenRefused('sub-part-unclear');
  });
});
