import { type Decider, never, refuse, type Verdict } from '../decider.ts';
import { type CorrectFinding, correctFinding } from './correct-finding.ts';
import { type CorrectFindingLabel, correctFindingLabel } from './correct-finding-label.ts';
import { type CorrectGrade, correctGrade } from './correct-grade.ts';
import { type CorrectNumbersNotForPolicing, correctNumbersNotForPolicing } from './correct-numbers-not-for-policing.ts';
import { type CorrectReport, correctReport } from './correct-report.ts';
import { type CorrectReportDate, correctReportDate } from './correct-report-date.ts';
import { type DeclareNumbersNotForPolicing, declareNumbersNotForPolicing } from './declare-numbers-not-for-policing.ts';
import { type FanOutFinding, fanOutFinding } from './fan-out-finding.ts';
import { type RecordFindingLabel, recordFindingLabel } from './record-finding-label.ts';
import { type RecordGrade, recordGrade } from './record-grade.ts';
import { type RecordReport, recordReport } from './record-report.ts';
import { type RecordReportPublication, recordReportPublication } from './record-report-publication.ts';
import { type RegisterFinding, registerFinding } from './register-finding.ts';
import type { ReportEvent } from './report.events.ts';
import { evolve, initial, type Report } from './report.state.ts';
import { type RetractFinding, retractFinding } from './retract-finding.ts';
import { type RetractFindingLabel, retractFindingLabel } from './retract-finding-label.ts';
import { type RetractGrade, retractGrade } from './retract-grade.ts';
import { type RetractReport, retractReport } from './retract-report.ts';
import { type RetractReportPublication, retractReportPublication } from './retract-report-publication.ts';

export type ReportCommand =
  | RecordReport
  | CorrectReport
  | RetractReport
  | RecordReportPublication
  | CorrectReportDate
  | RetractReportPublication
  | RegisterFinding
  | CorrectFinding
  | RetractFinding
  | RecordFindingLabel
  | CorrectFindingLabel
  | RetractFindingLabel
  | DeclareNumbersNotForPolicing
  | CorrectNumbersNotForPolicing
  | RecordGrade
  | CorrectGrade
  | RetractGrade
  | FanOutFinding;

export const report: Decider<Report, ReportCommand, ReportEvent> = { category: 'report', initial, decide, evolve };

function decide(command: ReportCommand, state: Report): Verdict<ReportEvent> {
  if (command.kind === 'record-report') return recordReport(command, state);
  if (state.status === 'none') return refuse('report-not-recorded', 'There is no such report: record it first.');
  if (state.status === 'retracted') {
    if (command.kind === 'retract-report') return [];
    return refuse(
      'report-retracted',
      `${state.code} has been retracted, because it was recorded in error: record the report that there is.`,
    );
  }
  switch (command.kind) {
    case 'retract-report':
      return retractReport(command, state);
    case 'correct-report':
      return correctReport(command, state);
    case 'record-report-publication':
      return recordReportPublication(command, state);
    case 'correct-report-date':
      return correctReportDate(command, state);
    case 'retract-report-publication':
      return retractReportPublication(command, state);
    case 'register-finding':
      return registerFinding(command, state);
    case 'correct-finding':
      return correctFinding(command, state);
    case 'retract-finding':
      return retractFinding(command, state);
    case 'record-finding-label':
      return recordFindingLabel(command, state);
    case 'correct-finding-label':
      return correctFindingLabel(command, state);
    case 'retract-finding-label':
      return retractFindingLabel(command, state);
    case 'declare-numbers-not-for-policing':
      return declareNumbersNotForPolicing(command, state);
    case 'correct-numbers-not-for-policing':
      return correctNumbersNotForPolicing(command, state);
    case 'record-grade':
      return recordGrade(command, state);
    case 'correct-grade':
      return correctGrade(command, state);
    case 'retract-grade':
      return retractGrade(command, state);
    case 'fan-out-finding':
      return fanOutFinding(command, state);
    default:
      return never(command);
  }
}
