import { type Attribution, attributionOf, corrected, type Known, recorded, saidAnew, unsaid } from '../corrections.ts';
import { type Blocker, InvariantBroken, never, type Refusal, refuse, stated } from '../decider.ts';
import { sayList } from '../narrative.ts';
import type {
  ActionId,
  BodyId,
  DocumentId,
  EventId,
  FindingId,
  PositionId,
  RecommendationId,
  SeriesId,
} from '../primitives.ts';
import { LAYER_WORDS, sayPositionCode } from '../words.ts';
import type {
  ActionFields,
  Closure,
  Due,
  FindingCopy,
  Linked,
  Overseen,
  Progress,
  ProgressId,
  RecommendationEvent,
  SaidPosition,
} from './recommendation.events.ts';

/** Something said, with the event that a correction of it names: the one that recorded it, or corrected it last. */
export interface Said<Fields> {
  readonly fields: Fields & Attribution;
  readonly recordedBy: EventId;
}

export interface RecordedPosition {
  /** By which people cite it: `OIC-R1/SYP:P2`. */
  readonly reference: string;
  readonly fields: SaidPosition;
  readonly recordedBy: EventId;
}

/** What was said when something was completed, withdrawn or reopened: saying it again adds nothing, other words would. */
export interface Saying {
  readonly words?: string;
  readonly document?: DocumentId;
  readonly reason?: string;
}

/** What of an action passes or moves on: each change is a step of its own, which can be retracted. */
type Changing = 'lead' | 'due';

/** A change that stands, with what stood before it: that is what its retraction leaves. */
interface RecordedChange {
  readonly recordedBy: EventId;
  readonly before: Known<ActionFields & Attribution> & Pick<RecordedAction, 'extensions'>;
}

/** The lead and the date can have been said later than the rest, and a correction names the event that said them. */
export interface RecordedAction extends Known<ActionFields & Attribution> {
  readonly number: number;
  readonly status: 'open' | 'completed' | 'withdrawn';
  /** The event that ended it last. */
  readonly endedBy: EventId | undefined;
  /** Absent as long as the action is open for the first time. */
  readonly statusSaying: Saying | undefined;
  readonly originalDue: Due;
  readonly extensions: number;
  /** The changes that stand, the first first. */
  readonly changes: Readonly<Record<Changing, readonly RecordedChange[]>>;
  /** Why the last change was retracted, until another is recorded. */
  readonly changeRetracted: { readonly [Field in Changing]?: string };
  /** The notes, in the order recorded. There may be many, and a list of them grows with less work than a table. */
  readonly progress: readonly RecordedProgress[];
}

export interface RecordedProgress extends Said<Progress> {
  readonly id: ProgressId;
  /** By which people cite it: `OIC-R1/SYP/1:N3`. */
  readonly reference: string;
  /** Why it was retracted. Absent while it stands. */
  readonly retracted: string | undefined;
}

export interface LinkedAction extends Said<Linked> {
  readonly home: RecommendationId;
  readonly title: string;
  readonly isEnded: boolean;
}

/** The least the rules need. Everything people read is in the views. */
export interface Raised {
  readonly status: 'open' | 'closed' | 'raisedInError';
  /** Why it was reopened last. Absent when it was not. */
  readonly reopenedBecause: string | undefined;
  /** Why it was said to be raised in error, and by which event; and why that was retracted, once it was. */
  readonly inError: { readonly reason: string; readonly recordedBy: EventId; readonly retracted?: string } | undefined;
  readonly id: RecommendationId;
  readonly reference: string;
  readonly body: BodyId;
  readonly overseer: BodyId | undefined;
  /** Who oversees it, and on whose authority it was raised or passed to them. */
  readonly raised: Said<Overseen>;
  /** The transfers of its oversight that stand, the first first, each with what stood before it. */
  readonly transfers: readonly { readonly recordedBy: EventId; readonly before: Said<Overseen> }[];
  /** Why the last transfer was retracted, until there is another. */
  readonly transferRetracted: string | undefined;
  readonly finding: FindingId;
  readonly copy: FindingCopy;
  readonly copyRecordedBy: EventId;
  readonly positions: Readonly<Record<PositionId, RecordedPosition>>;
  /** What each retracted position was called, and why it was retracted. */
  readonly retracted: Readonly<Record<PositionId, { readonly reference: string; readonly reason: string }>>;
  readonly actions: Readonly<Record<ActionId, RecordedAction>>;
  readonly links: Readonly<Record<ActionId, LinkedAction>>;
  /** Why each link that was removed was removed. */
  readonly unlinked: Readonly<Record<ActionId, string>>;
  readonly closure: Said<Closure> | undefined;
}

