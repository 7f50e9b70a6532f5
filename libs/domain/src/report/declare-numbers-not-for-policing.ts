/** Numbers that a report skips are declared not for policing, so that a gap is not a loss; a finding we hold can't bear one. (P04, T8.) */

import { type Refusal, refuse, same, stated, type Verdict } from '../decider.ts';
import { type EveryCommand, type DocumentId, said } from '../primitives.ts';
import { isAmong, printedNumber, readNumbers } from './numbers.ts';
import type { DeclaredNumbers, NumberRange, ReportEvent } from './report.events.ts';
import { findingBlocker, type RecordedReport } from './report.state.ts';

export interface NumberFields {
  /** "4-8 and 10" */
  readonly numbers: string;
  /** The exact words that say so. */
  readonly words?: string;
  readonly document?: DocumentId;
}

export interface DeclareNumbersNotForPolicing extends EveryCommand, NumberFields {
  readonly kind: 'declare-numbers-not-for-policing';
}

export function declareNumbersNotForPolicing(
  command: DeclareNumbersNotForPolicing,
  report: RecordedReport,
): Verdict<ReportEvent> {
  const declared = declaredFrom(command, readNumbers(command.numbers));
  if ('refused' in declared) return declared;
  if (report.notForPolicing) {
    if (same(report.notForPolicing.fields, declared)) return [];
    return refuse(
      'numbers-already-declared',
      `${report.code} has its numbers not for policing declared already (“${report.notForPolicing.fields.asPrinted}”): correct them instead.`,
    );
  }
  const refusal = numberRegistered(report, declared.ranges);
  if (refusal) return refusal;
  return [{ type: 'NumbersDeclaredNotForPolicing', data: { ...said(command, command.by.body), ...declared } }];
}

export function declaredFrom(
  { numbers: asPrinted, words, document }: NumberFields,
  ranges: readonly NumberRange[] | undefined,
): DeclaredNumbers | Refusal {
  if (ranges === undefined) {
    return refuse('numbers-unclear', `“${asPrinted}” can’t be read as numbers: write each once, such as “4-8 and 10”.`);
  }
  return stated({ asPrinted, ranges, words, document });
}

/** The refusal, when findings of this report are printed with such a number. */
export function numberRegistered(report: RecordedReport, ranges: readonly NumberRange[]): Refusal | undefined {
  const bearers = Object.values(report.findings).filter((finding) => {
    const number = printedNumber(finding.fields.label);
    return number !== undefined && isAmong(ranges, number);
  });
  if (bearers.length === 0) return undefined;
  const blockers = bearers.map((finding) => findingBlocker(report, finding));
  return refuse(
    'number-registered',
    `A number can’t be not for policing while a registered finding bears it (${blockers.map((blocker) => blocker.label).join(', ')}): leave it out, or correct the finding’s label first.`,
    blockers,
  );
}
