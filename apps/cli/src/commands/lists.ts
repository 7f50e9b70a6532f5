import { type AnswerBy, type EscalationTarget, type Names, type PreciseDate, sayDate, sayPreciseDate } from '#domain';
import type {
  ActionItem,
  ChangeItem,
  CoverageGap,
  CoverageItem,
  DecisionItem,
  DecisionStatus,
  EscalationItem,
  Page,
  Paging,
  Section55,
} from '#read-model';
import { Ending, WRONG_USAGE } from '../exit.ts';
import { hanging, print, printJson, table } from '../output.ts';
import { asRecorded, type Session } from '../session.ts';
import { mark, sayLead, spaced } from '../words.ts';
import { dayAskedAbout, idOf, told } from './register.ts';
import { saySection55 } from './section-55.ts';

export interface ListOptions {
  readonly asRecordedBy?: string;
  readonly json?: boolean;
}

export interface ActionOptions extends ListOptions {
  readonly body?: string;
  readonly lead?: string;
  readonly leadBody?: string;
  readonly leadForum?: string;
  readonly noLead?: boolean;
  readonly all?: boolean;
}

export async function actions(session: Session, options: ActionOptions): Promise<void> {
  const { lead, leadBody, leadForum, noLead } = options;
  if ([lead, leadBody, leadForum, noLead].filter((given) => given !== undefined).length > 1) {
    throw new Ending(WRONG_USAGE, 'Ask for one lead: --lead, --lead-body, --lead-forum or --no-lead.');
  }
  const body = await idOf(session, 'body', options.body);
  const { at, name } = asRecorded(session, options.asRecordedBy);
  const filter = {
    ...at,
    body,
    lead:
      (await idOf(session, 'post', lead)) ??
      (await idOf(session, 'body', leadBody)) ??
      (await idOf(session, 'series', leadForum)),
    leadKind: noLead === true ? ('notNamed' as const) : undefined,
    status: options.all === true ? undefined : ('open' as const),
    sort: 'lead' as const,
  };
  const items = everything((page) => session.record.readModel.actions.list({ ...filter, ...page }));
  if (options.json === true) return printJson(items);
  show(
    ['Lead', 'Action', 'Title', 'Due', 'Status'],
    items.map((item) => [
      sayLead(item.lead, name),
      `${item.reference}${mark(item)}`,
      `${item.title}${linkedBy(name, item, body)}`,
      item.due !== undefined
        ? `${sayDate(item.due)}${item.extensions > 0 ? ` (extended ${String(item.extensions)}×)` : ''}`
        : item.reviewBy !== undefined
          ? `review by ${sayDate(item.reviewBy)}`
          : 'none given',
      item.status,
    ]),
    [0, 2],
    options.all === true ? 'No action is recorded' : 'No action is open',
    options,
  );
}

/** In a list of one body's actions: where the body links one that is at home elsewhere. */
function linkedBy(name: Names, item: ActionItem, body: string | undefined): string {
  if (body === undefined || item.body === body) return '';
  const linked = item.linkedFrom.filter((link) => link.body === body);
  return ` (linked in ${linked.map(({ recommendation }) => name('recommendation', recommendation)).join(', ')})`;
}

export async function decisions(
  session: Session,
  options: ListOptions & { readonly notCarriedOut?: boolean },
): Promise<void> {
  await Promise.resolve();
  const { at, name } = asRecorded(session, options.asRecordedBy);
  if (options.notCarriedOut === true) {
    const items = everything((page) => session.record.readModel.decisions.notCarriedOut({ ...at, ...page }));
    if (options.json === true) return printJson(items);
    const { total } = session.record.readModel.decisions.list({ ...at, size: 1 });
    show(
      ['Decision', 'Change', 'What', 'Status', 'Why'],
      items.map((item) => [
        `${item.number}${mark(item)}`,
        String(item.change),
        sayWhat(name, item),
        spaced(item.outcome),
        sayWhyNot(item, item.decisionStatus),
      ]),
      [2, 4],
      total === 0 ? 'No decision has been recorded' : 'Every decision has been carried out',
      options,
    );
    return;
  }
  const items = everything((page) => session.record.readModel.decisions.list({ ...at, ...page }));
  if (options.json === true) return printJson(items);
  show(
    ['Number', 'Outcome', 'Decided', 'Status', 'Changes'],
    items.map((item) => [
      `${item.number}${mark(item)}`,
      item.outcome,
      dated(item.effectiveOn),
      spaced(item.status),
      item.changes.length === 0 ? 'none' : item.changes.map((change) => spaced(change.outcome)).join(', '),
    ]),
    [1],
    'No decision has been recorded',
    options,
  );
}

