/** The table of queries: every list and every item that can be read, as the table of use cases has what can be recorded. */

import {
  type AsRecorded,
  type BodyItem,
  type Page,
  pageOf,
  type Paging,
  type ReferenceKind,
  type Views,
} from '#read-model';
import {
  ActionsQuery,
  DecisionsNotCarriedOutQuery,
  DecisionsQuery,
  DocumentsQuery,
  EscalationsQuery,
  ListQuery,
  MeetingsQuery,
  RecommendationsQuery,
  SeriesQuery,
} from './queries.dto.ts';

/** What every list is asked beside its own parameters. */
type Asked<Query extends ListQuery> = Omit<Query, keyof ListQuery> & AsRecorded & Paging;

export interface List<Query extends ListQuery = ListQuery> {
  readonly query: new () => Query;
  /** What it lists, in one sentence. */
  readonly sentence: string;
  readonly list: (views: Views, asked: Asked<Query>) => Page<object>;
}

export interface Item {
  /** What its address names. */
  readonly kind: ReferenceKind;
  readonly sentence: string;
  readonly get: (views: Views, id: string, at: AsRecorded) => object | undefined;
}

function list<Query extends ListQuery>(row: List<Query>): List {
  return row as unknown as List;
}

/** By what comes after `/api/`. */
export const LISTS: Readonly<Record<string, List>> = {
  recommendations: list({
    query: RecommendationsQuery,
    sentence: 'The register: where every recommendation stands.',
    list: (views, { lead, ...asked }) => views.register.list({ ...asked, leadPost: lead }),
  }),
  actions: list({
    query: ActionsQuery,
    sentence: 'Actions by lead, each at its home, with the recommendations that link it.',
    list: (views, { lead, leadForum, leadBody, noLead, ...asked }) =>
      views.actions.list({
        ...asked,
        lead: lead ?? leadForum ?? leadBody,
        leadKind: noLead === true ? 'notNamed' : undefined,
      }),
  }),
  reports: list({
    query: ListQuery,
    sentence: 'Reports with their findings.',
    list: (views, asked) => views.reports.list(asked),
  }),
  documents: list({
    query: DocumentsQuery,
    sentence: 'Letters and papers, by date.',
    list: (views, asked) => views.documents.list(asked),
  }),
  decisions: list({
    query: DecisionsQuery,
    sentence: 'Decisions and what they change, by number.',
    list: (views, { recommendation, ...asked }) => views.decisions.list({ ...asked, about: recommendation }),
  }),
  'decisions-not-carried-out': list({
    query: DecisionsNotCarriedOutQuery,
    sentence: 'Changes of decisions that have yet to be carried out, were refused, or were dropped, and why.',
    list: (views, asked) => views.decisions.notCarriedOut(asked),
  }),
  escalations: list({
    query: EscalationsQuery,
    sentence: 'Escalations, the latest first.',
    list: (views, { recommendation, fromMeeting, toSeries, ...asked }) =>
      views.escalations.list({ ...asked, about: recommendation, from: fromMeeting, to: toSeries }),
  }),
  meetings: list({
    query: MeetingsQuery,
    sentence: 'Meetings, the latest first.',
    list: (views, asked) => views.meetings.list(asked),
  }),
  series: list({
    query: SeriesQuery,
    sentence: 'Series of meetings, by name.',
    list: (views, asked) => views.meetings.listSeries(asked),
  }),
  bodies: list({
    query: ListQuery,
    sentence: 'Bodies with their posts and who holds them, by code.',
    list: (views, asked) => {
      const { page, size, offset } = pageOf(asked);
      const bodies = views.directory.bodies(asked);
      const items = bodies.slice(offset, offset + size).map((body) => withPosts(views, body, asked));
      return { items, total: bodies.length, page, size };
    },
  }),
};

/** By the collection they are in. */
export const ITEMS: Readonly<Record<string, Item>> = {
  recommendations: {
    kind: 'recommendation',
    sentence: 'One recommendation: what it asks, its positions, its sub-parts and where it stands.',
    get: (views, id, at) => views.register.get(id, at),
  },
  actions: {
    kind: 'action',
    sentence: 'One action.',
    get: (views, id, at) => views.actions.get(id, at),
  },
  reports: {
    kind: 'report',
    sentence: 'One report with its findings, and how far each body covers them.',
    get: (views, id, at) => {
      const report = views.reports.get(id, at);
      return report && { ...report, coverage: views.reports.coverage(id, at) };
    },
  },
  documents: {
    kind: 'document',
    sentence: 'One letter or paper.',
    get: (views, id, at) => views.documents.get(id, at),
  },
  decisions: {
    kind: 'decision',
    sentence: 'One decision, by its number or id, and what became of each of its changes.',
    get: (views, id, at) => views.decisions.get(id, at),
  },
  escalations: {
    kind: 'escalation',
    sentence: 'One escalation.',
    get: (views, id, at) => views.escalations.get(id, at),
  },
  meetings: {
    kind: 'meeting',
    sentence: 'One meeting and who attended it.',
    get: (views, id, at) => views.meetings.get(id, at),
  },
  series: {
    kind: 'series',
    sentence: 'One series of meetings.',
    get: (views, id, at) => views.meetings.getSeries(id, at),
  },
  bodies: {
    kind: 'body',
    sentence: 'One body with its posts and who holds them.',
    get: (views, id, at) => {
      const body = views.directory.body(id, at);
      return body && withPosts(views, body, at);
    },
  },
  people: {
    kind: 'person',
    sentence: 'One person and the posts they hold.',
    get: (views, id, at) => {
      const person = views.directory.person(id, at);
      return person && { ...person, holdings: views.directory.holdings({ ...at, person: id }) };
    },
  },
};

function withPosts(views: Views, body: BodyItem, { recordedBefore }: AsRecorded): object {
  const posts = views.directory.posts({ body: body.id, recordedBefore }).map((post) => ({
    ...post,
    holdings: views.directory.holdings({ post: post.id, recordedBefore }),
  }));
  return { ...body, posts };
}
