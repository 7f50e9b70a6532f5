/** A finding is registered once, under our own code; its label is kept as printed, and its number can't be one declared not for policing. (P04, P05, P13, T8.) */

import { refuse, same, type Verdict } from '../decider.ts';
import { type EveryCommand, type FindingId, said } from '../primitives.ts';
import { type DescribedFinding, findingFieldsFrom, findingMisfit } from './finding-fields.ts';
import type { ReportEvent } from './report.events.ts';
import { findingBlocker, type RecordedReport, referenceOf } from './report.state.ts';

export interface RegisterFinding extends EveryCommand, DescribedFinding {
  readonly kind: 'register-finding';
  /** Derived from the report's id and the code, so that registering it again finds it. */
  readonly finding: FindingId;
}

export function registerFinding(command: RegisterFinding, report: RecordedReport): Verdict<ReportEvent> {
  const fields = findingFieldsFrom(command);
  if ('refused' in fields) return fields;
  const registered = report.findings[command.finding];
  if (registered) {
    if (same(registered.fields, fields)) return [];
    return refuse(
      'finding-already-registered',
      `${referenceOf(report, registered)} has been registered already, with other content: correct it instead.`,
      [findingBlocker(report, registered)],
    );
  }
  const misfit = findingMisfit(report, command.finding, fields);
  if (misfit) return misfit;
  return [
    {
      type: 'FindingRegistered',
      data: { ...said(command, command.by.body), finding: command.finding, ...fields },
    },
  ];
}
