import { type FieldError } from '#application';
import { type CivilDate, dayInLondon, daysBetween, type Names, sayDate } from '#domain';
import {
  type Page as ListPage,
  type ReadModel,
  RECOMMENDATION_STATUSES,
  type RecommendationStatus,
  type RegisterCounts,
  type RegisterItem,
  type RegisterPosition,
  type RegisterSort,
} from '#read-model';
import { type FieldWords, type FormErrors, formErrors } from '../../http/form.ts';
import type { Page } from '../../http/page.ts';
import { count, KINDS, LAYERS_SAID, positionSaid, sayLead, STATUS_COLOURS, STATUSES } from '../../http/words.ts';
import { paths } from '../../paths.ts';
import { addressOf, type Asked } from './register.address.ts';

export interface Option {
  readonly value: string;
  readonly text: string;
}

/** What a filter can be set to. */
export interface Choices {
  readonly bodies: readonly Option[];
  readonly reports: readonly Option[];
  readonly posts: readonly Option[];
}

export interface RegisterData {
  readonly asked: Asked;
  readonly list: ListPage<RegisterItem>;
  readonly counts: RegisterCounts;
  /** Today, or the day as recorded by which the register is shown: a date before it is late. */
  readonly day: CivilDate;
  readonly asRecordedBy: CivilDate | undefined;
  readonly isBehind: boolean;
  /** What is to be said of items that are held back. */
  readonly heldBack: string | undefined;
  readonly names: Names;
  readonly references: ReadModel['references'];
  readonly choices: Choices;
}

export interface RegisterView {
  /** Where you stand, in one sentence; what has an address is a link to the rows it counts. */
  readonly standing: readonly { readonly text: string; readonly href?: string }[];
  readonly notes: readonly string[];
  /** Absent when it is shown as recorded now. */
  readonly past: { readonly words: string; readonly now: string } | undefined;
  readonly filter: FilterView;
  readonly table: TableView | undefined;
}

interface FilterView {
  readonly action: string;
  readonly isOpen: boolean;
  readonly clear: string | undefined;
  /** What is filtered by, in words. */
  readonly active: readonly string[];
  readonly selects: readonly SelectView[];
  readonly texts: readonly TextView[];
  readonly hidden: readonly Option[];
  readonly errors: FormErrors | undefined;
}

interface SelectView {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (Option & { readonly isSelected: boolean })[];
}

interface TextView {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
}

interface TableView {
  readonly caption: string;
  readonly headings: readonly HeadingView[];
  readonly rows: readonly RowView[];
  readonly pagination: PaginationView | undefined;
}

interface HeadingView {
  readonly text: string;
  /** Absent when the register can't be sorted by it. */
  readonly href?: string;
  /** As `aria-sort` has it; absent when it is not sorted by it. */
  readonly order?: 'ascending' | 'descending';
}

interface RowView {
  readonly reference: string;
  readonly href: string;
  readonly what: string;
  readonly text: string;
  readonly body: string;
  readonly isIllustration: boolean;
  readonly status: { readonly text: string; readonly colour: string };
  readonly positions: readonly string[];
  readonly due: { readonly date: string; readonly what: string; readonly late?: string } | undefined;
  readonly openActions: number;
  readonly leads: readonly string[];
  readonly gaps: string;
  readonly last: string;
}

interface PaginationView {
  readonly previous?: { readonly href: string };
  readonly next?: { readonly href: string };
  readonly items: readonly (
    { readonly number: number; readonly href: string; readonly current?: boolean } | { readonly ellipsis: true }
  )[];
}

const FILTERS: Readonly<Record<string, FieldWords>> = {
  body: { name: 'the body' },
  report: { name: 'the report' },
  status: { name: 'where it stands' },
  lead: { name: 'the lead' },
  text: { name: 'the words' },
  dueBefore: { name: 'the date', error: 'Enter the day it is due before, such as 30 April 2026' },
  asRecordedBy: { name: 'the date', error: 'Enter the day it was recorded by, such as 6 February 2026' },
};
const SHOWN = new Set([...Object.keys(FILTERS), 'page', 'sort']);

