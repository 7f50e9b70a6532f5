/** A command that was not recorded, as a problem. */

import { entry, type Conflicted, type Done, type Outcome } from '#application';
import type { Names } from '#domain';
import { etagOf } from './command-headers.ts';
import { invalidFields, Problem, type Since } from './problem.ts';

export function problemOfOutcome(outcome: Exclude<Outcome, Done>, names: Names): Problem {
  switch (outcome.outcome) {
    case 'invalid':
      return invalidFields(outcome.errors);
    case 'refused': {
      const { code, sentence, because } = outcome.refusal;
      return new Problem('refused', sentence, { code, because });
    }
    case 'conflict':
      return conflict(outcome, names);
    case 'reused':
      return new Problem(
        'key-reused',
        'This Idempotency-Key came before with other content, so nothing was recorded. Make a new one for a new command.',
      );
    case 'missing':
      return new Problem('missing', outcome.sentence);
  }
}

/** The newest of what was recorded since: enough to decide again, and a bound on the answer. */
const SINCE_MAX = 20;

function conflict({ actual, since }: Conflicted, names: Names): Problem {
  const told: Since[] = since.slice(-SINCE_MAX).map((event, index) => {
    const { revision, recordedAt, recorder, sentence } = entry(event, index + 1, names);
    return { revision, recordedAt, recorder, sentence };
  });
  const last = told.at(-1);
  const what =
    last === undefined
      ? `It stands at revision ${etagOf(actual)}, which is not the one you named.`
      : `Somebody else was faster. The last that was recorded meanwhile, by ${last.recorder}: ${last.sentence}`;
  return new Problem('conflict', `Nothing was recorded. ${what} Look at it again, then decide.`, {
    since: told,
    revision: actual,
    headers: { etag: etagOf(actual) },
  });
}