export type Recommendation = { readonly status: 'none' } | Raised;

export const initial: Recommendation = { status: 'none' };

export function evolve(state: Recommendation, event: RecommendationEvent, eventId: EventId): Recommendation {
  if (event.type === 'RecommendationRaised') {
    const { recommendation, reference, body, overseer, finding, copy } = event.data;
    return {
      status: 'open',
      reopenedBecause: undefined,
      inError: undefined,
      id: recommendation,
      reference,
      body,
      overseer,
      raised: saidIn<Overseen>(stated({ overseer }), event.data, eventId),
      transfers: [],
      transferRetracted: undefined,
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
      return {
        ...state,
        overseer: event.data.is.overseer,
        raised: { fields: event.data.is, recordedBy: eventId },
      };
    case 'ResponsibilityTransferred': {
      const { to: overseer } = event.data;
      return {
        ...state,
        overseer,
        raised: saidIn<Overseen>({ overseer }, event.data, eventId),
        transfers: [...state.transfers, { recordedBy: eventId, before: state.raised }],
        transferRetracted: undefined,
      };
    }
    case 'ResponsibilityTransferRetracted':
      return withoutLastTransfer(state, event.data.reason);
    case 'RecommendationRaisedInError':
      return { ...state, status: 'raisedInError', inError: { reason: event.data.reason, recordedBy: eventId } };
    case 'RaisedInErrorRetracted':
      return {
        ...state,
        status: 'open',
        inError: { reason: event.data.was, recordedBy: event.data.corrects, retracted: event.data.reason },
      };
    case 'FindingCorrectionAdopted':
      return { ...state, copy: event.data.is, copyRecordedBy: eventId };
    case 'PositionRecorded': {
      const { position, reference, layer, subPart, code, words, document, qualifiers, reason } = event.data;
      const fields = stated({ layer, subPart, code, words, document, qualifiers, reason });
      return {
        ...state,
        positions: { ...state.positions, [position]: { reference, ...saidIn(fields, event.data, eventId) } },
      };
    }
    case 'PositionCorrected': {
      const { position, reference, is } = event.data;
      return {
        ...state,
        positions: { ...state.positions, [position]: { reference, fields: is, recordedBy: eventId } },
      };
    }
    case 'PositionRetracted': {
      const { position, reference, reason } = event.data;
      const { [position]: _retracted, ...positions } = state.positions;
      return { ...state, positions, retracted: { ...state.retracted, [position]: { reference, reason } } };
    }
    case 'ActionAssigned': {
      const { title, subPart, lead, supporters, deliveredWith, monitoredAt, due, document } = event.data;
      const fields = { title, subPart, lead, supporters, deliveredWith, monitoredAt, due, document };
      const action: RecordedAction = {
        ...recorded(stated({ ...fields, ...attributionOf(event.data) }), eventId),
        number: event.data.number,
        status: 'open',
        endedBy: undefined,
        statusSaying: undefined,
        originalDue: due,
        extensions: 0,
        changes: { lead: [], due: [] },
        changeRetracted: {},
        progress: [],
      };
      return { ...state, actions: { ...state.actions, [event.data.action]: action } };
    }
    case 'ActionCorrected':
      return changeAction(state, event.data.action, (action) => ({
        ...action,
        ...corrected(action, event.data, eventId),
        // A due date recorded wrongly was never the original one; one that was changed since had another original.
        originalDue: isMoved(action) ? action.originalDue : (event.data.is.due ?? action.originalDue),
      }));
    case 'ActionReassigned':
      return changeAction(state, event.data.action, (action) => ({
        ...action,
        ...saidAnew(action, { lead: event.data.to }, eventId),
        ...withChange(action, 'lead', eventId),
      }));
    case 'ActionReassignmentRetracted':
      return changeAction(state, event.data.action, (action) => withoutLastChange(action, 'lead', event.data.reason));
    case 'DueDateChanged':
      return changeAction(state, event.data.action, (action) => ({
        ...action,
        ...saidAnew(action, { due: event.data.to }, eventId),
        ...withChange(action, 'due', eventId),
        extensions: event.data.extensions,
      }));
    case 'DueDateChangeRetracted':
      return changeAction(state, event.data.action, (action) => withoutLastChange(action, 'due', event.data.reason));
    case 'ProgressReported': {
      const { progress: id, reference, words, document } = event.data;
      const note = { id, reference, ...saidIn(stated({ words, document }), event.data, eventId), retracted: undefined };
      return changeAction(state, event.data.action, (action) => ({ ...action, progress: [...action.progress, note] }));
    }
    case 'ProgressCorrected': {
      const { is: fields } = event.data;
      return changeProgress(state, event.data, (note) => ({ ...note, fields, recordedBy: eventId }));
    }
    case 'ProgressRetracted': {
      const { reason: retracted } = event.data;
      return changeProgress(state, event.data, (note) => ({ ...note, retracted }));
    }
    case 'ActionCompleted': {
      const { action, words, document } = event.data;
      return changeStatus(state, action, 'completed', { words, document }, eventId);
    }
    case 'ActionWithdrawn':
      return changeStatus(state, event.data.action, 'withdrawn', { reason: event.data.reason }, eventId);
    case 'ActionReopened':
      return changeStatus(state, event.data.action, 'open', { reason: event.data.reason }, undefined);
    case 'ActionLinked': {
      const { action, home, title, subPart } = event.data;
      const link = { home, title, isEnded: false, ...saidIn<Linked>(stated({ subPart }), event.data, eventId) };
      return { ...state, links: { ...state.links, [action]: link } };
    }
    case 'LinkCorrected':
      return changeLink(state, event.data.action, { fields: event.data.is, recordedBy: eventId });
    case 'ActionUnlinked': {
      const { [event.data.action]: _unlinked, ...links } = state.links;
      return { ...state, links, unlinked: { ...state.unlinked, [event.data.action]: event.data.reason } };
    }
    case 'LinkedActionEnded':
      return changeLink(state, event.data.action, { isEnded: true });
    case 'RecommendationClosed': {
      const { level, layer, code, reason } = event.data;
      return {
        ...state,
        status: 'closed',
        reopenedBecause: undefined,
        closure: saidIn<Closure>({ level, layer, code, reason }, event.data, eventId),
      };
    }
    case 'ClosureCorrected':
      return { ...state, closure: { fields: event.data.is, recordedBy: eventId } };
    case 'RecommendationReopened':
      return { ...state, status: 'open', reopenedBecause: event.data.reason, closure: undefined };
    default:
      return never(event);
  }
}

function changeAction(state: Raised, id: ActionId, change: (action: RecordedAction) => RecordedAction): Raised {
  const action = state.actions[id];
  if (!action) throw new Error(`No action ${id} in ${state.reference}`);
  return { ...state, actions: { ...state.actions, [id]: change(action) } };
}

function withChange(
  action: RecordedAction,
  field: Changing,
  recordedBy: EventId,
): Pick<RecordedAction, 'changes' | 'changeRetracted'> {
  const { fields, recordedBy: assignedBy, saidBy, extensions } = action;
  const change: RecordedChange = { recordedBy, before: { fields, recordedBy: assignedBy, saidBy, extensions } };
  const { [field]: _before, ...changeRetracted } = action.changeRetracted;
  return { changes: { ...action.changes, [field]: [...action.changes[field], change] }, changeRetracted };
}

/** The action as it stood before its lead or its due date was last changed. What else was said since stays. */
export function withoutLastChange(action: RecordedAction, field: Changing, reason: string): RecordedAction {
  const last = action.changes[field].at(-1);
  if (!last) throw new InvariantBroken(`A change of action ${String(action.number)} was retracted, and none stands.`);
  return {
    ...action,
    ...unsaid(action, last.before, [field]),
    extensions: field === 'due' ? last.before.extensions : action.extensions,
    changes: { ...action.changes, [field]: action.changes[field].slice(0, -1) },
    changeRetracted: { ...action.changeRetracted, [field]: reason },
  };
}

/** Whether the due date has been changed since: then correcting the one that stands leaves the original. */
function isMoved({ changes }: RecordedAction): boolean {
  return changes.due.length > 0;
}

/** The recommendation as it stood before its oversight last passed on. */
export function withoutLastTransfer(recommendation: Raised, reason: string): Raised {
  const last = recommendation.transfers.at(-1);
  if (!last) throw new InvariantBroken(`A transfer of ${recommendation.reference} was retracted, and none stands.`);
  return {
    ...recommendation,
    overseer: last.before.fields.overseer,
    raised: last.before,
    transfers: recommendation.transfers.slice(0, -1),
    transferRetracted: reason,
  };
}

function changeStatus(
  state: Raised,
  id: ActionId,
  status: RecordedAction['status'],
  statusSaying: Saying,
  endedBy: EventId | undefined,
): Raised {
  return changeAction(state, id, (action) => ({ ...action, status, statusSaying, endedBy }));
}

function changeProgress(
  state: Raised,
  { action: id, progress }: { readonly action: ActionId; readonly progress: ProgressId },
  change: (note: RecordedProgress) => RecordedProgress,
): Raised {
  return changeAction(state, id, (action) => ({
    ...action,
    progress: action.progress.map((note) => (note.id === progress ? change(note) : note)),
  }));
}

function changeLink(state: Raised, id: ActionId, change: Partial<LinkedAction>): Raised {
  const link = state.links[id];
  if (!link) throw new Error(`No link to ${id} in ${state.reference}`);
  return { ...state, links: { ...state.links, [id]: { ...link, ...change } } };
}

function saidIn<Fields>(fields: Fields, data: Attribution, recordedBy: EventId): Said<Fields> {
  return { fields: { ...fields, ...attributionOf(data) }, recordedBy };
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

/** Its actions that a series of meetings leads or reviews; of one that was raised in error, none. */
export function workAt(recommendation: Raised, series: SeriesId): Blocker[] {
  if (recommendation.status === 'raisedInError') return [];
  return Object.entries(recommendation.actions)
    .filter(([, { fields }]) => {
      const { lead, monitoredAt } = fields;
      return monitoredAt === series || (lead.kind === 'forum' && lead.series === series);
    })
    .map(([id, action]) => actionBlocker(recommendation, id, action));
}

export function actionBlocker(recommendation: Raised, id: ActionId, action: RecordedAction): Blocker {
  return { kind: 'action', id, label: `${recommendation.reference}/${String(action.number)} ${action.fields.title}` };
}

/** A progress note on the action, by its id, its reference (`OIC-R1/SYP/1:N3`) or the end of that (`N3`). */
export function progressNoteCalled(
  recommendation: Raised,
  id: ActionId,
  action: RecordedAction,
  asked: string,
): RecordedProgress | Refusal {
  const note = action.progress.find(({ id: own, reference }) => isCalled(asked, own, reference));
  const { label } = actionBlocker(recommendation, id, action);
  if (note === undefined) {
    const standing = action.progress.filter(({ retracted }) => retracted === undefined);
    return refuse('progress-unknown', unknown(label, 'progress note', asked, standing), standing.map(progressBlocker));
  }
  return note.retracted === undefined ? note : progressRetracted(note.reference);
}

export function progressRetracted(reference: string): Refusal {
  return refuse('progress-retracted', `${reference} has been retracted: report anew what it should have said.`);
}

/** A note of that name which was retracted. */
export function retractedNote(action: RecordedAction, asked: string): RecordedProgress | undefined {
  return action.progress.find(
    ({ id, reference, retracted }) => retracted !== undefined && isCalled(asked, id, reference),
  );
}

export function progressBlocker({ id, reference, fields }: RecordedProgress): Blocker {
  return { kind: 'progress', id, label: `${reference} “${fields.words}”` };
}

/** A position that stands, by its id, its reference (`OIC-R1/SYP:P2`) or the end of that (`P2`). */
export function positionCalled(
  recommendation: Raised,
  asked: string,
): { readonly id: PositionId; readonly position: RecordedPosition } | Refusal {
  const { positions, reference: whole } = recommendation;
  for (const [id, position] of Object.entries(positions)) {
    if (isCalled(asked, id, position.reference)) return { id, position };
  }
  const gone = retractedPosition(recommendation, asked);
  if (gone) return positionRetracted(gone.reference);
  const standing = Object.entries(positions);
  return refuse(
    'position-unknown',
    unknown(whole, 'position', asked, Object.values(positions)),
    standing.map(([id, position]) => positionBlocker(id, position)),
  );
}

/** A position of that name which was retracted: what it was called, and why it was. */
export function retractedPosition({ retracted }: Raised, asked: string): Raised['retracted'][PositionId] | undefined {
  return Object.entries(retracted).find(([id, { reference }]) => isCalled(asked, id, reference))?.[1];
}

export function positionRetracted(reference: string): Refusal {
  return refuse('position-retracted', `${reference} has been retracted: record a new position.`);
}

export function positionBlocker(id: PositionId, { reference, fields }: RecordedPosition): Blocker {
  const { layer, subPart, code } = fields;
  const on = subPart === undefined ? '' : ` on (${subPart})`;
  return { kind: 'position', id, label: `${reference} ${LAYER_WORDS[layer]}${on}: ${sayPositionCode(code)}` };
}

/** Why each reference is never used again: what was retracted keeps its own. */
export function nextPositionReference({ reference, positions, retracted }: Raised): string {
  return `${reference}:P${String(Object.keys(positions).length + Object.keys(retracted).length + 1)}`;
}

export function nextProgressReference({ reference }: Raised, { number, progress }: RecordedAction): string {
  return `${reference}/${String(number)}:N${String(progress.length + 1)}`;
}

function isCalled(asked: string, id: string, reference: string): boolean {
  const wanted = asked.toUpperCase();
  const printed = reference.toUpperCase();
  return asked === id || wanted === printed || printed.endsWith(`:${wanted}`);
}

function unknown(where: string, what: string, asked: string, there: readonly { readonly reference: string }[]): string {
  const listed = sayList(there.map(({ reference }) => reference));
  return `${where} has no ${what} “${asked}”. ${listed === undefined ? `No ${what} stands there.` : `It has ${listed}.`}`;
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

/** A refusal for an action that is not linked here. @param instead what can be done with one that is at home */
export function notLinked(recommendation: Raised, id: ActionId, instead: string): Refusal {
  return recommendation.actions[id]
    ? refuse('action-at-home', `This recommendation is the action’s home: ${instead} instead.`)
    : refuse('action-not-linked', 'This action is not linked here.');
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
