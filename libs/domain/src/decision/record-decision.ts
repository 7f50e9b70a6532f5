/** A decision is a fact: recording it never fails because of the state of what it changes. It is recorded once. (P25.) */

import { refuse, same, stated, type Verdict } from '../decider.ts';
import { type BodyId, type EveryCommand, type DecisionId, said } from '../primitives.ts';
import { bodiesOf, type DecidedFields, decisionFieldsFrom } from './decision-fields.ts';
import type { DecisionChange } from './decision.changes.ts';
import type { DecisionEvent } from './decision.events.ts';
import type { Decision } from './decision.state.ts';

export interface RecordDecision extends EveryCommand, DecidedFields {
  readonly kind: 'record-decision';
  readonly decision: DecisionId;
  /** Claimed by the application, so that no two decisions have the same. */
  readonly number: string;
  /** What it changes elsewhere, in this order. A policy carries each out. */
  readonly changes?: readonly DecisionChange[];
  /** The bodies of what it is about and of what it changes, and those that oversee them. */
  readonly concerns?: readonly BodyId[];
}

export function recordDecision(command: RecordDecision, decision: Decision): Verdict<DecisionEvent> {
  const fields = decisionFieldsFrom(command);
  if ('refused' in fields) return fields;
  const { number } = command;
  const changes = (command.changes ?? []).map((change) => stated(change));
  if (decision.status !== 'none') {
    const standing = {
      number: decision.number,
      fields: decision.known.fields,
      changes: decision.changes.map(({ change }) => change),
    };
    if (same(standing, { number, fields, changes })) return [];
    return refuse(
      'already-recorded',
      `Decision ${decision.number} has been recorded already, with other content: correct it, or record a new decision.`,
    );
  }
  return [
    {
      type: 'DecisionRecorded',
      data: {
        ...said(command, command.by.body, bodiesOf(fields, command.concerns)),
        decision: command.decision,
        number,
        ...fields,
        changes,
      },
    },
  ];
}
