/** What stands on record as a command would record it again: asked of the lists, once they hold everything. */

import {
  aboutFrom,
  type Blocker,
  type EscalationCommand,
  type MeetingFields,
  type MeetingId,
  originFrom,
  readDate,
  targetFrom,
} from '#domain';
import type { Facts } from '../../facts.ts';
import { askedOf } from './concerns.ts';

/** The meeting that is recorded as a command would record it, if there is one beside its own. */
export async function meetingAlike(
  {
    series,
    meetingKind,
    title,
    heldOn,
  }: Pick<MeetingFields, 'series' | 'meetingKind' | 'title'> & { readonly heldOn: string },
  own: string,
  facts: Facts,
): Promise<{ alike?: MeetingId }> {
  const { meetings } = await facts.lists();
  const alike = meetings.alike({ series, meetingKind, title, heldOn: readDate(heldOn) }, own);
  return alike === undefined ? {} : { alike };
}

type RaiseEscalation = Extract<EscalationCommand, { kind: 'raise-escalation' }>;

/** What {@link askedOf} tells, and the escalation that stands as a command would raise it, if there is one beside its own. */
export async function raisedAlike(
  command: Omit<RaiseEscalation, 'kind' | 'by' | 'escalation'>,
  own: string,
  facts: Facts,
): Promise<{ concerns: string[]; alike?: string }> {
  const asked = await askedOf(command, facts);
  const origin = originFrom(command);
  const about = aboutFrom(command);
  const to = targetFrom(command);
  // What can't be read is refused when the command is decided.
  if ('refused' in origin || 'refused' in about || 'refused' in to) return asked;
  const { escalations } = await facts.lists();
  const alike = escalations.alike({ question: command.question, origin, about, to }, own);
  return alike === undefined ? asked : { ...asked, alike };
}

/** Who else goes by that name, each with the posts they hold or held. */
export async function namesakes(name: string, own: string, facts: Facts): Promise<{ namesakes: Blocker[] }> {
  const { directory, references } = await facts.lists();
  const others = references.find('person', name).filter((id) => id !== own);
  return {
    namesakes: others.map((id) => {
      const posts = directory.holdings({ person: id }).map(({ post }) => references.reference('post', post) ?? '');
      const held = posts.length === 0 ? '' : ` (${[...new Set(posts)].join(', ')})`;
      return { kind: 'person', id, label: `${references.label('person', id) ?? name}${held}` };
    }),
  };
}
