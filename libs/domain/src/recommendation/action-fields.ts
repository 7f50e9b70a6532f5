/**
 * An action has one lead (a post, a forum, a body, or "not named") and a date, or "none given" with the day by which it
 * must be looked at. Commands say this in flat fields; here they are read into what is recorded. (P08, P09, P11.)
 */

import { sayDate } from '../calendar/civil-date.ts';
import { readDayOf } from '../calendar/precise-date.ts';
import { amended, amendedItem, type Attribution, type Correcting } from '../corrections.ts';
import { type Refusal, refuse, stated } from '../decider.ts';
import { quote } from '../narrative.ts';
import type { BodyId, DocumentId, PostId, SeriesId } from '../primitives.ts';
import { readDeadline } from '../report/deadline.ts';
import type { ActionFields, DateBasis, Due, Lead } from './recommendation.events.ts';

export interface LeadFields {
  readonly leadPost?: PostId;
  readonly leadForum?: SeriesId;
  readonly leadBody?: BodyId;
  /** The source names nobody. Then the body's secretary is reminded. */
  readonly leadNotNamed?: boolean;
}

export interface DueFields {
  /** The day it is due, as a date expression that names a day. */
  readonly dueOn?: string;
  readonly basis?: DateBasis;
  /** No date was given. */
  readonly dueNoneGiven?: boolean;
  /** When an action without a date must be looked at. */
  readonly reviewBy?: string;
  /** The words the source uses for the date, or instead of one. */
  readonly dueAsPrinted?: string;
}

export interface AssignedFields extends LeadFields, DueFields {
  readonly title: string;
  readonly subPart?: string;
  readonly supporters?: readonly PostId[];
  readonly deliveredWith?: readonly BodyId[];
  readonly monitoredAt?: SeriesId;
  readonly document?: DocumentId;
}

export function leadFrom(fields: LeadFields): Lead | Refusal {
  const leads: Lead[] = [];
  if (fields.leadPost !== undefined) leads.push({ kind: 'post', post: fields.leadPost });
  if (fields.leadForum !== undefined) leads.push({ kind: 'forum', series: fields.leadForum });
  if (fields.leadBody !== undefined) leads.push({ kind: 'body', body: fields.leadBody });
  if (fields.leadNotNamed === true) leads.push({ kind: 'notNamed' });
  const [lead, ...others] = leads;
  if (lead && others.length === 0) return lead;
  return refuse(
    'lead-unclear',
    'An action needs one lead: a post, a forum, a body, or the statement that none is named.',
  );
}

/** What is recorded of a date; words as they are printed may not contradict it where a day can be read from them. */
export function dueFrom(fields: DueFields): Due | Refusal {
  const due = statedDue(fields);
  return 'refused' in due ? due : (differs(due) ?? due);
}

function differs(due: Due): Refusal | undefined {
  const read = due.asPrinted === undefined ? 'unclear' : readDeadline(due.asPrinted);
  if (read === 'unclear' || read.day === undefined) return undefined;
  const words = `The words ${quote(due.asPrinted ?? '')} mean ${sayDate(read.day)}`;
  if (due.kind === 'noneGiven') {
    return refuse('due-differs', `${words}: give that day as the due date, or leave the words out.`);
  }
  if (due.basis !== 'printed' || due.date === read.day) return undefined;
  return refuse(
    'due-differs',
    `${words}, not ${sayDate(due.date)}: give that day, check the words, or say that the date rests on something else (basis).`,
  );
}

function statedDue(fields: DueFields): Due | Refusal {
  const asPrinted = fields.dueAsPrinted;
  if (fields.dueOn !== undefined && (fields.dueNoneGiven === true || fields.reviewBy !== undefined)) {
    return refuse('due-unclear', 'Give a due date, or say that none was given and when to look at it again, not both.');
  }
  if (fields.dueNoneGiven === true) {
    if (fields.reviewBy === undefined) {
      return refuse(
        'review-by-missing',
        'An action without a date needs the day by which it is looked at again: give a review-by date.',
      );
    }
    const reviewBy = readDayOf(fields.reviewBy);
    if (reviewBy === undefined)
      return refuse('date-unclear', 'The review-by date must be one day, such as 30 April 2026.');
    return stated({ kind: 'noneGiven' as const, reviewBy, asPrinted });
  }
  if (fields.dueOn === undefined)
    return refuse(
      'due-missing',
      'An action needs a due date, or the statement that none was given with a date to review it by.',
    );
  const date = readDayOf(fields.dueOn);
  if (date === undefined) return refuse('date-unclear', 'The due date must be one day, such as 30 April 2026.');
  return stated({ kind: 'on' as const, date, basis: fields.basis ?? 'agreedLocally', asPrinted });
}

export function actionFieldsFrom(fields: AssignedFields): ActionFields | Refusal {
  const lead = leadFrom(fields);
  if ('refused' in lead) return lead;
  const due = dueFrom(fields);
  if ('refused' in due) return due;
  const { title, subPart, supporters = [], deliveredWith = [], monitoredAt, document } = fields;
  return stated({ title, subPart, lead, supporters, deliveredWith, monitoredAt, due, document });
}

type Clearable = 'subPart' | 'supporters' | 'deliveredWith' | 'monitoredAt' | 'document' | 'dueAsPrinted';
/** What a correction of an action can say. */
export type AmendedFields = Correcting<Clearable> & Partial<AssignedFields>;

/** The fields as they should have been recorded. A lead is named anew as a whole; of a date, what is left out stays. */
export function amendedActionFields(
  command: AmendedFields,
  was: ActionFields & Attribution,
): (ActionFields & Attribution) | Refusal {
  const { leadPost, leadForum, leadBody, leadNotNamed } = command;
  const isLedAnew = [leadPost, leadForum, leadBody, leadNotNamed].some((given) => given !== undefined);
  const lead = isLedAnew ? leadFrom(command) : was.lead;
  if ('refused' in lead) return lead;
  const due = amendedDue(command, was.due);
  if ('refused' in due) return due;
  const { title, subPart, supporters, deliveredWith, monitoredAt, document } = command;
  const given = { title, subPart, lead, supporters, deliveredWith, monitoredAt, due, document };
  return amendedItem<ActionFields>(command, was, given, { supporters: [], deliveredWith: [] });
}

function amendedDue({ clear, ...command }: AmendedFields, was: Due): Due | Refusal {
  const { dueOn, basis, dueNoneGiven, reviewBy, dueAsPrinted } = command;
  // A day takes the place of "none given", and the other way round.
  const isOfAnotherKind = was.kind === 'on' ? dueNoneGiven === true : dueOn !== undefined;
  const stood: DueFields =
    was.kind === 'on' ? { dueOn: was.date, basis: was.basis } : stated({ dueNoneGiven: true, reviewBy: was.reviewBy });
  const is = amended<DueFields>(
    stated({ ...(isOfAnotherKind ? {} : stood), dueAsPrinted: was.asPrinted }),
    { dueOn, basis, dueNoneGiven, reviewBy, dueAsPrinted },
    clear?.filter((field) => field === 'dueAsPrinted'),
  );
  return 'refused' in is ? is : dueFrom(is);
}
