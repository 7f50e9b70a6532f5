/**
 * Which streams concern an item, so that its history can be told: a recommendation's report, the documents cited in it,
 * the decisions and escalations about it, the homes of actions linked to it, the meetings where these came up.
 *
 * Links are only ever added: what was once said of an item belongs to its history, corrected or not. So the order in
 * which streams arrive does not matter.
 */

import type {
  ActionFields,
  Authority,
  DecisionAbout,
  DecisionChange,
  DecisionEvent,
  DocumentEvent,
  DocumentId,
  EscalationAbout,
  EscalationEvent,
  EscalationFields,
  EscalationTarget,
  MeetingEvent,
  NamedKind,
  RecommendationEvent,
  ReportEvent,
} from '#domain';
import type { Database } from './database.ts';
import type { Recorded } from './log-event.ts';
import { plainTable } from './recorded-table.ts';
import { idOf } from './rows.ts';
import { type Handlers, leaves, type View } from './view.ts';

export const LINK_REASONS = [
  'report',
  'document',
  'decision',
  'escalation',
  'meeting',
  'series',
  /** The recommendation where an action that is linked, or asked about, is recorded. */
  'home',
  /** A letter or paper that answers a report. */
  'response',
] as const;
export type LinkReason = (typeof LINK_REASONS)[number];

export interface Link {
  readonly stream: string;
  readonly why: LinkReason;
}

export interface LinkQueries {
  /** The streams that concern the item, its own not among them, each once for every reason. In the order of their names. */
  of(kind: NamedKind, id: string): Link[];
  /**
   * The item and what is part of it, by id: of a recommendation its finding, its body and its actions, at home and
   * linked. An event of a shared stream that names one thing concerns the item when that is among them.
   */
  itemsOf(kind: NamedKind, id: string): ReadonlySet<string>;
  /** What has ever cited a document, by id. */
  citing(document: DocumentId): string[];
}

interface LinkRow {
  item: string;
  stream: string;
  why: LinkReason;
}

interface PartRow {
  item: string;
  part: string;
}

const linksTable = plainTable<LinkRow>('links', ['item', 'stream', 'why'], {
  item: 'text',
  stream: 'text',
  why: 'text',
});
const partsTable = plainTable<PartRow>('link_parts', ['item', 'part'], { item: 'text', part: 'text' });

export const links: View<LinkQueries> = {
  name: 'links',
  file: import.meta.url,
  tables: [...linksTable.stored, ...partsTable.stored],
  open: (database) => ({ on: handlers(database), queries: queries(database) }),
};

type Read = DecisionEvent | DocumentEvent | EscalationEvent | MeetingEvent | RecommendationEvent | ReportEvent;

