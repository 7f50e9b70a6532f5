import { describe, expect, it } from '@jest/globals';
import {
  ALAN,
  alanBegins,
  ALANS,
  beaBegins,
  BEAS,
  BOARD_SECRETARY,
  enter,
  establishSecretary,
  recordSymca,
} from '../../../../test/support/directory-histories.ts';
import { given } from '../../../../test/support/given-when-then.ts';
import { readDate } from '../calendar/precise-date.ts';
import { directory } from './directory.decider.ts';
import { holderOn } from './holdings.ts';

const history = given(directory, recordSymca(), establishSecretary(), alanBegins());
const ended = enter('end-holding', { holding: ALANS, until: '30 April 2025' });

describe('A holding', () => {
  it('ends on its last day', () => {
    history.when(ended).then({
      type: 'HoldingEnded',
      data: { holding: ALANS, post: BOARD_SECRETARY, person: ALAN, until: readDate('30 April 2025') },
    });
  });

  it('that has ended is not rewritten: who held the post before still did', () => {
    const { state } = history.and(ended);
    expect([holderOn(state, BOARD_SECRETARY, '2025-04-30'), holderOn(state, BOARD_SECRETARY, '2025-05-01')]).toEqual([
      [ALAN],
      [],
    ]);
  });

  it('that has ended so already stays as it is', () => {
    history.and(ended).when(ended).thenNothing();
  });

  it('can’t end twice', () => {
    const { sentence } = history
      .and(ended)
      .when({ ...ended, until: '1 May 2025' })
      .thenRefused('holding-ended');
    expect(sentence).toBe('The holding has ended already. If its last day is wrong, correct the holding.');
  });

  it('can’t end before it begins', () => {
    history.when({ ...ended, until: '30 April 2024' }).thenRefused('ends-before-it-begins');
    history.when({ ...ended, until: '1 May 2024' }).then({ type: 'HoldingEnded' });
  });

  it('whose beginning is unknown can’t end on a day on which somebody else held the post', () => {
    const open = beaBegins({ from: 'unknown' });
    const both = given(directory, recordSymca(), establishSecretary(), alanBegins({ until: '30 April 2025' }), open);
    both.when(enter('end-holding', { holding: BEAS, until: '30 April 2025' })).thenRefused('post-held');
    both.when(enter('end-holding', { holding: BEAS, until: '30 April 2024' })).then({ type: 'HoldingEnded' });
  });

  it('has to be known, and its last day has to be a date', () => {
    const { sentence } = history.when({ ...ended, holding: BEAS }).thenRefused('holding-unknown');
    expect(sentence).toBe('South Yorkshire Mayoral Combined Authority has no such holding of a post.');
    history.when({ ...ended, until: 'soon' }).thenRefused('date-unclear');
  });
});
