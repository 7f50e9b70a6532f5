/**
 * That a person's details were erased: kept for ever in a stream that names nobody, because the person's own is gone.
 *
 * These names and fields are the storage format. They are never renamed and never change their meaning; what must
 * change becomes a new literal, and the old form is read through `erasure.forms.ts` for ever.
 */

import type { EveryEvent, PersonId } from '../../primitives.ts';

export interface ErasureEvent {
  readonly type: 'PersonErased';
  readonly data: EveryEvent & {
    readonly person: PersonId;
    /** Names nobody: this stays when the details are gone. */
    readonly reason: string;
  };
}

/** The newest form of each event: what is not named here, or is newer, is refused when it is read. */
export const ERASURE_FORMS = { PersonErased: 1 } satisfies Record<ErasureEvent['type'], number>;
