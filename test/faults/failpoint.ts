/** How a process is told where to fail. What acts on it is in failpoints.ts, which only tests load. */

/** Places in the way of a command. */
export const APPEND_POINTS = [
  /** After an event of an append was written, and before the next or the commit. */
  'append.afterRow',
  /** Between two events of the same append. */
  'append.betweenRows',
  'append.beforeCommit',
  /** The commit has returned; nobody has been told. */
  'append.afterCommit',
  /** The append has been answered, and the request has not. */
  'append.afterCommitBeforeReply',
] as const;

/** Places in the way of a command to a log that a server keeps. */
export const SERVED_APPEND_POINTS = ['append.beforeTry', 'append.afterCommitBeforeReply'] as const;

/** Places in the way of a batch into the lists. */
export const PROJECTOR_POINTS = [
  /** The batch holds the lock, and no row is written. */
  'projector.beforeRows',
  'projector.amongRows',
  /** All rows are written, and the checkpoint is not. */
  'projector.afterRows',
  /** Rows and checkpoint are written and not committed. */
  'projector.afterCheckpoint',
  'projector.afterCommit',
] as const;

export type Point =
  | (typeof APPEND_POINTS)[number]
  | (typeof PROJECTOR_POINTS)[number]
  /** An append is about to be tried. */
  | 'append.beforeTry'
  /** The sync of a commit. */
  | 'append.fsync'
  /** A batch is on its way to the projector. */
  | 'projector.beforeBatch';

export type Failpoint = {
  readonly at: Point;
  /** The first time it acts, counted from 1; 1 when left out. */
  readonly from?: number;
  /** From then on it acts this often of the times it could, chosen by the seed. It acts once when left out. */
  readonly share?: number;
  readonly seed?: number;
} & (
  | { readonly do: 'kill' }
  /** The answer of an append is lost: who asked is told that nothing is known. */
  | { readonly do: 'lose' }
  /** An I/O error, and the commit took place all the same or did not. */
  | { readonly do: 'ioError'; readonly isWritten: boolean }
  /** It takes up to so many milliseconds, chosen by the seed. */
  | { readonly do: 'wait'; readonly msMax: number }
  /** A defect of a view: it throws when it is to write a row with this word in it. */
  | { readonly do: 'throw'; readonly word: string }
);

/** What a process is told. */
export interface Failing {
  readonly points: readonly Failpoint[];
  /** Types of events that this version of the program does not know yet, by category. */
  readonly forgotten?: Readonly<Record<string, readonly string[]>>;
  /** The file to which each thing done is added as a line of JSON. */
  readonly log: string;
}

export interface Acted {
  readonly at: Point;
  readonly did: Failpoint['do'] | 'committedAgain';
}

/** The variable of the environment that holds a {@link Failing} as JSON. */
export const FAILING = 'MINUTEBOOK_TEST_FAILING';
