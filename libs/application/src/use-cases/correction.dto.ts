import { getMetadataStorage } from 'class-validator';
import type { EveryCommandDto } from './every-command.dto.ts';
import { OneOfEach, Optional, Words } from './fields.ts';

/** What every item says beside its own fields, and need not say. */
const CLEARABLE = ['effectiveOn', 'illustration'] as const;

/** What the Swagger plugin writes down of a class when the project is built: each field's name, and whether it is needed. */
type Metadata = Readonly<Record<string, { readonly required: boolean; readonly description?: string }>>;
interface Described {
  _OPENAPI_METADATA_FACTORY?: () => Metadata;
}

/**
 * The form of a correction: the fields of what it corrects, none of them needed, because what is left out stays as it was
 * recorded; what stands no longer, by name; and the reason.
 * @param dto the form with which it is recorded
 * @param clearable the fields it can do without
 */
export function CorrectionOf<Dto extends EveryCommandDto, Clearable extends string = never>(
  dto: abstract new () => Dto,
  clearable: readonly Clearable[] = [],
) {
  const names = [...clearable, ...CLEARABLE];
  class Correction extends (dto as abstract new () => EveryCommandDto) {
    /** What stands no longer */
    @Optional()
    @OneOfEach(names)
    clear?: (Clearable | (typeof CLEARABLE)[number])[];

    /** What was wrong and why */
    @Words()
    correctionReason!: string;
  }
  for (const field of fieldsOf(dto)) Optional()(Correction.prototype, field);

  const described = Correction as unknown as Described;
  const own = described._OPENAPI_METADATA_FACTORY;
  const inherited = (dto as Described)._OPENAPI_METADATA_FACTORY;
  if (own && inherited) {
    described._OPENAPI_METADATA_FACTORY = () => {
      const { clear, ...fields } = own();
      const description = `What stands no longer, any of ${names.join(', ')}`;
      return { ...notNeeded(dto), ...fields, ...(clear ? { clear: { ...clear, description } } : {}) };
    };
  }
  return Correction as unknown as new () => Omit<Correction, keyof Dto> & Partial<Dto>;
}

function fieldsOf(dto: object): Set<string> {
  const registered = getMetadataStorage().getTargetValidationMetadatas(dto as new () => object, '', false, false);
  return new Set(registered.map(({ propertyName }) => propertyName));
}

/** The fields of the class and of those it extends, as fields that are not needed. */
function notNeeded(dto: object): Metadata {
  const found: Record<string, Metadata[string]> = {};
  for (let one: unknown = dto; typeof one === 'function'; one = Object.getPrototypeOf(one)) {
    if (!Object.hasOwn(one, '_OPENAPI_METADATA_FACTORY')) continue;
    const fields = (one as Described)._OPENAPI_METADATA_FACTORY?.() ?? {};
    for (const [name, field] of Object.entries(fields)) found[name] ??= { ...field, required: false };
  }
  return found;
}
