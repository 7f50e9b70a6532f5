import { describe, expect, it } from '@jest/globals';
import {
  BOARD_SECRETARY,
  establishDeputyMayor,
  establishSecretary,
  MONITORING_OFFICER,
  recordSymca,
} from '../../../../test/support/directory-histories.ts';
import { given } from '../../../../test/support/given-when-then.ts';
import { DEPUTY_MAYOR_SY, SYMCA } from '../../../../test/support/named-histories.ts';
import { readDate } from '../calendar/precise-date.ts';
import { directory } from './directory.decider.ts';

const history = given(directory, recordSymca());

describe('A post', () => {
  it('is established in a body, with or without its beginning', () => {
    history.when(establishDeputyMayor()).then({
      type: 'PostEstablished',
      data: {
        bodyId: SYMCA,
        post: DEPUTY_MAYOR_SY,
        postCode: 'DM',
        title: 'Deputy Mayor for Policing & Crime',
        from: readDate('7 May 2024'),
      },
    });
    const [event] = history.when(establishSecretary()).then({ type: 'PostEstablished' });
    expect(event?.data).not.toHaveProperty('from');
  });

  it('that is established again with the same content adds nothing', () => {
    history.and(establishSecretary(), establishDeputyMayor()).when(establishDeputyMayor()).thenNothing();
  });

  it('can’t be established twice with other content', () => {
    const { sentence, because } = history
      .and(establishSecretary())
      .when(establishSecretary({ title: 'Clerk' }))
      .thenRefused('post-already-established');
    expect(sentence).toBe(
      'South Yorkshire Mayoral Combined Authority has a post SEC already, Secretary of the board. Rename it, correct it, or take another code.',
    );
    expect(because).toEqual([{ kind: 'post', id: BOARD_SECRETARY, label: 'Secretary of the board' }]);
  });

  it('can’t have the code of another post of the body', () => {
    history
      .and(establishSecretary())
      .when(establishSecretary({ post: MONITORING_OFFICER }))
      .thenRefused('post-already-established');
  });

  it('can’t have a code or a beginning that can’t be read', () => {
    history.when(establishSecretary({ postCode: 'sec' })).thenRefused('code-unclear');
    history.when(establishSecretary({ from: '24/25' })).thenRefused('date-unclear');
  });
});
