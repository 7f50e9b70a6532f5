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
  RenameBodyDto,
  RenamePostDto,
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
  'correct-body': useCase<Of<'correct-body'>>()({
    dto: CorrectBodyDto,
    sentence: 'Correct what was recorded of a body.',
  }),
  'add-body-alias': useCase<Of<'add-body-alias'>>()({
    dto: AddBodyAliasDto,
    sentence: 'Record another name or spelling of a body.',
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
  'designate-secretary': useCase<Of<'designate-secretary'>>()({
    dto: DesignateSecretaryDto,
    sentence: 'Record which post is the secretary of a body.',
  }),
  'designate-chair': useCase<Of<'designate-chair'>>()({
    dto: DesignateChairDto,
    sentence: 'Record which post is the chair of a body.',
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
};
