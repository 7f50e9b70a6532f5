import { describe, expect, it } from '@jest/globals';
import { id } from '../../../test/support/given-when-then.ts';
import { citesStill } from './citations.ts';

const LETTER = id('d', 1);
const OTHER = id('d', 2);
const PAPER = { document: LETTER };

/** Events with the ids e1, e2 and so on. */
const cited = (...events: readonly (readonly [type: string, data: object])[]): boolean =>
  citesStill(
    events.map(([type, data], index) => ({ id: `e${String(index + 1)}`, type, data })),
    LETTER,
  );

describe('A document', () => {
  it('is cited by what names it, also inside a list', () => {
    expect(cited(['PositionRecorded', PAPER])).toBe(true);
    expect(cited(['PositionRecorded', { document: OTHER }])).toBe(false);
    expect(cited(['DecisionRecorded', { changes: [{ kind: 'assignAction', ...PAPER }] }])).toBe(true);
  });

  it('is cited no longer once that was corrected, however often', () => {
    const corrected = ['PositionCorrected', { corrects: 'e1', was: PAPER, is: { document: OTHER } }] as const;
    expect(cited(['PositionRecorded', PAPER], corrected)).toBe(false);
    const back = ['PositionCorrected', { corrects: 'e2', was: { document: OTHER }, is: PAPER }] as const;
    expect(cited(['PositionRecorded', PAPER], corrected, back)).toBe(true);
    expect(
      cited(['PositionRecorded', PAPER], corrected, back, ['PositionRetracted', { corrects: 'e1', was: PAPER }]),
    ).toBe(false);
    expect(
      cited(['PositionRecorded', PAPER], corrected, back, ['PositionRetracted', { corrects: 'e3', was: PAPER }]),
    ).toBe(false);
  });

  it('is still cited when something else of it was corrected', () => {
    const words = ['ActionCorrected', { corrects: 'e1', was: { title: 'A' }, is: { title: 'B' } }] as const;
    expect(cited(['ActionAssigned', PAPER], words)).toBe(true);
    expect(cited(['ActionAssigned', PAPER], ['ActionCompleted', PAPER], ['ActionReopened', {}])).toBe(true);
  });

  it('is not cited by how it prints a finding that was retracted', () => {
    const label = ['FindingLabelRecorded', { finding: 'f1', ...PAPER }] as const;
    const retracted = (finding: string) => ['FindingRetracted', { corrects: 'e0', finding, was: {} }] as const;
    expect(cited(label, ['FindingLabelCorrected', { finding: 'f1', ...PAPER, corrects: 'e1', was: {}, is: {} }])).toBe(
      true,
    );
    expect(cited(label, ['FindingLabelRetracted', { finding: 'f1', ...PAPER, corrects: 'e1', was: {} }])).toBe(false);
    expect(cited(label, retracted('f2'))).toBe(true);
    expect(cited(label, retracted('f1'))).toBe(false);
  });
});
