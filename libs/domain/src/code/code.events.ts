/**
 * Who has a code that must be unique. The stream's id is derived from the kind and the code, so that two claims to one
 * code meet in one stream, whoever makes them and whenever.
 *
 * These names and fields are the storage format. They are never renamed and never change their meaning; what must
 * change becomes a new literal, and the old form is read through `code.forms.ts` for ever.
 */

import type { EveryEvent } from '../primitives.ts';

/** What can have a code that nothing else of its kind has. */
export type CodeKind = 'report' | 'decision' | 'document' | 'series';

export interface CodeClaim {
  readonly codeKind: CodeKind;
  readonly code: string;
  /** The stream of what the code names: `report-<uuid>`. */
  readonly target: string;
  /** The id of the command that claimed it. */
  readonly claimedBy: string;
}

export type CodeEvent =
  | { readonly type: 'CodeClaimed'; readonly data: EveryEvent & CodeClaim }
  | {
      /** What had it was recorded in error, so it belongs to what is recorded in its place. */
      readonly type: 'CodePassedOn';
      readonly data: EveryEvent & CodeClaim & { readonly from: string };
    };

/** The newest form of each event: what is not named here, or is newer, is refused when it is read. */
export const CODE_FORMS = { CodeClaimed: 1, CodePassedOn: 1 } satisfies Record<CodeEvent['type'], number>;
