/** The table of queries: every list and every item that can be read, as the table of use cases has what can be recorded. */

import {
  type AsRecorded,
  type BodyItem,
  type Page,
  pageOf,
  type Paging,
  type PersonItem,
  type PostItem,
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
  PostsQuery,
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
      const { items, ...page } = onPage(views.directory.bodies(asked), asked);
      return { items: items.map((body) => withPosts(views, body, asked)), ...page };
    },
  }),
  posts: list({
    query: PostsQuery,
    sentence: 'Posts and who holds them, by reference.',
    list: (views, asked) => {
      const { items, ...page } = onPage(views.directory.posts(asked), asked);
      return { items: items.map((post) => withHoldings(views, post, asked)), ...page };
    },
  }),
  people: list({
    query: ListQuery,
    sentence: 'Everybody whose details are held, by name, and the posts they hold.',
    list: (views, asked) => {
      const { items, ...page } = onPage(views.directory.persons(asked), asked);
      return { items: items.map((person) => withTheirHoldings(views, person, asked)), ...page };
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
    sentence:
      'One report with its findings, how far each body covers them, and its section 55 clock with the responses.',
    get: (views, id, at) => {
      const report = views.reports.get(id, at);
      const { reports } = views;
      return report && { ...report, coverage: reports.coverage(id, at), section55: reports.section55(id, at) };
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
  posts: {
    kind: 'post',
    sentence: 'One post and who holds it.',
    get: (views, id, at) => {
      const post = views.directory.post(id, at);
      return post && withHoldings(views, post, at);
    },
  },
  people: {
    kind: 'person',
    sentence: 'One person and the posts they hold.',
    get: (views, id, at) => {
      const person = views.directory.person(id, at);
      return person && withTheirHoldings(views, person, at);
    },
  },
};

function onPage<Found>(all: readonly Found[], asked: Paging): Page<Found> {
  const { page, size, offset } = pageOf(asked);
  return { items: all.slice(offset, offset + size), total: all.length, page, size };
}

function withPosts(views: Views, body: BodyItem, { recordedBefore }: AsRecorded): object {
  const posts = views.directory.posts({ body: body.id, recordedBefore });
  return { ...body, posts: posts.map((post) => withHoldings(views, post, { recordedBefore })) };
}

function withHoldings(views: Views, post: PostItem, { recordedBefore }: AsRecorded): object {
  return { ...post, holdings: views.directory.holdings({ post: post.id, recordedBefore }) };
}

function withTheirHoldings(views: Views, person: PersonItem, { recordedBefore }: AsRecorded): object {
  return { ...person, holdings: views.directory.holdings({ person: person.id, recordedBefore }) };
}
