import { describe, expect, it } from '@jest/globals';
import { readForm } from './form-body.ts';
import { Problem } from './problem.ts';

const read = (text: string): object => readForm(Buffer.from(text, 'latin1'));

describe('The body of a form', () => {
  it('holds a text for each name, and a list where a name comes more than once', () => {
    expect(read('a=1&b=x+y%21&b=z&b=&c&=d')).toEqual({ a: '1', b: ['x y!', 'z', ''], c: '', '': 'd' });
    expect(read('')).toEqual({});
  });

  it('keeps the words as they were typed, with plain line ends', () => {
    expect(read('w=%E2%80%9Cna%C3%AFve%E2%80%9D+1%2B1%0D%0A%25')).toEqual({ w: '“naïve” 1+1\n%' });
    expect(read('w=100%')).toEqual({ w: '100%' });
  });

  it('gives no object anything but fields of its own', () => {
    expect(Object.getPrototypeOf(read('__proto__=x&constructor=y'))).toBe(Object.prototype);
  });

  it.each(['w=%FF', 'w=%E2%80', 'w=\u00e9'])('is refused when it is not UTF-8: %j', (text) => {
    expect(() => read(text)).toThrow(Problem);
  });
});
