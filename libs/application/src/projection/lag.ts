/**
 * For how long the lists have been behind the log, as far as asking now and then can tell. Comparing the two once is
 * not enough: under steady writing the lists are always a little behind and never late. So the place the log had come
 * to is kept, and what counts is how long the lists take to get there.
 */
export class Lag {
  private readonly compare: (a: string, b: string) => number;
  private awaited: { readonly place: string; readonly since: number } | undefined;

  /** @param compare negative when the first place lies before the second */
  constructor(compare: (a: string, b: string) => number) {
    this.compare = compare;
  }

  /**
   * @param head the place the log has come to
   * @param at the place the lists have come to, if they have begun
   * @param nowMs of a clock that never goes back
   * @returns milliseconds
   */
  measure(head: string, at: string | undefined, nowMs: number): number {
    const holds = (place: string): boolean => at !== undefined && this.compare(at, place) >= 0;
    if (holds(head)) {
      this.awaited = undefined;
      return 0;
    }
    if (this.awaited === undefined || holds(this.awaited.place)) this.awaited = { place: head, since: nowMs };
    return nowMs - this.awaited.since;
  }
}
