/** Facts that a command needs from other streams, gathered before it is decided. */

import {
  aboutFrom,
  type Addressee,
  type Authority,
  type Blocker,
  citesStill,
  type EscalationCommand,
  type Directory,
  findingCopy,
  type FindingCopy,
  type MeetingFields,
  type MeetingId,
  positionCalled,
  originFrom,
  type Raised,
  type RaisedFromFinding,
  readDate,
  type Recommendation,
  type Refusal,
  refuse,
  type Report,
  secretaryOf,
  type SpeakerFacts,
  stated,
  targetFrom,
} from '#domain';
import { PAGE_SIZE_MAX } from '#read-model';
import type { Facts } from '../facts.ts';
import type { EveryCommandDto } from './every-command.dto.ts';
import type { Given } from './use-case.ts';

/** What raising a finding to a body takes from the report and the directory. */
export interface RaisedFacts {
  readonly recommendation: string;
  readonly reference: string;
  readonly report: string;
  readonly copy: FindingCopy;
  readonly overseer?: string;
}

export async function raised(
  { finding, body, overseer }: { finding: string; body: string; overseer?: string },
  recommendation: string,
  facts: Facts,
): Promise<RaisedFacts | Refusal> {
  const reportId = await facts.home('finding', finding);
  const report = reportId === undefined ? undefined : await facts.state<Report>('report', reportId);
  const directory = await facts.state<Directory>('directory', body);
  const copy = report?.status === 'recorded' ? findingCopy(report, finding) : undefined;
  if (report?.status !== 'recorded' || copy === undefined || reportId === undefined) {
    return refuse('finding-unknown', 'There is no such finding in the record: register it first.');
  }
  if (directory.status === 'none')
    return refuse('body-unknown', 'There is no such body in the directory: record it first.');
  if (copy.kind === 'strength')
    return refuse('strength', 'A strength asks nothing of anybody: it can’t be raised as a recommendation.');
  const code = report.findings[finding]?.fields.code ?? '';
  return {
    recommendation,
    reference: `${report.code}-${code}/${directory.fields.code}`,
    report: reportId,
    copy,
    ...overseen(overseer ?? directory.fields.overseenBy),
  };
}

/** The bodies a finding falls on, each with the local policing body that oversees it. */
export async function addressees(
  bodies: readonly string[],
  facts: Facts,
): Promise<{ addressees: Addressee[] } | Refusal> {
  const found: Addressee[] = [];
  for (const body of new Set(bodies)) {
    const directory = await facts.state<Directory>('directory', body);
    if (directory.status === 'none')
      return refuse('body-unknown', 'One of the bodies is not in the directory: record it first.');
    found.push({ body, ...overseen(directory.fields.overseenBy) });
  }
  return { addressees: found };
}

/** What has been raised from a finding so far. */
export async function raisedFrom(
  finding: string,
  facts: Facts,
): Promise<{ recommendations: readonly RaisedFromFinding[] }> {
  const { register } = await facts.lists();
  const { items } = register.list({ finding, size: PAGE_SIZE_MAX });
  return {
    recommendations: items.map(({ id, reference, body, status }) => ({
      id,
      reference,
      body,
      isRaisedInError: status === 'raisedInError',
    })),
  };
}

/** Where an action has its home, and what it is called there. */
export async function linkedAction(
  { action }: { action: string },
  facts: Facts,
): Promise<{ home: string; title: string } | Refusal> {
  const home = await facts.home('action', action);
  const recommendation = home === undefined ? undefined : await facts.state<Recommendation>('recommendation', home);
  const recorded =
    recommendation && recommendation.status !== 'none' ? (recommendation satisfies Raised).actions[action] : undefined;
  if (home === undefined || recorded === undefined)
    return refuse('action-unknown', 'There is no such action in the record.');
  return { home, title: recorded.fields.title };
}

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

