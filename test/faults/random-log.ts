/** Histories nobody thought of: what people record by chance, in any order their rules allow. */

import { type Actor, AGGREGATES, type DomainEvent, isRefusal } from '#domain';
import type { LogEvent } from '#read-model';
import { STORIES } from '../history/stories.ts';
import { LogOfEvents } from '../support/log-of-events.ts';
import { eventId, id, secretary } from '../support/ids.ts';
import { raiseAfiA, SYMCA, SYP, TSU_MANAGER, YHROCU } from '../support/named-histories.ts';
import { storyOf } from '../support/story-of.ts';
import type { Random } from './random.ts';

type AnyCommand = { readonly kind: string; readonly by: Actor };
interface Stream {
  readonly name: string;
  readonly events: readonly DomainEvent[];
}

/** @param recommendations how many of them beside the stories of every aggregate */
export function randomLog(random: Random, recommendations = random.between(1, 4)): LogOfEvents {
  const streams: Stream[] = [];
  for (const [category, stories] of Object.entries(STORIES)) {
    const told = storyOf(category, random.between(0, stories.length - 1)).events;
    const name = told[0]?.stream;
    // An erased stream is gone from the log, so that what is told of it beforehand is told in any case.
    if (name !== undefined && random.chance(0.8))
      streams.push({ name, events: told.slice(0, random.between(1, told.length)) });
  }
  for (let number = 1; number <= recommendations; number += 1) streams.push(randomRecommendation(random, number));
  return interleaved(random, streams);
}

/** The streams in one log: each in its order, and all of them mixed. Across streams the clock may go back. */
function interleaved(random: Random, streams: readonly Stream[]): LogOfEvents {
  const log = new LogOfEvents(random.uuid());
  const left = streams.map(({ name, events }) => ({
    name,
    events: [...events],
    now: Date.parse('2026-01-01T09:00:00Z'),
  }));
  for (;;) {
    const open = left.filter(({ events }) => events.length > 0);
    if (open.length === 0) return log;
    const stream = random.pick(open);
    for (let count = random.between(1, 3); count > 0; count -= 1) {
      const event = stream.events.shift();
      if (!event) break;
      stream.now += random.pick([0, 1, 60_000, 86_400_000]);
      log.record(stream.name, [event], { at: new Date(stream.now).toISOString() });
    }
  }
}

/** A recommendation to which commands were sent at random; what its rules refused is left out. */
function randomRecommendation(random: Random, number: number): Stream {
  const { decider } = AGGREGATES['recommendation'] as (typeof AGGREGATES)[string];
  const recommendation = id('f', 1_000 + number);
  const raised = {
    ...raiseAfiA(),
    recommendation,
    reference: `YHSOC-AFI-A/X${String(number)}`,
    finding: id('d', 500 + number),
  };
  const events: DomainEvent[] = [];
  let state = decider.initial;
  const commands: AnyCommand[] = [raised];
  for (let count = random.between(5, 60); count > 0; count -= 1) commands.push(randomCommand(random, number));
  for (const command of commands) {
    const verdict = decider.decide(command, state);
    if (isRefusal(verdict)) continue;
    for (const event of verdict) {
      state = decider.evolve(state, event, eventId(events.length));
      events.push(event);
    }
  }
  return { name: `recommendation-${recommendation}`, events };
}

