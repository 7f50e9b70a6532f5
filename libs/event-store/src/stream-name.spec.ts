import { describe, expect, it } from '@jest/globals';
import { categoryOf, isPersonStream, isStreamName, streamName } from './stream-name.ts';

const id = '0b8a8c1e-3f55-4c1b-9a60-0d0b7b6f2a11';

describe('the name of a stream', () => {
  it('is the category, a hyphen and the id', () => {
    expect(streamName('recommendation', id)).toBe(`recommendation-${id}`);
  });

  it('gives its category back, whatever hyphens the id holds', () => {
    expect(categoryOf(streamName('recommendation', id))).toBe('recommendation');
  });

  it.each([
    ['per-son', id],
    ['', id],
    ['person', ''],
    ['$person', id],
    ['person', 'a b'],
    ['person', 'é'],
  ])('is refused for the category "%s" and the id "%s"', (category, part) => {
    expect(() => streamName(category, part)).toThrow(RangeError);
  });

  it.each(['', 'person', '-person', 'person-', 'person-a/b', ' person-a'])('is not "%s"', (text) => {
    expect(isStreamName(text)).toBe(false);
  });

  it('tells which streams are about a person', () => {
    expect(isPersonStream(streamName('person', id))).toBe(true);
    expect(isPersonStream(streamName('personnel', id))).toBe(false);
  });
});
