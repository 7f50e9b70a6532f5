/**
 * What follows by itself when one thing changes another.
 *
 * A policy is a view of what is still owed and a command that pays it. It holds no checkpoint of its own: what is owed
 * is read from lists that follow the log, and is owed no longer once the log says it was paid. So a lost list, a crash
 * in between, or two processes at once change nothing; a command sent twice has the same id and adds nothing.
 */

import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { CommandBus, EventsHandler, type IEventHandler } from '@nestjs/cqrs';
import { EventStore, type PersonStreamName } from '#event-store';
import { ReadModel } from '#read-model';
import { Decide, type Decision } from '../decide.ts';
import type { Done, Outcome } from '../outcome.ts';
import { EventRecorded } from '../projection/event-recorded.ts';
import { Projection } from '../projection/projection.ts';
import { RecordFacts } from '../record-facts.ts';
import { adoptFindingCorrections } from './adopt-finding-corrections.ts';
import { carryOutDecisions } from './carry-out-decisions.ts';
import { raiseRecommendations } from './raise-recommendations.ts';
import { tellLinkedActionsEnded } from './tell-linked-actions-ended.ts';
import type { Debt, Policy } from './policy.ts';

/** Paying one debt may make another; more rounds than this in one go means that something does not add up. */
const ROUNDS_MAX = 10;

/** What could not be paid is tried again, but not at every event. */
const RETRY_AFTER_MS = 60_000;

const POLICIES: readonly Policy[] = [
  carryOutDecisions,
  raiseRecommendations,
  adoptFindingCorrections,
  tellLinkedActionsEnded,
];

/** Events after which something may be owed. */
const OBLIGING = new Set([
  'DecisionRecorded',
  'ChangeRetried',
  'ChangeCorrected',
  'SupersessionRetracted',
  'FindingFannedOut',
  'FindingCorrected',
  'ActionCompleted',
  'ActionWithdrawn',
  'ActionLinked',
  'RecommendationRaised',
  'RaisedInErrorRetracted',
  'PersonErased',
]);

@Injectable()
export class Policies implements OnApplicationShutdown {
  private readonly log = new Logger('Policies');
  private running: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;
  /** Streams that this process has seen erased. Erasing one again is harmless, but takes a look at the disk. */
  private readonly erased = new Set<string>();
  /** What was promised to be erased is erased, also when a crash came in between. */
  private readonly erasePersons: Policy = {
    name: 'erase-persons',
    owed: (readModel) =>
      readModel
        .erasedStreams()
        .filter((stream) => !this.erased.has(stream))
        .map((stream) => ({
          key: stream,
          pay: async () => {
            await this.store.erase(stream as PersonStreamName);
            this.erased.add(stream);
            return undefined;
          },
        })),
  };
  /** When a debt could last not be paid, by its key, and why. */
  private readonly failed = new Map<string, { readonly at: number; readonly why: string }>();
  private isStopping = false;

  constructor(
    private readonly bus: CommandBus,
    private readonly store: EventStore,
    private readonly readModel: ReadModel,
    private readonly projection: Projection,
    private readonly facts: RecordFacts,
  ) {}

  /** After a command: pays what it made owing, so that the next page is already right. */
  async follow(done: Done): Promise<void> {
    if (done.logPosition === undefined || !done.events.some(({ type }) => OBLIGING.has(type))) return;
    if (await this.projection.reached(done.logPosition)) await this.pay();
  }

  /** Whether this process has done what the record says of a person: that their details are erased. */
  hasErased(person: string): boolean {
    return this.erased.has(`person-${person}`);
  }

  /** Begins nothing new, and answers when what is under way is done: what is still owed is paid after the next start. */
  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.running;
  }

  /** Pays everything that is owed. One run at a time; calls during a run are all answered by the one that follows it. */
  async pay(): Promise<void> {
    this.next ??= this.running.then(() => {
      this.next = undefined;
      const run = this.payAll();
      this.running = run.catch(() => undefined);
      return run;
    });
    await this.next;
  }

  private async payAll(): Promise<void> {
    for (let round = 1; round <= ROUNDS_MAX; round += 1) {
      let position: string | undefined;
      for (const policy of [...POLICIES, this.erasePersons]) {
        for (const debt of policy.owed(this.readModel)) {
          if (this.isStopping) return;
          if ((this.failed.get(debt.key)?.at ?? 0) > Date.now() - RETRY_AFTER_MS) continue;
          position = (await this.payOne(policy, debt)) ?? position;
        }
      }
      if (position === undefined || !(await this.projection.reached(position, 10_000))) return;
    }
  }

  private async payOne(policy: Policy, debt: Debt): Promise<string | undefined> {
    try {
      const position = await debt.pay(this.facts, (decision) => this.send(decision));
      if (this.failed.delete(debt.key)) this.log.warn(`${policy.name} is done now for ${debt.key}.`);
      return position;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const isTold = this.failed.get(debt.key)?.why === why;
      this.failed.set(debt.key, { at: Date.now(), why });
      // Nothing else may happen for a long time, and then nothing would nudge.
      setTimeout(() => void this.pay().catch(() => undefined), RETRY_AFTER_MS + 1_000).unref();
      // What waits for a person is told once, and not by the minute.
      if (!isTold) this.log.error(`${policy.name} could not be done for ${debt.key}: ${why}`);
      return undefined;
    }
  }

  private send(decision: Decision): Promise<Outcome> {
    return this.bus.execute<Decide, Outcome>(new Decide(decision));
  }
}

/** A nudge: there is something new, so something may be owed. */
@EventsHandler(EventRecorded)
export class PayWhatIsOwed implements IEventHandler<EventRecorded> {
  private isFirst = true;

  constructor(private readonly policies: Policies) {}

  /** At the first nudge after a start anything may be owed, later only what these events made owing. */
  async handle({ types }: EventRecorded): Promise<void> {
    const isFirst = this.isFirst;
    this.isFirst = false;
    if (isFirst || [...types].some((type) => OBLIGING.has(type))) await this.policies.pay();
  }
}
