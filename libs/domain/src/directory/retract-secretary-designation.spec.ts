import { describe, expect, it } from '@jest/globals';
import {
  BOARD_SECRETARY,
  enter,
  establishDeputyMayor,
  establishSecretary,
  MONITORING_OFFICER,
  recordSymca,
} from '../../../../test/support/directory-histories.ts';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { DEPUTY_MAYOR_SY } from '../../../../test/support/named-histories.ts';
import { directory } from './directory.decider.ts';
import { secretaryOf } from './directory.state.ts';

const reason = 'The minutes name another post.';
const first = enter('designate-secretary', { post: BOARD_SECRETARY });
const second = enter('designate-secretary', { post: DEPUTY_MAYOR_SY });
const history = given(directory, recordSymca(), establishSecretary(), establishDeputyMayor(), first);
const retract = enter('retract-secretary-designation', { post: DEPUTY_MAYOR_SY, reason });

describe('A designation as the secretary made in error', () => {
  it('is retracted, naming the event: the post before is the secretary again', () => {
    const retracted = history.and(second).when(retract);
    retracted.then({
      type: 'SecretaryDesignationRetracted',
      data: { post: DEPUTY_MAYOR_SY, again: BOARD_SECRETARY, corrects: eventId(4), reason },
    });
    expect(secretaryOf(retracted.state)).toBe(BOARD_SECRETARY);
  });

  it('leaves no secretary when there was none before', () => {
    const retracted = history.when({ ...retract, post: BOARD_SECRETARY });
    const [event] = retracted.then({ type: 'SecretaryDesignationRetracted', data: { corrects: eventId(3) } });
    expect(event?.data).not.toHaveProperty('again');
    expect(secretaryOf(retracted.state)).toBeUndefined();
  });

  it('that is retracted already adds nothing; made again, it can be retracted again', () => {
    const retracted = history.and(second, retract);
    retracted.when(retract).thenNothing();
    retracted
      .and(second)
      .when(retract)
      .then({ type: 'SecretaryDesignationRetracted', data: { corrects: eventId(6) } });
  });

  it('can’t be retracted when another post has followed, or when it never was', () => {
    const { sentence } = history
      .and(second)
      .when({ ...retract, post: BOARD_SECRETARY })
      .thenRefused('not-designated');
    expect(sentence).toBe(
      'The post Secretary of the board is not the body’s secretary: Deputy Mayor for Policing & Crime is.',
    );
    history.when({ ...retract, post: MONITORING_OFFICER }).thenRefused('post-unknown');
  });

  it('can’t bring a post back that is no more', () => {
    const gone = enter('abolish-post', { post: BOARD_SECRETARY, until: '2025' });
    const { sentence } = history.and(second, gone).when(retract).thenRefused('post-gone');
    expect(sentence).toBe('The post that was the body’s secretary before is no more. Designate another post instead.');
  });
});
