/** An escalation has one origin (perhaps "not stated"), is about something, and asks somebody; its tiers may be conditional. (P17, P28.) */

import { type Refusal, refuse, same, stated, type Verdict } from '../decider.ts';
import {
  type ActionId,
  type EveryCommand,
  type EscalationId,
  type MeetingId,
  type PostId,
  type RecommendationId,
  said,
  type SeriesId,
} from '../primitives.ts';
import { type AnswerByFields, bodiesOf, escalationFieldsFrom, type TargetFields } from './escalation-fields.ts';
import type { EscalationAbout, EscalationEvent, EscalationOrigin } from './escalation.events.ts';
import type { Escalation } from './escalation.state.ts';

interface OriginFields {
  /** The sitting at which it was raised, such as one of the tasking meeting. */
  readonly fromMeeting?: MeetingId;
  /** The forum that raised it, where the sitting is not known. */
  readonly fromSeries?: SeriesId;
  readonly fromPost?: PostId;
  /** The source does not say who raised it. */
  readonly originNotStated?: boolean;
}

interface AboutFields {
  readonly aboutRecommendations?: readonly RecommendationId[];
  /** Each as `<recommendation id>:<letter>`. */
  readonly aboutSubParts?: readonly string[];
  readonly aboutActions?: readonly ActionId[];
}

export interface RaiseEscalation extends EveryCommand, OriginFields, AboutFields, TargetFields, AnswerByFields {
  readonly kind: 'raise-escalation';
  readonly escalation: EscalationId;
  readonly question: string;
  /** 1, the first, unless said otherwise. */
  readonly tier?: number;
  /** What has to be so before the next tier is asked, in the words of the source. */
  readonly nextTierCondition?: string;
}

export function raiseEscalation(command: RaiseEscalation, escalation: Escalation): Verdict<EscalationEvent> {
  const origin = originFrom(command);
  if ('refused' in origin) return origin;
  const about = aboutFrom(command);
  if ('refused' in about) return about;
  const fields = escalationFieldsFrom(command);
  if ('refused' in fields) return fields;
  const { tier = 1, nextTierCondition } = command;
  if (escalation.status !== 'none') {
    const standing = {
      ...escalation.known.fields,
      origin: escalation.origin,
      about: escalation.about,
      tier: escalation.tier,
      nextTierCondition: escalation.nextTierCondition,
    };
    if (same(standing, { ...fields, origin, about, tier, nextTierCondition })) return [];
    return refuse('already-raised', 'This escalation has been raised already, with other content: correct it instead.');
  }
  return [
    {
      type: 'EscalationRaised',
      data: stated({
        ...said(command, command.by.body, bodiesOf(fields.to)),
        escalation: command.escalation,
        origin,
        about,
        ...fields,
        tier,
        nextTierCondition,
      }),
    },
  ];
}

function originFrom(fields: OriginFields): EscalationOrigin | Refusal {
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

function aboutFrom(fields: AboutFields): EscalationAbout | Refusal {
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
