/** The one door for what people ask: check the form, find what it refers to, decide, append, and carry out what follows. */

import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, dayInLondon, type Refusal } from '#domain';
import { EventStore, type Revision } from '#event-store';
import type { Clock } from './clock.ts';
import { CommandIds } from './command-ids.ts';
import { Decide } from './decide.ts';
import { bodyIdOf } from './ids.ts';
import { RecordFacts } from './record-facts.ts';
import { type Authentication, metadataOf } from './metadata.ts';
import type { FieldError, Outcome } from './outcome.ts';
import { Policies } from './policies/policies.ts';
import { CLOCK } from './tokens.ts';
import { datesToCome, RECORD_LATER } from './use-cases/dates-to-come.ts';
import type { EveryCommandDto } from './use-cases/every-command.dto.ts';
import { type ReferenceKind, referencesOf } from './use-cases/fields.ts';
import { USE_CASES } from './use-cases/table.ts';
import type { UseCase } from './use-cases/use-case.ts';
import { validate } from './use-cases/validate.ts';

export interface Request {
  /** The use case: `close-recommendation`. */
  readonly name: string;
  /** What it is for, by reference or id; nothing when the use case starts a stream. */
  readonly target?: string;
  /** The fields as they came, unchecked. */
  readonly fields: unknown;
  readonly by: Actor;
  readonly authentication: Authentication;
  /** A UUID, as a rule made by the client. */
  readonly commandId: string;
  /** The client left the id to the application, which made it just now. */
  readonly isNew?: boolean;
  readonly expected?: Revision | 'no-stream';
}

@Injectable()
export class Commands {
  constructor(
    private readonly bus: CommandBus,
    private readonly facts: RecordFacts,
    private readonly policies: Policies,
    private readonly commandIds: CommandIds,
    private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws {Error} when there is no such use case: callers look it up first. */
  async send(request: Request): Promise<Outcome> {
    const { name, by, commandId, authentication, expected } = request;
    const found = USE_CASES.get(name);
    if (!found) throw new Error(`There is no use case ${name}.`);
    const { category, useCase } = found;

    const dto = validate(useCase.dto, request.fields);
    if (Array.isArray(dto)) return { outcome: 'invalid', errors: dto };
    const toCome = datesToCome(dto, dayInLondon(this.clock()), RECORD_LATER);
    if (toCome.length > 0) return { outcome: 'invalid', errors: toCome };
    const content = { name, target: request.target, fields: { ...dto }, by };
    const unknown = await this.resolveReferences(dto, '');
    // The id of what is begun comes from what the command names; that must be known, or be an id itself.
    const isTold = unknown.every(
      ({ field }) => !useCase.starts || UUID.test(String((dto as unknown as Fields)[field])),
    );
    if (!isTold) return { outcome: 'invalid', errors: unknown };
    const target = await this.targetOf(useCase, category, dto, request);
    // A body that was taken out of the directory since is not found by its code, but its id still follows from it.
    const code = category === 'directory' ? request.target : undefined;
    const was = typeof target === 'string' || code === undefined ? target : bodyIdOf(code);
    const orItsFirst = (now: Outcome) => this.firstAnswer(category, was, request, content, now);
    if (unknown.length > 0) return orItsFirst({ outcome: 'invalid', errors: unknown });
    if (typeof target !== 'string') return orItsFirst(target);

    const given = { dto, target, commandId, by };
    const gathered: object | Refusal = useCase.gather ? await useCase.gather(given, this.facts) : {};
    if ('refused' in gathered) return orItsFirst({ outcome: 'refused', refusal: gathered });
    const command = { ...plain(dto), ...(useCase.ids?.(given) as object | undefined), ...gathered, kind: name, by };

    const decide = new Decide({
      category,
      id: target,
      command,
      commandId,
      content,
      authentication,
      expected,
      claims: useCase.claims?.(dto),
    });
    const outcome = await this.commandIds.useIn(request, `${category}-${target}`, () =>
      this.bus.execute<Decide, Outcome>(decide),
    );
    if (outcome.outcome === 'done') await this.policies.follow(outcome);
    return outcome;
  }

  /**
   * What a command is told that came before, although it could not be recorded now: what it names may be gone since,
   * perhaps by its own doing.
   * @param now what it is told when it did not come before
   */
  private async firstAnswer(
    category: string,
    target: string | Extract<Outcome, { outcome: 'missing' }>,
    { name, by, commandId, authentication }: Request,
    content: object,
    now: Outcome,
  ): Promise<Outcome> {
    if (typeof target !== 'string') return now;
    const { events } = await this.store.read(`${category}-${target}`);
    if (!events.some((event) => metadataOf(event).commandId === commandId)) return now;
    const command = { kind: name, by };
    return this.bus.execute<Decide, Outcome>(
      new Decide({ category, id: target, command, commandId, content, authentication }),
    );
  }

  private async targetOf(
    useCase: UseCase,
    category: string,
    dto: EveryCommandDto,
    request: Request,
  ): Promise<string | Extract<Outcome, { outcome: 'missing' }>> {
    if (useCase.starts) return useCase.starts({ dto, commandId: request.commandId, by: request.by });
    const kind = TARGET_KINDS[category] ?? (category as ReferenceKind);
    const id = request.target === undefined ? undefined : await this.facts.resolve(kind, request.target);
    return id ?? { outcome: 'missing', sentence: `There is no ${kind} “${request.target ?? ''}” in the record.` };
  }

  /** Puts ids where references were. What is not in the record is told, field by field. */
  private async resolveReferences(holder: object, path: string): Promise<FieldError[]> {
    const fields = holder as Fields;
    const kinds = referencesOf(holder);
    const errors: FieldError[] = [];
    for (const [field, value] of Object.entries(fields)) {
      const at = path === '' ? field : `${path}.${field}`;
      const kind = kinds.get(field);
      if (kind !== undefined) {
        const references = Array.isArray(value) ? (value as string[]) : [value as string];
        const ids: string[] = [];
        for (const reference of references) {
          const id = await this.facts.resolve(kind, reference);
          if (id === undefined)
            errors.push({ field: at, sentence: [`There is no ${kind} “${reference}” in the record.`] });
          else if (this.facts.isRetracted(kind, id)) {
            errors.push({ field: at, sentence: [`“${reference}” was recorded in error: name what is meant instead.`] });
          } else ids.push(id);
        }
        fields[field] = Array.isArray(value) ? ids : (ids[0] ?? value);
      } else if (Array.isArray(value)) {
        for (const [index, item] of value.entries()) {
          if (typeof item === 'object' && item !== null) {
            errors.push(...(await this.resolveReferences(item as object, `${at}.${String(index)}`)));
          }
        }
      }
    }
    return errors;
  }
}

type Fields = Record<string, unknown>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Most categories are named as what they hold; a directory entry is a body. */
const TARGET_KINDS: Readonly<Record<string, ReferenceKind>> = { directory: 'body' };

/** The fields as plain JSON: from here on nothing knows a DTO class. The entries of a list are flat. */
function plain(dto: object): object {
  const isEntry = (value: unknown): value is object => typeof value === 'object' && value !== null;
  const fields = Object.entries(dto).map(([field, value]: [string, unknown]) => [
    field,
    Array.isArray(value) ? value.map((entry: unknown) => (isEntry(entry) ? { ...entry } : entry)) : value,
  ]);
  return Object.fromEntries(fields) as object;
}
