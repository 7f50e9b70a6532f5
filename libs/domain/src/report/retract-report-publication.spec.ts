import { describe, it } from '@jest/globals';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { expectYhsoc, recordOic, toReport } from '../../../../test/support/report-histories.ts';
import { report } from './report.decider.ts';

const retraction = toReport('retract-report-publication', { reason: 'Only an embargoed copy had been sent.' });
const publication = toReport('record-report-publication', { publishedOn: '18 December 2025' });

describe('Retracting a publication', () => {
  it('keeps what was recorded and why it is wrong', () => {
    given(report, recordOic())
      .when(retraction)
      .then({
        type: 'ReportPublicationRetracted',
        data: {
          corrects: eventId(1),
          was: { publishedOn: { from: '2025-05-16', precision: 'day', asPrinted: '16 May 2025' } },
          reason: 'Only an embargoed copy had been sent.',
        },
      });
  });

  it('makes the report an expected one, which can be published', () => {
    given(report, expectYhsoc(), publication, retraction).when(publication).then({ type: 'ReportPublished' });
  });

  it('adds nothing when it has been retracted already', () => {
    given(report, recordOic(), retraction).when(retraction).thenNothing();
  });

  it('can’t be done to a report that was never published', () => {
    given(report, expectYhsoc()).when(retraction).thenRefused('report-not-published');
  });
});
