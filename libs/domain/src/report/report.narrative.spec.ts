import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import {
  LETTER_SY_OIC,
  OIC_R1,
  R1_SYP,
  SYMCA,
  SYP,
  WYP,
  YHROCU,
  YHSOC_AFI_A,
} from '../../../../test/support/named-histories.ts';
import {
  declareNumbers,
  expectYhsoc,
  HMICFRS,
  LETTER_SY_YHSOC,
  names,
  OIC_R9,
  recordOic,
  registerAfiA,
  registerFollowing,
  registerPrincipalFinding,
  registerR1,
  registerR9,
  ROCU21_PF,
  ROCU21_R1,
  toReport,
} from '../../../../test/support/report-histories.ts';
import { report, type ReportCommand } from './report.decider.ts';
import { REPORT_FORMS, type ReportEvent } from './report.events.ts';
import { narrateReport } from './report.narrative.ts';

const AFI_A = 'should improve how they work together to tackle serious and organised crime';

/** One history that holds every event, and what each reads. */
const told: readonly [command: ReportCommand, sentence: string][] = [
  [
    expectYhsoc({ expectedOn: 'December 2025' }),
    'A. Secretary (Secretary of the board) recorded the report YHSOC, “An inspection of the Yorkshire and Humber regional response to serious and organised crime” by HMICFRS. It was expected in December 2025.',
  ],
  [
    toReport('correct-report', {
      title: 'The regional response',
      clear: ['publisher'],
      decidedByBody: HMICFRS,
      expectedOn: '18 December 2025',
      correctionReason: 'the day was named',
    }),
    'A. Secretary (Secretary of the board) corrected what is recorded of the report: the title was “An inspection of the Yorkshire and Humber regional response to serious and organised crime”, is “The regional response”; the publisher was HMICFRS, is not given; the expected date was December 2025, is 18 December 2025; who decided was A. Secretary (Secretary of the board), is HMICFRS, because “the day was named”.',
  ],
  [
    toReport('record-report-publication', { publishedOn: '18th December 2025' }),
    'A. Secretary (Secretary of the board) recorded that the report was published on 18 December 2025 (printed “18th December 2025”).',
  ],
  [
    toReport('correct-report-date', {
      publishedOn: '17 December 2025',
      correctionReason: 'the news item names the day',
    }),
    'A. Secretary (Secretary of the board) corrected the publication date of the report: it was 18 December 2025 (printed “18th December 2025”), is 17 December 2025, because “the news item names the day”.',
  ],
  [
    toReport('retract-report-publication', { reason: 'the copy was under embargo' }),
    'A. Secretary (Secretary of the board) retracted that the report was published on 17 December 2025, because “the copy was under embargo”. No publication of it stands in the record now.',
  ],
  [
    registerAfiA(),
    `A. Secretary (Secretary of the board) registered finding AFI-A, an area for improvement, addressed to “The Yorkshire and Humber Regional Organised Crime Unit and its constituent forces”: “${AFI_A}”. Its sub-parts are (a) “the quality and consistency of 4P plans”, (b) “how they record disruption activity on APMIS” and (c) “the recording of unmet demand on APMIS”.`,
  ],
  [
    registerR1(),
    'A. Secretary (Secretary of the board) registered finding R1, a recommendation, printed as “Recommendation 1”, addressed to “chief constables”: “the reporting officer completes and submits the required intelligence document”. Its deadline is 30 April 2026 (printed “By 30 April 2026”).',
  ],
  [
    registerPrincipalFinding(),
    'A. Secretary (Secretary of the board) registered finding PF, a cause of concern: “sustainable funding of regional organised crime units”.',
  ],
  [
    registerFollowing({ code: 'R2', deadlineAsPrinted: 'in due course' }),
    'A. Secretary (Secretary of the board) registered finding R2, a recommendation: “a funding model of several years”. Its deadline is “in due course” (no day can be read from it). It follows from finding ROCU21-PF.',
  ],
  [
    toReport('correct-finding', {
      finding: YHSOC_AFI_A,
      code: 'AFI-A',
      findingKind: 'recommendation',
      label: 'Area for improvement 1',
      text: 'should improve',
      subParts: ['a: the quality of 4P plans'],
      addressees: ['constituent forces'],
      parent: ROCU21_PF,
      deadlineAsPrinted: 'By 31 December 2026',
      correctionReason: 'another edition was used',
    }),
    `A. Secretary (Secretary of the board) corrected finding YHSOC-AFI-A: the kind was an area for improvement, is a recommendation; the label was not given, is “Area for improvement 1”; the text was “${AFI_A}”, is “should improve”; the list of sub-parts was (a) “the quality and consistency of 4P plans”, (b) “how they record disruption activity on APMIS” and (c) “the recording of unmet demand on APMIS”, is (a) “the quality of 4P plans”; the list of addressees was “The Yorkshire and Humber Regional Organised Crime Unit and its constituent forces”, is “constituent forces”; the finding it follows from was not given, is finding ROCU21-PF; the deadline was not given, is 31 December 2026 (printed “By 31 December 2026”), because “another edition was used”.`,
  ],
  [
    toReport('retract-finding', { finding: ROCU21_R1, reason: 'it belongs to the report of 2021' }),
    'A. Secretary (Secretary of the board) retracted finding R2, “a funding model of several years”, because “it belongs to the report of 2021”.',
  ],
  [
    toReport('record-finding-label', {
      finding: YHSOC_AFI_A,
      document: LETTER_SY_YHSOC,
      number: '2)',
      label: 'key recommendation',
    }),
    'A. Secretary (Secretary of the board) recorded that the letter of 9 February 2026 prints finding YHSOC-AFI-A as “2) key recommendation”.',
  ],
  [
    toReport('correct-finding-label', {
      finding: YHSOC_AFI_A,
      document: LETTER_SY_YHSOC,
      number: '1)',
      clear: ['label'],
      correctionReason: 'it comes first',
    }),
    'A. Secretary (Secretary of the board) corrected how the letter of 9 February 2026 prints finding YHSOC-AFI-A: it was “2) key recommendation”, is “1)”, because “it comes first”.',
  ],
  [
    toReport('retract-finding-label', {
      finding: YHSOC_AFI_A,
      document: LETTER_SY_YHSOC,
      reason: 'that is another letter',
    }),
    'A. Secretary (Secretary of the board) retracted that the letter of 9 February 2026 prints finding YHSOC-AFI-A as “1)”, because “that is another letter”.',
  ],
  [
    declareNumbers({ words: 'four recommendations for policing', document: LETTER_SY_OIC }),
    'A. Secretary (Secretary of the board) declared that the numbers “4-8 and 10” of the report are not for policing, in the words “four recommendations for policing” of the letter of 26 June 2025.',
  ],
  [
    toReport('correct-numbers-not-for-policing', {
      numbers: '4-8',
      clear: ['words', 'document'],
      correctionReason: 'recommendation 10 was read again',
    }),
    'A. Secretary (Secretary of the board) corrected which numbers of the report are not for policing: the list was “4-8 and 10”, is “4-8”; the quotation was “four recommendations for policing”, is not given; the document cited was the letter of 26 June 2025, is not given, because “recommendation 10 was read again”.',
  ],
  [
    toReport('record-grade', { gradedBody: SYP, grade: 'requiresImprovement', document: LETTER_SY_YHSOC }),
    'A. Secretary (Secretary of the board) recorded that the report grades South Yorkshire Police as requires improvement, as the letter of 9 February 2026 says.',
  ],
  [
    toReport('correct-grade', {
      gradedBody: SYP,
      grade: 'good',
      words: 'graded as ‘good’ overall',
      document: LETTER_SY_YHSOC,
      correctionReason: 'a slip',
    }),
    'A. Secretary (Secretary of the board) corrected how the report grades South Yorkshire Police: the grade was requires improvement, is good; the quotation was not given, is “graded as ‘good’ overall”, because “a slip”.',
  ],
  [
    toReport('retract-grade', { gradedBody: SYP, reason: 'the report grades another body' }),
    'A. Secretary (Secretary of the board) retracted that the report grades South Yorkshire Police as good, because “the report grades another body”.',
  ],
  [
    toReport('fan-out-finding', {
      finding: OIC_R1,
      addressees: [{ body: SYP, overseer: SYMCA }, { body: WYP }, { body: YHROCU }],
    }),
    'A. Secretary (Secretary of the board) fanned finding OIC-R1 out to South Yorkshire Police (overseen by South Yorkshire Mayoral Combined Authority), West Yorkshire Police and YHROCU.',
  ],
];

