import { type FieldError, type HistoryEntry } from '#application';
import {
  type CivilDate,
  daysBetween,
  type EscalationTarget,
  type FindingCopy,
  type Layer,
  LAYERS,
  type Names,
  type Raised,
  sayAuthority,
  sayDate,
  sayDeadline,
  sayInstant,
  sayPreciseDate,
} from '#domain';
import type { ChangeItem, DecisionItem, EscalationItem, ReadModel, RecommendationStatus } from '#read-model';
import type { FoldedRecommendation } from '../../http/folded-recommendations.ts';
import { type FormErrors, formErrors } from '../../http/form.ts';
import { addressOfRecommendation, placeOfAction } from '../../http/links.ts';
import type { Page } from '../../http/page.ts';
import {
  CLOSURES_SAID,
  count,
  KINDS,
  LAYERS_SAID,
  LEVELS_SAID,
  lower,
  positionSaid,
  sayDue,
  sayLead,
  STATUS_COLOURS,
  STATUSES,
} from '../../http/words.ts';
import { paths } from '../../paths.ts';

type RecordedAction = Raised['actions'][string];
type LinkedAction = Raised['links'][string];
type RecordedPosition = Raised['positions'][string];

export interface RecommendationData {
  readonly found: FoldedRecommendation;
  /** Where linked actions are recorded, by the id of that recommendation. */
  readonly homes: ReadonlyMap<string, FoldedRecommendation>;
  readonly history: readonly HistoryEntry[];
  readonly decisions: readonly DecisionItem[];
  readonly escalations: readonly EscalationItem[];
  readonly names: Names;
  readonly references: ReadModel['references'];
  /** Today, or the day as recorded by which it is shown: a date before it is late. */
  readonly day: CivilDate;
  readonly asRecordedBy: CivilDate | undefined;
  /** The date as it was typed in. */
  readonly typed: string;
  readonly errors: readonly FieldError[];
  readonly isBehind: boolean;
  /** The id of the command that has just been recorded, as the address says. */
  readonly recorded: unknown;
}

export interface RecommendationView {
  readonly reference: string;
  readonly caption: string;
  readonly body: string;
  readonly text: string;
  readonly isIllustration: boolean;
  readonly status: { readonly text: string; readonly colour: string };
  /** Where it stands, in sentences. */
  readonly standing: readonly string[];
  /** What has just been recorded. */
  readonly recorded: readonly string[];
  readonly notes: readonly string[];
  readonly asRecorded: AsRecordedView;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly layers: readonly LayerView[];
  readonly parts: readonly PartView[];
  readonly actions: readonly ActionView[];
  /** Absent when it is shown as of a past day, and when nothing more can be recorded in it. */
  readonly close: { readonly href: string; readonly text: string } | undefined;
  readonly decisions: readonly {
    readonly number: string;
    readonly what: string;
    readonly why: string;
    readonly isIllustration: boolean;
  }[];
  readonly escalations: readonly {
    readonly question: string;
    readonly status: string;
    readonly asked: string;
    readonly answer: string | undefined;
    readonly isIllustration: boolean;
  }[];
  readonly history: readonly EntryView[];
}

interface AsRecordedView {
  readonly action: string;
  readonly value: string;
  readonly errors: FormErrors | undefined;
  /** Absent when it is shown as recorded now. */
  readonly past: { readonly words: string; readonly now: string } | undefined;
}

interface LayerView {
  readonly layer: string;
  /** Those that stand; none when no position of the layer is recorded. */
  readonly positions: readonly PositionView[];
}

interface PositionView {
  readonly reference: string;
  readonly on: string;
  readonly code: string;
  readonly words: string;
  readonly qualifiers: readonly string[];
  readonly reason: string | undefined;
  readonly source: string;
  readonly isIllustration: boolean;
}

interface PartView {
  readonly letter: string;
  readonly text: string;
  readonly answers: readonly string[];
  readonly actions: readonly { readonly text: string; readonly href: string }[];
}

