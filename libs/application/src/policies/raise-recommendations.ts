/** A finding that was fanned out is raised to each body it falls on, once. */

import { type RecommendationCommand, stated } from '#domain';
import { policyCommandId, recommendationIdOf } from '../ids.ts';
import { raised } from '../use-cases/gather/raising.ts';
import { type Policy, policyActor, recorded } from './policy.ts';

const NAME = 'raise-recommendations';

export const raiseRecommendations: Policy = {
  name: NAME,
  owed: (readModel) =>
    readModel.obligations.unraised().map(({ finding, body, overseer, eventId, by, illustration }) => ({
      key: `${finding}/${body}`,
      async pay(facts, send) {
        const id = recommendationIdOf(finding, body);
        const gathered = await raised({ finding, body, overseer }, id, facts);
        if ('refused' in gathered) throw new Error(gathered.sentence);
        const command: RecommendationCommand = stated({
          ...gathered,
          kind: 'raise-recommendation',
          finding,
          body,
          by: policyActor(NAME, by),
          illustration: illustration || undefined,
        });
        return recorded(
          await send({
            category: 'recommendation',
            id,
            command,
            commandId: policyCommandId(eventId, NAME, body),
            content: { finding, body },
            authentication: 'policy',
            causationId: eventId,
          }),
        );
      },
    })),
};
