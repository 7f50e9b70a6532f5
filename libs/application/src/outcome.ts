/** What can come of a command. Each is expected, so each is a value; only defects are thrown. */

import type { RecordedEvent, Revision } from '#event-store';
import type { Refusal } from '#domain';

/** It stands in the record. A repeated command gets the first answer again. */
export interface Done {
  readonly outcome: 'done';
  readonly category: string;
  readonly id: string;
  /** Of the last event this command recorded; of the stream's last when it stood already and nothing was added. */
  readonly revision: Revision | 'no-stream';
  readonly events: readonly { readonly id: string; readonly type: string }[];
  /** The place a reader waits for to see this write; absent when nothing was added now. */
  readonly logPosition?: string;
}

/** The domain said no. Nothing was recorded. */
export interface Refused {
  readonly outcome: 'refused';
  readonly refusal: Refusal;
}

/** Somebody changed it since the revision the command was made from. Nothing was recorded. */
export interface Conflicted {
  readonly outcome: 'conflict';
  readonly actual: Revision | 'no-stream';
  /** What happened since, oldest first. */
  readonly since: readonly RecordedEvent[];
}

/** A field is missing or wrong. Nothing was recorded. */
export interface Invalid {
  readonly outcome: 'invalid';
  readonly errors: readonly FieldError[];
}

export interface FieldError {
  /** The path of the field: `title`, `changes.0.code`; empty when it is about the whole. */
  readonly field: string;
  /**
   * A sentence that says what to do, cut where it names the field. A page puts its label there, the API the field’s
   * path, the command line its option.
   */
  readonly sentence: readonly string[];
}

/** The sentence with the name that the reader knows the field by. */
export function sayFieldError({ sentence }: FieldError, name: string): string {
  return sentence.join(name);
}

/**
 * What a field is called in a sentence. One of an entry in a list is named with the entry's place, counted from 1:
 * `changes.0.code` is "code in entry 1 of changes".
 * @param called what a field of the form is called
 */
export function fieldName(path: string, called: (field: string) => string = (field) => field): string {
  const [field = '', index, ...inner] = path.split('.');
  if (index === undefined) return called(field);
  const entry = `entry ${String(Number(index) + 1)} of ${called(field)}`;
  return inner.length === 0 ? entry : `${inner.join('.')} in ${entry}`;
}

/** The same command id came before with other content. Nothing was recorded. */
export interface Reused {
  readonly outcome: 'reused';
}

/** What the command is about is not in the record. */
export interface Missing {
  readonly outcome: 'missing';
  readonly sentence: string;
}

export type Outcome = Done | Refused | Conflicted | Invalid | Reused | Missing;
