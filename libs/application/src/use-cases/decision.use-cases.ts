import type { DecisionCommand } from '#domain';
import { streamIdOf } from '../ids.ts';
import {
  CorrectChangeDto,
  CorrectDecisionDto,
  DropChangeDto,
  OpenReconsiderationDto,
  ReaffirmDecisionDto,
  RecordDecisionDto,
  RetractDropDto,
  RetractStepDto,
  RetryChangeDto,
  SupersedeDecisionDto,
} from './decision.dto.ts';
import { concernsOf } from './gather/concerns.ts';
import { type TableOf, useCase } from './use-case.ts';

type Of<Kind extends DecisionCommand['kind']> = Extract<DecisionCommand, { kind: Kind }>;
type PolicyOnly = 'record-change-carried-out' | 'record-change-refused';

export const DECISION_USE_CASES: TableOf<DecisionCommand, PolicyOnly> = {
  'record-decision': useCase<Of<'record-decision'>, 'decision' | 'concerns'>()({
    dto: RecordDecisionDto,
    sentence: 'Record what a board or an office holder decided, and what it changes.',
    starts: ({ commandId }) => streamIdOf(commandId),
    claims: (dto) => ({ codeKind: 'decision', code: dto.number }),
    ids: ({ target }) => ({ decision: target }),
    gather: ({ dto }, facts) => concernsOf(dto, facts),
  }),
  'correct-decision': useCase<Of<'correct-decision'>, 'concerns'>()({
    dto: CorrectDecisionDto,
    sentence: 'Correct what was recorded of a decision.',
    gather: ({ dto }, facts) => concernsOf(dto, facts),
  }),
  'retract-decision': useCase<Of<'retract-decision'>>()({
    dto: RetractStepDto,
    sentence: 'Say that a decision was recorded in error, before anything was changed on its authority.',
  }),
  'retry-change': useCase<Of<'retry-change'>>()({
    dto: RetryChangeDto,
    sentence: 'Have a change of a decision tried again that could not be carried out.',
  }),
  'correct-change': useCase<Of<'correct-change'>, 'concerns'>()({
    dto: CorrectChangeDto,
    sentence: 'Correct a change of a decision that has not been carried out; one that was refused is then tried again.',
    gather: ({ dto }, facts) => concernsOf({ changes: [dto] }, facts),
  }),
  'drop-change': useCase<Of<'drop-change'>>()({
    dto: DropChangeDto,
    sentence: 'Give up a change of a decision that could not be carried out.',
  }),
  'retract-drop': useCase<Of<'retract-drop'>>()({
    dto: RetractDropDto,
    sentence: 'Say that a change of a decision was recorded as given up in error; it waits again.',
  }),
  'open-reconsideration': useCase<Of<'open-reconsideration'>>()({
    dto: OpenReconsiderationDto,
    sentence: 'Record that a decision is being reconsidered; it stays in force meanwhile.',
  }),
  'retract-reconsideration': useCase<Of<'retract-reconsideration'>>()({
    dto: RetractStepDto,
    sentence: 'Say that a decision was recorded as being reconsidered in error.',
  }),
  'reaffirm-decision': useCase<Of<'reaffirm-decision'>>()({
    dto: ReaffirmDecisionDto,
    sentence: 'Record that a reconsidered decision stands.',
  }),
  'retract-reaffirmation': useCase<Of<'retract-reaffirmation'>>()({
    dto: RetractStepDto,
    sentence: 'Say that a decision was recorded as reaffirmed in error; it is being reconsidered again.',
  }),
  'supersede-decision': useCase<Of<'supersede-decision'>>()({
    dto: SupersedeDecisionDto,
    sentence: 'Record that a decision is superseded.',
  }),
  'retract-supersession': useCase<Of<'retract-supersession'>>()({
    dto: RetractStepDto,
    sentence: 'Say that a decision was recorded as superseded in error; it stands as before.',
  }),
};
