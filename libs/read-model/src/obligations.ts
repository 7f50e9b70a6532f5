/**
 * What the policies still owe. Each is a difference between two streams, kept as the two sides and asked for as their
 * difference, so that it does not matter which of them arrives first.
 */

import {
  type ActionId,
  type BodyId,
  type DecisionId,
  type EventId,
  type FindingCopy,
  type FindingFields,
  type FindingId,
  type RecommendationEvent,
  type RecommendationId,
  type ReportEvent,
  type ReportId,
  stated,
} from '#domain';
import type { Database } from './database.ts';
import { decisionChangesTable, decisionsTable } from './decisions.ts';
import { plainTable } from './recorded-table.ts';
import { idOf, standing } from './rows.ts';
import { type Handlers, leaves, type View } from './view.ts';

/** A decision in force with changes that have no outcome yet. */
export interface PendingChanges {
  readonly decision: DecisionId;
  readonly number: string;
  /** The body that recorded the decision. */
  readonly body: BodyId;
  /** The event that recorded the decision. */
  readonly eventId: EventId;
  /** Places of the changes in the decision, counted from 1. */
  readonly changes: readonly number[];
}

/** A finding that was fanned out to a body and has not been raised to it. */
export interface Unraised {
  readonly report: ReportId;
  readonly finding: FindingId;
  readonly body: BodyId;
  readonly overseer?: BodyId;
  /** The event that fanned it out, and the body that recorded it. */
  readonly eventId: EventId;
  readonly by: BodyId;
  readonly illustration: boolean;
}

/** A recommendation that links an action which has ended at home. */
export interface LinkToEnd {
  readonly recommendation: RecommendationId;
  readonly action: ActionId;
  readonly ended: 'completed' | 'withdrawn';
  /** The event that ended it, and the body it belongs to. */
  readonly eventId: EventId;
  readonly body: BodyId;
  /** The event that linked it. */
  readonly linkEventId: EventId;
}

/** A recommendation whose copy of the finding is not the finding as it was corrected. */
export interface StaleCopy {
  readonly recommendation: RecommendationId;
  readonly report: ReportId;
  readonly finding: FindingId;
  /** The finding as it stands: what the copy should say. */
  readonly copy: FindingCopy;
  /** The event that corrected the finding, the body that recorded it, and its reason. */
  readonly eventId: EventId;
  readonly body: BodyId;
  readonly reason: string;
}

/** Oldest first; at most so many at a time. */
export interface ObligationQueries {
  pendingChanges(limit?: number): PendingChanges[];
  unraised(limit?: number): Unraised[];
  linksToEnd(limit?: number): LinkToEnd[];
  staleCopies(limit?: number): StaleCopy[];
}

const LIMIT = 200;

interface FanOut {
  finding: FindingId;
  body: BodyId;
  report: ReportId;
  overseer?: BodyId;
  eventId: EventId;
  recorder: BodyId;
  illustration: boolean;
  recordedAt: string;
}

interface RaisedCopy {
  recommendation: RecommendationId;
  finding: FindingId;
  body: BodyId;
  /** The copy of the finding, written the same way whatever the order of its fields. */
  copy: string;
  isRaisedInError: boolean;
}

interface CorrectedFinding {
  finding: FindingId;
  report: ReportId;
  copy: string;
  eventId: EventId;
  body: BodyId;
  reason: string;
  recordedAt: string;
}

interface OpenLink {
  recommendation: RecommendationId;
  action: ActionId;
  linkEventId: EventId;
}

interface EndedAction {
  action: ActionId;
  ended: 'completed' | 'withdrawn';
  eventId: EventId;
  body: BodyId;
  recordedAt: string;
}

const fanOuts = plainTable<FanOut>('owed_fan_outs', ['finding', 'body'], {
  finding: 'text',
  body: 'text',
  report: 'text',
  overseer: 'text',
  eventId: 'text',
  recorder: 'text',
  illustration: 'flag',
  recordedAt: 'text',
});