function handlers(database: Database): Handlers<Read> {
  const rows = linksTable.open(database);
  const parts = partsTable.open(database);
  const link = (item: string, why: LinkReason, category: string, id: string | undefined): void => {
    if (id !== undefined) rows.put({ item, stream: `${category}-${id}`, why });
  };
  const part = (item: string, one: string): void => {
    parts.put({ item, part: one });
  };
  const cite = (item: string, { document }: { document?: string }): void => {
    link(item, 'document', 'document', document);
  };
  const under = (item: string, { decidedBy }: { decidedBy: Authority }): void => {
    link(item, 'decision', 'decision', decidedBy.decision);
  };
  const work = (item: string, fields: Partial<ActionFields>): void => {
    cite(item, fields);
    link(item, 'series', 'series', fields.monitoredAt);
    if (fields.lead?.kind === 'forum') link(item, 'series', 'series', fields.lead.series);
  };
  const asked = (escalation: string, target: EscalationTarget): void => {
    if (target.kind !== 'series') return;
    link(escalation, 'series', 'series', target.series);
    link(target.series, 'escalation', 'escalation', escalation);
  };
  const about = (stream: 'decision' | 'escalation', id: string, items: Iterable<string | undefined>): void => {
    for (const item of items) if (item !== undefined) link(item, stream, stream, id);
  };

  const sitting = (meeting: string, series: string | undefined): void => {
    link(meeting, 'series', 'series', series);
    if (series !== undefined) link(series, 'meeting', 'meeting', meeting);
  };

  /** A decision or an escalation, and the letter that states it or what became of it, belong to each other's history. */
  const statedIn = (event: Recorded<DecisionEvent | EscalationEvent>, { document }: { document?: string }): void => {
    if (document === undefined) return;
    link(idOf(event), 'document', 'document', document);
    about(event.stream.startsWith('decision-') ? 'decision' : 'escalation', idOf(event), [document]);
  };
  const inEscalation = (event: Recorded<EscalationEvent>): void => {
    statedIn(event, event.data as { document?: string });
  };
  const escalated = (event: Recorded<EscalationEvent>, said: Partial<EscalationFields>): void => {
    const id = idOf(event);
    const { origin, to, about: things } = said;
    if (things) about('escalation', id, itemsAsked(things));
    if (origin?.kind === 'meeting') {
      link(id, 'meeting', 'meeting', origin.meeting);
      link(origin.meeting, 'escalation', 'escalation', id);
    }
    if (origin?.kind === 'series') {
      link(id, 'series', 'series', origin.series);
      link(origin.series, 'escalation', 'escalation', id);
    }
    if (to) asked(id, to);
    statedIn(event, said);
  };

  const madeAt = (decision: string, meeting: string | undefined): void => {
    link(decision, 'meeting', 'meeting', meeting);
    if (meeting !== undefined) link(meeting, 'decision', 'decision', decision);
  };

  /** Every event of a recommendation may be made under a decision; some cite a document. */
  const inRecommendation =
    <Event extends RecommendationEvent>(more: (id: string, event: Recorded<Event>) => void = () => undefined) =>
    (event: Recorded<Event>): void => {
      const id = idOf(event);
      under(id, event.data);
      more(id, event);
    };
  const only = inRecommendation();

  return {
    RecommendationRaised: inRecommendation((id, { data: { report, finding, body } }) => {
      link(id, 'report', 'report', report);
      part(id, finding);
      part(id, body);
    }),
    RecommendationCorrected: only,
    ResponsibilityTransferred: only,
    ResponsibilityTransferRetracted: only,
    RecommendationRaisedInError: only,
    RaisedInErrorRetracted: only,
    FindingCorrectionAdopted: only,
    PositionRecorded: inRecommendation((id, { data }) => {
      cite(id, data);
    }),
    PositionCorrected: inRecommendation((id, { data }) => {
      cite(id, data.is);
    }),
    PositionRetracted: only,
    ActionAssigned: inRecommendation((id, { data, stream }) => {
      work(id, data);
      part(id, data.action);
      rows.put({ item: data.action, stream, why: 'home' });
    }),
    ActionCorrected: inRecommendation((id, { data }) => {
      work(id, data.is);
    }),
    ActionReassigned: inRecommendation((id, { data: { to } }) => {
      if (to.kind === 'forum') link(id, 'series', 'series', to.series);
    }),
    ActionReassignmentRetracted: only,
    DueDateChanged: only,
    DueDateChangeRetracted: only,
    ProgressReported: inRecommendation((id, { data }) => {
      cite(id, data);
    }),
    ProgressCorrected: inRecommendation((id, { data }) => {
      cite(id, data.is);
    }),
    ProgressRetracted: only,
    ActionCompleted: inRecommendation((id, { data }) => {
      cite(id, data);
    }),
    ActionWithdrawn: only,
    ActionReopened: only,
    ActionLinked: inRecommendation((id, { data: { action, home } }) => {
      link(id, 'home', 'recommendation', home);
      part(id, action);
    }),
    LinkCorrected: only,
    ActionUnlinked: only,
    LinkedActionEnded: only,
    RecommendationClosed: only,
    ClosureCorrected: only,
    RecommendationReopened: only,

    ReportRecorded: leaves,
    ReportCorrected: leaves,
    ReportPublished: leaves,
    ReportDateCorrected: leaves,
    ReportPublicationRetracted: leaves,
    ReportRetracted: leaves,
    FindingRegistered: ({ data: { finding }, stream }) => {
      rows.put({ item: finding, stream, why: 'report' });
    },
    FindingCorrected: leaves,
    FindingRetracted: leaves,
    FindingLabelRecorded: (event) => {
      cite(idOf(event), event.data);
      cite(event.data.finding, event.data);
    },
    FindingLabelCorrected: leaves,
    FindingLabelRetracted: leaves,
    NumbersDeclaredNotForPolicing: (event) => {
      cite(idOf(event), event.data);
    },
    NumbersNotForPolicingCorrected: (event) => {
      cite(idOf(event), event.data.is);
    },
    GradeRecorded: (event) => {
      cite(idOf(event), event.data);
    },
    GradeCorrected: (event) => {
      cite(idOf(event), event.data.is);
    },
    GradeRetracted: leaves,
    FindingFannedOut: leaves,

    DocumentRecorded: (event) => {
      const { answersReport } = event.data;
      if (answersReport !== undefined) link(answersReport, 'response', 'document', idOf(event));
    },
    DocumentCorrected: (event) => {
      const { answersReport } = event.data.is;
      if (answersReport !== undefined) link(answersReport, 'response', 'document', idOf(event));
    },
    DocumentRetracted: leaves,
    DocumentCodeRecorded: leaves,
    DocumentCodeCorrected: leaves,
    DocumentDateCorrected: leaves,
    DocumentPublished: leaves,
    DocumentPublicationCorrected: leaves,
    DocumentPublicationRetracted: leaves,
    DocumentSent: leaves,
    DocumentSendingCorrected: leaves,
    DocumentSendingRetracted: leaves,

    MeetingRecorded: (event) => {
      sitting(idOf(event), event.data.series);
    },
    AttendanceRecorded: leaves,
    AttendanceCorrected: leaves,
    MeetingCorrected: (event) => {
      sitting(idOf(event), event.data.is.series);
    },
    MeetingRetracted: leaves,

    EscalationRaised: (event) => {
      escalated(event, event.data);
    },
    EscalationTakenUp: inEscalation,
    EscalationAnswered: (event) => {
      link(idOf(event), 'decision', 'decision', event.data.decision);
      under(idOf(event), event.data);
      inEscalation(event);
    },
    EscalationAnswerCorrected: (event) => {
      const id = idOf(event);
      link(id, 'decision', 'decision', event.data.is.decision);
      statedIn(event, event.data.is);
    },
    EscalationReturned: inEscalation,
    EscalationNotPursued: inEscalation,
    EscalatedToNextTier: (event) => {
      asked(idOf(event), event.data.to);
      inEscalation(event);
    },
    NextTierDecidedAgainst: inEscalation,
    EscalationCorrected: (event) => {
      escalated(event, event.data.is);
    },
    EscalationStepRetracted: leaves,
    EscalationRetracted: leaves,

    DecisionRecorded: (event) => {
      const id = idOf(event);
      const { meeting, changes } = event.data;
      about('decision', id, itemsDecided(event.data.about));
      for (const change of changes) about('decision', id, itemsChanged(change));
      madeAt(id, meeting);
      statedIn(event, event.data);
    },
    DecisionCorrected: (event) => {
      const { is } = event.data;
      if (is.about) about('decision', idOf(event), itemsDecided(is.about));
      madeAt(idOf(event), is.meeting);
      statedIn(event, is);
    },
    DecisionRetracted: leaves,
    ChangeCarriedOut: leaves,
    ChangeRefused: leaves,
    ChangeRetried: leaves,
    ChangeDropped: leaves,
    ChangeCorrected: (event) => {
      about('decision', idOf(event), itemsChanged(event.data.is));
    },
    ChangeDropRetracted: leaves,
    ReconsiderationOpened: (event) => {
      statedIn(event, event.data);
    },
    ReconsiderationRetracted: leaves,
    DecisionReaffirmed: (event) => {
      statedIn(event, event.data);
    },
    ReaffirmationRetracted: leaves,
    SupersessionRetracted: leaves,
    DecisionSuperseded: (event) => {
      const { by } = event.data;
      statedIn(event, event.data);
      link(idOf(event), 'decision', 'decision', by);
      if (by !== undefined) link(by, 'decision', 'decision', idOf(event));
    },
  };
}

