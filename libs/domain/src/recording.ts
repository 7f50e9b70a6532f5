/**
 * Whose doing a sentence tells of. To assign, to answer or to close is the doing of whoever decided. To record, to enter
 * or to retract is the doing of whoever keeps the record, whoever is named as having decided: a force that is cited for
 * a grade has recorded nothing.
 */

import type { Aggregate } from './aggregates.ts';
import type { CODE_FORMS } from './code/code.events.ts';
import type { DECISION_FORMS } from './decision/decision.events.ts';
import type { DomainEvent } from './decider.ts';
import type { DIRECTORY_FORMS } from './directory/directory.events.ts';
import type { DOCUMENT_FORMS } from './document/document.events.ts';
import type { ESCALATION_FORMS } from './escalation/escalation.events.ts';
import type { MEETING_FORMS } from './meeting/meeting.events.ts';
import { sayAuthority } from './narrative.ts';
import type { PERSON_FORMS } from './person/person.events.ts';
import type { Authority, EveryEvent, Names } from './primitives.ts';
import type { RECOMMENDATION_FORMS } from './recommendation/recommendation.events.ts';
import type { REPORT_FORMS } from './report/report.events.ts';
import type { SERIES_FORMS } from './series/series.events.ts';

type EventType =
  | keyof typeof CODE_FORMS
  | keyof typeof DECISION_FORMS
  | keyof typeof DIRECTORY_FORMS
  | keyof typeof DOCUMENT_FORMS
  | keyof typeof ESCALATION_FORMS
  | keyof typeof MEETING_FORMS
  | keyof typeof PERSON_FORMS
  | keyof typeof RECOMMENDATION_FORMS
  | keyof typeof REPORT_FORMS
  | keyof typeof SERIES_FORMS;

const RECORDINGS: readonly EventType[] = [
  'ActionCompleted',
  'ActionLinked',
  'ActionReassignmentRetracted',
  'ActionUnlinked',
  'AttendanceRecorded',
  'BodyAliasAdded',
  'BodyAliasRetracted',
  'BodyRecorded',
  'BodyRenamed',
  'BodyRetracted',
  'BodySucceeded',
  'ChairDesignated',
  'ChairDesignationRetracted',
  'ChangeDropRetracted',
  'DecisionRetracted',
  'DocumentCodeRecorded',
  'DocumentPublicationRetracted',
  'DocumentPublished',
  'DocumentRecorded',
  'DocumentRetracted',
  'DocumentSendingRetracted',
  'DocumentSent',
  'DueDateChangeRetracted',
  'EscalationRaised',
  'EscalationRetracted',
  'EscalationStepRetracted',
  'FindingFannedOut',
  'FindingLabelRecorded',
  'FindingLabelRetracted',
  'FindingRegistered',
  'FindingRetracted',
  'GradeRecorded',
  'GradeRetracted',
  'HoldingBegun',
  'HoldingEnded',
  'HoldingRetracted',
  'LinkedActionEnded',
  'MeetingRecorded',
  'MeetingRetracted',
  'MeetingSeriesAliasAdded',
  'MeetingSeriesAliasRetracted',
  'MeetingSeriesClosed',
  'MeetingSeriesClosureRetracted',
  'MeetingSeriesOpened',
  'MeetingSeriesRenamed',
  'MeetingSeriesRetracted',
  'NumbersDeclaredNotForPolicing',
  'OverseerChanged',
  'PersonAliasAdded',
  'PersonAliasRetracted',
  'PersonRegistered',
  'PersonRetracted',
  'PositionRetracted',
  'PostAbolished',
  'PostAliasAdded',
  'PostAliasRetracted',
  'PostEstablished',
  'PostRenamed',
  'PostRetracted',
  'ProgressRetracted',
  'RaisedInErrorRetracted',
  'ReaffirmationRetracted',
  'RecommendationRaisedInError',
  'ReconsiderationRetracted',
  'ReportPublicationRetracted',
  'ReportPublished',
  'ReportRecorded',
  'ReportRetracted',
  'ResponsibilityTransferRetracted',
  'ResponsibilityTransferred',
  'SecretaryDesignated',
  'SecretaryDesignationRetracted',
  'SupersessionRetracted',
];
const recordings: ReadonlySet<string> = new Set(RECORDINGS);

/** The sentence of an event that somebody recorded, on their own authority or on another's. */
export function narrateRecorded(
  { narrate }: Pick<Aggregate, 'narrate'>,
  event: DomainEvent,
  recordedBy: Pick<Authority, 'person' | 'post' | 'policy'>,
  names: Names,
): string {
  const data = event.data as EveryEvent;
  const { decidedBy } = data;
  if (!recordings.has(event.type) || isOwn(decidedBy, recordedBy)) return narrate(event, names);
  const { person, post, policy } = recordedBy;
  const recorder = policy === undefined ? { person, post } : { policy };
  const told = narrate({ ...event, data: { ...data, decidedBy: recorder } }, names);
  return `${told} This stands on the authority of ${sayAuthority(decidedBy, names)}.`;
}

function isOwn(decidedBy: Authority, recordedBy: Authority): boolean {
  const { person, post, body, policy, capacity, decision } = decidedBy;
  if (capacity !== undefined || decision !== undefined || body !== undefined) return false;
  return person === recordedBy.person && post === recordedBy.post && policy === recordedBy.policy;
}
