import { type Blocker, never, type Refusal, refuse, same, stated } from '../decider.ts';
import type { ActionId, BodyId, DocumentId, EventId, FindingId, PositionId, RecommendationId } from '../primitives.ts';
import type {
  ActionFields,
  Closure,
  Due,
  FindingCopy,
  Position,
  RecommendationEvent,
} from './recommendation.events.ts';

export interface RecordedPosition {
  readonly position: Position;
  readonly recordedBy: EventId;
}

/** What was said when something was completed, withdrawn or reopened: saying it again adds nothing, other words would. */
export interface Saying {
  readonly words?: string;
  readonly document?: DocumentId;
  readonly reason?: string;
}

export interface RecordedAction {
  readonly fields: ActionFields;
  readonly number: number;
  readonly status: 'open' | 'completed' | 'withdrawn';
  /** Absent as long as the action is open for the first time. */
  readonly statusSaying: Saying | undefined;
  readonly originalDue: Due;
  readonly extensions: number;
  /** The events a correction names: the lead and the date can be later than the rest. */
  readonly recordedBy: { readonly fields: EventId; readonly lead: EventId; readonly due: EventId };
  /** The notes, in the order recorded. There may be many, and a list of them grows with less work than a table. */
  readonly progress: readonly RecordedProgress[];
}

export interface RecordedProgress {
  readonly id: string;
  readonly words: string;
  readonly document: DocumentId | undefined;
  readonly recordedBy: EventId;
}

export interface LinkedAction {
  readonly home: RecommendationId;
  readonly title: string;
  readonly subPart: string | undefined;
  readonly isEnded: boolean;
}

/** The least the rules need. Everything people read is in the views. */
export interface Raised {
  readonly status: 'open' | 'closed' | 'raisedInError';
  /** Why it was raised in error, or reopened last. Absent when it was neither. */
  readonly statusReason: string | undefined;
  readonly id: RecommendationId;
  readonly reference: string;
  readonly body: BodyId;
  readonly overseer: BodyId | undefined;
  readonly overseerRecordedBy: EventId;
  readonly finding: FindingId;
  readonly copy: FindingCopy;
  readonly copyRecordedBy: EventId;
  readonly positions: Readonly<Record<PositionId, RecordedPosition>>;
  /** Why each retracted position was retracted. */
  readonly retracted: Readonly<Record<PositionId, string>>;
  readonly actions: Readonly<Record<ActionId, RecordedAction>>;
  readonly links: Readonly<Record<ActionId, LinkedAction>>;
  /** Why each link that was removed was removed. */
  readonly unlinked: Readonly<Record<ActionId, string>>;
  readonly closure: { readonly fields: Closure; readonly recordedBy: EventId } | undefined;
}

export type Recommendation = { readonly status: 'none' } | Raised;

export const initial: Recommendation = { status: 'none' };

export function evolve(state: Recommendation, event: RecommendationEvent, eventId: EventId): Recommendation {
  if (event.type === 'RecommendationRaised') {
    const { recommendation, reference, body, overseer, finding, copy } = event.data;
    return {
      status: 'open',
      statusReason: undefined,
      id: recommendation,
      reference,
      body,
      overseer,
      overseerRecordedBy: eventId,
      finding,
      copy,
      copyRecordedBy: eventId,
      positions: {},
      retracted: {},
      actions: {},
      links: {},
      unlinked: {},
      closure: undefined,
    };
  }
  if (state.status === 'none') throw new Error(`${event.type} before RecommendationRaised`);
  switch (event.type) {
    case 'RecommendationCorrected':
      return { ...state, overseer: event.data.is.overseer, overseerRecordedBy: eventId };
    case 'RecommendationRaisedInError':
      return { ...state, status: 'raisedInError', statusReason: event.data.reason };
    case 'FindingCorrectionAdopted':
      return { ...state, copy: event.data.is, copyRecordedBy: eventId };
    case 'PositionRecorded': {
      const { layer, subPart, code, words, document, qualifiers, reason } = event.data;
      const position: Position = stated({ layer, subPart, code, words, document, qualifiers, reason });
      return { ...state, positions: { ...state.positions, [event.data.position]: { position, recordedBy: eventId } } };
    }
    case 'PositionCorrected':
      return {
        ...state,
        positions: { ...state.positions, [event.data.position]: { position: event.data.is, recordedBy: eventId } },
      };
    case 'PositionRetracted': {
      const { [event.data.position]: _retracted, ...positions } = state.positions;
      return { ...state, positions, retracted: { ...state.retracted, [event.data.position]: event.data.reason } };
    }
    case 'ActionAssigned': {
      const { title, subPart, lead, supporters, deliveredWith, monitoredAt, due, document } = event.data;
      const action: RecordedAction = {
        fields: stated({ title, subPart, lead, supporters, deliveredWith, monitoredAt, due, document }),
        number: event.data.number,
        status: 'open',
        statusSaying: undefined,
        originalDue: due,
        extensions: 0,
        recordedBy: { fields: eventId, lead: eventId, due: eventId },
        progress: [],
      };
      return { ...state, actions: { ...state.actions, [event.data.action]: action } };
    }
    case 'ActionCorrected':
      return changeAction(state, event.data.action, (action) => ({
        ...action,
        fields: event.data.is,
        recordedBy: { fields: eventId, lead: eventId, due: eventId },
        // A due date recorded wrongly was never the original one; one that was changed since had another original.
        originalDue: same(action.fields.due, action.originalDue) ? event.data.is.due : action.originalDue,
      }));
    case 'ActionReassigned':
      return changeAction(state, event.data.action, (action) => ({
        ...action,
        fields: { ...action.fields, lead: event.data.to },
        recordedBy: { ...action.recordedBy, lead: eventId },
      }));
    case 'DueDateChanged':
      return changeAction(state, event.data.action, (action) => ({
        ...action,
        fields: { ...action.fields, due: event.data.to },
        recordedBy: { ...action.recordedBy, due: eventId },
        extensions: event.data.extensions,
      }));
    case 'ProgressReported': {
      const { progress, words, document } = event.data;
      return changeAction(state, event.data.action, (action) => ({
        ...action,
        progress: [...action.progress, { id: progress, words, document, recordedBy: eventId }],
      }));
    }
    case 'ProgressCorrected': {
      const { progress, is } = event.data;
      return changeAction(state, event.data.action, (action) => ({
        ...action,
        progress: action.progress.map((note) =>
          note.id === progress ? { ...note, words: is, recordedBy: eventId } : note,
        ),
      }));
    }
    case 'ActionCompleted': {
      const { action, words, document } = event.data;
      return changeStatus(state, action, 'completed', { words, document });
    }
    case 'ActionWithdrawn':
      return changeStatus(state, event.data.action, 'withdrawn', { reason: event.data.reason });
    case 'ActionReopened':
      return changeStatus(state, event.data.action, 'open', { reason: event.data.reason });
    case 'ActionLinked': {
      const { action, home, title, subPart } = event.data;
      return { ...state, links: { ...state.links, [action]: { home, title, subPart, isEnded: false } } };
    }
    case 'ActionUnlinked': {
      const { [event.data.action]: _unlinked, ...links } = state.links;
      return { ...state, links, unlinked: { ...state.unlinked, [event.data.action]: event.data.reason } };
    }
    case 'LinkedActionEnded': {
      const link = state.links[event.data.action];
      if (!link) throw new Error(`LinkedActionEnded without ActionLinked: ${event.data.action}`);
      return { ...state, links: { ...state.links, [event.data.action]: { ...link, isEnded: true } } };
    }
    case 'RecommendationClosed': {
      const { level, layer, code, reason } = event.data;
      return {
        ...state,
        status: 'closed',
        statusReason: undefined,
        closure: { fields: { level, layer, code, reason }, recordedBy: eventId },
      };
    }
    case 'ClosureCorrected':
      return { ...state, closure: { fields: event.data.is, recordedBy: eventId } };
    case 'RecommendationReopened':
      return { ...state, status: 'open', statusReason: event.data.reason, closure: undefined };
    default:
      return never(event);
  }
}