interface ActionView {
  readonly place: string;
  readonly reference: string;
  readonly title: string;
  readonly part: string | undefined;
  /** The recommendation where it is recorded, when that is another. */
  readonly home: { readonly text: string; readonly href: string } | undefined;
  readonly lead: string;
  readonly with: readonly string[];
  readonly due: string;
  readonly late: string | undefined;
  readonly extensions: string | undefined;
  /** The last note that stands. */
  readonly progress: string | undefined;
  readonly status: { readonly text: string; readonly colour: string };
  readonly isIllustration: boolean;
}

interface EntryView {
  readonly sentence: string;
  readonly recorded: string;
  readonly effective: string | undefined;
  readonly stream: string;
}

export function recommendationPage(data: RecommendationData): Page<RecommendationView> {
  const { found, names, asRecordedBy } = data;
  const { state } = found;
  const { reference, copy } = state;
  const actions = actionsOf(data);
  const status = statusOf(state, actions);
  const when = asRecordedBy === undefined ? '' : `, as recorded by ${sayDate(asRecordedBy)}`;
  return {
    status: data.errors.length > 0 ? 422 : 200,
    template: 'recommendation/recommendation.njk',
    title: `${reference}${when}`,
    hasErrors: data.errors.length > 0,
    trail: [{ text: 'Register', href: paths.register() }],
    view: {
      reference,
      caption: copy.label ?? KINDS[copy.kind],
      body: names('body', state.body),
      text: copy.text,
      isIllustration: isIllustrated(state),
      status: { text: STATUSES[status], colour: STATUS_COLOURS[status] },
      standing: standing(state, status, actions, data),
      recorded: data.history
        .filter(({ eventId }) =>
          found.events.some(({ id, commandId }) => id === eventId && commandId === data.recorded),
        )
        .map(({ sentence }) => sentence),
      notes: data.isBehind
        ? ['What others say of it is a moment behind what was recorded. Load the page again to see it.']
        : [],
      asRecorded: asRecordedView(data),
      facts: factsOf(found, names),
      layers: layersOf(found, names),
      parts: copy.subParts.map(({ letter, text }) => ({
        letter,
        text,
        answers: standingPositions(state)
          .filter(({ fields }) => fields.subPart === letter)
          .map(({ fields }) => `${LAYERS_SAID[fields.layer]}: ${lower(positionSaid(fields.code))}`),
        actions: actions
          .filter((action) => action.part === letter && !action.isWithdrawn)
          .map(({ reference: text, place }) => ({ text, href: `#${place}` })),
      })),
      actions,
      close: closeLink(state, asRecordedBy),
      decisions: decisionsOf(data),
      escalations: data.escalations.map((escalation) => escalationView(escalation, names)),
      history: data.history.map((entry) => entryView(entry, data)),
    },
  };
}

type Action = ActionView & {
  readonly isOpen: boolean;
  readonly isWithdrawn: boolean;
  readonly dueOn: CivilDate | undefined;
};

/** Its own, then those that are linked, as the recommendation that is their home tells them. */
function actionsOf({ found, homes, names, references, day }: RecommendationData): Action[] {
  const { state } = found;
  const own = Object.entries(state.actions).map(([id, action]) => actionView(id, state.reference, action, names, day));
  const linked = Object.entries(state.links).map(([id, link]) => {
    const home = homes.get(link.home);
    const action = home?.state.actions[id];
    const where = {
      text: home?.state.reference ?? '',
      href: `${addressOfRecommendation(link.home, { references })}#${placeOfAction(id)}`,
    };
    if (!home || !action) return notFound(id, link, where);
    const view = actionView(id, home.state.reference, action, names, day);
    // It serves a part of this recommendation, whatever it serves at home.
    return { ...view, part: link.fields.subPart, home: where };
  });
  return [...own, ...linked];
}

