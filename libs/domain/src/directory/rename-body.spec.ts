import { describe, expect, it } from '@jest/globals';
import { enter, recordSymca } from '../../../../test/support/directory-histories.ts';
import { given } from '../../../../test/support/given-when-then.ts';
import { SYMCA } from '../../../../test/support/named-histories.ts';
import { directory } from './directory.decider.ts';

const history = given(directory, recordSymca());
const renamed = enter('rename-body', { name: 'South Yorkshire Combined Authority', from: '1 April 2025' });

describe('A body', () => {
  it('can take another name from a date, and the one it had is kept', () => {
    history.when(renamed).then({
      type: 'BodyRenamed',
      data: {
        bodyId: SYMCA,
        was: 'South Yorkshire Mayoral Combined Authority',
        name: 'South Yorkshire Combined Authority',
        from: { from: '2025-04-01', precision: 'day', asPrinted: '1 April 2025' },
      },
    });
  });

  it('can take another name from a date nobody gives, and take its old name back', () => {
    const { name } = recordSymca();
    const [event] = history
      .and(renamed)
      .when(enter('rename-body', { name }))
      .then({ type: 'BodyRenamed', data: { name } });
    expect(event?.data).not.toHaveProperty('from');
  });

  it('that is called so already stays as it is', () => {
    history.when(enter('rename-body', { name: recordSymca().name })).thenNothing();
    history
      .and(renamed)
      .when(enter('rename-body', { name: renamed.name }))
      .thenNothing();
  });

  it('can’t take the name it has from another date', () => {
    const refusal = history
      .and(renamed)
      .when({ ...renamed, from: '2 April 2025' })
      .thenRefused('name-stands');
    expect(refusal.sentence).toContain('correct the body');
    history.when(enter('rename-body', { name: recordSymca().name, from: 'in 2025' })).thenRefused('name-stands');
  });

  it('can’t take a name from a day that does not exist', () => {
    history.when({ ...renamed, from: '32 May 2025' }).thenRefused('date-unclear');
  });
});
