import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventId, id } from '../../../../test/support/given-when-then.ts';
import { ask, recordMartomJanuary } from '../../../../test/support/governance-histories.ts';
import { isRefusal } from '../decider.ts';
import { meeting, type MeetingCommand } from './meeting.decider.ts';
import type { MeetingEvent } from './meeting.events.ts';
import type { Meeting } from './meeting.state.ts';

const some = fc.array(
  fc.constantFrom(1, 2, 3).map((n) => id('b', n)),
  { maxLength: 3 },
);
const attendance = fc.record({ posts: some, bodies: some, apologies: some });
const correctionReason = 'The minutes say so.';

const commands: fc.Arbitrary<MeetingCommand> = fc.oneof(
  fc.constant(recordMartomJanuary()),
  attendance.map((fields) => ask('record-attendance', fields)),
  attendance.map((fields) => ask('correct-attendance', { ...fields, correctionReason })),
  fc
    .constantFrom('14 January 2026', 'in 2026', 'a Wednesday')
    .map((heldOn) => ask('correct-meeting', { heldOn, correctionReason })),
  // Seldom, for nothing follows it.
  fc
    .constantFrom(...Array.from({ length: 20 }, (_, n) => n))
    .map((n) => (n === 0 ? ask('retract-meeting', { reason: 'Twice.', citedBy: [] }) : recordMartomJanuary())),
);

const fold = (events: readonly MeetingEvent[]): Meeting =>
  events.reduce((state, event, index) => meeting.evolve(state, event, eventId(index)), meeting.initial);

describe('Whatever is asked of a meeting', () => {
  it('no post both attends and sends apologies, every accepted command repeated adds nothing, and folding is deterministic', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 40 }), (asked) => {
        const events: MeetingEvent[] = [];
        for (const command of asked) {
          const verdict = meeting.decide(command, fold(events));
          if (isRefusal(verdict)) continue;
          events.push(...verdict);
          expect(meeting.decide(command, fold(events))).toEqual([]);
          const state = fold(events);
          if (state.status === 'none' || !state.attendance) continue;
          const { posts, apologies } = state.attendance.fields;
          expect(posts.filter((post) => apologies.includes(post))).toEqual([]);
        }
        expect(fold(JSON.parse(JSON.stringify(events)) as MeetingEvent[])).toEqual(fold(events));
      }),
    );
  });
});