const raisedCopies = plainTable<RaisedCopy>(
  'owed_raised',
  ['recommendation'],
  { recommendation: 'text', finding: 'text', body: 'text', copy: 'text', isRaisedInError: 'flag' },
  [['finding', 'body']],
);

const correctedFindings = plainTable<CorrectedFinding>('owed_corrections', ['finding'], {
  finding: 'text',
  report: 'text',
  copy: 'text',
  eventId: 'text',
  body: 'text',
  reason: 'text',
  recordedAt: 'text',
});

const openLinks = plainTable<OpenLink>(
  'owed_links',
  ['recommendation', 'action'],
  { recommendation: 'text', action: 'text', linkEventId: 'text' },
  [['action']],
);

const endedActions = plainTable<EndedAction>('owed_ended_actions', ['action'], {
  action: 'text',
  ended: 'text',
  eventId: 'text',
  body: 'text',
  recordedAt: 'text',
});

export const obligations: View<ObligationQueries> = {
  name: 'obligations',
  file: import.meta.url,
  tables: [fanOuts, raisedCopies, correctedFindings, openLinks, endedActions].flatMap(({ stored }) => stored),
  open: (database) => ({ on: handlers(database), queries: queries(database) }),
};

function handlers(database: Database): Handlers<ReportEvent | RecommendationEvent> {
  const fannedOut = fanOuts.open(database);
  const raised = raisedCopies.open(database);
  const corrections = correctedFindings.open(database);
  const linked = openLinks.open(database);
  const ended = endedActions.open(database);
  return {
    FindingFannedOut: (event) => {
      const { finding, addressees, body: recorder, illustration } = event.data;
      for (const { body, overseer } of addressees) {
        fannedOut.put({
          finding,
          body,
          report: idOf(event),
          overseer,
          eventId: event.id,
          recorder,
          illustration: illustration === true,
          recordedAt: event.recordedAt,
        });
      }
    },
    FindingCorrected: (event) => {
      const { finding, body, is, reason } = event.data;
      const { id: eventId, recordedAt } = event;
      corrections.put({ finding, report: idOf(event), copy: canonical(copyOf(is)), eventId, body, reason, recordedAt });
    },
    ReportRecorded: leaves,
    ReportCorrected: leaves,
    ReportRetracted: leaves,
    ReportPublished: leaves,
    ReportDateCorrected: leaves,
    ReportPublicationRetracted: leaves,
    FindingRegistered: leaves,
    // Registered again it stands as it is registered then.
    FindingRetracted: ({ data }) => {
      corrections.remove(data.finding);
    },
    FindingLabelRecorded: leaves,
    FindingLabelCorrected: leaves,
    FindingLabelRetracted: leaves,
    NumbersDeclaredNotForPolicing: leaves,
    NumbersNotForPolicingCorrected: leaves,
    GradeRecorded: leaves,
    GradeCorrected: leaves,
    GradeRetracted: leaves,

    RecommendationRaised: ({ data: { recommendation, finding, body, copy } }) => {
      raised.put({ recommendation, finding, body, copy: canonical(copy), isRaisedInError: false });
    },
    FindingCorrectionAdopted: (event) => {
      raised.put({ ...standing(raised.get(idOf(event)), event.stream), copy: canonical(event.data.is) });
    },
    RecommendationCorrected: leaves,
    ResponsibilityTransferred: leaves,
    ResponsibilityTransferRetracted: leaves,
    RecommendationRaisedInError: (event) => {
      raised.put({ ...standing(raised.get(idOf(event)), event.stream), isRaisedInError: true });
    },
    RaisedInErrorRetracted: (event) => {
      raised.put({ ...standing(raised.get(idOf(event)), event.stream), isRaisedInError: false });
    },
    ActionLinked: (event) => {
      linked.put({ recommendation: idOf(event), action: event.data.action, linkEventId: event.id });
    },
    ActionUnlinked: (event) => {
      linked.remove(idOf(event), event.data.action);
    },
    LinkedActionEnded: (event) => {
      linked.remove(idOf(event), event.data.action);
    },
    ActionCompleted: ({ id: eventId, recordedAt, data: { action, body } }) => {
      ended.put({ action, ended: 'completed', eventId, body, recordedAt });
    },
    ActionWithdrawn: ({ id: eventId, recordedAt, data: { action, body } }) => {
      ended.put({ action, ended: 'withdrawn', eventId, body, recordedAt });
    },
    ActionReopened: ({ data: { action } }) => {
      ended.remove(action);
    },
    PositionRecorded: leaves,
    PositionCorrected: leaves,
    PositionRetracted: leaves,
    ActionAssigned: leaves,
    ActionCorrected: leaves,
    ActionReassigned: leaves,
    ActionReassignmentRetracted: leaves,
    DueDateChanged: leaves,
    DueDateChangeRetracted: leaves,
    ProgressReported: leaves,
    ProgressCorrected: leaves,
    ProgressRetracted: leaves,
    LinkCorrected: leaves,
    RecommendationClosed: leaves,
    ClosureCorrected: leaves,
    RecommendationReopened: leaves,
  };
}

