import { describe, expect, it } from '@jest/globals';
import { formErrors } from './form.ts';

const FIELDS = {
  body: { name: 'the body' },
  level: { name: 'the level', error: 'Select how far it has been checked' },
};

describe('What is wrong with a form', () => {
  it.each([
    [['Enter ', ': it is empty.'], 'Enter the body'],
    [['Shorten ', ' to 10 characters.'], 'Shorten the body to 10 characters'],
    [['', ' must be a whole number.'], 'The body must be a whole number'],
    [['There is no body “body” in the record.'], 'There is no body “body” in the record'],
    [['Enter it. Then send it.'], 'Enter it. Then send it.'],
  ])('names the field as a person does: %j', (sentence, text) => {
    expect(formErrors([{ field: 'body', sentence }], FIELDS)).toEqual({
      summary: [{ text, href: '#body' }],
      fields: { body: { text } },
    });
  });

  it('is said in the words of the page where it has its own', () => {
    const { summary } = formErrors([{ field: 'level', sentence: ['', ' must be one of a, b.'] }], FIELDS);
    expect(summary).toEqual([{ text: 'Select how far it has been checked', href: '#level' }]);
  });

  it('is said as it is where it is about the very thing that was typed', () => {
    const sentence = ['There is no level “zebra” in the record.'];
    expect(formErrors([{ field: 'level', sentence }], FIELDS).summary).toEqual([
      { text: 'There is no level “zebra” in the record', href: '#level' },
    ]);
  });

  it('is told at the top alone where the page has no such field', () => {
    expect(formErrors([{ field: '', sentence: ['Somebody else acts.'] }], FIELDS)).toEqual({
      summary: [{ text: 'Somebody else acts.' }],
      fields: {},
    });
  });
});
