/** A holding recorded in error, because nobody held the post so, is retracted with the reason: the record knows it no more. */

import type { Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DirectoryEvent, HoldingId } from './directory.events.ts';
import { holdingOf, type RecordedBody, saidOf } from './directory.state.ts';

export interface RetractHolding extends EveryCommand {
  readonly kind: 'retract-holding';
  readonly holding: HoldingId;
  readonly reason: string;
}

export function retractHolding(command: RetractHolding, body: RecordedBody): Verdict<DirectoryEvent> {
  const { holding, reason } = command;
  if (body.retracted.includes(holding)) return [];
  const known = holdingOf(body, holding);
  if ('refused' in known) return known;
  const { fields: was, recordedBy: corrects } = known;
  const { post, person } = was;
  return [
    { type: 'HoldingRetracted', data: { ...saidOf(command, body), holding, post, person, corrects, was, reason } },
  ];
}
