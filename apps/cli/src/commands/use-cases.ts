/** One subcommand a use case, its options from the fields of the same DTO that the API checks. */

import { type Command, Option } from 'commander';
import { datesOf, newCommandId, type ReferenceKind, referencesOf, type Row, USE_CASES } from '#application';
import { LogUnavailable, OutcomeUnknown } from '#event-store';
import { Ending, UNAVAILABLE, WRONG_USAGE } from '../exit.ts';
import { FOLDER, withSession } from '../session.ts';
import { report } from './outcomes.ts';

interface Field {
  readonly name: string;
  readonly isRequired: boolean;
  readonly description: string;
  readonly shape: 'text' | 'number' | 'flag' | 'list' | 'json';
  readonly values: readonly string[] | undefined;
  /** It names something in the record. */
  readonly reference: ReferenceKind | undefined;
  readonly isDate: boolean;
}

type Metadata = Readonly<
  Record<string, { required: boolean; description?: string; type?: () => unknown; enum?: readonly string[] }>
>;

interface Own {
  readonly data?: string;
  readonly actingAs?: string;
  readonly commandId?: string;
  readonly expectedRevision?: string;
  readonly json?: boolean;
}

const GROUPS: Readonly<Record<string, string>> = {
  report: 'Reports:',
  document: 'Documents:',
  recommendation: 'Recommendations and actions:',
  series: 'Meetings:',
  meeting: 'Meetings:',
  escalation: 'Escalations:',
  decision: 'Decisions:',
  directory: 'Directory:',
  person: 'Directory:',
  erasure: 'Directory:',
};

const TARGETS: Readonly<Record<string, string>> = { directory: 'body' };

/** How a person names what a command is for. */
const NAMED: Readonly<Record<string, string>> = {
  report: 'the report, by its code or id: OIC',
  document: 'the document, by its code or id: SYMCA-OIC',
  recommendation: 'the recommendation, by its reference or id: OIC-R1/SYP',
  series: 'the series, by its code or id: MARTOM',
  meeting: 'the meeting, by its reference or id: MARTOM/2026-01-20',
  escalation: 'the escalation, by its id or how that begins: see “minutebook escalations”',
  decision: 'the decision, by its number or id: D-2026-001',
  body: 'the body, by its code or id: SYP',
  person: 'the person, by their id: see “minutebook directory --json”',
};

/** Fields that hold a list of objects, given as JSON. */
const JSON_FIELDS = new Set(['changes']);

export function addUseCases(program: Command, ended: (code: number) => void): void {
  for (const row of USE_CASES.values()) addUseCase(program, row, ended);
}

function addUseCase(program: Command, row: Row, ended: (code: number) => void): void {
  const { name, category, useCase } = row;
  const fields = fieldsOf(useCase.dto);
  const command = program
    .command(name)
    .description(useCase.sentence)
    .helpGroup(GROUPS[category] ?? 'Other:');
  const isForSomething = useCase.starts === undefined;
  const kind = TARGETS[category] ?? category;
  if (isForSomething) command.argument(`<${kind}>`, NAMED[kind] ?? 'what it is for, by reference or id');
  for (const field of fields) command.addOption(optionFor(field));
  command
    .addOption(
      new Option(
        '--acting-as <post>',
        'the post you act in, always needed: SYMCA/SEC; where several hold it: "SYMCA/SEC; person=ID"',
      ).helpGroup('Who and where:'),
    )
    .addOption(new Option('--data <folder>', FOLDER).helpGroup('Who and where:'))
    .addOption(
      new Option('--expected-revision <revision>', 'record only if nothing was recorded since this revision').helpGroup(
        'Who and where:',
      ),
    )
    .addOption(
      new Option('--command-id <uuid>', 'the same id again is the same command, recorded once').helpGroup(
        'Who and where:',
      ),
    )
    .addOption(new Option('--json', 'print the answer as JSON').helpGroup('Who and where:'));
  command.action(async (...args: unknown[]) => {
    const target = isForSomething ? (args[0] as string) : undefined;
    const options = command.opts<Own & Record<string, unknown>>();
    ended(await send(row, fields, target, options));
  });
}

async function send(
  row: Row,
  fields: readonly Field[],
  target: string | undefined,
  options: Own & Readonly<Record<string, unknown>>,
): Promise<number> {
  const commandId = options.commandId ?? newCommandId();
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(commandId)) {
    throw new Ending(WRONG_USAGE, '--command-id must be a UUID in small letters.');
  }
  return withSession(options.data, async (session) => {
    const by = await session.actors.resolve(options.actingAs);
    if ('refused' in by) throw new Ending(WRONG_USAGE, `--acting-as: ${by.sentence}`);
    try {
      const outcome = await session.commands.send({
        name: row.name,
        target,
        fields: fieldsFrom(fields, options),
        by,
        authentication: 'cli',
        commandId,
        expected: expectedFrom(options.expectedRevision),
      });
      // A decision's changes follow it, so that what is told here, and the next command, finds them made.
      await session.policies.pay();
      if (outcome.outcome === 'done' && outcome.logPosition !== undefined) {
        await session.projection.reached(outcome.logPosition);
      }
      const { record } = session;
      return await report(outcome, {
        ...{ record, optionOf: optionName, names: session.name, json: options.json },
        hasErased: (person) => session.policies.hasErased(person),
      });
    } catch (error) {
      if (!(error instanceof OutcomeUnknown || error instanceof LogUnavailable)) throw error;
      throw new Ending(
        UNAVAILABLE,
        `${error.message} Repeat the same command with --command-id ${commandId}: it is recorded once, whatever happened.`,
      );
    }
  });
}

