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
}

export interface KnownPost extends Known<Attributed<PostFields>> {
  readonly aliases: readonly KnownAlias[];
}

/** The least the rules need, and what the application asks of it. Everything people read is in the views. */
export type KnownHolding = Known<Attributed<HoldingFields>>;

export interface RecordedBody extends Known<Attributed<BodyFields>> {
  readonly status: 'recorded';
  readonly id: BodyId;
  readonly aliases: readonly KnownAlias[];
  readonly posts: Readonly<Record<PostId, KnownPost>>;
  readonly secretary: PostId | undefined;
  readonly chair: PostId | undefined;
  readonly holdings: Readonly<Record<HoldingId, KnownHolding>>;
}

export type Directory = { readonly status: 'none' } | RecordedBody;

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
      secretary: undefined,
      chair: undefined,
      holdings: {},
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
    case 'BodyAliasAdded':
      return { ...state, aliases: withAlias(state.aliases, event.data) };
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
      return changePost(state, event.data.post, (post) => ({ aliases: withAlias(post.aliases, event.data) }));
    case 'PostCorrected':
      return changePost(state, event.data.post, (post) => corrected<Attributed<PostFields>>(post, event.data, eventId));
    case 'SecretaryDesignated':
      return { ...state, secretary: event.data.post };
    case 'ChairDesignated':
      return { ...state, chair: event.data.post };
    case 'HoldingBegun': {
      const { holding, post, person, from, until, jointly } = event.data;
      const fields = { post, person, from, until, jointly, ...attributionOf(event.data) } as Attributed<HoldingFields>;
      return { ...state, holdings: { ...state.holdings, [holding]: recorded(fields, eventId) } };
    }
    case 'HoldingEnded':
      return changeHolding(state, event.data.holding, (holding) =>
        saidAnew<Attributed<HoldingFields>>(holding, { until: event.data.until, ...marked(event.data) }, eventId),
      );
    case 'HoldingCorrected':
      return changeHolding(state, event.data.holding, (holding) =>
        corrected<Attributed<HoldingFields>>(holding, event.data, eventId),
      );
    default:
      return never(event);
  }
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
  change: (holding: KnownHolding) => KnownHolding,
): RecordedBody {
  const holding = state.holdings[id];
  if (!holding) throw new Error(`No holding ${id} in ${state.fields.code}`);
  return { ...state, holdings: { ...state.holdings, [id]: change(holding) } };
}

function withAlias(
  aliases: readonly KnownAlias[],
  { alias, unresolved }: { readonly alias: string; readonly unresolved?: true },
): KnownAlias[] {
  return [...aliases.filter((known) => known.alias !== alias), { alias, isResolved: unresolved !== true }];
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

/** The holding, when it was recorded here. */
export function holdingOf(body: RecordedBody, id: HoldingId): KnownHolding | Refusal {
  return body.holdings[id] ?? refuse('holding-unknown', `${body.fields.name} has no such holding of a post.`);
}

/** The post that keeps the body's record and is reminded where nobody else is named. */
export function secretaryOf(directory: Directory): PostId | undefined {
  return directory.status === 'none' ? undefined : directory.secretary;
}

/** The post that chairs the body. */
export function chairOf(directory: Directory): PostId | undefined {
  return directory.status === 'none' ? undefined : directory.chair;
}
