import { type CivilDate, dayInLondon, type Names, sayDate } from '#domain';
import { RECOMMENDATION_STATUSES, REGISTER_SORTS, type RegisterFilter, type RegisterItem } from '#read-model';
import { Ending, WRONG_USAGE } from '../exit.ts';
import { hanging, print, printJson, table, width } from '../output.ts';
import { asRecorded, dayFrom, type Session } from '../session.ts';
import { sayGaps, sayKind, sayNextDue, sayPositions, sayStatus, sayStatusAlone } from '../words.ts';

export interface RegisterOptions {
  readonly asRecordedBy?: string;
  readonly body?: string;
  readonly report?: string;
  readonly status?: RegisterFilter['status'];
  readonly lead?: string;
  readonly dueBefore?: string;
  readonly text?: string;
  readonly sort?: string;
  readonly json?: boolean;
}

const PAGE_SIZE = 200;

export async function register(session: Session, options: RegisterOptions): Promise<void> {
  const { at, name } = asRecorded(session, options.asRecordedBy);
  const filter: RegisterFilter = {
    ...at,
    body: await idOf(session, 'body', options.body),
    report: await idOf(session, 'report', options.report),
    leadPost: await idOf(session, 'post', options.lead),
    status: options.status,
    dueBefore: options.dueBefore === undefined ? undefined : dayFrom(options.dueBefore, '--due-before'),
    text: options.text,
    sort: REGISTER_SORTS.find((sort) => sort === options.sort),
  };
  const items: RegisterItem[] = [];
  for (let page = 1; ; page += 1) {
    const { items: more, total } = session.record.readModel.register.list({ ...filter, page, size: PAGE_SIZE });
    items.push(...more);
    if (items.length >= total || more.length === 0) break;
  }
  if (options.json === true) {
    printJson(items.map((item) => ({ ...item, bodyName: name('body', item.body) })));
    return;
  }
  if (items.length === 0) {
    print('No recommendation matches. Leave a filter out, or record one: npx minutebook raise-recommendation --help');
    return;
  }
  print(width() < WIDE ? narrowTable(items) : wideTable(items));
  print();
  for (const line of totals(session, name, items, options.asRecordedBy)) print(hanging('', line));
}

/** Below so many characters, columns share a place. */
const WIDE = 100;

function wideTable(items: readonly RegisterItem[]): string {
  return table(
    ['Reference', 'Kind', 'Positions', 'Next due', 'Open\nactions', 'Sub-parts', 'Status'],
    items.map((item) => [
      marked(item),
      sayKind(item.kind),
      sayPositions(item),
      sayNextDue(item),
      String(item.openActions.length),
      sayGaps(item.subPartsWithoutAction),
      sayStatus(item),
    ]),
    [1, 2, 3, 5, 6],
  );
}

function narrowTable(items: readonly RegisterItem[]): string {
  return table(
    ['Reference', 'Positions', 'Next due', 'Open actions', 'Status'],
    items.map((item) => [
      `${marked(item)}\n${sayKind(item.kind)}`,
      sayPositions(item),
      sayNextDue(item),
      [String(item.openActions.length), sayGaps(item.subPartsWithoutAction)].filter((line) => line !== '').join('\n'),
      sayStatus(item),
    ]),
    [1, 2, 3, 4],
  );
}

const marked = ({ reference, illustration }: RegisterItem): string => `${reference}${illustration ? ' *' : ''}`;

function totals(
  session: Session,
  name: Names,
  items: readonly RegisterItem[],
  asRecordedBy: string | undefined,
): string[] {
  const statuses = RECOMMENDATION_STATUSES.map((status) => {
    const [first, ...others] = items.filter((item) => item.status === status);
    return first === undefined ? '' : `${String(others.length + 1)} ${sayStatusAlone(status)}`;
  }).filter((words) => words !== '');
  const day = dayAskedAbout(session, asRecordedBy);
  const late = items.filter(({ nextDue }) => nextDue !== undefined && nextDue.date < day).length;
  const gaps = items.filter(({ subPartsWithoutAction }) => subPartsWithoutAction.length > 0).length;
  const bodies = new Map(
    items.map(({ body }) => [session.record.readModel.references.reference('body', body) ?? body, body]),
  );
  const lines = [
    `${String(items.length)} recommendation${items.length === 1 ? '' : 's'}${told(asRecordedBy)}: ${statuses.join(', ')}. ` +
      `Past their date on ${sayDate(day)}: ${String(late)}. With a sub-part that has no action: ${String(gaps)}.`,
    `${[...bodies]
      .sort()
      .map(([code, body]) => `${code}: ${name('body', body)}`)
      .join('; ')}.`,
  ];
  if (items.some(({ illustration }) => illustration)) {
    lines.push('* holds an illustration: something made up for the demonstration, which no document states.');
  }
  return lines;
}

export function told(asRecordedBy: string | undefined): string {
  return asRecordedBy === undefined ? '' : `, as recorded by ${sayDate(dayFrom(asRecordedBy, '--as-recorded-by'))}`;
}

/** The id an option names. */
export async function idOf(
  session: Session,
  kind: Parameters<Session['facts']['resolve']>[0],
  reference: string | undefined,
): Promise<string | undefined> {
  if (reference === undefined) return undefined;
  const id = await session.facts.resolve(kind, reference);
  if (id === undefined) throw new Ending(WRONG_USAGE, `There is no ${kind} “${reference}” in the record.`);
  return id;
}

/** The day that a list is asked about: today, or the day by which things were recorded. */
export function dayAskedAbout({ record }: Session, asRecordedBy: string | undefined): CivilDate {
  return asRecordedBy === undefined ? dayInLondon(record.clock()) : dayFrom(asRecordedBy, '--as-recorded-by');
}
