import { describe, expect, it } from '@jest/globals';
import { enter, recordSymca } from '../../../../test/support/directory-histories.ts';
import { given } from '../../../../test/support/given-when-then.ts';
import { SYMCA } from '../../../../test/support/named-histories.ts';
import { directory } from './directory.decider.ts';

const history = given(directory, recordSymca());
const alias = enter('add-body-alias', { alias: 'the MCA' });
const unresolved = enter('add-body-alias', { alias: 'the MCA', unresolved: true });

describe('Another name of a body', () => {
  it('is kept as it was found', () => {
    const [event] = history.when(alias).then({ type: 'BodyAliasAdded', data: { bodyId: SYMCA, alias: 'the MCA' } });
    expect(event?.data).not.toHaveProperty('unresolved');
  });

  it('may be unresolved, until it is added as one that is settled', () => {
    history.when(unresolved).then({ type: 'BodyAliasAdded', data: { alias: 'the MCA', unresolved: true } });
    history
      .and(unresolved)
      .when(alias)
      .then({ type: 'BodyAliasAdded', data: { alias: 'the MCA' } });
  });

  it('adds nothing when it is known, or is the name the body has', () => {
    history.and(alias).when(alias).thenNothing();
    history.and(unresolved, alias).when(alias).thenNothing();
    history.when(enter('add-body-alias', { alias: recordSymca().name, unresolved: true })).thenNothing();
  });

  it('can’t be called unresolved once it is settled', () => {
    const { sentence } = history.and(alias).when(unresolved).thenRefused('alias-resolved');
    expect(sentence).toBe(
      '“the MCA” is known to mean South Yorkshire Mayoral Combined Authority: it can’t be called unresolved any more.',
    );
  });
});
