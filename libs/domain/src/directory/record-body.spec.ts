import { describe, expect, it } from '@jest/globals';
import { enter, recordSymca } from '../../../../test/support/directory-histories.ts';
import { given, secretary } from '../../../../test/support/given-when-then.ts';
import { SYMCA, SYP } from '../../../../test/support/named-histories.ts';
import { directory } from './directory.decider.ts';

const nothing = given(directory);

describe('A body', () => {
  it('is recorded with its code, name, kind and beginning', () => {
    nothing.when(recordSymca()).then({
      type: 'BodyRecorded',
      data: {
        bodyId: SYMCA,
        code: 'SYMCA',
        name: 'South Yorkshire Mayoral Combined Authority',
        bodyKind: 'localPolicingBody',
        from: { from: '2024-05-01', to: '2024-05-31', precision: 'month', asPrinted: 'May 2024' },
      },
    });
  });

  it('is recorded by a body and concerns the one it is about, and its overseer', () => {
    nothing
      .when(recordSymca({ bodyId: SYP, code: 'SYP', bodyKind: 'force', overseenBy: SYMCA }))
      .then({ type: 'BodyRecorded', data: { body: secretary.body, concerns: [SYP], overseenBy: SYMCA } });
    const by = { ...secretary, body: SYP };
    nothing
      .when({ ...recordSymca({ bodyId: SYP, code: 'SYP', overseenBy: SYMCA }), by })
      .then({ type: 'BodyRecorded', data: { body: SYP, concerns: [SYMCA] } });
  });

  it('that is recorded again with the same content adds nothing', () => {
    given(directory, recordSymca()).when(recordSymca()).thenNothing();
  });

  it('can’t be recorded twice with other content', () => {
    const refusal = given(directory, recordSymca())
      .when(recordSymca({ name: 'SYMCA' }))
      .thenRefused('body-already-recorded');
    expect(refusal.sentence).toBe(
      'South Yorkshire Mayoral Combined Authority (SYMCA) is in the directory already. Rename it, or correct what is wrong.',
    );
    expect(refusal.because).toEqual([{ kind: 'body', id: SYMCA, label: 'South Yorkshire Mayoral Combined Authority' }]);
  });

  it.each(['SYP', 'YHSOC-1', 'W.Y', '4P'])('can have the code %s', (code) => {
    nothing.when(recordSymca({ code })).then({ type: 'BodyRecorded', data: { code } });
  });

  it.each(['syp', 'SYP/1', 'S YP', '', '-SYP', 'ŠYP'])('can’t have the code “%s”', (code) => {
    nothing.when(recordSymca({ code })).thenRefused('code-unclear');
  });

  it('can’t oversee itself', () => {
    nothing.when(recordSymca({ overseenBy: SYMCA })).thenRefused('oversees-itself');
  });

  it('can’t begin on a day that does not exist', () => {
    nothing.when(recordSymca({ from: '31 February 2026' })).thenRefused('date-unclear');
  });

  it('has to be recorded before anything else is said of it', () => {
    const { sentence } = nothing.when(enter('rename-body', { name: 'SYMCA' })).thenRefused('body-unknown');
    expect(sentence).toBe('There is no such body in the directory: record it first.');
  });
});
