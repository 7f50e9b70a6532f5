import { describe, expect, it } from '@jest/globals';
import { document, type DomainEvent, recommendation, type RecommendationCommand, report } from '#domain';
import { recordLetterSy, toDocument } from '../../../test/support/document-histories.ts';
import { given, id } from '../../../test/support/given-when-then.ts';
import { LogOfEvents } from '../../../test/support/log-of-events.ts';
import {
  acceptance,
  ACT_16,
  AFI_A_WYP,
  assignAct16,
  closure,
  conditionalAgreement,
  LETTER_SY_OIC,
  linkAct05,
  OIC,
  OIC_R1,
  R1_SYP,
  raiseAfiA,
  raiseR1,
  send,
  SYMCA,
  SYP,
  WYCA,
  WYP,
  YHROCU,
  YHSOC,
  YHSOC_AFI_A,
} from '../../../test/support/named-histories.ts';
import { projected, stepByStep, storyOf } from '../../../test/support/projected.ts';
import {
  expectYhsoc,
  OIC_R9,
  recordOic,
  registerAfiA,
  registerR1,
  registerR9,
  toReport,
} from '../../../test/support/report-histories.ts';

const raised = (...commands: RecommendationCommand[]): readonly DomainEvent[] =>
  given(recommendation, ...commands).events;
const R9_SYP = id('f', 9);
const raiseR9 = raiseR1({ recommendation: R9_SYP, finding: OIC_R9, reference: 'OIC-R9/SYP' });

/** OIC with R1 and R9, fanned out to South and West Yorkshire. */
function oic(): LogOfEvents {
  const addressees = [
    { body: SYP, overseer: SYMCA },
    { body: WYP, overseer: WYCA },
  ];
  return new LogOfEvents().record(
    `report-${OIC}`,
    given(
      report,
      recordOic(),
      registerR9(),
      registerR1(),
      toReport('fan-out-finding', { finding: OIC_R1, addressees }),
      toReport('fan-out-finding', { finding: OIC_R9, addressees }),
    ).events,
  );
}

const gaps = (log: LogOfEvents, reportId = OIC) =>
  Object.fromEntries(
    (projected(log).reports.coverage(reportId)?.items ?? []).map(({ findingReference, body, gaps: missing }) => [
      `${findingReference} ${body === SYP ? 'SYP' : body === WYP ? 'WYP' : 'other'}`,
      missing,
    ]),
  );

