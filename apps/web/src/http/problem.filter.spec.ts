import { describe, expect, it } from '@jest/globals';
import { NotFoundException } from '@nestjs/common';
import { UnreadableEvent } from '#application';
import { LogUnavailable, OutcomeUnknown, StreamErased } from '#event-store';
import { Problem } from './problem.ts';
import { problemOf } from './problem.filter.ts';

const request = { method: 'GET', url: '/api/nothing?of=this' };

describe('What goes wrong', () => {
  it.each([
    [new OutcomeUnknown('lost'), 503, 'outcome-unknown'],
    [new LogUnavailable('gone'), 503, 'log-unavailable'],
    [new UnreadableEvent('An event needs a newer version.'), 503, 'unreadable-event'],
    [new StreamErased('person-1'), 410, 'erased'],
    [new NotFoundException(), 404, 'no-such-path'],
    [Object.assign(new Error('x'), { statusCode: 413 }), 413, 'too-large'],
    [Object.assign(new Error('x'), { statusCode: 400 }), 400, 'malformed'],
    [new Error('a secret'), 500, 'defect'],
    ['a secret', 500, 'defect'],
  ])('is told as a problem: %s', (error, status, code) => {
    const problem = problemOf(error, request);
    expect(problem.status).toBe(status);
    expect(problem.body('1')).toMatchObject({ status, code, detail: expect.stringMatching(/^[A-Z].*\.$/) });
  });

  it('keeps what a defect says to itself', () => {
    expect(JSON.stringify(problemOf(new Error('a secret'), request).body('1'))).not.toContain('secret');
  });

  it('is known by the id of the request', () => {
    expect(new Problem('missing', 'Not here.').body('e9f3')).toMatchObject({
      type: 'urn:minutebook:problem:missing',
      title: 'Not in the record',
      instance: 'urn:uuid:e9f3',
    });
  });

  it('does not repeat the query, which may hold a person’s words', () => {
    expect(problemOf(new NotFoundException(), request).message).toContain('GET /api/nothing.');
  });
});
