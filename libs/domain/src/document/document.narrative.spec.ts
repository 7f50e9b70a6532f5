import { describe, expect, it } from '@jest/globals';
import { recordLetterSy, toDocument } from '../../../../test/support/document-histories.ts';
import { given, id } from '../../../../test/support/given-when-then.ts';
import { DEPUTY_MAYOR_WY, SYMCA, WYCA, YHSOC } from '../../../../test/support/named-histories.ts';
import { names } from '../../../../test/support/report-histories.ts';
import type { CorrectDocumentDate } from './correct-document-date.ts';
import { document, type DocumentCommand } from './document.decider.ts';
import { DOCUMENT_FORMS, type DocumentEvent } from './document.events.ts';
import { narrateDocument } from './document.narrative.ts';

const where = 'www.southyorkshire-ca.gov.uk';
const to = 'the Home Secretary';

/** One history that holds every event, and what each reads. */
const told: readonly [command: DocumentCommand, sentence: string][] = [
  [
    recordLetterSy({
      signatoryCapacity: 'Deputy Mayor with PCC responsibilities',
      ownReference: 'SY/1',
      yourReference: '',
      marking: 'OFFICIAL',
    }),
    'A. Secretary (Secretary of the board) recorded the response letter “Response to the inspection of the Yorkshire and Humber region”, issued by South Yorkshire Mayoral Combined Authority, dated 9 February 2025 (printed “09 February 2025”), signed by Kilvinder Vigurs, the Deputy Mayor for Policing & Crime, acting as “Deputy Mayor with PCC responsibilities”, addressed to “Dear Chief Inspectors”. It answers the report YHSOC. Its own reference is “SY/1”. The addressee’s reference in it is blank. It is marked “OFFICIAL”.',
  ],
  [
    toDocument('correct-document-date', {
      date: '9th February 2026',
      correctionReason: 'the report it answers came out in December 2025',
    }),
    'A. Secretary (Secretary of the board) corrected the date of the document: it was 9 February 2025 (printed “09 February 2025”) as the document writes it, is 9 February 2026, because “the report it answers came out in December 2025”.',
  ],
  [
    toDocument('correct-document', {
      documentType: 'other',
      title: 'Response',
      issuedBy: WYCA,
      signatoryPost: DEPUTY_MAYOR_WY,
      yourReference: 'YH/2',
      clear: ['signatoryPerson', 'signatoryCapacity', 'addressees', 'ownReference', 'answersReport', 'marking'],
      correctionReason: 'the wrong letter was described',
    }),
    'A. Secretary (Secretary of the board) corrected what is recorded of the document: the type was response letter, is document; the title was “Response to the inspection of the Yorkshire and Humber region”, is “Response”; the issuer was South Yorkshire Mayoral Combined Authority, is West Yorkshire Combined Authority; the signatory was Kilvinder Vigurs, the Deputy Mayor for Policing & Crime, acting as “Deputy Mayor with PCC responsibilities”, is the Deputy Mayor of West Yorkshire for Policing and Crime; the list of addressees was “Dear Chief Inspectors”, is not given; its own reference was “SY/1”, is not given; the addressee’s reference was blank, is “YH/2”; the report it answers was YHSOC, is not given; the marking was “OFFICIAL”, is not given, because “the wrong letter was described”.',
  ],
  [
    toDocument('record-document-publication', { publishedOn: '10 February 2025', where }),
    'A. Secretary (Secretary of the board) recorded that the document was published at “www.southyorkshire-ca.gov.uk” on 10 February 2025.',
  ],
  [
    toDocument('correct-document-publication', {
      publishedOn: '10 February 2026',
      where,
      correctionReason: 'the year was a slip',
    }),
    'A. Secretary (Secretary of the board) corrected when the document was published at “www.southyorkshire-ca.gov.uk”: it was 10 February 2025, is 10 February 2026, because “the year was a slip”.',
  ],
  [
    toDocument('retract-document-publication', { where, reason: 'the page is a draft' }),
    'A. Secretary (Secretary of the board) retracted that the document was published at “www.southyorkshire-ca.gov.uk” on 10 February 2026, because “the page is a draft”.',
  ],
  [
    toDocument('record-document-sent', { sentOn: 'February 2025', to }),
    'A. Secretary (Secretary of the board) recorded that the document was sent to “the Home Secretary” in February 2025.',
  ],
  [
    toDocument('correct-document-sent', { sentOn: 'February 2026', to, correctionReason: 'the year was a slip' }),
    'A. Secretary (Secretary of the board) corrected when the document was sent to “the Home Secretary”: it was February 2025, is February 2026, because “the year was a slip”.',
  ],
  [
    toDocument('retract-document-sent', { to, reason: 'the copy was never posted' }),
    'A. Secretary (Secretary of the board) retracted that the document was sent to “the Home Secretary” in February 2026, because “the copy was never posted”.',
  ],
  [
    toDocument('record-document-code', { code: 'SY-OIC' }),
    'A. Secretary (Secretary of the board) gave the document the code SY-OIC.',
  ],
  [
    toDocument('correct-document-code', { code: 'SY-YHSOC', correctionReason: 'it answers another report' }),
    'A. Secretary (Secretary of the board) corrected the code of the document: the code was SY-OIC, is SY-YHSOC, because “it answers another report”.',
  ],
  [
    toDocument('retract-document', { reason: 'it had been recorded before' }),
    'A. Secretary (Secretary of the board) retracted the document “Response” as recorded in error, because “it had been recorded before”. Nothing that was recorded of it stands now.',
  ],
];

