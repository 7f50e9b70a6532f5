import { type Decider, never, refuse, type Verdict } from '../decider.ts';
import { type CorrectChange, correctChange } from './correct-change.ts';
import { type CorrectDecision, correctDecision } from './correct-decision.ts';
import type { DecisionEvent } from './decision.events.ts';
import { type Decision, evolve, initial } from './decision.state.ts';
import { type DropChange, dropChange } from './drop-change.ts';
import { type OpenReconsideration, openReconsideration } from './open-reconsideration.ts';
import { type ReaffirmDecision, reaffirmDecision } from './reaffirm-decision.ts';
import { type RecordChangeCarriedOut, recordChangeCarriedOut } from './record-change-carried-out.ts';
import { type RecordChangeRefused, recordChangeRefused } from './record-change-refused.ts';
import { type RecordDecision, recordDecision } from './record-decision.ts';
import { type RetractDecision, retractDecision } from './retract-decision.ts';
import { type RetractDrop, retractDrop } from './retract-drop.ts';
import { type RetractReaffirmation, retractReaffirmation } from './retract-reaffirmation.ts';
import { type RetractReconsideration, retractReconsideration } from './retract-reconsideration.ts';
import { type RetractSupersession, retractSupersession } from './retract-supersession.ts';
import { type RetryChange, retryChange } from './retry-change.ts';
import { type SupersedeDecision, supersedeDecision } from './supersede-decision.ts';

export type DecisionCommand =
  | RecordDecision
  | CorrectDecision
  | RetractDecision
  | RecordChangeCarriedOut
  | RecordChangeRefused
  | RetryChange
  | CorrectChange
  | DropChange
  | RetractDrop
  | OpenReconsideration
  | RetractReconsideration
  | ReaffirmDecision
  | RetractReaffirmation
  | SupersedeDecision
  | RetractSupersession;

export const decision: Decider<Decision, DecisionCommand, DecisionEvent> = {
  category: 'decision',
  initial,
  decide,
  evolve,
};

function decide(command: DecisionCommand, state: Decision): Verdict<DecisionEvent> {
  if (command.kind === 'record-decision') return recordDecision(command, state);
  if (state.status === 'none') return refuse('not-recorded', 'There is no such decision: record it first.');
  switch (command.kind) {
    case 'correct-decision':
      return correctDecision(command, state);
    case 'retract-decision':
      return retractDecision(command, state);
    case 'record-change-carried-out':
      return recordChangeCarriedOut(command, state);
    case 'record-change-refused':
      return recordChangeRefused(command, state);
    case 'retry-change':
      return retryChange(command, state);
    case 'correct-change':
      return correctChange(command, state);
    case 'drop-change':
      return dropChange(command, state);
    case 'retract-drop':
      return retractDrop(command, state);
    case 'open-reconsideration':
      return openReconsideration(command, state);
    case 'retract-reconsideration':
      return retractReconsideration(command, state);
    case 'reaffirm-decision':
      return reaffirmDecision(command, state);
    case 'retract-reaffirmation':
      return retractReaffirmation(command, state);
    case 'supersede-decision':
      return supersedeDecision(command, state);
    case 'retract-supersession':
      return retractSupersession(command, state);
    default:
      return never(command);
  }
}
