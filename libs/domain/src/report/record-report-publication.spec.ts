import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import { expectYhsoc, recordOic, registerAfiA, toReport } from '../../../../test/support/report-histories.ts';
import { report } from './report.decider.ts';

const publication = (publishedOn: string) => toReport('record-report-publication', { publishedOn });
const day = { from: '2025-12-18', precision: 'day', asPrinted: '18 December 2025' } as const;

describe('Recording the publication of an expected report', () => {
  it('keeps the date, on which it took effect, and what was registered before', () => {
    const history = given(report, expectYhsoc(), registerAfiA());
    const then = history.when(publication('18 December 2025'));
    then.then({ type: 'ReportPublished', data: { publishedOn: day, effectiveOn: day } });
    expect(then.state).toMatchObject({ publication: { fields: { publishedOn: day } }, findings: expect.any(Object) });
  });

  it('adds nothing when that date stands already', () => {
    given(report, recordOic()).when(publication('16 May 2025')).thenNothing();
  });

  it('can’t happen twice: another date is a correction', () => {
    const { sentence } = given(report, recordOic())
      .when(publication('17 May 2025'))
      .thenRefused('report-already-published');
    expect(sentence).toBe(
      'The publication of OIC has been recorded already (16 May 2025): correct the date if it is wrong.',
    );
  });

  it('needs a date that can be read, and a report', () => {
    given(report, expectYhsoc()).when(publication('tomorrow')).thenRefused('date-unclear');
    given(report).when(publication('18 December 2025')).thenRefused('report-not-recorded');
  });
});
