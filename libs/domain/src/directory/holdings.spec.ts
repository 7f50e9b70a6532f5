import { describe, expect, it } from '@jest/globals';
import {
  ALAN,
  alanBegins,
  BEA,
  beaBegins,
  BOARD_SECRETARY,
  establishDeputyMayor,
  establishSecretary,
  kilvinderBegins,
  recordSymca,
} from '../../../../test/support/directory-histories.ts';
import { given } from '../../../../test/support/given-when-then.ts';
import { DEPUTY_MAYOR_SY, KILVINDER_VIGURS } from '../../../../test/support/named-histories.ts';
import { directory, type DirectoryCommand } from './directory.decider.ts';
import { holderOn } from './holdings.ts';

const posts = given(directory, recordSymca(), establishSecretary(), establishDeputyMayor());
const secretaries = (...commands: DirectoryCommand[]) => {
  const { state } = posts.and(...commands);
  return (...days: string[]) => days.map((day) => holderOn(state, BOARD_SECRETARY, day));
};

describe('Who holds a post on a day', () => {
  it('is who began on or before it and has not ended before it', () => {
    const on = secretaries(alanBegins({ until: '30 April 2025' }), beaBegins());
    expect(on('2024-04-30', '2024-05-01', '2025-04-30', '2025-05-01', '2099-12-31')).toEqual([
      [],
      [ALAN],
      [ALAN],
      [BEA],
      [BEA],
    ]);
  });

  it('is everybody who holds it jointly, each once', () => {
    const on = secretaries(
      alanBegins({ until: '30 April 2025' }),
      beaBegins({ from: '1 January 2025', jointly: true }),
    );
    expect(on('2024-12-31', '2025-01-01', '2025-05-01')).toEqual([[ALAN], [ALAN, BEA], [BEA]]);
    const twice = secretaries(
      alanBegins({ from: '2023', until: 'in 2025' }),
      beaBegins({ person: ALAN, from: 'in 2025' }),
    );
    expect(twice('2025-06-01')).toEqual([[ALAN]]);
  });

  it('is both, while nobody knows on which day it passed from one to the other', () => {
    const on = secretaries(alanBegins({ until: 'in 2025' }), beaBegins({ from: 'in 2025' }));
    expect(on('2024-12-31', '2025-06-01', '2026-01-01')).toEqual([[ALAN], [ALAN, BEA], [BEA]]);
  });

  it('is who surely holds it, rather than who may', () => {
    const on = secretaries(alanBegins({ until: 'in 2025' }), beaBegins({ from: '1 March 2025' }));
    expect(on('2025-02-28', '2025-03-01')).toEqual([[ALAN], [BEA]]);
  });

  it('is who holds it since nobody knows when, on every day on which nobody else did', () => {
    const on = secretaries(alanBegins({ until: '30 April 2025' }), beaBegins({ from: 'unknown' }));
    expect(on('2020-01-01', '2024-06-01', '2025-05-01')).toEqual([[BEA], [ALAN], [BEA]]);
  });

  it('is not somebody who left nobody knows when, after the day of beginning', () => {
    const on = secretaries(alanBegins({ until: 'unknown' }));
    expect(on('2024-04-30', '2024-05-01', '2024-05-02')).toEqual([[], [ALAN], []]);
    expect(secretaries(alanBegins({ from: 'unknown', until: 'unknown' }))('2024-05-01')).toEqual([[]]);
  });

  it('does not depend on other posts', () => {
    const { state } = posts.and(alanBegins(), kilvinderBegins());
    expect(holderOn(state, DEPUTY_MAYOR_SY, '2026-01-01')).toEqual([KILVINDER_VIGURS]);
  });

  it('is nobody where the body is not in the directory', () => {
    expect(holderOn(directory.initial, BOARD_SECRETARY, '2025-01-01')).toEqual([]);
  });
});
