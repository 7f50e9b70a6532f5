import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Actor, AGGREGATES, type CodeKind } from '#domain';
import { EventStore, type Revision, type StreamName } from '#event-store';
import { CLOCK } from './tokens.ts';
import type { Clock } from './clock.ts';
import { type AnyDecider, decideAndAppend, fold } from './decide-and-append.ts';
import { codeIdOf } from './ids.ts';
import { Turns } from './turns.ts';
import { StateCache } from './state-cache.ts';
import type { Authentication } from './metadata.ts';
import type { Outcome } from './outcome.ts';
import { Projection } from './projection/projection.ts';

export interface Decision {
  readonly category: string;
  readonly id: string;
  readonly command: { readonly kind: string; readonly by: Actor };
  readonly commandId: string;
  /** What must be the same when the command id comes again; the command itself when left out. */
  readonly content?: unknown;
  readonly authentication: Authentication;
  readonly expected?: Revision | 'no-stream';
  readonly correlationId?: string;
  readonly causationId?: string;
  /** The code the stream needs for itself. */
  readonly claims?: { readonly codeKind: CodeKind; readonly code: string };
}

/** Every command of every aggregate enters here: one Nest command, one handler. */
export class Decide extends Command<Outcome> {
  readonly decision: Decision;
  constructor(decision: Decision) {
    super();
    this.decision = decision;
  }
}

@CommandHandler(Decide)
export class DecideHandler implements ICommandHandler<Decide> {
  private readonly turns = new Turns();

  constructor(
    private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly states: StateCache,
    private readonly projection: Projection,
  ) {}

  async execute({ decision }: Decide): Promise<Outcome> {
    const { category, id, claims } = decision;
    const decider = deciderOf(category);
    if (claims) {
      const refused = await this.claim(decider, decision, claims);
      if (refused) return refused;
    }
    const outcome = await this.turns.take(`${category}-${id}`, () =>
      decideAndAppend(this.store, this.clock, this.states, {
        ...decision,
        decider,
        id,
        content: decision.content ?? decision.command,
      }),
    );
    if (outcome.outcome === 'done' && outcome.logPosition !== undefined) this.projection.recorded(outcome.logPosition);
    return outcome;
  }

  /**
   * Claims a code that must be unique by an append that only the first can make. The command is decided on beforehand,
   * so that a refused one leaves no claim behind; a repeat after a crash meets its own claim and goes on.
   */
  private async claim(
    decider: AnyDecider,
    { category, id, command, commandId, authentication }: Decision,
    { codeKind, code }: { codeKind: CodeKind; code: string },
  ): Promise<Outcome | undefined> {
    const stream: StreamName = `${category}-${id}`;
    const { state, commands } = fold(decider, (await this.store.read(stream)).events);
    // A repeat gets its first answer, whatever was recorded since.
    if (commands.has(commandId)) return undefined;
    const verdict = decider.decide(command, state);
    if ('refused' in verdict) return { outcome: 'refused', refusal: verdict };
    const claim = { kind: 'claim-code', by: command.by, codeKind, code, target: stream, claimedBy: commandId };
    const ask = (from?: StreamName) =>
      decideAndAppend(this.store, this.clock, this.states, {
        decider: deciderOf('code'),
        id: codeIdOf(codeKind, code),
        command: { ...claim, ...(from && { from }) },
        commandId,
        content: claim,
        authentication,
      });
    let outcome = await ask();
    const [holder] = outcome.outcome === 'refused' ? outcome.refusal.because : [];
    if (holder) {
      const holding: StreamName = `${category}-${holder.id}`;
      const held = fold(decider, (await this.store.read(holding)).events).state as Holder;
      if (held.status === 'retracted' || held.formerCodes?.includes(code)) outcome = await ask(holding);
    }
    return outcome.outcome === 'done' ? undefined : outcome;
  }
}

/** What can have a code, as far as it says that it has one no longer. */
interface Holder {
  readonly status?: string;
  /** Codes that it was given by mistake. */
  readonly formerCodes?: readonly string[];
}

/** @throws {Error} when there is no such aggregate */
export function deciderOf(category: string): AnyDecider {
  const aggregate = AGGREGATES[category];
  if (!aggregate) throw new Error(`There is no aggregate ${category}.`);
  return aggregate.decider;
}
