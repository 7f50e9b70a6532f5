import { describe, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { expectYhsoc, HMICFRS, recordOic } from '../../../../test/support/report-histories.ts';
import { OIC, SYMCA } from '../../../../test/support/named-histories.ts';
import { report } from './report.decider.ts';

const published = { from: '2025-05-16', precision: 'day', asPrinted: '16 May 2025' } as const;

describe('Recording a report', () => {
  it('keeps its code and exact title, and its publication as a fact of its own that took effect on that day', () => {
    given(report)
      .when(recordOic())
      .then(
        {
          type: 'ReportRecorded',
          data: {
            report: OIC,
            code: 'OIC',
            title: 'improving the response to organised immigration crime',
            publisher: HMICFRS,
            body: SYMCA,
          },
        },
        { type: 'ReportPublished', data: { publishedOn: published, effectiveOn: published } },
      );
  });

  it('needs no publication: a report may be expected, on a date or none', () => {
    given(report).when(expectYhsoc()).then({ type: 'ReportRecorded' });
    given(report)
      .when(expectYhsoc({ expectedOn: 'December 2025' }))
      .then({
        type: 'ReportRecorded',
        data: {
          expectedOn: { from: '2025-12-01', to: '2025-12-31', precision: 'month', asPrinted: 'December 2025' },
        },
      });
  });

  it('adds nothing when the same report is recorded again', () => {
    given(report, recordOic()).when(recordOic()).thenNothing();
    given(report, expectYhsoc()).when(expectYhsoc()).thenNothing();
  });

  it.each([
    ['another code', { code: 'MSOIC' }],
    ['another title', { title: 'Improving the response' }],
    ['another publication date', { publishedOn: '17 May 2025' }],
  ])('can’t be repeated with %s', (_what, fields) => {
    given(report, recordOic()).when(recordOic(fields)).thenRefused('report-already-recorded');
  });

  it('must say whether the report is published or expected, and not both', () => {
    given(report)
      .when(recordOic({ publishedOn: undefined }))
      .thenRefused('publication-unclear');
    given(report)
      .when(recordOic({ expected: true }))
      .thenRefused('publication-unclear');
    given(report)
      .when(recordOic({ expectedOn: 'May 2025' }))
      .thenRefused('publication-unclear');
  });

  it('needs dates that can be read', () => {
    given(report)
      .when(recordOic({ publishedOn: 'last Friday' }))
      .thenRefused('date-unclear');
    given(report)
      .when(expectYhsoc({ expectedOn: 'soon' }))
      .thenRefused('date-unclear');
  });
});
