import { type Decider, never, refuse, type Verdict } from '../decider.ts';
import { type AdoptFindingCorrection, adoptFindingCorrection } from './adopt-finding-correction.ts';
import { type AssignAction, assignAction } from './assign-action.ts';
import { type ChangeDueDate, changeDueDate } from './change-due-date.ts';
import { type CloseRecommendation, closeRecommendation } from './close-recommendation.ts';
import { type CompleteAction, completeAction } from './complete-action.ts';
import { type CorrectAction, correctAction } from './correct-action.ts';
import { type CorrectLink, correctLink } from './correct-link.ts';
import { type CorrectClosure, correctClosure } from './correct-closure.ts';
import { type CorrectPosition, correctPosition } from './correct-position.ts';
import { type CorrectRecommendation, correctRecommendation } from './correct-recommendation.ts';
import { type CorrectProgress, correctProgress } from './correct-progress.ts';
import { type LinkAction, linkAction } from './link-action.ts';
import {
  type MarkRecommendationRaisedInError,
  markRecommendationRaisedInError,
} from './mark-recommendation-raised-in-error.ts';
import { type RaiseRecommendation, raiseRecommendation } from './raise-recommendation.ts';
import { type ReassignAction, reassignAction } from './reassign-action.ts';
import type { RecommendationEvent } from './recommendation.events.ts';
import { evolve, initial, type Recommendation } from './recommendation.state.ts';
import { type RecordLinkedActionEnded, recordLinkedActionEnded } from './record-linked-action-ended.ts';
import { type RecordPosition, recordPosition } from './record-position.ts';
import { type ReopenAction, reopenAction } from './reopen-action.ts';
import { type ReopenRecommendation, reopenRecommendation } from './reopen-recommendation.ts';
import { type ReportProgress, reportProgress } from './report-progress.ts';
import { type RetractDueDateChange, retractDueDateChange } from './retract-due-date-change.ts';
import { type RetractPosition, retractPosition } from './retract-position.ts';
import { type RetractProgress, retractProgress } from './retract-progress.ts';
import { type RetractRaisedInError, retractRaisedInError } from './retract-raised-in-error.ts';
import { type RetractReassignment, retractReassignment } from './retract-reassignment.ts';
import {
  type RetractResponsibilityTransfer,
  retractResponsibilityTransfer,
} from './retract-responsibility-transfer.ts';
import { type TransferResponsibility, transferResponsibility } from './transfer-responsibility.ts';
import { type UnlinkAction, unlinkAction } from './unlink-action.ts';
import { type WithdrawAction, withdrawAction } from './withdraw-action.ts';

export type RecommendationCommand =
  | RaiseRecommendation
  | CorrectRecommendation
  | TransferResponsibility
  | RetractResponsibilityTransfer
  | MarkRecommendationRaisedInError
  | RetractRaisedInError
  | AdoptFindingCorrection
  | RecordPosition
  | CorrectPosition
  | RetractPosition
  | AssignAction
  | CorrectAction
  | ReassignAction
  | RetractReassignment
  | ChangeDueDate
  | RetractDueDateChange
  | ReportProgress
  | CorrectProgress
  | RetractProgress
  | CompleteAction
  | WithdrawAction
  | ReopenAction
  | LinkAction
  | CorrectLink
  | UnlinkAction
  | RecordLinkedActionEnded
  | CloseRecommendation
  | CorrectClosure
  | ReopenRecommendation;

export const recommendation: Decider<Recommendation, RecommendationCommand, RecommendationEvent> = {
  category: 'recommendation',
  initial,
  decide,
  evolve,
};

function decide(command: RecommendationCommand, state: Recommendation): Verdict<RecommendationEvent> {
  if (command.kind === 'raise-recommendation') return raiseRecommendation(command, state);
  if (state.status === 'none') return refuse('not-raised', 'There is no such recommendation: raise it first.');
  if (state.status === 'raisedInError' && command.kind !== 'retract-raised-in-error') {
    if (command.kind === 'mark-recommendation-raised-in-error' && command.reason === state.inError?.reason) return [];
    return refuse(
      'raised-in-error',
      `${state.reference} was raised in error: nothing more can be recorded in it. If that was a mistake, retract it.`,
    );
  }
  switch (command.kind) {
    case 'correct-recommendation':
      return correctRecommendation(command, state);
    case 'transfer-responsibility':
      return transferResponsibility(command, state);
    case 'retract-responsibility-transfer':
      return retractResponsibilityTransfer(command, state);
    case 'mark-recommendation-raised-in-error':
      return markRecommendationRaisedInError(command, state);
    case 'retract-raised-in-error':
      return retractRaisedInError(command, state);
    case 'adopt-finding-correction':
      return adoptFindingCorrection(command, state);
    case 'record-position':
      return recordPosition(command, state);
    case 'correct-position':
      return correctPosition(command, state);
    case 'retract-position':
      return retractPosition(command, state);
    case 'assign-action':
      return assignAction(command, state);
    case 'correct-action':
      return correctAction(command, state);
    case 'reassign-action':
      return reassignAction(command, state);
    case 'retract-reassignment':
      return retractReassignment(command, state);
    case 'change-due-date':
      return changeDueDate(command, state);
    case 'retract-due-date-change':
      return retractDueDateChange(command, state);
    case 'report-progress':
      return reportProgress(command, state);
    case 'correct-progress':
      return correctProgress(command, state);
    case 'retract-progress':
      return retractProgress(command, state);
    case 'complete-action':
      return completeAction(command, state);
    case 'withdraw-action':
      return withdrawAction(command, state);
    case 'reopen-action':
      return reopenAction(command, state);
    case 'link-action':
      return linkAction(command, state);
    case 'correct-link':
      return correctLink(command, state);
    case 'unlink-action':
      return unlinkAction(command, state);
    case 'record-linked-action-ended':
      return recordLinkedActionEnded(command, state);
    case 'close-recommendation':
      return closeRecommendation(command, state);
    case 'correct-closure':
      return correctClosure(command, state);
    case 'reopen-recommendation':
      return reopenRecommendation(command, state);
    default:
      return never(command);
  }
}
