/** A holding ends on its last day, once; that it was held until then is never rewritten. */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { type Refusal, refuse, same, type Verdict } from '../decider.ts';
import type { EveryCommand, PersonId, PostId } from '../primitives.ts';
import type { DirectoryEvent, HoldingId } from './directory.events.ts';
import { holdingOf, postOf, type RecordedBody, saidOf } from './directory.state.ts';
import { holdersOf, holdingImpossible, holdingsOf } from './holdings.ts';

/** Which one is said by its reference, or by its post; by the person too where several hold the post. */
export interface EndHolding extends EveryCommand {
  readonly kind: 'end-holding';
  readonly holding?: HoldingId;
  readonly post?: PostId;
  readonly person?: PersonId;
  /** The last day, that day included, as a date expression. */
  readonly until: string;
}

export function endHolding(command: EndHolding, body: RecordedBody): Verdict<DirectoryEvent> {
  const unclear = dateUnclear(command.until);
  if (unclear) return unclear;
  const holding = holdingMeant(command, body);
  if (typeof holding !== 'string') return holding;
  const known = holdingOf(body, holding);
  if ('refused' in known) return known;
  const until = readDate(command.until);
  if (known.fields.until !== undefined) {
    if (same(known.fields.until, until)) return [];
    return refuse(
      'holding-ended',
      'The holding has ended already. If its last day is wrong, correct the holding.',
      holdersOf(body, [[holding, known]]),
    );
  }
  const refusal = holdingImpossible(body, holding, { ...known.fields, until });
  if (refusal) return refusal;
  const { post, person } = known.fields;
  return [{ type: 'HoldingEnded', data: { ...saidOf(command, body), holding, post, person, until } }];
}

/** The one that goes on; when none does, the one that ended last. */
function holdingMeant({ holding, post, person }: EndHolding, body: RecordedBody): HoldingId | Refusal {
  if (holding !== undefined && post === undefined && person === undefined) return holding;
  if (holding !== undefined || post === undefined)
    return refuse('holding-unclear', 'Say which holding ends: name the holding, or its post and perhaps the person.');
  const established = postOf(body, post);
  if ('refused' in established) return established;
  const { title } = established.fields;
  const held = holdingsOf(body, post).filter(([, { fields }]) => person === undefined || fields.person === person);
  const open = held.filter(([, { fields }]) => fields.until === undefined);
  const [only = held.at(-1), ...others] = open;
  if (only === undefined)
    return refuse('post-not-held', `Nobody is recorded as holding the post ${title}: begin the holding first.`);
  if (others.length === 0) return only[0];
  return refuse(
    'holding-unclear',
    `Several people hold the post ${title}: say whose holding ends.`,
    holdersOf(body, open),
  );
}
