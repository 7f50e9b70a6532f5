import { attributionOf, corrected, type Known, recorded, saidAnew } from '../corrections.ts';
import { never, type Refusal, refuse } from '../decider.ts';
import { type BodyId, type EveryCommand, type EveryEvent, type EventId, type PostId, said } from '../primitives.ts';
import type {
  Attributed,
  BodyFields,
  DirectoryEvent,
  HoldingFields,
  HoldingId,
  PostFields,
} from './directory.events.ts';

export interface KnownAlias {
  readonly alias: string;
  readonly isResolved: boolean;
  /** The event that said so last. */
  readonly recordedBy: EventId;
}

/** The posts a body can't do without. */
const OFFICES = ['secretary', 'chair'] as const;
export type Office = (typeof OFFICES)[number];

export interface Designation {
  readonly post: PostId;
  readonly recordedBy: EventId;
}

export interface KnownPost extends Known<Attributed<PostFields>> {
  readonly aliases: readonly KnownAlias[];
}

/** The least the rules need, and what the application asks of it. Everything people read is in the views. */
export interface KnownHolding extends Known<Attributed<HoldingFields>> {
  /** Counts the post's holdings from 1. */
  readonly number: number;
}

export interface RecordedBody extends Known<Attributed<BodyFields>> {
  readonly status: 'recorded';
  readonly id: BodyId;
  readonly aliases: readonly KnownAlias[];
  readonly posts: Readonly<Record<PostId, KnownPost>>;
  /** The posts designated, one after another: the last is the body's secretary, or its chair. */
  readonly designations: Readonly<Record<Office, readonly Designation[]>>;
  readonly holdings: Readonly<Record<HoldingId, KnownHolding>>;
  /** How many holdings of each post were ever recorded. */
  readonly holdingsNumbered: Readonly<Record<PostId, number>>;
  /** What was recorded in error, so that retracting it again adds nothing. */
  readonly retracted: readonly string[];
}

export type Directory = { readonly status: 'none'; readonly isRetracted?: true } | RecordedBody;

export const initial: Directory = { status: 'none' };

