import type { HistoryEntry, ItemHistory, ItemKind } from '#application';
import { type CivilDate, sayInstant, sayPreciseDate } from '#domain';
import { Ending, WRONG_USAGE } from '../exit.ts';
import { hanging, print, printJson, tell } from '../output.ts';
import { dayRecordedBy, type Session } from '../session.ts';
import { told } from './register.ts';
import { standing } from './standing.ts';

/** In this order a reference is looked for. */
const KINDS: readonly ItemKind[] = [
  'recommendation',
  'decision',
  'report',
  'document',
  'series',
  'meeting',
  'escalation',
  'body',
  'person',
];

/** What has no stream of its own is told with what it belongs to. */
const HOMES = { action: 'recommendation', finding: 'report', post: 'body' } as const;

const KNOWN_BY: Readonly<Record<string, string>> = {
  'claimed-local': 'as they claimed, on this machine',
  cli: 'as they claimed, on the command line',
  oidc: 'by signing in',
  policy: 'by the policy itself',
};

export async function history(
  session: Session,
  reference: string,
  options: { readonly asRecordedBy?: string; readonly json?: boolean },
): Promise<void> {
  const day = dayRecordedBy(session, options.asRecordedBy);
  const { kind, found } = await find(session, reference, day);
  if (options.json === true) {
    printJson(found);
    return;
  }
  print(`History of ${kind} ${found.reference}${told(options.asRecordedBy)}`);
  standing(session, kind, found.id, day);
  print();
  for (const entry of found.entries) print(`${paragraph(entry)}\n`);
  if (found.entries.length === 0) print('Nothing had been recorded by then.');
}

async function find(
  session: Session,
  reference: string,
  day: CivilDate | undefined,
): Promise<{ kind: ItemKind; found: ItemHistory }> {
  const { references } = session.record.readModel;
  for (const kind of KINDS) {
    const [id, ...others] = references.find(kind, reference);
    if (id === undefined) continue;
    if (others.length > 0) {
      throw new Ending(
        WRONG_USAGE,
        `“${reference}” names more than one ${kind}. Name the one you mean by its id: ${[id, ...others].join(', ')}`,
      );
    }
    const found = await session.histories.of(kind, id, day);
    if (found !== undefined) return { kind, found };
  }
  for (const [part, kind] of Object.entries(HOMES) as [keyof typeof HOMES, ItemKind][]) {
    const id = references.resolve(part, reference);
    const home = id === undefined ? undefined : references.home(part, id);
    const found = home === undefined ? undefined : await session.histories.of(kind, home, day);
    if (found === undefined) continue;
    tell(`The ${part} ${reference} belongs to the ${kind} ${found.reference}, whose history this is.`);
    return { kind, found };
  }
  throw new Ending(
    WRONG_USAGE,
    `There is nothing called “${reference}” in the record. See: npx minutebook register, decisions, reports, directory`,
  );
}

function paragraph(entry: HistoryEntry): string {
  const mark = `${String(entry.number).padStart(3)}. `;
  const indent = ' '.repeat(mark.length);
  const effective = entry.effectiveOn === undefined ? '' : ` Effective: ${sayPreciseDate(entry.effectiveOn)}.`;
  return [
    hanging(mark, entry.sentence),
    hanging(
      indent,
      `Recorded on ${sayInstant(entry.recordedAt)} by ${entry.recorder} (known ${KNOWN_BY[entry.authentication] ?? entry.authentication}).${effective}`,
    ),
    hanging(indent, `In the record of ${entry.of}, revision ${String(entry.revision)}: ${entry.type}.`),
    `${indent}${entry.stream}`,
  ].join('\n');
}
