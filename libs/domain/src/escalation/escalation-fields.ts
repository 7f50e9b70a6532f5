/**
 * An escalation asks a board, posts, a body or somebody outside, by a date or with none given. Commands say this in flat
 * fields; here they are read into what is recorded. (P17, P28, P29.)
 */

import { dateUnclear } from '../calendar/date-unclear.ts';
import { readDate } from '../calendar/precise-date.ts';
import { type Refusal, refuse, stated } from '../decider.ts';
import type { BodyId, PostId, SeriesId } from '../primitives.ts';
import type { AnswerBy, EscalationFields, EscalationTarget } from './escalation.events.ts';

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

export function escalationFieldsFrom(
  fields: TargetFields & AnswerByFields & { readonly question: string },
): EscalationFields | Refusal {
  const to = targetFrom(fields);
  if ('refused' in to) return to;
  const answerBy = answerByFrom(fields);
  if (answerBy === undefined) {
    return refuse('answer-by-missing', 'Give a date by which an answer is asked for, or say that none was given.');
  }
  if ('refused' in answerBy) return answerBy;
  return { question: fields.question, to, answerBy };
}

/** The bodies a target makes party to the escalation. */
export function bodiesOf(target: EscalationTarget): readonly BodyId[] {
  return target.kind === 'body' ? [target.body] : [];
}
