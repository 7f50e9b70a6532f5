import { type Blocker, never, type Refusal, refuse, stated } from '../decider.ts';
import type { BodyId, DocumentId, EventId, FindingId, RecommendationId, ReportId } from '../primitives.ts';
import type { FindingCopy } from '../recommendation/recommendation.events.ts';
import { restood, type Standing, stands } from '../standing.ts';
import type {
  Addressee,
  DeclaredNumbers,
  FindingFields,
  PrintedLabel,
  RecordedGrade,
  ReportDetails,
  ReportEvent,
  ReportEventOf,
  ReportPublication,
} from './report.events.ts';

export interface RegisteredFinding extends Standing<FindingFields> {
  readonly id: FindingId;
  /** The correction that made it what it is; absent when it stands as it was registered. */
  readonly correctedBy: EventId | undefined;
  readonly fannedOutTo: readonly Addressee[];
  /** Bodies that a fan-out passed over, saying that it had been raised to them in error. */
  readonly toldInError: readonly BodyId[];
  readonly labels: Readonly<Record<DocumentId, Standing<PrintedLabel>>>;
}

/** A recommendation as the rules of its finding need it. */
export interface RaisedFromFinding {
  readonly id: RecommendationId;
  readonly reference: string;
  readonly body: BodyId;
  readonly isRaisedInError: boolean;
}

/** The least the rules need. Everything people read is in the views. */
export interface RecordedReport {
  /** A retracted one was recorded in error. */
  readonly status: 'recorded' | 'retracted';
  readonly id: ReportId;
  readonly code: string;
  readonly details: Standing<ReportDetails>;
  /** Absent while the report is expected. */
  readonly publication: Standing<ReportPublication> | undefined;
  readonly findings: Readonly<Record<FindingId, RegisteredFinding>>;
  readonly notForPolicing: Standing<DeclaredNumbers> | undefined;
  readonly grades: Readonly<Record<BodyId, Standing<RecordedGrade>>>;
  /** What has been retracted, so that retracting it again is no mistake: ids, and `<finding>/<document>` of labels. */
  readonly retracted: readonly string[];
}

export type Report = { readonly status: 'none' } | RecordedReport;

export const initial: Report = { status: 'none' };

export function evolve(state: Report, event: ReportEvent, eventId: EventId): Report {
  if (event.type === 'ReportRecorded') {
    const { report, code, title, publisher, expectedOn } = event.data;
    return {
      status: 'recorded',
      id: report,
      code,
      details: stands(stated({ title, publisher, expectedOn }), event.data, eventId),
      publication: undefined,
      findings: {},
      notForPolicing: undefined,
      grades: {},
      retracted: [],
    };
  }
  if (state.status === 'none') throw new Error(`${event.type} before ReportRecorded`);
  switch (event.type) {
    case 'ReportCorrected':
      return { ...state, details: restood(event.data, eventId) };
    case 'ReportRetracted':
      return { ...state, status: 'retracted' };
    case 'ReportPublished':
      return { ...state, publication: stands({ publishedOn: event.data.publishedOn }, event.data, eventId) };
    case 'ReportDateCorrected':
      return { ...state, publication: restood(event.data, eventId) };
    case 'ReportPublicationRetracted':
      return { ...state, publication: undefined, retracted: [...state.retracted, state.id] };
    case 'FindingRegistered': {
      const { finding, code, findingKind, label, text, subParts, addressees, parent, deadline } = event.data;
      const registered: RegisteredFinding = {
        id: finding,
        ...stands(
          stated({ code, findingKind, label, text, subParts, addressees, parent, deadline }),
          event.data,
          eventId,
        ),
        correctedBy: undefined,
        fannedOutTo: [],
        toldInError: [],
        labels: {},
      };
      return { ...state, findings: { ...state.findings, [finding]: registered } };
    }
    case 'FindingCorrected':
      return changeFinding(state, event.data.finding, (finding) => ({
        ...finding,
        ...restood(event.data, eventId),
        correctedBy: eventId,
      }));
    case 'FindingRetracted': {
      const { [event.data.finding]: _retracted, ...findings } = state.findings;
      return { ...state, findings, retracted: [...state.retracted, event.data.finding] };
    }
    case 'FindingLabelRecorded': {
      const { finding: id, document, number, label } = event.data;
      return changeLabel(state, id, document, stands(stated({ number, label }), event.data, eventId));
    }
    case 'FindingLabelCorrected':
      return changeLabel(state, event.data.finding, event.data.document, restood(event.data, eventId));
    case 'FindingLabelRetracted': {
      const { finding: id, document } = event.data;
      const next = changeFinding(state, id, (finding) => {
        const { [document]: _retracted, ...labels } = finding.labels;
        return { ...finding, labels };
      });
      return { ...next, retracted: [...next.retracted, labelKey(id, document)] };
    }
    case 'NumbersDeclaredNotForPolicing': {
      const { asPrinted, ranges, words, document } = event.data;
      const declared = stands(stated({ asPrinted, ranges, words, document }), event.data, eventId);
      return { ...state, notForPolicing: declared };
    }
    case 'NumbersNotForPolicingCorrected':
      return { ...state, notForPolicing: restood(event.data, eventId) };
    case 'GradeRecorded': {
      const { gradedBody, grade, words, document } = event.data;
      return changeGrade(state, gradedBody, stands(stated({ grade, words, document }), event.data, eventId));
    }
    case 'GradeCorrected':
      return changeGrade(state, event.data.gradedBody, restood(event.data, eventId));
    case 'GradeRetracted': {
      const { [event.data.gradedBody]: _retracted, ...grades } = state.grades;
      return { ...state, grades, retracted: [...state.retracted, event.data.gradedBody] };
    }
    case 'FindingFannedOut':
      return changeFinding(state, event.data.finding, (finding) => ({
        ...finding,
        fannedOutTo: [...finding.fannedOutTo, ...event.data.addressees],
        toldInError: [...finding.toldInError, ...skippedInError(event.data)],
      }));
    default:
      return never(event);
  }
}

