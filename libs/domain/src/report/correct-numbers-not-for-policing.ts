/** Numbers declared wrongly are corrected by saying what was wrong and why; "none" takes the declaration back. */

import { refuse, same, type Verdict } from '../decider.ts';
import { type EveryCommand, said } from '../primitives.ts';
import { declaredFrom, type NumberFields, numberRegistered } from './declare-numbers-not-for-policing.ts';
import { readNumbers } from './numbers.ts';
import type { ReportEvent } from './report.events.ts';
import type { RecordedReport } from './report.state.ts';

export interface CorrectNumbersNotForPolicing extends EveryCommand, NumberFields {
  readonly kind: 'correct-numbers-not-for-policing';
  readonly correctionReason: string;
}

export function correctNumbersNotForPolicing(
  command: CorrectNumbersNotForPolicing,
  report: RecordedReport,
): Verdict<ReportEvent> {
  const is = declaredFrom(command, command.numbers === 'none' ? [] : readNumbers(command.numbers));
  if ('refused' in is) return is;
  if (!report.notForPolicing) {
    return refuse(
      'numbers-not-declared',
      `${report.code} has no numbers declared not for policing: declare them first.`,
    );
  }
  const { fields: was, recordedBy: corrects } = report.notForPolicing;
  if (same(was, is)) return [];
  const refusal = numberRegistered(report, is.ranges);
  if (refusal) return refusal;
  return [
    {
      type: 'NumbersNotForPolicingCorrected',
      data: { ...said(command, command.by.body), corrects, was, is, reason: command.correctionReason },
    },
  ];
}
