import { describe, expect, it } from '@jest/globals';
import { given, id } from '../../../../test/support/given-when-then.ts';
import { OIC_R1, YHSOC_AFI_A } from '../../../../test/support/named-histories.ts';
import {
  declareNumbers,
  expectYhsoc,
  recordOic,
  registerAfiA,
  registerFollowing,
  registerPrincipalFinding,
  registerR1,
  registerR9,
  ROCU21_PF,
} from '../../../../test/support/report-histories.ts';
import { FINDING_KINDS } from './finding.ts';
import { report } from './report.decider.ts';
import { findingCopy, findingCorrectedBy, findingReference } from './report.state.ts';

describe('Registering a finding', () => {
  it('keeps our code, the label and the words as printed, and reads the day from the deadline', () => {
    given(report, recordOic())
      .when(registerR1())
      .then({
        type: 'FindingRegistered',
        data: {
          finding: OIC_R1,
          code: 'R1',
          findingKind: 'recommendation',
          label: 'Recommendation 1',
          text: 'the reporting officer completes and submits the required intelligence document',
          subParts: [],
          addressees: ['chief constables'],
          deadline: { asPrinted: 'By 30 April 2026', date: '2026-04-30' },
        },
      });
  });

  it('keeps sub-parts that can be answered one by one, before the report is published too', () => {
    given(report, expectYhsoc())
      .when(registerAfiA())
      .then({
        type: 'FindingRegistered',
        data: {
          finding: YHSOC_AFI_A,
          subParts: [
            { letter: 'a', text: 'the quality and consistency of 4P plans' },
            { letter: 'b', text: 'how they record disruption activity on APMIS' },
            { letter: 'c', text: 'the recording of unmet demand on APMIS' },
          ],
        },
      });
  });

  it.each(FINDING_KINDS)('takes the kind %s', (findingKind) => {
    given(report, recordOic())
      .when(registerR1({ findingKind }))
      .then({ type: 'FindingRegistered', data: { findingKind } });
  });

  it('keeps a deadline that names no day as it is printed', () => {
    given(report, recordOic())
      .when(registerR1({ deadlineAsPrinted: 'in due course' }))
      .then({ type: 'FindingRegistered', data: { deadline: { asPrinted: 'in due course' } } });
  });

  it('lets a cause of concern lead to its recommendations', () => {
    given(report, recordOic(), registerPrincipalFinding())
      .when(registerFollowing())
      .then({ type: 'FindingRegistered', data: { parent: ROCU21_PF } });
  });

  it('lets several findings be printed alike: only our code is unique', () => {
    given(report, recordOic(), registerR1())
      .when(registerR9({ label: 'Recommendation 1' }))
      .then({ type: 'FindingRegistered' });
  });

  it('adds nothing when it is registered again', () => {
    given(report, recordOic(), registerR1()).when(registerR1()).thenNothing();
  });

  it('can’t be repeated with other content', () => {
    const { sentence, because } = given(report, recordOic(), registerR1())
      .when(registerR1({ text: 'submits the document' }))
      .thenRefused('finding-already-registered');
    expect(sentence).toBe('OIC-R1 has been registered already, with other content: correct it instead.');
    expect(because).toEqual([{ kind: 'finding', id: OIC_R1, label: 'OIC-R1 Recommendation 1' }]);
  });

  it('can’t use a code that another finding of the report has', () => {
    const { because } = given(report, recordOic(), registerAfiA())
      .when(registerR1({ code: 'AFI-A' }))
      .thenRefused('code-taken');
    expect(because).toEqual([{ kind: 'finding', id: YHSOC_AFI_A, label: 'OIC-AFI-A' }]);
  });

  it('can’t bear a number that was declared not for policing, until that declaration is corrected', () => {
    const { sentence } = given(report, recordOic(), declareNumbers())
      .when(registerR9({ label: 'Recommendation 10' }))
      .thenRefused('number-declared');
    expect(sentence).toBe(
      'Number 10 has been declared not for policing (“4-8 and 10”): correct those numbers first, or the label.',
    );
    given(report, recordOic(), declareNumbers()).when(registerR9()).then({ type: 'FindingRegistered' });
  });

  it('can’t follow from anything but a cause of concern of the same report', () => {
    const history = given(report, recordOic(), registerPrincipalFinding(), registerR9());
    history.when(registerR1({ parent: registerR9().finding })).thenRefused('parent-impossible');
    history.when(registerR1({ parent: id('d', 99) })).thenRefused('finding-unknown');
    history.when(registerR1({ findingKind: 'causeOfConcern', parent: ROCU21_PF })).thenRefused('parent-impossible');
  });

  it.each(['the quality of plans', 'a the quality', 'A: the quality', 'aa: the quality', 'a:', ': the quality'])(
    'refuses the sub-part “%s”, which can’t be read',
    (line) => {
      given(report, recordOic())
        .when(registerR1({ subParts: [line] }))
        .thenRefused('sub-part-unclear');
    },
  );

  it('reads a sub-part however it is spaced, and over several lines', () => {
    given(report, recordOic())
      .when(registerR1({ subParts: ['  a :the quality\nof plans  '] }))
      .then({ type: 'FindingRegistered', data: { subParts: [{ letter: 'a', text: 'the quality\nof plans' }] } });
  });

  it('refuses two sub-parts of the same letter', () => {
    given(report, recordOic())
      .when(registerR1({ subParts: ['a: one', 'a: another'] }))
      .thenRefused('sub-part-twice');
  });

  it('refuses a deadline that seems to name a day and doesn’t', () => {
    given(report, recordOic())
      .when(registerR1({ deadlineAsPrinted: 'By 31 April 2026' }))
      .thenRefused('deadline-unclear');
  });

  it('needs the report', () => {
    given(report).when(registerR1()).thenRefused('report-not-recorded');
  });
});

describe('What the report tells of a finding', () => {
  it('is what a recommendation copies, and the reference that it begins with', () => {
    const { state } = given(report, recordOic(), registerR1());
    expect(findingCopy(state, OIC_R1)).toEqual({
      kind: 'recommendation',
      label: 'Recommendation 1',
      text: 'the reporting officer completes and submits the required intelligence document',
      subParts: [],
      deadline: { asPrinted: 'By 30 April 2026', date: '2026-04-30' },
    });
    expect(findingReference(state, OIC_R1)).toBe('OIC-R1');
    expect(findingCorrectedBy(state, OIC_R1)).toBeUndefined();
  });

  it('is nothing when the report has no such finding, or is no report', () => {
    for (const { state } of [given(report), given(report, recordOic())]) {
      expect(findingCopy(state, OIC_R1)).toBeUndefined();
      expect(findingReference(state, OIC_R1)).toBeUndefined();
      expect(findingCorrectedBy(state, OIC_R1)).toBeUndefined();
    }
  });
});
