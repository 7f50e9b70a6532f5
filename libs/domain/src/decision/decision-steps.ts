/**
 * A step that was recorded in error is retracted with the reason, and the decision stands where it stood before. The
 * last step comes first: what was recorded after a step rests on it.
 */

import { type Refusal, refuse } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import { type DecisionStep, type RecordedDecision, recordedInError } from './decision.state.ts';

export interface RetractsStep extends EveryCommand {
  readonly reason: string;
}

type StepOf<Kind extends DecisionStep['kind']> = Extract<DecisionStep, { kind: Kind }>;

/** The last step, if it is of that kind; nothing when it has been retracted so already. */
export function stepToRetract<Kind extends DecisionStep['kind']>(
  kind: Kind,
  { reason }: RetractsStep,
  decision: RecordedDecision,
): StepOf<Kind> | Refusal | undefined {
  const refusal = recordedInError(decision);
  if (refusal) return refusal;
  const last = decision.steps.at(-1);
  if (last?.kind === kind) return last as StepOf<Kind>;
  if (decision.retracted?.kind === kind && decision.retracted.reason === reason) return undefined;
  if (last && decision.steps.some((step) => step.kind === kind)) {
    return refuse(
      'later-step',
      `A ${last.kind} of decision ${decision.number} was recorded after the ${kind}: retract the ${last.kind} first.`,
    );
  }
  return refuse(`no-${kind}`, `No ${kind} of decision ${decision.number} stands: there is nothing to retract.`);
}
