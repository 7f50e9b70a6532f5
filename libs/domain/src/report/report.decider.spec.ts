import { describe, expect, it } from '@jest/globals';
import { eventId, given, id } from '../../../../test/support/given-when-then.ts';
import { names, recordOic, registerR1 } from '../../../../test/support/report-histories.ts';
import { report, type ReportCommand } from './report.decider.ts';
import type { ReportEvent } from './report.events.ts';
import { narrateReport } from './report.narrative.ts';

const { state, events } = given(report, recordOic(), registerR1());
const registered = events.at(-1) as Extract<ReportEvent, { type: 'FindingRegistered' }>;

describe('A broken history of a report', () => {
  it('is never folded into a guess', () => {
    expect(() => report.evolve(report.initial, registered, eventId(0))).toThrow(
      'FindingRegistered before ReportRecorded',
    );
    const { body, concerns, decidedBy } = registered.data;
    const stray = { body, concerns, decidedBy, finding: id('d', 99), addressees: [] };
    expect(() => report.evolve(state, { type: 'FindingFannedOut', data: stray }, eventId(9))).toThrow('No finding');
  });

  it('with an event or a command of another kind is no history of a report', () => {
    const event = { ...registered, type: 'FindingLost' } as unknown as ReportEvent;
    expect(() => report.evolve(state, event, eventId(9))).toThrow('Unexpected');
    expect(() => narrateReport(event, names)).toThrow('Unexpected');
    expect(() => report.decide({ ...registerR1(), kind: 'lose-finding' } as unknown as ReportCommand, state)).toThrow(
      'Unexpected',
    );
  });
});