describe('Reports', () => {
  it('are marked as made up as long as a part of them is', () => {
    const correctionReason = 'The report shows it.';
    const history = given(
      report,
      recordOic(),
      registerR1({ illustration: true }),
      toReport('record-grade', { gradedBody: SYP, grade: 'good', illustration: true }),
      toReport('correct-report', { illustration: true, correctionReason }),
      toReport('correct-report', { clear: ['illustration'], correctionReason }),
      toReport('retract-grade', { gradedBody: SYP, reason: correctionReason }),
      toReport('correct-finding', { finding: OIC_R1, clear: ['illustration'], correctionReason }),
    );
    const marks = history.events.map((_event, index) => {
      const { reports } = projected(new LogOfEvents().record(`report-${OIC}`, history.events.slice(0, index + 1)));
      const of = reports.get(OIC);
      return [of?.illustration, of?.grades[0]?.illustration, reports.finding(OIC_R1)?.illustration];
    });
    expect(marks.slice(2)).toEqual([
      [false, undefined, true],
      [true, true, true],
      [true, true, true],
      [true, true, true],
      [false, undefined, true],
      [false, undefined, false],
    ]);
  });

  it('follow every event', () => {
    const steps = stepByStep(storyOf('report'), ({ reports }) => reports.get(OIC));
    const [cause, r1] = [
      { code: 'CC-1', reference: 'OIC-CC-1' },
      { code: 'R1', reference: 'OIC-R1' },
    ];
    expect(steps).toMatchObject([
      [
        'ReportRecorded',
        {
          code: 'OIC',
          title: 'Improving the response to organised immigration crime',
          expectedOn: { precision: 'month' },
          findings: [],
          grades: [],
        },
      ],
      ['ReportCorrected', { title: 'improving the response to organised immigration crime' }],
      ['ReportPublished', { publishedOn: { from: '2025-05-15' } }],
      [
        'ReportDateCorrected',
        { publishedOn: { from: '2025-05-16' }, dateCorrection: { was: { from: '2025-05-15' }, reason: 'Misread.' } },
      ],
      ['ReportPublicationRetracted', { code: 'OIC' }],
      ['FindingRegistered', { findings: [cause] }],
      [
        'FindingRegistered',
        {
          findings: [
            cause,
            {
              ...r1,
              label: 'Recommendation 1',
              subParts: [{ letter: 'a' }, { letter: 'b' }],
              deadline: { date: '2026-04-30' },
              addressed: [],
            },
          ],
        },
      ],
      ['FindingCorrected', { findings: [cause, { label: 'Recommendation one' }] }],
      [
        'FindingLabelRecorded',
        { findings: [cause, { labels: [{ document: LETTER_SY_OIC, number: '1)', label: 'key recommendation' }] }] },
      ],
      ['FindingLabelCorrected', { findings: [cause, { labels: [{ number: '2)' }] }] }],
      ['FindingLabelRetracted', { findings: [cause, { labels: [] }] }],
      [
        'NumbersDeclaredNotForPolicing',
        {
          notForPolicing: {
            asPrinted: '4-8 and 10',
            ranges: [
              { from: 4, to: 8 },
              { from: 10, to: 10 },
            ],
          },
        },
      ],
      ['NumbersNotForPolicingCorrected', { notForPolicing: { asPrinted: '4-8' } }],
      ['GradeRecorded', { grades: [{ body: SYP, grade: 'good' }] }],
      ['GradeCorrected', { grades: [{ body: SYP, grade: 'outstanding' }] }],
      ['GradeRetracted', { grades: [] }],
      ['FindingFannedOut', { findings: [cause, { addressed: [{ body: SYP, overseer: SYMCA }, { body: YHROCU }] }] }],
    ]);
    expect(steps[0]?.[1]?.publishedOn).toBeUndefined();
    expect(steps[4]?.[1]?.publishedOn).toBeUndefined();
  });

  it('list no report that was retracted, but as recorded before', () => {
    const log = storyOf('report', 2);
    const { reports } = projected(log);
    expect(reports.list()).toMatchObject({ items: [], total: 0 });
    expect(reports.get(YHSOC)).toMatchObject({ code: 'YHSOC', retracted: 'It had been recorded before.' });
    const recordedBefore = (log.events.at(-1)?.metadata as { recordedAt: string }).recordedAt;
    expect(reports.list({ recordedBefore }).total).toBe(1);
  });

  it('forget a finding that was retracted, and keep it as recorded before', () => {
    const log = storyOf('report', 1);
    const { reports } = projected(log);
    expect(reports.get(YHSOC)?.findings).toEqual([]);
    expect(reports.finding(OIC_R1)).toBeUndefined();
    const recordedBefore = (log.events.at(-1)?.metadata as { recordedAt: string }).recordedAt;
    expect(reports.finding(OIC_R1, { recordedBefore })).toMatchObject({ reference: 'YHSOC-R1' });
    expect(reports.get(YHSOC, { recordedBefore })?.findings).toHaveLength(1);
  });

  it('are listed by code, and found by it', () => {
    const log = oic().record(`report-${YHSOC}`, given(report, expectYhsoc()).events);
    const { reports } = projected(log);
    expect(reports.list().items.map(({ code }) => code)).toEqual(['OIC', 'YHSOC']);
    expect(reports.list({ size: 1, page: 2 })).toMatchObject({ total: 2, items: [{ id: YHSOC }] });
    expect(reports.getByCode('OIC')?.findings.map(({ reference }) => reference)).toEqual(['OIC-R1', 'OIC-R9']);
    expect(reports.getByCode('ROCU21')).toBeUndefined();
  });
});

