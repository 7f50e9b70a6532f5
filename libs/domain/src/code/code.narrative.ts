import { sayAuthority, tell } from '../narrative.ts';
import type { Names } from '../primitives.ts';
import { CODE_WORDS } from './claim-code.ts';
import type { CodeEvent } from './code.events.ts';

/** The event as the sentence an auditor reads. */
export function narrateCode({ data }: CodeEvent, names: Names): string {
  const { codeKind, code, target } = data;
  const id = target.slice(target.indexOf('-') + 1);
  return tell(
    data,
    `${sayAuthority(data.decidedBy, names)} claimed the ${CODE_WORDS[codeKind]} ${code} for ${names(codeKind, id)}`,
  );
}