export async function decision(session: Session, number: string, options: ListOptions): Promise<void> {
  const id = await idOf(session, 'decision', number);
  const { at, name } = asRecorded(session, options.asRecordedBy);
  const item = session.record.readModel.decisions.get(id ?? '', at);
  if (item === undefined) {
    throw new Ending(WRONG_USAGE, `There was no decision “${number}” in the record${told(options.asRecordedBy)}.`);
  }
  if (options.json === true) return printJson(item);
  print(
    `Decision ${item.number}${item.title === undefined ? '' : `: ${item.title}`}${item.illustration ? ' (illustration)' : ''}`,
  );
  print();
  print(hanging('  Outcome:       ', `“${item.outcome}”`));
  print(hanging('  Decided by:    ', decider(name, item)));
  if (item.meeting !== undefined) print(hanging('  Meeting:       ', name('meeting', item.meeting)));
  if (item.document !== undefined) print(hanging('  Stated in:     ', name('document', item.document)));
  print(`  Effective:     ${dated(item.effectiveOn)}`);
  print(`  Status:        ${spaced(item.status)}`);
  for (const alternative of item.alternatives) print(hanging('  Alternative:   ', alternative));
  if (item.reasons !== undefined) print(hanging('  Reasons:       ', item.reasons));
  for (const [heading, words] of sayCourse(name, item)) {
    print(hanging(`  ${`${heading}:`.padEnd(15)}`, words));
  }
  const { recommendations, actions: about, escalations: asked } = item.about;
  const names = [
    ...recommendations.map((one) => name('recommendation', one)),
    ...about.map((one) => name('action', one)),
    ...asked.map((one) => name('escalation', one)),
  ];
  if (names.length > 0) print(hanging('  About:         ', names.join('; ')));
  for (const change of item.changes) {
    print(hanging(`  ${`Change ${String(change.change)}:`.padEnd(15)}`, sayChange(name, change, item.status)));
  }
  print();
  print(`How it came about: npx minutebook history ${item.number}`);
}

export async function escalations(session: Session, options: ListOptions): Promise<void> {
  await Promise.resolve();
  const { at, name } = asRecorded(session, options.asRecordedBy);
  const items = everything((page) => session.record.readModel.escalations.list({ ...at, ...page }));
  if (options.json === true) return printJson(items);
  show(
    ['Id', 'Question', 'From', 'To', 'Answer by', 'Status'],
    items.map((item) => [
      shortId(item.id),
      `${item.question}${mark(item)}`,
      origin(name, item),
      `${target(name, item.to)}${item.tier > 1 ? ` (tier ${String(item.tier)})` : ''}`,
      answerBy(item.answerBy),
      `${spaced(item.status)}${item.answer === undefined ? '' : `: “${item.answer.words}”`}`,
    ]),
    [1, 2, 3, 5],
    'No escalation is recorded',
    options,
  );
}

export async function meetings(session: Session, options: ListOptions): Promise<void> {
  await Promise.resolve();
  const { at, name } = asRecorded(session, options.asRecordedBy);
  const held = everything((page) => session.record.readModel.meetings.list({ ...at, ...page }));
  const series = everything((page) => session.record.readModel.meetings.listSeries({ ...at, ...page }));
  if (options.json === true) return printJson({ series, meetings: held });
  show(
    ['Series', 'Name', 'Kind', 'Cadence', 'Meetings'],
    series.map((item) => [
      item.code ?? '',
      `${item.name}${mark(item)}`,
      spaced(item.seriesKind),
      item.cadence ?? 'not given',
      String(item.meetings),
    ]),
    [1],
    'No series of meetings is recorded',
    options,
  );
  print();
  show(
    ['Id', 'Held', 'Meeting', 'Series', 'Attended'],
    held.map((item) => [
      shortId(item.id),
      sayPreciseDate(item.heldOn),
      `${item.title}${mark(item)}`,
      item.series === undefined ? '' : name('series', item.series),
      [
        ...item.attended.posts.map((post) => name('post', post)),
        ...item.attended.bodies.map((body) => name('body', body)),
      ].join('; '),
    ]),
    [1, 2, 3, 4],
    'No meeting is recorded',
    options,
  );
}

