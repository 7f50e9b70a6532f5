import type { CodeClaim, CodeEvent } from './code.events.ts';

export type Code = { readonly status: 'free' } | ({ readonly status: 'claimed' } & CodeClaim);

export const initial: Code = { status: 'free' };

export function evolve(_state: Code, event: CodeEvent): Code {
  const { codeKind, code, target, claimedBy } = event.data;
  return { status: 'claimed', codeKind, code, target, claimedBy };
}
