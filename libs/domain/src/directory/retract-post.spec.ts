import { describe, expect, it } from '@jest/globals';
import {
  alanBegins,
  ALANS,
  BOARD_SECRETARY,
  enter,
  establishSecretary,
  MONITORING_OFFICER,
  recordSymca,
} from '../../../../test/support/directory-histories.ts';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { R1_SYP } from '../../../../test/support/named-histories.ts';
import { directory } from './directory.decider.ts';

const reason = 'It is a post of the force.';
const history = given(directory, recordSymca(), establishSecretary());
const retract = enter('retract-post', { post: BOARD_SECRETARY, reason, usedBy: [] });

describe('A post that never was', () => {
  it('is retracted, naming the event that established it and what it said', () => {
    history.when(retract).then({
      type: 'PostRetracted',
      data: {
        post: BOARD_SECRETARY,
        corrects: eventId(1),
        was: expect.objectContaining({ postCode: 'SEC', title: 'Secretary of the board' }) as never,
        reason,
      },
    });
  });

  it('is gone, and its code is free again', () => {
    const gone = history.and(retract);
    gone.when(alanBegins()).thenRefused('post-unknown');
    gone.when(retract).thenNothing();
    gone.when(establishSecretary({ title: 'Clerk' })).then({ type: 'PostEstablished' });
    gone
      .and(establishSecretary())
      .when(retract)
      .then({ type: 'PostRetracted', data: { corrects: eventId(3) } });
  });

  it('can’t be retracted while it is recorded as held, now or before', () => {
    const held = history.and(alanBegins({ until: '30 April 2025' }));
    const { sentence, because } = held.when(retract).thenRefused('post-held');
    expect(sentence).toBe(
      'The post Secretary of the board is recorded as held: retract the holding first, or leave the entry.',
    );
    expect(because).toEqual([{ kind: 'holding', id: ALANS, label: 'SYMCA/SEC/1' }]);
    held
      .and(enter('retract-holding', { holding: ALANS, reason: 'He never was.' }))
      .when(retract)
      .then({ type: 'PostRetracted' });
  });

  it('can’t be retracted while it is the body’s secretary or chair', () => {
    history
      .and(enter('designate-secretary', { post: BOARD_SECRETARY }))
      .when(retract)
      .thenRefused('post-designated');
    history
      .and(enter('designate-chair', { post: BOARD_SECRETARY }))
      .when(retract)
      .thenRefused('post-designated');
  });

  it('can’t be retracted while something in the record rests on it', () => {
    const usedBy = [{ kind: 'recommendation', id: R1_SYP, label: 'OIC-R1/SYP' }];
    const { sentence, because } = history.when({ ...retract, usedBy }).thenRefused('in-use');
    expect(sentence).toBe(
      'The post Secretary of the board is used in the record: correct that first, or leave the entry.',
    );
    expect(because).toEqual(usedBy);
  });

  it('has to be a post of the body', () => {
    history.when({ ...retract, post: MONITORING_OFFICER }).thenRefused('post-unknown');
  });
});
