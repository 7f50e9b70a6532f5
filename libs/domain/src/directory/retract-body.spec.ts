import { describe, expect, it } from '@jest/globals';
import {
  BOARD_SECRETARY,
  enter,
  establishSecretary,
  recordSymca,
} from '../../../../test/support/directory-histories.ts';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { R1_SYP } from '../../../../test/support/named-histories.ts';
import { directory } from './directory.decider.ts';

const reason = 'It was recorded twice.';
const history = given(directory, recordSymca(), enter('add-body-alias', { alias: 'the MCA' }));
const retract = enter('retract-body', { reason, usedBy: [] });

describe('A body that never was', () => {
  it('is retracted, naming the event that recorded it and what it said', () => {
    history.when(retract).then({
      type: 'BodyRetracted',
      data: { corrects: eventId(0), was: expect.objectContaining({ code: 'SYMCA' }) as never, reason },
    });
  });

  it('is gone, and its code is free again', () => {
    const gone = history.and(retract);
    gone.when(retract).thenNothing();
    gone.when(enter('rename-body', { name: 'SYCA' })).thenRefused('body-unknown');
    gone.when(recordSymca({ name: 'South Yorkshire MCA' })).then({ type: 'BodyRecorded' });
  });

  it('can’t be retracted while it has posts', () => {
    const { sentence, because } = history.and(establishSecretary()).when(retract).thenRefused('body-has-posts');
    expect(sentence).toBe(
      'South Yorkshire Mayoral Combined Authority has posts: retract them first, or leave the entry.',
    );
    expect(because).toEqual([{ kind: 'post', id: BOARD_SECRETARY, label: 'Secretary of the board' }]);
  });

  it('can’t be retracted while something in the record rests on it', () => {
    const usedBy = [{ kind: 'recommendation', id: R1_SYP, label: 'OIC-R1/SYP' }];
    expect(history.when({ ...retract, usedBy }).thenRefused('in-use').because).toEqual(usedBy);
  });

  it('has to be in the directory', () => {
    given(directory).when(retract).thenRefused('body-unknown');
  });
});
