import { describe, expect, it } from '@jest/globals';
import {
  alanBegins,
  BOARD_SECRETARY,
  enter,
  establishSecretary,
  MONITORING_OFFICER,
  recordSymca,
} from '../../../../test/support/directory-histories.ts';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { readDate } from '../calendar/precise-date.ts';
import { directory } from './directory.decider.ts';

const post = BOARD_SECRETARY;
const correctionReason = 'The scheme of delegation says so.';
const history = given(directory, recordSymca(), establishSecretary());
const abolished = history.and(
  enter('rename-post', { post, title: 'Clerk', from: 'in 2025' }),
  alanBegins({ until: '30 June 2025' }),
  enter('abolish-post', { post, until: '31 December 2025' }),
);

describe('What was recorded of a post', () => {
  it('can be corrected, by naming the event that was wrong and telling both values', () => {
    history.when(enter('correct-post', { post, title: 'Board secretary', from: '2024', correctionReason })).then({
      type: 'PostCorrected',
      data: {
        post,
        corrects: eventId(1),
        was: { title: 'Secretary of the board' },
        is: { title: 'Board secretary', from: readDate('2024') },
        reason: correctionReason,
      },
    });
  });

  it('is corrected event by event, when several were wrong', () => {
    const everything = { title: 'The Clerk', titleFrom: '2024', from: '2023', until: '30 June 2025' };
    const events = abolished
      .when(enter('correct-post', { post, ...everything, correctionReason }))
      .then({ type: 'PostCorrected' }, { type: 'PostCorrected' }, { type: 'PostCorrected' });
    expect(events.map(({ data }) => data)).toMatchObject([
      { corrects: eventId(2), was: { title: 'Clerk' }, is: { title: 'The Clerk', titleFrom: readDate('2024') } },
      { corrects: eventId(4), was: { until: readDate('31 December 2025') }, is: { until: readDate('30 June 2025') } },
      { corrects: eventId(1), was: {}, is: { from: readDate('2023') } },
    ]);
  });

  it('can be that it was never abolished: then it stands', () => {
    const restored = enter('correct-post', { post, clear: ['until'], correctionReason });
    abolished
      .when(restored)
      .then({ type: 'PostCorrected', data: { was: { until: readDate('31 December 2025') }, is: {} } });
    abolished
      .and(restored)
      .when(enter('rename-post', { post, title: 'Secretary' }))
      .then({ type: 'PostRenamed' });
  });

  it('stays as it is when the correction says the same', () => {
    history.when(enter('correct-post', { post, title: 'Secretary of the board', correctionReason })).thenNothing();
    history.when(enter('correct-post', { post, clear: ['until'], correctionReason })).thenNothing();
  });

  it('can’t be a last day before somebody held it still', () => {
    abolished.when(enter('correct-post', { post, until: '29 June 2025', correctionReason })).thenRefused('post-held');
  });

  it('can’t be a last day of a post that was not abolished', () => {
    const { sentence } = history
      .when(enter('correct-post', { post, until: '2025', correctionReason }))
      .thenRefused('not-abolished');
    expect(sentence).toBe('The post Secretary of the board has not been abolished: abolish it instead.');
  });

  it('can be that it was made up', () => {
    history
      .when(enter('correct-post', { post, illustration: true, correctionReason }))
      .then({ type: 'PostCorrected', data: { corrects: eventId(1), was: {}, is: { illustration: true } } });
  });

  it('can’t be both a last day and that it was not abolished', () => {
    abolished
      .when(enter('correct-post', { post, until: '2025', clear: ['until'], correctionReason }))
      .thenRefused('clear-unclear');
  });

  it.each(['titleFrom', 'from', 'until'])('can’t have a day that does not exist as its %s', (field) => {
    abolished
      .when(enter('correct-post', { post, [field]: '31 June 2025', correctionReason }))
      .thenRefused('date-unclear');
  });

  it('has to be of a post the body has', () => {
    history.when(enter('correct-post', { post: MONITORING_OFFICER, correctionReason })).thenRefused('post-unknown');
  });
});
