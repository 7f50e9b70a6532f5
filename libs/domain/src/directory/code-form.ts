/** Codes are capital letters, digits, dots and hyphens: they stand in references, addresses and file names. */

import { type Refusal, refuse } from '../decider.ts';

export function codeUnclear(code: string): Refusal | undefined {
  if (/^[A-Z0-9][A-Z0-9.-]*$/.test(code)) return undefined;
  return refuse(
    'code-unclear',
    `“${code}” can’t be a code: take capital letters, digits, dots and hyphens, such as SYP.`,
  );
}
