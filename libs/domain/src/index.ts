// The kernel and the shared words.
export * from './decider.ts';
export * from './primitives.ts';
export * from './words.ts';
export { sayAuthority } from './narrative.ts';
export * from './calendar/civil-date.ts';
export * from './calendar/precise-date.ts';

// One block an aggregate: its decider, its events, and what its state is called.
export * from './recommendation/recommendation.events.ts';
export { recommendation, type RecommendationCommand } from './recommendation/recommendation.decider.ts';
export { narrateRecommendation } from './recommendation/recommendation.narrative.ts';
export {
  openActions,
  positionCalled,
  type Raised,
  type Recommendation,
  workAt,
} from './recommendation/recommendation.state.ts';
export type { Speaker, SpeakerFacts } from './recommendation/speaker.ts';

export * from './calendar/statutory-clock.ts';
export { sayDeadline } from './report/deadline.ts';
export * from './report/finding.ts';
export * from './report/report.events.ts';
export { report, type ReportCommand } from './report/report.decider.ts';
export { narrateReport } from './report/report.narrative.ts';
export {
  findingCopy,
  findingCorrectedBy,
  findingReference,
  type RaisedFromFinding,
  type RecordedReport,
  type RegisteredFinding,
  type Report,
} from './report/report.state.ts';

export { citesStill } from './citations.ts';
export * from './document/document.events.ts';
export { document, type DocumentCommand } from './document/document.decider.ts';
export { narrateDocument } from './document/document.narrative.ts';
export { type Document, type RecordedDocument } from './document/document.state.ts';

// Every aggregate by its category.
export * from './aggregates.ts';
export { narrateRecorded } from './recording.ts';

export * from './series/series.events.ts';
export { series, type SeriesCommand } from './series/series.decider.ts';
export { narrateSeries } from './series/series.narrative.ts';
export type { OpenedSeries, Series } from './series/series.state.ts';

export * from './meeting/meeting.events.ts';
export { meeting, type MeetingCommand } from './meeting/meeting.decider.ts';
export { narrateMeeting } from './meeting/meeting.narrative.ts';
export type { Meeting, RecordedMeeting } from './meeting/meeting.state.ts';

export * from './escalation/escalation.events.ts';
export { escalation, type EscalationCommand } from './escalation/escalation.decider.ts';
export { aboutFrom, originFrom, targetFrom } from './escalation/escalation-fields.ts';
export { narrateEscalation } from './escalation/escalation.narrative.ts';
export type { Escalation, RaisedEscalation } from './escalation/escalation.state.ts';

export * from './decision/decision.changes.ts';
export * from './decision/decision.events.ts';
export { decision, type DecisionCommand } from './decision/decision.decider.ts';
export { narrateDecision } from './decision/decision.narrative.ts';
export {
  type Decision,
  pendingChanges,
  type RecordedChange,
  type RecordedDecision,
  stampOf,
  yetToName,
} from './decision/decision.state.ts';

export * from './calendar/london.ts';
export { type Attribution, attributionOf, type Correction, withoutAttribution } from './corrections.ts';

export * from './directory/directory.events.ts';
export { directory, type DirectoryCommand } from './directory/directory.decider.ts';
export { narrateDirectory } from './directory/directory.narrative.ts';
export { chairOf, type Directory, type RecordedBody, secretaryOf } from './directory/directory.state.ts';
export { holderOn, holdersAmong } from './directory/holdings.ts';

export * from './person/person.events.ts';
export { person, type PersonCommand } from './person/person.decider.ts';
export { narratePerson } from './person/person.narrative.ts';
export type { Person, RegisteredPerson } from './person/person.state.ts';

export * from './person/erasure/erasure.events.ts';
export { erasure, type ErasureCommand } from './person/erasure/erasure.decider.ts';
export { narrateErasure } from './person/erasure/erasure.narrative.ts';
export type { Erasure } from './person/erasure/erasure.state.ts';

export * from './code/code.events.ts';
export { code, type CodeCommand } from './code/code.decider.ts';
export { narrateCode } from './code/code.narrative.ts';
export type { Code } from './code/code.state.ts';
