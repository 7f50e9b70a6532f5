import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventId, id } from '../../../../test/support/given-when-then.ts';
import { ask, LATER_DECISION, recordClosing } from '../../../../test/support/governance-histories.ts';
import { isRefusal } from '../decider.ts';
import { decision, type DecisionCommand } from './decision.decider.ts';
import type { DecisionEvent } from './decision.events.ts';
import { type Decision, pendingChanges } from './decision.state.ts';

// Two changes and few words, so that commands meet.
const change = fc.constantFrom(1, 1, 2, 2, 3);
const reason = fc.constantFrom('Too late.', 'It is done.');
const correctionReason = 'The minutes say so.';
const [closing] = recordClosing().changes ?? [];
const record = recordClosing({ changes: closing ? [closing, closing] : [] });

const commands: fc.Arbitrary<DecisionCommand> = fc.oneof(
  fc.constantFrom(record, { ...record, outcome: 'No.' }),
  change.map((number) => ask('record-change-carried-out', { change: number })),
  change.map((number) => ask('record-change-refused', { change: number, code: 'closed', sentence: 'It is closed.' })),
  fc.tuple(change, reason).map(([number, why]) => ask('retry-change', { change: number, reason: why })),
  fc
    .tuple(change, reason)
    .map(([number, why]) => ask('correct-change', { change: number, reason: why, correctionReason })),
  fc.tuple(change, reason).map(([number, why]) => ask('drop-change', { change: number, reason: why })),
  fc.tuple(change, reason).map(([number, why]) => ask('retract-drop', { change: number, reason: why })),
  reason.map((words) => ask('open-reconsideration', { words })),
  reason.map((why) => ask('reaffirm-decision', { reason: why })),
  reason.map((why) => ask('retract-reconsideration', { reason: why })),
  reason.map((why) => ask('retract-reaffirmation', { reason: why })),
  reason.map((why) => ask('retract-supersession', { reason: why })),
  // Rarely, for little can follow.
  fc
    .tuple(fc.constantFrom(LATER_DECISION, id('d', 99)), fc.nat(3))
    .map(([supersededBy, luck]) =>
      luck === 0
        ? ask('supersede-decision', { supersededBy, reason: 'Another model.' })
        : ask('correct-decision', { outcome: `Model ${String(luck)}`, deciderNotKnown: true, correctionReason }),
    ),
);

const histories = fc.array(commands, { minLength: 20, maxLength: 40 }).map((asked) => {
  const events: DecisionEvent[] = [];
  for (const command of [record, ...asked]) {
    const verdict = decision.decide(command, fold(events));
    if (!isRefusal(verdict)) events.push(...verdict);
  }
  return { asked, events };
});

function fold(events: readonly DecisionEvent[]): Decision {
  return events.reduce((state, event, index) => decision.evolve(state, event, eventId(index)), decision.initial);
}

function standingOf(state: Decision | undefined): object | undefined {
  return state === undefined || state.status === 'none' ? undefined : { status: state.status, steps: state.steps };
}

describe('Whatever is asked of a decision', () => {
  it('a change has at most one outcome standing, and a new one only after it was retried or corrected', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(histories, ({ events }) => {
        const standing = new Map<number, string>();
        for (const event of events) {
          if (!('change' in event.data)) continue;
          const { change: number } = event.data;
          const before = standing.get(number);
          if (event.type === 'ChangeCorrected') {
            expect(['ChangeRefused', 'ChangeDropped']).toContain(before);
            if (before === 'ChangeRefused') standing.delete(number);
            seen.add(event.type);
            continue;
          }
          if (event.type === 'ChangeRetried' || event.type === 'ChangeDropped') expect(before).toBe('ChangeRefused');
          else if (event.type === 'ChangeDropRetracted') expect(before).toBe('ChangeDropped');
          else expect(before).toBeUndefined();
          if (event.type === 'ChangeRetried') standing.delete(number);
          else standing.set(number, event.type === 'ChangeDropRetracted' ? 'ChangeRefused' : event.type);
          seen.add(event.type);
        }
        const state = fold(events);
        const pending = state.status === 'superseded' ? [] : [1, 2].filter((number) => !standing.has(number));
        expect(pendingChanges(state).map(({ number }) => number)).toEqual(pending);
      }),
    );
    // Otherwise this has proved nothing.
    expect([...seen].sort()).toEqual([
      'ChangeCarriedOut',
      'ChangeCorrected',
      'ChangeDropRetracted',
      'ChangeDropped',
      'ChangeRefused',
      'ChangeRetried',
    ]);
  });

  it('a step that is retracted leaves it as it stood before the step', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(histories, ({ events }) => {
        const before = new Map<string, Decision>();
        events.forEach((event, index) => {
          before.set(eventId(index), fold(events.slice(0, index)));
          if (!/^(?:Reconsideration|Reaffirmation|Supersession)Retracted$/.test(event.type)) return;
          const { corrects } = event.data as { corrects: string };
          const after = fold(events.slice(0, index + 1));
          expect(standingOf(after)).toEqual(standingOf(before.get(corrects)));
          seen.add(event.type);
        });
      }),
    );
    expect([...seen].sort()).toEqual(['ReaffirmationRetracted', 'ReconsiderationRetracted', 'SupersessionRetracted']);
  });

  it('its number and the event that recorded it never change, and its changes only by correction', () => {
    fc.assert(
      fc.property(histories, ({ events }) => {
        const corrections = events.filter((event) => event.type === 'ChangeCorrected');
        const last = (number: number) => corrections.findLast(({ data }) => data.change === number)?.data.is;
        expect(fold(events)).toMatchObject({
          number: record.number,
          recordedBy: eventId(0),
          changes: (record.changes ?? []).map((one, index) => ({ change: last(index + 1) ?? one })),
        });
      }),
    );
  });

  it('every accepted command repeated adds nothing, and folding what was stored gives the same state', () => {
    fc.assert(
      fc.property(fc.array(commands, { minLength: 20, maxLength: 40 }), (asked) => {
        const events: DecisionEvent[] = [];
        for (const command of asked) {
          const verdict = decision.decide(command, fold(events));
          if (isRefusal(verdict)) continue;
          events.push(...verdict);
          expect(decision.decide(command, fold(events))).toEqual([]);
        }
        expect(fold(JSON.parse(JSON.stringify(events)) as DecisionEvent[])).toEqual(fold(events));
      }),
    );
  });
});
