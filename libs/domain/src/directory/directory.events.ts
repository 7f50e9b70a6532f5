/**
 * What happens to a body's entry in the directory: its names, its posts, and who holds them from when to when.
 * Persons are ids here; their names live in streams of their own.
 *
 * These names and fields are the storage format. They are never renamed and never change their meaning; what must
 * change becomes a new literal, and the old form is read through `directory.forms.ts` for ever.
 */

import type { PreciseDate } from '../calendar/precise-date.ts';
import type { Attribution, Correction } from '../corrections.ts';
import type { BodyId, EventId, EveryEvent, PersonId, PostId } from '../primitives.ts';

export const BODY_KINDS = [
  'force',
  'localPolicingBody',
  'regionalUnit',
  'inspectorate',
  'department',
  'agency',
  'partnership',
  'other',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

export type HoldingId = string;

export interface BodyFields {
  /** Short and unique: "SYP". The body's id is derived from it, so it never changes. */
  readonly code: string;
  readonly name: string;
  /** Since when it has had this name, once it has been renamed. */
  readonly nameFrom?: PreciseDate;
  readonly bodyKind: BodyKind;
  /** The local policing body that oversees it. */
  readonly overseenBy?: BodyId;
  /** Since when it has had this overseer, once that has changed. */
  readonly overseenFrom?: PreciseDate;
  /** Since when the body exists. */
  readonly from?: PreciseDate;
  /** The body that has taken its functions over. */
  readonly succeededBy?: BodyId;
  /** Since when that body has them. */
  readonly succeededFrom?: PreciseDate;
}

export interface PostFields {
  /** Unique in its body: "SEC". The post's id is derived from it, so it never changes. */
  readonly postCode: string;
  readonly title: string;
  /** Since when it has had this title, once it has been renamed. */
  readonly titleFrom?: PreciseDate;
  /** Since when the post exists. */
  readonly from?: PreciseDate;
  /** Its last day, once it has been abolished. */
  readonly until?: PreciseDate;
}

export interface HoldingFields {
  readonly post: PostId;
  readonly person: PersonId;
  /** The first day; absent when nobody has said. */
  readonly from?: PreciseDate;
  /** The last day, that day included; absent while the holding goes on. */
  readonly until?: PreciseDate;
  /** Others hold the post at the same time. */
  readonly jointly?: true;
}

/** What is known of an item: its fields, and on whose authority, since when, and whether it is made up. */
export type Attributed<Fields extends object> = Fields & Attribution;

/** What was recorded in error, and the event that did. */
interface Retracted<Fields extends object> {
  readonly corrects: EventId;
  readonly was: Attributed<Fields>;
  readonly reason: string;
}

interface AliasRetracted {
  readonly alias: string;
  /** It had not been settled. */
  readonly unresolved?: true;
  readonly corrects: EventId;
  readonly reason: string;
}

interface DesignationRetracted {
  readonly post: PostId;
  /** The post that was designated before, and is again. */
  readonly again?: PostId;
  readonly corrects: EventId;
  readonly reason: string;
}

type Corrected<Fields extends object> = Correction<Attributed<Fields>> & { readonly reason: string };

interface Event<Type extends string, Data> {
  readonly type: Type;
  /** `bodyId` is the body the entry is about; `body`, of the base, is the one that records. */
  readonly data: EveryEvent & { readonly bodyId: BodyId } & Data;
}

export type DirectoryEvent =
  | Event<
      'BodyRecorded',
      {
        readonly code: string;
        readonly name: string;
        readonly bodyKind: BodyKind;
        readonly overseenBy?: BodyId;
        readonly from?: PreciseDate;
      }
    >
  | Event<'BodyRenamed', { readonly was: string; readonly name: string; readonly from?: PreciseDate }>
  | Event<
      'OverseerChanged',
      {
        readonly was?: BodyId;
        /** Absent when nobody oversees it any more. */
        readonly overseenBy?: BodyId;
        readonly from?: PreciseDate;
      }
    >
  | Event<'BodySucceeded', { readonly successor: BodyId; readonly from?: PreciseDate }>
  | Event<
      'BodyAliasAdded',
      {
        readonly alias: string;
        /** Whether it names this body has not been settled. */
        readonly unresolved?: true;
      }
    >
  | Event<'BodyAliasRetracted', AliasRetracted>
  | Event<'BodyCorrected', Corrected<BodyFields>>
  | Event<'BodyRetracted', Retracted<BodyFields>>
  | Event<
      'PostEstablished',
      { readonly post: PostId; readonly postCode: string; readonly title: string; readonly from?: PreciseDate }
    >
  | Event<
      'PostRenamed',
      { readonly post: PostId; readonly was: string; readonly title: string; readonly from?: PreciseDate }
    >
  | Event<'PostAbolished', { readonly post: PostId; readonly until: PreciseDate; readonly reason?: string }>
  | Event<'PostAliasAdded', { readonly post: PostId; readonly alias: string; readonly unresolved?: true }>
  | Event<'PostAliasRetracted', { readonly post: PostId } & AliasRetracted>
  | Event<'PostCorrected', { readonly post: PostId } & Corrected<PostFields>>
  | Event<'PostRetracted', { readonly post: PostId } & Retracted<PostFields>>
  | Event<'SecretaryDesignated', { readonly post: PostId; readonly was?: PostId }>
  | Event<'SecretaryDesignationRetracted', DesignationRetracted>
  | Event<'ChairDesignated', { readonly post: PostId; readonly was?: PostId }>
  | Event<'ChairDesignationRetracted', DesignationRetracted>
  | Event<
      'HoldingBegun',
      {
        readonly holding: HoldingId;
        /** Counts the post's holdings from 1, in the order in which they were recorded: `SYP/CC/1` is its first. */
        readonly number: number;
      } & HoldingFields
    >
  | Event<
      'HoldingEnded',
      {
        readonly holding: HoldingId;
        readonly post: PostId;
        readonly person: PersonId;
        readonly until: PreciseDate;
      }
    >
  | Event<
      'HoldingCorrected',
      {
        readonly holding: HoldingId;
        /** Whose holding of what it was before. */
        readonly post: PostId;
        readonly person: PersonId;
      } & Corrected<HoldingFields>
    >
  | Event<
      'HoldingRetracted',
      { readonly holding: HoldingId; readonly post: PostId; readonly person: PersonId } & Retracted<HoldingFields>
    >;

/** The newest form of each event: what is not named here, or is newer, is refused when it is read. */
export const DIRECTORY_FORMS = {
  BodyRecorded: 1,
  BodyRenamed: 1,
  OverseerChanged: 1,
  BodySucceeded: 1,
  BodyAliasAdded: 1,
  BodyAliasRetracted: 1,
  BodyCorrected: 1,
  BodyRetracted: 1,
  PostEstablished: 1,
  PostRenamed: 1,
  PostAbolished: 1,
  PostAliasAdded: 1,
  PostAliasRetracted: 1,
  PostCorrected: 1,
  PostRetracted: 1,
  SecretaryDesignated: 1,
  SecretaryDesignationRetracted: 1,
  ChairDesignated: 1,
  ChairDesignationRetracted: 1,
  HoldingBegun: 1,
  HoldingEnded: 1,
  HoldingCorrected: 1,
  HoldingRetracted: 1,
} satisfies Record<DirectoryEvent['type'], number>;
