/** One recommendation: where it stands, who said what, what is being done, and how it came to stand there. */

import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ASK_FOR_NOW, CLOCK, type Clock, datesToCome, Histories, Projection, validate } from '#application';
import { type CivilDate, dayInLondon, endOfDayInLondon, readDayOf } from '#domain';
import { EventStore } from '#event-store';
import { ReadModel } from '#read-model';
import { AsRecordedQuery } from '../../api/queries.dto.ts';
import type { Reply, Request } from '../../http/exchange.ts';
import { type FoldedRecommendation, FoldedRecommendations } from '../../http/folded-recommendations.ts';
import { Pages } from '../../http/pages.ts';
import { paths } from '../../paths.ts';
import { recommendationPage } from './recommendation.presenter.ts';

@ApiExcludeController()
@Controller()
export class RecommendationController {
  constructor(
    private readonly pages: Pages,
    private readonly recommendations: FoldedRecommendations,
    private readonly histories: Histories,
    private readonly readModel: ReadModel,
    private readonly projection: Projection,
    private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(paths.recommendation.pattern)
  async show(
    @Param('reference') reference: string,
    @Query() asked: Readonly<Record<string, unknown>>,
    @Req() request: Request,
    @Res() reply: Reply,
  ): Promise<void> {
    const typed = typeof asked['asRecordedBy'] === 'string' ? asked['asRecordedBy'] : '';
    const query = validate(AsRecordedQuery, { asRecordedBy: readDayOf(typed) ?? typed });
    const today = dayInLondon(this.clock());
    const errors = Array.isArray(query) ? query : datesToCome(query, today, ASK_FOR_NOW);
    const asRecordedBy = Array.isArray(query) || errors.length > 0 ? undefined : query.asRecordedBy;

    const found = await this.recommendations.find(reference, asRecordedBy);
    // What is its own is never behind; what others say of it comes from the lists.
    const isUpToDate = await this.projection.reached((await this.store.head()).logPosition);
    const recordedBefore = asRecordedBy === undefined ? undefined : endOfDayInLondon(asRecordedBy);
    const { id } = found.state;
    const history = await this.histories.of('recommendation', id, asRecordedBy);
    const { decisions, escalations, references } = this.readModel;
    const page = recommendationPage({
      found,
      homes: await this.homesOf(found, asRecordedBy),
      history: history?.entries ?? [],
      decisions: decisions.list({ about: id, recordedBefore, size: 200 }).items,
      escalations: escalations.list({ about: id, recordedBefore, size: 200 }).items,
      names: this.histories.names(recordedBefore),
      references,
      day: asRecordedBy ?? today,
      asRecordedBy,
      typed,
      errors,
      isBehind: !isUpToDate,
      recorded: asked['recorded'],
    });
    await this.pages.show(request, reply, page);
  }

  /** Where the actions that are linked here are recorded, by the id of that recommendation. */
  private async homesOf(
    { state }: FoldedRecommendation,
    asRecordedBy: CivilDate | undefined,
  ): Promise<Map<string, FoldedRecommendation>> {
    const homes = new Map<string, FoldedRecommendation>();
    for (const home of new Set(Object.values(state.links).map((link) => link.home))) {
      const found = await this.recommendations.get(home, asRecordedBy);
      if (found) homes.set(home, found);
    }
    return homes;
  }
}
