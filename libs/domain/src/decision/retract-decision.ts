/**
 * A decision that was never taken is retracted with the reason, unless something was changed on its authority: that
 * stands in the record, and a new decision has to undo it.
 */

import { refuse, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import { CHANGE_WORDS } from './decision.changes.ts';
import type { DecisionEvent } from './decision.events.ts';
import { type RecordedDecision, saidHere } from './decision.state.ts';

export interface RetractDecision extends EveryCommand {
  readonly kind: 'retract-decision';
  readonly reason: string;
}

export function retractDecision(command: RetractDecision, decision: RecordedDecision): Verdict<DecisionEvent> {
  const { reason } = command;
  if (decision.status === 'retracted') {
    if (decision.retracted?.reason === reason) return [];
    return refuse('retracted', `Decision ${decision.number} has been retracted already, for another reason.`);
  }
  const carriedOut = decision.changes.flatMap(({ change, outcome }, index) =>
    outcome === 'carriedOut'
      ? [
          {
            kind: 'change',
            id: `${decision.id}/${String(index + 1)}`,
            label: `${String(index + 1)}, ${CHANGE_WORDS[change.kind]}`,
          },
        ]
      : [],
  );
  if (carriedOut.length > 0) {
    return refuse(
      'changes-carried-out',
      `Decision ${decision.number} has been carried out, so it stays in the record: record a decision that undoes what it changed, and supersede it.`,
      carriedOut,
    );
  }
  return [
    { type: 'DecisionRetracted', data: { ...saidHere(command, decision), corrects: decision.recordedBy, reason } },
  ];
}