const history = given(document, ...told.map(([command]) => command));

describe('The history of a document', () => {
  it('tells every event there is', () => {
    expect([...new Set(history.events.map(({ type }) => type))].sort()).toEqual(Object.keys(DOCUMENT_FORMS).sort());
  });

  it.each(told.map(([command, sentence], index) => [command.kind, history.events[index], sentence] as const))(
    'says what %s recorded',
    (_kind, event, sentence) => {
      expect(narrateDocument(event as DocumentEvent, names)).toBe(sentence);
    },
  );

  it('says that a document has no date, and who recorded it under whose authority', () => {
    const [event] = given(document)
      .when(
        toDocument('record-document', {
          document: id('d', 60),
          documentType: 'coverPaper',
          title: 'Programme Precision',
          decidedByBody: WYCA,
          illustration: true,
        }),
      )
      .then({ type: 'DocumentRecorded' });
    expect(narrateDocument(event as DocumentEvent, names)).toBe(
      'Illustration: West Yorkshire Combined Authority recorded the cover paper “Programme Precision”, without a date.',
    );
  });

  it('says which date a document without one was given', () => {
    const undated = recordLetterSy({ dateAsWritten: undefined, issuedBy: SYMCA, answersReport: YHSOC });
    const [event] = given(document, undated)
      .when(
        toDocument('correct-document-date', {
          date: 'in 2025',
          correctionReason: 'it speaks of the coming grant round',
        }),
      )
      .then({ type: 'DocumentDateCorrected' });
    expect(narrateDocument(event as DocumentEvent, names)).toBe(
      'A. Secretary (Secretary of the board) corrected the date of the document: it was not given, is in 2025, because “it speaks of the coming grant round”.',
    );
  });

  it('tells a date that was recorded wrongly apart from one that the document writes wrongly', () => {
    const correctionReason = 'the year was mistyped';
    const tell = (...commands: Parameters<typeof correct>[0][]) =>
      given(document, recordLetterSy({ dateAsWritten: '9 February 2024' }), ...commands.map(correct)).events.map(
        (event) => narrateDocument(event, names).replace(/^.*the date of the document: |, because.*$/g, ''),
      );
    const correct = (fields: Pick<CorrectDocumentDate, 'date' | 'dateAsWritten' | 'clear'>) =>
      toDocument('correct-document-date', { ...fields, correctionReason });
    expect(
      tell(
        { dateAsWritten: '09 February 2025' },
        { dateAsWritten: '2025-02-09' },
        { dateAsWritten: '9 February 2025', date: '9 February 2026' },
        { dateAsWritten: '10 February 2025' },
        { clear: ['date'] },
        { clear: ['dateAsWritten'] },
      ).slice(1),
    ).toEqual([
      'the date recorded as written was 9 February 2024, is 9 February 2025 (printed “09 February 2025”)',
      'the date recorded as written was 9 February 2025 (printed “09 February 2025”), is 9 February 2025',
      'the date recorded as written was 9 February 2025 (in the words “2025-02-09”), is 9 February 2025 (in the words “9 February 2025”); the right date was as written, is 9 February 2026',
      'the date recorded as written was 9 February 2025, is 10 February 2025',
      'it was 9 February 2026, is 10 February 2025 as the document writes it',
      'the date recorded as written was 10 February 2025, is not given; the right date was as written, is not given',
    ]);
  });
});
