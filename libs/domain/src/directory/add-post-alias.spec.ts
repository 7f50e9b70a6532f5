import { describe, expect, it } from '@jest/globals';
import {
  BOARD_SECRETARY,
  enter,
  establishDeputyMayor,
  establishSecretary,
  MONITORING_OFFICER,
  recordSymca,
} from '../../../../test/support/directory-histories.ts';
import { given } from '../../../../test/support/given-when-then.ts';
import { DEPUTY_MAYOR_SY } from '../../../../test/support/named-histories.ts';
import { directory } from './directory.decider.ts';

const history = given(directory, recordSymca(), establishSecretary(), establishDeputyMayor());
const alias = enter('add-post-alias', { post: DEPUTY_MAYOR_SY, alias: 'DMPC' });
const unresolved = enter('add-post-alias', { ...alias, unresolved: true });

describe('Another name of a post', () => {
  it('is kept as it was found, settled or not', () => {
    history.when(alias).then({ type: 'PostAliasAdded', data: { post: DEPUTY_MAYOR_SY, alias: 'DMPC' } });
    history.when(unresolved).then({ type: 'PostAliasAdded', data: { alias: 'DMPC', unresolved: true } });
  });

  it('adds nothing when it is known, or is the title the post has', () => {
    history.and(alias).when(alias).thenNothing();
    history.when({ ...alias, alias: establishDeputyMayor().title }).thenNothing();
  });

  it('is the post’s own: another post may be called so too', () => {
    history
      .and(alias)
      .when({ ...alias, post: BOARD_SECRETARY })
      .then({ type: 'PostAliasAdded' });
  });

  it('can’t be called unresolved once it is settled', () => {
    const { sentence } = history.and(alias).when(unresolved).thenRefused('alias-resolved');
    expect(sentence).toContain('Deputy Mayor for Policing & Crime');
  });

  it('needs a post the body has', () => {
    const { sentence } = history.when({ ...alias, post: MONITORING_OFFICER }).thenRefused('post-unknown');
    expect(sentence).toBe('South Yorkshire Mayoral Combined Authority has no such post: establish it first.');
  });
});
