import { describe, it } from '@jest/globals';
import { eventId, given, secretary } from '../../../../test/support/given-when-then.ts';
import { expectYhsoc, HMICFRS, recordOic, toReport } from '../../../../test/support/report-histories.ts';
import { report } from './report.decider.ts';

const correction = (publishedOn: string) =>
  toReport('correct-report-date', { publishedOn, correctionReason: 'The news item names the day.' });

describe('Correcting a publication date', () => {
  it('names the event it corrects and keeps both dates and the reason', () => {
    given(report, recordOic({ publishedOn: '6 May 2025' }))
      .when(correction('16 May 2025'))
      .then({
        type: 'ReportDateCorrected',
        data: {
          corrects: eventId(1),
          was: { publishedOn: { from: '2025-05-06', precision: 'day', asPrinted: '6 May 2025' } },
          is: {
            publishedOn: { from: '2025-05-16', precision: 'day', asPrinted: '16 May 2025' },
            effectiveOn: { from: '2025-05-16' },
          },
          reason: 'The news item names the day.',
        },
      });
  });

  it('keeps the words that the report prints, where it prints a wrong date', () => {
    const printsAnotherYear = toReport('correct-report-date', {
      publishedOn: '16 May 2025',
      asPrinted: '16 May 2024',
      correctionReason: 'It prints another year.',
    });
    const history = given(report, recordOic({ publishedOn: '16 May 2024' }));
    history.when(printsAnotherYear).then({
      type: 'ReportDateCorrected',
      data: { is: { publishedOn: { from: '2025-05-16', precision: 'day', asPrinted: '16 May 2024' } } },
    });
    history
      .and(printsAnotherYear)
      .when(correction('May 2025'))
      .then({
        type: 'ReportDateCorrected',
        data: { is: { publishedOn: { from: '2025-05-01', precision: 'month', asPrinted: '16 May 2024' } } },
      });
    history.and(printsAnotherYear).when(printsAnotherYear).thenNothing();
  });

  it('puts a misread print in its place and leaves the date', () => {
    given(report, recordOic({ publishedOn: '16 May 2025' }))
      .when(toReport('correct-report-date', { asPrinted: '16th May 2025', correctionReason: 'As printed.' }))
      .then({
        type: 'ReportDateCorrected',
        data: { is: { publishedOn: { from: '2025-05-16', precision: 'day', asPrinted: '16th May 2025' } } },
      });
  });

  it('names the last correction when it is corrected again', () => {
    given(report, recordOic({ publishedOn: '6 May 2025' }), correction('16 June 2025'))
      .when(correction('16 May 2025'))
      .then({ type: 'ReportDateCorrected', data: { corrects: eventId(2) } });
  });

  it('adds nothing when the date stands already', () => {
    given(report, recordOic()).when(correction('16 May 2025')).thenNothing();
  });

  it('can’t stand in for the publication of an expected report', () => {
    given(report, expectYhsoc()).when(correction('18 December 2025')).thenRefused('report-not-published');
  });

  it('can say who published it, and leaves the date as it was recorded', () => {
    given(report, recordOic())
      .when(toReport('correct-report-date', { decidedByBody: HMICFRS, correctionReason: 'A slip.' }))
      .then({
        type: 'ReportDateCorrected',
        data: {
          was: { publishedOn: { from: '2025-05-16' }, decidedBy: { post: secretary.post } },
          is: { publishedOn: { from: '2025-05-16' }, decidedBy: { body: HMICFRS } },
        },
      });
  });

  it('can’t say that it took effect on another day than the one it says', () => {
    given(report, recordOic())
      .when({ ...correction('17 May 2025'), effectiveOn: '18 May 2025' })
      .thenRefused('effective-on-follows');
    given(report, recordOic())
      .when({ ...correction('17 May 2025'), clear: ['effectiveOn'] })
      .thenRefused('effective-on-follows');
  });

  it('needs a date that can be read', () => {
    given(report, recordOic()).when(correction('in due course')).thenRefused('date-unclear');
  });
});
