/** A form as its page draws it, and what is wrong with it, in the shape GOV.UK Frontend takes. */

import { type FieldError, sayFieldError } from '#application';
import type { FormFields } from './form-body.ts';

/** How the errors of a field are told on the page. */
export interface FieldWords {
  /** The field inside a sentence: "the reason". */
  readonly name: string;
  /** Told instead of what the check of its form says: "Select who closes it". What is said of the very thing typed stays. */
  readonly error?: string;
}

export interface FormErrors {
  /** At the top of the page, each with a link to its field. */
  readonly summary: readonly { readonly text: string; readonly href?: string }[];
  /** Beside each field. */
  readonly fields: Readonly<Record<string, { readonly text: string }>>;
}

/** What a form holds besides what a person fills in. */
export interface HiddenFields {
  /** Made when the form was drawn: however often it is sent, it is one command. */
  readonly commandId: string;
  /** What the person saw when they filled it in. */
  readonly revision: string;
  readonly formToken: string;
}

export interface Form {
  readonly hidden: HiddenFields;
  readonly input: FormFields;
  readonly errors: FormErrors | undefined;
}

/** @param fields each field of the page by its name; its id is the same */
export function formErrors(errors: readonly FieldError[], fields: Readonly<Record<string, FieldWords>>): FormErrors {
  const told = errors.map((error) => {
    const { field } = error;
    const words = fields[field];
    if (!words) return { field: undefined, text: sayFieldError(error, field) };
    return {
      field,
      text: withoutStop((namesItsField(error) ? words.error : undefined) ?? capital(sayFieldError(error, words.name))),
    };
  });
  return {
    summary: told.map(({ field, text }) => (field === undefined ? { text } : { text, href: `#${field}` })),
    fields: Object.fromEntries(told.flatMap(({ field, text }) => (field === undefined ? [] : [[field, { text }]]))),
  };
}

/** Whether the sentence is about what the field must hold, and not about what it holds. */
function namesItsField({ sentence }: FieldError): boolean {
  return sentence.length > 1;
}

/** The value a field shows: what was typed, exactly. */
export function inputOf(input: FormFields, field: string): string {
  const value = input[field];
  return typeof value === 'string' ? value : '';
}

/** An error of one sentence has no full stop, and does not say of a field that it is empty, as GOV.UK writes them. */
function withoutStop(text: string): string {
  return /^[^.]*\.$/.test(text) ? text.slice(0, -1).replace(/: it is empty$/, '') : text;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
