import { describe, expect, it } from '@jest/globals';
import { given, secretary } from '../../../../test/support/given-when-then.ts';
import { ask, NPCC_SOC_LEAD, raiseUnmetDemand } from '../../../../test/support/governance-histories.ts';
import { CCOB_DECISION, SYMCA } from '../../../../test/support/named-histories.ts';
import { escalation } from './escalation.decider.ts';

/** As the secretary records it, naming nobody. */
function unnamed<Command extends ReturnType<typeof ask>>(command: Command) {
  const { decidedByPerson: _person, decidedByPost: _post, ...rest } = command;
  return rest as Command;
}

const steps = [
  ['EscalationTakenUp', 'took it up', unnamed(ask('take-up-escalation', {}))],
  ['EscalationAnswered', 'answered it', unnamed(ask('answer-escalation', { words: 'The region.' }))],
  ['EscalationReturned', 'returned it', unnamed(ask('return-escalation', { reason: 'Not ours.' }))],
] as const;
const { toPosts: _toPosts, ...toNobody } = raiseUnmetDemand();
const raised = given(escalation, raiseUnmetDemand());

describe('What only those who are asked can do', () => {
  it.each(steps)(
    'is refused when nobody is named and it is not put to whoever records it: %s',
    (type, did, command) => {
      const { sentence } = raised.when(command).thenRefused('answerer-missing');
      expect(sentence).toBe(
        `Say who ${did}: a person, a post or a body. You record it, but the escalation is not put to you.`,
      );
      raised
        .when({ ...command, decidedByPost: NPCC_SOC_LEAD })
        .then({ type, data: { decidedBy: { post: NPCC_SOC_LEAD } } });
    },
  );

  it.each(steps)(
    'is the doing of whoever records it, when it is put to their post or their body: %s',
    (type, _did, command) => {
      const { person, post } = secretary;
      for (const target of [{ toPosts: [post] }, { toBody: SYMCA }]) {
        given(escalation, { ...toNobody, ...target })
          .when(command)
          .then({ type, data: { decidedBy: { person, post } } });
      }
      given(escalation, { ...toNobody, toOutside: 'The NPCC' })
        .when(command)
        .thenRefused('answerer-missing');
    },
  );

  it('is the decision’s where a decision is the answer and nobody is named', () => {
    raised
      .when(unnamed(ask('answer-escalation', { words: 'The region.', decision: CCOB_DECISION })))
      .then({ type: 'EscalationAnswered', data: { decidedBy: { decision: CCOB_DECISION }, decision: CCOB_DECISION } });
  });
});

describe('An answer that is recorded again', () => {
  const answer = ask('answer-escalation', { words: 'The region.' });

  it('adds nothing, unless it names somebody else as the one who answered', () => {
    raised.and(answer).when(unnamed(answer)).thenNothing();
    raised
      .and(answer)
      .when({ ...unnamed(answer), decidedByPost: NPCC_SOC_LEAD })
      .thenRefused('answered');
  });
});
