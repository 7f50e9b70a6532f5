import type { EscalationCommand } from '#domain';
import { streamIdOf } from '../ids.ts';
import {
  AnswerEscalationDto,
  CorrectEscalationAnswerDto,
  CorrectEscalationDto,
  DecideAgainstNextTierDto,
  DoNotPursueEscalationDto,
  EscalateToNextTierDto,
  RaiseEscalationDto,
  RetractEscalationDto,
  RetractEscalationStepDto,
  ReturnEscalationDto,
  TakeUpEscalationDto,
} from './escalation.dto.ts';
import { raisedAlike } from './gather/alike.ts';
import { citing } from './gather/citing.ts';
import { askedOf } from './gather/concerns.ts';
import { type TableOf, useCase } from './use-case.ts';

type Of<Kind extends EscalationCommand['kind']> = Extract<EscalationCommand, { kind: Kind }>;

export const ESCALATION_USE_CASES: TableOf<EscalationCommand> = {
  'raise-escalation': useCase<Of<'raise-escalation'>, 'escalation' | 'concerns' | 'alike'>()({
    dto: RaiseEscalationDto,
    sentence: 'Raise a question to a board, a post or an outside body.',
    starts: ({ commandId }) => streamIdOf(commandId),
    ids: ({ target }) => ({ escalation: target }),
    gather: ({ dto, target }, facts) => raisedAlike(dto, target, facts),
  }),
  'take-up-escalation': useCase<Of<'take-up-escalation'>>()({
    dto: TakeUpEscalationDto,
    sentence: 'Record that an escalation was taken up.',
  }),
  'answer-escalation': useCase<Of<'answer-escalation'>>()({
    dto: AnswerEscalationDto,
    sentence: 'Record the answer to an escalation; a decision may be the answer.',
  }),
  'return-escalation': useCase<Of<'return-escalation'>>()({
    dto: ReturnEscalationDto,
    sentence: 'Record that an escalation was returned without an answer.',
  }),
  'do-not-pursue-escalation': useCase<Of<'do-not-pursue-escalation'>>()({
    dto: DoNotPursueEscalationDto,
    sentence: 'Record that an escalation is not pursued, with the reason.',
  }),
  'escalate-to-next-tier': useCase<Of<'escalate-to-next-tier'>>()({
    dto: EscalateToNextTierDto,
    sentence: 'Take an escalation to the next tier.',
  }),
  'decide-against-next-tier': useCase<Of<'decide-against-next-tier'>>()({
    dto: DecideAgainstNextTierDto,
    sentence: 'Record that an escalation does not go to the next tier, with the reason.',
  }),
  'correct-escalation': useCase<Of<'correct-escalation'>, 'concerns'>()({
    dto: CorrectEscalationDto,
    sentence: 'Correct what was recorded of an escalation: what it asks, of whom, about what and from where.',
    gather: ({ dto }, facts) => askedOf(dto, facts),
  }),
  'correct-escalation-answer': useCase<Of<'correct-escalation-answer'>>()({
    dto: CorrectEscalationAnswerDto,
    sentence: 'Correct the answer to an escalation, who gave it and when.',
  }),
  'retract-escalation-step': useCase<Of<'retract-escalation-step'>>()({
    dto: RetractEscalationStepDto,
    sentence: 'Say that the last step of an escalation did not happen; it stands as it stood before.',
  }),
  'retract-escalation': useCase<Of<'retract-escalation'>, 'citedBy'>()({
    dto: RetractEscalationDto,
    sentence: 'Say that an escalation was raised in error.',
    gather: ({ target }, facts) => citing({ about: target }, facts),
  }),
};
