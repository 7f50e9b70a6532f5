import type { HistoryEntry, ItemHistory, ItemKind } from '#application';
import { sayPreciseDate } from '#domain';
import { Ending, WRONG_USAGE } from '../exit.ts';
import { hanging, print, printJson } from '../output.ts';
import { asRecorded, dayFrom, type Session } from '../session.ts';
import { sayGaps, sayInstant, sayKind, sayNextDue, sayPositions, sayStatus } from '../words.ts';
import { told } from './register.ts';

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
  const day = options.asRecordedBy === undefined ? undefined : dayFrom(options.asRecordedBy, '--as-recorded-by');
  const { kind, found } = await find(session, reference, day);
  if (options.json === true) {
    printJson(found);
    return;
  }
  print(`History of ${kind} ${found.reference}${told(options.asRecordedBy)}`);
  if (kind === 'recommendation') standing(session, found.id, options.asRecordedBy);
  print();
  for (const entry of found.entries) print(`${paragraph(entry)}\n`);
  if (found.entries.length === 0) print('Nothing had been recorded by then.');
}

async function find(
  session: Session,
  reference: string,
  day: string | undefined,
): Promise<{ kind: ItemKind; found: ItemHistory }> {
  for (const kind of KINDS) {
    if (session.record.readModel.references.resolve(kind, reference) === undefined) continue;
    const found = await session.histories.of(kind, reference, day);
    if (found !== undefined) return { kind, found };
  }
  throw new Ending(
    WRONG_USAGE,
    `There is nothing called “${reference}” in the record. See: npx minutebook register, decisions, reports, directory`,
  );
}

/** Where a recommendation stands, before how it came to stand there. */
function standing(session: Session, id: string, asRecordedBy: string | undefined): void {
  const item = session.record.readModel.register.get(id, asRecorded(asRecordedBy));
  if (item === undefined) return;
  print();
  print(
    hanging(
      '  ',
      `${sayKind(item.kind)}${item.label === undefined ? '' : `, printed as “${item.label}”`}: ${item.text}`,
    ),
  );
  print(`  Falls on:      ${session.name('body', item.body)}`);
  if (item.overseer !== undefined) print(`  Overseen by:   ${session.name('body', item.overseer)}`);
  print(`  Status:        ${sayStatus(item)}`);
  print(`  Positions:     ${sayPositions(item).replaceAll('\n', '\n                 ')}`);
  print(`  Next due:      ${sayNextDue(item)}`);
  print(`  Open actions:  ${String(item.openActions.length)}`);
  if (item.subParts.length > 0) {
    const gaps = sayGaps(item.subPartsWithoutAction);
    print(
      `  Sub-parts:     ${item.subParts.map(({ letter }) => `(${letter})`).join(' ')}${gaps === '' ? '' : `; ${gaps.replaceAll('\n', ', ')}`}`,
    );
  }
}

function paragraph(entry: HistoryEntry): string {
  const mark = `${String(entry.number).padStart(3)}. `;
  const indent = ' '.repeat(mark.length);
  const effective = entry.effectiveOn === undefined ? '' : ` Effective: ${sayPreciseDate(entry.effectiveOn)}.`;
  return [
    hanging(mark, entry.sentence),
    hanging(
      indent,
      `Recorded ${sayInstant(entry.recordedAt)} by ${entry.recorder} (known ${KNOWN_BY[entry.authentication] ?? entry.authentication}).${effective}`,
    ),
    `${indent}${entry.stream}, revision ${String(entry.revision)}, ${entry.type}`,
  ].join('\n');
}
