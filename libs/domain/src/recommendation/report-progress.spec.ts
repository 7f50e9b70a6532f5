import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { given, id } from '../../../../test/support/given-when-then.ts';
import {
  ACT_05,
  ACT_16,
  assignAct16,
  LETTER_SY_OIC,
  linkAct05,
  raiseAfiA,
  raiseR1,
  send,
} from '../../../../test/support/named-histories.ts';

const report = send('report-progress', {
  action: ACT_16,
  progress: id('f', 41),
  words: 'The form is in use in two districts.',
});
const assigned = given(recommendation, raiseR1(), assignAct16());

describe('Progress', () => {
  it('is reported on an open action in the words of who reports it', () => {
    const [reported] = assigned.when(report).then({
      type: 'ProgressReported',
      data: {
        action: ACT_16,
        progress: report.progress,
        reference: 'OIC-R1/SYP/1:N1',
        words: 'The form is in use in two districts.',
      },
    });
    expect(reported?.data).not.toHaveProperty('document');
  });

  it('can’t be reported again in the same words from the same paper, while that is the last note', () => {
    const again = { ...report, progress: id('f', 43) };
    const { sentence, because } = assigned.and(report).when(again).thenRefused('progress-stands');
    expect(sentence).toBe('The last note, OIC-R1/SYP/1:N1, says this already: report what is new.');
    expect(because).toEqual([{ kind: 'progress', id: report.progress, label: `OIC-R1/SYP/1:N1 “${report.words}”` }]);
    const between = { ...report, progress: id('f', 44), words: 'The form has been withdrawn.' };
    assigned
      .and(report, between)
      .when(again)
      .then({ type: 'ProgressReported', data: { reference: 'OIC-R1/SYP/1:N3' } });
  });

  it('can be reported again in the same words with another paper, as another note', () => {
    assigned
      .and(report)
      .when({ ...report, progress: id('f', 42), document: LETTER_SY_OIC })
      .then({
        type: 'ProgressReported',
        data: { progress: id('f', 42), reference: 'OIC-R1/SYP/1:N2', document: LETTER_SY_OIC },
      });
  });

  it('adds nothing when the note is there already, even when the action has ended since', () => {
    assigned.and(report).when(report).thenNothing();
    assigned
      .and(report, send('complete-action', { action: ACT_16 }))
      .when(report)
      .thenNothing();
  });

  it.each([
    ['words', { words: 'The form is in use everywhere.' }],
    ['evidence', { document: LETTER_SY_OIC }],
  ])('can’t be reported in the same note with other %s', (_what, other) => {
    const { sentence } = assigned
      .and(report)
      .when({ ...report, ...other })
      .thenRefused('progress-already-reported');
    expect(sentence).toBe('OIC-R1/SYP/1:N1 has been recorded with other content: correct it instead.');
  });

  it('can’t be reported once the action has ended', () => {
    const { sentence } = assigned
      .and(send('withdraw-action', { action: ACT_16, reason: 'Overtaken.' }))
      .when(report)
      .thenRefused('action-ended');
    expect(sentence).toBe('The action is withdrawn. Reopen it first if it has to change.');
  });

  it('can’t be reported where the action is only linked', () => {
    given(recommendation, raiseAfiA(), linkAct05())
      .when({ ...report, action: ACT_05 })
      .thenRefused('action-elsewhere');
  });
});
