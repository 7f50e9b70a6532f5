import { describe, expect, it } from '@jest/globals';
import { eventId } from '#application';
import { check, type Entry, Journal, type Logged, type Operation } from './history.ts';
import { Random } from './random.ts';

const A = '6f2c1c1e-8a57-4d0b-9a58-2f3d9a5c7e10';
const B = '6f2c1c1e-8a57-4d0b-9a58-2f3d9a5c7e11';
const STREAM = `report-${A}`;

const command = (commandId = A, events = 2): Operation => ({
  kind: 'command',
  commandId,
  name: 'record-report',
  events,
});
const told = (commandId = A, revision = 1) => ({
  ...{ stream: STREAM, revision },
  events: [eventId(commandId, 0), eventId(commandId, 1)],
});
const logged = (index: number, revision = index, commandId = A, stream = STREAM): Logged => ({
  ...{
    stream,
    revision,
    commandId,
    id: eventId(commandId, index),
    type: 'ReportRecorded',
    authentication: 'claimed-local',
  },
});

/** What is wrong when one command ended so, and the log holds this. */
function wrong(end: 'ok' | 'fail' | 'unknown' | 'unsent' | 'never', log: readonly Logged[]): readonly string[] {
  const journal = new Journal();
  const invocation = journal.invoke(1, command());
  if (end === 'ok') invocation.ok(told());
  else if (end !== 'never') invocation[end]('because');
  return check(journal.entries, log).wrong;
}

describe('The history checker', () => {
  it('finds nothing wrong when the log holds what was acknowledged, once', () => {
    expect(wrong('ok', [logged(0), logged(1)])).toEqual([]);
  });

  it('finds an acknowledged command that is lost, or lost in part', () => {
    expect(wrong('ok', [])).toEqual([expect.stringContaining('are not in the log')]);
    expect(wrong('ok', [logged(0)]).join(' ')).toMatch(
      /makes 2 events, and the log holds 1.*1 of its 2 events are not/,
    );
  });

  it('finds an acknowledged command that was recorded twice', () => {
    const again = [logged(0), logged(1), logged(0, 2), logged(1, 3)];
    expect(wrong('ok', again).join(' ')).toMatch(
      /is in the log twice.*acknowledged with 2 events, and the log holds 4/,
    );
  });

  it('finds one that was acknowledged at another place than it has', () => {
    const other = { ...logged(0, 0, B), authentication: 'policy' };
    expect(wrong('ok', [other, logged(0, 1), logged(1, 2)])).toEqual([expect.stringContaining('stands at revision 2')]);
  });

  it('finds what failed and is there all the same', () => {
    expect(wrong('fail', [])).toEqual([]);
    expect(wrong('fail', [logged(0), logged(1)])).toEqual([expect.stringContaining('failed, and the log holds 2')]);
    expect(wrong('unsent', [logged(0), logged(1)])).toEqual([expect.stringContaining('failed, and the log holds 2')]);
  });

  it.each(['unknown', 'never'] as const)('lets a command whose end is %s be there wholly or not at all', (end) => {
    expect(wrong(end, [])).toEqual([]);
    expect(wrong(end, [logged(0), logged(1)])).toEqual([]);
    expect(wrong(end, [logged(0)])).toEqual([expect.stringContaining('makes 2 events, and the log holds 1')]);
    expect(wrong(end, [logged(0), logged(1), logged(0, 2), logged(1, 3)]).join(' ')).toContain('the log holds 4');
  });

  it('finds events of one command that do not stand together', () => {
    const between = { ...logged(0, 1, B), authentication: 'policy' };
    expect(wrong('unknown', [logged(0), between, logged(1, 2)])).toEqual([
      expect.stringContaining('do not stand together'),
    ]);
  });

  it('finds a gap in a stream, and events nobody asked for', () => {
    expect(wrong('ok', [logged(0), logged(1, 2)]).join(' ')).toContain('has revision 2 where 1 belongs');
    expect(wrong('ok', [logged(0), logged(1), logged(0, 0, B, `report-${B}`)])).toEqual([
      expect.stringContaining('for which nobody asked'),
    ]);
  });

  it('takes what was sent again for the same command, and finds when it is told something else', () => {
    const journal = new Journal();
    journal.invoke(1, command()).unknown('cut off');
    journal.invoke(1, command()).ok(told());
    expect(check(journal.entries, [logged(0), logged(1)])).toMatchObject({ acknowledged: 1, unknown: 0, wrong: [] });
    journal.invoke(1, command()).fail('409');
    expect(check(journal.entries, [logged(0), logged(1)]).wrong).toEqual([
      expect.stringContaining('refused when it was sent again'),
    ]);
    const other = new Journal();
    other.invoke(1, command()).ok(told());
    other.invoke(1, command()).ok({ ...told(), revision: 3 });
    expect(check(other.entries, [logged(0), logged(1)]).wrong).toEqual([expect.stringContaining('not with the same')]);
  });

  it('counts claims that wait for a repeat, and does not take them for the command itself', () => {
    const journal = new Journal();
    journal.invoke(1, command()).unknown('killed');
    const claim = logged(0, 0, A, `code-${B}`);
    expect(check(journal.entries, [claim])).toMatchObject({ openClaims: 1, unknownRecorded: 0, wrong: [] });
  });

  it('finds a read that goes back behind what its client had seen or written, and no other', () => {
    const read = (journal: Journal, client: number, place: number): void =>
      journal.invoke(client, { kind: 'read', of: STREAM }).ok({ place });
    const journal = new Journal();
    read(journal, 1, 4);
    read(journal, 2, 3);
    read(journal, 1, 4);
    expect(check(journal.entries, []).wrong).toEqual([]);
    read(journal, 1, 3);
    expect(check(journal.entries, []).wrong).toEqual([expect.stringContaining('had seen')]);
    const own = new Journal();
    own.invoke(1, command()).ok(told());
    read(own, 1, 0);
    expect(check(own.entries, [logged(0), logged(1)]).wrong).toEqual([
      expect.stringContaining('at 1, and was then shown 0'),
    ]);
  });

  it('lets a read be answered with what stood when it was asked', () => {
    const entries: Entry[] = [
      { client: 1, number: 1, type: 'invoke', operation: { kind: 'read', of: STREAM } },
      { client: 1, number: 2, type: 'invoke', operation: { kind: 'read', of: STREAM } },
      { client: 1, number: 2, type: 'ok', told: { place: 5 } },
      { client: 1, number: 1, type: 'ok', told: { place: 4 } },
    ];
    expect(check(entries, []).wrong).toEqual([]);
  });
});

describe('Chance with a seed', () => {
  it('chooses the same again, and otherwise with another seed', () => {
    const choices = (seed: number): number[] => {
      const random = new Random(seed).for('a part');
      return Array.from({ length: 20 }, () => random.between(0, 9));
    };
    expect(choices(1)).toEqual(choices(1));
    expect(choices(1)).not.toEqual(choices(2));
    expect(new Set(Array.from({ length: 100 }, (_unused, seed) => new Random(seed).between(0, 9))).size).toBe(10);
  });
});