function itemsChanged(change: DecisionChange): (string | undefined)[] {
  const { recommendation, escalation, action } = change as Partial<
    Record<'recommendation' | 'escalation' | 'action', string>
  >;
  return [recommendation, escalation, action];
}

function itemsAsked({ recommendations, subParts, actions }: EscalationAbout): string[] {
  return [...recommendations, ...subParts.map(({ recommendation }) => recommendation), ...actions];
}

function itemsDecided({ recommendations, actions, escalations }: DecisionAbout): string[] {
  return [...recommendations, ...actions, ...escalations];
}

/** Streams whose own links are part of the story: a decision was made at a meeting, an escalation led to a decision. */
const leadingOn = /^(?:decision|escalation)-(.+)$/;
/** What came of its own sittings is part of the story of a series; of any other story, a meeting is part by itself. */
const leadingFromSeries = /^(?:decision|escalation|meeting)-(.+)$/;

function queries(database: Database): LinkQueries {
  const partsOf = (id: string): string[] =>
    database.all<{ part: string }>('SELECT part FROM link_parts WHERE item = :id', { id }).map(({ part }) => part);
  return {
    of: (kind, id) => {
      const own = `${kind}-${id}`;
      const seen = new Set<string>();
      const found = new Map<string, Link>();
      const follow = [id, ...(kind === 'recommendation' ? partsOf(id) : [])];
      for (let item = follow.pop(); item !== undefined; item = follow.pop()) {
        if (seen.has(item)) continue;
        seen.add(item);
        for (const link of database.all<Link>('SELECT stream, why FROM links WHERE item = :item', { item })) {
          if (link.stream !== own) found.set(`${link.stream} ${link.why}`, { stream: link.stream, why: link.why });
          const next = (kind === 'series' && item === id ? leadingFromSeries : leadingOn).exec(link.stream)?.[1];
          if (next !== undefined) follow.push(next);
        }
      }
      return [...found.keys()].sort().map((key) => found.get(key) as Link);
    },
    itemsOf: (_kind, id) => new Set([id, ...partsOf(id)]),
    citing: (document) => {
      const sql = `SELECT DISTINCT item FROM links WHERE stream = :stream AND why = 'document' ORDER BY item`;
      return database.all<{ item: string }>(sql, { stream: `document-${document}` }).map(({ item }) => item);
    },
  };
}
