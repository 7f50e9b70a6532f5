/** Checks the parameters of a query as strictly as the fields of a command, and puts ids where references were. */

import { ASK_FOR_NOW, datesToCome, type FieldError, type RecordFacts, referencesOf, validate } from '#application';
import type { CivilDate } from '#domain';
import { invalidFields } from '../http/problem.ts';

/** @throws {Problem} a parameter is wrong or unknown, or names what is not in the record */
export async function checkQuery<Query extends object>(
  queryClass: new () => Query,
  parameters: unknown,
  facts: RecordFacts,
  today: CivilDate,
): Promise<Query> {
  const query = await readQuery(queryClass, parameters, facts, today);
  if (Array.isArray(query)) throw invalidFields(query);
  return query;
}

/** The query, or what is wrong with it, parameter by parameter. */
export async function readQuery<Query extends object>(
  queryClass: new () => Query,
  parameters: unknown,
  facts: RecordFacts,
  today: CivilDate,
): Promise<Query | FieldError[]> {
  const query = validate(queryClass, { ...(parameters as object) });
  if (Array.isArray(query)) return query;
  const errors = [...datesToCome(query, today, ASK_FOR_NOW), ...(await resolveReferences(query, facts))];
  return errors.length > 0 ? errors : query;
}

/** For what takes no parameters. @throws {Problem} */
export function checkNoQuery(parameters: unknown): void {
  const errors = Object.keys(parameters as object).map((field) => ({
    field,
    sentence: ['There is no field ', ' here.'],
  }));
  if (errors.length > 0) throw invalidFields(errors);
}

async function resolveReferences(query: object, facts: RecordFacts): Promise<FieldError[]> {
  const parameters = query as Record<string, unknown>;
  const errors: FieldError[] = [];
  for (const [field, kind] of referencesOf(query)) {
    const reference = parameters[field];
    if (typeof reference !== 'string') continue;
    const id = await facts.resolve(kind, reference);
    if (id === undefined) errors.push({ field, sentence: [`There is no ${kind} “${reference}” in the record.`] });
    else parameters[field] = id;
  }
  return errors;
}
