import type { SeriesCommand } from '#domain';
import { streamIdOf } from '../ids.ts';
import { namingSeries } from './gather/citing.ts';
import {
  AddSeriesAliasDto,
  CloseSeriesDto,
  CorrectSeriesDto,
  OpenSeriesDto,
  RenameSeriesDto,
  RetractSeriesAliasDto,
  RetractSeriesClosureDto,
  RetractSeriesDto,
} from './series.dto.ts';
import { type TableOf, useCase } from './use-case.ts';

type Of<Kind extends SeriesCommand['kind']> = Extract<SeriesCommand, { kind: Kind }>;

export const SERIES_USE_CASES: TableOf<SeriesCommand> = {
  'open-series': useCase<Of<'open-series'>, 'series'>()({
    dto: OpenSeriesDto,
    sentence: 'Open a series of meetings: a board, a tasking meeting, an oversight cycle or a partnership.',
    starts: ({ commandId }) => streamIdOf(commandId),
    claims: ({ code }) => (code === undefined ? undefined : { codeKind: 'series', code }),
    ids: ({ target }) => ({ series: target }),
  }),
  'rename-series': useCase<Of<'rename-series'>>()({
    dto: RenameSeriesDto,
    sentence: 'Give a series of meetings a new name.',
  }),
  'add-series-alias': useCase<Of<'add-series-alias'>>()({
    dto: AddSeriesAliasDto,
    sentence: 'Record another name that a series of meetings goes by.',
  }),
  'retract-series-alias': useCase<Of<'retract-series-alias'>>()({
    dto: RetractSeriesAliasDto,
    sentence: 'Say that a name does not mean a series of meetings after all.',
  }),
  'correct-series': useCase<Of<'correct-series'>>()({
    dto: CorrectSeriesDto,
    sentence: 'Correct what was recorded of a series of meetings.',
    claims: ({ code }) => (code === undefined ? undefined : { codeKind: 'series', code }),
  }),
  'close-series': useCase<Of<'close-series'>>()({
    dto: CloseSeriesDto,
    sentence: 'Close a series of meetings.',
  }),
  'retract-series-closure': useCase<Of<'retract-series-closure'>>()({
    dto: RetractSeriesClosureDto,
    sentence: 'Say that a series of meetings has not ended after all.',
  }),
  'retract-series': useCase<Of<'retract-series'>, 'namedBy'>()({
    dto: RetractSeriesDto,
    sentence: 'Say that a series of meetings was opened in error, or twice.',
    gather: ({ target }, facts) => namingSeries(target, facts),
  }),
};