export function evolve(state: Directory, event: DirectoryEvent, eventId: EventId): Directory {
  if (event.type === 'BodyRecorded') {
    const { bodyId, code, name, bodyKind, overseenBy, from } = event.data;
    return {
      status: 'recorded',
      id: bodyId,
      ...recorded({ code, name, bodyKind, overseenBy, from, ...attributionOf(event.data) }, eventId),
      aliases: [],
      posts: {},
      designations: { secretary: [], chair: [] },
      holdings: {},
      holdingsNumbered: {},
      retracted: [],
    };
  }
  if (state.status === 'none') throw new Error(`${event.type} before BodyRecorded`);
  switch (event.type) {
    case 'BodyRenamed':
      return {
        ...state,
        ...saidAnew<Attributed<BodyFields>>(
          state,
          { name: event.data.name, nameFrom: event.data.from, ...marked(event.data) },
          eventId,
        ),
      };
    case 'OverseerChanged': {
      const { overseenBy, from } = event.data;
      return {
        ...state,
        ...saidAnew<Attributed<BodyFields>>(state, { overseenBy, overseenFrom: from, ...marked(event.data) }, eventId),
      };
    }
    case 'BodySucceeded': {
      const { successor, from } = event.data;
      const fields = { succeededBy: successor, succeededFrom: from, ...marked(event.data) };
      return { ...state, ...saidAnew<Attributed<BodyFields>>(state, fields, eventId) };
    }
    case 'BodyAliasAdded':
      return { ...state, aliases: withAlias(state.aliases, event.data, eventId) };
    case 'BodyAliasRetracted': {
      const { alias } = event.data;
      return { ...state, aliases: withoutAlias(state.aliases, alias), retracted: [...state.retracted, alias] };
    }
    case 'BodyRetracted':
      return { status: 'none', isRetracted: true };
    case 'BodyCorrected':
      return { ...state, ...corrected<Attributed<BodyFields>>(state, event.data, eventId) };
    case 'PostEstablished': {
      const { post, postCode, title, from } = event.data;
      const fields = { postCode, title, from, ...attributionOf(event.data) } as Attributed<PostFields>;
      return setPost(state, post, { ...recorded(fields, eventId), aliases: [] });
    }
    case 'PostRenamed': {
      const { title, from } = event.data;
      return changePost(state, event.data.post, (post) =>
        saidAnew<Attributed<PostFields>>(post, { title, titleFrom: from, ...marked(event.data) }, eventId),
      );
    }
    case 'PostAbolished':
      return changePost(state, event.data.post, (post) =>
        saidAnew<Attributed<PostFields>>(post, { until: event.data.until, ...marked(event.data) }, eventId),
      );
    case 'PostAliasAdded':
      return changePost(state, event.data.post, (post) => ({ aliases: withAlias(post.aliases, event.data, eventId) }));
    case 'PostAliasRetracted': {
      const { post: id, alias } = event.data;
      const after = changePost(state, id, (post) => ({ aliases: withoutAlias(post.aliases, alias) }));
      return { ...after, retracted: [...state.retracted, ofPost(id, alias)] };
    }
    case 'PostRetracted': {
      const { [event.data.post]: _retracted, ...posts } = state.posts;
      return { ...state, posts, retracted: [...state.retracted, event.data.post] };
    }
    case 'PostCorrected':
      return changePost(state, event.data.post, (post) => corrected<Attributed<PostFields>>(post, event.data, eventId));
    case 'SecretaryDesignated':
      return designated(state, 'secretary', (before) => [...before, { post: event.data.post, recordedBy: eventId }]);
    case 'ChairDesignated':
      return designated(state, 'chair', (before) => [...before, { post: event.data.post, recordedBy: eventId }]);
    case 'SecretaryDesignationRetracted':
      return undesignated(state, 'secretary', event.data.post);
    case 'ChairDesignationRetracted':
      return undesignated(state, 'chair', event.data.post);
    case 'HoldingBegun': {
      const { holding, post, person, from, until, jointly, number } = event.data;
      const fields = { post, person, from, until, jointly, ...attributionOf(event.data) } as Attributed<HoldingFields>;
      return {
        ...state,
        holdings: { ...state.holdings, [holding]: { ...recorded(fields, eventId), number } },
        holdingsNumbered: { ...state.holdingsNumbered, [post]: number },
      };
    }
    case 'HoldingEnded':
      return changeHolding(state, event.data.holding, (holding) =>
        saidAnew<Attributed<HoldingFields>>(holding, { until: event.data.until, ...marked(event.data) }, eventId),
      );
    case 'HoldingCorrected':
      return changeHolding(state, event.data.holding, (holding) =>
        corrected<Attributed<HoldingFields>>(holding, event.data, eventId),
      );
    case 'HoldingRetracted': {
      const { [event.data.holding]: _retracted, ...holdings } = state.holdings;
      return { ...state, holdings, retracted: [...state.retracted, event.data.holding] };
    }
    default:
      return never(event);
  }
}

function designated(
  state: RecordedBody,
  office: Office,
  change: (before: readonly Designation[]) => readonly Designation[],
): RecordedBody {
  return { ...state, designations: { ...state.designations, [office]: change(state.designations[office]) } };
}

function undesignated(state: RecordedBody, office: Office, post: PostId): RecordedBody {
  const after = designated(state, office, (before) => before.slice(0, -1));
  return { ...after, retracted: [...state.retracted, ofPost(post, office)] };
}

/** What is retracted of a post, as it is kept in mind. */
export function ofPost(post: PostId, what: string): string {
  return `${post}: ${what}`;
}

/** A later event that is made up makes what it is said of made up in part. */
function marked({ illustration }: EveryEvent): { readonly illustration?: true } {
  return illustration ? { illustration } : {};
}

function setPost(state: RecordedBody, id: PostId, post: KnownPost): RecordedBody {
  return { ...state, posts: { ...state.posts, [id]: post } };
}