function skippedInError({ skipped = [] }: ReportEventOf<'FindingFannedOut'>['data']): BodyId[] {
  return skipped.filter(({ because }) => because === 'raisedInError').map(({ body }) => body);
}

function changeFinding(
  state: RecordedReport,
  id: FindingId,
  change: (finding: RegisteredFinding) => RegisteredFinding,
): RecordedReport {
  const finding = state.findings[id];
  if (!finding) throw new Error(`No finding ${id} in ${state.code}`);
  return { ...state, findings: { ...state.findings, [id]: change(finding) } };
}

function changeLabel(
  state: RecordedReport,
  id: FindingId,
  document: DocumentId,
  label: Standing<PrintedLabel>,
): RecordedReport {
  return changeFinding(state, id, (finding) => ({ ...finding, labels: { ...finding.labels, [document]: label } }));
}

function changeGrade(state: RecordedReport, body: BodyId, grade: Standing<RecordedGrade>): RecordedReport {
  return { ...state, grades: { ...state.grades, [body]: grade } };
}

/** What a retracted label is remembered by. */
export function labelKey(finding: FindingId, document: DocumentId): string {
  return `${finding}/${document}`;
}

export function notPublished(report: RecordedReport): Refusal {
  return refuse('report-not-published', `${report.code} is expected, not published: record its publication first.`);
}

/** The finding, when the report has it. */
export function registeredFinding(report: RecordedReport, id: FindingId): RegisteredFinding | Refusal {
  return report.findings[id] ?? refuse('finding-unknown', `${report.code} has no such finding: register it first.`);
}

/** What the finding is known by to people: `OIC-R1`. */
export function referenceOf(report: RecordedReport, finding: RegisteredFinding): string {
  return `${report.code}-${finding.fields.code}`;
}

/** What names a finding on a page: `OIC-R1 Recommendation 1`. */
export function findingBlocker(report: RecordedReport, finding: RegisteredFinding): Blocker {
  const { label } = finding.fields;
  const reference = referenceOf(report, finding);
  return { kind: 'finding', id: finding.id, label: label === undefined ? reference : `${reference} ${label}` };
}

/** The findings that follow from this one. */
export function childrenOf(report: RecordedReport, id: FindingId): RegisteredFinding[] {
  return Object.values(report.findings).filter((finding) => finding.fields.parent === id);
}

function findingIn(report: Report, id: FindingId): RegisteredFinding | undefined {
  return report.status === 'none' ? undefined : report.findings[id];
}

/** The finding as a recommendation copies it when it falls on a body; undefined when the report has no such finding. */
export function findingCopy(report: Report, id: FindingId): FindingCopy | undefined {
  const finding = findingIn(report, id);
  if (!finding) return undefined;
  const { findingKind: kind, label, text, subParts, deadline } = finding.fields;
  return stated({ kind, label, text, subParts, deadline });
}

/** The last correction of the finding; undefined when it stands as it was registered, or is not in the report. */
export function findingCorrectedBy(report: Report, id: FindingId): EventId | undefined {
  return findingIn(report, id)?.correctedBy;
}

/** `OIC-R1`: the part of a recommendation's reference that its report gives. */
export function findingReference(report: Report, id: FindingId): string | undefined {
  const finding = findingIn(report, id);
  return report.status === 'none' || !finding ? undefined : referenceOf(report, finding);
}