const history = given(report, ...told.map(([command]) => command));

const inError = given(report, recordOic(), toReport('retract-report', { reason: 'it had been recorded before' }));

const tellLast = (...commands: ReportCommand[]): string =>
  narrateReport(given(report, ...commands).events.at(-1) as ReportEvent, names);

describe('The history of a report', () => {
  it('tells every event there is', () => {
    const events = [...history.events, ...inError.events];
    expect([...new Set(events.map(({ type }) => type))].sort()).toEqual(Object.keys(REPORT_FORMS).sort());
  });

  it.each(told.map(([command, sentence], index) => [command.kind, history.events[index], sentence] as const))(
    'says what %s recorded',
    (_kind, event, sentence) => {
      expect(narrateReport(event as ReportEvent, names)).toBe(sentence);
    },
  );

  it('leaves out a publisher that is not given', () => {
    expect(tellLast(expectYhsoc({ title: 'The response', publisher: undefined }))).toBe(
      'A. Secretary (Secretary of the board) recorded the report YHSOC, “The response”.',
    );
  });

  it('quotes what no document is cited for, and marks what is made up', () => {
    const graded = toReport('record-grade', {
      gradedBody: SYP,
      grade: 'good',
      words: 'graded as ‘good’ overall',
      decidedByBody: HMICFRS,
      illustration: true,
    });
    expect(tellLast(recordOic(), graded)).toBe(
      'Illustration: HMICFRS recorded that the report grades South Yorkshire Police as good, in the words “graded as ‘good’ overall”.',
    );
    expect(tellLast(recordOic(), declareNumbers())).toBe(
      'A. Secretary (Secretary of the board) declared that the numbers “4-8 and 10” of the report are not for policing.',
    );
  });

  it('says that a report was recorded in error', () => {
    expect(narrateReport(inError.events.at(-1) as ReportEvent, names)).toBe(
      'A. Secretary (Secretary of the board) retracted the report OIC, “improving the response to organised immigration crime”, as recorded in error, because “it had been recorded before”. Nothing that was recorded of it stands now.',
    );
  });

  it('says which bodies a fan-out passed over', () => {
    const inError = { id: R1_SYP, reference: 'OIC-R1/SYP', body: SYP, isRaisedInError: true };
    const toWyp = toReport('fan-out-finding', { finding: OIC_R1, addressees: [{ body: WYP }] });
    const toAll = toReport('fan-out-finding', {
      finding: OIC_R1,
      addressees: [{ body: SYP }, { body: WYP }, { body: YHROCU }],
      recommendations: [inError],
    });
    expect(tellLast(recordOic(), registerR1(), toWyp, toAll)).toBe(
      'A. Secretary (Secretary of the board) fanned finding OIC-R1 out to YHROCU. It had fallen on West Yorkshire Police already. It stands as raised in error to South Yorkshire Police, so nothing was raised there again.',
    );
  });

  it('says which quotation and document a corrected citation had and has', () => {
    const numbers = { correctionReason: 'the words are in the letter', numbers: '4-8 and 10' };
    expect(
      tellLast(
        recordOic(),
        declareNumbers(),
        toReport('correct-numbers-not-for-policing', { ...numbers, words: 'for policing', document: LETTER_SY_OIC }),
      ),
    ).toBe(
      'A. Secretary (Secretary of the board) corrected which numbers of the report are not for policing: the quotation was not given, is “for policing”; the document cited was not given, is the letter of 26 June 2025, because “the words are in the letter”.',
    );
  });

  it('tells a finding of any kind', () => {
    const kinds = (['theme', 'otherIssue', 'strength'] as const).map((findingKind) =>
      tellLast(
        recordOic(),
        registerR9({ finding: OIC_R9, findingKind, text: 'T', addressees: [], deadlineAsPrinted: undefined }),
      ),
    );
    expect(kinds).toEqual([
      'A. Secretary (Secretary of the board) registered finding R9, a theme, printed as “Recommendation 9”: “T”.',
      'A. Secretary (Secretary of the board) registered finding R9, another issue, printed as “Recommendation 9”: “T”.',
      'A. Secretary (Secretary of the board) registered finding R9, a strength, printed as “Recommendation 9”: “T”.',
    ]);
  });
});
