/** What can be asked of each list. */

import { Count, Flag, OneOf, Optional, Reference, Words } from '#application';
import {
  DOCUMENT_TYPES,
  type DocumentType,
  FINDING_KINDS,
  type FindingKind,
  SERIES_KINDS,
  type SeriesKind,
} from '#domain';
import {
  ACTION_SORTS,
  ACTION_STATUSES,
  DECISION_STATUSES,
  type DecisionStatus,
  ESCALATION_STATUSES,
  type EscalationStatus,
  NOT_CARRIED_OUT,
  type NotCarriedOutAs,
  PAGE_SIZE_MAX,
  RECOMMENDATION_STATUSES,
  type RecommendationStatus,
  REGISTER_SORTS,
  type RegisterSort,
  SERIES_STATUSES,
  type SeriesStatus,
} from '#read-model';
import { Day, PastDay } from './query-fields.ts';

export class AsRecordedQuery {
  /** The list or item as recorded by the end of this day in London, which has come: `2026-02-06`; as recorded now when left out */
  @Optional()
  @PastDay()
  asRecordedBy?: string;
}

export class ListQuery extends AsRecordedQuery {
  /** Which page, counted from 1 */
  @Optional()
  @Count(1, 999_999)
  page?: number;

  /** How many on a page; 50 when left out */
  @Optional()
  @Count(1, PAGE_SIZE_MAX)
  pageSize?: number;
}

export class RecommendationsQuery extends ListQuery {
  /** The body that has to answer: `SYP` */
  @Optional()
  @Reference('body')
  body?: string;

  /** The report: `OIC` */
  @Optional()
  @Reference('report')
  report?: string;

  /** The finding: `OIC-R1` */
  @Optional()
  @Reference('finding')
  finding?: string;

  /** The kind of finding */
  @Optional()
  @OneOf(FINDING_KINDS)
  kind?: FindingKind;

  /** Where it stands */
  @Optional()
  @OneOf(RECOMMENDATION_STATUSES)
  status?: RecommendationStatus;

  /** A post that leads an open action: `SYP/ACC` */
  @Optional()
  @Reference('post')
  lead?: string;

  /** The local policing body that oversees it: `SYMCA` */
  @Optional()
  @Reference('body')
  overseer?: string;

  /** Its next due date lies before this day */
  @Optional()
  @Day()
  dueBefore?: string;

  /** Words in its reference, label, text or sub-parts */
  @Optional()
  @Words(200)
  text?: string;

  /** In which order; by reference when left out */
  @Optional()
  @OneOf(REGISTER_SORTS)
  sort?: RegisterSort;
}

export class ActionsQuery extends ListQuery {
  /** The post that leads it: `SYP/ACC` */
  @Optional()
  @Reference('post')
  lead?: string;

  /** The forum that leads it: `MARTOM` */
  @Optional()
  @Reference('series')
  leadForum?: string;

  /** The body that leads it */
  @Optional()
  @Reference('body')
  leadBody?: string;

  /** Nobody is named who leads it */
  @Optional()
  @Flag()
  noLead?: boolean;

  /** The body of the recommendation that is its home, or of one that links it */
  @Optional()
  @Reference('body')
  body?: string;

  /** The local policing body that oversees that recommendation */
  @Optional()
  @Reference('body')
  overseer?: string;

  /** The recommendation that is its home, or links it: `OIC-R1/SYP` */
  @Optional()
  @Reference('recommendation')
  recommendation?: string;

  /** Where it stands */
  @Optional()
  @OneOf(ACTION_STATUSES)
  status?: (typeof ACTION_STATUSES)[number];

  /** It is due before this day */
  @Optional()
  @Day()
  dueBefore?: string;

  /** In which order; by lead when left out */
  @Optional()
  @OneOf(ACTION_SORTS)
  sort?: (typeof ACTION_SORTS)[number];
}

export class DecisionsQuery extends ListQuery {
  /** Whether it is in force; one that was retracted is listed only when it is asked for */
  @Optional()
  @OneOf(DECISION_STATUSES)
  status?: DecisionStatus;

  /** The body that recorded it */
  @Optional()
  @Reference('body')
  body?: string;

  /** The meeting it was made at: `MARTOM/2026-01-20` */
  @Optional()
  @Reference('meeting')
  meeting?: string;

  /** A recommendation it is about or changes: `OIC-R1/SYP` */
  @Optional()
  @Reference('recommendation')
  recommendation?: string;
}

export class DecisionsNotCarriedOutQuery extends ListQuery {
  /** What has become of the change */
  @Optional()
  @OneOf(NOT_CARRIED_OUT)
  outcome?: NotCarriedOutAs;

  /** The body that recorded the decision */
  @Optional()
  @Reference('body')
  body?: string;
}

export class EscalationsQuery extends ListQuery {
  /** Where it stands; one that was retracted is listed only when it is asked for */
  @Optional()
  @OneOf(ESCALATION_STATUSES)
  status?: EscalationStatus;

  /** The body that recorded it */
  @Optional()
  @Reference('body')
  body?: string;

  /** A recommendation it is about: `YHSOC-AFI-A/WYP` */
  @Optional()
  @Reference('recommendation')
  recommendation?: string;

  /** The meeting it was raised at */
  @Optional()
  @Reference('meeting')
  fromMeeting?: string;

  /** The board or other forum that is asked */
  @Optional()
  @Reference('series')
  toSeries?: string;

  /** An answer is asked for before this day */
  @Optional()
  @Day()
  answerBefore?: string;
}

export class MeetingsQuery extends ListQuery {
  /** The series it is a sitting of: `MARTOM` */
  @Optional()
  @Reference('series')
  series?: string;

  /** What kind it is */
  @Optional()
  @OneOf(SERIES_KINDS)
  kind?: SeriesKind;

  /** It was held on this day or later */
  @Optional()
  @Day()
  from?: string;

  /** It was held before this day */
  @Optional()
  @Day()
  before?: string;
}

export class SeriesQuery extends ListQuery {
  /** What kind of forum it is */
  @Optional()
  @OneOf(SERIES_KINDS)
  kind?: SeriesKind;

  /** The body it belongs to */
  @Optional()
  @Reference('body')
  ofBody?: string;

  /** Whether it still meets; those that were retracted are listed only when they are asked for */
  @Optional()
  @OneOf(SERIES_STATUSES)
  status?: SeriesStatus;
}

export class DocumentsQuery extends ListQuery {
  /** What it is */
  @Optional()
  @OneOf(DOCUMENT_TYPES)
  documentType?: DocumentType;

  /** The body it comes from */
  @Optional()
  @Reference('body')
  issuedBy?: string;

  /** The report it answers: `OIC` */
  @Optional()
  @Reference('report')
  answersReport?: string;
}

export class PostsQuery extends ListQuery {
  /** The body it is a post of: `SYP` */
  @Optional()
  @Reference('body')
  body?: string;
}
