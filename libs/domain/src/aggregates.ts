/**
 * Everything Minutebook keeps a record of, by the category of its streams: how it decides, how its events read, and
 * which forms of them there are. What reads the log knows an event by this table and refuses what is not in it.
 */

import { code } from './code/code.decider.ts';
import { CODE_FORMS } from './code/code.events.ts';
import { narrateCode } from './code/code.narrative.ts';
import type { Decider, DomainEvent } from './decider.ts';
import { decision } from './decision/decision.decider.ts';
import { DECISION_FORMS } from './decision/decision.events.ts';
import { narrateDecision } from './decision/decision.narrative.ts';
import { directory } from './directory/directory.decider.ts';
import { DIRECTORY_FORMS } from './directory/directory.events.ts';
import { narrateDirectory } from './directory/directory.narrative.ts';
import { document } from './document/document.decider.ts';
import { DOCUMENT_FORMS } from './document/document.events.ts';
import { narrateDocument } from './document/document.narrative.ts';
import { escalation } from './escalation/escalation.decider.ts';
import { ESCALATION_FORMS } from './escalation/escalation.events.ts';
import { narrateEscalation } from './escalation/escalation.narrative.ts';
import { meeting } from './meeting/meeting.decider.ts';
import { MEETING_FORMS } from './meeting/meeting.events.ts';
import { narrateMeeting } from './meeting/meeting.narrative.ts';
import { erasure } from './person/erasure/erasure.decider.ts';
import { ERASURE_FORMS } from './person/erasure/erasure.events.ts';
import { narrateErasure } from './person/erasure/erasure.narrative.ts';
import { person } from './person/person.decider.ts';
import { PERSON_FORMS } from './person/person.events.ts';
import { narratePerson } from './person/person.narrative.ts';
import type { Names } from './primitives.ts';
import { recommendation } from './recommendation/recommendation.decider.ts';
import { RECOMMENDATION_FORMS } from './recommendation/recommendation.events.ts';
import { narrateRecommendation } from './recommendation/recommendation.narrative.ts';
import { report } from './report/report.decider.ts';
import { REPORT_FORMS } from './report/report.events.ts';
import { narrateReport } from './report/report.narrative.ts';
import { series } from './series/series.decider.ts';
import { SERIES_FORMS } from './series/series.events.ts';
import { narrateSeries } from './series/series.narrative.ts';

/** An aggregate without its types, for code that serves them all. Hand it its own commands, state and events only. */
export interface Aggregate {
  readonly decider: Decider<unknown, { readonly kind: string }, DomainEvent>;
  /** The event as the sentence an auditor reads. */
  narrate(event: DomainEvent, names: Names): string;
  /** Every event type there is, and the newest version of its form. */
  readonly forms: Readonly<Record<string, number>>;
}

export const AGGREGATES: Readonly<Record<string, Aggregate>> = {
  code: { decider: code, narrate: narrateCode, forms: CODE_FORMS },
  decision: { decider: decision, narrate: narrateDecision, forms: DECISION_FORMS },
  directory: { decider: directory, narrate: narrateDirectory, forms: DIRECTORY_FORMS },
  document: { decider: document, narrate: narrateDocument, forms: DOCUMENT_FORMS },
  erasure: { decider: erasure, narrate: narrateErasure, forms: ERASURE_FORMS },
  escalation: { decider: escalation, narrate: narrateEscalation, forms: ESCALATION_FORMS },
  meeting: { decider: meeting, narrate: narrateMeeting, forms: MEETING_FORMS },
  person: { decider: person, narrate: narratePerson, forms: PERSON_FORMS },
  recommendation: { decider: recommendation, narrate: narrateRecommendation, forms: RECOMMENDATION_FORMS },
  report: { decider: report, narrate: narrateReport, forms: REPORT_FORMS },
  series: { decider: series, narrate: narrateSeries, forms: SERIES_FORMS },
};
