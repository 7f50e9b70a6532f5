import { describe, expect, it } from '@jest/globals';
import type { Authority, DomainEvent, EveryEvent } from '#domain';
import { aggregates, eventsRecorded } from '../../../test/history/recorded.ts';
import { CCOB_DECISION, DEPUTY_MAYOR_SY, KILVINDER_VIGURS, names, SYP } from '../../../test/support/named-histories.ts';
import { narrateRecorded } from './recording.ts';

const KEEPER = { person: KILVINDER_VIGURS, post: DEPUTY_MAYOR_SY };
const keeper = 'Kilvinder Vigurs (Deputy Mayor for Policing & Crime)';
const KEEPING = /^(?:recorded|registered|entered|declared|retracted|opened the record|linked|removed|fanned|gave the)/;

/** Each event of the stories once, as if it stood on somebody's authority. */
function events(decidedBy: Authority) {
  return aggregates.flatMap(({ category, aggregate }) => {
    const byType = new Map(eventsRecorded(category, aggregate).flatMap((story) => story.map((one) => [one.type, one])));
    return [...byType.values()].map(({ type, data }): [string, DomainEvent, typeof aggregate] => {
      const { illustration: _mark, ...unmarked } = data as EveryEvent;
      return [type, { type, data: { ...unmarked, decidedBy } }, aggregate];
    });
  });
}

describe('A sentence about keeping the record', () => {
  it.each(events({ body: SYP }))(
    'has whoever recorded it as its subject, not who is cited: %s',
    (_type, event, aggregate) => {
      const byDecider = aggregate.narrate(event, names);
      const told = narrateRecorded(aggregate, event, KEEPER, names);
      const [start] = [byDecider.slice('South Yorkshire Police '.length)];
      const isCorrection = start.startsWith('corrected');
      if (byDecider.startsWith('South Yorkshire Police ') && KEEPING.test(start) && !isCorrection) {
        expect(told).toBe(`${keeper} ${start} This stands on the authority of South Yorkshire Police.`);
      } else {
        expect(told).toBe(byDecider);
      }
    },
  );

  it.each(events(KEEPER))('names nobody twice who recorded on their own authority: %s', (_type, event, aggregate) => {
    expect(narrateRecorded(aggregate, event, KEEPER, names)).toBe(aggregate.narrate(event, names));
  });

  it('names the policy that carried a decision out, and the decision it did so under', () => {
    const found = events({ decision: CCOB_DECISION }).find(([type]) => type === 'ActionCompleted');
    const [, event, aggregate] = found ?? [];
    if (event === undefined || aggregate === undefined) throw new Error('No story completes an action.');
    const told = narrateRecorded(aggregate, event, { policy: 'carry-out-decisions' }, names);
    expect(told).toMatch(/^Minutebook \(carry-out-decisions\) recorded that action .* is complete/);
    expect(told).toMatch(/ This stands on the authority of decision CCOB-2025-1\.$/);
  });
});
