/**
 * Who is acting, until people can sign in: named by their post, `SYMCA/SEC`, and where the post has more than one
 * holder by the person too, `SYMCA/SEC; person=<id>`.
 */

import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type CivilDate, dayInLondon, type Refusal, refuse } from '#domain';
import { ReadModel } from '#read-model';
import type { Clock } from './clock.ts';
import { Projection } from './projection/projection.ts';
import { RecordFacts } from './record-facts.ts';
import { CLOCK } from './tokens.ts';

const HOW = 'Name the post you act in, such as SYMCA/SEC.';

const KNOWN_MAX = 1_000;

@Injectable()
export class Actors {
  /** Who was found, on which day, and when the directory was last changed before that. */
  private readonly known = new Map<string, { actor: Actor; today: CivilDate; version: number }>();

  constructor(
    private readonly facts: RecordFacts,
    private readonly readModel: ReadModel,
    private readonly projection: Projection,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The person and post that the text names today, or a refusal that says what to write. */
  async resolve(text: string | undefined): Promise<Actor | Refusal> {
    const today = dayInLondon(this.clock());
    const version = this.projection.directoryVersion;
    const known = this.known.get(text ?? '');
    if (known?.today === today && known.version === version) return known.actor;
    let actor = await this.find(text, today);
    // Who has just been given a post may not be in the lists yet.
    if ('refused' in actor && (await this.projection.reachedOwn())) actor = await this.find(text, today);
    if (!('refused' in actor)) {
      if (this.known.size >= KNOWN_MAX) this.known.clear();
      this.known.set(text ?? '', { actor, today, version });
    }
    return actor;
  }

  private async find(text: string | undefined, today: CivilDate): Promise<Actor | Refusal> {
    if (text === undefined || text.trim() === '')
      return refuse('acting-as-missing', `Nobody is named as acting. ${HOW}`);
    const [postReference, personReference] = readActing(text);
    const post = postReference === '' ? undefined : await this.facts.resolve('post', postReference);
    if (post === undefined)
      return refuse('acting-as-unknown', `There is no post “${postReference}” in the directory. ${HOW}`);
    const { body } = this.readModel.directory.post(post) ?? {};
    if (body === undefined)
      return refuse('acting-as-unknown', `There is no post “${postReference}” in the directory. ${HOW}`);

    const holders = this.readModel.directory.holdersOn(post, today);
    if (personReference !== undefined) {
      const person = holders.find((holder) => holder === personReference);
      if (person === undefined) {
        return refuse(
          'acting-as-unknown',
          `Nobody with the id ${personReference} holds the post ${postReference} today.`,
        );
      }
      return { kind: 'person', person, post, body };
    }
    const [person, ...others] = holders;
    if (person === undefined)
      return refuse(
        'post-vacant',
        `Nobody holds the post ${postReference} today. Record who does, or act in another post.`,
      );
    if (others.length > 0) {
      return refuse(
        'post-shared',
        `The post ${postReference} has ${String(holders.length)} holders. Say which: ${postReference}; person=${person}`,
      );
    }
    return { kind: 'person', person, post, body };
  }
}

/**
 * The post, and the person where one is named; no post when the text can't be read. Split and not matched by one pattern:
 * a header may hold many thousand blanks, and a pattern would try them all from each of them.
 */
function readActing(text: string): [post: string, person?: string] {
  const [post = '', person, ...more] = text.split(';').map((part) => part.trim());
  if (person === undefined) return [post];
  return more.length === 0 && person.startsWith('person=') ? [post, person.slice('person='.length)] : [''];
}
