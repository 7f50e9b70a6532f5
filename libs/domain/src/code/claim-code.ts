/**
 * A code belongs to what claimed it first. Claiming it again for the same thing, as a retry does, finds the claim. What
 * was recorded in error has its code no longer, once something else is recorded in its place.
 */

import { refuse, type Verdict } from '../decider.ts';
import { type EveryCommand, said } from '../primitives.ts';
import type { CodeClaim, CodeEvent, CodeKind } from './code.events.ts';
import type { Code } from './code.state.ts';

export interface ClaimCode extends EveryCommand, CodeClaim {
  readonly kind: 'claim-code';
  /** The stream that has the code and was recorded in error. */
  readonly from?: string;
}

export const CODE_WORDS: Readonly<Record<CodeKind, string>> = {
  report: 'report code',
  decision: 'decision number',
  document: 'document code',
  series: 'series code',
};

export function claimCode(command: ClaimCode, state: Code): Verdict<CodeEvent> {
  const { codeKind, code, target, claimedBy, from } = command;
  const data = { ...said(command, command.by.body), codeKind, code, target, claimedBy };
  if (state.status === 'claimed') {
    if (state.target === target) return [];
    if (state.target === from) return [{ type: 'CodePassedOn', data: { ...data, from } }];
    return refuse('code-taken', `The ${CODE_WORDS[state.codeKind]} ${state.code} is taken. Choose another.`, [
      { kind: state.codeKind, id: state.target.slice(state.target.indexOf('-') + 1), label: state.code },
    ]);
  }
  return [{ type: 'CodeClaimed', data }];
}