function actionView(
  id: string,
  home: string,
  { fields, number, status, originalDue, extensions, progress }: RecordedAction,
  names: Names,
  day: CivilDate,
): Action {
  const { due } = fields;
  const isOpen = status === 'open';
  const days = due.kind === 'on' ? daysBetween(due.date, day) : 0;
  return {
    place: placeOfAction(id),
    reference: `${home}/${String(number)}`,
    title: fields.title,
    part: fields.subPart,
    home: undefined,
    lead: sayLead(fields.lead, names),
    with: [
      ...fields.supporters.map((post) => `Supported by ${names('post', post)}`),
      ...fields.deliveredWith.map((body) => `Delivered with ${names('body', body)}`),
      ...(fields.monitoredAt === undefined ? [] : [`Reviewed at ${names('series', fields.monitoredAt)}`]),
    ],
    due: sayDue(due),
    late: isOpen && days > 0 ? `${count(days, 'day')} late` : undefined,
    extensions: extensions === 0 ? undefined : `Extended ${times(extensions)}: first ${lower(sayDue(originalDue))}`,
    progress: sayProgress(progress),
    status: ACTION_STATUSES[status],
    isIllustration: fields.illustration === true,
    isOpen,
    isWithdrawn: status === 'withdrawn',
    dueOn: due.kind === 'on' ? due.date : undefined,
  };
}

/** Its home is not in the record, or can't be read: then only the link is known. */
function notFound(id: string, link: LinkedAction, home: ActionView['home']): Action {
  return {
    place: placeOfAction(id),
    reference: link.title,
    title: link.title,
    part: link.fields.subPart,
    home,
    lead: 'Recorded elsewhere',
    with: [],
    due: 'Recorded elsewhere',
    late: undefined,
    extensions: undefined,
    progress: undefined,
    status: link.isEnded ? { text: 'Ended', colour: 'grey' } : ACTION_STATUSES.open,
    isIllustration: false,
    isOpen: !link.isEnded,
    isWithdrawn: false,
    dueOn: undefined,
  };
}

