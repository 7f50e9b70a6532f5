import { describe, expect, it } from '@jest/globals';
import {
  ALAN,
  alanBegins,
  ALANS,
  BEA,
  beaBegins,
  BEAS,
  BOARD_SECRETARY,
  enter,
  establishSecretary,
  recordSymca,
} from '../../../../test/support/directory-histories.ts';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { KILVINDER_VIGURS } from '../../../../test/support/named-histories.ts';
import { readDate } from '../calendar/precise-date.ts';
import { directory } from './directory.decider.ts';

const correctionReason = 'The letter of appointment says so.';
const correct = (fields: object) => enter('correct-holding', { holding: ALANS, correctionReason, ...fields });
const history = given(directory, recordSymca(), establishSecretary(), alanBegins());
const ended = history.and(enter('end-holding', { holding: ALANS, until: '30 April 2025' }));
const followed = ended.and(beaBegins());

describe('What was recorded of a holding', () => {
  it('can be corrected, by naming the event that was wrong and telling both values', () => {
    history.when(correct({ from: '2 May 2024', person: BEA })).then({
      type: 'HoldingCorrected',
      data: {
        holding: ALANS,
        post: BOARD_SECRETARY,
        person: ALAN,
        corrects: eventId(2),
        was: { person: ALAN, from: readDate('1 May 2024') },
        is: { person: BEA, from: readDate('2 May 2024') },
        reason: correctionReason,
      },
    });
  });

  it('is corrected event by event, when both its beginning and its end were wrong', () => {
    const events = ended
      .when(correct({ from: '2 May 2024', until: '29 April 2025' }))
      .then({ type: 'HoldingCorrected' }, { type: 'HoldingCorrected' });
    expect(events.map(({ data }) => data)).toMatchObject([
      { corrects: eventId(2), is: { from: readDate('2 May 2024') } },
      { corrects: eventId(3), was: { until: readDate('30 April 2025') }, is: { until: readDate('29 April 2025') } },
    ]);
  });

  it('can be that it has not ended', () => {
    ended.when(correct({ clear: ['until'] })).then({
      type: 'HoldingCorrected',
      data: { corrects: eventId(3), was: { until: readDate('30 April 2025') }, is: {} },
    });
    followed.when(correct({ clear: ['until'] })).thenRefused('post-held');
  });

  it('can be that others hold the post too, or that they do not', () => {
    history
      .when(correct({ jointly: true }))
      .then({ type: 'HoldingCorrected', data: { was: {}, is: { jointly: true } } });
    const joint = history.and(beaBegins({ jointly: true }));
    joint.when(correct({ holding: BEAS, jointly: false })).thenRefused('post-held');
    joint
      .and(correct({ jointly: true }))
      .when(correct({ holding: BEAS, clear: ['jointly'] }))
      .then({ type: 'HoldingCorrected', data: { was: { jointly: true }, is: {} } });
  });

  it('can be that it was made up, or that it is not', () => {
    const marked = correct({ illustration: true });
    history.when(marked).then({ type: 'HoldingCorrected', data: { was: {}, is: { illustration: true } } });
    history
      .and(marked)
      .when(correct({ clear: ['illustration'] }))
      .then({ type: 'HoldingCorrected', data: { corrects: eventId(3), was: { illustration: true }, is: {} } });
  });

  it('can be corrected beside somebody who is said to have joined', () => {
    history
      .and(beaBegins({ jointly: true }))
      .when(correct({ from: '2 May 2024' }))
      .then({ type: 'HoldingCorrected' });
  });

  it('stays as it is when the correction says the same', () => {
    ended.when(correct({ from: '1 May 2024', until: '30 April 2025', person: ALAN, jointly: false })).thenNothing();
    history.when(correct({ clear: ['until'] })).thenNothing();
  });

  it('can’t become a holding that takes the post from somebody, or ends before it begins', () => {
    followed.when(correct({ until: '1 May 2025' })).thenRefused('post-held');
    followed.when(correct({ holding: BEAS, from: '30 April 2025' })).thenRefused('post-held');
    followed.when(correct({ holding: BEAS, from: '30 April 2025', person: ALAN })).thenRefused('already-held');
    ended.when(correct({ until: '30 April 2024' })).thenRefused('ends-before-it-begins');
  });

  it('can’t become a holding of a post that was abolished', () => {
    ended
      .and(enter('abolish-post', { post: BOARD_SECRETARY, until: '30 April 2025' }))
      .when(correct({ until: '1 May 2025' }))
      .thenRefused('post-abolished');
  });

  it('can’t be the last day of a holding that has not ended, or both a last day and none', () => {
    expect(history.when(correct({ until: '30 April 2025' })).thenRefused('holding-not-ended').sentence).toBe(
      'The holding has not ended: end it instead.',
    );
    ended.when(correct({ until: '30 April 2025', clear: ['until'] })).thenRefused('clear-unclear');
  });

  it('has to be of a holding that is known, with dates that can be read', () => {
    history.when(correct({ holding: BEAS })).thenRefused('holding-unknown');
    history.when(correct({ from: '31 June 2025' })).thenRefused('date-unclear');
    ended.when(correct({ until: '31 June 2025' })).thenRefused('date-unclear');
    history.when(correct({ person: KILVINDER_VIGURS })).then({ type: 'HoldingCorrected' });
  });
});