function changeAction(state: Raised, id: ActionId, change: (action: RecordedAction) => RecordedAction): Raised {
  const action = state.actions[id];
  if (!action) throw new Error(`No action ${id} in ${state.reference}`);
  return { ...state, actions: { ...state.actions, [id]: change(action) } };
}

function changeStatus(state: Raised, id: ActionId, status: RecordedAction['status'], saying: Saying): Raised {
  return changeAction(state, id, (action) => ({ ...action, status, statusSaying: saying }));
}

/** What keeps a recommendation from being closed: its own open actions, and linked ones that have not ended at home. */
export function openActions(recommendation: Raised): Blocker[] {
  const own = Object.entries(recommendation.actions)
    .filter(([, action]) => action.status === 'open')
    .map(([id, action]) => actionBlocker(recommendation, id, action));
  const linked = Object.entries(recommendation.links)
    .filter(([, link]) => !link.isEnded)
    .map(([id, link]) => ({ kind: 'action', id, label: `${link.title} (linked)` }));
  return [...own, ...linked];
}

export function actionBlocker(recommendation: Raised, id: ActionId, action: RecordedAction): Blocker {
  return { kind: 'action', id, label: `${recommendation.reference}/${String(action.number)} ${action.fields.title}` };
}

/** A progress note on the action, by its id. */
export function progressNote(action: RecordedAction, id: string): RecordedProgress | undefined {
  return action.progress.find((note) => note.id === id);
}

/** The action, when the recommendation is its home. */
export function actionAtHome(recommendation: Raised, id: ActionId): RecordedAction | Refusal {
  const action = recommendation.actions[id];
  if (action) return action;
  return (
    linkedElsewhere(recommendation, id) ?? refuse('action-unknown', `${recommendation.reference} has no such action.`)
  );
}

/** A refusal when the action is only linked here: everything about it is recorded in its home. */
export function linkedElsewhere(recommendation: Raised, id: ActionId): Refusal | undefined {
  const link = recommendation.links[id];
  if (!link) return undefined;
  return refuse(
    'action-elsewhere',
    `“${link.title}” is only linked here: change it in the recommendation that is its home.`,
    [{ kind: 'recommendation', id: link.home, label: link.title }],
  );
}

/** The action, when it is at home here and still open. */
export function openActionAtHome(recommendation: Raised, id: ActionId): RecordedAction | Refusal {
  const action = actionAtHome(recommendation, id);
  if ('refused' in action || action.status === 'open') return action;
  return refuse('action-ended', `The action is ${action.status}. Reopen it first if it has to change.`, [
    actionBlocker(recommendation, id, action),
  ]);
}

/** A refusal when the recommendation has no sub-part of that letter. */
export function unknownSubPart(recommendation: Raised, letter: string | undefined): Refusal | undefined {
  if (letter === undefined || recommendation.copy.subParts.some((part) => part.letter === letter)) return undefined;
  return refuse('sub-part-unknown', `${recommendation.reference} has no sub-part (${letter}).`);
}

/** A refusal for a position that is not there: it was retracted, or never recorded. */
export function unknownPosition(recommendation: Raised, id: PositionId): Refusal {
  return recommendation.retracted[id] === undefined
    ? refuse('position-unknown', `${recommendation.reference} has no such position.`)
    : refuse('position-retracted', 'This position has been retracted: record a new one.');
}
