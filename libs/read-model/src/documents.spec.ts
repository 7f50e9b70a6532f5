import { describe, expect, it } from '@jest/globals';
import { document } from '#domain';
import { recordLetterSy, recordLetterWy, toDocument } from '../../../test/support/document-histories.ts';
import { given } from '../../../test/support/given-when-then.ts';
import { LogOfEvents } from '../../../test/support/log-of-events.ts';
import { LETTER_SY_OIC, LETTER_WY_YHSOC, OIC, SYMCA, YHSOC } from '../../../test/support/named-histories.ts';
import { projected, stepByStep, storyOf } from '../../../test/support/projected.ts';

describe('Documents', () => {
  it('follow every event', () => {
    const steps = stepByStep(storyOf('document'), ({ documents }) => documents.get(LETTER_SY_OIC));
    const printed = '26th June 2024';
    expect(steps).toMatchObject([
      [
        'DocumentRecorded',
        {
          title: 'Response from Kilvinder Vigurs',
          answersReport: OIC,
          issuedBy: SYMCA,
          date: { from: '2024-06-26', asPrinted: printed },
          publications: [],
        },
      ],
      ['DocumentCorrected', { title: 'Response', date: { from: '2024-06-26' } }],
      [
        'DocumentDateCorrected',
        {
          date: { from: '2025-06-26' },
          dateAsWritten: { asPrinted: printed },
          dateCorrection: { was: { asPrinted: printed }, reason: 'The year is wrong.' },
        },
      ],
      [
        'DocumentPublished',
        { publications: [{ publishedOn: { from: '2025-06-26' }, where: 'https://www.southyorkshire-ca.gov.uk' }] },
      ],
      ['DocumentPublicationCorrected', { publications: [{ publishedOn: { from: '2025-06-27' } }] }],
      ['DocumentPublicationRetracted', { publications: [] }],
      ['DocumentSent', { sendings: [{ sentOn: { from: '2025-06-26' }, to: 'HM Inspectorate of Constabulary' }] }],
      ['DocumentSendingCorrected', { sendings: [{ sentOn: { from: '2025-06-27' } }] }],
      ['DocumentSendingRetracted', { sendings: [], lastEvent: { type: 'DocumentSendingRetracted' } }],
      ['DocumentCodeRecorded', { code: 'SY-OIC' }],
      ['DocumentCodeCorrected', { code: 'SYMCA-OIC' }],
      ['DocumentRetracted', { title: 'Response', retracted: 'It had been recorded before.' }],
    ]);
    expect(steps[0]?.[1]?.dateCorrection).toBeUndefined();
    const { documents } = projected(storyOf('document'));
    expect(documents.list().total).toBe(0);
    expect(documents.list({ recordedBefore: '2026-01-01T09:05:00.000Z' }).total).toBe(1);
  });

  it('tell the date as it was first recorded, as recorded by a day before its correction', () => {
    const letter = given(document, recordLetterWy());
    const corrected = letter.and(
      toDocument('correct-document-date', {
        date: '5 February 2026',
        correctionReason: 'The report is of December 2025.',
      }),
    );
    const stream = `document-${LETTER_WY_YHSOC}`;
    const log = new LogOfEvents()
      .record(stream, letter.events, { at: '2026-02-05T12:00:00.000Z' })
      .record(stream, corrected.events.slice(letter.events.length), { at: '2026-02-09T12:00:00.000Z' });
    const { documents } = projected(log);
    const before = documents.get(LETTER_WY_YHSOC, { recordedBefore: '2026-02-07T00:00:00.000Z' });
    expect(before).toMatchObject({ date: { from: '2025-02-05' } });
    expect(before?.dateCorrection).toBeUndefined();
    expect(documents.get(LETTER_WY_YHSOC)).toMatchObject({
      date: { from: '2026-02-05' },
      dateCorrection: { was: { from: '2025-02-05' } },
    });
  });

  it('tell what was recorded wrongly apart from what the document writes', () => {
    const history = given(
      document,
      recordLetterWy({ dateAsWritten: '5th February 2024' }),
      toDocument('correct-document-date', { dateAsWritten: '5th February 2025', correctionReason: 'Mistyped.' }),
      toDocument('correct-document-date', {
        date: '2026-02-05',
        illustration: true,
        correctionReason: 'A slip of it.',
      }),
    );
    const steps = history.events.map((_event, index) => {
      const { documents } = projected(
        new LogOfEvents().record(`document-${LETTER_WY_YHSOC}`, history.events.slice(0, index + 1)),
      );
      return documents.get(LETTER_WY_YHSOC);
    });
    expect(steps).toMatchObject([
      { date: { from: '2024-02-05' }, dateAsWritten: { from: '2024-02-05' } },
      {
        date: { from: '2025-02-05' },
        dateAsWritten: { from: '2025-02-05' },
        dateCorrection: { was: { from: '2024-02-05' }, reason: 'Mistyped.' },
      },
      {
        date: { from: '2026-02-05' },
        dateAsWritten: { asPrinted: '5th February 2025' },
        dateCorrection: { was: { from: '2024-02-05' }, reason: 'A slip of it.', illustration: true },
        illustration: false,
      },
    ]);
  });

  it('are marked as made up when they are; when and to whom they were sent is marked by itself', () => {
    const to = 'HMICFRS';
    const correctionReason = 'The letter shows it.';
    const stream = `document-${LETTER_WY_YHSOC}`;
    const history = given(
      document,
      recordLetterWy(),
      toDocument('record-document-sent', { sentOn: '5 February 2026', to, illustration: true }),
      toDocument('correct-document', { illustration: true, correctionReason }),
      toDocument('correct-document', { clear: ['illustration'], correctionReason }),
      toDocument('correct-document-sent', { to, clear: ['illustration'], correctionReason }),
    );
    const marks = history.events.map((_event, index) => {
      const { documents } = projected(new LogOfEvents().record(stream, history.events.slice(0, index + 1)));
      const letter = documents.get(LETTER_WY_YHSOC);
      return [letter?.illustration, letter?.sendings.map(({ illustration }) => illustration)];
    });
    expect(marks).toEqual([
      [false, []],
      [false, [true]],
      [true, [true]],
      [false, [true]],
      [false, [undefined]],
    ]);
  });

  it('are listed by date and filtered by report, issuer and type', () => {
    const log = new LogOfEvents()
      .record(`document-${LETTER_WY_YHSOC}`, given(document, recordLetterWy()).events)
      .record(
        `document-${LETTER_SY_OIC}`,
        given(
          document,
          recordLetterSy({ document: LETTER_SY_OIC, answersReport: OIC, dateAsWritten: '26th June 2025' }),
        ).events,
      );
    const { documents } = projected(log);
    expect(documents.list().items.map(({ id }) => id)).toEqual([LETTER_WY_YHSOC, LETTER_SY_OIC]);
    expect(documents.list({ answersReport: YHSOC }).items.map(({ id }) => id)).toEqual([LETTER_WY_YHSOC]);
    expect(documents.list({ issuedBy: SYMCA }).items.map(({ id }) => id)).toEqual([LETTER_SY_OIC]);
    expect(documents.list({ documentType: 'minutes' })).toMatchObject({ items: [], total: 0 });
    expect(documents.list({ recordedBefore: '2026-01-01T09:01:30.000Z' }).total).toBe(1);
  });
});
