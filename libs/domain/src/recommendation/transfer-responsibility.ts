/**
 * When a body takes the functions of another over, the oversight of a recommendation passes to it. Who oversaw it before
 * was right until then and stays in the history: this is no correction. (P31.)
 */

import { stated, type Verdict } from '../decider.ts';
import { type BodyId, type EveryCommand, said } from '../primitives.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import type { Raised } from './recommendation.state.ts';

export interface TransferResponsibility extends EveryCommand {
  readonly kind: 'transfer-responsibility';
  /** The local policing body that oversees it from then on. */
  readonly overseer: BodyId;
  readonly reason: string;
}

export function transferResponsibility(
  command: TransferResponsibility,
  recommendation: Raised,
): Verdict<RecommendationEvent> {
  const { overseer: to, reason } = command;
  const from = recommendation.overseer;
  if (from === to) return [];
  const base = said(command, recommendation.body, from === undefined ? [to] : [from, to]);
  return [{ type: 'ResponsibilityTransferred', data: stated({ ...base, from, to, reason }) }];
}
