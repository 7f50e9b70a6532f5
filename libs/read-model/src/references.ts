/**
 * What people write to name something, and the words in which Minutebook names it: `OIC-R1/SYP` to an id, and an id to
 * "OIC-R1/SYP/1 “Deliver Recommendation 1”". The API, the command line and the narrative look things up here.
 */

import {
  type CodeEvent,
  type DecisionEvent,
  type DirectoryEvent,
  type DocumentDetails,
  type DocumentEvent,
  type DocumentType,
  type EscalationEvent,
  type MeetingEvent,
  type MeetingFields,
  type NamedKind,
  type PreciseDate,
  type RecommendationEvent,
  type ReportEvent,
  sayPreciseDate,
  type SeriesEvent,
  type SeriesFields,
} from '#domain';
import type { Database } from './database.ts';
import { personNamesTable } from './directory.ts';
import type { AsRecorded } from './page.ts';
import { plainTable, recordedTable, type SqlRow } from './recorded-table.ts';
import type { Recorded } from './log-event.ts';
import { corrected, idOf, standing } from './rows.ts';
import { type Handlers, leaves, type View } from './view.ts';

/** What a reference can name. A sub-part is written as its recommendation, a colon and the letter. */
export type ReferenceKind = Exclude<NamedKind, 'event'> | 'subPart';

export interface ReferenceQueries {
  /**
   * The id of what is named: by its id, the first eight or more characters of it, its code or reference, one of its
   * names or aliases; a meeting also by its series and day (`MARTOM/2026-01-20`). Letter case does not matter.
   * Undefined when nothing, or more than one thing, has that name.
   */
  resolve(kind: ReferenceKind, reference: string): string | undefined;
  /** Everything that has that name: more than one when it is ambiguous. */
  find(kind: ReferenceKind, reference: string): string[];
  /** Whether it was recorded in error: its history can be read, and nothing refers to it any more. */
  isRetracted(kind: ReferenceKind, id: string): boolean;
  /** A phrase that can stand inside a sentence. Undefined when it is not known, or a person who was erased. */
  label(kind: NamedKind, id: string, at?: AsRecorded): string | undefined;
  /** The code or reference it is printed with, when it has one: `SYP/CC`, `OIC-R1`, `D-2026-001`. */
  reference(kind: NamedKind, id: string, at?: AsRecorded): string | undefined;
  /** What a finding, an action or a post belongs to: its report, its recommendation, its body. */
  home(kind: 'finding' | 'action' | 'post', id: string): string | undefined;
}

interface Name {
  kind: string;
  id: string;
  /** The words alone; some kinds are told with more beside them. */
  words: string;
  reference?: string;
  /** What it belongs to. */
  home?: string;
  /** It was recorded in error: a name that something else has too is that one's. */
  retracted?: boolean;
  detail?: Detail;
}

/** Kept so that a later event can say the words anew. */
interface Detail {
  document?: { details: Pick<DocumentDetails, 'documentType' | 'title'>; date?: PreciseDate };
  series?: SeriesFields;
  meeting?: { series?: string; title: string; heldOn: PreciseDate };
  action?: { title: string };
}

interface Code {
  kind: string;
  code: string;
  id: string;
}

const namesTable = recordedTable<Name>('reference_names', ['kind', 'id'], {
  kind: 'text',
  id: 'text',
  words: 'text',
  reference: 'text',
  home: 'text',
  retracted: 'flag',
  detail: 'json',
});

const codesTable = plainTable<Code>('reference_codes', ['kind', 'code', 'id'], {
  kind: 'text',
  code: 'text',
  id: 'text',
});

export const references: View<ReferenceQueries> = {
  name: 'references',
  file: import.meta.url,
  tables: [...namesTable.stored, ...codesTable.stored],
  open: (database) => ({ on: handlers(database), queries: queries(database) }),
};

type Read =
  | CodeEvent
  | DecisionEvent
  | DirectoryEvent
  | DocumentEvent
  | EscalationEvent
  | MeetingEvent
  | RecommendationEvent
  | ReportEvent
  | SeriesEvent;

