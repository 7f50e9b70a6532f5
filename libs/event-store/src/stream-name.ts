import type { PersonStreamName, StreamName } from './event-store.ts';

const form = /^[A-Za-z][A-Za-z0-9]*-[A-Za-z0-9-]+$/;

/** @throws {RangeError} the category holds a hyphen, or either part is empty or holds what a name may not hold */
export function streamName<Category extends string>(category: Category, id: string): `${Category}-${string}` {
  const name = `${category}-${id}` as const;
  if (category.includes('-') || !isStreamName(name)) {
    throw new RangeError(`"${name}" is not a stream name: write a category of letters and digits, a hyphen and an id.`);
  }
  return name;
}

export function isStreamName(text: string): text is StreamName {
  return form.test(text);
}

/** What stands before the first hyphen. */
export function categoryOf(stream: StreamName): string {
  return stream.slice(0, stream.indexOf('-'));
}

/** Only these can be erased. */
export function isPersonStream(stream: StreamName): stream is PersonStreamName {
  return categoryOf(stream) === 'person';
}