export async function reports(session: Session, code: string | undefined, options: ListOptions): Promise<void> {
  const { at, name } = asRecorded(session, options.asRecordedBy);
  const queries = session.record.readModel.reports;
  if (code === undefined) {
    const items = everything((page) => queries.list({ ...at, ...page }));
    if (options.json === true) return printJson(items);
    show(
      ['Code', 'Title', 'Published', 'Comments by', 'Findings', 'Not for policing'],
      items.map((item) => [
        `${item.code}${mark({ illustration: item.illustration || item.findings.some((one) => one.illustration) })}`,
        item.title,
        item.publishedOn === undefined ? 'expected' : sayPreciseDate(item.publishedOn),
        commentsBy(queries.section55(item.id, at)),
        String(item.findings.length),
        item.notForPolicing?.asPrinted ?? '',
      ]),
      [1],
      'No report is recorded',
      options,
    );
    return;
  }
  const id = (await idOf(session, 'report', code)) ?? '';
  const report = queries.get(id, at);
  const coverage = queries.coverage(id, at);
  const section55 = queries.section55(id, at);
  if (report === undefined || coverage === undefined || section55 === undefined) {
    throw new Ending(WRONG_USAGE, `There was no report “${code}” in the record${told(options.asRecordedBy)}.`);
  }
  if (options.json === true) return printJson({ ...report, coverage, section55 });
  print(
    hanging(
      `${report.code}  `,
      `${report.title}, published ${report.publishedOn === undefined ? 'not yet' : sayPreciseDate(report.publishedOn)}`,
    ),
  );
  for (const grade of report.grades) {
    print(`  Grade: ${name('body', grade.body)} ${spaced(grade.grade)}${mark(grade)}`);
  }
  if (report.notForPolicing !== undefined) print(`  Not for policing: ${report.notForPolicing.asPrinted}`);
  const on = dayAskedAbout(session, options.asRecordedBy);
  for (const sentence of saySection55(section55, on, name)) print(hanging('  ', sentence));
  print();
  show(
    ['Finding', 'Body', 'Position', 'Action', 'Lead', 'Date', 'Gaps'],
    coverage.items.map((item) => [
      `${item.findingReference}${mark(item)}`,
      session.record.readModel.references.reference('body', item.body) ?? '',
      item.hasPosition ? 'yes' : 'no',
      item.hasAction ? 'yes' : item.hasReason ? 'reason' : 'no',
      item.hasLead ? 'yes' : 'no',
      coveredDate(item),
      item.gaps.flatMap((gap) => sayGap(gap, item)).join(', '),
    ]),
    [5, 6],
    'No finding falls on anybody yet',
    options,
  );
  for (const { reference } of coverage.raisedInError) print(`${reference} was raised in error: it is not counted.`);
  for (const { reference } of coverage.notFannedOut) print(`${reference} falls on nobody yet.`);
  if (report.grades.some((grade) => grade.illustration)) printMark();
}

function commentsBy(section55: Section55 | undefined): string {
  return section55?.lastDay === undefined ? '' : sayDate(section55.lastDay);
}

/** The date that covers it; where none was given, the day on which it is looked at again. */
function coveredDate({ nextDue, nextReview, hasDate, hasAction }: CoverageItem): string {
  if (nextDue !== undefined) return sayDate(nextDue);
  if (nextReview !== undefined) return `none given, review by ${sayDate(nextReview)}`;
  if (hasDate) return 'work is completed';
  return hasAction ? 'none given' : 'no';
}

const GAPS = {
  notRaised: 'not raised yet',
  position: 'no position',
  actionOrReason: 'no action and no reason for none',
  lead: 'no lead',
  date: 'no date and no review',
} as const;

function sayGap(gap: CoverageGap, { subPartsWithoutAction }: CoverageItem): string | string[] {
  return gap === 'subParts' ? subPartsWithoutAction.map((letter) => `(${letter}) has no action`) : GAPS[gap];
}

export async function documents(
  session: Session,
  options: ListOptions & { readonly report?: string; readonly body?: string },
): Promise<void> {
  const filter = {
    ...asRecorded(session, options.asRecordedBy).at,
    answersReport: await idOf(session, 'report', options.report),
    issuedBy: await idOf(session, 'body', options.body),
  };
  const { documents: queries, references } = session.record.readModel;
  const items = everything((page) => queries.list({ ...filter, ...page }));
  if (options.json === true) return printJson(items);
  show(
    ['Code', 'Date', 'Title', 'Kind', 'From', 'Answers', 'Sent and published'],
    items.map((item) => [
      `${item.code ?? shortId(item.id)}${mark(item)}`,
      `${item.date === undefined ? 'no date' : sayPreciseDate(item.date)}${item.dateCorrection === undefined ? '' : ` (corrected)${mark(item.dateCorrection)}`}`,
      item.title,
      spaced(item.documentType),
      item.issuedBy === undefined ? 'not recorded' : (references.reference('body', item.issuedBy) ?? ''),
      item.answersReport === undefined ? '' : (references.reference('report', item.answersReport) ?? ''),
      [
        ...item.sendings.map((one) => `to ${one.to}, ${sayPreciseDate(one.sentOn)}${mark(one)}`),
        ...item.publications.map((one) => `at ${one.where}, ${sayPreciseDate(one.publishedOn)}${mark(one)}`),
      ].join('; ') || 'nothing recorded',
    ]),
    [2, 6],
    'No document is recorded',
    options,
  );
}

/** Enough of an id to name what has no code: it can be typed wherever the item is meant. */
export const shortId = (id: string): string => id.slice(0, 8);

