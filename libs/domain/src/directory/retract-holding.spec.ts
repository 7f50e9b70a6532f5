import { describe, it } from '@jest/globals';
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
import { eventId, given, secretary } from '../../../../test/support/given-when-then.ts';
import { SYMCA } from '../../../../test/support/named-histories.ts';
import { readDate } from '../calendar/precise-date.ts';
import { said } from '../primitives.ts';
import { directory } from './directory.decider.ts';

const history = given(directory, recordSymca(), establishSecretary(), alanBegins());
const recorder = said({ by: secretary }, SYMCA).decidedBy;
const retract = enter('retract-holding', { holding: ALANS, reason: 'He never took it up.' });

describe('A holding recorded in error', () => {
  it('is retracted, naming the event that recorded it and what it said', () => {
    history.when(retract).then({
      type: 'HoldingRetracted',
      data: {
        holding: ALANS,
        post: BOARD_SECRETARY,
        person: ALAN,
        corrects: eventId(2),
        was: { post: BOARD_SECRETARY, person: ALAN, from: readDate('1 May 2024'), decidedBy: recorder },
        reason: 'He never took it up.',
      },
    });
  });

  it('frees the post for the days it was said to be held', () => {
    history.when(beaBegins({ from: '1 May 2024' })).thenRefused('post-held');
    history
      .and(retract)
      .when(beaBegins({ from: '1 May 2024' }))
      .then({ type: 'HoldingBegun' });
  });

  it('leaves its number to nobody: the next holding has the next', () => {
    history
      .and(retract)
      .when(beaBegins())
      .then({ type: 'HoldingBegun', data: { number: 2 } });
  });

  it('is gone: it can’t be ended or corrected any more', () => {
    const gone = history.and(retract);
    gone.when(enter('end-holding', { holding: ALANS, until: '2025' })).thenRefused('holding-unknown');
    gone.when(retract).thenNothing();
  });

  it('has to be known', () => {
    history.when({ ...retract, holding: BEAS }).thenRefused('holding-unknown');
  });
});
