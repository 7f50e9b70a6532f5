import { describe, it } from '@jest/globals';
import {
  BOARD_SECRETARY,
  enter,
  establishSecretary,
  MONITORING_OFFICER,
  recordSymca,
} from '../../../../test/support/directory-histories.ts';
import { given } from '../../../../test/support/given-when-then.ts';
import { readDate } from '../calendar/precise-date.ts';
import { directory } from './directory.decider.ts';

const history = given(directory, recordSymca(), establishSecretary());
const renamed = enter('rename-post', { post: BOARD_SECRETARY, title: 'Governance Manager', from: 'June 2025' });

describe('A post', () => {
  it('can take another title from a date, and the one it had is kept', () => {
    history.when(renamed).then({
      type: 'PostRenamed',
      data: {
        post: BOARD_SECRETARY,
        was: 'Secretary of the board',
        title: 'Governance Manager',
        from: readDate('June 2025'),
      },
    });
  });

  it('that is called so already stays as it is', () => {
    history
      .and(renamed)
      .when(enter('rename-post', { post: BOARD_SECRETARY, title: renamed.title }))
      .thenNothing();
  });

  it('can’t take the title it has from another date', () => {
    history
      .and(renamed)
      .when({ ...renamed, from: 'July 2025' })
      .thenRefused('title-stands');
  });

  it('can’t be renamed when it is not known or has been abolished', () => {
    history.when({ ...renamed, post: MONITORING_OFFICER }).thenRefused('post-unknown');
    history
      .and(enter('abolish-post', { post: BOARD_SECRETARY, until: 'unknown' }))
      .when(renamed)
      .thenRefused('post-abolished');
  });

  it('can’t take a title from a day that does not exist', () => {
    history.when({ ...renamed, from: '0 May 2025' }).thenRefused('date-unclear');
  });
});
