import { entry, type FieldError, fieldName, type OpenRecord, type Outcome, sayFieldError } from '#application';
import { type NamedKind, type Names, sayInstant } from '#domain';
import type { RecordedEvent } from '#event-store';
import { DONE, REFUSED, WRONG_USAGE } from '../exit.ts';
import { hanging, print, printJson, tell } from '../output.ts';
import { sayChange } from './lists.ts';

export interface Told {
  readonly record: OpenRecord;
  /** The option that fills a field. */
  readonly optionOf: (field: string) => string;
  readonly names: Names;
  /** Whether what was recorded of a person, that they are erased, has been done as well. */
  readonly hasErased: (person: string) => boolean;
  readonly json?: boolean;
}

type Done = Extract<Outcome, { outcome: 'done' }>;

/** Tells what came of a command, and answers with the exit code. */
export async function report(outcome: Outcome, told: Told): Promise<number> {
  const { names, optionOf } = told;
  switch (outcome.outcome) {
    case 'done':
      await reportDone(outcome, told);
      return DONE;
    case 'refused':
      tell(outcome.refusal.sentence);
      for (const { kind, label } of outcome.refusal.because) tell(`  ${kind}: ${label}`);
      return REFUSED;
    case 'conflict':
      tell('Somebody else changed it since. Nothing was recorded.');
      for (const event of outcome.since) {
        const { recordedAt, recorder, sentence } = entry(event, 1, names);
        tell(`  ${sayInstant(recordedAt)}, ${recorder}: ${sentence}`);
      }
      tell('Look at it again, then repeat the command.');
      return REFUSED;
    case 'invalid':
      for (const error of outcome.errors) tell(sayOfOption(error, optionOf));
      return WRONG_USAGE;
    case 'reused':
      tell('This command id was used before for something else. Leave --command-id out, or make a new UUID.');
      return WRONG_USAGE;
    case 'missing':
      tell(outcome.sentence);
      return WRONG_USAGE;
  }
}

/** What was recorded, in sentences, and the references and ids by which it can be named from now on. */
async function reportDone(outcome: Done, { record, names, hasErased, json }: Told): Promise<void> {
  const events = await recorded(record, outcome);
  const sentences = events.map((event) => entry(event, 1, names).sentence);
  const kind = KINDS[outcome.category] ?? (outcome.category as NamedKind);
  const { references, decisions } = record.readModel;
  const reference = references.reference(kind, outcome.id) ?? outcome.id;
  if (json === true) return printJson({ ...outcome, reference, sentences });

  if (events.length === 0) print('It stands in the record already: nothing was added.');
  for (const sentence of sentences) print(sentence);
  if (events.some(({ type }) => type === 'PersonErased')) {
    print(hanging('', `${hasErased(outcome.id) ? ERASED : ERASURE_OWED} ${NOT_ERASED}`));
  }
  print(`${kind} ${reference}, revision ${String(outcome.revision)}`);
  for (const { type, data } of events) {
    const item = ITEMS[type];
    const id = item === undefined ? undefined : (data as Record<string, unknown>)[item];
    if (item !== undefined && typeof id === 'string') {
      const { reference: printed } = data as { reference?: string };
      print(`${item} ${printed ?? references.reference(item === 'holding' ? item : 'action', id) ?? id}`);
    }
  }
  if (events.some(({ type }) => CHANGING.has(type))) {
    const decision = decisions.get(outcome.id);
    for (const change of decision?.changes ?? []) {
      print(hanging(`Change ${String(change.change)}: `, sayChange(names, change, decision?.status)));
    }
  }
}

/** What the streams of a category hold, where it is not named as the category is. */
const KINDS: Readonly<Record<string, NamedKind>> = { directory: 'body', erasure: 'person' };

const ERASED = 'Gone from the log and from every list.';
const ERASURE_OWED =
  'Gone from every list. The log still holds the details: this process may not take them out of it, or could not just now. It is done by the next process that may, such as this command given with the files of the event store’s operator.';

/** What an erasure does not reach, and whoever asked for it should know. */
const NOT_ERASED =
  'What the person held and decided stays in the record, under an id that names nobody; so do words quoted from documents. Copies made of this folder before, such as backups, still hold the details: they have to be replaced or deleted too.';

/** Events that add an item to a stream, and the field that holds its id. */
const ITEMS: Readonly<Record<string, 'action' | 'holding' | 'position' | 'progress'>> = {
  ActionAssigned: 'action',
  HoldingBegun: 'holding',
  PositionRecorded: 'position',
  ProgressReported: 'progress',
};

/** Events after which a decision's changes are carried out. */
const CHANGING = new Set(['DecisionRecorded', 'ChangeRetried', 'ChangeCorrected', 'SupersessionRetracted']);

/** The field is called what the person typed: `Enter --due-on as a date.` */
function sayOfOption(error: FieldError, optionOf: Told['optionOf']): string {
  const { field, sentence } = error;
  if (field === '') return sayFieldError(error, field);
  const option = fieldName(field, optionOf);
  return sentence.length > 1 ? sayFieldError(error, option) : `${option}: ${sayFieldError(error, option)}`;
}

async function recorded(record: OpenRecord, done: Done): Promise<RecordedEvent[]> {
  const ids = new Set(done.events.map(({ id }) => id));
  const { events } = await record.store.read(`${done.category}-${done.id}`);
  return events.filter(({ id }) => ids.has(id));
}
