import type { DirectoryCommand } from '#domain';
import { bodyIdOf, itemIdOf, postIdOf } from '../ids.ts';
import {
  AbolishPostDto,
  AddBodyAliasDto,
  AddPostAliasDto,
  BeginHoldingDto,
  ChangeOverseerDto,
  CorrectBodyDto,
  CorrectHoldingDto,
  CorrectPostDto,
  DesignateChairDto,
  DesignateSecretaryDto,
  EndHoldingDto,
  EstablishPostDto,
  RecordBodyDto,
  RecordSuccessionDto,
  RenameBodyDto,
  RenamePostDto,
  RetractHoldingDto,
  RetractChairDesignationDto,
  RetractSecretaryDesignationDto,
  RetractPostDto,
  RetractPostAliasDto,
  RetractBodyDto,
  RetractBodyAliasDto,
} from './directory.dto.ts';
import { type TableOf, useCase } from './use-case.ts';

type Of<Kind extends DirectoryCommand['kind']> = Extract<DirectoryCommand, { kind: Kind }>;

export const DIRECTORY_USE_CASES: TableOf<DirectoryCommand> = {
  'record-body': useCase<Of<'record-body'>, 'bodyId'>()({
    dto: RecordBodyDto,
    sentence: 'Record a body: a force, a local policing body, a regional unit, an inspectorate.',
    starts: ({ dto }) => bodyIdOf(dto.code),
    ids: ({ target }) => ({ bodyId: target }),
  }),
  'rename-body': useCase<Of<'rename-body'>>()({
    dto: RenameBodyDto,
    sentence: 'Give a body a new name; what it was called before is kept.',
  }),
  'change-overseer': useCase<Of<'change-overseer'>>()({
    dto: ChangeOverseerDto,
    sentence: 'Record which local policing body oversees a body from now on.',
  }),
  'record-succession': useCase<Of<'record-succession'>>()({
    dto: RecordSuccessionDto,
    sentence: 'Record which body takes over from a body, such as a mayor from a commissioner.',
  }),
  'correct-body': useCase<Of<'correct-body'>>()({
    dto: CorrectBodyDto,
    sentence: 'Correct what was recorded of a body.',
  }),
  'add-body-alias': useCase<Of<'add-body-alias'>>()({
    dto: AddBodyAliasDto,
    sentence: 'Record another name or spelling of a body.',
  }),
  'retract-body-alias': useCase<Of<'retract-body-alias'>>()({
    dto: RetractBodyAliasDto,
    sentence: 'Take back that a name means a body.',
  }),
  'retract-body': useCase<Of<'retract-body'>, 'usedBy'>()({
    dto: RetractBodyDto,
    sentence: 'Take a body out of the directory that was recorded in error.',
    gather: async ({ target }, facts) => ({ usedBy: await facts.uses('body', target) }),
  }),
  'establish-post': useCase<Of<'establish-post'>, 'post'>()({
    dto: EstablishPostDto,
    sentence: 'Establish a post in a body.',
    ids: ({ dto, target }) => ({ post: postIdOf(target, dto.postCode) }),
  }),
  'rename-post': useCase<Of<'rename-post'>>()({
    dto: RenamePostDto,
    sentence: 'Give a post a new title.',
  }),
  'correct-post': useCase<Of<'correct-post'>>()({
    dto: CorrectPostDto,
    sentence: 'Correct what was recorded of a post.',
  }),
  'abolish-post': useCase<Of<'abolish-post'>>()({
    dto: AbolishPostDto,
    sentence: 'Record that a post is no more.',
  }),
  'add-post-alias': useCase<Of<'add-post-alias'>>()({
    dto: AddPostAliasDto,
    sentence: 'Record another title or spelling of a post.',
  }),
  'retract-post-alias': useCase<Of<'retract-post-alias'>>()({
    dto: RetractPostAliasDto,
    sentence: 'Take back that a title means a post.',
  }),
  'retract-post': useCase<Of<'retract-post'>, 'usedBy'>()({
    dto: RetractPostDto,
    sentence: 'Take a post out of the directory that was recorded in error.',
    gather: async ({ dto }, facts) => ({ usedBy: await facts.uses('post', dto.post) }),
  }),
  'designate-secretary': useCase<Of<'designate-secretary'>>()({
    dto: DesignateSecretaryDto,
    sentence: 'Record which post is the secretary of a body.',
  }),
  'retract-secretary-designation': useCase<Of<'retract-secretary-designation'>>()({
    dto: RetractSecretaryDesignationDto,
    sentence: 'Take back that a post is the secretary of a body; the one before is again.',
  }),
  'designate-chair': useCase<Of<'designate-chair'>>()({
    dto: DesignateChairDto,
    sentence: 'Record which post is the chair of a body.',
  }),
  'retract-chair-designation': useCase<Of<'retract-chair-designation'>>()({
    dto: RetractChairDesignationDto,
    sentence: 'Take back that a post is the chair of a body; the one before is again.',
  }),
  'begin-holding': useCase<Of<'begin-holding'>, 'holding'>()({
    dto: BeginHoldingDto,
    sentence: 'Record that a person holds a post.',
    ids: ({ dto, commandId }) => ({ holding: dto.holding ?? itemIdOf(commandId, 'holding') }),
  }),
  'end-holding': useCase<Of<'end-holding'>>()({
    dto: EndHoldingDto,
    sentence: 'Record that a person holds a post no longer.',
  }),
  'correct-holding': useCase<Of<'correct-holding'>>()({
    dto: CorrectHoldingDto,
    sentence: 'Correct who held a post, or from when to when.',
  }),
  'retract-holding': useCase<Of<'retract-holding'>>()({
    dto: RetractHoldingDto,
    sentence: 'Take back that a person ever held a post so.',
  }),
};
