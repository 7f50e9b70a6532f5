/** Where an item stands, in a few lines: before its history, which tells how it came to stand there. */

import type { ItemKind } from '#application';
import { type CivilDate, endOfDayInLondon, type Names, same, sayAuthority, sayPreciseDate } from '#domain';
import type { EscalationItem, RegisterItem } from '#read-model';
import { hanging, print } from '../output.ts';
import type { Session } from '../session.ts';
import { sayGaps, sayKind, sayNextDue, sayPosition, sayPositions, sayStatus, spaced } from '../words.ts';
import { answerBy, dated, decider, sayChange, sayCourse, target } from './lists.ts';

type Facts = readonly (readonly [heading: string, words: string | undefined])[];

/** Prints nothing when the item had not been recorded by that day. */
export function standing(session: Session, kind: ItemKind, id: string, asRecordedBy: CivilDate | undefined): void {
  const recordedBefore = asRecordedBy === undefined ? undefined : endOfDayInLondon(asRecordedBy);
  const name = session.histories.names(recordedBefore);
  const facts = FACTS[kind]({ session, id, at: { recordedBefore }, name }).filter(([, words]) => words !== undefined);
  if (facts.length === 0) return;
  const headingLength = Math.max(...facts.map(([heading]) => heading.length)) + 1;
  print();
  for (const [heading, words = ''] of facts) {
    print(hanging(`  ${`${heading}:`.padEnd(headingLength + 1)}`, words));
  }
}

interface Asked {
  readonly session: Session;
  readonly id: string;
  readonly at: { readonly recordedBefore: string | undefined };
  readonly name: Names;
}

