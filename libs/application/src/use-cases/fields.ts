/**
 * The kinds of field a use case can have. Each checks its form and says in one sentence what to do about it, so that a
 * page, the API and the command line give the same answer. `$field` stands where the sentence names the field; each of
 * them calls it by another name.
 */

import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
} from 'class-validator';
import { objectionToDate } from '#domain';
import type { ReferenceKind } from '#read-model';
import { Marks } from './marks.ts';

export type { ReferenceKind };

const LIST_MAX = 100;

const references = new Marks<ReferenceKind>();

/** The fields of a DTO that hold references, by name. */
export function referencesOf(dto: object): ReadonlyMap<string, ReferenceKind> {
  return references.of(dto);
}

const dates = new Marks<'any' | 'past'>();

/** The fields of a DTO that hold dates, by name: of what has happened, or any. */
export function datesOf(dto: object): ReadonlyMap<string, 'any' | 'past'> {
  return dates.of(dto);
}

/** A check whose sentence depends on what was typed. Words that were typed must not be read as places in a sentence. */
export interface Objecting {
  readonly objectionTo: (typed: string) => string | undefined;
}

/** Words a person writes: trimmed, in Unicode's composed form, without control characters. Length in characters. */
export function Words(lengthMax = 4000): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => tidy(value)),
    IsString({ message: 'Enter $field as text.' }),
    MinLength(1, { message: 'Enter $field: it is empty.' }),
    MaxLength(lengthMax, { message: 'Shorten $field to $constraint1 characters.' }),
    plainText(false),
  );
}

/** Words as printed, which may be blank where a form prints a heading and nothing after it. */
export function PrintedOrBlank(lengthMax: number): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => tidy(value)),
    IsOptional(),
    IsString({ message: 'Enter $field as text; it may be blank.' }),
    MaxLength(lengthMax, { message: 'Shorten $field to $constraint1 characters.' }),
    plainText(false),
  );
}

/** A short code in capitals: `OIC`, `AFI-A`, `SYP`. */
export function Code(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => tidy(value)),
    Matches(/^[A-Z0-9](?:[A-Z0-9.-]{0,18}[A-Z0-9])?$/, {
      message: '$field must be 1 to 20 capital letters, digits, dots or hyphens, such as OIC or AFI-A.',
    }),
  );
}

const NO_DATE = 'Enter $field as a date, such as 30 April 2026.';

/** A date as a person writes it: `2025-06-26`, `26 June 2025`, `June 2025`, `in 2025`, `unknown`. */
export function DateWords(): PropertyDecorator {
  return applyDecorators(
    dates.decorator('any'),
    Transform(({ value }: { value: unknown }) => tidy(value)),
    IsString({ message: NO_DATE }),
    MaxLength(100, { message: 'Shorten $field to $constraint1 characters.' }),
    ValidateBy(
      {
        name: 'dateWords',
        validator: {
          validate: (value: unknown) => typeof value === 'string' && objectionToDate(value) === undefined,
          defaultMessage: () => NO_DATE,
        },
      },
      { context: { objectionTo: objectionToDate } satisfies Objecting },
    ),
    plainText(false),
  );
}

/** The date of something that has happened, as a person writes it. It can’t be a day to come. */
export function PastDateWords(): PropertyDecorator {
  return applyDecorators(DateWords(), Past());
}

/** A day of something that has happened. It is told by whoever has a clock that it is still to come. */
export function Past(): PropertyDecorator {
  return dates.decorator('past');
}

/** Something in the record, by its printed reference (`OIC-R1/SYP`) or its id. */
export function Reference(kind: ReferenceKind): PropertyDecorator {
  return applyDecorators(
    references.decorator(kind),
    Transform(({ value }: { value: unknown }) => tidy(value)),
    IsString({ message: `Enter $field as the reference of ${a(kind)}.` }),
    MinLength(1, { message: `Enter $field: the reference of ${a(kind)}.` }),
    MaxLength(200, { message: 'Shorten $field to $constraint1 characters.' }),
  );
}

