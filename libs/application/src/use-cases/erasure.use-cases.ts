import type { ErasureCommand } from '#domain';
import { RecordPersonErasureDto } from './erasure.dto.ts';
import { type TableOf, useCase } from './use-case.ts';

export const ERASURE_USE_CASES: TableOf<ErasureCommand> = {
  'record-person-erasure': useCase<ErasureCommand>()({
    dto: RecordPersonErasureDto,
    sentence: 'Erase the details of a person for good; what they did in their posts stays.',
    starts: ({ dto }) => dto.person,
  }),
};