function randomCommand(random: Random, number: number): AnyCommand {
  // Few ids and few words, so that commands meet. Nothing has the id of something in another recommendation.
  const here = (n: number): string => id('f', 10_000 * number + n);
  const action = here(random.between(1, 3));
  const linked = here(random.between(3, 4));
  const position = here(random.between(31, 32));
  const progress = here(random.between(41, 42));
  const reason = random.pick(['Overtaken.', 'Misread.']);
  const words = random.pick(['I agree.', 'have been accepted']);
  const spoken = {
    ...{ position, words, layer: random.pick(['chiefOfficer', 'localPolicingBody']), qualifiers: [] },
    code: random.pick(['accepted', 'agreedWithCondition', 'welcomed']),
    decidedByBody: SYP,
    ...sometimes(random, 0.1, { subPart: random.pick(['a', 'b']) }),
    ...sometimes(random, 0.2, { effectiveOn: random.pick(['2 February 2026', 'March 2026']) }),
    ...sometimes(random, 0.1, { illustration: true }),
  };
  const byWhom = sometimes(random, 0.3, { decidedByPost: TSU_MANAGER, effectiveOn: '2 March 2026' });
  const lead = random.pick([{ leadNotNamed: true }, { leadPost: TSU_MANAGER }, { leadBody: SYP }]);
  const due = random.pick([
    { dueOn: '31 March 2026' },
    { dueOn: '30 June 2026', basis: 'agreedLocally' },
    { dueNoneGiven: true, reviewBy: '30 June 2026' },
  ]);
  const assigned = {
    ...{ action, title: random.pick(['Deliver it', 'Deliver all of it']), ...lead, ...due },
    ...sometimes(random, 0.3, { supporters: [TSU_MANAGER], deliveredWith: [YHROCU] }),
  };
  const closing = {
    level: random.pick(['reported', 'assured']),
    layer: 'force',
    code: 'implemented',
    reason,
    decidedByBody: SYP,
    ...sometimes(random, 0.3, { effectiveOn: '3 March 2026' }),
  };
  const [kind, fields] = random.weighted<readonly [string, object]>([
    [1, ['correct-recommendation', correcting(random, { overseer: random.pick([YHROCU, SYMCA]) }, ['overseer'])]],
    [1, ['transfer-responsibility', { overseer: random.pick([YHROCU, SYMCA]), reason }]],
    [0.5, ['retract-responsibility-transfer', { reason }]],
    [0.3, ['mark-recommendation-raised-in-error', { reason }]],
    [1, ['retract-raised-in-error', { reason }]],
    [1, ['adopt-finding-correction', { copy: { ...raiseAfiA().copy, text: words }, reason }]],
    [4, ['record-position', spoken]],
    [5, ['correct-position', { position, ...correcting(random, spoken, ['subPart', 'code', 'effectiveOn']) }]],
    [2, ['retract-position', { position, reason }]],
    [9, ['assign-action', assigned]],
    [5, ['correct-action', { action, ...correcting(random, assigned, ['supporters', 'deliveredWith']) }]],
    [3, ['reassign-action', { action, ...lead }]],
    [1, ['retract-reassignment', { action, reason }]],
    [5, ['change-due-date', { action, ...due, reason }]],
    [2, ['retract-due-date-change', { action, reason }]],
    [8, ['report-progress', { action, progress, words, ...byWhom }]],
    [6, ['correct-progress', { action, progress, ...correcting(random, { words, ...byWhom }, ['effectiveOn']) }]],
    [1, ['retract-progress', { action, progress, reason }]],
    [6, ['complete-action', { action }]],
    [4, ['withdraw-action', { action, reason }]],
    [4, ['reopen-action', { action, reason }]],
    [4, ['link-action', { action: linked, home: here(99), title: 'Regional work', ...byWhom }]],
    [3, ['correct-link', { action: linked, ...correcting(random, { decidedByBody: SYP }, ['effectiveOn']) }]],
    [3, ['unlink-action', { action: linked, reason }]],
    [3, ['record-linked-action-ended', { action: linked, ended: random.pick(['completed', 'withdrawn']) }]],
    [5, ['close-recommendation', closing]],
    [3, ['correct-closure', correcting(random, closing, ['effectiveOn'])]],
    [6, ['reopen-recommendation', { reason }]],
  ]);
  return { kind, by: secretary, ...fields };
}

function sometimes(random: Random, share: number, fields: object): object {
  return random.chance(share) ? fields : {};
}

/** A correction of some of the fields, which may take another away. */
function correcting(random: Random, fields: object, clearable: readonly string[]): object {
  const some = Object.fromEntries(Object.entries(fields).filter(() => random.chance(0.6)));
  const cleared = random.pick(clearable);
  return {
    ...{ ...some, correctionReason: 'Misread.' },
    ...(cleared in some ? {} : sometimes(random, 0.4, { clear: [cleared] })),
  };
}

/**
 * Events as a reader gets them: in the order of the log, in batches of any size. A reader that keeps up gets them one by
 * one, one that was away gets them in heaps.
 */
export function randomBatches(
  random: Random,
  events: readonly LogEvent[],
  sizeMax = random.pick([1, 2, 5, 20, 200]),
): LogEvent[][] {
  const batches: LogEvent[][] = [];
  for (let start = 0; start < events.length;) {
    const size = random.between(1, sizeMax);
    batches.push(events.slice(start, start + size));
    start += size;
  }
  return batches;
}
