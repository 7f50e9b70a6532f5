/** An escalation has one origin (perhaps "not stated"), is about something, and asks somebody; its tiers may be conditional. (P17, P28.) */

import { attributionOf } from '../corrections.ts';
import { refuse, same, stated, type Verdict } from '../decider.ts';
import { type BodyId, type EscalationId, type EveryCommand, said } from '../primitives.ts';
import {
  aboutFrom,
  type AboutFields,
  answerByFrom,
  type AnswerByFields,
  bodiesOf,
  type CitedFields,
  originFrom,
  type OriginFields,
  targetFrom,
  type TargetFields,
} from './escalation-fields.ts';
import type { EscalationEvent, EscalationFields } from './escalation.events.ts';
import type { Escalation } from './escalation.state.ts';

export interface RaisedFields extends OriginFields, AboutFields, TargetFields, AnswerByFields, CitedFields {
  readonly question: string;
  /** 1, the first, unless said otherwise. */
  readonly tier?: number;
  /** What has to be so before the next tier is asked, in the words of the source. */
  readonly nextTierCondition?: string;
}

export interface RaiseEscalation extends EveryCommand, RaisedFields {
  readonly kind: 'raise-escalation';
  readonly escalation: EscalationId;
  /** The bodies that what it is about falls on, and those that oversee them. */
  readonly concerns?: readonly BodyId[];
  /** The escalation that stands with the same origin, subject, question and addressee, if one does. */
  readonly alike?: EscalationId;
}

export function raiseEscalation(command: RaiseEscalation, escalation: Escalation): Verdict<EscalationEvent> {
  const origin = originFrom(command);
  if ('refused' in origin) return origin;
  const about = aboutFrom(command);
  if ('refused' in about) return about;
  const to = targetFrom(command);
  if ('refused' in to) return to;
  const answerBy = answerByFrom(command);
  if (answerBy === undefined) {
    return refuse('answer-by-missing', 'Give a date by which an answer is asked for, or say that none was given.');
  }
  if ('refused' in answerBy) return answerBy;
  const { question, tier = 1, nextTierCondition, document, concerns = [], alike } = command;
  const fields: EscalationFields = stated({
    question,
    origin,
    about,
    to,
    answerBy,
    tier,
    nextTierCondition,
    document,
  });
  const base = said(command, command.by.body, [...bodiesOf(to), ...concerns]);
  if (escalation.status !== 'none') {
    if (same(escalation.known.fields, { ...fields, ...attributionOf(base) })) return [];
    return refuse('already-raised', 'This escalation has been raised already, with other content: correct it instead.');
  }
  if (alike !== undefined) {
    return refuse(
      'escalation-raised',
      'This question has been raised already, from the same place to the same addressee, and stands: use what is recorded, or correct it.',
      [{ kind: 'escalation', id: alike, label: question }],
    );
  }
  return [{ type: 'EscalationRaised', data: { ...base, escalation: command.escalation, ...fields } }];
}
