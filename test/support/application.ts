/** The application on a real record in memory, without an app around it. */

import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  Actors,
  ApplicationModule,
  type Clock,
  Commands,
  foundRecord,
  Histories,
  type OpenRecord,
  openRecordInMemory,
  type Outcome,
  Policies,
  Projection,
} from '#application';
import type { Actor } from '#domain';

export interface RunningApplication {
  readonly app: INestApplicationContext;
  readonly record: OpenRecord;
  readonly commands: Commands;
  readonly histories: Histories;
  readonly policies: Policies;
  readonly projection: Projection;
  readonly secretary: Actor;
  /** Sends a command as the secretary. Each has a command id of its own unless one is given. */
  readonly send: (
    name: string,
    target: string | undefined,
    fields: object,
    commandId?: string,
    expected?: number,
  ) => Promise<Outcome>;
  /** Sends a command that must be done; answers with the id of its stream. */
  readonly done: (name: string, target: string | undefined, fields: object) => Promise<string>;
  stop(): Promise<void>;
}

const SYMCA = {
  bodyCode: 'SYMCA',
  bodyName: 'South Yorkshire Mayoral Combined Authority',
  bodyKind: 'localPolicingBody',
  postCode: 'SEC',
  postTitle: 'Board Secretary',
  personName: 'A Secretary',
};

/** Begun with the body SYMCA and its secretary. */
export async function startApplication(
  options: { record?: OpenRecord; clock?: Clock; inThread?: boolean } = {},
  /** The post in which a record that was begun before is acted on. */
  { founded }: { founded?: string } = {},
): Promise<RunningApplication> {
  const record = options.record ?? openRecordInMemory(options.clock);
  const app = await NestFactory.createApplicationContext(ApplicationModule.of(record), { logger: false });
  await app.get(Projection).start({ inThread: options.inThread });
  const commands = app.get(Commands);
  if (founded === undefined) await foundRecord(commands, SYMCA, '3b0f8a3e-1f62-4c0e-8f0c-1f9c6f1d2a77', 'cli');
  const secretary = await app.get(Actors).resolve(founded ?? 'SYMCA/SEC');
  if ('refused' in secretary) throw new Error(secretary.sentence);

  const send: RunningApplication['send'] = (name, target, fields, commandId = randomUUID(), expected) =>
    commands.send({ name, target, fields, by: secretary, authentication: 'claimed-local', commandId, expected });
  const done: RunningApplication['done'] = async (name, target, fields) => {
    const outcome = await send(name, target, fields);
    if (outcome.outcome !== 'done') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome.id;
  };
  return {
    app,
    record,
    commands,
    histories: app.get(Histories),
    policies: app.get(Policies),
    projection: app.get(Projection),
    secretary,
    send,
    done,
    async stop() {
      await app.close();
      await record.close();
    },
  };
}

/** The force SYP, the report OIC with R1, raised to SYP: `OIC-R1/SYP`. */
export async function withRecommendation({ done }: RunningApplication): Promise<void> {
  await done('record-body', undefined, {
    code: 'SYP',
    name: 'South Yorkshire Police',
    bodyKind: 'force',
    overseenBy: 'SYMCA',
  });
  await done('record-report', undefined, {
    code: 'OIC',
    title: 'improving the response to organised immigration crime',
    publishedOn: '16 May 2025',
  });
  await done('register-finding', 'OIC', {
    code: 'R1',
    findingKind: 'recommendation',
    label: 'Recommendation 1',
    text: 'Send the intelligence document.',
    deadlineAsPrinted: 'By 30 April 2026',
  });
  await done('raise-recommendation', undefined, { finding: 'OIC-R1', body: 'SYP' });
}

export const ACTION = { title: 'Write the procedure', leadNotNamed: true, dueOn: '30 April 2026' };
export const CLOSURE = { level: 'assured', layer: 'localPolicingBody', code: 'implemented', reason: 'It is done.' };
