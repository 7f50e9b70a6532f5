import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventId } from '../../../../test/support/given-when-then.ts';
import { ask, openCycle } from '../../../../test/support/governance-histories.ts';
import { isRefusal } from '../decider.ts';
import { series, type SeriesCommand } from './series.decider.ts';
import type { SeriesEvent } from './series.events.ts';
import type { Series } from './series.state.ts';

const name = fc.constantFrom('HMIC extraordinary meeting cycle', 'Extraordinary cycle', 'The cycle');
const date = fc.constantFrom('2024', 'June 2025', 'unknown', 'soon');
const correctionReason = 'The letter says so.';

const commands: fc.Arbitrary<SeriesCommand> = fc.oneof(
  fc.constant(openCycle()),
  name.map((to) => ask('rename-series', { name: to })),
  fc.tuple(name, date).map(([is, since]) => ask('correct-series', { name: is, since, correctionReason })),
  fc.tuple(name, fc.boolean()).map(([alias, unresolved]) => ask('add-series-alias', { alias, unresolved })),
  fc.constantFrom('One.', 'Two.').map((reason) => ask('retract-series-closure', { reason })),
  name.map((alias) => ask('retract-series-alias', { alias, reason: 'Misread.' })),
  date.map((until) => ask('close-series', { until, reason: 'Done.' })),
  // Rarely, so that most histories go on.
  fc
    .integer({ min: 0, max: 9 })
    .map((n) => (n === 0 ? ask('retract-series', { reason: 'Twice.', namedBy: [] }) : openCycle())),
);

const fold = (events: readonly SeriesEvent[]): Series =>
  events.reduce((state, event, index) => series.evolve(state, event, eventId(index)), series.initial);

describe('Whatever is asked of a series of meetings', () => {
  it('every accepted command repeated adds nothing, and folding what was stored gives the same state', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 40 }), (asked) => {
        const events: SeriesEvent[] = [];
        for (const command of asked) {
          const verdict = series.decide(command, fold(events));
          if (isRefusal(verdict)) continue;
          events.push(...verdict);
          expect(series.decide(command, fold(events))).toEqual([]);
        }
        expect(fold(JSON.parse(JSON.stringify(events)) as SeriesEvent[])).toEqual(fold(events));
      }),
    );
  });
});