/** What a recommendation copies of its finding. */
function copyOf({ findingKind: kind, label, text, subParts, deadline }: FindingFields): FindingCopy {
  return stated({ kind, label, text, subParts, deadline });
}

/** The same text for the same JSON value, whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, field: unknown) =>
    typeof field === 'object' && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );
}

function queries(database: Database): ObligationQueries {
  return {
    pendingChanges: (limit = LIMIT) => {
      const sql = `SELECT d.id AS decision, d.number, d.body, d.detail ->> 'recordedBy' AS eventId,
          json_group_array(c.change ORDER BY c.change) AS changes
        FROM ${decisionChangesTable.from(false)} c JOIN ${decisionsTable.from(false)} d ON d.id = c.decision
        WHERE c.outcome = 'pending' AND d.status IN ('inForce', 'underReconsideration')
        GROUP BY d.id ORDER BY min(c.recordedFrom), d.id LIMIT :limit`;
      return database
        .all<Omit<PendingChanges, 'changes'> & { changes: string }>(sql, { limit })
        .map((row) => ({ ...row, changes: JSON.parse(row.changes) as number[] }));
    },
    unraised: (limit = LIMIT) => {
      const sql = `SELECT f.* FROM owed_fan_outs f
        WHERE NOT EXISTS (SELECT 1 FROM owed_raised r WHERE r.finding = f.finding AND r.body = f.body)
        ORDER BY f.recordedAt, f.finding, f.body LIMIT :limit`;
      return database
        .all<never>(sql, { limit })
        .map((row) => fanOuts.read(row))
        .map(({ recordedAt: _recordedAt, recorder, ...owed }) => ({ ...owed, by: recorder }));
    },
    linksToEnd: (limit = LIMIT) => {
      const sql = `SELECT l.recommendation, l.action, e.ended, e.eventId, e.body, l.linkEventId
        FROM owed_links l JOIN owed_ended_actions e ON e.action = l.action
        ORDER BY e.recordedAt, l.recommendation, l.action LIMIT :limit`;
      return database.all<LinkToEnd>(sql, { limit }).map((row) => ({ ...row }));
    },
    staleCopies: (limit = LIMIT) => {
      const sql = `SELECT r.recommendation, f.report, f.finding, f.copy, f.eventId, f.body, f.reason
        FROM owed_corrections f JOIN owed_raised r ON r.finding = f.finding
        WHERE r.copy <> f.copy AND r.isRaisedInError = 0
        ORDER BY f.recordedAt, r.recommendation LIMIT :limit`;
      return database
        .all<Omit<StaleCopy, 'copy'> & { copy: string }>(sql, { limit })
        .map((row) => ({ ...row, copy: JSON.parse(row.copy) as FindingCopy }));
    },
  };
}
