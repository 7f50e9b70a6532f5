/** Whatever is recorded wrongly of an escalation is corrected by saying what was wrong and why, also after the end. */

import { amended, amendedItem, type Correcting, correctionsOf } from '../corrections.ts';
import { type Refusal, refuse, stated, type Verdict } from '../decider.ts';
import type { BodyId } from '../primitives.ts';
import {
  aboutFrom,
  type AboutFields,
  answerByFrom,
  bodiesOf,
  originFrom,
  targetFrom,
  type TargetFields,
} from './escalation-fields.ts';
import type {
  EscalationAbout,
  EscalationEvent,
  EscalationFields,
  EscalationOrigin,
  EscalationTarget,
} from './escalation.events.ts';
import { type RaisedEscalation, saidHere } from './escalation.state.ts';
import type { RaisedFields } from './raise-escalation.ts';

type Clearable = keyof AboutFields | 'toPosts' | 'toOutside' | 'nextTierCondition' | 'document';

/** What is left out stays as it was recorded. Who decided, since when, and whether it is made up are said of its raising. */
export interface CorrectEscalation extends Correcting<Clearable>, Partial<RaisedFields> {
  readonly kind: 'correct-escalation';
  /** The bodies that what it is now said to be about falls on, and those that oversee them. */
  readonly concerns?: readonly BodyId[];
}

/** Whom it asks may have come with a later tier and the rest with the raising: each event that was wrong is corrected. */
export function correctEscalation(command: CorrectEscalation, escalation: RaisedEscalation): Verdict<EscalationEvent> {
  const was = escalation.known.fields;
  const origin = amendedOrigin(command, was.origin);
  if ('refused' in origin) return origin;
  const about = amendedAbout(command, was.about);
  if ('refused' in about) return about;
  const to = amendedTarget(command, was.to);
  if ('refused' in to) return to;
  const answerBy = answerByFrom(command);
  if (answerBy && 'refused' in answerBy) return answerBy;
  const { by, illustration, question, tier, nextTierCondition, document, concerns = [] } = command;
  const given = { origin, about, to, answerBy, question, tier, nextTierCondition, document };
  const is = amendedItem<EscalationFields>(command, was, given);
  if ('refused' in is) return is;
  const refusal = tierTooLow(is.tier, escalation);
  if (refusal) return refusal;
  const base = saidHere({ by, illustration }, escalation, [...bodiesOf(is.to), ...concerns]);
  return correctionsOf(escalation.known, is).map((correction) => ({
    type: 'EscalationCorrected',
    data: { ...base, ...correction, reason: command.correctionReason },
  }));
}

/** It has one origin: naming another takes the place of the one that was named. */
function amendedOrigin(command: CorrectEscalation, was: EscalationOrigin): EscalationOrigin | Refusal {
  const { fromMeeting, fromSeries, fromPost, originNotStated } = command;
  const isNamed = [fromMeeting, fromSeries, fromPost].some((named) => named !== undefined) || originNotStated === true;
  return isNamed ? originFrom(command) : was;
}

function amendedAbout(command: CorrectEscalation, was: EscalationAbout): EscalationAbout | Refusal {
  const { aboutRecommendations, aboutSubParts, aboutActions, clear = [] } = command;
  const lists: Required<AboutFields> = {
    aboutRecommendations: was.recommendations,
    aboutSubParts: was.subParts.map(({ recommendation, letter }) => `${recommendation}:${letter}`),
    aboutActions: was.actions,
  };
  const is = amended<AboutFields>(
    lists,
    { aboutRecommendations, aboutSubParts, aboutActions },
    clear.filter((field) => field in lists),
  );
  return 'refused' in is ? is : aboutFrom(is);
}

/** Posts and somebody outside can be asked together, so one stays beside the other; of everything else there is one. */
function amendedTarget(command: CorrectEscalation, was: EscalationTarget): EscalationTarget | Refusal {
  const { toSeries, toBody, toPosts, toOutside, clear = [] } = command;
  const given = stated({ toSeries, toBody, toPosts, toOutside });
  const stays = toSeries === undefined && toBody === undefined ? postsAndOutside(was) : {};
  if (Object.keys({ ...given, ...stays }).length === 0) return was;
  const cleared = clear.filter((field) => field === 'toPosts' || field === 'toOutside');
  const is = amended<TargetFields>(stays, given, cleared);
  return 'refused' in is ? is : targetFrom(is);
}

/** What can be asked beside something else. */
function postsAndOutside(target: EscalationTarget): TargetFields {
  if (target.kind === 'outside') return { toOutside: target.words };
  return target.kind === 'posts' ? stated({ toPosts: target.posts, toOutside: target.outside }) : {};
}

/** The tier only rises, from one that was asked to the next. */
function tierTooLow(tier: number, { steps }: RaisedEscalation): Refusal | undefined {
  const asked = steps.findLast(({ kind }) => kind === 'escalatedToNextTier')?.before.known.fields.tier ?? 0;
  if (tier > asked) return undefined;
  return refuse(
    'tier-not-higher',
    `The escalation came from tier ${String(asked)}: the tier that is asked now has a higher number.`,
  );
}