function handlers(database: Database): Handlers<Read> {
  const names = namesTable.open(database);
  const codes = codesTable.open(database);
  const called = (kind: ReferenceKind, id: string, ...words: (string | undefined)[]): void => {
    for (const code of words)
      if (code !== undefined && code.trim() !== '') codes.put({ kind, code: canonical(code), id });
  };
  const notCalled = (kind: ReferenceKind, id: string, ...words: (string | undefined)[]): void => {
    for (const code of words) if (code !== undefined) codes.remove(kind, canonical(code), id);
  };
  const retracted = (kind: RetractableKind, event: Recorded<Read>): void => {
    names.put({ ...named(kind, idOf(event)), retracted: true }, event.recordedAt);
  };
  /** What was recorded in error keeps its words, which its history needs; nothing finds it by them any more. */
  const forgotten = (kind: ReferenceKind, id: string): void => {
    const known = database.all<{ code: string }>(CODES_OF, { kind, id });
    notCalled(kind, id, ...known.map(({ code }) => code));
  };
  const named = (kind: ReferenceKind, id: string): Name => standing(names.get(kind, id), `The ${kind} ${id}`);
  const seriesNamed = (id: string, series: SeriesFields, recordedAt: string): void => {
    const { name, code } = series;
    const words = code === undefined || code === name ? name : `${name} (${code})`;
    names.put({ kind: 'series', id, words, reference: code, detail: { series } }, recordedAt);
    called('series', id, name, code);
  };
  const documentNamed = (
    { id, reference }: Pick<Name, 'id' | 'reference'>,
    document: NonNullable<Detail['document']>,
    recordedAt: string,
  ): void => {
    names.put({ kind: 'document', id, words: sayDocument(document), reference, detail: { document } }, recordedAt);
  };
  const documentCoded = (event: Recorded<Read>, reference: string | undefined): void => {
    const before = named('document', idOf(event));
    names.put({ ...before, reference }, event.recordedAt);
    notCalled('document', before.id, before.reference);
    const { title } = standing(before.detail?.document, before.id).details;
    called('document', before.id, reference, title);
  };
  const meetingNamed = (id: string, meeting: NonNullable<Detail['meeting']>, recordedAt: string): void => {
    const { title, heldOn, series } = meeting;
    const when = sayPreciseDate(heldOn);
    const words = title.includes(when) ? title : `${title} (${when})`;
    names.put({ kind: 'meeting', id, words, home: series, detail: { meeting } }, recordedAt);
    called('meeting', id, title, dayCode(meeting));
  };
  const actionNamed = (id: string, home: string, title: string, reference: string, recordedAt: string): void => {
    names.put(
      { kind: 'action', id, words: `${reference} “${title}”`, reference, home, detail: { action: { title } } },
      recordedAt,
    );
  };

  return {
    BodyRecorded: ({ data: { bodyId, code, name }, recordedAt }) => {
      names.put({ kind: 'body', id: bodyId, words: name, reference: code }, recordedAt);
      called('body', bodyId, code, name);
    },
    BodyRenamed: ({ data: { bodyId, name }, recordedAt }) => {
      names.put({ ...named('body', bodyId), words: name }, recordedAt);
      called('body', bodyId, name);
    },
    BodyCorrected: ({ data: { bodyId, was, is }, recordedAt }) => {
      if (is.name === undefined) return;
      names.put({ ...named('body', bodyId), words: is.name }, recordedAt);
      notCalled('body', bodyId, was.name);
      called('body', bodyId, is.name);
    },
    BodyAliasAdded: ({ data: { bodyId, alias, unresolved } }) => {
      if (!unresolved) called('body', bodyId, alias);
    },
    BodyAliasRetracted: ({ data: { bodyId, alias } }) => {
      notCalled('body', bodyId, alias);
      const { words, reference } = named('body', bodyId);
      called('body', bodyId, words, reference);
    },
    BodyRetracted: ({ data: { bodyId } }) => {
      forgotten('body', bodyId);
    },
    OverseerChanged: leaves,
    BodySucceeded: leaves,
    PostEstablished: ({ data: { bodyId, post, postCode, title }, recordedAt }) => {
      const reference = `${named('body', bodyId).reference ?? ''}/${postCode}`;
      names.put({ kind: 'post', id: post, words: title, reference, home: bodyId }, recordedAt);
      called('post', post, reference, title);
    },
    PostRenamed: ({ data: { post, title }, recordedAt }) => {
      names.put({ ...named('post', post), words: title }, recordedAt);
      called('post', post, title);
    },
    PostCorrected: ({ data: { post, was, is }, recordedAt }) => {
      if (is.title === undefined) return;
      names.put({ ...named('post', post), words: is.title }, recordedAt);
      notCalled('post', post, was.title);
      called('post', post, is.title);
    },
    PostAliasAdded: ({ data: { post, alias, unresolved } }) => {
      if (!unresolved) called('post', post, alias);
    },
    PostAliasRetracted: ({ data: { post, alias } }) => {
      notCalled('post', post, alias);
      const { words, reference } = named('post', post);
      called('post', post, words, reference);
    },
    PostRetracted: ({ data: { post } }) => {
      forgotten('post', post);
    },
    PostAbolished: leaves,
    SecretaryDesignated: leaves,
    SecretaryDesignationRetracted: leaves,
    ChairDesignated: leaves,
    ChairDesignationRetracted: leaves,
    HoldingBegun: ({ data: { holding, post, number }, recordedAt }) => {
      const reference = `${named('post', post).reference ?? ''}/${String(number)}`;
      names.put({ kind: 'holding', id: holding, words: reference, reference, home: post }, recordedAt);
      called('holding', holding, reference);
    },
    HoldingRetracted: ({ data: { holding } }) => {
      forgotten('holding', holding);
    },
    HoldingEnded: leaves,
    HoldingCorrected: leaves,

    ReportRecorded: ({ data: { report, code, title }, recordedAt }) => {
      names.put({ kind: 'report', id: report, words: sayReport(title, code), reference: code }, recordedAt);
      called('report', report, code, title);
    },
    ReportCorrected: (event) => {
      const id = idOf(event);
      const before = named('report', id);
      const { was, is } = event.data;
      names.put({ ...before, words: sayReport(is.title, before.reference ?? '') }, event.recordedAt);
      notCalled('report', id, was.title);
      called('report', id, is.title);
    },
    ReportRetracted: (event) => {
      retracted('report', event);
    },
    ReportPublished: leaves,
    ReportDateCorrected: leaves,
    ReportPublicationRetracted: leaves,
    FindingRegistered: (event) => {
      const { finding, code } = event.data;
      const report = named('report', idOf(event));
      const reference = `${report.reference ?? ''}-${code}`;
      names.put({ kind: 'finding', id: finding, words: reference, reference, home: report.id }, event.recordedAt);
      called('finding', finding, reference);
    },
    FindingCorrected: leaves,
    FindingRetracted: ({ data: { finding }, recordedAt }) => {
      notCalled('finding', finding, named('finding', finding).reference);
      names.end(recordedAt, 'finding', finding);
    },
    FindingLabelRecorded: leaves,
    FindingLabelCorrected: leaves,
    FindingLabelRetracted: leaves,
    NumbersDeclaredNotForPolicing: leaves,
    NumbersNotForPolicingCorrected: leaves,
    GradeRecorded: leaves,
    GradeCorrected: leaves,
    GradeRetracted: leaves,
    FindingFannedOut: leaves,

    RecommendationRaised: ({ data: { recommendation, reference }, recordedAt }) => {
      names.put({ kind: 'recommendation', id: recommendation, words: reference, reference }, recordedAt);
      called('recommendation', recommendation, reference);
    },
    ActionAssigned: (event) => {
      const { action, number, title } = event.data;
      const home = named('recommendation', idOf(event));
      const reference = `${home.words}/${String(number)}`;
      actionNamed(action, home.id, title, reference, event.recordedAt);
      called('action', action, reference);
    },
    ActionCorrected: ({ data: { action, is }, recordedAt }) => {
      const { home = '', reference = '', detail } = named('action', action);
      if (is.title === undefined || detail?.action?.title === is.title) return;
      actionNamed(action, home, is.title, reference, recordedAt);
    },
    RecommendationCorrected: leaves,
    ResponsibilityTransferred: leaves,
    ResponsibilityTransferRetracted: leaves,
    RecommendationRaisedInError: leaves,
    RaisedInErrorRetracted: leaves,
    FindingCorrectionAdopted: leaves,
    PositionRecorded: leaves,
    PositionCorrected: leaves,
    PositionRetracted: leaves,
    ActionReassigned: leaves,
    ActionReassignmentRetracted: leaves,
    DueDateChanged: leaves,
    DueDateChangeRetracted: leaves,
    ProgressReported: leaves,
    ProgressCorrected: leaves,
    ProgressRetracted: leaves,
    ActionCompleted: leaves,
    ActionWithdrawn: leaves,
    ActionReopened: leaves,
    ActionLinked: leaves,
    LinkCorrected: leaves,
    ActionUnlinked: leaves,
    LinkedActionEnded: leaves,
    RecommendationClosed: leaves,
    ClosureCorrected: leaves,
    RecommendationReopened: leaves,

    DocumentRecorded: ({ data: { document, code, documentType, title, dateAsWritten, ownReference }, recordedAt }) => {
      const details = { documentType, title };
      documentNamed({ id: document, reference: code }, { details, date: dateAsWritten }, recordedAt);
      called('document', document, code, title, ownReference);
    },
    DocumentCorrected: (event) => {
      const before = named('document', idOf(event));
      const { was, is } = event.data;
      const { documentType, title } = is;
      const date = before.detail?.document?.date;
      documentNamed(before, { details: { documentType, title }, date }, event.recordedAt);
      notCalled('document', before.id, was.title, was.ownReference);
      called('document', before.id, before.reference, is.title, is.ownReference);
    },
    DocumentRetracted: (event) => {
      retracted('document', event);
    },
    DocumentCodeRecorded: (event) => {
      documentCoded(event, event.data.code);
    },
    DocumentCodeCorrected: (event) => {
      documentCoded(event, event.data.is.code);
    },
    DocumentDateCorrected: (event) => {
      const before = named('document', idOf(event));
      const { date, dateAsWritten } = event.data.is;
      const document = standing(before.detail?.document, before.id);
      documentNamed(before, { ...document, date: date ?? dateAsWritten }, event.recordedAt);
    },
    DocumentPublished: leaves,
    DocumentPublicationCorrected: leaves,
    DocumentPublicationRetracted: leaves,
    DocumentSent: leaves,
    DocumentSendingCorrected: leaves,
    DocumentSendingRetracted: leaves,
    // What claimed it says its code itself. A claim to which nothing was recorded afterwards names nothing.
    CodeClaimed: leaves,
    CodePassedOn: ({ data: { codeKind, code, from } }) => {
      notCalled(codeKind, idOf({ stream: from }), code);
    },

    MeetingSeriesOpened: ({ data, recordedAt }) => {
      const { name, seriesKind, code, ofBody, cadence, chairPost, convenedBy, since } = data;
      seriesNamed(data.series, { name, seriesKind, code, ofBody, cadence, chairPost, convenedBy, since }, recordedAt);
    },
    MeetingSeriesRenamed: (event) => {
      const id = idOf(event);
      const before = standing(named('series', id).detail?.series, id);
      seriesNamed(id, { ...before, name: event.data.to }, event.recordedAt);
    },
    MeetingSeriesCorrected: (event) => {
      const id = idOf(event);
      const before = standing(named('series', id).detail?.series, id);
      notCalled('series', id, event.data.was.name, event.data.was.code);
      seriesNamed(id, corrected(before, event.data), event.recordedAt);
    },
    MeetingSeriesAliasAdded: (event) => {
      if (!event.data.unresolved) called('series', idOf(event), event.data.alias);
    },
    MeetingSeriesAliasRetracted: (event) => {
      const id = idOf(event);
      notCalled('series', id, event.data.alias);
      const { name, code } = standing(named('series', id).detail?.series, id);
      called('series', id, name, code);
    },
    MeetingSeriesClosed: leaves,
    MeetingSeriesClosureRetracted: leaves,
    MeetingSeriesRetracted: (event) => {
      retracted('series', event);
    },
    MeetingRecorded: ({ data: { meeting, series, title, heldOn }, recordedAt }) => {
      meetingNamed(meeting, { series, title, heldOn }, recordedAt);
    },
    MeetingCorrected: (event) => {
      const id = idOf(event);
      const before = standing(named('meeting', id).detail?.meeting, id);
      notCalled('meeting', id, before.title, dayCode(before));
      const { series, title, heldOn } = corrected<MeetingFields>(before, event.data);
      meetingNamed(id, { series, title, heldOn }, event.recordedAt);
    },
    MeetingRetracted: (event) => {
      retracted('meeting', event);
    },
    AttendanceRecorded: leaves,
    AttendanceCorrected: leaves,

    EscalationRaised: ({ data: { escalation, question }, recordedAt }) => {
      names.put({ kind: 'escalation', id: escalation, words: sayQuestion(question) }, recordedAt);
    },
    EscalationCorrected: (event) => {
      const { question } = event.data.is;
      if (question === undefined) return;
      names.put({ ...named('escalation', idOf(event)), words: sayQuestion(question) }, event.recordedAt);
    },
    EscalationTakenUp: leaves,
    EscalationAnswered: leaves,
    EscalationAnswerCorrected: leaves,
    EscalationReturned: leaves,
    EscalationNotPursued: leaves,
    EscalatedToNextTier: leaves,
    NextTierDecidedAgainst: leaves,
    EscalationStepRetracted: leaves,
    EscalationRetracted: (event) => {
      retracted('escalation', event);
    },

    DecisionRecorded: ({ data: { decision, number }, recordedAt }) => {
      names.put({ kind: 'decision', id: decision, words: number, reference: number }, recordedAt);
      called('decision', decision, number);
    },
    DecisionCorrected: leaves,
    DecisionRetracted: leaves,
    ChangeCarriedOut: leaves,
    ChangeRefused: leaves,
    ChangeRetried: leaves,
    ChangeDropped: leaves,
    ChangeCorrected: leaves,
    ChangeDropRetracted: leaves,
    ReconsiderationOpened: leaves,
    ReconsiderationRetracted: leaves,
    DecisionReaffirmed: leaves,
    ReaffirmationRetracted: leaves,
    DecisionSuperseded: leaves,
    SupersessionRetracted: leaves,
  };
}