/** The decisions made at a meeting and the escalations raised there, or the decisions about an escalation: as far as they stand. */
export async function citing(
  { meeting, about }: { meeting?: string; about?: string },
  facts: Facts,
): Promise<{ citedBy: Blocker[] }> {
  const { decisions, escalations, references } = await facts.lists();
  const blockers = (kind: 'decision' | 'escalation', items: readonly { readonly id: string }[]): Blocker[] =>
    items.map(({ id }) => ({ kind, id, label: references.label(kind, id) ?? id }));
  const decided = decisions
    .list({ meeting, about, size: CITED_MAX })
    .items.filter(({ status }) => status !== 'retracted');
  const raisedThere = meeting === undefined ? [] : escalations.list({ from: meeting, size: CITED_MAX }).items;
  return {
    citedBy: [...blockers('decision', decided), ...blockers('escalation', raisedThere)],
  };
}

const CITED_MAX = 20;

type RaiseEscalation = Extract<EscalationCommand, { kind: 'raise-escalation' }>;
type Asked = Pick<RaiseEscalation, 'aboutRecommendations' | 'aboutSubParts' | 'aboutActions'>;

/** The bodies that what an escalation is about falls on, as far as a command says so. */
export async function askedOf(
  { aboutSubParts = [], aboutRecommendations = [], aboutActions }: Asked,
  facts: Facts,
): Promise<{ concerns: string[] }> {
  const ofSubParts = aboutSubParts.map((subPart) => subPart.slice(0, subPart.indexOf(':')));
  return concernsOf({ aboutRecommendations: [...aboutRecommendations, ...ofSubParts], aboutActions }, facts);
}

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

/**
 * The bodies that recommendations and actions fall on, and those that oversee them: those of what something is about, and
 * of what it changes.
 */
export async function concernsOf(
  { aboutRecommendations = [], aboutActions = [], changes = [] }: About,
  facts: Facts,
): Promise<{ concerns: string[] }> {
  const recommendations = new Set(aboutRecommendations);
  for (const change of changes) if ('recommendation' in change) recommendations.add(change.recommendation as string);
  for (const action of aboutActions) {
    const home = await facts.home('action', action);
    if (home !== undefined) recommendations.add(home);
  }
  const concerns: string[] = [];
  for (const id of recommendations) {
    const recommendation = await facts.state<Recommendation>('recommendation', id);
    if (recommendation.status === 'none') continue;
    const { body, overseer } = recommendation satisfies Raised;
    concerns.push(body, ...(overseer === undefined ? [] : [overseer]));
  }
  return { concerns: [...new Set(concerns)] };
}

interface About {
  readonly aboutRecommendations?: readonly string[];
  readonly aboutActions?: readonly string[];
  readonly changes?: readonly object[];
}

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

/** The documents that are recorded as answering a report. */
export async function answering(report: string, facts: Facts): Promise<{ answeredBy: Blocker[] }> {
  const { documents, references } = await facts.lists();
  const { items } = documents.list({ answersReport: report, size: CITED_MAX });
  return {
    answeredBy: items.map(({ id, title }) => ({
      kind: 'document',
      id,
      label: references.reference('document', id) ?? `“${title}”`,
    })),
  };
}

/** Where documents are cited. */
const CITING = ['recommendation', 'report', 'decision', 'escalation', 'meeting'] as const;

/** What cites a document, as it stands: the lists say where to look, the streams what still does. */
export async function citingDocument(document: string, facts: Facts): Promise<{ citedBy: Blocker[] }> {
  const { links, references } = await facts.lists();
  const citedBy: Blocker[] = [];
  for (const id of links.citing(document)) {
    const kind = CITING.find((one) => references.label(one, id) !== undefined);
    if (kind === undefined) continue;
    const { status } = await facts.state<{ status?: string }>(kind, id);
    const isInError = status === 'retracted' || status === 'raisedInError';
    if (isInError || !citesStill(await facts.events(kind, id), document)) continue;
    citedBy.push({ kind, id, label: references.reference(kind, id) ?? references.label(kind, id) ?? id });
  }
  return { citedBy };
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

function overseen(overseer: string | undefined): { overseer?: string } {
  return overseer === undefined ? {} : { overseer };
}
