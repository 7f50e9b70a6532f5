/** Numbers declared wrongly are corrected by saying what was wrong and why; "none" takes the declaration back. */

import { amended, type Correcting } from '../corrections.ts';
import { refuse, type Verdict } from '../decider.ts';
import { restated, saidOfCorrection } from '../standing.ts';
import { declaredFrom, type NumberFields, numberRegistered } from './declare-numbers-not-for-policing.ts';
import { readNumbers } from './numbers.ts';
import type { ReportEvent } from './report.events.ts';
import type { RecordedReport } from './report.state.ts';

/** What is left out stays as it was recorded. */
export interface CorrectNumbersNotForPolicing extends Correcting<'words' | 'document'>, Partial<NumberFields> {
  readonly kind: 'correct-numbers-not-for-policing';
}

export function correctNumbersNotForPolicing(
  command: CorrectNumbersNotForPolicing,
  report: RecordedReport,
): Verdict<ReportEvent> {
  const standing = report.notForPolicing;
  if (!standing) {
    return refuse(
      'numbers-not-declared',
      `${report.code} has no numbers declared not for policing: declare them first.`,
    );
  }
  const { asPrinted, words, document } = standing.fields;
  const given = { numbers: command.numbers, words: command.words, document: command.document };
  const fields = amended<NumberFields>({ numbers: asPrinted, words, document }, given, command.clear);
  if ('refused' in fields) return fields;
  const is = declaredFrom(fields, fields.numbers === 'none' ? [] : readNumbers(fields.numbers));
  if ('refused' in is) return is;
  const correction = restated(command, standing, is);
  if (correction === undefined) return [];
  if ('refused' in correction) return correction;
  const refusal = numberRegistered(report, is.ranges);
  if (refusal) return refusal;
  return [{ type: 'NumbersNotForPolicingCorrected', data: { ...saidOfCorrection(command), ...correction } }];
}
