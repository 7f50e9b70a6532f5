/** A report recorded in error is retracted with the reason, once no finding of it stands and no document answers it. */

import { type Blocker, refuse, type Verdict } from '../decider.ts';
import { sayList } from '../narrative.ts';
import { type EveryCommand, said } from '../primitives.ts';
import type { ReportEvent } from './report.events.ts';
import { findingBlocker, type RecordedReport } from './report.state.ts';

export interface RetractReport extends EveryCommand {
  readonly kind: 'retract-report';
  readonly reason: string;
  /** The documents that are recorded as answering it. */
  readonly answeredBy: readonly Blocker[];
}

export function retractReport(command: RetractReport, report: RecordedReport): Verdict<ReportEvent> {
  const findings = Object.values(report.findings).map((finding) => findingBlocker(report, finding));
  if (findings.length > 0) {
    return refuse(
      'report-has-findings',
      `${report.code} has findings (${labels(findings)}): retract them first.`,
      findings,
    );
  }
  const { answeredBy, reason } = command;
  if (answeredBy.length > 0) {
    return refuse(
      'report-answered',
      `${report.code} is answered by ${labels(answeredBy)}: correct which report that answers first.`,
      answeredBy,
    );
  }
  const { fields, recordedBy: corrects } = report.details;
  return [
    {
      type: 'ReportRetracted',
      data: { ...said(command, command.by.body), corrects, was: { code: report.code, ...fields }, reason },
    },
  ];
}

function labels(blockers: readonly Blocker[]): string {
  return sayList(blockers.map(({ label }) => label)) ?? '';
}
