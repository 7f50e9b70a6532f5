/** What is said of a finding in flat fields is read here into what is recorded, and held against the rest of the report. */

import { type Refusal, refuse, stated } from '../decider.ts';
import type { FindingId } from '../primitives.ts';
import { deadlineFrom, type DescribedDeadline } from './deadline.ts';
import type { FindingKind, SubPart } from './finding.ts';
import { isAmong, printedNumber } from './numbers.ts';
import type { FindingFields } from './report.events.ts';
import { findingBlocker, type RecordedReport, referenceOf, registeredFinding } from './report.state.ts';

export interface DescribedFinding extends DescribedDeadline {
  /** Our own code, unique in the report: `R1`, `AFI-A`. */
  readonly code: string;
  readonly findingKind: FindingKind;
  /** As printed in the report: "Recommendation 1". */
  readonly label?: string;
  readonly text: string;
  /** Each a letter, a colon and the text: "a: the quality and consistency of 4P plans". */
  readonly subParts?: readonly string[];
  /** The classes it is addressed to, as printed: "chief constables". */
  readonly addressees?: readonly string[];
  /** The cause of concern that it follows from. */
  readonly parent?: FindingId;
}

export function findingFieldsFrom(described: DescribedFinding): FindingFields | Refusal {
  const { code, findingKind, text } = described;
  const given = findingFieldsGiven(described);
  if ('refused' in given) return given;
  return { subParts: [], addressees: [], ...given, code, findingKind, text };
}

/**
 * Only what is given.
 * @param standing the fields as they stand, where there are any: the day of a deadline may be said of words recorded before
 */
export function findingFieldsGiven(
  described: Partial<DescribedFinding>,
  standing?: FindingFields,
): Partial<FindingFields> | Refusal {
  const subParts = described.subParts && subPartsFrom(described.subParts);
  if (subParts && 'refused' in subParts) return subParts;
  const deadline = deadlineFrom(described, standing?.deadline?.asPrinted);
  if (deadline && 'refused' in deadline) return deadline;
  const { code, findingKind, label, text, addressees, parent } = described;
  return stated({ code, findingKind, label, text, subParts, addressees, parent, deadline });
}

function subPartsFrom(lines: readonly string[]): SubPart[] | Refusal {
  const subParts: SubPart[] = [];
  for (const line of lines) {
    const [, letter, text] = /^([a-z])\s*:\s*(\S.*)$/s.exec(line.trim()) ?? [];
    if (letter === undefined || text === undefined) {
      return refuse(
        'sub-part-unclear',
        `“${line}” is not a sub-part that can be read: write a small letter, a colon and the text, such as “a: the quality of plans”.`,
      );
    }
    if (subParts.some((part) => part.letter === letter)) {
      return refuse('sub-part-twice', `Two sub-parts have the letter (${letter}): give each its own.`);
    }
    subParts.push({ letter, text });
  }
  return subParts;
}

/** What keeps a finding with these fields out of the report. */
export function findingMisfit(report: RecordedReport, id: FindingId, fields: FindingFields): Refusal | undefined {
  return codeTaken(report, id, fields) ?? numberDeclared(report, fields) ?? parentMisfit(report, id, fields);
}

function codeTaken(report: RecordedReport, id: FindingId, fields: FindingFields): Refusal | undefined {
  const other = Object.values(report.findings).find(
    (finding) => finding.id !== id && finding.fields.code === fields.code,
  );
  if (!other) return undefined;
  return refuse(
    'code-taken',
    `${referenceOf(report, other)} is another finding of this report: give this one its own code.`,
    [findingBlocker(report, other)],
  );
}

function numberDeclared(report: RecordedReport, fields: FindingFields): Refusal | undefined {
  const number = printedNumber(fields.label);
  const declared = report.notForPolicing?.fields;
  if (number === undefined || declared === undefined || !isAmong(declared.ranges, number)) return undefined;
  return refuse(
    'number-declared',
    `Number ${String(number)} has been declared not for policing (“${declared.asPrinted}”): correct those numbers first, or the label.`,
  );
}

function parentMisfit(report: RecordedReport, id: FindingId, fields: FindingFields): Refusal | undefined {
  if (fields.parent === undefined) return undefined;
  const parent = registeredFinding(report, fields.parent);
  if ('refused' in parent) return parent;
  if (parent.fields.findingKind !== 'causeOfConcern') {
    return refuse('parent-impossible', 'Only a cause of concern leads to other findings: name one, or no parent.', [
      findingBlocker(report, parent),
    ]);
  }
  if (fields.findingKind === 'causeOfConcern' || parent.id === id) {
    return refuse(
      'parent-impossible',
      'A cause of concern leads to recommendations and follows from no other finding: leave the parent out.',
    );
  }
  return undefined;
}