/** Several things in the record. */
export function References(kind: ReferenceKind): PropertyDecorator {
  return applyDecorators(
    references.decorator(kind),
    List(),
    IsString({ each: true, message: `Enter each of $field as the reference of ${a(kind)}.` }),
    MaxLength(200, { each: true, message: 'Shorten each of $field to $constraint1 characters.' }),
  );
}

/** Several texts. */
export function WordsList(lengthMax = 1000): PropertyDecorator {
  return applyDecorators(
    List(),
    IsString({ each: true, message: 'Enter each of $field as text.' }),
    MinLength(1, { each: true, message: 'Leave no empty text in $field.' }),
    MaxLength(lengthMax, { each: true, message: 'Shorten each of $field to $constraint1 characters.' }),
    plainText(true),
  );
}

/** An e-mail address. */
export function Email(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => tidy(value)),
    IsString({ message: 'Enter $field as text.' }),
    MaxLength(254, { message: 'Shorten $field to $constraint1 characters.' }),
    IsEmail({}, { message: '$field must be an e-mail address, such as name@example.org.' }),
  );
}

/** One of a list. */
export function OneOf(values: readonly string[]): PropertyDecorator {
  return IsIn([...values], { message: `$field must be one of ${values.join(', ')}.` });
}

/** Any of a list. */
export function OneOfEach(values: readonly string[]): PropertyDecorator {
  return applyDecorators(
    List(),
    IsIn([...values], { each: true, message: `Each of $field must be one of ${values.join(', ')}.` }),
  );
}

/** Yes or no. */
export function Flag(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean({ message: '$field must be true or false.' }),
  );
}

/** A whole number. */
export function Count(from: number, to: number): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value,
    ),
    IsInt({ message: '$field must be a whole number.' }),
    Min(from, { message: '$field must be $constraint1 or more.' }),
    Max(to, { message: '$field must be $constraint1 or less.' }),
  );
}

/** The id of a new item, made by the client so that sending it twice adds it once. Left out, it follows from the command id. */
export function NewItem(): PropertyDecorator {
  return applyDecorators(IsOptional(), IsUUID('all', { message: '$field must be a UUID.' }));
}

/** An empty form field is an absent one. */
export function Optional(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (value === '' || value === null ? undefined : value)),
    IsOptional(),
  );
}

function List(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => {
      const list = value === undefined || value === null ? value : Array.isArray(value) ? value : [value];
      return Array.isArray(list) ? list.map(tidy) : list;
    }),
    IsArray({ message: '$field must be a list.' }),
    ValidateBy({
      name: 'listMax',
      validator: {
        validate: (value: unknown) => Array.isArray(value) && value.length <= LIST_MAX,
        defaultMessage: () => `$field can hold at most ${String(LIST_MAX)} entries.`,
      },
    }),
  );
}

function a(kind: ReferenceKind): string {
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}

/** Something a reader sees: a text of nothing but blanks and characters without a width is empty. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return VISIBLE.test(value) ? value.normalize('NFC').trim() : '';
  // An array where a text belongs is left to the checks, which refuse it.
  return value;
}

/** See {@link isPlainText}. */
function plainText(each: boolean): PropertyDecorator {
  return ValidateBy(
    {
      name: 'plainText',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isPlainText(value),
        defaultMessage: () => 'Remove the control characters from $field.',
      },
    },
    { each },
  );
}

/**
 * Nothing a reader can't see and that is obeyed: control characters but line feed and tab, those that turn the direction
 * in which words are shown (so that "accepted" could be read where "rejected" stands), and half a surrogate pair.
 */
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

export function isPlainText(text: string): boolean {
  return text.isWellFormed() && !OBEYED.test(text.replaceAll('\r\n', '\n'));
}
