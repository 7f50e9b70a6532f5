/** One subscription of the client, read by hand: what it gives, in order, with the place where it had caught up. */
import type { Readable } from 'node:stream';

/** As much of the client's subscription as a feed uses. */
export interface Source extends Readable {
  unsubscribe(): Promise<void>;
}

export interface Taken<Event> {
  readonly events: Event[];
  /** Whether nothing more was waiting behind them. */
  readonly isCaughtUp: boolean;
}

/**
 * The client's subscriptions never resume: an error, an end or a silence is the last that comes of one. A feed turns all
 * three into one rejection, after it has given out what came before.
 *
 * It takes events off the stream one by one instead of listening to `data`, so that what a slow reader has not asked for
 * stays with the server, and so that the number of events before the word "caught up" is known.
 */
export class Feed<Event> {
  private readonly source: Source;
  private taken = 0;
  /** So many events come before the place where the subscription had caught up; no number while it has not. */
  private caughtUpAfter: number | undefined;
  private hasToldCaughtUp = false;
  private failure: Error | undefined;
  private wake: () => void = () => {};
  private heardAt = performance.now();
  /** Whether somebody waits for the next event. */
  isWaiting = false;

  constructor(source: Source) {
    this.source = source;
    source.on('readable', () => this.stir());
    source.on('caughtUp', () => {
      this.caughtUpAfter = this.taken + source.readableLength;
      this.heard();
    });
    source.on('fellBehind', () => {
      this.caughtUpAfter = undefined;
      this.hasToldCaughtUp = false;
    });
    source.on('error', (error: Error) => this.fail(error));
    source.on('end', () => this.fail(new Error('The server ended the subscription.')));
    source.on('close', () => this.fail(new Error('The subscription was closed.')));
  }

  /** How long nothing has come, in milliseconds. */
  get silenceMs(): number {
    return performance.now() - this.heardAt;
  }

  /** The server has shown a sign of life. */
  heard(): void {
    this.heardAt = performance.now();
    this.wake();
  }

  /** What comes from now on is not waited for. */
  fail(error: Error): void {
    this.failure ??= error;
    this.wake();
  }

  /**
   * At most so many events. While the subscription catches up it waits until there are as many; after that it takes what
   * there is. The first answer after catching up comes even when it holds nothing.
   * @throws what ended the subscription, once everything before it is given out
   */
  async take(most: number): Promise<Taken<Event>> {
    const events: Event[] = [];
    for (;;) {
      const event = this.source.read() as Event | null;
      if (event !== null) {
        this.taken += 1;
        events.push(event);
        if (events.length === most) return this.told(events);
      } else if (this.hasCaughtUp() && (events.length > 0 || !this.hasToldCaughtUp)) {
        return this.told(events);
      } else if (this.failure !== undefined) {
        if (events.length > 0) return { events, isCaughtUp: false };
        throw this.failure;
      } else {
        this.isWaiting = true;
        await new Promise<void>((resolve) => (this.wake = resolve));
        this.isWaiting = false;
      }
    }
  }

  /** Ends the call on the server too, which the client otherwise leaves open. */
  async close(): Promise<void> {
    this.fail(new Error('The subscription was closed.'));
    // The connection may never have been made.
    await this.source.unsubscribe().catch(() => {});
    this.source.destroy();
  }

  private told(events: Event[]): Taken<Event> {
    const isCaughtUp = this.hasCaughtUp();
    this.hasToldCaughtUp ||= isCaughtUp;
    return { events, isCaughtUp };
  }

  private stir(): void {
    if (this.source.readableLength > 0) this.heard();
    else this.wake();
  }

  private hasCaughtUp(): boolean {
    return this.caughtUpAfter !== undefined && this.taken >= this.caughtUpAfter && this.source.readableLength === 0;
  }
}