function changePost(state: RecordedBody, id: PostId, change: (post: KnownPost) => Partial<KnownPost>): RecordedBody {
  const post = state.posts[id];
  if (!post) throw new Error(`No post ${id} in ${state.fields.code}`);
  return setPost(state, id, { ...post, ...change(post) });
}

function changeHolding(
  state: RecordedBody,
  id: HoldingId,
  change: (holding: KnownHolding) => Known<Attributed<HoldingFields>>,
): RecordedBody {
  const holding = state.holdings[id];
  if (!holding) throw new Error(`No holding ${id} in ${state.fields.code}`);
  return { ...state, holdings: { ...state.holdings, [id]: { ...holding, ...change(holding) } } };
}

function withAlias(
  aliases: readonly KnownAlias[],
  { alias, unresolved }: { readonly alias: string; readonly unresolved?: true },
  recordedBy: EventId,
): KnownAlias[] {
  return [...withoutAlias(aliases, alias), { alias, isResolved: unresolved !== true, recordedBy }];
}

function withoutAlias(aliases: readonly KnownAlias[], alias: string): KnownAlias[] {
  return aliases.filter((known) => known.alias !== alias);
}

/** The base of an event after the first: it belongs to the body that records and concerns the one it is about. */
export function saidOf(
  command: EveryCommand,
  body: RecordedBody,
  ...others: readonly BodyId[]
): EveryEvent & { readonly bodyId: BodyId } {
  return { ...said(command, command.by.body, [body.id, ...others]), bodyId: body.id };
}

/** The base of a correction: what the command says of who decided, since when and so on is said of what it corrects. */
export function correctingOf({ by, illustration }: EveryCommand, body: RecordedBody): ReturnType<typeof saidOf> {
  return saidOf({ by, illustration }, body);
}

/** The post, when the body has it. */
export function postOf(body: RecordedBody, id: PostId): KnownPost | Refusal {
  return body.posts[id] ?? refuse('post-unknown', `${body.fields.name} has no such post: establish it first.`);
}

/** The post, when the body has it and has not abolished it. */
export function standingPostOf(body: RecordedBody, id: PostId): KnownPost | Refusal {
  const post = postOf(body, id);
  if ('refused' in post || post.fields.until === undefined) return post;
  return refuse(
    'post-abolished',
    `The post ${post.fields.title} has been abolished. If that is wrong, correct the post first.`,
    [{ kind: 'post', id, label: post.fields.title }],
  );
}

/** A refusal when the body can't do without the post. */
export function postDesignated(body: RecordedBody, post: PostId): Refusal | undefined {
  const office = OFFICES.find((one) => designatedAs(one, body) === post);
  const title = body.posts[post]?.fields.title ?? '';
  if (office === undefined) return undefined;
  return refuse(
    'post-designated',
    `The post ${title} is the body’s ${office}. Designate another post first, or retract the designation if it is wrong.`,
    [{ kind: 'post', id: post, label: title }],
  );
}

/** The holding, when it was recorded here. */
export function holdingOf(body: RecordedBody, id: HoldingId): KnownHolding | Refusal {
  return body.holdings[id] ?? refuse('holding-unknown', `${body.fields.name} has no such holding of a post.`);
}

/** As it is printed: `SYP/CC/1`. */
export function holdingReference(body: RecordedBody, { fields, number }: KnownHolding): string {
  return `${body.fields.code}/${body.posts[fields.post]?.fields.postCode ?? ''}/${String(number)}`;
}

/** The post designated last. */
function designatedAs(office: Office, directory: Directory): PostId | undefined {
  return directory.status === 'none' ? undefined : directory.designations[office].at(-1)?.post;
}

/** The post that keeps the body's record and is reminded where nobody else is named. */
export function secretaryOf(directory: Directory): PostId | undefined {
  return designatedAs('secretary', directory);
}

/** The post that chairs the body. */
export function chairOf(directory: Directory): PostId | undefined {
  return designatedAs('chair', directory);
}
