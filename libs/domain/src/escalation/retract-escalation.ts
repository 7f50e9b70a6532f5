/** An escalation that was raised in error is retracted with the reason, once no decision is about it any more. */

import { type Blocker, refuse, type Verdict } from '../decider.ts';
import { sayList } from '../narrative.ts';
import type { EveryCommand } from '../primitives.ts';
import type { EscalationEvent } from './escalation.events.ts';
import { type RaisedEscalation, saidHere } from './escalation.state.ts';

export interface RetractEscalation extends EveryCommand {
  readonly kind: 'retract-escalation';
  readonly reason: string;
  /** The decisions about it, as far as they stand. */
  readonly citedBy: readonly Blocker[];
}

export function retractEscalation(command: RetractEscalation, escalation: RaisedEscalation): Verdict<EscalationEvent> {
  const { reason, citedBy } = command;
  if (citedBy.length > 0) {
    const cited = sayList(citedBy.map(({ label }) => label)) ?? '';
    return refuse(
      'escalation-cited',
      `The escalation is what decision ${cited} is about: correct or retract that first.`,
      citedBy,
    );
  }
  return [
    {
      type: 'EscalationRetracted',
      data: { ...saidHere(command, escalation), corrects: escalation.known.recordedBy, reason },
    },
  ];
}
