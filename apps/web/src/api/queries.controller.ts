/** Every list, item and history, over the table of queries. */

import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CLOCK, type Clock, Histories, type ItemHistory, type ItemKind, Projection, RecordFacts } from '#application';
import { type CivilDate, dayInLondon, endOfDayInLondon, sayDate } from '#domain';
import { EventStore } from '#event-store';
import { type AsRecorded, ReadModel, type ReferenceKind } from '#read-model';
import { etagOf } from '../http/command-headers.ts';
import { pathOf, type Reply, type Request } from '../http/exchange.ts';
import { Problem } from '../http/problem.ts';
import { COLLECTIONS, paths } from '../paths.ts';
import { namesIn } from './names.ts';
import { ITEMS, LISTS } from './queries.ts';
import { AsRecordedQuery } from './queries.dto.ts';
import { checkNoQuery, checkQuery } from './query-check.ts';

type Query = Request & { readonly query: unknown };

const listPaths = Object.keys(LISTS).map((collection) => `${paths.api()}/${collection}`);
const itemPaths = Object.keys(ITEMS).map((collection) => `${paths.api()}/${collection}/:id`);

@ApiExcludeController()
@Controller()
export class QueriesController {
  constructor(
    private readonly readModel: ReadModel,
    private readonly facts: RecordFacts,
    private readonly histories: Histories,
    private readonly projection: Projection,
    private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(listPaths)
  async list(@Req() request: Query): Promise<object> {
    const row = rowOf(LISTS, request);
    const { asRecordedBy, page, pageSize, ...filter } = await checkQuery(
      row.query,
      request.query,
      this.facts,
      this.today(),
    );
    const at = asRecorded(asRecordedBy);
    await this.projection.reachedOwn();
    const status = await this.projection.status();
    const { items, total, ...shown } = row.list(this.readModel.views, {
      ...filter,
      ...at,
      page,
      size: pageSize,
    });
    return {
      asRecordedBy,
      items,
      names: namesIn(items, this.readModel.views, at),
      total,
      page: shown.page,
      pageSize: shown.size,
      // Read before the rows: they hold at least this.
      logPosition: status.at?.logPosition,
      behind: !status.isCaughtUp,
    };
  }

  @Get(itemPaths)
  async item(
    @Param('id') reference: string,
    @Req() request: Query,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<object> {
    const row = rowOf(ITEMS, request);
    const { asRecordedBy } = await checkQuery(AsRecordedQuery, request.query, this.facts, this.today());
    const id = await this.facts.resolve(row.kind, reference);
    if (id === undefined) throw missing(row.kind, reference, undefined);
    // Read before the row, so that what the client sees is never older than the revision it may expect.
    const revision = asRecordedBy === undefined ? await this.revisionOf(row.kind, id) : undefined;
    const isShown = await this.projection.reached((await this.store.head()).logPosition);
    const at = asRecorded(asRecordedBy);
    const item = row.get(this.readModel.views, id, at);
    if (item === undefined) throw missing(row.kind, reference, asRecordedBy);
    if (revision !== undefined) reply.header('etag', etagOf(revision));
    return { asRecordedBy, item, names: namesIn(item, this.readModel.views, at), revision, behind: !isShown };
  }

  @Get(paths.history.pattern)
  async history(
    @Param() { collection, id }: { collection: string; id: string },
    @Req() request: Query,
  ): Promise<ItemHistory> {
    const kind = kindIn(collection);
    if (kind === undefined) throw new NotFoundException();
    const { asRecordedBy } = await checkQuery(AsRecordedQuery, request.query, this.facts, this.today());
    await this.projection.reachedOwn();
    const history = await this.histories.of(kind, id, asRecordedBy);
    if (history === undefined || history.entries.length === 0) throw missing(kind, id, asRecordedBy);
    return history;
  }

  @Get(paths.links.pattern)
  async links(
    @Param() { collection, id: reference }: { collection: string; id: string },
    @Req() request: Query,
  ): Promise<object> {
    const kind = kindIn(collection);
    if (kind === undefined) throw new NotFoundException();
    checkNoQuery(request.query);
    const id = await this.facts.resolve(kind, reference);
    if (id === undefined) throw missing(kind, reference, undefined);
    await this.projection.reachedOwn();
    const status = await this.projection.status();
    return { id, items: this.readModel.views.links.of(kind, id), behind: !status.isCaughtUp };
  }

  private today(): CivilDate {
    return dayInLondon(this.clock());
  }

  private async revisionOf(kind: ReferenceKind, id: string): Promise<number | undefined> {
    const category = kind === 'body' ? 'directory' : kind;
    if (!(category in COLLECTIONS)) return undefined;
    const { revision } = await this.store.read(`${category}-${id}`);
    return revision === 'no-stream' ? undefined : revision;
  }
}

/** The row of the table that the address is of. */
function rowOf<Row>(table: Readonly<Record<string, Row>>, request: Request): Row {
  const collection = pathOf(request).split('/')[2] ?? '';
  const row = table[collection];
  if (row === undefined) throw new NotFoundException();
  return row;
}

/** What a collection holds: `recommendations` hold each a recommendation. */
function kindIn(collection: string): ItemKind | undefined {
  const [category] = Object.entries(COLLECTIONS).find(([, name]) => name === collection) ?? [];
  if (category === 'directory') return 'body';
  // An erasure is told in the history of its person.
  return category === 'erasure' ? undefined : (category as ItemKind | undefined);
}

/** The instant before which a thing must have been recorded to count. */
function asRecorded(asRecordedBy: string | undefined): AsRecorded {
  return asRecordedBy === undefined ? {} : { recordedBefore: endOfDayInLondon(asRecordedBy) };
}

function missing(kind: ReferenceKind, reference: string, asRecordedBy: string | undefined): Problem {
  const when = asRecordedBy === undefined ? '' : ` as recorded by ${sayDate(asRecordedBy)}`;
  return new Problem('missing', `There is no ${kind} “${reference}” in the record${when}.`);
}
