/** What went wrong, as RFC 9457 has it: a program tests `code`, a person reads `detail`. */

import type { Blocker } from '#domain';
import { type FieldError, fieldName, sayFieldError } from '#application';

/** Each kind of problem: its status, and the title that is the same every time. */
export const PROBLEMS = {
  malformed: [400, 'The request could not be read'],
  'not-acting': [401, 'Nobody is known to be acting'],
  'other-page': [403, 'Another page sent this'],
  missing: [404, 'Not in the record'],
  'no-such-path': [404, 'There is nothing here'],
  refused: [409, 'Refused'],
  erased: [410, 'Erased'],
  conflict: [412, 'Somebody else changed it since'],
  'too-large': [413, 'Too large'],
  'not-json': [415, 'Not JSON'],
  'wrong-host': [421, 'Not this server’s name'],
  invalid: [422, 'Some fields need correcting'],
  'key-reused': [422, 'The key was used for something else'],
  defect: [500, 'Something went wrong'],
  unavailable: [503, 'The record is not available'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>;

export type ProblemKind = keyof typeof PROBLEMS;

export interface ProblemParts {
  /** The domain's code of a refusal; the kind itself when left out. */
  readonly code?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
  readonly because?: readonly Blocker[];
  readonly since?: readonly Since[];
  readonly revision?: number | 'no-stream';
  readonly headers?: Readonly<Record<string, string>>;
}

/** One thing that was recorded since the revision somebody worked from. */
export interface Since {
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
  readonly recorder: string;
  readonly sentence: string;
}

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly kind: ProblemKind;
  readonly parts: ProblemParts;

  /** @param detail a sentence that says what to do */
  constructor(kind: ProblemKind, detail: string, parts: ProblemParts = {}) {
    super(detail);
    this.kind = kind;
    this.parts = parts;
  }

  get status(): number {
    return PROBLEMS[this.kind][0];
  }

  /** @param requestId under which the log of the server knows the request */
  body(requestId: string): object {
    const { headers: _, code = this.kind, ...parts } = this.parts;
    return {
      type: `urn:minutebook:problem:${this.kind}`,
      title: PROBLEMS[this.kind][1],
      status: this.status,
      detail: this.message,
      code,
      ...parts,
      instance: `urn:uuid:${requestId}`,
    };
  }
}

/** Fields that are wrong, each by its path. */
export function invalidFields(errors: readonly FieldError[]): Problem {
  const told = errors.map((error) => ({ field: error.field, message: sayFieldError(error, fieldName(error.field)) }));
  return new Problem('invalid', told.map(({ message }) => message).join(' '), { errors: told });
}
