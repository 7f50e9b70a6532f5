import { Flag, Optional, PastDateWords, Reference, Words } from './fields.ts';

/** What every command may say beside its own fields. */
export class EveryCommandDto {
  /** The person who decided, when it is not the one who records it */
  @Optional()
  @Reference('person')
  decidedByPerson?: string;

  /** The post in which it was decided: `SYMCA/DM` */
  @Optional()
  @Reference('post')
  decidedByPost?: string;

  /** The body that decided */
  @Optional()
  @Reference('body')
  decidedByBody?: string;

  /** The legal capacity in which it was decided, when it differs from the post */
  @Optional()
  @Words(200)
  decidedByCapacity?: string;

  /** When it took effect, by today: `2025-06-26`, `June 2025`, `in 2025`, `unknown` */
  @Optional()
  @PastDateWords()
  effectiveOn?: string;

  /** Made up for a demonstration: no document states it */
  @Optional()
  @Flag()
  illustration?: boolean;
}
