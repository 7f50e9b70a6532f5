import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '#domain';
import { eventId, id } from '../../../../test/support/given-when-then.ts';
import { SYMCA, SYP, WYCA, WYP, YHROCU } from '../../../../test/support/named-histories.ts';
import {
  declareNumbers,
  LETTER_SY_YHSOC,
  recordOic,
  registerR1,
  toReport,
} from '../../../../test/support/report-histories.ts';
import { FINDING_KINDS } from './finding.ts';
import { isAmong, printedNumber } from './numbers.ts';
import { report, type ReportCommand } from './report.decider.ts';
import { GRADES, type ReportEvent } from './report.events.ts';
import type { Report } from './report.state.ts';

const correctionReason = 'a slip';
const codes = ['R1', 'R2', 'R3', 'R4'];
const findingOf = (code: string): string => id('d', 100 + codes.indexOf(code));

const anyCode = fc.constantFrom(...codes);
const anyDate = fc.constantFrom('16 May 2025', '2025-05', 'in 2025', 'unknown', 'soon');
const anyBody = fc.constantFrom(SYP, WYP, YHROCU);
const anyNumbers = fc.constantFrom('4-8 and 10', '1', '2-3', '1-10', 'none', '8-4');

const anyFinding = fc.record({
  code: anyCode,
  findingKind: fc.constantFrom(...FINDING_KINDS),
  label: fc.option(
    fc.integer({ min: 1, max: 12 }).map((number) => `Recommendation ${String(number)}`),
    { nil: undefined },
  ),
  text: fc.constantFrom('one text', 'another text'),
  parent: fc.option(anyCode.map(findingOf), { nil: undefined }),
});

const anyAddressee = fc.record({
  body: anyBody,
  overseer: fc.option(fc.constantFrom(SYMCA, WYCA), { nil: undefined }),
});

const anyCommand: fc.Arbitrary<ReportCommand> = fc.oneof(
  anyDate.map((publishedOn) => toReport('record-report-publication', { publishedOn })),
  anyDate.map((publishedOn) => toReport('correct-report-date', { publishedOn, correctionReason })),
  fc.constant(toReport('retract-report-publication', { reason: correctionReason })),
  anyDate.map((expectedOn) => toReport('correct-report', { title: expectedOn, expectedOn, correctionReason })),
  anyFinding.map((fields) => registerR1({ ...fields, finding: findingOf(fields.code) })),
  anyFinding.map((fields) =>
    toReport('correct-finding', { ...fields, finding: findingOf(fields.code), correctionReason }),
  ),
  anyCode.map((code) => toReport('retract-finding', { finding: findingOf(code), reason: correctionReason })),
  fc
    .tuple(anyCode, anyCode)
    .map(([code, number]) =>
      toReport('record-finding-label', { finding: findingOf(code), document: LETTER_SY_YHSOC, number }),
    ),
  fc.tuple(anyCode, anyCode).map(([code, label]) =>
    toReport('correct-finding-label', {
      finding: findingOf(code),
      document: LETTER_SY_YHSOC,
      label,
      correctionReason,
    }),
  ),
  anyCode.map((code) =>
    toReport('retract-finding-label', {
      finding: findingOf(code),
      document: LETTER_SY_YHSOC,
      reason: correctionReason,
    }),
  ),
  anyNumbers.map((numbers) => declareNumbers({ numbers })),
  anyNumbers.map((numbers) => toReport('correct-numbers-not-for-policing', { numbers, correctionReason })),
  fc
    .tuple(anyBody, fc.constantFrom(...GRADES))
    .map(([gradedBody, grade]) => toReport('record-grade', { gradedBody, grade })),
  fc
    .tuple(anyBody, fc.constantFrom(...GRADES))
    .map(([gradedBody, grade]) => toReport('correct-grade', { gradedBody, grade, correctionReason })),
  anyBody.map((gradedBody) => toReport('retract-grade', { gradedBody, reason: correctionReason })),
  fc
    .tuple(anyCode, fc.array(anyAddressee, { maxLength: 4 }))
    .map(([code, addressees]) => toReport('fan-out-finding', { finding: findingOf(code), addressees })),
);

const fold = (events: readonly ReportEvent[]): Report =>
  events.reduce((state, event, index) => report.evolve(state, event, eventId(index)), report.initial);

/** What is stored when these are asked one after the other, refusals left out; each state is shown on the way. */
function ask(commands: readonly ReportCommand[], look: (state: Report, command: ReportCommand) => void): ReportEvent[] {
  const events: ReportEvent[] = [];
  for (const command of [recordOic(), ...commands]) {
    const verdict = report.decide(command, fold(events));
    if (isRefusal(verdict)) continue;
    events.push(...verdict);
    look(fold(events), command);
  }
  return events;
}

/** Holds over random histories of a report that has been recorded. */
function always(look: (state: Exclude<Report, { status: 'none' }>, command: ReportCommand) => void): void {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 40 }), (commands) => {
      ask(commands, (state, command) => {
        if (state.status === 'recorded') look(state, command);
      });
    }),
  );
}

describe('Whatever is asked of a report', () => {
  it('no registered finding bears a number declared not for policing', () => {
    always((state) => {
      const ranges = state.notForPolicing?.fields.ranges ?? [];
      for (const { fields } of Object.values(state.findings)) {
        expect(isAmong(ranges, printedNumber(fields.label) ?? 0)).toBe(false);
      }
    });
  });

  it('a finding falls on no body twice', () => {
    always((state) => {
      for (const { fannedOutTo } of Object.values(state.findings)) {
        expect(new Set(fannedOutTo.map(({ body }) => body)).size).toBe(fannedOutTo.length);
      }
    });
  });

  it('only causes of concern, which follow from nothing, are followed by other findings', () => {
    always((state) => {
      for (const { fields } of Object.values(state.findings)) {
        if (fields.parent === undefined) continue;
        expect(state.findings[fields.parent]?.fields).toMatchObject({ findingKind: 'causeOfConcern' });
        expect(state.findings[fields.parent]?.fields).not.toHaveProperty('parent');
      }
    });
  });

  it('no code is used twice, and no strength has to be answered', () => {
    always((state) => {
      const findings = Object.values(state.findings);
      expect(new Set(findings.map(({ fields }) => fields.code)).size).toBe(findings.length);
      expect(
        findings.filter(({ fields, fannedOutTo }) => fields.findingKind === 'strength' && fannedOutTo.length > 0),
      ).toEqual([]);
    });
  });

  it('every accepted command repeated adds nothing', () => {
    always((state, command) => {
      expect(report.decide(command, state)).toEqual([]);
    });
  });

  it('folding what was stored gives the same state, and a correction tells what the corrected event said', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 40 }), (commands) => {
        const events = ask(commands, () => undefined);
        expect(fold(JSON.parse(JSON.stringify(events)) as ReportEvent[])).toEqual(fold(events));
        for (const { data } of events) {
          if (!('corrects' in data)) continue;
          const corrected = events[Number(data.corrects.slice(-12))]?.data as unknown as { is?: object } & object;
          expect(corrected.is ?? corrected).toMatchObject(data.was);
        }
      }),
    );
  });
});
