import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { enter, recordSymca } from '../../../../test/support/directory-histories.ts';
import { eventId, id } from '../../../../test/support/given-when-then.ts';
import type { PreciseDate } from '../calendar/precise-date.ts';
import { isRefusal, same } from '../decider.ts';
import { directory, type DirectoryCommand } from './directory.decider.ts';
import type { DirectoryEvent, HoldingFields } from './directory.events.ts';
import { chairOf, type Directory, type RecordedBody, secretaryOf } from './directory.state.ts';
import { holderOn } from './holdings.ts';

const DAYS = [
  'unknown',
  'in 2023',
  '31 December 2023',
  '1 January 2024',
  'January 2024',
  '2024',
  '15 June 2024',
  '2025',
];
const correctionReason = 'It was wrong.';

const posts = fc.constantFrom(1, 2).map((n) => id('b', n));
const persons = fc.constantFrom(1, 2, 3).map((n) => id('a', n));
const holdings = fc.constantFrom(1, 2, 3, 4).map((n) => id('e', n));
const date = fc.constantFrom(...DAYS);
const flag = fc.boolean();
const reason = 'In error.';
const cleared = fc.constantFrom(['until' as const], ['from' as const]);
const optional = { requiredKeys: [] };

const commands: fc.Arbitrary<DirectoryCommand> = fc.oneof(
  fc.constant(recordSymca()),
  fc
    .constantFrom(1, 2)
    .map((n) => enter('establish-post', { post: id('b', n), postCode: `P${String(n)}`, title: 'A post' })),
  posts.map((post) => enter('designate-secretary', { post })),
  posts.map((post) => enter('designate-chair', { post })),
  posts.map((post) => enter('retract-secretary-designation', { post, reason })),
  posts.map((post) => enter('retract-chair-designation', { post, reason })),
  posts.map((post) => enter('retract-post', { post, reason, usedBy: [] })),
  holdings.map((holding) => enter('retract-holding', { holding, reason })),
  fc.tuple(posts, date).map(([post, until]) => enter('abolish-post', { post, until })),
  fc
    .tuple(posts, fc.record({ until: date, clear: cleared, from: date }, optional))
    .map(([post, fields]) => enter('correct-post', { post, ...fields, correctionReason })),
  fc
    .tuple(holdings, posts, persons, fc.record({ from: date, until: date, jointly: flag }, optional))
    .map(([holding, post, person, fields]) => enter('begin-holding', { holding, post, person, ...fields })),
  fc.tuple(holdings, date).map(([holding, until]) => enter('end-holding', { holding, until })),
  fc
    .tuple(holdings, fc.record({ from: date, until: date, person: persons, clear: cleared, jointly: flag }, optional))
    .map(([holding, fields]) => enter('correct-holding', { holding, ...fields, correctionReason })),
);

/** The first and last day each date can mean, and the days beside them: nothing changes in between. */
const TELLING_DAYS = [
  ['2022-12-31', '2023-01-01', '2023-12-30', '2023-12-31', '2024-01-01', '2024-01-02', '2024-01-31', '2024-02-01'],
  ['2024-06-14', '2024-06-15', '2024-06-16', '2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'],
].flat();

/** The telling days on which somebody holds a post however its dates are read: every reading is tried. */
function sureDaysOf({ from, until }: HoldingFields): readonly string[] {
  const key = JSON.stringify([from, until]);
  const readings = (date: PreciseDate | undefined): string[] =>
    ['2000-01-01', ...TELLING_DAYS, '2050-01-01'].filter(
      (day) => date?.from === undefined || (date.from <= day && day <= (date.to ?? date.from)),
    );
  const ends = until === undefined ? ['9999-12-31'] : readings(until);
  const sure =
    known.get(key) ??
    TELLING_DAYS.filter((day) =>
      readings(from).every((begin) => ends.every((end) => end < begin || (begin <= day && day <= end))),
    );
  known.set(key, sure);
  return sure;
}
const known = new Map<string, readonly string[]>();

function doubtsAbout(state: RecordedBody, events: readonly DirectoryEvent[]): string[] {
  const doubts: string[] = [];
  const holdings = Object.values(state.holdings).map(({ fields }) => fields);
  const isAbolished = (post: string | undefined) => post !== undefined && state.posts[post]?.fields.until !== undefined;

  const last = events.findLast(
    (event) => event.type === 'SecretaryDesignated' || event.type === 'SecretaryDesignationRetracted',
  );
  const designated = last?.type === 'SecretaryDesignated' ? last.data.post : last?.data.again;
  if (secretaryOf(state) !== designated) doubts.push('the secretary is not the post designated last');
  for (const office of [secretaryOf(state), chairOf(state)])
    if (office !== undefined && state.posts[office] === undefined) doubts.push('a post that is not there is needed');
  for (const { post } of holdings) if (state.posts[post] === undefined) doubts.push('a post that is not there is held');
  if (isAbolished(secretaryOf(state)) || isAbolished(chairOf(state))) doubts.push('an abolished post is needed');

  for (const { post, from, until } of holdings) {
    if (isAbolished(post) && until === undefined) doubts.push('an abolished post is held on');
    const last = until?.to ?? until?.from;
    if (from?.from !== undefined && last !== undefined && last < from.from) doubts.push('a holding ends too early');
  }
  for (const day of TELLING_DAYS) {
    for (const post of Object.keys(state.posts)) {
      const held = holdings.filter((holding) => holding.post === post && sureDaysOf(holding).includes(day));
      const holders = held.map(({ person }) => person);
      if (held.filter(({ jointly }) => !jointly).length > 1) doubts.push('two hold a post alone');
      if (new Set(holders).size < holders.length) doubts.push('somebody holds a post beside themselves');
      if (holders.length > 0 && !same(holderOn(state, post, day), holders)) doubts.push('holderOn misses a holder');
    }
  }
  return doubts;
}

describe('Whatever is asked of a body’s entry', () => {
  it('a body has one secretary, a post one holder unless it is held jointly, and an abolished post none', () => {
    const established = [1, 2].map((n) =>
      enter('establish-post', { post: id('b', n), postCode: `P${String(n)}`, title: 'A post' }),
    );
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 40, size: 'max' }), (asked) => {
        const events: DirectoryEvent[] = [];
        let state: Directory = directory.initial;
        for (const command of [recordSymca(), ...established, ...asked]) {
          const verdict = directory.decide(command, state);
          if (isRefusal(verdict)) continue;
          for (const event of verdict) {
            state = directory.evolve(state, event, eventId(events.length));
            events.push(event);
          }
          expect(directory.decide(command, state)).toEqual([]);
          expect(state.status === 'none' ? [] : doubtsAbout(state, events)).toEqual([]);
        }
        const again = JSON.parse(JSON.stringify(events)) as DirectoryEvent[];
        const folded = again.reduce<Directory>(
          (before, event, index) => directory.evolve(before, event, eventId(index)),
          directory.initial,
        );
        expect(folded).toEqual(state);
      }),
      { numRuns: 300 },
    );
  });
});
