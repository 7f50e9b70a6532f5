/**
 * A change that was recorded wrongly and has not been carried out is corrected by saying what was wrong and why; one that
 * was refused is then tried as corrected. What was carried out is corrected where it stands.
 */

import type { Correcting } from '../corrections.ts';
import { refuse, type Refusal, same, type Verdict } from '../decider.ts';
import { type BodyId, namedAuthority, said } from '../primitives.ts';
import { amendedChange, type ChangeFields } from './change-fields.ts';
import type { DecisionChange } from './decision.changes.ts';
import type { DecisionEvent } from './decision.events.ts';
import { changeAt, type RecordedChange, type RecordedDecision, recordedInError } from './decision.state.ts';

/** What is left out stays as it was recorded. */
export interface CorrectChange extends Correcting<Exclude<keyof ChangeFields, 'recommendation'>>, ChangeFields {
  readonly kind: 'correct-change';
  /** The change's place in the decision, counted from 1. */
  readonly change: number;
  /** What it changes, where another kind of change was meant. */
  readonly changeKind?: DecisionChange['kind'];
  /** The bodies of what it now changes, and those that oversee them. */
  readonly concerns?: readonly BodyId[];
}

export function correctChange(command: CorrectChange, decision: RecordedDecision): Verdict<DecisionEvent> {
  const recorded = changeAt(decision, command.change);
  if ('refused' in recorded) return recorded;
  const { change: was, recordedBy: corrects } = recorded;
  const is = amendedChange(was, command.changeKind ?? was.kind, fieldsFrom(command), command.clear);
  if (!('refused' in is) && same(was, is)) return [];
  const refusal = recordedInError(decision) ?? settled(command.change, recorded) ?? saysWho(command);
  if (refusal) return refusal;
  if ('refused' in is) return is;
  const { by, correctionReason: reason } = command;
  // Like everything that becomes of a decision, it is made up when the decision is.
  const illustration = command.illustration === true || decision.known.fields.illustration === true;
  const base = said({ by, illustration }, by.body, [...decision.bodies, ...(command.concerns ?? [])]);
  return [{ type: 'ChangeCorrected', data: { ...base, change: command.change, corrects, was, is, reason } }];
}

function fieldsFrom(command: CorrectChange): ChangeFields {
  const { recommendation, action, escalation, layer, code, level, words, qualifiers, reason } = command;
  const { title, subPart, leadPost, leadForum, leadBody, leadNotNamed, supporters, deliveredWith } = command;
  const { monitoredAt, document, dueOn, basis, dueNoneGiven, reviewBy, dueAsPrinted } = command;
  return {
    ...{ recommendation, action, escalation, layer, code, level, words, qualifiers, reason },
    ...{ title, subPart, leadPost, leadForum, leadBody, leadNotNamed, supporters, deliveredWith },
    ...{ monitoredAt, document, dueOn, basis, dueNoneGiven, reviewBy, dueAsPrinted },
  };
}

/** A refusal when it is being carried out, or was. */
function settled(number: number, { change, outcome }: RecordedChange): Refusal | undefined {
  const which = `Change ${String(number)}`;
  if (outcome === 'pending') {
    return refuse(
      'change-pending',
      `${which} is about to be carried out: it can be corrected only once it has been refused.`,
    );
  }
  if (outcome === 'carriedOut') {
    return refuse('change-carried-out', `${which} has been carried out: ${WHERE[change.kind]} where it stands.`);
  }
  return undefined;
}

/** What a person does about a change that was carried out wrongly. */
const WHERE: Readonly<Record<DecisionChange['kind'], string>> = {
  recordPosition: 'correct the position',
  assignAction: 'correct the action',
  changeDueDate: 'correct the due date of the action',
  completeAction: 'reopen the action',
  withdrawAction: 'reopen the action',
  closeRecommendation: 'correct the closure or reopen the recommendation',
  reopenRecommendation: 'close the recommendation again',
  answerEscalation: 'correct the answer of the escalation',
};

/** Who decided a change, and when it took effect, is who took the decision, and when. */
function saysWho(command: CorrectChange): Refusal | undefined {
  if (Object.keys(namedAuthority(command)).length === 0 && command.effectiveOn === undefined) return undefined;
  return refuse(
    'decided-with-decision',
    'Who decided a change, and when it took effect, is said of the decision as a whole: correct the decision.',
  );
}
