import { describe, expect, it } from '@jest/globals';
import { eventId, given, secretary } from '../../../../test/support/given-when-then.ts';
import { expectYhsoc, HMICFRS, recordOic, toReport } from '../../../../test/support/report-histories.ts';
import { report } from './report.decider.ts';

const title = 'improving the response to organised immigration crime';

describe('Correcting what a report is', () => {
  it('names the event it corrects and keeps both values and the reason', () => {
    given(report, recordOic({ title: 'Improving the response', publisher: undefined }))
      .when(toReport('correct-report', { title, publisher: HMICFRS, correctionReason: 'The title was shortened.' }))
      .then({
        type: 'ReportCorrected',
        data: {
          corrects: eventId(0),
          was: { title: 'Improving the response', decidedBy: { post: secretary.post } },
          is: { title, publisher: HMICFRS },
          reason: 'The title was shortened.',
        },
      });
  });

  it('keeps the expected date unless another is given', () => {
    const expected = expectYhsoc({ expectedOn: 'December 2025' });
    const { title: yhsoc } = expected;
    const december = { from: '2025-12-01', to: '2025-12-31', precision: 'month', asPrinted: 'December 2025' } as const;
    given(report, expected)
      .when(toReport('correct-report', { clear: ['publisher'], correctionReason: 'It has no publisher yet.' }))
      .then({ type: 'ReportCorrected', data: { is: { title: yhsoc, expectedOn: december } } });
    given(report, expected)
      .when(
        toReport('correct-report', {
          title: yhsoc,
          publisher: HMICFRS,
          expectedOn: '18 December 2025',
          correctionReason: 'The day has been named.',
        }),
      )
      .then({ type: 'ReportCorrected', data: { is: { expectedOn: { from: '2025-12-18' } } } });
  });

  it('says who recorded it on whose authority, and takes the mark of an illustration away', () => {
    const marked = given(report, recordOic({ illustration: true, effectiveOn: '2025' }));
    const correctionReason = 'It is no illustration.';
    const [event] = marked
      .when(toReport('correct-report', { decidedByBody: HMICFRS, clear: ['illustration'], correctionReason }))
      .then({ type: 'ReportCorrected', data: { is: { title, decidedBy: { body: HMICFRS } } } });
    expect(event?.data).toMatchObject({ was: { illustration: true }, is: { effectiveOn: { from: '2025-01-01' } } });
    expect(event?.data).not.toHaveProperty('is.illustration');
    expect(event?.data).not.toHaveProperty('illustration');
  });

  it('adds nothing when it stands so already', () => {
    given(report, recordOic())
      .when(toReport('correct-report', { title, publisher: HMICFRS, correctionReason: 'No change.' }))
      .thenNothing();
  });

  it('needs an expected date that can be read', () => {
    given(report, expectYhsoc())
      .when(toReport('correct-report', { title, expectedOn: 'before long', correctionReason: 'It was named.' }))
      .thenRefused('date-unclear');
  });
});
