import { describe, expect, it } from '@jest/globals';
import { enter, recordSymca } from '../../../../test/support/directory-histories.ts';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { directory } from './directory.decider.ts';

const alias = enter('add-body-alias', { alias: 'the MCA' });
const history = given(directory, recordSymca(), enter('add-body-alias', { alias: 'the MCA', unresolved: true }));
const retract = enter('retract-body-alias', { alias: 'the MCA', reason: 'It means another authority.' });

describe('Another name that does not mean the body after all', () => {
  it('is retracted, naming the event that said so last, settled or not', () => {
    history.when(retract).then({
      type: 'BodyAliasRetracted',
      data: { alias: 'the MCA', unresolved: true, corrects: eventId(1), reason: 'It means another authority.' },
    });
    const [event] = history
      .and(alias)
      .when(retract)
      .then({ type: 'BodyAliasRetracted', data: { corrects: eventId(2) } });
    expect(event?.data).not.toHaveProperty('unresolved');
  });

  it('is known no more, and can be added again', () => {
    const gone = history.and(alias, retract);
    gone.when(retract).thenNothing();
    gone.when(alias).then({ type: 'BodyAliasAdded' });
    gone
      .and(alias)
      .when(retract)
      .then({ type: 'BodyAliasRetracted', data: { corrects: eventId(4) } });
  });

  it('has to be known', () => {
    const { sentence } = history.when({ ...retract, alias: 'the board' }).thenRefused('alias-unknown');
    expect(sentence).toBe('“the board” is not recorded as another name of South Yorkshire Mayoral Combined Authority.');
  });
});