describe('The coverage of a report', () => {
  it('names what has yet to be raised', () => {
    expect(gaps(oic())).toEqual({
      'OIC-R1 SYP': ['notRaised', 'position', 'actionOrReason', 'lead', 'date'],
      'OIC-R1 WYP': ['notRaised', 'position', 'actionOrReason', 'lead', 'date'],
      'OIC-R9 SYP': ['notRaised', 'position', 'actionOrReason', 'lead', 'date'],
      'OIC-R9 WYP': ['notRaised', 'position', 'actionOrReason', 'lead', 'date'],
    });
  });

  it('names OIC-R9, agreed without an action or a reason (T7)', () => {
    const log = oic()
      .record(
        `recommendation-${R9_SYP}`,
        raised(raiseR9, conditionalAgreement({ code: 'agreed', reason: 'It is right.' })),
      )
      .record(
        `recommendation-${R1_SYP}`,
        raised(raiseR1(), acceptance(), assignAct16({ leadNotNamed: undefined, leadPost: id('b', 2) })),
      );
    expect(gaps(log)).toMatchObject({ 'OIC-R9 SYP': ['actionOrReason', 'lead'], 'OIC-R1 SYP': [] });
  });

  it('names the sub-part (b) that no action serves, at home or linked (T6)', () => {
    const log = new LogOfEvents()
      .record(
        `report-${YHSOC}`,
        given(
          report,
          expectYhsoc(),
          registerAfiA(),
          toReport('fan-out-finding', { finding: YHSOC_AFI_A, addressees: [{ body: WYP }] }),
        ).events,
      )
      .record(
        `recommendation-${AFI_A_WYP}`,
        raised(raiseAfiA(), acceptance(), linkAct05({ subPart: 'a' }), assignAct16({ subPart: 'c' })),
      );
    const [item] = projected(log).reports.coverage(YHSOC)?.items ?? [];
    expect(item).toMatchObject({
      findingReference: 'YHSOC-AFI-A',
      subPartsWithoutAction: ['b'],
      gaps: ['lead', 'subParts'],
    });
    expect(item?.recommendation?.reference).toBe('YHSOC-AFI-A/WYP');
  });

  it('asks for no work where a reason was given, or where it has ended', () => {
    const rejected = acceptance({ code: 'rejectedWithReason', reason: 'The force has no such unit.' });
    const log = oic()
      .record(`recommendation-${R1_SYP}`, raised(raiseR1(), rejected))
      .record(`recommendation-${R9_SYP}`, raised(raiseR9, closure()));
    expect(gaps(log)).toMatchObject({ 'OIC-R1 SYP': [], 'OIC-R9 SYP': ['position'] });
  });

  it('takes a day to look at it for a date, where none was given', () => {
    const undated = (reviewBy: string) =>
      new LogOfEvents()
        .record(
          `report-${YHSOC}`,
          given(
            report,
            expectYhsoc(),
            registerAfiA({ subParts: [] }),
            toReport('fan-out-finding', { finding: YHSOC_AFI_A, addressees: [{ body: WYP }] }),
          ).events,
        )
        .record(
          `recommendation-${AFI_A_WYP}`,
          raised(
            raiseAfiA({ copy: { kind: 'areaForImprovement', text: 'Improve.', subParts: [] } }),
            acceptance(),
            assignAct16({
              leadNotNamed: undefined,
              leadPost: id('b', 2),
              dueOn: undefined,
              basis: undefined,
              dueAsPrinted: undefined,
              dueNoneGiven: true,
              reviewBy,
            }),
          ),
        );
    expect(gaps(undated('30 June 2026'), YHSOC)).toEqual({ 'YHSOC-AFI-A WYP': [] });
    const [item] = projected(undated('30 June 2026')).reports.coverage(YHSOC)?.items ?? [];
    expect(item).toMatchObject({ hasDate: true, nextReview: '2026-06-30' });
    expect(item?.nextDue).toBeUndefined();
  });

  it('takes work that was completed for work with a lead and a date', () => {
    const log = oic().record(
      `recommendation-${R1_SYP}`,
      raised(raiseR1(), acceptance(), assignAct16(), send('complete-action', { action: ACT_16 })),
    );
    expect(gaps(log)).toMatchObject({ 'OIC-R1 SYP': [] });
  });

  it('can be narrowed to a body, and asked as recorded before an instant', () => {
    const log = oic().record(`recommendation-${R1_SYP}`, raised(raiseR1(), acceptance()), {
      at: '2026-03-01T00:00:00.000Z',
    });
    const { reports } = projected(log);
    expect(reports.coverage(OIC, { body: SYP })?.items).toHaveLength(2);
    const item = (recordedBefore?: string) => reports.coverage(OIC, { body: SYP, recordedBefore })?.items[0];
    expect(item()).toMatchObject({ findingReference: 'OIC-R1', hasPosition: true });
    expect(item('2026-02-01T00:00:00.000Z')).toMatchObject({ findingReference: 'OIC-R1', hasPosition: false });
    expect(item('2026-02-01T00:00:00.000Z')?.recommendation).toBeUndefined();
    expect(reports.coverage(YHSOC)).toBeUndefined();
  });

  it('counts what was raised in error neither as covered nor as a gap', () => {
    const inError = send('mark-recommendation-raised-in-error', { reason: 'It names another force.' });
    const log = oic().record(`recommendation-${R1_SYP}`, raised(raiseR1(), acceptance(), inError));
    expect(Object.keys(gaps(log))).toEqual(['OIC-R1 WYP', 'OIC-R9 SYP', 'OIC-R9 WYP']);
    expect(projected(log).reports.coverage(OIC, { body: SYP })).toMatchObject({
      items: [{ findingReference: 'OIC-R9' }],
      raisedInError: [{ finding: OIC_R1, body: SYP, recommendation: R1_SYP, reference: 'OIC-R1/SYP' }],
    });
    const raisedAlone = new LogOfEvents()
      .record(`report-${OIC}`, given(report, recordOic(), registerR1()).events)
      .record(`recommendation-${R1_SYP}`, raised(raiseR1(), inError));
    expect(projected(raisedAlone).reports.coverage(OIC)).toMatchObject({
      items: [],
      notFannedOut: [{ reference: 'OIC-R1' }],
    });
  });

  it('knows what was raised to one body without a fan-out', () => {
    const log = new LogOfEvents()
      .record(`report-${OIC}`, given(report, recordOic(), registerR1()).events)
      .record(`recommendation-${R1_SYP}`, raised(raiseR1(), acceptance()));
    expect(projected(log).reports.coverage(OIC)).toMatchObject({
      items: [{ findingReference: 'OIC-R1', body: SYP, overseer: SYMCA, hasPosition: true }],
      notFannedOut: [],
    });
  });

  it('names findings that fall on nobody yet, but no strength', () => {
    const log = new LogOfEvents().record(
      `report-${OIC}`,
      given(
        report,
        recordOic(),
        registerR1(),
        toReport('register-finding', { finding: id('d', 99), code: 'S-1', findingKind: 'strength', text: 'Well run.' }),
      ).events,
    );
    expect(projected(log).reports.coverage(OIC)).toEqual({
      report: OIC,
      items: [],
      raisedInError: [],
      notFannedOut: [{ finding: OIC_R1, reference: 'OIC-R1' }],
    });
  });
});

describe('What the section 55 clock counts from', () => {
  it('is the day of publication, and the letters that answer with where they went', () => {
    const letter = given(
      document,
      recordLetterSy({ document: LETTER_SY_OIC, answersReport: OIC }),
      toDocument('record-document-publication', { publishedOn: '26 June 2025', where: 'the website' }),
    );
    const log = oic().record(`document-${LETTER_SY_OIC}`, letter.events);
    const { reports } = projected(log);
    expect(reports.section55(OIC)).toMatchObject({
      clock: { kind: 's55', startsOn: '2025-05-16', lengthDays: 56 },
      lastDay: '2025-07-10',
      responses: [
        {
          document: LETTER_SY_OIC,
          publications: [{ publishedOn: { from: '2025-06-26' }, where: 'the website' }],
          sendings: [],
        },
      ],
    });
    expect(reports.section55(OIC, { recordedBefore: '2026-01-01T09:05:30.000Z' })?.responses).toEqual([]);
    expect(reports.section55(YHSOC)).toBeUndefined();
  });
});