const BEHIND = 'The register is a moment behind what was recorded. Load the page again to see it.';

export function registerPage(data: RegisterData): Page<RegisterView> {
  const { asked, list, asRecordedBy } = data;
  const when = asRecordedBy === undefined ? '' : `, as recorded by ${sayDate(asRecordedBy)}`;
  return {
    template: 'register/register.njk',
    title: `Register${when}`,
    isRegister: true,
    view: {
      standing: standing(data),
      notes: [data.isBehind ? BEHIND : undefined, data.heldBack].filter((note) => note !== undefined),
      past:
        asRecordedBy === undefined
          ? undefined
          : {
              words: `This is the register as recorded by ${sayDate(asRecordedBy)}. Nothing recorded later is in it.`,
              now: addressOf(asked, { asRecordedBy: undefined }),
            },
      filter: filterView(asked, data.choices),
      table: list.items.length === 0 ? undefined : tableView(data),
    },
  };
}

/** A filter can't be read: then no row is shown, because it would not be known which. */
export function wrongFilterPage(asked: Asked, errors: readonly FieldError[], choices: Choices): Page<RegisterView> {
  return {
    status: 422,
    template: 'register/register.njk',
    title: 'Register',
    hasErrors: true,
    isRegister: true,
    view: {
      standing: [{ text: 'Correct the filters to see the register.' }],
      notes: [],
      past: undefined,
      filter: { ...filterView(asked, choices), isOpen: true, errors: formErrors(errors, FILTERS) },
      table: undefined,
    },
  };
}

/** "Of 20 recommendations, 8 have no position recorded, 5 are in delivery and 2 are closed; 3 are past their date." */
function standing({ asked, counts, day, list }: RegisterData): RegisterView['standing'] {
  const of = (status: RecommendationStatus): number => counts[status]?.total ?? 0;
  const total = list.total;
  if (total === 0) {
    const isFiltered = activeFilters(asked).length > 0;
    return [{ text: isFiltered ? 'No recommendation matches these filters.' : 'No recommendation is recorded yet.' }];
  }
  const places = RECOMMENDATION_STATUSES.filter((status) => of(status) > 0).map((status) => ({
    text: STANDING[status](of(status)),
    href: addressOf(asked, { status }),
  }));
  const late = Object.values(counts).reduce((sum, each) => sum + each.late, 0);
  const parts: { text: string; href?: string }[] = [{ text: `Of ${count(total, 'recommendation')}, ` }];
  for (const [index, place] of places.entries()) {
    const isLast = index === places.length - 1;
    parts.push({ text: index === 0 ? '' : isLast ? ' and ' : ', ' }, place);
  }
  parts.push(
    { text: '; ' },
    late === 0
      ? { text: 'none is past its date.' }
      : {
          text: `${count(late, 'is past its date', 'are past their date')}`,
          href: addressOf(asked, { dueBefore: day }),
        },
  );
  if (late > 0) parts.push({ text: '.' });
  return parts;
}

const STANDING: Readonly<Record<RecommendationStatus, (number: number) => string>> = {
  noPositionRecorded: (number) => count(number, 'has no position recorded', 'have no position recorded'),
  positionRecorded: (number) => count(number, 'has a position and no action', 'have a position and no action'),
  inDelivery: (number) => count(number, 'is in delivery', 'are in delivery'),
  closed: (number) => count(number, 'is closed', 'are closed'),
  raisedInError: (number) => count(number, 'was raised in error', 'were raised in error'),
};

