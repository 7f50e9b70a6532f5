/** A publication that has not happened is retracted with the reason: the report is expected again. */

import type { Verdict } from '../decider.ts';
import { type EveryCommand, said } from '../primitives.ts';
import type { ReportEvent } from './report.events.ts';
import { notPublished, type RecordedReport } from './report.state.ts';

export interface RetractReportPublication extends EveryCommand {
  readonly kind: 'retract-report-publication';
  readonly reason: string;
}

export function retractReportPublication(
  command: RetractReportPublication,
  report: RecordedReport,
): Verdict<ReportEvent> {
  if (!report.publication) return report.retracted.includes(report.id) ? [] : notPublished(report);
  const { fields: was, recordedBy: corrects } = report.publication;
  return [
    {
      type: 'ReportPublicationRetracted',
      data: { ...said(command, command.by.body), corrects, was, reason: command.reason },
    },
  ];
}
