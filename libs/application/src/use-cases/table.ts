/** The table of use cases: everything a person or a program can ask Minutebook to record. */

import { DECISION_USE_CASES } from './decision.use-cases.ts';
import { DIRECTORY_USE_CASES } from './directory.use-cases.ts';
import { DOCUMENT_USE_CASES } from './document.use-cases.ts';
import { ERASURE_USE_CASES } from './erasure.use-cases.ts';
import { ESCALATION_USE_CASES } from './escalation.use-cases.ts';
import { MEETING_USE_CASES } from './meeting.use-cases.ts';
import { PERSON_USE_CASES } from './person.use-cases.ts';
import { RECOMMENDATION_USE_CASES } from './recommendation.use-cases.ts';
import { REPORT_USE_CASES } from './report.use-cases.ts';
import { SERIES_USE_CASES } from './series.use-cases.ts';
import type { UseCase } from './use-case.ts';

export interface Row {
  /** `close-recommendation`: the name in every layer. */
  readonly name: string;
  /** The aggregate it is decided in, and what its streams are called. */
  readonly category: string;
  readonly useCase: UseCase;
}

const TABLES: Readonly<Record<string, object>> = {
  report: REPORT_USE_CASES,
  document: DOCUMENT_USE_CASES,
  recommendation: RECOMMENDATION_USE_CASES,
  series: SERIES_USE_CASES,
  meeting: MEETING_USE_CASES,
  escalation: ESCALATION_USE_CASES,
  decision: DECISION_USE_CASES,
  directory: DIRECTORY_USE_CASES,
  person: PERSON_USE_CASES,
  erasure: ERASURE_USE_CASES,
};

/** By name, in the order of the tables. */
export const USE_CASES: ReadonlyMap<string, Row> = new Map(
  Object.entries(TABLES).flatMap(([category, table]) =>
    Object.entries(table).map(([name, useCase]) => [name, { name, category, useCase: useCase as UseCase }] as const),
  ),
);
