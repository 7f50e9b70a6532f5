import { describe, expect, it } from '@jest/globals';
import {
  BOARD_SECRETARY,
  enter,
  establishDeputyMayor,
  establishSecretary,
  MONITORING_OFFICER,
  recordSymca,
} from '../../../../test/support/directory-histories.ts';
import { given } from '../../../../test/support/given-when-then.ts';
import { DEPUTY_MAYOR_SY } from '../../../../test/support/named-histories.ts';
import { directory } from './directory.decider.ts';
import { chairOf } from './directory.state.ts';

const history = given(directory, recordSymca(), establishSecretary(), establishDeputyMayor());
const first = enter('designate-chair', { post: BOARD_SECRETARY });
const second = enter('designate-chair', { post: DEPUTY_MAYOR_SY });

describe('The chair of a body', () => {
  it('is the post that is designated', () => {
    const designated = history.when(first);
    const [event] = designated.then({ type: 'ChairDesignated', data: { post: BOARD_SECRETARY } });
    expect(event?.data).not.toHaveProperty('was');
    expect(chairOf(designated.state)).toBe(BOARD_SECRETARY);
  });

  it('is the post designated last, and the one before is kept', () => {
    const designated = history.and(first).when(second);
    designated.then({ type: 'ChairDesignated', data: { post: DEPUTY_MAYOR_SY, was: BOARD_SECRETARY } });
    expect(chairOf(designated.state)).toBe(DEPUTY_MAYOR_SY);
  });

  it('that is designated already stays as it is', () => {
    history.and(first).when(first).thenNothing();
  });

  it('is nobody before one is designated, or before the body is recorded', () => {
    expect(chairOf(history.state)).toBeUndefined();
    expect(chairOf(directory.initial)).toBeUndefined();
  });

  it('can’t be a post the body does not have, or has abolished', () => {
    history.when(enter('designate-chair', { post: MONITORING_OFFICER })).thenRefused('post-unknown');
    const { sentence, because } = history
      .and(enter('abolish-post', { post: BOARD_SECRETARY, until: '2025' }))
      .when(first)
      .thenRefused('post-abolished');
    expect(sentence).toBe(
      'The post Secretary of the board has been abolished. If that is wrong, correct the post first.',
    );
    expect(because).toEqual([{ kind: 'post', id: BOARD_SECRETARY, label: 'Secretary of the board' }]);
  });
});