const ACTION_STATUSES = {
  open: { text: 'Open', colour: 'teal' },
  completed: { text: 'Completed', colour: 'green' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
} as const;

/** The last note that stands. */
function sayProgress(notes: RecordedAction['progress']): string | undefined {
  const last = notes.findLast(({ retracted }) => retracted === undefined);
  return last && `${last.reference}: “${last.fields.words}”`;
}

function times(number: number): string {
  return number === 1 ? 'once' : number === 2 ? 'twice' : `${String(number)} times`;
}

/** As the register has it. */
function statusOf({ status, positions }: Raised, actions: readonly Action[]): RecommendationStatus {
  if (status !== 'open') return status;
  if (actions.some(({ isWithdrawn }) => !isWithdrawn)) return 'inDelivery';
  return Object.keys(positions).length > 0 ? 'positionRecorded' : 'noPositionRecorded';
}

function standing(
  state: Raised,
  status: RecommendationStatus,
  actions: readonly Action[],
  { day, names }: RecommendationData,
): string[] {
  const { closure, inError, copy } = state;
  if (status === 'raisedInError') {
    return [`It was raised in error: “${inError?.reason ?? ''}”. Nothing more can be recorded in it.`];
  }
  if (closure) {
    const { level, layer, code, reason, decidedBy, effectiveOn } = closure.fields;
    return [
      `It is closed (${lower(LEVELS_SAID[level])}) as ${lower(CLOSURES_SAID[code])}, by the ${lower(LAYERS_SAID[layer])}.`,
      `The reason: “${reason}”`,
      `This stands on the authority of ${sayAuthority(decidedBy, names)}${effectiveOn === undefined ? '' : `, effective ${sayPreciseDate(effectiveOn)}`}.`,
    ];
  }
  const open = actions.filter(({ isOpen }) => isOpen);
  const dates = open.flatMap(({ dueOn }) => dueOn ?? []).sort();
  const without = copy.subParts.filter(
    ({ letter }) => !actions.some(({ part, isWithdrawn }) => part === letter && !isWithdrawn),
  );
  return [
    ...(Object.keys(state.positions).length === 0 ? ['No position is recorded.'] : []),
    ...(open.length === 0 ? [actions.length === 0 ? 'No action is recorded.' : 'No action is open.'] : []),
    ...(open.length > 0 ? [`${count(open.length, 'action is', 'actions are')} open.`] : []),
    ...[nextDate(dates, copy, day)].flatMap((sentence) => sentence ?? []),
    ...(without.length === 0
      ? []
      : [
          `${without.length === 1 ? 'Part' : 'Parts'} ${without.map(({ letter }) => `(${letter})`).join(', ')} ${without.length === 1 ? 'has' : 'have'} no action.`,
        ]),
  ];
}

function nextDate([first]: readonly CivilDate[], { deadline }: FindingCopy, day: CivilDate): string | undefined {
  const [what, date] = first === undefined ? ['The date the report prints', deadline?.date] : ['The next date', first];
  if (date === undefined) return undefined;
  const days = daysBetween(day, date);
  if (days === 0) return `${what} is ${sayDate(date)}: that day.`;
  return days > 0
    ? `${what} is ${sayDate(date)}, in ${count(days, 'day')}.`
    : `${what} was ${sayDate(date)}, ${count(-days, 'day')} ago.`;
}

function asRecordedView({ found, asRecordedBy, typed, errors }: RecommendationData): AsRecordedView {
  const address = paths.recommendation({ reference: found.state.reference });
  return {
    action: address,
    value: asRecordedBy === undefined ? typed : sayDate(asRecordedBy),
    errors:
      errors.length === 0 ? undefined : formErrors(errors, { asRecordedBy: { name: 'the date', error: WRONG_DATE } }),
    past:
      asRecordedBy === undefined
        ? undefined
        : {
            words: `This is ${found.state.reference} as recorded by ${sayDate(asRecordedBy)}. Nothing recorded later is in it.`,
            now: address,
          },
  };
}

const WRONG_DATE = 'Enter the day it was recorded by, such as 6 February 2026';

function factsOf({ state, events }: FoldedRecommendation, names: Names): RecommendationView['facts'] {
  const [raised] = events;
  const report = raised?.event.type === 'RecommendationRaised' ? names('report', raised.event.data.report) : undefined;
  const { copy, overseer, body } = state;
  return [
    { label: 'Kind', value: KINDS[copy.kind] },
    ...(report === undefined ? [] : [{ label: 'Report', value: report }]),
    { label: 'Falls on', value: names('body', body) },
    ...(overseer === undefined ? [] : [{ label: 'Overseen by', value: names('body', overseer) }]),
    ...(copy.deadline ? [{ label: 'Date the report prints', value: sayDeadline(copy.deadline) }] : []),
    ...(raised ? [{ label: 'First recorded', value: sayInstant(raised.recordedAt) }] : []),
  ];
}

/** The latest of each layer on the whole and on each part. What came before it is in the history. */
function standingPositions({ positions }: Raised): RecordedPosition[] {
  const latest = new Map<string, RecordedPosition>();
  for (const position of Object.values(positions)) {
    latest.set(`${position.fields.layer} ${position.fields.subPart ?? ''}`, position);
  }
  return [...latest.values()];
}

/** Two layers have a duty to answer, so that they have not is told too. */
const ANSWERING: readonly Layer[] = ['chiefOfficer', 'localPolicingBody'];

function layersOf({ state, events }: FoldedRecommendation, names: Names): LayerView[] {
  const standing = standingPositions(state);
  return LAYERS.filter(
    (layer) => ANSWERING.includes(layer) || standing.some(({ fields }) => fields.layer === layer),
  ).map((layer) => ({
    layer: LAYERS_SAID[layer],
    positions: standing
      .filter(({ fields }) => fields.layer === layer)
      .map(({ reference, fields, recordedBy }) => ({
        reference,
        on: fields.subPart === undefined ? 'On the whole' : `On part (${fields.subPart})`,
        code: positionSaid(fields.code),
        words: fields.words,
        qualifiers: fields.qualifiers,
        reason: fields.reason,
        source: [
          `On the authority of ${sayAuthority(fields.decidedBy, names)}.`,
          ...(fields.effectiveOn === undefined ? [] : [`Effective ${sayPreciseDate(fields.effectiveOn)}.`]),
          ...(fields.document === undefined ? [] : [`From ${names('document', fields.document)}.`]),
          ...events
            .filter((event) => event.id === recordedBy)
            .map(({ recordedAt }) => `Recorded on ${sayInstant(recordedAt)}.`),
        ].join(' '),
        isIllustration: fields.illustration === true,
      })),
  }));
}

/** Whether anything that stands is made up for a demonstration. */
function isIllustrated({ raised, positions, actions, links, closure }: Raised): boolean {
  const standing = [raised, ...[positions, actions, links].flatMap((each) => Object.values<Standing>(each))];
  return [...standing, ...(closure ? [closure] : [])].some(({ fields }) => fields.illustration === true);
}

interface Standing {
  readonly fields: { readonly illustration?: true };
}

function closeLink(state: Raised, asRecordedBy: CivilDate | undefined): RecommendationView['close'] {
  if (asRecordedBy !== undefined || state.status === 'raisedInError') return undefined;
  const href = paths.closeRecommendation({ reference: state.reference });
  return { href, text: state.closure ? 'Close it at a higher level' : 'Close this recommendation' };
}

/** Changes that decisions make here and that have yet to be carried out, were refused, or were dropped. */
function decisionsOf({ decisions, found }: RecommendationData): RecommendationView['decisions'] {
  return decisions
    .filter(({ status }) => status === 'inForce' || status === 'underReconsideration')
    .flatMap(({ number, title, changes }) =>
      changes
        .filter(({ recommendation: id, outcome }) => id === found.state.id && outcome !== 'carriedOut')
        .map((change) => ({
          number: title === undefined ? number : `${number}, ${title}`,
          what: sayChange(change.what.kind),
          why: sayWhyNot(change),
          isIllustration: change.illustration,
        })),
    );
}

function sayWhyNot({ outcome, refusal, droppedBecause }: ChangeItem): string {
  if (outcome === 'pending') return 'It has yet to be carried out.';
  if (outcome === 'dropped') return `It was dropped, because “${droppedBecause ?? ''}”.`;
  return refusal?.sentence ?? 'It was refused.';
}

/** `closeRecommendation` as "close recommendation". */
function sayChange(kind: string): string {
  return kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

const ESCALATION_STATUSES: Readonly<Record<EscalationItem['status'], string>> = {
  raised: 'Waiting for an answer',
  takenUp: 'Taken up',
  answered: 'Answered',
  returned: 'Returned',
  notPursued: 'Not pursued',
  retracted: 'Retracted',
};

function escalationView(item: EscalationItem, names: Names): RecommendationView['escalations'][number] {
  const { question, status, answer, endReason, recordedAt, raisedOn, to, illustration } = item;
  const when = raisedOn === undefined ? `recorded on ${sayInstant(recordedAt)}` : `raised ${sayPreciseDate(raisedOn)}`;
  return {
    question,
    status: ESCALATION_STATUSES[status],
    asked: `To ${sayTarget(to, names)}, ${when}`,
    answer: answer?.words ?? endReason,
    isIllustration: illustration,
  };
}

function sayTarget(to: EscalationTarget, names: Names): string {
  switch (to.kind) {
    case 'series':
      return names('series', to.series);
    case 'posts':
      return [...to.posts.map((post) => names('post', post)), ...(to.outside === undefined ? [] : [to.outside])].join(
        ' and ',
      );
    case 'body':
      return names('body', to.body);
    case 'outside':
      return to.words;
  }
}

const AUTHENTICATIONS: Readonly<Record<HistoryEntry['authentication'], string>> = {
  'claimed-local': ', by a claim on this computer',
  cli: ', on the command line',
  oidc: ', signed in',
  policy: '',
};

function entryView(entry: HistoryEntry, { found }: RecommendationData): EntryView {
  const { sentence, recordedAt, recorder, authentication, effectiveOn, stream, of } = entry;
  return {
    sentence,
    recorded: `Recorded on ${sayInstant(recordedAt)} by ${recorder}${AUTHENTICATIONS[authentication]}`,
    effective: effectiveOn === undefined ? undefined : `Effective ${sayPreciseDate(effectiveOn)}`,
    stream: stream === `recommendation-${found.state.id}` ? 'In its own record' : `In the record of ${of}`,
  };
}
