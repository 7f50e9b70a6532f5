/**
 * What happens to an inspection report: it is recorded and published, its findings are registered and fanned out to
 * the bodies they are addressed to, and the bodies it grades are graded.
 *
 * These names and fields are the storage format. They are never renamed and never change their meaning; what must
 * change becomes a new literal, and the old form is read through `report.forms.ts` for ever.
 */

import type { PreciseDate } from '../calendar/precise-date.ts';
import type { BodyId, DocumentId, EveryEvent, EventId, FindingId, ReportId } from '../primitives.ts';
import type { Deadline } from '../recommendation/recommendation.events.ts';
import type { Restatement } from '../standing.ts';
import type { FindingKind, SubPart } from './finding.ts';

export const GRADES = ['outstanding', 'good', 'adequate', 'requiresImprovement', 'inadequate'] as const;
export type Grade = (typeof GRADES)[number];

/** What a report is called and who publishes it. */
export interface ReportDetails {
  /** The exact title, as printed. */
  readonly title: string;
  readonly publisher?: BodyId;
  /** When it was expected, where it was recorded before it was published. */
  readonly expectedOn?: PreciseDate;
}

export interface ReportPublication {
  readonly publishedOn: PreciseDate;
}

export interface FindingFields {
  /** Our own code, unique in the report and the same for ever: `R1`, `AFI-A`. */
  readonly code: string;
  readonly findingKind: FindingKind;
  /** As the report prints it: "Recommendation 1". */
  readonly label?: string;
  readonly text: string;
  readonly subParts: readonly SubPart[];
  /** The classes it is addressed to, as printed: "chief constables". */
  readonly addressees: readonly string[];
  /** The cause of concern that it follows from. */
  readonly parent?: FindingId;
  readonly deadline?: Deadline;
}

/** How another document prints a finding. */
export interface PrintedLabel {
  /** "1)" */
  readonly number?: string;
  /** "key recommendation" */
  readonly label?: string;
}

export interface NumberRange {
  readonly from: number;
  /** Included; the same number when it stands alone. */
  readonly to: number;
}

/** The report's numbers that are not for policing, so that a gap in the numbering is not a loss. */
export interface DeclaredNumbers {
  /** As the command wrote them: "4-8 and 10". */
  readonly asPrinted: string;
  readonly ranges: readonly NumberRange[];
  /** The exact words that say so. */
  readonly words?: string;
  readonly document?: DocumentId;
}

export interface RecordedGrade {
  readonly grade: Grade;
  readonly words?: string;
  readonly document?: DocumentId;
}

/** A body that a finding falls on, and the local policing body that oversees it. */
export interface Addressee {
  readonly body: BodyId;
  readonly overseer?: BodyId;
}

interface Event<Type extends string, Data> {
  readonly type: Type;
  readonly data: EveryEvent & Data;
}

interface Retraction<Recorded> {
  readonly corrects: EventId;
  readonly was: Recorded;
  readonly reason: string;
}

export type ReportEvent =
  | Event<'ReportRecorded', { readonly report: ReportId; readonly code: string } & ReportDetails>
  | Event<'ReportCorrected', Restatement<ReportDetails>>
  /** It was recorded in error: nothing that was recorded of it stands. */
  | Event<'ReportRetracted', Retraction<{ readonly code: string } & ReportDetails>>
  | Event<'ReportPublished', ReportPublication>
  | Event<'ReportDateCorrected', Restatement<ReportPublication>>
  | Event<'ReportPublicationRetracted', Retraction<ReportPublication>>
  | Event<'FindingRegistered', { readonly finding: FindingId } & FindingFields>
  | Event<'FindingCorrected', { readonly finding: FindingId } & Restatement<FindingFields>>
  | Event<'FindingRetracted', { readonly finding: FindingId } & Retraction<FindingFields>>
  | Event<'FindingLabelRecorded', { readonly finding: FindingId; readonly document: DocumentId } & PrintedLabel>
  | Event<
      'FindingLabelCorrected',
      { readonly finding: FindingId; readonly document: DocumentId } & Restatement<PrintedLabel>
    >
  | Event<
      'FindingLabelRetracted',
      { readonly finding: FindingId; readonly document: DocumentId } & Retraction<PrintedLabel>
    >
  | Event<'NumbersDeclaredNotForPolicing', DeclaredNumbers>
  | Event<'NumbersNotForPolicingCorrected', Restatement<DeclaredNumbers>>
  | Event<'GradeRecorded', { readonly gradedBody: BodyId } & RecordedGrade>
  | Event<'GradeCorrected', { readonly gradedBody: BodyId } & Restatement<RecordedGrade>>
  | Event<'GradeRetracted', { readonly gradedBody: BodyId } & Retraction<RecordedGrade>>
  | Event<
      'FindingFannedOut',
      {
        readonly finding: FindingId;
        /** Only those it had not fallen on before. */
        readonly addressees: readonly Addressee[];
        /** Bodies that were asked for and passed over. */
        readonly skipped?: readonly { readonly body: BodyId; readonly because: 'fallsOnItAlready' | 'raisedInError' }[];
      }
    >;

export type ReportEventOf<Type extends ReportEvent['type']> = Extract<ReportEvent, { type: Type }>;

/** The newest form of each event: what is not named here, or is newer, is refused when it is read. */
export const REPORT_FORMS = {
  ReportRecorded: 1,
  ReportCorrected: 1,
  ReportRetracted: 1,
  ReportPublished: 1,
  ReportDateCorrected: 1,
  ReportPublicationRetracted: 1,
  FindingRegistered: 1,
  FindingCorrected: 1,
  FindingRetracted: 1,
  FindingLabelRecorded: 1,
  FindingLabelCorrected: 1,
  FindingLabelRetracted: 1,
  NumbersDeclaredNotForPolicing: 1,
  NumbersNotForPolicingCorrected: 1,
  GradeRecorded: 1,
  GradeCorrected: 1,
  GradeRetracted: 1,
  FindingFannedOut: 1,
} satisfies Record<ReportEvent['type'], number>;
