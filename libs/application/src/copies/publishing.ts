/** When a worker publishes a copy of its lists. */

import { once } from 'node:events';
import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { EventRecorded } from '../projection/event-recorded.ts';
import { type OpenRecord, RECORD_FILES } from '../record.ts';
import { startThread } from '../thread.ts';
import { RECORD } from '../tokens.ts';
import { areAlike, readPublished } from './published-copy.ts';

/** A process that begins with a copy reads from the log at most what was recorded in this time. */
const PUBLISH_EVERY_MS = 900_000;
const LOOK_EVERY_MS = 60_000;

@Injectable()
export class Publishing implements OnApplicationShutdown {
  private readonly log = new Logger('Publishing');
  private copies: string | undefined;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(@Inject(RECORD) private readonly record: OpenRecord) {}

  /** From now on copies are published in a folder, whenever one is due. Answers when that of the beginning is. */
  async begin(copies: string): Promise<void> {
    this.copies = copies;
    this.timer = setInterval(() => void this.publishWhenDue(), LOOK_EVERY_MS).unref();
    await this.publishWhenDue(true);
  }

  /** Where several workers publish, the first that looks does it. */
  async publishWhenDue(isBeginning = false): Promise<void> {
    this.running ??= this.publish(isBeginning).finally(() => {
      this.running = undefined;
    });
    await this.running;
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.copies = undefined;
    await this.running;
  }

  private isDue(isBeginning: boolean): boolean {
    const { readModel, store } = this.record;
    const at = readModel.checkpoint();
    if (this.copies === undefined || at === undefined) return false;
    const published = readPublished(this.copies);
    if ('why' in published) return true;
    const isOld = Date.now() - Date.parse(published.publishedAt) >= PUBLISH_EVERY_MS;
    const isOurs = published.checkpoint.logId === at.logId && areAlike(published.views, readModel.fingerprints());
    // While a new version takes over, workers of both publish in turns, and not by the minute.
    if (!isOurs) return isBeginning || isOld;
    if (isOld) return published.checkpoint.logPosition !== at.logPosition;
    // Whoever was erased since must not be kept in what is published; another worker may know more of that.
    const isFurther = store.compare(at.logPosition, published.checkpoint.logPosition) > 0;
    return isFurther && published.erased < readModel.erasedStreams().length;
  }

  private async publish(isBeginning: boolean): Promise<void> {
    const { copies } = this;
    try {
      if (!this.isDue(isBeginning)) return;
      const lists = join(this.record.folder ?? '', RECORD_FILES.lists);
      await once(startThread('publish', import.meta.url, { lists, copies }), 'exit');
    } catch (error) {
      // Nothing is lost: whoever begins without one makes the lists from the log.
      const why = error instanceof Error ? error.message : String(error);
      this.log.warn(`No copy of the lists could be published in ${String(copies)}: ${why}`);
    }
  }
}

/** Something was recorded: perhaps somebody was erased. */
@EventsHandler(EventRecorded)
export class PublishWhenErased implements IEventHandler<EventRecorded> {
  constructor(private readonly publishing: Publishing) {}

  async handle({ types }: EventRecorded): Promise<void> {
    if (types.has('PersonErased')) await this.publishing.publishWhenDue();
  }
}
