import { never } from '../decider.ts';
import { sayAuthority, tell } from '../narrative.ts';
import type { Names } from '../primitives.ts';
import { CODE_WORDS } from './claim-code.ts';
import type { CodeEvent } from './code.events.ts';

/** The event as the sentence an auditor reads. */
export function narrateCode({ type, data }: CodeEvent, names: Names): string {
  const { codeKind, code, target } = data;
  const who = sayAuthority(data.decidedBy, names);
  const what = `the ${CODE_WORDS[codeKind]} ${code}`;
  const name = names(codeKind, idIn(target));
  switch (type) {
    case 'CodeClaimed':
      return tell(data, `${who} claimed ${what} for ${name}`);
    case 'CodePassedOn':
      return tell(data, `${who} passed ${what} on to ${name}, because it had been recorded of another in error`);
    default:
      return never(type);
  }
}

function idIn(stream: string): string {
  return stream.slice(stream.indexOf('-') + 1);
}