function filterView(asked: Asked, choices: Choices): FilterView {
  const select = (name: string, label: string, options: readonly Option[]): SelectView => ({
    name,
    label,
    options: [{ value: '', text: 'Any' }, ...options].map((option) => ({
      ...option,
      isSelected: option.value.toLowerCase() === (text(asked[name]) ?? '').toLowerCase(),
    })),
  });
  const selects = [
    select('body', 'Body', choices.bodies),
    select('report', 'Report', choices.reports),
    select(
      'status',
      'Where it stands',
      RECOMMENDATION_STATUSES.map((value) => ({ value, text: STATUSES[value] })),
    ),
    select('lead', 'Lead of an open action', choices.posts),
  ];
  const active = activeFilters(asked);
  return {
    action: paths.register(),
    isOpen: false,
    clear:
      active.length > 0
        ? addressOf({ sort: asked['sort'], asRecordedBy: asked['asRecordedBy'], pageSize: asked['pageSize'] })
        : undefined,
    active: active.map((name) => sayFilter(name, text(asked[name]) ?? '', selects)),
    selects,
    texts: [
      { name: 'text', label: 'Words', hint: 'In the reference or the text', value: text(asked['text']) ?? '' },
      { name: 'dueBefore', label: 'Due before', hint: 'Such as 30 April 2026', value: sayDay(asked['dueBefore']) },
      {
        name: 'asRecordedBy',
        label: 'As recorded by',
        hint: 'Such as 6 February 2026',
        value: sayDay(asked['asRecordedBy']),
      },
    ],
    hidden: Object.entries(asked).flatMap(([name, value]) =>
      (name === 'sort' || !SHOWN.has(name)) && typeof value === 'string' ? [{ value, text: name }] : [],
    ),
    errors: undefined,
  };
}

/** What narrows the rows down, and so can be cleared. */
function activeFilters(asked: Asked): string[] {
  return Object.keys(asked).filter((name) => !['asRecordedBy', 'sort', 'page', 'pageSize'].includes(name));
}

function sayFilter(name: string, value: string, selects: readonly SelectView[]): string {
  const select = selects.find((each) => each.name === name);
  if (select) return `${select.label}: ${select.options.find(({ isSelected }) => isSelected)?.text ?? value}`;
  if (name === 'dueBefore') return `Due before: ${sayDay(value)}`;
  return `${name === 'text' ? 'Words' : name}: ${value}`;
}

/** An address can hold a name twice; then it is a list, which the check of the query refuses. */
function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function sayDay(value: unknown): string {
  const day = text(value) ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? sayDate(day) : day;
}

const HEADINGS: readonly { readonly text: string; readonly sort?: RegisterSort }[] = [
  { text: 'Recommendation', sort: 'reference' },
  { text: 'Where it stands', sort: 'status' },
  { text: 'Positions' },
  { text: 'Next due', sort: 'due' },
  { text: 'Open actions' },
  { text: 'Parts without an action' },
  { text: 'Last recorded', sort: 'lastEvent' },
];

function tableView(data: RegisterData): TableView {
  const { asked, list } = data;
  const sortedBy = asked['sort'] ?? 'reference';
  const first = (list.page - 1) * list.size + 1;
  return {
    caption: `${String(first)} to ${String(first + list.items.length - 1)} of ${count(list.total, 'recommendation')}`,
    headings: HEADINGS.map(({ text, sort }) => ({
      text,
      ...(sort === undefined ? {} : { href: addressOf(asked, { sort: sort === 'reference' ? undefined : sort }) }),
      ...(sort === sortedBy ? { order: sort === 'lastEvent' ? ('descending' as const) : ('ascending' as const) } : {}),
    })),
    rows: list.items.map((item) => rowView(item, data)),
    pagination: pagination(data),
  };
}

const TEXT_MAX = 110;

