import { EveryCommandDto } from './every-command.dto.ts';
import { Reference, Words } from './fields.ts';

export class RecordPersonErasureDto extends EveryCommandDto {
  /** The person whose details are erased */
  @Reference('person')
  person!: string;

  /** Why. It stays when the details are gone, so it must name nobody */
  @Words(500)
  reason!: string;
}
