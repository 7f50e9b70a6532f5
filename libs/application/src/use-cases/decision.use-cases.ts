import type { DecisionCommand } from '#domain';
import { streamIdOf } from '../ids.ts';
import {
  CorrectDecisionDto,
  DropChangeDto,
  OpenReconsiderationDto,
  ReaffirmDecisionDto,
  RecordDecisionDto,
  RetryChangeDto,
  SupersedeDecisionDto,
} from './decision.dto.ts';
import { type TableOf, useCase } from './use-case.ts';

type Of<Kind extends DecisionCommand['kind']> = Extract<DecisionCommand, { kind: Kind }>;
type PolicyOnly = 'record-change-carried-out' | 'record-change-refused';

export const DECISION_USE_CASES: TableOf<DecisionCommand, PolicyOnly> = {
  'record-decision': useCase<Of<'record-decision'>, 'decision'>()({
    dto: RecordDecisionDto,
    sentence: 'Record what a board or an office holder decided, and what it changes.',
    starts: ({ commandId }) => streamIdOf(commandId),
    claims: (dto) => ({ codeKind: 'decision', code: dto.number }),
    ids: ({ target }) => ({ decision: target }),
  }),
  'correct-decision': useCase<Of<'correct-decision'>>()({
    dto: CorrectDecisionDto,
    sentence: 'Correct what was recorded of a decision.',
  }),
  'retry-change': useCase<Of<'retry-change'>>()({
    dto: RetryChangeDto,
    sentence: 'Have a change of a decision tried again that could not be carried out.',
  }),
  'drop-change': useCase<Of<'drop-change'>>()({
    dto: DropChangeDto,
    sentence: 'Give up a change of a decision that could not be carried out.',
  }),
  'open-reconsideration': useCase<Of<'open-reconsideration'>>()({
    dto: OpenReconsiderationDto,
    sentence: 'Record that a decision is being reconsidered; it stays in force meanwhile.',
  }),
  'reaffirm-decision': useCase<Of<'reaffirm-decision'>>()({
    dto: ReaffirmDecisionDto,
    sentence: 'Record that a reconsidered decision stands.',
  }),
  'supersede-decision': useCase<Of<'supersede-decision'>>()({
    dto: SupersedeDecisionDto,
    sentence: 'Record that a decision is superseded.',
  }),
};
