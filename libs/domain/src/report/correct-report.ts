/** A title, publisher or expected date recorded wrongly is corrected by saying what was wrong and why. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDateIfGiven } from '../calendar/precise-date.ts';
import { amended, type Correcting } from '../corrections.ts';
import type { Verdict } from '../decider.ts';
import type { BodyId } from '../primitives.ts';
import { restated, saidOfCorrection } from '../standing.ts';
import type { ReportEvent } from './report.events.ts';
import type { RecordedReport } from './report.state.ts';

/** What is left out stays as it was recorded. */
export interface CorrectReport extends Correcting<'publisher' | 'expectedOn'> {
  readonly kind: 'correct-report';
  readonly title?: string;
  readonly publisher?: BodyId;
  /** When it is or was expected, as a date expression: a published report keeps it. */
  readonly expectedOn?: string;
}

export function correctReport(command: CorrectReport, report: RecordedReport): Verdict<ReportEvent> {
  const unclear = dateUnclear(command.expectedOn);
  if (unclear) return unclear;
  const { title, publisher } = command;
  const given = { title, publisher, expectedOn: readDateIfGiven(command.expectedOn) };
  const is = amended(report.details.fields, given, command.clear);
  if ('refused' in is) return is;
  const correction = restated(command, report.details, is);
  if (correction === undefined) return [];
  if ('refused' in correction) return correction;
  return [{ type: 'ReportCorrected', data: { ...saidOfCorrection(command), ...correction } }];
}
