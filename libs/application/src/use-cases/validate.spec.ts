import { describe, expect, it } from '@jest/globals';
import { sayFieldError } from '../outcome.ts';
import { Code, Count, DateWords, OneOf, Optional, Words, WordsList } from './fields.ts';
import { validate } from './validate.ts';

/** Fields that are named as sentences name things. */
class OrdinaryWords {
  @DateWords()
  date!: string;

  @Words(4)
  text!: string;

  @OneOf(['one', 'two'])
  one!: string;

  @Code()
  capital!: string;

  @Optional()
  @Count(1, 9)
  number?: number;

  @Optional()
  @WordsList(4)
  each?: string[];
}

/** What is said of fields that a reader knows as `--x`, by field. */
function said(fields: object): Record<string, string> {
  const told = validate(OrdinaryWords, { date: '2025', text: 'text', one: 'one', capital: 'A', ...fields });
  if (!Array.isArray(told)) return {};
  return Object.fromEntries(told.map((error) => [error.field, sayFieldError(error, `--${error.field}`)]));
}

describe('what is wrong with a field', () => {
  it('names the field where the sentence means it, and nowhere else', () => {
    expect(
      said({ date: undefined, text: 7, one: 'three', capital: 'small', number: 'x', each: ['long text'] }),
    ).toEqual({
      date: 'Enter --date as a date, such as 30 April 2026.',
      text: 'Enter --text as text.',
      one: '--one must be one of one, two.',
      capital: '--capital must be 1 to 20 capital letters, digits, dots or hyphens, such as OIC or AFI-A.',
      number: '--number must be a whole number.',
      each: 'Shorten each of --each to 4 characters.',
    });
    expect(said({ text: '\u0007' })).toEqual({ text: 'Remove the control characters from --text.' });
    expect(said({ text: '\u202eab' })).toEqual({ text: 'Remove the control characters from --text.' });
    expect(said({ text: '\u200b \u00ad' })).toEqual({ text: 'Enter --text: it is empty.' });
    expect(said({ of: 1 })).toEqual({ of: 'There is no field --of. Check its spelling.' });
  });

  it.each(['the date', '$field', '$property', '$value of $target', '$constraint1'])(
    'quotes what was typed as it was typed: %s',
    (date) => {
      expect(said({ date })['date']).toContain(`“${date}” is not a date. Write a day`);
    },
  );

  it('is told of what is nested too deeply to be read, however deeply that is', () => {
    const nested: unknown = JSON.parse(`${'['.repeat(40_000)}${']'.repeat(40_000)}`);
    const sentence = 'Send --each as a text or a list: what it holds is nested too deeply.';
    expect(said({ each: nested })).toEqual({ each: sentence });
    expect(said({ each: [{ one: [{}] }] })).toEqual({ each: sentence });
  });

  it('is told of the whole when that is no object', () => {
    expect(validate(OrdinaryWords, [])).toEqual([{ field: '', sentence: ['Send the fields as a JSON object.'] }]);
  });

  it('is told of an empty entry in a list, and of a field called constructor', () => {
    expect(said({ each: ['a', null] })).toEqual({ each: 'Leave no empty entry in --each.' });
    expect(said({ constructor: 'x' })).toEqual({
      constructor: 'There is no field --constructor. Check its spelling.',
    });
  });
});
