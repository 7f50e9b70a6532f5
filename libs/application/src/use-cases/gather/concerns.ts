/** The bodies that something touches beside the one that records it. */

import type { EscalationCommand, Raised, Recommendation } from '#domain';
import type { Facts } from '../../facts.ts';

/**
 * The bodies that recommendations and actions fall on, and those that oversee them: those of what something is about, and
 * of what it changes.
 */
export async function concernsOf(
  { aboutRecommendations = [], aboutActions = [], changes = [] }: About,
  facts: Facts,
): Promise<{ concerns: string[] }> {
  const recommendations = new Set(aboutRecommendations);
  for (const { recommendation } of changes as readonly { recommendation?: string }[]) {
    if (recommendation !== undefined) recommendations.add(recommendation);
  }
  for (const action of aboutActions) {
    const home = await facts.home('action', action);
    if (home !== undefined) recommendations.add(home);
  }
  const concerns: string[] = [];
  for (const id of recommendations) {
    const recommendation = await facts.state<Recommendation>('recommendation', id);
    if (recommendation.status === 'none') continue;
    const { body, overseer } = recommendation satisfies Raised;
    concerns.push(body, ...(overseer === undefined ? [] : [overseer]));
  }
  return { concerns: [...new Set(concerns)] };
}

interface About {
  readonly aboutRecommendations?: readonly string[];
  readonly aboutActions?: readonly string[];
  readonly changes?: readonly object[];
}

type RaiseEscalation = Extract<EscalationCommand, { kind: 'raise-escalation' }>;
type Asked = Pick<RaiseEscalation, 'aboutRecommendations' | 'aboutSubParts' | 'aboutActions'>;

/** The bodies that what an escalation is about falls on, as far as a command says so. */
export async function askedOf(
  { aboutSubParts = [], aboutRecommendations = [], aboutActions }: Asked,
  facts: Facts,
): Promise<{ concerns: string[] }> {
  const ofSubParts = aboutSubParts.map((subPart) => subPart.slice(0, subPart.indexOf(':')));
  return concernsOf({ aboutRecommendations: [...aboutRecommendations, ...ofSubParts], aboutActions }, facts);
}
