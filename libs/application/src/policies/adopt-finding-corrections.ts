/** When a report's finding is corrected, every recommendation raised from it takes the correction over. */

import type { RecommendationCommand } from '#domain';
import { policyCommandId } from '../ids.ts';
import { type Policy, policyActor, recorded } from './policy.ts';

const NAME = 'adopt-finding-corrections';

export const adoptFindingCorrections: Policy = {
  name: NAME,
  owed: (readModel) =>
    readModel.obligations.staleCopies().map(({ recommendation, copy, eventId, body, reason }) => ({
      key: `${recommendation}/${eventId}`,
      async pay(_facts, send) {
        const by = policyActor(NAME, body);
        const command: RecommendationCommand = { kind: 'adopt-finding-correction', copy, reason, by };
        return recorded(
          await send({
            category: 'recommendation',
            id: recommendation,
            command,
            commandId: policyCommandId(eventId, NAME, recommendation),
            authentication: 'policy',
            causationId: eventId,
          }),
        );
      },
    })),
};
