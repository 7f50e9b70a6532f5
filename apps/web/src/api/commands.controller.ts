/** Every use case, over one table: the address names it, the body holds its fields, the headers say who and when. */

import type { IncomingHttpHeaders } from 'node:http';
import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Actors, Commands, type Done, Histories, Projection, RecordFacts, type Row } from '#application';
import type { Actor, NamedKind } from '#domain';
import { EventStore } from '#event-store';
import { commandIdOf, etagOf, expectedRevisionOf } from '../http/command-headers.ts';
import type { Reply, Request } from '../http/exchange.ts';
import { Problem } from '../http/problem.ts';
import { problemOfOutcome } from '../http/problem-of-outcome.ts';
import { paths } from '../paths.ts';
import type { CommandAnswer } from './answers.dto.ts';
import { collectionOf, useCaseAt } from './collections.ts';

type Command = Request & { readonly body: unknown };

@ApiExcludeController()
@Controller()
export class CommandsController {
  constructor(
    private readonly commands: Commands,
    private readonly actors: Actors,
    private readonly projection: Projection,
    private readonly histories: Histories,
    private readonly store: EventStore,
    private readonly facts: RecordFacts,
  ) {}

  @Post(paths.start.pattern)
  @HttpCode(200)
  start(
    @Param() { collection, useCase }: { collection: string; useCase: string },
    @Req() request: Command,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<CommandAnswer> {
    return this.record(useCaseAt(collection, useCase, 'start'), undefined, request, reply);
  }

  @Post(paths.command.pattern)
  @HttpCode(200)
  change(
    @Param() { collection, id, useCase }: { collection: string; id: string; useCase: string },
    @Req() request: Command,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<CommandAnswer> {
    return this.record(useCaseAt(collection, useCase, 'item'), id, request, reply);
  }

  private async record(row: Row, target: string | undefined, request: Command, reply: Reply): Promise<CommandAnswer> {
    const { headers, body } = request;
    const id = commandIdOf(headers);
    // Told at once, so that whoever gets no other answer can ask again without recording it twice.
    reply.header('idempotency-key', id.commandId);
    const outcome = await this.commands.send({
      name: row.name,
      target,
      fields: body,
      by: await this.actingIn(headers),
      authentication: 'claimed-local',
      ...id,
      expected: expectedRevisionOf(headers),
    });
    if (outcome.outcome !== 'done') throw problemOfOutcome(outcome, this.histories.names());
    return this.answer(outcome, row, reply);
  }

  /**
   * Without an actor the answer is 401, as it will be when people sign in: what is missing is who asks, not how.
   * @throws {Problem}
   */
  private async actingIn(headers: IncomingHttpHeaders): Promise<Actor> {
    const text = headers['x-acting-as'];
    const actor = await this.actors.resolve(text === undefined ? undefined : String(text));
    if (!('refused' in actor)) return actor;
    throw new Problem('not-acting', `${actor.sentence} Write it in the header X-Acting-As.`, {
      code: actor.code,
      headers: { 'www-authenticate': 'X-Acting-As' },
    });
  }

  private async answer(done: Done, row: Row, reply: Reply): Promise<CommandAnswer> {
    const isStarted = row.useCase.starts !== undefined && done.events.length > 0;
    // Beside the answer, not in it: a repeat is answered alike, though the lists have gone on.
    reply.header('recorded-in-lists', String(await this.isInLists(done, isStarted)));
    reply.header('etag', etagOf(done.revision));
    if (isStarted) {
      reply.code(201).header('location', paths.item({ collection: collectionOf(row.category), id: done.id }));
    }
    const kind = row.category === 'directory' ? 'body' : (row.category as NamedKind);
    const reference = this.facts.reference(kind, done.id);
    return {
      id: done.id,
      ...(reference === undefined ? {} : { reference }),
      revision: done.revision,
      events: [...done.events],
    };
  }

  /**
   * What starts is named by a reference from the lists, so they are waited for; and a repeat, which adds nothing, is
   * answered when its original can be seen. What changes needs nothing of them: whoever reads a list next waits for it.
   */
  private async isInLists({ logPosition }: Done, isStarted: boolean): Promise<boolean> {
    if (logPosition !== undefined && !isStarted) return this.projection.holds(logPosition);
    return this.projection.reached(logPosition ?? (await this.store.head()).logPosition);
  }
}
