/**
 * An escalation asks a board, posts, a body or somebody outside, by a date or with none given. Commands say this in flat
 * fields; here they are read into what is recorded. (P17, P28, P29.)
 */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { type Refusal, refuse, stated } from '../decider.ts';
import {
  type ActionId,
  type BodyId,
  type DocumentId,
  type EveryCommand,
  type MeetingId,
  namesSomebody,
  type PostId,
  type RecommendationId,
  type SeriesId,
} from '../primitives.ts';
import type { AnswerBy, EscalationAbout, EscalationOrigin, EscalationTarget } from './escalation.events.ts';

/** The letter or paper that states what is recorded. */
export interface CitedFields {
  readonly document?: DocumentId;
}

export interface OriginFields {
  /** The sitting at which it was raised, such as one of the tasking meeting. */
  readonly fromMeeting?: MeetingId;
  /** The forum that raised it, where the sitting is not known. */
  readonly fromSeries?: SeriesId;
  readonly fromPost?: PostId;
  /** The source does not say who raised it. */
  readonly originNotStated?: boolean;
}

export interface AboutFields {
  readonly aboutRecommendations?: readonly RecommendationId[];
  /** Each as `<recommendation id>:<letter>`. */
  readonly aboutSubParts?: readonly string[];
  readonly aboutActions?: readonly ActionId[];
}

export interface TargetFields {
  /** A board or another standing forum. */
  readonly toSeries?: SeriesId;
  readonly toPosts?: readonly PostId[];
  readonly toBody?: BodyId;
  /** Somebody the directory does not hold, in words; alone or beside posts. */
  readonly toOutside?: string;
}

export interface AnswerByFields {
  /** By when an answer is asked for, as a date expression. */
  readonly answerBy?: string;
  /** The source gives no date. */
  readonly noAnswerBy?: boolean;
}

export function targetFrom(fields: TargetFields): EscalationTarget | Refusal {
  const { toSeries, toBody, toOutside, toPosts = [] } = fields;
  const targets: EscalationTarget[] = [];
  if (toSeries !== undefined) targets.push({ kind: 'series', series: toSeries });
  if (toBody !== undefined) targets.push({ kind: 'body', body: toBody });
  if (toPosts.length > 0) {
    targets.push(stated({ kind: 'posts' as const, posts: [...new Set(toPosts)], outside: toOutside }));
  } else if (toOutside !== undefined) {
    targets.push({ kind: 'outside', words: toOutside });
  }
  const [target, ...others] = targets;
  if (target === undefined) {
    return refuse('target-missing', 'Say who is asked: a board, one or more posts, a body, or somebody outside.');
  }
  if (others.length > 0) {
    return refuse(
      'targets-mixed',
      'An escalation is put to one board, to posts, to one body or to somebody outside: only posts and somebody outside can be asked together.',
    );
  }
  return target;
}

/** What is said of the date, or nothing when nothing is. */
export function answerByFrom(fields: AnswerByFields): AnswerBy | Refusal | undefined {
  if (fields.noAnswerBy === true) {
    if (fields.answerBy === undefined) return { kind: 'noneGiven' };
    return refuse(
      'answer-by-unclear',
      'Give a date by which an answer is asked for or say that none was given, not both.',
    );
  }
  if (fields.answerBy === undefined) return undefined;
  return dateUnclear(fields.answerBy) ?? { kind: 'on', date: readDate(fields.answerBy) };
}

export function originFrom(fields: OriginFields): EscalationOrigin | Refusal {
  const origins: EscalationOrigin[] = [];
  if (fields.fromMeeting !== undefined) origins.push({ kind: 'meeting', meeting: fields.fromMeeting });
  if (fields.fromSeries !== undefined) origins.push({ kind: 'series', series: fields.fromSeries });
  if (fields.fromPost !== undefined) origins.push({ kind: 'post', post: fields.fromPost });
  if (fields.originNotStated === true) origins.push({ kind: 'notStated' });
  const [origin, ...others] = origins;
  if (origin && others.length === 0) return origin;
  return refuse(
    'origin-unclear',
    'An escalation has one origin: a meeting, a series of meetings, a post, or the statement that it is not stated.',
  );
}

export function aboutFrom(fields: AboutFields): EscalationAbout | Refusal {
  const { aboutRecommendations = [], aboutSubParts = [], aboutActions = [] } = fields;
  if (aboutRecommendations.length + aboutSubParts.length + aboutActions.length === 0) {
    return refuse('about-missing', 'Say what the escalation is about: a recommendation, a sub-part or an action.');
  }
  const subParts = [];
  for (const printed of new Set(aboutSubParts)) {
    const [, recommendation, letter] = /^([^:]+):([a-z]+)$/.exec(printed) ?? [];
    if (recommendation === undefined || letter === undefined) {
      return refuse(
        'sub-part-unclear',
        `“${printed}” is not a sub-part: write the recommendation, a colon and the letter, such as YHSOC-AFI-A/WYP:c.`,
      );
    }
    subParts.push({ recommendation, letter });
  }
  return { recommendations: [...new Set(aboutRecommendations)], subParts, actions: [...new Set(aboutActions)] };
}

/** The bodies a target makes party to the escalation. */
export function bodiesOf(target: EscalationTarget): readonly BodyId[] {
  return target.kind === 'body' ? [target.body] : [];
}

/** A refusal when nobody is named who did what only those who are asked can do. @param did "answered it" */
export function notByWhoWasAsked(did: string, command: EveryCommand, to: EscalationTarget): Refusal | undefined {
  if (namesSomebody(command) || isAsked(command, to)) return undefined;
  return refuse(
    'answerer-missing',
    `Say who ${did}: a person, a post or a body. You record it, but the escalation is not put to you.`,
  );
}

function isAsked({ by }: EveryCommand, to: EscalationTarget): boolean {
  if (to.kind === 'body') return to.body === by.body;
  return to.kind === 'posts' && by.kind === 'person' && to.posts.includes(by.post);
}
