import { describe, expect, it } from '@jest/globals';
import {
  ALAN,
  alanBegins,
  ALANS,
  BEA,
  beaBegins,
  BOARD_SECRETARY,
  enter,
  establishDeputyMayor,
  establishSecretary,
  kilvinderBegins,
  MONITORING_OFFICER,
  recordSymca,
} from '../../../../test/support/directory-histories.ts';
import { given, id } from '../../../../test/support/given-when-then.ts';
import { SYMCA } from '../../../../test/support/named-histories.ts';
import { readDate } from '../calendar/precise-date.ts';
import { directory } from './directory.decider.ts';

const history = given(directory, recordSymca(), establishSecretary(), establishDeputyMayor());

describe('A person', () => {
  it('holds a post from a day on', () => {
    history.when(alanBegins()).then({
      type: 'HoldingBegun',
      data: { bodyId: SYMCA, holding: ALANS, post: BOARD_SECRETARY, person: ALAN, from: readDate('1 May 2024') },
    });
  });

  it('may hold it from a date that is vague, or that nobody gives', () => {
    history.when(kilvinderBegins()).then({ type: 'HoldingBegun', data: { from: readDate('in 2025') } });
    const { from: _from, ...undated } = alanBegins();
    const [event] = history.when(undated).then({ type: 'HoldingBegun' });
    expect(event?.data).not.toHaveProperty('from');
    expect(event?.data).not.toHaveProperty('jointly');
  });

  it('may have held it in the past', () => {
    history
      .and(beaBegins())
      .when(alanBegins({ until: '30 April 2025' }))
      .then({ type: 'HoldingBegun', data: { until: readDate('30 April 2025') } });
  });

  it('that holds it already adds nothing', () => {
    history.and(alanBegins()).when(alanBegins()).thenNothing();
  });

  it('can’t hold it in one holding with two contents', () => {
    history
      .and(alanBegins())
      .when(alanBegins({ from: '2 May 2024' }))
      .thenRefused('holding-already-begun');
  });

  it('can’t hold a post that somebody else holds', () => {
    const { sentence, because } = history.and(alanBegins()).when(beaBegins()).thenRefused('post-held');
    expect(sentence).toBe(
      'Somebody else holds the post Secretary of the board at that time (the last day of a holding belongs to it). End that holding first, or say that the post is held jointly.',
    );
    expect(because).toEqual([{ kind: 'holding', id: ALANS, label: 'SYMCA/SEC/1' }]);
  });

  it('can follow somebody on the day after, not on the last day of the one before', () => {
    history
      .and(alanBegins({ until: '30 April 2025' }))
      .when(beaBegins())
      .then({ type: 'HoldingBegun' });
    history
      .and(alanBegins({ until: '1 May 2025' }))
      .when(beaBegins())
      .thenRefused('post-held');
  });

  it('can follow somebody on a date as vague as that person’s end', () => {
    history
      .and(alanBegins({ until: 'in 2025' }))
      .when(beaBegins({ from: 'in 2025' }))
      .then({ type: 'HoldingBegun' });
  });

  it('can’t take a post over from somebody who is known to have held it later, however vague the dates', () => {
    history
      .and(alanBegins({ until: 'in 2026' }))
      .when(beaBegins({ from: 'in 2025' }))
      .thenRefused('post-held');
    history
      .and(alanBegins({ from: 'unknown', until: '2 May 2025' }))
      .when(beaBegins())
      .thenRefused('post-held');
    history
      .and(alanBegins({ from: '2 May 2025', until: 'unknown' }))
      .when(beaBegins())
      .thenRefused('post-held');
  });

  it('may have held a post for a time of which nothing is known, or too little to say that it was somebody else’s', () => {
    history
      .and(alanBegins({ from: 'unknown', until: 'in 2025' }))
      .when(beaBegins({ from: 'in 2024' }))
      .then({ type: 'HoldingBegun' });
    history
      .and(alanBegins({ from: 'in 2025', until: 'unknown' }))
      .when(beaBegins({ from: 'in 2024' }))
      .then({ type: 'HoldingBegun' });
    history
      .and(alanBegins({ from: 'unknown', until: 'unknown' }))
      .when(beaBegins())
      .then({ type: 'HoldingBegun' });
  });

  it('holds it beside somebody else only when it is said to be jointly', () => {
    history
      .and(alanBegins())
      .when(beaBegins({ jointly: true }))
      .then({ type: 'HoldingBegun', data: { person: BEA, jointly: true } });
    history
      .and(alanBegins({ jointly: true }))
      .when(beaBegins())
      .thenRefused('post-held');
  });

  it('can’t hold a post beside themselves', () => {
    const { sentence } = history
      .and(alanBegins())
      .when(beaBegins({ person: ALAN, jointly: true }))
      .thenRefused('already-held');
    expect(sentence).toContain('correct that holding instead');
  });

  it('can hold a post again later, and two posts at one time', () => {
    history
      .and(alanBegins({ until: '30 April 2025' }))
      .when(beaBegins({ person: ALAN }))
      .then({ type: 'HoldingBegun' });
    history
      .and(alanBegins())
      .when(kilvinderBegins({ person: ALAN }))
      .then({ type: 'HoldingBegun' });
  });

  it('can’t hold a post after it was abolished, and may have held it before', () => {
    const abolished = history.and(enter('abolish-post', { post: BOARD_SECRETARY, until: '30 April 2025' }));
    const { because } = abolished.when(alanBegins()).thenRefused('post-abolished');
    expect(because).toEqual([{ kind: 'post', id: BOARD_SECRETARY, label: 'Secretary of the board' }]);
    abolished.when(beaBegins({ until: '2 May 2025' })).thenRefused('post-abolished');
    abolished.when(alanBegins({ until: '30 April 2025' })).then({ type: 'HoldingBegun' });
  });

  it('can’t stop holding it before beginning', () => {
    history.when(alanBegins({ until: '30 April 2024' })).thenRefused('ends-before-it-begins');
    history.when(alanBegins({ until: 'April 2024' })).thenRefused('ends-before-it-begins');
    history.when(alanBegins({ from: 'in 2024', until: 'in 2024' })).then({ type: 'HoldingBegun' });
  });

  it('needs a post the body has, and dates that can be read', () => {
    history.when(alanBegins({ post: MONITORING_OFFICER })).thenRefused('post-unknown');
    history.when(alanBegins({ from: 'for some time' })).thenRefused('date-unclear');
    history.when(alanBegins({ until: 'until further notice' })).thenRefused('date-unclear');
    history.when(alanBegins({ holding: id('e', 999), jointly: false })).then({ type: 'HoldingBegun' });
  });
});
