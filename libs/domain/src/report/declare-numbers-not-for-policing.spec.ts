import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { LETTER_SY_OIC } from '../../../../test/support/named-histories.ts';
import {
  declareNumbers,
  OIC_R9,
  recordOic,
  registerR1,
  registerR9,
} from '../../../../test/support/report-histories.ts';
import { report } from './report.decider.ts';

const history = given(report, recordOic(), registerR1(), registerR9());

describe('Declaring numbers not for policing', () => {
  it('keeps the numbers as written, the ranges they mean and the words that say so', () => {
    history.when(declareNumbers({ words: 'four recommendations for policing', document: LETTER_SY_OIC })).then({
      type: 'NumbersDeclaredNotForPolicing',
      data: {
        asPrinted: '4-8 and 10',
        ranges: [
          { from: 4, to: 8 },
          { from: 10, to: 10 },
        ],
        words: 'four recommendations for policing',
        document: LETTER_SY_OIC,
      },
    });
  });

  it('adds nothing when they are declared already', () => {
    history.and(declareNumbers()).when(declareNumbers()).thenNothing();
  });

  it('can’t be repeated with other numbers', () => {
    history
      .and(declareNumbers())
      .when(declareNumbers({ numbers: '4-8' }))
      .thenRefused('numbers-already-declared');
  });

  it('can’t include a number that a registered finding bears', () => {
    const { sentence, because } = history.when(declareNumbers({ numbers: '4-10' })).thenRefused('number-registered');
    expect(sentence).toBe(
      'A number can’t be not for policing while a registered finding bears it (OIC-R9 Recommendation 9): leave it out, or correct the finding’s label first.',
    );
    expect(because).toEqual([{ kind: 'finding', id: OIC_R9, label: 'OIC-R9 Recommendation 9' }]);
  });

  it('takes no notice of a finding that bears no number', () => {
    given(report, recordOic(), registerR1({ label: undefined }))
      .when(declareNumbers({ numbers: '1-10' }))
      .then({ type: 'NumbersDeclaredNotForPolicing' });
  });

  it.each(['some', '8-4', '4-8 and 6', 'none'])('refuses “%s”, which can’t be read as numbers', (numbers) => {
    history.when(declareNumbers({ numbers })).thenRefused('numbers-unclear');
  });
});
