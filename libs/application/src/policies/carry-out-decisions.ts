/**
 * What a decision changes is carried out, change by change, and the outcome is recorded in the decision's own stream.
 * A change that can't be made is recorded as refused, with the sentence; it waits for a person.
 */

import { commandOf, type Decision, pendingChanges, stampOf } from '#domain';
import type { Facts } from '../facts.ts';
import { itemIdOf, policyCommandId } from '../ids.ts';
import type { Outcome } from '../outcome.ts';
import { type Policy, policyActor, recorded, type Send } from './policy.ts';

const NAME = 'carry-out-decisions';

export const carryOutDecisions: Policy = {
  name: NAME,
  owed: (readModel) =>
    readModel.obligations.pendingChanges().map(({ decision, body }) => ({
      key: decision,
      pay: (facts, send) => carryOut(decision, body, facts, send),
    })),
};

async function carryOut(id: string, body: string, facts: Facts, send: Send): Promise<string | undefined> {
  // The lists say which decisions to look at; what is pending is read from the decision itself, which is never stale.
  const decision = await facts.state<Decision>('decision', id);
  if (decision.status === 'none') return undefined;
  const by = policyActor(NAME, body);
  let position: string | undefined;
  for (const { number, change, retries } of pendingChanges(decision)) {
    const item = itemIdOf(decision.recordedBy, `change/${String(number)}`);
    const elsewhere = commandOf(change, id, { item }, by, stampOf(decision));
    const about = { authentication: 'policy', causationId: decision.recordedBy } as const;
    const outcome = await send({
      category: elsewhere.category,
      id: elsewhere.id,
      command: elsewhere.command,
      commandId: policyCommandId(decision.recordedBy, NAME, number, retries),
      content: { change, retries },
      ...about,
    });
    const result = resultOf(outcome);
    const command = { ...result, change: number, by };
    position =
      recorded(
        await send({
          category: 'decision',
          id,
          command,
          commandId: policyCommandId(decision.recordedBy, NAME, number, retries, 'outcome'),
          // Two processes may see two outcomes; the first to be recorded stands.
          content: { number, retries },
          ...about,
        }),
      ) ?? position;
  }
  return position;
}

type Result =
  | { readonly kind: 'record-change-carried-out' }
  | { readonly kind: 'record-change-refused'; readonly code: string; readonly sentence: string };

/** @throws when it is not settled and has to be tried again */
function resultOf(outcome: Outcome): Result {
  switch (outcome.outcome) {
    case 'done':
      return { kind: 'record-change-carried-out' };
    case 'refused':
      return { kind: 'record-change-refused', code: outcome.refusal.code, sentence: outcome.refusal.sentence };
    default:
      throw new Error(`A change was answered with “${outcome.outcome}”.`);
  }
}
