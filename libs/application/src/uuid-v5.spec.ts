import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v5 } from 'uuid';
import { uuidV5 } from './uuid-v5.ts';

describe('a UUID of version 5', () => {
  it('is the one that the standard gives as its example', () => {
    expect(uuidV5('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });

  it('is what others make of any name in any namespace', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uuid(), (name, namespace) => {
        expect(uuidV5(name, namespace)).toBe(v5(name, namespace));
      }),
    );
  });

  it('is not made in a namespace that is no UUID', () => {
    for (const namespace of [
      '',
      'OIC-R9',
      '6ba7b810-9dad-11d1-80b4-00c04fd430',
      '6ba7b810-9dad-11d1-80b4-00c04fd430c8c8',
    ]) {
      expect(() => uuidV5('name', namespace)).toThrow(TypeError);
    }
  });
});
