import { Injectable } from '@nestjs/common';
import type { StreamName } from '#event-store';
import type { Loaded, LoadedStreams } from './decide-and-append.ts';

/**
 * Remembers the state of the streams used last. Bounded by events, not by streams, because what is remembered of a
 * stream grows with its commands.
 */
@Injectable()
export class StateCache implements LoadedStreams {
  private readonly streams = new Map<StreamName, Loaded>();
  private eventCount = 0;
  private readonly eventsMax = 100_000;

  get(stream: StreamName): Loaded | undefined {
    const loaded = this.streams.get(stream);
    if (loaded) {
      // Moved to the end, so that the stream used longest ago comes first.
      this.streams.delete(stream);
      this.streams.set(stream, loaded);
    }
    return loaded;
  }

  set(stream: StreamName, loaded: Loaded): void {
    this.eventCount += loaded.eventCount - (this.streams.get(stream)?.eventCount ?? 0);
    // Whoever sets it has just asked for it, so it is among the last already.
    this.streams.set(stream, loaded);
    for (const oldest of this.streams.keys()) {
      if (this.eventCount <= this.eventsMax || oldest === stream) break;
      this.delete(oldest);
    }
  }

  delete(stream: StreamName): void {
    this.eventCount -= this.streams.get(stream)?.eventCount ?? 0;
    this.streams.delete(stream);
  }
}
