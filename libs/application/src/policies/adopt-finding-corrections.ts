/** When a report's finding is corrected, every recommendation raised from it takes the correction over. */

import { findingCopy, type Report } from '#domain';
import { policyCommandId } from '../ids.ts';
import { type Policy, policyActor, recorded } from './policy.ts';

const NAME = 'adopt-finding-corrections';

export const adoptFindingCorrections: Policy = {
  name: NAME,
  owed: (readModel) =>
    readModel.obligations.staleCopies().map(({ recommendation, report, finding, eventId, body, reason }) => ({
      key: `${recommendation}/${eventId}`,
      async pay(facts, send) {
        const state = await facts.state<Report>('report', report);
        const copy = state.status === 'recorded' ? findingCopy(state, finding) : undefined;
        if (!copy) return undefined;
        return recorded(
          await send({
            category: 'recommendation',
            id: recommendation,
            command: { kind: 'adopt-finding-correction', copy, reason, by: policyActor(NAME, body) } as never,
            commandId: policyCommandId(eventId, NAME, recommendation),
            content: { finding, correction: eventId },
            authentication: 'policy',
            causationId: eventId,
          }),
        );
      },
    })),
};
