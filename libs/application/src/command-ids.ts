/** Keeps a command id from being taken twice: for what it was used for once, and for something else. */

import { Injectable } from '@nestjs/common';
import type { StreamName } from '#event-store';
import { ReadModel, ReadModelDamaged } from '#read-model';
import type { Outcome } from './outcome.ts';

/** What was recorded last may not be in the lists yet. They are seldom behind by more than some hundred commands. */
const RECENT_MIN = 5_000;

/**
 * In which stream each command is or was recorded. The log finds a repeat by its stream; that the id came before in
 * another one, the lists know, and of what is under way or was recorded a moment ago this process does. What another
 * process records in that moment is seen as soon as the lists hold it.
 */
@Injectable()
export class CommandIds {
  private readonly underWay = new Map<string, { readonly stream: StreamName; count: number }>();
  private recent = new Map<string, StreamName>();
  private lessRecent = new Map<string, StreamName>();

  constructor(private readonly readModel: ReadModel) {}

  /**
   * What `work` gives, which records in the stream; where the id is another stream's, it is not begun.
   * @param isNew the id was made just now: the lists need not be asked
   */
  async useIn(
    { commandId, isNew = false }: { readonly commandId: string; readonly isNew?: boolean },
    stream: StreamName,
    work: () => Promise<Outcome>,
  ): Promise<Outcome> {
    const begun = this.underWay.get(commandId) ?? { stream, count: 0 };
    if (begun.stream !== stream) return { outcome: 'reused' };
    if (!isNew && (this.usedIn(commandId) ?? stream) !== stream) return { outcome: 'reused' };
    begun.count += 1;
    this.underWay.set(commandId, begun);
    try {
      const result = await work();
      if (result.outcome === 'done' && result.events.length > 0) this.remember(commandId, stream);
      return result;
    } finally {
      begun.count -= 1;
      if (begun.count === 0) this.underWay.delete(commandId);
    }
  }

  private usedIn(commandId: string): string | undefined {
    const recently = this.recent.get(commandId) ?? this.lessRecent.get(commandId);
    if (recently !== undefined) return recently;
    try {
      return this.readModel.commands.streamOf(commandId);
    } catch (error) {
      // They are made again. Until then it is better to record than to be sure that nobody mistook an id.
      if (error instanceof ReadModelDamaged) return undefined;
      throw error;
    }
  }

  private remember(commandId: string, stream: StreamName): void {
    if (this.recent.size >= RECENT_MIN) {
      this.lessRecent = this.recent;
      this.recent = new Map();
    }
    this.recent.set(commandId, stream);
  }
}
