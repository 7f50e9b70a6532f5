import { describe, expect, it } from '@jest/globals';
import {
  alanBegins,
  ALANS,
  BOARD_SECRETARY,
  enter,
  establishDeputyMayor,
  establishSecretary,
  MONITORING_OFFICER,
  recordSymca,
} from '../../../../test/support/directory-histories.ts';
import { given } from '../../../../test/support/given-when-then.ts';
import { DEPUTY_MAYOR_SY } from '../../../../test/support/named-histories.ts';
import { readDate } from '../calendar/precise-date.ts';
import { directory } from './directory.decider.ts';

const history = given(directory, recordSymca(), establishSecretary(), establishDeputyMayor());
const abolished = enter('abolish-post', { post: BOARD_SECRETARY, until: '31 March 2026', reason: 'The board ends.' });

describe('A post', () => {
  it('can be abolished, with its last day and the reason', () => {
    history.when(abolished).then({
      type: 'PostAbolished',
      data: { post: BOARD_SECRETARY, until: readDate('31 March 2026'), reason: 'The board ends.' },
    });
  });

  it('that has been abolished on that day already stays as it is', () => {
    history.and(abolished).when(abolished).thenNothing();
  });

  it('can’t be abolished again on another day', () => {
    const { sentence } = history
      .and(abolished)
      .when({ ...abolished, until: '1 April 2026' })
      .thenRefused('post-already-abolished');
    expect(sentence).toContain('correct the post');
  });

  it('can’t be abolished while somebody holds it', () => {
    const { sentence, because } = history.and(alanBegins()).when(abolished).thenRefused('post-held');
    expect(sentence).toBe(
      'The post Secretary of the board can’t be abolished while somebody holds it: end the holding first.',
    );
    expect(because).toEqual([{ kind: 'holding', id: ALANS, label: 'SYMCA/SEC/1' }]);
  });

  it('can be abolished when those who held it had left by its last day, and not a day later', () => {
    const left = history.and(alanBegins(), enter('end-holding', { holding: ALANS, until: '31 March 2026' }));
    left.when(abolished).then({ type: 'PostAbolished' });
    left.when({ ...abolished, until: '30 March 2026' }).thenRefused('post-held');
  });

  it('can be abolished on a day nobody knows when nobody holds it any more', () => {
    const unknown = { ...abolished, until: 'unknown' };
    history.and(alanBegins()).when(unknown).thenRefused('post-held');
    history
      .and(alanBegins({ until: 'in 2025' }))
      .when(unknown)
      .then({ type: 'PostAbolished' });
  });

  it('can’t be abolished while it is the body’s secretary or chair', () => {
    const designated = history.and(
      enter('designate-secretary', { post: BOARD_SECRETARY }),
      enter('designate-chair', { post: DEPUTY_MAYOR_SY }),
    );
    expect(designated.when(abolished).thenRefused('post-designated').sentence).toBe(
      'The post Secretary of the board is the body’s secretary. Designate another post first, or retract the designation if it is wrong.',
    );
    expect(designated.when({ ...abolished, post: DEPUTY_MAYOR_SY }).thenRefused('post-designated').sentence).toBe(
      'The post Deputy Mayor for Policing & Crime is the body’s chair. Designate another post first, or retract the designation if it is wrong.',
    );
  });

  it('has to be known, and its last day has to be a date', () => {
    history.when({ ...abolished, post: MONITORING_OFFICER }).thenRefused('post-unknown');
    history.when({ ...abolished, until: 'swiftly' }).thenRefused('date-unclear');
  });
});
