import type { Decider } from '../decider.ts';
import { type ClaimCode, claimCode } from './claim-code.ts';
import type { CodeEvent } from './code.events.ts';
import { type Code, evolve, initial } from './code.state.ts';

export type CodeCommand = ClaimCode;

export const code: Decider<Code, CodeCommand, CodeEvent> = { category: 'code', initial, decide: claimCode, evolve };
