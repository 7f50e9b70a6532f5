import type { PersonCommand } from '#domain';
import { streamIdOf } from '../ids.ts';
import {
  AddPersonAliasDto,
  CorrectPersonDetailsDto,
  RegisterPersonDto,
  RetractPersonAliasDto,
  RetractPersonDto,
} from './person.dto.ts';
import { namesakes } from './gather/alike.ts';
import { type TableOf, useCase } from './use-case.ts';

type Of<Kind extends PersonCommand['kind']> = Extract<PersonCommand, { kind: Kind }>;

export const PERSON_USE_CASES: TableOf<PersonCommand> = {
  'register-person': useCase<Of<'register-person'>, 'person' | 'namesakes'>()({
    dto: RegisterPersonDto,
    sentence: 'Register a person; their details can be erased later.',
    starts: ({ commandId }) => streamIdOf(commandId),
    ids: ({ target }) => ({ person: target }),
    gather: ({ dto, target }, facts) => namesakes(dto.name, target, facts),
  }),
  'correct-person-details': useCase<Of<'correct-person-details'>>()({
    dto: CorrectPersonDetailsDto,
    sentence: 'Correct the name, the address or the telephone number of a person.',
  }),
  'add-person-alias': useCase<Of<'add-person-alias'>>()({
    dto: AddPersonAliasDto,
    sentence: 'Record another name or spelling of a person.',
  }),
  'retract-person-alias': useCase<Of<'retract-person-alias'>>()({
    dto: RetractPersonAliasDto,
    sentence: 'Take back that a name means a person.',
  }),
  'retract-person': useCase<Of<'retract-person'>, 'usedBy'>()({
    dto: RetractPersonDto,
    sentence: 'Take a person out of the directory who was registered twice or in error.',
    gather: async ({ target }, facts) => ({ usedBy: await facts.uses('person', target) }),
  }),
};
