import { describe, expect, it } from '@jest/globals';
import { id, secretary } from '../../../test/support/given-when-then.ts';
import { type EveryCommand, said } from './primitives.ts';

const [ours, other, third] = [id('c', 1), id('c', 2), id('c', 3)];
const command: EveryCommand = { by: secretary };

describe('What every event says', () => {
  it('is whom it belongs to and whom it concerns, each other body once', () => {
    expect(said(command, ours, [other, third, other, ours])).toMatchObject({ body: ours, concerns: [other, third] });
    expect(said(command, ours)).toMatchObject({ body: ours, concerns: [] });
  });

  it('is that who records it decided it, in their post, unless the command names another', () => {
    expect(said(command, ours).decidedBy).toEqual({ person: id('a', 1), post: id('b', 1) });
    const policy = { kind: 'policy', policy: 'carry-out-decisions', body: ours } as const;
    expect(said({ by: policy }, ours).decidedBy).toEqual({ policy: 'carry-out-decisions' });
  });

  it('is who decided, in which post, body and capacity, or under which decision, and nothing of who recorded it', () => {
    const decided = {
      ...command,
      decidedByPerson: id('a', 2),
      decidedByPost: id('b', 2),
      decidedByBody: other,
      decidedByCapacity: 'Deputy Mayor with PCC responsibilities',
      underDecision: id('d', 1),
    };
    expect(said(decided, ours).decidedBy).toEqual({
      person: id('a', 2),
      post: id('b', 2),
      body: other,
      capacity: 'Deputy Mayor with PCC responsibilities',
      decision: id('d', 1),
    });
    expect(said({ ...command, decidedByCapacity: 'chair' }, ours).decidedBy).toEqual({ capacity: 'chair' });
  });

  it('is when it took effect, as precisely as it is known and as it was printed', () => {
    expect(said({ ...command, effectiveOn: 'in 2025' }, ours).effectiveOn).toEqual({
      from: '2025-01-01',
      to: '2025-12-31',
      precision: 'year',
      asPrinted: 'in 2025',
    });
  });

  it('is that it is an illustration, only when it is one', () => {
    expect(said({ ...command, illustration: true }, ours).illustration).toBe(true);
    expect(said({ ...command, illustration: false }, ours)).not.toHaveProperty('illustration');
  });

  it('leaves out what is not stated', () => {
    expect(Object.keys(said(command, ours))).toEqual(['body', 'concerns', 'decidedBy']);
  });
});
