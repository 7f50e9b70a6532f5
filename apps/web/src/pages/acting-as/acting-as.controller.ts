/** Where a person says in which post they act, until they can sign in. Everyone who holds a post today can be chosen. */

import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Actors, CLOCK, type Clock, Projection } from '#application';
import { dayInLondon } from '#domain';
import { EventStore } from '#event-store';
import { ReadModel } from '#read-model';
import { actingCookie } from '../../http/acting.ts';
import type { FormRequest } from '../../http/command-forms.ts';
import type { Reply, Request } from '../../http/exchange.ts';
import { inputOf } from '../../http/form.ts';
import { Pages, seeOther } from '../../http/pages.ts';
import { paths } from '../../paths.ts';
import { actingAsPage, type Choice, localAddress } from './acting-as.presenter.ts';

@ApiExcludeController()
@Controller()
export class ActingAsController {
  constructor(
    private readonly pages: Pages,
    private readonly actors: Actors,
    private readonly readModel: ReadModel,
    private readonly projection: Projection,
    private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(paths.actingAs.pattern)
  async choose(@Query('then') then: unknown, @Req() request: Request, @Res() reply: Reply): Promise<void> {
    // Whoever has just been given a post looks for it here.
    await this.projection.reached((await this.store.head()).logPosition);
    await this.pages.show(request, reply, actingAsPage(this.choices(), localAddress(then)));
  }

  @Post(paths.actingAs.pattern)
  async chosen(@Req() request: FormRequest, @Res() reply: Reply): Promise<void> {
    const actingAs = inputOf(request.body, 'actingAs');
    const then = localAddress(request.body['then']);
    const actor = await this.actors.resolve(actingAs);
    if ('refused' in actor) {
      const sentence = actingAs === '' ? undefined : actor.sentence;
      return this.pages.show(request, reply, actingAsPage(this.choices(), then, { sentence }));
    }
    seeOther(reply.header('set-cookie', actingCookie(actingAs)), then);
  }

  private choices(): Choice[] {
    const { directory, references } = this.readModel;
    const today = dayInLondon(this.clock());
    return directory.posts().flatMap((post) => {
      const holders = directory.holdersOn(post.id, today);
      return holders.map((person) => ({
        actingAs: holders.length === 1 ? post.reference : `${post.reference}; person=${person}`,
        post: references.label('post', post.id) ?? post.reference,
        reference: post.reference,
        person: directory.person(person)?.name,
      }));
    });
  }
}
