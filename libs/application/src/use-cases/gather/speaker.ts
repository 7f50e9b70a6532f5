/** Who speaks, and whether the directory lets them speak so. */

import {
  type Authority,
  type Directory,
  positionCalled,
  type Raised,
  type Recommendation,
  secretaryOf,
  type SpeakerFacts,
  stated,
} from '#domain';
import type { Facts } from '../../facts.ts';
import type { EveryCommandDto } from '../every-command.dto.ts';
import type { Given } from '../use-case.ts';

/**
 * What the directory says of whoever spoke: of the body or the post that the command names, or else that a correction
 * leaves named; and of whoever records it, when nobody is.
 */
export async function speakerFacts({ dto, target, by }: Given<SpokenDto>, facts: Facts): Promise<SpeakerFacts> {
  const { decidedByPerson, decidedByPost, decidedByBody } = dto;
  const isNamed = [decidedByPerson, decidedByPost, decidedByBody].some((named) => named !== undefined);
  const recommendation = await facts.state<Recommendation>('recommendation', target);
  if (recommendation.status === 'none') return {};
  const said = isNamed ? { post: decidedByPost, body: decidedByBody } : correctedAuthority(dto, recommendation);
  const spoke = said?.body ?? (said?.post === undefined ? undefined : await facts.home('post', said.post));
  if (spoke !== undefined) {
    const speaker = await facts.state<Directory>('directory', spoke);
    const answering = await facts.state<Directory>('directory', recommendation.body);
    if (speaker.status === 'none' || answering.status === 'none') return {};
    const { name, bodyKind } = speaker.fields;
    const { bodyKind: answeringKind, overseenBy } = answering.fields;
    return {
      speaker: { body: spoke, name, bodyKind, answering: stated({ bodyKind: answeringKind, overseenBy }) },
    };
  }
  if (isNamed || by.kind !== 'person') return {};
  const own = await facts.state<Directory>('directory', by.body);
  return { isSecretary: secretaryOf(own) === by.post };
}

interface SpokenDto extends EveryCommandDto {
  /** Which position is corrected. */
  readonly position?: string;
  readonly correctionReason?: string;
}

/** Who a correction that names nobody leaves as the one who decided. */
function correctedAuthority({ position, correctionReason }: SpokenDto, recommendation: Raised): Authority | undefined {
  if (correctionReason === undefined) return undefined;
  if (position === undefined) return recommendation.closure?.fields.decidedBy;
  const found = positionCalled(recommendation, position);
  return 'refused' in found ? undefined : found.position.fields.decidedBy;
}
