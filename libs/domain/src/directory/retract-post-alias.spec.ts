import { describe, it } from '@jest/globals';
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

const alias = enter('add-post-alias', { post: BOARD_SECRETARY, alias: 'the clerk' });
const history = given(directory, recordSymca(), establishSecretary(), establishDeputyMayor(), alias);
const retract = enter('retract-post-alias', { post: BOARD_SECRETARY, alias: 'the clerk', reason: 'Misread.' });

describe('Another name that does not mean the post after all', () => {
  it('is retracted, naming the event that said so', () => {
    history.when(retract).then({
      type: 'PostAliasRetracted',
      data: { post: BOARD_SECRETARY, alias: 'the clerk', corrects: eventId(3), reason: 'Misread.' },
    });
  });

  it('is known no more, and can be added again', () => {
    const gone = history.and(retract);
    gone.when(retract).thenNothing();
    gone.when(alias).then({ type: 'PostAliasAdded' });
  });

  it('has to be known as a name of that post', () => {
    history.when({ ...retract, post: DEPUTY_MAYOR_SY }).thenRefused('alias-unknown');
    history
      .and(retract)
      .when({ ...retract, post: DEPUTY_MAYOR_SY })
      .thenRefused('alias-unknown');
    history.when({ ...retract, post: MONITORING_OFFICER }).thenRefused('post-unknown');
  });
});
