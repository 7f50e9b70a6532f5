/** Closing a recommendation: the form, and what comes of it when it is sent. */

import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Histories } from '#application';
import { ReadModel } from '#read-model';
import { ActingPerson } from '../../http/acting.ts';
import { CommandForms, type FormRequest } from '../../http/command-forms.ts';
import type { Reply, Request } from '../../http/exchange.ts';
import { FoldedRecommendations } from '../../http/folded-recommendations.ts';
import { addressOfChooser, Pages, seeOther } from '../../http/pages.ts';
import { paths } from '../../paths.ts';
import { conflictPage, formPage, refusalPage } from './close-recommendation.presenter.ts';

@ApiExcludeController()
@Controller()
export class CloseRecommendationController {
  constructor(
    private readonly pages: Pages,
    private readonly forms: CommandForms,
    private readonly people: ActingPerson,
    private readonly recommendations: FoldedRecommendations,
    private readonly histories: Histories,
    private readonly readModel: ReadModel,
  ) {}

  @Get(paths.closeRecommendation.pattern)
  async show(@Param('reference') reference: string, @Req() request: Request, @Res() reply: Reply): Promise<void> {
    const found = await this.recommendations.find(reference);
    const acting = await this.people.of(request.headers);
    if (acting === undefined) return seeOther(reply, addressOfChooser(request.url));
    const form = { hidden: this.forms.draw(acting, found.revision), input: {} };
    await this.pages.show(request, reply, formPage(found, form, this.readModel));
  }

  @Post(paths.closeRecommendation.pattern)
  async send(@Param('reference') reference: string, @Req() request: FormRequest, @Res() reply: Reply): Promise<void> {
    const before = await this.recommendations.find(reference);
    const sent = await this.forms.send(request, 'close-recommendation', before.state.id);
    const input = request.body;
    switch (sent.outcome) {
      case 'done':
        return seeOther(reply, recordedAddress(before.state.reference, sent.commandId));
      case 'refused':
        return this.pages.show(request, reply, refusalPage(before, sent.refusal, input, this.readModel));
      case 'again':
        return this.pages.show(request, reply, formPage(before, { ...sent, input }, this.readModel));
      case 'conflict': {
        const now = await this.recommendations.find(reference);
        const acting = await this.people.of(request.headers);
        const form = { hidden: this.forms.draw(acting, now.revision), input };
        return this.pages.show(
          request,
          reply,
          conflictPage(now, sent.since, form, this.histories.names(), this.readModel),
        );
      }
    }
  }
}

/** The page of the recommendation, which then says what the command recorded. */
function recordedAddress(reference: string, commandId: string): string {
  return `${paths.recommendation({ reference })}?${new URLSearchParams({ recorded: commandId }).toString()}`;
}
