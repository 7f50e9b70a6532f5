import { describe, expect, it } from '@jest/globals';
import { formErrors } from './form.ts';

const FIELDS = {
  body: { name: 'the body' },
  level: { name: 'the level', error: 'Select how far it has been checked' },
};

describe('What is wrong with a form', () => {
  it.each([
    ['Enter body: it is empty.', 'Enter the body'],
    ['Shorten body to 10 characters.', 'Shorten the body to 10 characters'],
    ['body must be a whole number.', 'The body must be a whole number'],
    ['Remove the control characters from body.', 'Remove the control characters from the body'],
    ['There is no body “body” in the record.', 'There is no body “body” in the record'],
    ['Enter it. Then send it.', 'Enter it. Then send it.'],
  ])('names the field as a person does: %s', (message, text) => {
    expect(formErrors([{ field: 'body', message }], FIELDS)).toEqual({
      summary: [{ text, href: '#body' }],
      fields: { body: { text } },
    });
  });

  it('is said in the words of the page where it has its own', () => {
    const { summary } = formErrors([{ field: 'level', message: 'level must be one of a, b.' }], FIELDS);
    expect(summary).toEqual([{ text: 'Select how far it has been checked', href: '#level' }]);
  });

  it('is told at the top alone where the page has no such field', () => {
    expect(formErrors([{ field: '', message: 'Somebody else acts.' }], FIELDS)).toEqual({
      summary: [{ text: 'Somebody else acts.' }],
      fields: {},
    });
  });
});
