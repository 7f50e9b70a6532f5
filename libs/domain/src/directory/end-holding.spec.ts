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
  MONITORING_OFFICER,
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

  it('can be named by its post, when one goes on', () => {
    const byPost = enter('end-holding', { post: BOARD_SECRETARY, until: '30 April 2025' });
    history.when(byPost).then({ type: 'HoldingEnded', data: { holding: ALANS } });
    history
      .and(byPost, beaBegins())
      .when({ ...byPost, until: '2025-12-31' })
      .then({
        type: 'HoldingEnded',
        data: { holding: BEAS },
      });
    history
      .and(byPost)
      .when({ ...byPost, until: '1 May 2025' })
      .thenRefused('holding-ended');
  });

  it('has to be told by the person too, when several hold the post', () => {
    const joint = history.and(beaBegins({ jointly: true }));
    const byPost = enter('end-holding', { post: BOARD_SECRETARY, until: '2026-01-31' });
    const { sentence, because } = joint.when(byPost).thenRefused('holding-unclear');
    expect(sentence).toBe('Several people hold the post Secretary of the board: say whose holding ends.');
    expect(because).toEqual([
      { kind: 'holding', id: ALANS, label: 'SYMCA/SEC/1' },
      { kind: 'holding', id: BEAS, label: 'SYMCA/SEC/2' },
    ]);
    joint.when({ ...byPost, person: ALAN }).then({ type: 'HoldingEnded', data: { holding: ALANS } });
  });

  it('has to be named, by itself or by a post that is held', () => {
    const until = '2026-01-31';
    history.when(enter('end-holding', { until })).thenRefused('holding-unclear');
    history.when(enter('end-holding', { person: ALAN, until })).thenRefused('holding-unclear');
    history.when({ ...ended, post: BOARD_SECRETARY }).thenRefused('holding-unclear');
    history.when(enter('end-holding', { post: MONITORING_OFFICER, until })).thenRefused('post-unknown');
    const { sentence } = given(directory, recordSymca(), establishSecretary())
      .when(enter('end-holding', { post: BOARD_SECRETARY, until }))
      .thenRefused('post-not-held');
    expect(sentence).toBe('Nobody is recorded as holding the post Secretary of the board: begin the holding first.');
  });
});
