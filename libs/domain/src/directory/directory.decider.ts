import { type Decider, never, refuse, type Verdict } from '../decider.ts';
import { type AbolishPost, abolishPost } from './abolish-post.ts';
import { type AddBodyAlias, addBodyAlias } from './add-body-alias.ts';
import { type AddPostAlias, addPostAlias } from './add-post-alias.ts';
import { type BeginHolding, beginHolding } from './begin-holding.ts';
import { type ChangeOverseer, changeOverseer } from './change-overseer.ts';
import { type CorrectBody, correctBody } from './correct-body.ts';
import { type CorrectHolding, correctHolding } from './correct-holding.ts';
import { type CorrectPost, correctPost } from './correct-post.ts';
import { type DesignateChair, designateChair } from './designate-chair.ts';
import { type DesignateSecretary, designateSecretary } from './designate-secretary.ts';
import type { DirectoryEvent } from './directory.events.ts';
import { type Directory, evolve, initial } from './directory.state.ts';
import { type EndHolding, endHolding } from './end-holding.ts';
import { type EstablishPost, establishPost } from './establish-post.ts';
import { type RecordBody, recordBody } from './record-body.ts';
import { type RecordSuccession, recordSuccession } from './record-succession.ts';
import { type RenameBody, renameBody } from './rename-body.ts';
import { type RenamePost, renamePost } from './rename-post.ts';
import { type RetractBody, retractBody } from './retract-body.ts';
import { type RetractBodyAlias, retractBodyAlias } from './retract-body-alias.ts';
import { type RetractChairDesignation, retractChairDesignation } from './retract-chair-designation.ts';
import { type RetractHolding, retractHolding } from './retract-holding.ts';
import { type RetractPost, retractPost } from './retract-post.ts';
import { type RetractPostAlias, retractPostAlias } from './retract-post-alias.ts';
import { type RetractSecretaryDesignation, retractSecretaryDesignation } from './retract-secretary-designation.ts';

export type DirectoryCommand =
  | RecordBody
  | RenameBody
  | ChangeOverseer
  | RecordSuccession
  | AddBodyAlias
  | CorrectBody
  | EstablishPost
  | RenamePost
  | AbolishPost
  | AddPostAlias
  | CorrectPost
  | DesignateSecretary
  | DesignateChair
  | BeginHolding
  | EndHolding
  | CorrectHolding
  | RetractBodyAlias
  | RetractBody
  | RetractPostAlias
  | RetractPost
  | RetractSecretaryDesignation
  | RetractChairDesignation
  | RetractHolding;

export const directory: Decider<Directory, DirectoryCommand, DirectoryEvent> = {
  category: 'directory',
  initial,
  decide,
  evolve,
};

function decide(command: DirectoryCommand, state: Directory): Verdict<DirectoryEvent> {
  if (command.kind === 'record-body') return recordBody(command, state);
  if (state.status === 'none') {
    if (command.kind === 'retract-body' && state.isRetracted) return [];
    return refuse('body-unknown', 'There is no such body in the directory: record it first.');
  }
  switch (command.kind) {
    case 'rename-body':
      return renameBody(command, state);
    case 'change-overseer':
      return changeOverseer(command, state);
    case 'record-succession':
      return recordSuccession(command, state);
    case 'add-body-alias':
      return addBodyAlias(command, state);
    case 'correct-body':
      return correctBody(command, state);
    case 'establish-post':
      return establishPost(command, state);
    case 'rename-post':
      return renamePost(command, state);
    case 'abolish-post':
      return abolishPost(command, state);
    case 'add-post-alias':
      return addPostAlias(command, state);
    case 'correct-post':
      return correctPost(command, state);
    case 'designate-secretary':
      return designateSecretary(command, state);
    case 'designate-chair':
      return designateChair(command, state);
    case 'begin-holding':
      return beginHolding(command, state);
    case 'end-holding':
      return endHolding(command, state);
    case 'correct-holding':
      return correctHolding(command, state);
    case 'retract-body-alias':
      return retractBodyAlias(command, state);
    case 'retract-body':
      return retractBody(command, state);
    case 'retract-post-alias':
      return retractPostAlias(command, state);
    case 'retract-post':
      return retractPost(command, state);
    case 'retract-secretary-designation':
      return retractSecretaryDesignation(command, state);
    case 'retract-chair-designation':
      return retractChairDesignation(command, state);
    case 'retract-holding':
      return retractHolding(command, state);
    default:
      return never(command);
  }
}
