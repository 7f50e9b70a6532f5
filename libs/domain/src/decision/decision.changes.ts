/**
 * What a decision changes elsewhere, one change at a time, and the command that carries each out.
 *
 * Changes are stored in `DecisionRecorded` and so are a storage format of their own, with a version of their own: they
 * are not commands, which may change their shape. A new form gets a new version; this one is read for ever.
 */

import { never, stated } from '../decider.ts';
import type { EscalationCommand } from '../escalation/escalation.decider.ts';
import type {
  ActionId,
  Actor,
  BodyId,
  EveryCommand,
  DecisionId,
  DocumentId,
  EscalationId,
  PostId,
  RecommendationId,
  SeriesId,
} from '../primitives.ts';
import type { RecommendationCommand } from '../recommendation/recommendation.decider.ts';
import type {
  ClosureCode,
  ClosureLayer,
  ClosureLevel,
  DateBasis,
  Layer,
  PositionCode,
} from '../recommendation/recommendation.events.ts';

interface Change<Kind extends string> {
  readonly version: 1;
  readonly kind: Kind;
}

interface DueChange {
  readonly dueOn?: string;
  readonly basis?: DateBasis;
  readonly dueNoneGiven?: boolean;
  readonly reviewBy?: string;
  readonly dueAsPrinted?: string;
}

export interface RecordPositionChange extends Change<'recordPosition'> {
  readonly recommendation: RecommendationId;
  readonly layer: Layer;
  readonly subPart?: string;
  /** Left out when the words carry none. */
  readonly code?: PositionCode;
  readonly words: string;
  readonly document?: DocumentId;
  readonly qualifiers?: readonly string[];
  readonly reason?: string;
}

export interface AssignActionChange extends Change<'assignAction'>, DueChange {
  readonly recommendation: RecommendationId;
  readonly title: string;
  readonly subPart?: string;
  readonly leadPost?: PostId;
  readonly leadForum?: SeriesId;
  readonly leadBody?: BodyId;
  readonly leadNotNamed?: boolean;
  readonly supporters?: readonly PostId[];
  readonly deliveredWith?: readonly BodyId[];
  readonly monitoredAt?: SeriesId;
  readonly document?: DocumentId;
}

export interface ChangeDueDateChange extends Change<'changeDueDate'>, DueChange {
  readonly recommendation: RecommendationId;
  readonly action: ActionId;
  readonly reason: string;
}

export interface CompleteActionChange extends Change<'completeAction'> {
  readonly recommendation: RecommendationId;
  readonly action: ActionId;
  readonly words?: string;
  readonly document?: DocumentId;
}

export interface WithdrawActionChange extends Change<'withdrawAction'> {
  readonly recommendation: RecommendationId;
  readonly action: ActionId;
  readonly reason: string;
}

export interface CloseRecommendationChange extends Change<'closeRecommendation'> {
  readonly recommendation: RecommendationId;
  readonly level: ClosureLevel;
  readonly layer: ClosureLayer;
  readonly code: ClosureCode;
  readonly reason: string;
}

export interface ReopenRecommendationChange extends Change<'reopenRecommendation'> {
  readonly recommendation: RecommendationId;
  readonly reason: string;
}

export interface AnswerEscalationChange extends Change<'answerEscalation'> {
  readonly escalation: EscalationId;
  readonly words: string;
}

export type DecisionChange =
  | RecordPositionChange
  | AssignActionChange
  | ChangeDueDateChange
  | CompleteActionChange
  | WithdrawActionChange
  | CloseRecommendationChange
  | ReopenRecommendationChange
  | AnswerEscalationChange;

/** Every kind of change, for whoever checks what comes in from outside. */
export const DECISION_CHANGE_KINDS = [
  'recordPosition',
  'assignAction',
  'changeDueDate',
  'completeAction',
  'withdrawAction',
  'closeRecommendation',
  'reopenRecommendation',
  'answerEscalation',
] as const satisfies readonly DecisionChange['kind'][];

/** Each kind as a person says it in the middle of a sentence. */
export const CHANGE_WORDS: Readonly<Record<DecisionChange['kind'], string>> = {
  recordPosition: 'record a position',
  assignAction: 'assign an action',
  changeDueDate: 'change a due date',
  completeAction: 'complete an action',
  withdrawAction: 'withdraw an action',
  closeRecommendation: 'close a recommendation',
  reopenRecommendation: 'reopen a recommendation',
  answerEscalation: 'answer an escalation',
};

/** A command and the stream it goes to. */
export type CommandElsewhere =
  | { readonly category: 'recommendation'; readonly id: RecommendationId; readonly command: RecommendationCommand }
  | { readonly category: 'escalation'; readonly id: EscalationId; readonly command: EscalationCommand };

/** What a decision hands on to everything it changes: when it took effect, and whether it is made up. */
export type DecisionStamp = Pick<EveryCommand, 'effectiveOn' | 'illustration'>;

/**
 * The command that carries a change out, with the decision as its authority.
 *
 * `ids.item` is the id of what the change makes (a position, an action). It must follow from the decision and the
 * change's place in it, never from the try: then a second try finds what the first one made.
 */
export function commandOf(
  change: DecisionChange,
  decision: DecisionId,
  ids: { readonly item: string },
  by: Actor,
  stamp: DecisionStamp = {},
): CommandElsewhere {
  const base: EveryCommand = stated({ ...stamp, by, underDecision: decision });
  if (change.kind === 'answerEscalation') {
    const { escalation: id, words } = change;
    return { category: 'escalation', id, command: { ...base, kind: 'answer-escalation', words, decision } };
  }
  return { category: 'recommendation', id: change.recommendation, command: recommendationCommandOf(change, ids, base) };
}

function recommendationCommandOf(
  change: Exclude<DecisionChange, AnswerEscalationChange>,
  ids: { readonly item: string },
  base: EveryCommand,
): RecommendationCommand {
  switch (change.kind) {
    case 'recordPosition':
      return { ...base, ...fieldsOf(change), kind: 'record-position', position: ids.item };
    case 'assignAction':
      return { ...base, ...fieldsOf(change), kind: 'assign-action', action: ids.item };
    case 'changeDueDate':
      return { ...base, ...fieldsOf(change), kind: 'change-due-date' };
    case 'completeAction':
      return { ...base, ...fieldsOf(change), kind: 'complete-action' };
    case 'withdrawAction':
      return { ...base, ...fieldsOf(change), kind: 'withdraw-action' };
    case 'closeRecommendation':
      return { ...base, ...fieldsOf(change), kind: 'close-recommendation' };
    case 'reopenRecommendation':
      return { ...base, ...fieldsOf(change), kind: 'reopen-recommendation' };
    default:
      return never(change);
  }
}

/** What a change says, without what says which change it is and where it goes. */
function fieldsOf<C extends Change<string> & { readonly recommendation: RecommendationId }>(
  change: C,
): Omit<C, 'version' | 'kind' | 'recommendation'> {
  const { version: _version, kind: _kind, recommendation: _recommendation, ...fields } = change;
  return fields;
}
