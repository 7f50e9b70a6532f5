import { describe, expect, it } from '@jest/globals';
import { isRefusal, never, refuse, same, stated } from './decider.ts';

describe('A refusal', () => {
  it('is a value with a code, a sentence and what stands in the way', () => {
    const because = [{ kind: 'action', id: '1', label: 'Buy equipment' }];
    expect(refuse('actions-open', 'An action is open.', because)).toEqual({
      refused: true,
      code: 'actions-open',
      sentence: 'An action is open.',
      because,
    });
    expect(refuse('closed', 'It is closed.').because).toEqual([]);
  });

  it('is told apart from events, also from none', () => {
    expect(isRefusal(refuse('closed', 'It is closed.'))).toBe(true);
    expect(isRefusal([])).toBe(false);
    expect(isRefusal([{ type: 'Closed', data: {} }])).toBe(false);
  });
});

describe('A case nobody thought of', () => {
  it('is a defect that names it', () => {
    expect(() => never({ kind: 'surprise' } as never)).toThrow('Unexpected: {"kind":"surprise"}');
  });
});

describe('What is stated', () => {
  it('is every field that is not undefined; null, false, zero and the empty text are', () => {
    const fields = stated({ a: undefined, b: null, c: false, d: 0, e: '', f: [undefined] });
    expect(Object.keys(fields)).toEqual(['b', 'c', 'd', 'e', 'f']);
  });
});

describe('Two values say the same', () => {
  it.each([
    [1, 1],
    ['a', 'a'],
    [null, null],
    [{}, {}],
    [[], []],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [{ a: undefined }, {}],
    [{}, { a: undefined }],
    [{ a: [{ b: 1 }] }, { a: [{ b: 1 }] }],
  ])('when they do not differ as JSON: %j and %j', (a, b) => expect(same(a, b)).toBe(true));

  it.each([
    [1, 2],
    [1, '1'],
    [null, {}],
    [{}, null],
    [null, undefined],
    [[], {}],
    [{}, []],
    [{ a: 1 }, {}],
    [{}, { a: 1 }],
    [{ a: null }, {}],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    [{ a: { b: 1 } }, { a: { b: 2 } }],
  ])('and not when they do: %j and %j', (a, b) => expect(same(a, b)).toBe(false));
});
