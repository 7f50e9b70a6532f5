import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type RunningApplication, startApplication } from '../../../test/support/application.ts';
import { Actors } from './actors.ts';

let running: RunningApplication;
let actors: Actors;
beforeEach(async () => {
  running = await startApplication({ clock: () => '2026-02-10T09:00:00.000Z' });
  actors = running.app.get(Actors);
});
afterEach(() => running.stop());

describe('who is acting', () => {
  it('is named by the post, whose holder today is taken', async () => {
    expect(await actors.resolve('SYMCA/SEC')).toEqual(running.secretary);
  });

  it.each([undefined, '', '  '])('must be named: %j', async (text) => {
    expect(await actors.resolve(text)).toMatchObject({ code: 'acting-as-missing' });
  });

  it('must hold a post that is in the directory', async () => {
    expect(await actors.resolve('SYMCA/KING')).toMatchObject({
      code: 'acting-as-unknown',
      sentence: expect.stringContaining('SYMCA/KING'),
    });
  });

  it.each(['; person=', ';', 'SYMCA/SEC;', 'SYMCA/SEC; of=it', 'SYMCA/SEC; person=a; person=b', 'SYMCA/SEC; person='])(
    'must be said as it is read: %s',
    async (text) => {
      expect(await actors.resolve(text)).toMatchObject({ code: 'acting-as-unknown' });
    },
  );

  it('is read at once, however many blanks there are', async () => {
    const began = performance.now();
    await actors.resolve(`a${' '.repeat(60_000)}b`);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('cannot be nobody: a vacant post acts for nobody', async () => {
    await running.done('establish-post', 'SYMCA', { postCode: 'DM', title: 'Deputy Mayor' });
    expect(await actors.resolve('SYMCA/DM')).toMatchObject({ code: 'post-vacant' });
  });

  it('is said by name where a post has several holders', async () => {
    const other = await running.done('register-person', undefined, { name: 'Another Secretary' });
    const first = running.secretary.kind === 'person' ? running.secretary.person : '';
    await running.done('establish-post', 'SYMCA', { postCode: 'JOINT', title: 'Joint Secretary' });
    for (const person of [first, other]) {
      await running.done('begin-holding', 'SYMCA', { post: 'SYMCA/JOINT', person, jointly: true });
    }
    expect(await actors.resolve('SYMCA/JOINT')).toMatchObject({ code: 'post-shared' });
    expect(await actors.resolve(`SYMCA/JOINT; person=${other}`)).toMatchObject({ kind: 'person', person: other });
    expect(await actors.resolve('SYMCA/JOINT; person=5b0f8a3e-1f62-4c0e-8f0c-1f9c6f1d2a99')).toMatchObject({
      code: 'acting-as-unknown',
    });
  });
});