function fieldsFrom(fields: readonly Field[], options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const sent: Record<string, unknown> = {};
  for (const { name, shape } of fields) {
    const value = options[name];
    if (value === undefined) continue;
    sent[name] = shape === 'json' ? parsed(name, value as string) : name === 'clear' ? fieldNames(value) : value;
  }
  return sent;
}

/** A field is named as its option is: `--clear due-on`. */
function fieldNames(options: unknown): unknown {
  return (options as string[]).map((option) =>
    option.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase()),
  );
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Ending(WRONG_USAGE, `${optionName(name)}: this is not JSON. Write a list of objects in single quotes.`);
  }
}

function expectedFrom(text: string | undefined): number | 'no-stream' | undefined {
  if (text === undefined || text === 'no-stream') return text;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Ending(WRONG_USAGE, '--expected-revision must be a revision, such as 4, or no-stream.');
}

function optionFor(field: Field): Option {
  const flags = field.shape === 'flag' ? optionName(field.name) : `${optionName(field.name)} <${hint(field)}>`;
  const about = `${aboutOf(field)}${field.values === undefined ? '' : `: ${field.values.join(', ')}`}`;
  const option = new Option(flags, about);
  // `--no-answer-by` is a statement of its own here, not the denial of `--answer-by`.
  option.negate = false;
  if (field.shape === 'list') {
    option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]);
  }
  return option.helpGroup(
    COMMON.has(field.name) ? 'On whose authority, and when:' : field.isRequired ? 'Needed:' : 'Can be given:',
  );
}

/** A terminal shows a code as it is; fields that can be cleared are named as their options are. */
function aboutOf({ name, description }: Field): string {
  const words = description.replaceAll('`', '');
  return name === 'clear' ? asOptions(words) : words;
}

/** Fields in a list of names, called as their options are, without the dashes. */
function asOptions(words: string): string {
  return words.replace(/\w+[A-Z]\w*/g, (field) => optionName(field).slice(2));
}

/** What every use case can be told. */
const COMMON = new Set([
  'decidedByPerson',
  'decidedByPost',
  'decidedByBody',
  'decidedByCapacity',
  'effectiveOn',
  'illustration',
]);

function hint({ name, shape, values, reference, isDate }: Field): string {
  if (shape === 'json' || shape === 'number') return shape;
  if (values !== undefined && shape !== 'list') return 'one of';
  const one = name === 'clear' ? 'option' : (reference ?? (isDate ? 'date' : 'text'));
  return shape === 'list' ? `${one}, may be repeated` : one;
}

/** `dueOn` is `--due-on`. */
function optionName(field: string): string {
  return `--${field.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`;
}

/** What the Swagger plugin wrote down of the fields when the project was built, inherited ones first. */
function fieldsOf(dto: new () => object): Field[] {
  const fields = new Map<string, Field>();
  const references = referencesOf(dto.prototype as object);
  const dates = datesOf(dto.prototype as object);
  const classes: unknown[] = [];
  for (
    let one: unknown = dto;
    typeof one === 'function' && one !== Function.prototype;
    one = Object.getPrototypeOf(one)
  ) {
    classes.unshift(one);
  }
  for (const one of classes) {
    const factory = (one as { _OPENAPI_METADATA_FACTORY?: () => Metadata })._OPENAPI_METADATA_FACTORY;
    if (factory === undefined || !Object.hasOwn(one as object, '_OPENAPI_METADATA_FACTORY')) continue;
    for (const [name, { required, description = '', type, enum: values }] of Object.entries(factory())) {
      fields.set(name, {
        ...{ name, isRequired: required, description, shape: shapeOf(name, type), values },
        ...{ reference: references.get(name), isDate: dates.has(name) },
      });
    }
  }
  // In the order of the help: what is needed, what can be given, what every use case can be told.
  const place = ({ name, isRequired }: Field) => (COMMON.has(name) ? 2 : isRequired ? 0 : 1);
  return [...fields.values()].sort((a, b) => place(a) - place(b));
}

function shapeOf(name: string, type: (() => unknown) | undefined): Field['shape'] {
  const of = type?.();
  if (JSON_FIELDS.has(name)) return 'json';
  if (Array.isArray(of)) return 'list';
  if (of === Number) return 'number';
  return of === Boolean ? 'flag' : 'text';
}
