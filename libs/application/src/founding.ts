/**
 * Begins an empty record: the first body, the first post and the first person, who then acts in everything that
 * follows. It is the one thing that needs nobody to act, because nobody is there yet: the person found themselves.
 */

import type { Actor } from '#domain';
import type { Commands } from './commands.ts';
import { bodyIdOf, itemIdOf, postIdOf, streamIdOf } from './ids.ts';
import type { Authentication } from './metadata.ts';
import type { Outcome } from './outcome.ts';

export interface Founding {
  readonly bodyCode: string;
  readonly bodyName: string;
  readonly bodyKind: string;
  readonly postCode: string;
  readonly postTitle: string;
  readonly personName: string;
  readonly personEmail?: string;
}

/**
 * Answers with the first outcome that is not "done", or the last. Repeated with the same founding id it goes on where
 * it stopped.
 * @param foundingId a UUID from which the ids of all its commands are derived
 */
export async function foundRecord(
  commands: Commands,
  founding: Founding,
  foundingId: string,
  authentication: Authentication,
  marks: { readonly placeholder?: boolean; readonly illustration?: boolean } = {},
): Promise<Outcome> {
  const commandId = (step: string) => itemIdOf(foundingId, step);
  const body = bodyIdOf(founding.bodyCode);
  const post = postIdOf(body, founding.postCode);
  const person = streamIdOf(commandId('person'));
  const by: Actor = { kind: 'person', person, post, body };
  const { illustration } = marks;

  const steps = [
    {
      step: 'person',
      name: 'register-person',
      fields: { name: founding.personName, email: founding.personEmail, placeholder: marks.placeholder, illustration },
    },
    {
      step: 'body',
      name: 'record-body',
      fields: { code: founding.bodyCode, name: founding.bodyName, bodyKind: founding.bodyKind },
    },
    {
      step: 'post',
      name: 'establish-post',
      target: body,
      fields: { postCode: founding.postCode, title: founding.postTitle, illustration },
    },
    { step: 'secretary', name: 'designate-secretary', target: body, fields: { post, illustration } },
    { step: 'holding', name: 'begin-holding', target: body, fields: { post, person, illustration } },
  ];
  let outcome: Outcome | undefined;
  for (const { step, name, target, fields } of steps) {
    outcome = await commands.send({ name, target, fields, by, authentication, commandId: commandId(step) });
    if (outcome.outcome !== 'done') return outcome;
  }
  return outcome as Outcome;
}
