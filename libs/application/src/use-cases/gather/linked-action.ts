/** Where the action is that is to be linked. */

import { type Raised, type Recommendation, type Refusal, refuse } from '#domain';
import type { Facts } from '../../facts.ts';

/** Where an action has its home, and what it is called there. */
export async function linkedAction(
  { action }: { action: string },
  facts: Facts,
): Promise<{ home: string; title: string } | Refusal> {
  const home = await facts.home('action', action);
  const recommendation = home === undefined ? undefined : await facts.state<Recommendation>('recommendation', home);
  const recorded =
    recommendation && recommendation.status !== 'none' ? (recommendation satisfies Raised).actions[action] : undefined;
  if (home === undefined || recorded === undefined)
    return refuse('action-unknown', 'There is no such action in the record.');
  return { home, title: recorded.fields.title };
}
