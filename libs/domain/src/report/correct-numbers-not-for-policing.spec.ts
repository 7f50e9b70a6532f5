import { describe, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import {
  declareNumbers,
  recordOic,
  registerR1,
  registerR9,
  toReport,
} from '../../../../test/support/report-histories.ts';
import { report } from './report.decider.ts';

const history = given(report, recordOic(), registerR1(), declareNumbers({ numbers: '4-10' }));

const correct = (numbers: string) =>
  toReport('correct-numbers-not-for-policing', { numbers, correctionReason: 'Recommendation 9 is for policing.' });

describe('Correcting the numbers not for policing', () => {
  it('names the event it corrects and keeps both values and the reason', () => {
    history.when(correct('4-8 and 10')).then({
      type: 'NumbersNotForPolicingCorrected',
      data: {
        corrects: eventId(3),
        was: { asPrinted: '4-10', ranges: [{ from: 4, to: 10 }] },
        is: {
          asPrinted: '4-8 and 10',
          ranges: [
            { from: 4, to: 8 },
            { from: 10, to: 10 },
          ],
        },
        reason: 'Recommendation 9 is for policing.',
      },
    });
  });

  it('leaves what is left out as it was recorded', () => {
    const words = 'The four recommendations for policing';
    history
      .when(toReport('correct-numbers-not-for-policing', { words, correctionReason: 'Quoted too short.' }))
      .then({ type: 'NumbersNotForPolicingCorrected', data: { is: { asPrinted: '4-10', words } } });
  });

  it('makes room for a finding that bears the number', () => {
    history.when(registerR9()).thenRefused('number-declared');
    history.and(correct('4-8 and 10')).when(registerR9()).then({ type: 'FindingRegistered' });
  });

  it('takes the declaration back with “none”', () => {
    history.and(correct('none')).when(registerR9()).then({ type: 'FindingRegistered' });
  });

  it('adds nothing when it stands so already', () => {
    history.when(correct('4-10')).thenNothing();
  });

  it('can’t take in a number that a registered finding bears', () => {
    history.when(correct('1-10')).thenRefused('number-registered');
  });

  it('needs a declaration, and numbers that can be read', () => {
    given(report, recordOic()).when(correct('4-8')).thenRefused('numbers-not-declared');
    history.when(correct('most of them')).thenRefused('numbers-unclear');
  });
});
