/** When an action ends at home, every recommendation that links it is told. */

import type { RecommendationCommand } from '#domain';
import { policyCommandId } from '../ids.ts';
import { type Policy, policyActor, recorded } from './policy.ts';

const NAME = 'tell-linked-actions-ended';

export const tellLinkedActionsEnded: Policy = {
  name: NAME,
  owed: (readModel) =>
    readModel.obligations.linksToEnd().map(({ recommendation, action, ended, eventId, body, linkEventId }) => ({
      key: `${recommendation}/${action}/${eventId}`,
      async pay(_facts, send) {
        const by = policyActor(NAME, body);
        const command: RecommendationCommand = { kind: 'record-linked-action-ended', action, ended, by };
        return recorded(
          await send({
            category: 'recommendation',
            id: recommendation,
            command,
            // An action can be linked again after it ended: the link is part of what makes the command its own.
            commandId: policyCommandId(eventId, NAME, recommendation, linkEventId),
            authentication: 'policy',
            causationId: eventId,
          }),
        );
      },
    })),
};
