/** Work whose home is another recommendation is linked, never assigned twice; until it ends there, it keeps this one open. */

import { refuse, stated, type Verdict } from '../decider.ts';
import type { ActionId, EveryCommand, RecommendationId } from '../primitives.ts';
import type { Linked, RecommendationEvent } from './recommendation.events.ts';
import { saidHere, standsSo } from './recommendation.said.ts';
import { type Raised, unknownSubPart } from './recommendation.state.ts';

export interface LinkAction extends EveryCommand {
  readonly kind: 'link-action';
  readonly action: ActionId;
  /** The recommendation that is the action's home. */
  readonly home: RecommendationId;
  /** The action's title at home, copied when it is linked. */
  readonly title: string;
  readonly subPart?: string;
}

export function linkAction(command: LinkAction, recommendation: Raised): Verdict<RecommendationEvent> {
  if (command.home === recommendation.id || recommendation.actions[command.action]) {
    return refuse('action-at-home', 'This recommendation is the action’s home: there is nothing to link.');
  }
  const { action, home, title, subPart } = command;
  const link = recommendation.links[action];
  if (link && !link.isEnded) {
    if (link.home === home && standsSo<Linked>(command, stated({ subPart }), link.fields, recommendation)) return [];
    return refuse(
      'action-already-linked',
      'This action is linked already, with other content: correct the link instead.',
      [{ kind: 'action', id: action, label: link.title }],
    );
  }
  if (recommendation.status === 'closed') {
    return refuse('closed', 'An action can’t be linked to a closed recommendation: reopen it first.');
  }
  const refusal = unknownSubPart(recommendation, command.subPart);
  if (refusal) return refusal;
  return [
    { type: 'ActionLinked', data: stated({ ...saidHere(command, recommendation), action, home, title, subPart }) },
  ];
}
