/** How the command ends: 0 done, 1 refused, 2 wrong usage, 3 unavailable. */
export const DONE = 0;
export const REFUSED = 1;
export const WRONG_USAGE = 2;
export const UNAVAILABLE = 3;

/** Ends the command with a sentence on stderr. */
export class Ending extends Error {
  override readonly name = 'Ending';
  readonly code: number;
  constructor(code: number, sentence: string) {
    super(sentence);
    this.code = code;
  }
}