function rowView(item: RegisterItem, data: RegisterData): RowView {
  const { names } = data;
  const kind = KINDS[item.kind];
  return {
    reference: item.reference,
    href: addressOfItem(item.reference, data.asRecordedBy),
    what: item.label === undefined || item.label === kind ? kind : item.label,
    text: item.text.length > TEXT_MAX ? `${item.text.slice(0, TEXT_MAX).replace(/[,;:]?\s+\S*$/, '')}…` : item.text,
    body: names('body', item.body),
    isIllustration: item.illustration,
    status: { text: STATUSES[item.status], colour: STATUS_COLOURS[item.status] },
    positions: item.positions.length === 0 ? ['No position recorded'] : sayPositions(item.positions),
    due: dueOf(item, data),
    openActions: item.openActions.length,
    leads: few(item.leads.map((lead) => sayLead(lead, names))),
    gaps: gapsOf(item),
    last: sayDate(dayInLondon(item.lastEvent.recordedAt)),
  };
}

const LEADS_MAX = 3;

/** The first of many; the rest are on the page of the item. */
function few(leads: readonly string[]): string[] {
  return leads.length <= LEADS_MAX
    ? [...leads]
    : [...leads.slice(0, LEADS_MAX - 1), `and ${String(leads.length - LEADS_MAX + 1)} others`];
}

function gapsOf({ subParts, subPartsWithoutAction }: RegisterItem): string {
  if (subParts.length === 0) return 'No parts';
  return subPartsWithoutAction.length === 0 ? 'None' : subPartsWithoutAction.map((letter) => `(${letter})`).join(', ');
}

/** A row of a past day leads to the item as it was then. */
function addressOfItem(reference: string, asRecordedBy: CivilDate | undefined): string {
  const address = paths.recommendation({ reference });
  return asRecordedBy === undefined ? address : `${address}?${new URLSearchParams({ asRecordedBy }).toString()}`;
}

/** "Chief officer: accepted; agreed on (b)", a layer a line. */
function sayPositions(positions: readonly RegisterPosition[]): string[] {
  const byLayer = Map.groupBy(positions, ({ layer }) => layer);
  return [...byLayer].map(([layer, said]) => {
    const words = said.map(({ code, subPart }) =>
      subPart === undefined ? positionSaid(code) : `${positionSaid(code)} on (${subPart})`,
    );
    return `${LAYERS_SAID[layer]}: ${words.join('; ').toLowerCase()}`;
  });
}

function dueOf(item: RegisterItem, { day, references }: RegisterData): RowView['due'] {
  const { nextDue, nextReview, deadline } = item;
  if (nextDue) {
    const action = nextDue.action === undefined ? undefined : references.reference('action', nextDue.action);
    const days = daysBetween(nextDue.date, day);
    return {
      date: sayDate(nextDue.date),
      what: nextDue.of === 'deadline' ? 'the date the report prints' : `action ${action ?? 'without a reference'}`,
      ...(days > 0 ? { late: `${count(days, 'day')} ago` } : {}),
    };
  }
  if (item.status === 'closed' || item.status === 'raisedInError') return undefined;
  if (nextReview !== undefined) return { date: sayDate(nextReview), what: 'to be looked at' };
  if (deadline) return { date: 'No date', what: `the report prints “${deadline.asPrinted}”` };
  return { date: 'No date', what: '' };
}

/** The first, the last and those beside the one that is shown. */
function pagination({ asked, list: { page, size, total } }: RegisterData): PaginationView | undefined {
  const last = Math.ceil(total / size);
  if (last <= 1) return undefined;
  const to = (number: number): string => addressOf(asked, { page: number === 1 ? undefined : String(number) });
  const shown = [...new Set([1, page - 1, page, page + 1, last])].filter((each) => each >= 1 && each <= last);
  const items: PaginationView['items'][number][] = [];
  for (const [index, number] of shown.entries()) {
    if (index > 0 && number !== (shown[index - 1] ?? 0) + 1) items.push({ ellipsis: true });
    items.push({ number, href: to(number), current: number === page });
  }
  return {
    ...(page > 1 ? { previous: { href: to(page - 1) } } : {}),
    ...(page < last ? { next: { href: to(page + 1) } } : {}),
    items,
  };
}
