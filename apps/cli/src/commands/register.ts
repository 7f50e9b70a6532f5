import { REGISTER_SORTS, type RegisterFilter, type RegisterItem } from '#read-model';
import { Ending, WRONG_USAGE } from '../exit.ts';
import { print, printJson, table } from '../output.ts';
import { asRecorded, dayFrom, type Session } from '../session.ts';
import { sayGaps, sayKind, sayNextDue, sayPositions, sayStatus } from '../words.ts';

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
  const filter: RegisterFilter = {
    ...asRecorded(options.asRecordedBy),
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
    printJson(items.map((item) => ({ ...item, bodyName: session.name('body', item.body) })));
    return;
  }
  if (items.length === 0) {
    print('No recommendation matches. Leave a filter out, or record one: npx minutebook raise-recommendation --help');
    return;
  }
  print(
    table(
      ['Reference', 'Kind', 'Positions', 'Next due', 'Open actions', 'Sub-parts', 'Status'],
      items.map((item) => [
        `${item.reference}${item.illustration ? ' *' : ''}`,
        sayKind(item.kind),
        sayPositions(item),
        sayNextDue(item),
        String(item.openActions.length),
        sayGaps(item.subPartsWithoutAction),
        sayStatus(item),
      ]),
      [1, 2, 3, 5, 6],
    ),
  );
  print();
  print(`${String(items.length)} recommendation${items.length === 1 ? '' : 's'}${told(options.asRecordedBy)}.`);
  if (items.some(({ illustration }) => illustration)) {
    print('* holds an illustration: something made up for the demonstration, which no document states.');
  }
}

export function told(asRecordedBy: string | undefined): string {
  return asRecordedBy === undefined ? '' : `, as recorded by ${dayFrom(asRecordedBy, '--as-recorded-by')}`;
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
