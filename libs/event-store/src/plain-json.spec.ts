import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { flawInJson } from './plain-json.ts';

const circular: Record<string, unknown> = {};
circular['self'] = circular;

describe('plain JSON', () => {
  it('passes everything that JSON gives back unchanged', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!text.includes('__proto__') && JSON.stringify(JSON.parse(text)) === text);
        expect(flawInJson(JSON.parse(text))).toBeUndefined();
      }),
    );
  });

  it('stops whatever JSON would change', () => {
    fc.assert(
      fc.property(
        fc.anything({ withDate: true, withMap: true, withSet: true, withBigInt: true, withSparseArray: true }),
        (value) => {
          if (flawInJson(value) !== undefined) return;
          expect(JSON.parse(JSON.stringify(value))).toEqual(value);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each<[string, unknown]>([
    ['is undefined', undefined],
    ['is NaN', NaN],
    ['is Infinity', Infinity],
    ['is minus zero', -0],
    ['is a bigint', 1n],
    ['is a function', () => 1],
    ['is a symbol', Symbol('x')],
    ['is not a plain object', new Date(0)],
    ['is not a plain object', new Map()],
    ['is not a plain object', new (class Point {})()],
    ['is not a plain object', new String('x')],
    ['is not a plain object', Object.create({ inherited: true })],
    ['is text with half a surrogate pair', 'a\ud800b'],
    ['has a key with half a surrogate pair', { '\udc00': 1 }],
    ['has a key "__proto__"', JSON.parse('{"__proto__":{"admin":true}}')],
    ['has hidden keys', { [Symbol('x')]: 1 }],
    ['has hidden keys', Object.defineProperty({}, 'x', { value: 1, enumerable: false })],
    ['is an array with properties of its own', Object.assign([1], { extra: 2 })],
    ['is undefined', [, 1]],
    ['is nested too deeply, or contains itself', circular],
  ])('says that a value %s', (reason, value) => {
    expect(flawInJson(value)?.reason).toBe(reason);
    expect(flawInJson({ deep: [0, { inside: value }] })).toMatchObject({ path: expect.arrayContaining([]), reason });
  });

  it('says where the flaw is', () => {
    expect(flawInJson({ actions: [{ due: '2026-04-30' }, { due: undefined }] })).toEqual({
      path: ['actions', 1, 'due'],
      reason: 'is undefined',
    });
  });

  it('passes objects that inherit nothing', () => {
    expect(flawInJson(Object.assign(Object.create(null), { a: 1 }))).toBeUndefined();
  });
});
