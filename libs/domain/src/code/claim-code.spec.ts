import { describe, expect, it } from '@jest/globals';
import { given, id, secretary } from '../../../../test/support/given-when-then.ts';
import { CCOB_DECISION, names, OIC } from '../../../../test/support/named-histories.ts';
import type { ClaimCode } from './claim-code.ts';
import { code } from './code.decider.ts';
import { CODE_FORMS } from './code.events.ts';
import { narrateCode } from './code.narrative.ts';

const claim = (fields: Partial<ClaimCode> = {}): ClaimCode => ({
  kind: 'claim-code',
  by: secretary,
  codeKind: 'report',
  code: 'OIC',
  target: `report-${OIC}`,
  claimedBy: id('f', 100),
  ...fields,
});

describe('A code', () => {
  it('belongs to what claims it first', () => {
    given(code)
      .when(claim())
      .then({
        type: 'CodeClaimed',
        data: { codeKind: 'report', code: 'OIC', target: `report-${OIC}`, claimedBy: id('f', 100) },
      });
  });

  it('that is claimed again for the same thing, as a retry does, adds nothing', () => {
    given(code, claim()).when(claim()).thenNothing();
    given(code, claim())
      .when(claim({ claimedBy: id('f', 101) }))
      .thenNothing();
  });

  it('can’t be claimed for something else', () => {
    const { sentence, because } = given(code, claim())
      .when(claim({ target: `report-${id('d', 99)}` }))
      .thenRefused('code-taken');
    expect(sentence).toBe('The report code OIC is taken. Choose another.');
    expect(because).toEqual([{ kind: 'report', id: OIC, label: 'OIC' }]);
  });

  it('passes on from what was recorded in error to what is recorded in its place, and to nothing else', () => {
    const passed = claim({ target: `report-${id('d', 99)}`, from: `report-${OIC}` });
    given(code, claim())
      .when(passed)
      .then({ type: 'CodePassedOn', data: { target: `report-${id('d', 99)}`, from: `report-${OIC}` } });
    given(code, claim(), passed).when(claim()).thenRefused('code-taken');
    given(code, claim())
      .when({ ...passed, from: `report-${id('d', 98)}` })
      .thenRefused('code-taken');
  });

  it.each([
    ['decision', 'The decision number 12 is taken. Choose another.'],
    ['document', 'The document code 12 is taken. Choose another.'],
    ['series', 'The series code 12 is taken. Choose another.'],
  ] as const)('of a %s is called what people call it', (codeKind, expected) => {
    const { sentence } = given(code, claim({ codeKind, code: '12' }))
      .when(claim({ codeKind, code: '12', target: `${codeKind}-${id('d', 99)}` }))
      .thenRefused('code-taken');
    expect(sentence).toBe(expected);
  });

  it('reads as a sentence when it is claimed, for every event there is', () => {
    const { events } = given(
      code,
      claim({ codeKind: 'decision', code: '2025-1', target: `decision-${OIC}` }),
      claim({
        ...{ codeKind: 'decision', code: '2025-1' },
        target: `decision-${CCOB_DECISION}`,
        from: `decision-${OIC}`,
      }),
    );
    expect(events.map((event) => narrateCode(event, names))).toEqual([
      expect.stringMatching(/^A. Secretary \(Secretary of the board\) claimed the decision number 2025-1 for /),
      'A. Secretary (Secretary of the board) passed the decision number 2025-1 on to CCOB-2025-1, because it had been recorded of another in error.',
    ]);
    expect(events.map(({ type }) => type)).toEqual(Object.keys(CODE_FORMS));
  });
});
