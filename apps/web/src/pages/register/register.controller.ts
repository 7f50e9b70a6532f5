/** The register: where every recommendation stands. */

import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CLOCK, type Clock, Histories, Projection, RecordFacts, sayHeldBack } from '#application';
import { dayInLondon, endOfDayInLondon } from '#domain';
import { ReadModel } from '#read-model';
import { RecommendationsQuery } from '../../api/queries.dto.ts';
import { readQuery } from '../../api/query-check.ts';
import type { Reply, Request } from '../../http/exchange.ts';
import { Pages } from '../../http/pages.ts';
import { paths } from '../../paths.ts';
import { askedOf } from './register.address.ts';
import { type Choices, registerPage, wrongFilterPage } from './register.presenter.ts';

@ApiExcludeController()
@Controller()
export class RegisterController {
  /** What can be chosen, as it was at a place of the log. */
  private choices: { readonly at: string | undefined; readonly choices: Choices } | undefined;

  constructor(
    private readonly pages: Pages,
    private readonly readModel: ReadModel,
    private readonly facts: RecordFacts,
    private readonly histories: Histories,
    private readonly projection: Projection,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(paths.register.pattern)
  async show(@Query() parameters: unknown, @Req() request: Request, @Res() reply: Reply): Promise<void> {
    const asked = askedOf(parameters);
    const today = dayInLondon(this.clock());
    const query = await readQuery(RecommendationsQuery, asked, this.facts, today);
    if (Array.isArray(query)) {
      return this.pages.show(request, reply, wrongFilterPage(asked, query, this.offered()));
    }

    const { asRecordedBy, lead, pageSize, ...filter } = query;
    const recordedBefore = asRecordedBy === undefined ? undefined : endOfDayInLondon(asRecordedBy);
    const lists = { ...filter, recordedBefore, leadPost: lead, size: pageSize };
    const day = asRecordedBy ?? today;
    await this.projection.reachedOwn();
    const { isCaughtUp } = await this.projection.status();
    const page = registerPage({
      asked,
      list: this.readModel.register.list(lists),
      counts: this.readModel.register.counts(day, lists),
      day,
      asRecordedBy,
      isBehind: !isCaughtUp,
      heldBack: sayHeldBack(this.readModel.parked(), paths.status()),
      names: remembered(this.histories.names(recordedBefore)),
      references: this.readModel.references,
      choices: this.offered(),
    });
    await this.pages.show(request, reply, page);
  }

  /** What a filter can be set to. It is the same for everybody until something is recorded. */
  private offered(): Choices {
    const at = this.readModel.checkpoint()?.logPosition;
    if (this.choices === undefined || this.choices.at !== at) {
      const { directory, reports } = this.readModel;
      const choices = {
        bodies: directory.bodies().map(({ code, name }) => ({ value: code, text: name })),
        reports: reports
          .list({ size: 200 })
          .items.map(({ code, title }) => ({ value: code, text: `${code}: ${title}` })),
        posts: directory.posts().map(({ reference, title }) => ({ value: reference, text: `${reference}: ${title}` })),
      };
      this.choices = { at, choices };
    }
    return this.choices.choices;
  }
}

/** A page names the same bodies and posts many times. */
function remembered(names: ReturnType<Histories['names']>): ReturnType<Histories['names']> {
  const known = new Map<string, string>();
  return (kind, id) => {
    const name = known.get(id) ?? names(kind, id);
    known.set(id, name);
    return name;
  };
}