/** As it is looked up: letter case and spaces around it do not matter. */
function canonical(code: string): string {
  return code.trim().replace(/\s+/g, ' ').toUpperCase();
}

/** A sitting of a series on a day. The series is looked up first, so that any of its names will do. */
function dayCode({ series, heldOn }: { series?: string; heldOn: PreciseDate }): string | undefined {
  return series === undefined || heldOn.precision !== 'day' ? undefined : `${series}/${heldOn.from ?? ''}`;
}

const documentWords: Readonly<Record<DocumentType, string>> = {
  responseLetter: 'letter',
  coverPaper: 'cover paper',
  boardPaper: 'board paper',
  guidance: 'guidance',
  minutes: 'minutes',
  evidence: 'evidence',
  other: 'document',
};

/** "the letter of 26 June 2025", "the cover paper of 2025"; by its title when it has no date. */
function sayDocument({ details, date }: NonNullable<Detail['document']>): string {
  const kind = documentWords[details.documentType];
  return date?.from === undefined
    ? `the ${kind} “${details.title}”`
    : `the ${kind} of ${sayPreciseDate(date).replace(/^in /, '')}`;
}

function sayReport(title: string, code: string): string {
  return `“${title}” (${code})`;
}

const questionLengthMax = 80;

function sayQuestion(question: string): string {
  const short = question.length <= questionLengthMax ? question : `${question.slice(0, questionLengthMax).trimEnd()}…`;
  return `“${short}”`;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const beginningOfUuid = /^[0-9a-f]{8}[0-9a-f-]*$/i;

interface Known {
  reference: string | null;
  home: string | null;
}
const NAME_BY_ID = 'SELECT reference, home FROM reference_names_now WHERE kind = ? AND id = ?';
/** What can be recorded in error and stays in the lists. Of everything else, which most commands name, nobody needs to look. */
const RETRACTABLE_KINDS = ['report', 'document', 'series', 'meeting', 'escalation'] as const;
type RetractableKind = (typeof RETRACTABLE_KINDS)[number];

const RETRACTED_BY_ID = 'SELECT 1 FROM reference_names_now WHERE kind = ? AND id = ? AND retracted = 1';
const PERSON_BY_ID = `SELECT id FROM ${personNamesTable.from(false)} WHERE id = ?`;
const CODES_OF = 'SELECT code FROM reference_codes WHERE kind = :kind AND id = :id';
/** The holdings of a post, but for those that were recorded in error. */
const HELD = `SELECT n.id FROM reference_names_now n WHERE n.kind = :kind AND n.home = :post
  AND EXISTS (SELECT 1 FROM reference_codes c WHERE c.kind = n.kind AND c.id = n.id)`;

function queries(database: Database): ReferenceQueries {
  const nameOf = (kind: string, id: string, { recordedBefore }: AsRecorded): Name | undefined => {
    const sql = `SELECT n.* FROM ${namesTable.from(recordedBefore !== undefined)} n WHERE n.kind = :kind AND n.id = :id`;
    const row = database.get<SqlRow>(sql, { kind, id, bound: recordedBefore ?? null });
    return row && namesTable.read(row);
  };
  const personName = (id: string, { recordedBefore }: AsRecorded): string | undefined => {
    const sql = `SELECT p.name FROM ${personNamesTable.from(recordedBefore !== undefined)} p WHERE p.id = :id`;
    return database.get<{ name: string }>(sql, { id, bound: recordedBefore ?? null })?.name;
  };
  const ids = (sql: string, parameters: Record<string, string>): string[] =>
    database.all<{ id: string }>(sql, parameters).map(({ id }) => id);

  /** What was recorded in error keeps its names only as long as nothing else has them. */
  const ratherStanding = (kind: ReferenceKind, found: string[]): string[] => {
    if (found.length < 2) return found;
    const standing = found.filter((id) => nameOf(kind, id, {})?.retracted !== true);
    return standing.length === 0 ? found : standing;
  };

  const find = (kind: ReferenceKind, reference: string): string[] => {
    const text = reference.trim();
    if (kind === 'subPart') {
      const [, recommendation = '', letter = ''] = /^(.+):\s*\(?([a-z]+)\)?$/i.exec(text) ?? [];
      return find('recommendation', recommendation).map((id) => `${id}:${letter.toLowerCase()}`);
    }
    if (uuid.test(text)) {
      const id = text.toLowerCase();
      const isNamed =
        kind === 'person'
          ? database.find(PERSON_BY_ID, id) !== undefined
          : database.find(NAME_BY_ID, kind, id) !== undefined;
      return isNamed ? [id] : [];
    }
    const everyName =
      kind === 'person'
        ? `SELECT id, name FROM ${personNamesTable.from(false)}`
        : 'SELECT id FROM reference_names_now WHERE kind = :kind';
    const byCode =
      kind === 'person'
        ? `SELECT DISTINCT p.id FROM ${personNamesTable.from(false)} p
            WHERE p.retracted IS NOT 1 AND (upper(p.name) = :code
              OR EXISTS (SELECT 1 FROM json_each(p.aliases) alias WHERE upper(alias.value) = :code))`
        : `SELECT n.id FROM reference_names_now n WHERE n.kind = :kind AND n.id IN (
            SELECT id FROM reference_codes WHERE kind = :kind AND code = :code)`;
    const called = (code: string): string[] => ratherStanding(kind, ids(byCode, { kind, code: canonical(code) }));
    const found = called(text);
    if (found.length > 0) return found;
    if (kind === 'holding') {
      return find('post', text).flatMap((post) => ids(HELD, { kind, post }));
    }
    const [, forum, day] = /^(.+)\/(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
    if (kind === 'meeting' && forum !== undefined && day !== undefined) {
      return find('series', forum).flatMap((series) => called(`${series}/${day}`));
    }
    if (!beginningOfUuid.test(text)) return [];
    const byBeginning = `SELECT id FROM (${everyName}) WHERE substr(id, 1, length(:beginning)) = :beginning`;
    return ids(byBeginning, { kind, beginning: text.toLowerCase() });
  };

  return {
    find,
    resolve: (kind, reference) => {
      const [only, ...others] = find(kind, reference);
      return others.length === 0 ? only : undefined;
    },
    isRetracted: (kind, id) =>
      (RETRACTABLE_KINDS as readonly string[]).includes(kind) && database.find(RETRACTED_BY_ID, kind, id) !== undefined,
    label: (kind, id, at = {}) => {
      if (kind === 'person') return personName(id, at);
      const name = nameOf(kind, id, at);
      if (name === undefined || kind !== 'post') return name?.words;
      const body = name.home === undefined ? undefined : nameOf('body', name.home, at);
      // "Chief Constable of South Yorkshire Police", but not "YHROCU TSU Manager of …", nor a commissioner of their own office.
      const saysItsBody =
        body?.words.includes(name.words) === true ||
        [body?.words, body?.reference].some((word) => word !== undefined && name.words.includes(word));
      return body === undefined || saysItsBody ? name.words : `${name.words} of ${body.words}`;
    },
    reference: (kind, id, at = {}) =>
      at.recordedBefore === undefined
        ? (database.find<Known>(NAME_BY_ID, kind, id)?.reference ?? undefined)
        : nameOf(kind, id, at)?.reference,
    home: (kind, id) => database.find<Known>(NAME_BY_ID, kind, id)?.home ?? undefined,
  };
}
