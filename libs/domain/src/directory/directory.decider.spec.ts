import { describe, expect, it } from '@jest/globals';
import {
  ALAN,
  ALANS,
  BOARD_SECRETARY,
  enter,
  establishSecretary,
  names,
  recordSymca,
} from '../../../../test/support/directory-histories.ts';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { directory } from './directory.decider.ts';
import type { DirectoryEvent } from './directory.events.ts';
import { narrateDirectory } from './directory.narrative.ts';

const { state, events } = given(directory, recordSymca());

describe('What nobody knows of a body', () => {
  it('is never guessed at: not a command, not an event, not the sentence for one', () => {
    expect(() => directory.decide({ kind: 'forget-everything' } as never, state)).toThrow('Unexpected');
    const unknown = { type: 'EverythingForgotten', data: events[0]?.data } as never;
    expect(() => directory.evolve(state, unknown, eventId(1))).toThrow('Unexpected');
    expect(() => narrateDirectory(unknown, names)).toThrow('Unexpected');
  });
});

describe('A history that breaks off', () => {
  const [renamed] = given(directory, recordSymca())
    .and(enter('rename-body', { name: 'SYMCA' }))
    .events.slice(1);
  const elsewhere = given(
    directory,
    recordSymca(),
    establishSecretary(),
    enter('rename-post', { post: BOARD_SECRETARY, title: 'Clerk' }),
    enter('begin-holding', { holding: ALANS, post: BOARD_SECRETARY, person: ALAN }),
    enter('end-holding', { holding: ALANS, until: '2025' }),
  ).events;

  it.each([
    ['the body is recorded', directory.initial, renamed, 'BodyRenamed before BodyRecorded'],
    ['the post is established', state, elsewhere[2], `No post ${BOARD_SECRETARY} in SYMCA`],
    ['the holding has begun', state, elsewhere[4], `No holding ${ALANS} in SYMCA`],
  ])('is not read on: nothing happens before %s', (_what, before, event, message) => {
    expect(() => directory.evolve(before, event as DirectoryEvent, eventId(1))).toThrow(message);
  });
});
