import { entry, type FieldError, type OpenRecord, type Outcome } from '#application';
import type { Names } from '#domain';
import type { RecordedEvent } from '#event-store';
import { DONE, REFUSED, WRONG_USAGE } from '../exit.ts';
import { print, printJson, tell } from '../output.ts';
import { sayInstant } from '../words.ts';

export interface Told {
  readonly record: OpenRecord;
  /** The option that fills a field. */
  readonly optionOf: (field: string) => string;
  readonly names?: Names;
  readonly json?: boolean;
}

/** Tells what came of a command, and answers with the exit code. */
export async function report(outcome: Outcome, { record, optionOf, names, json }: Told): Promise<number> {
  const name: Names = names ?? ((_kind, id) => id);
  switch (outcome.outcome) {
    case 'done': {
      const events = await recorded(record, outcome);
      if (json === true) printJson({ ...outcome, sentences: events.map((event) => entry(event, 1, name).sentence) });
      else if (events.length === 0) print('It stands in the record already: nothing was added.');
      else for (const event of events) print(entry(event, 1, name).sentence);
      return DONE;
    }
    case 'refused':
      tell(outcome.refusal.sentence);
      for (const { kind, label } of outcome.refusal.because) tell(`  ${kind}: ${label}`);
      return REFUSED;
    case 'conflict':
      tell('Somebody else changed it since. Nothing was recorded.');
      for (const event of outcome.since) {
        const { recordedAt, recorder, sentence } = entry(event, 1, name);
        tell(`  ${sayInstant(recordedAt)}, ${recorder}: ${sentence}`);
      }
      tell('Look at it again, then repeat the command.');
      return REFUSED;
    case 'invalid':
      for (const error of outcome.errors) tell(sayFieldError(error, optionOf));
      return WRONG_USAGE;
    case 'reused':
      tell('This command id was used before for something else. Leave --command-id out, or make a new UUID.');
      return WRONG_USAGE;
    case 'missing':
      tell(outcome.sentence);
      return WRONG_USAGE;
  }
}

/** The field is called what the person typed: `--due-on is not a date.` */
export function sayFieldError({ field, message }: FieldError, optionOf: Told['optionOf']): string {
  if (field === '') return message;
  const own = field.split('.').at(-1) ?? field;
  const option = optionOf(field);
  const said = message.replace(new RegExp(`(?<![\\w“])${own}(?!\\w)`, 'g'), option);
  return said.includes(option) ? said : `${option}: ${said}`;
}

async function recorded(record: OpenRecord, done: Extract<Outcome, { outcome: 'done' }>): Promise<RecordedEvent[]> {
  const ids = new Set(done.events.map(({ id }) => id));
  const { events } = await record.store.read(`${done.category}-${done.id}`);
  return events.filter(({ id }) => ids.has(id));
}
