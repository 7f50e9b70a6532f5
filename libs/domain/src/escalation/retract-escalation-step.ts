/**
 * A step that was recorded in error is retracted with the reason, and the escalation stands where it stood before. The
 * last step comes first: what was recorded after a step rests on it.
 */

import { refuse, stated, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { EscalationEvent, EscalationStanding, EscalationStep } from './escalation.events.ts';
import { type RaisedEscalation, saidHere, withoutLastStep } from './escalation.state.ts';

export interface RetractEscalationStep extends EveryCommand {
  readonly kind: 'retract-escalation-step';
  readonly step: EscalationStep;
  readonly reason: string;
}

export const STEP_WORDS: Readonly<Record<EscalationStep, string>> = {
  takenUp: 'that the escalation was taken up',
  answered: 'that the escalation was answered',
  returned: 'that the escalation was returned',
  notPursued: 'that the escalation is not pursued',
  escalatedToNextTier: 'that the next tier was asked',
  nextTierDecidedAgainst: 'that it was decided not to ask the next tier',
};

export function retractEscalationStep(
  command: RetractEscalationStep,
  escalation: RaisedEscalation,
): Verdict<EscalationEvent> {
  const { step, reason } = command;
  const { steps, stepRetracted } = escalation;
  // Sent again, it must not take the step before, which may be of the same kind.
  if (stepRetracted?.step === step && stepRetracted.reason === reason) return [];
  const last = steps.at(-1);
  if (last?.kind !== step) {
    if (last && steps.some(({ kind }) => kind === step)) {
      return refuse('later-step', `It was recorded later ${STEP_WORDS[last.kind]}: retract that first.`);
    }
    return refuse('no-such-step', `It does not stand on record ${STEP_WORDS[step]}: there is nothing to retract.`);
  }
  const { status, known, nextTierDecidedAgainst } = withoutLastStep(escalation, { step, reason });
  const { to, answerBy, tier, nextTierCondition } = known.fields;
  return [
    {
      type: 'EscalationStepRetracted',
      data: {
        ...saidHere(command, escalation),
        corrects: last.recordedBy,
        step,
        stands: stated({
          // Before a step, an escalation is open.
          status: status as EscalationStanding['status'],
          to,
          answerBy,
          tier,
          nextTierCondition,
          nextTierDecidedAgainst,
        }),
        reason,
      },
    },
  ];
}
