import type { ErasureCommand } from '#domain';
import { RecordPersonErasureDto } from './erasure.dto.ts';
import { type TableOf, useCase } from './use-case.ts';

export const ERASURE_USE_CASES: TableOf<ErasureCommand> = {
  'record-person-erasure': useCase<ErasureCommand>()({
    dto: RecordPersonErasureDto,
    sentence:
      'Erase a person’s name, addresses and other spellings for good; what they held and decided stays, under an id.',
    starts: ({ dto }) => dto.person,
  }),
};