const FACTS: Readonly<Record<ItemKind, (asked: Asked) => Facts>> = {
  recommendation({ session, id, at, name }) {
    const item = session.record.readModel.register.get(id, at);
    if (item === undefined) return [];
    const gaps = sayGaps(item.subPartsWithoutAction).replaceAll('\n', ', ');
    const letters = item.subParts.map(({ letter }) => `(${letter})`).join(' ');
    const due = sayNextDue(item);
    return [
      [capital(sayKind(item.kind)), item.text],
      ['Printed as', item.label === undefined ? undefined : `“${item.label}”`],
      ['Falls on', name('body', item.body)],
      ['Overseen by', item.overseer === undefined ? undefined : name('body', item.overseer)],
      ['Status', sayStatus(item)],
      ['Positions', sayStandingPositions(item, name)],
      ['Closed by', item.closure && sayAuthority(item.closure.decidedBy, name)],
      ['Next due', due === '' ? undefined : due],
      ['Open actions', String(item.openActions.length)],
      ['Sub-parts', letters === '' ? undefined : `${letters}${gaps === '' ? '' : `; ${gaps}`}`],
    ];
  },
  decision({ session, id, at, name }) {
    const item = session.record.readModel.decisions.get(id, at);
    if (item === undefined) return [];
    return [
      ['Title', item.title],
      ['Outcome', `“${item.outcome}”`],
      ['Decided by', decider(name, item)],
      ['Meeting', item.meeting === undefined ? undefined : name('meeting', item.meeting)],
      ['Stated in', item.document === undefined ? undefined : name('document', item.document)],
      ['Effective', dated(item.effectiveOn)],
      ['Status', spaced(item.status)],
      ...sayCourse(name, item),
      ...item.changes.map(
        (change) => [`Change ${String(change.change)}`, sayChange(name, change, item.status)] as const,
      ),
    ];
  },
  report({ session, id, at, name }) {
    const item = session.record.readModel.reports.get(id, at);
    if (item === undefined) return [];
    return [
      ['Title', item.title],
      ['Retracted', sayRetracted(item)],
      ['Published', item.publishedOn === undefined ? 'not yet' : sayPreciseDate(item.publishedOn)],
      ['Findings', item.findings.map(({ reference }) => reference).join(', ') || 'none registered'],
      ['Not for policing', item.notForPolicing?.asPrinted],
      [
        'Grades',
        item.grades
          .map((one) => `${name('body', one.body)}: ${spaced(one.grade)}${one.illustration ? ' (illustration)' : ''}`)
          .join('\n') || undefined,
      ],
    ];
  },
  document({ session, id, at, name }) {
    const item = session.record.readModel.documents.get(id, at);
    if (item === undefined) return [];
    const { date, dateAsWritten, dateCorrection } = item;
    const was = dateCorrection?.was === undefined ? '' : `; it was ${sayPreciseDate(dateCorrection.was)}`;
    const written =
      dateAsWritten && !same(date, dateAsWritten) ? `; the document writes “${dateAsWritten.asPrinted}”` : '';
    const corrected =
      dateCorrection === undefined
        ? ''
        : ` (corrected${was}${written}${dateCorrection.illustration ? '; illustration' : ''})`;
    return [
      ['Title', item.title],
      ['Retracted', sayRetracted(item)],
      ['Issued by', item.issuedBy === undefined ? undefined : name('body', item.issuedBy)],
      ['Dated', `${dated(date)}${corrected}`],
      ['Answers', item.answersReport === undefined ? undefined : name('report', item.answersReport)],
    ];
  },
  series({ session, id, at, name }) {
    const item = session.record.readModel.meetings.getSeries(id, at);
    if (item === undefined) return [];
    return [
      ['Name', item.name],
      ['Retracted', sayRetracted(item)],
      ['Kind', spaced(item.seriesKind)],
      ['Belongs to', item.ofBody === undefined ? undefined : name('body', item.ofBody)],
      ['Meets', item.cadence],
      ['Status', item.status],
      ['Meetings', String(item.meetings)],
    ];
  },
  meeting({ session, id, at, name }) {
    const item = session.record.readModel.meetings.get(id, at);
    if (item === undefined) return [];
    return [
      ['Title', item.title],
      ['Series', item.series === undefined ? undefined : name('series', item.series)],
      ['Held on', sayPreciseDate(item.heldOn)],
      ['Retracted', sayRetracted(item)],
    ];
  },
  escalation({ session, id, at, name }) {
    const item = session.record.readModel.escalations.get(id, at);
    if (item === undefined) return [];
    const { document, stepDocuments, answer } = item;
    const cited = [document, ...stepDocuments, answer?.document].filter((one) => one !== undefined);
    const documents = [...new Set(cited)].map((one) => name('document', one));
    return [
      ['Question', item.question],
      ['To', target(name, item.to)],
      ['Tier', String(item.tier)],
      ['Next tier', sayNextTier(item)],
      ['Answer by', answerBy(item.answerBy)],
      ['Status', spaced(item.status)],
      ['Stated in', documents.length === 0 ? undefined : documents.join(', ')],
      ['Answer', item.answer === undefined ? undefined : `“${item.answer.words}”`],
      ['Reason', item.endReason],
    ];
  },
  body({ session, id, at, name }) {
    const item = session.record.readModel.directory.body(id, at);
    if (item === undefined) return [];
    return [
      ['Name', item.name],
      ['Kind', spaced(item.bodyKind)],
      ['Overseen by', item.overseenBy === undefined ? undefined : name('body', item.overseenBy)],
    ];
  },
  person: ({ session, id, at }) => [['Name', session.record.readModel.directory.person(id, at)?.name]],
};

/** Each with what it is called, and whose it is. */
function sayStandingPositions(item: RegisterItem, name: Names): string {
  if (item.positions.length === 0) return sayPositions(item);
  return item.positions
    .map((position) => `${position.reference} ${sayPosition(position)} (${sayAuthority(position.decidedBy, name)})`)
    .join('\n');
}

/** That it was recorded in error, and why. */
function sayRetracted({ retracted }: { readonly retracted?: string }): string | undefined {
  return retracted === undefined ? undefined : `recorded in error, because “${retracted}”`;
}

/** What has to be so before the next tier is asked, or that it is not. */
function sayNextTier({ nextTierCondition, nextTierDecidedAgainst }: EscalationItem): string | undefined {
  if (nextTierDecidedAgainst !== undefined) return `not asked, because “${nextTierDecidedAgainst}”`;
  return nextTierCondition === undefined ? undefined : `“${nextTierCondition}”`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