function everything<Item>(list: (page: Paging) => Page<Item>): Item[] {
  const items: Item[] = [];
  for (let page = 1; ; page += 1) {
    const more = list({ page, size: 200 });
    items.push(...more.items);
    if (items.length >= more.total || more.items.length === 0) return items;
  }
}

/** What the mark behind a word means. */
export function printMark(): void {
  print();
  print(hanging('* ', 'holds an illustration: something made up for the demonstration, which no document states.'));
}

export function show(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  flexible: readonly number[],
  none: string,
  { asRecordedBy }: ListOptions,
): void {
  if (rows.length === 0) return print(`${none}${told(asRecordedBy)}.`);
  print(table(headings, rows, flexible));
  if (rows.some((row) => row.some((cell) => / \*(?:;|$)/.test(cell)))) printMark();
}

export function dated(date: PreciseDate | undefined): string {
  return date === undefined ? 'date not recorded' : sayPreciseDate(date);
}

/** Whoever is named; else that nobody knows, or the meeting. */
export function decider(name: Names, { decidedBy, deciderNotKnown, meeting }: DecisionItem): string {
  const { person, post, body, capacity } = decidedBy;
  const who = [
    person === undefined ? undefined : name('person', person),
    post === undefined ? undefined : name('post', post),
    body === undefined ? undefined : name('body', body),
    capacity === undefined ? undefined : `acting as “${capacity}”`,
  ].filter((one) => one !== undefined);
  if (who.length > 0) return who.join(', ');
  return deciderNotKnown === true || meeting === undefined ? 'not known' : 'the meeting';
}

/** What became of a decision as a whole, in the words of the source and with the document that states it. */
export function sayCourse(name: Names, item: DecisionItem): (readonly [heading: string, words: string])[] {
  const stated = (words: string, document?: string): string =>
    `“${words}”${document === undefined ? '' : ` (${name('document', document)})`}`;
  const { reconsideration, reaffirmation, superseded, retractedBecause } = item;
  const by = superseded?.by === undefined ? '' : `by ${name('decision', superseded.by)}, `;
  return [
    reconsideration && (['Reconsidered', stated(reconsideration.words, reconsideration.document)] as const),
    reaffirmation && (['Reaffirmed', `because ${stated(reaffirmation.reason, reaffirmation.document)}`] as const),
    superseded && (['Superseded', `${by}because ${stated(superseded.reason, superseded.document)}`] as const),
    retractedBecause === undefined ? undefined : (['Retracted', `because “${retractedBecause}”`] as const),
  ].filter((line) => line !== undefined);
}

/** `close recommendation OIC-R3/SYP (carried out)`, with the sentence where it was refused. */
export function sayChange(name: Names, change: ChangeItem, status?: DecisionStatus): string {
  const outcome = spaced(change.outcome);
  const said = change.outcome === 'carriedOut' ? outcome : `${outcome}: ${sayWhyNot(change, status)}`;
  const corrected = change.correction === undefined ? '' : ', corrected';
  return `${sayWhat(name, change)}${corrected} (${said})`;
}

/** Why a change has not been carried out. */
function sayWhyNot({ outcome, refusal, droppedBecause }: ChangeItem, status?: DecisionStatus): string {
  if (outcome === 'dropped') return `because “${droppedBecause ?? ''}”`;
  const refused = outcome === 'refused' ? refusal?.sentence : undefined;
  if (status === 'superseded') return [refused, 'The decision has been superseded.'].filter(Boolean).join(' ');
  if (status === 'retracted') return 'The decision was recorded in error.';
  return refused ?? 'It has yet to be carried out.';
}

function sayWhat(name: Names, { what, recommendation, escalation, action }: ChangeItem): string {
  const on =
    action !== undefined
      ? name('action', action)
      : recommendation !== undefined
        ? name('recommendation', recommendation)
        : escalation !== undefined
          ? name('escalation', escalation)
          : '';
  return `${spaced(what.kind)} ${on}`.trim();
}

function origin(name: Names, { origin: from }: EscalationItem): string {
  switch (from.kind) {
    case 'meeting':
      return name('meeting', from.meeting);
    case 'series':
      return name('series', from.series);
    case 'post':
      return name('post', from.post);
    case 'notStated':
      return 'not stated';
  }
}

export function target(name: Names, to: EscalationTarget): string {
  switch (to.kind) {
    case 'series':
      return name('series', to.series);
    case 'body':
      return name('body', to.body);
    case 'outside':
      return to.words;
    case 'posts':
      return [...to.posts.map((post) => name('post', post)), ...(to.outside === undefined ? [] : [to.outside])].join(
        '; ',
      );
  }
}

export function answerBy(by: AnswerBy): string {
  return by.kind === 'on' ? sayPreciseDate(by.date) : 'none given';
}
