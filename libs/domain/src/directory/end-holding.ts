/** A holding ends on its last day, once; that it was held until then is never rewritten. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { refuse, same, type Verdict } from '../decider.ts';
import type { EveryCommand } from '../primitives.ts';
import type { DirectoryEvent, HoldingId } from './directory.events.ts';
import { holdingOf, type RecordedBody, saidOf } from './directory.state.ts';
import { holdingImpossible } from './holdings.ts';

export interface EndHolding extends EveryCommand {
  readonly kind: 'end-holding';
  readonly holding: HoldingId;
  /** The last day, that day included, as a date expression. */
  readonly until: string;
}

export function endHolding(command: EndHolding, body: RecordedBody): Verdict<DirectoryEvent> {
  const { holding } = command;
  const known = holdingOf(body, holding);
  if ('refused' in known) return known;
  const unclear = dateUnclear(command.until);
  if (unclear) return unclear;
  const until = readDate(command.until);
  if (known.fields.until !== undefined) {
    if (same(known.fields.until, until)) return [];
    return refuse('holding-ended', 'The holding has ended already. If its last day is wrong, correct the holding.');
  }
  const refusal = holdingImpossible(body, holding, { ...known.fields, until });
  if (refusal) return refusal;
  const { post, person } = known.fields;
  return [{ type: 'HoldingEnded', data: { ...saidOf(command, body), holding, post, person, until } }];
}
