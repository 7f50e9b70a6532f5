import { type PreciseDate, sayPreciseDate } from '../calendar/precise-date.ts';
import { sayDated, sayDatesApart } from '../calendar/say-when.ts';
import type { Correction } from '../corrections.ts';
import { never } from '../decider.ts';
import {
  attributionCorrected,
  ifGiven,
  quote,
  sayAuthority,
  sayCorrection,
  sayPost,
  sayReason,
  tell,
} from '../narrative.ts';
import type { BodyId, Names } from '../primitives.ts';
import type {
  Attributed,
  BodyFields,
  BodyKind,
  DirectoryEvent,
  HoldingFields,
  PostFields,
} from './directory.events.ts';

const KINDS: Readonly<Record<BodyKind, string>> = {
  force: 'a police force',
  localPolicingBody: 'a local policing body',
  regionalUnit: 'a regional unit',
  inspectorate: 'an inspectorate',
  department: 'a department',
  agency: 'an agency',
  partnership: 'a partnership',
  other: 'a body of another kind',
};

/** Each event as the sentence an auditor reads. */
export function narrateDirectory(event: DirectoryEvent, names: Names): string {
  return tell(event.data, sentenceOf(event, names));
}

function sentenceOf(event: DirectoryEvent, names: Names): string {
  const who = sayAuthority(event.data.decidedBy, names);
  const body = names('body', event.data.bodyId);
  switch (event.type) {
    case 'BodyRecorded': {
      const { code, name, bodyKind, overseenBy, from } = event.data;
      const overseer = overseenBy === undefined ? '' : `, overseen by ${names('body', overseenBy)}`;
      return `${who} entered ${name} (${code}) in the directory as ${KINDS[bodyKind]}${overseer}${since(from)}`;
    }
    case 'BodyRenamed': {
      const { was, name, from } = event.data;
      return `${who} recorded that ${quote(was)} is called ${quote(name)}${since(from)}`;
    }
    case 'OverseerChanged': {
      const { was, overseenBy, from } = event.data;
      const before = was === undefined ? '' : `, no longer by ${names('body', was)}`;
      const overseer = overseenBy === undefined ? 'nobody' : names('body', overseenBy);
      return `${who} recorded that ${body} is overseen by ${overseer}${before}${since(from)}`;
    }
    case 'BodySucceeded': {
      const { successor, from } = event.data;
      return `${who} recorded that ${names('body', successor)} has taken over from ${body}${since(from)}`;
    }
    case 'BodyAliasAdded':
      return `${who} recorded that ${alias(event.data, body)}`;
    case 'BodyAliasRetracted':
      return `${who} retracted that ${alias(event.data, body)}${sayReason(event.data.reason)}`;
    case 'BodyRetracted': {
      const { was, reason } = event.data;
      return `${who} retracted the entry of ${was.name} (${was.code}) in the directory${sayReason(reason)}`;
    }
    case 'BodyCorrected':
      return `${who} corrected the entry of ${body}: ${bothOfBody(event.data, names)}${sayReason(event.data.reason)}`;
    case 'PostEstablished': {
      const { title, postCode, from } = event.data;
      return `${who} entered the post ${title} (${postCode}) of ${body}${since(from)}`;
    }
    case 'PostRenamed': {
      const { was, title, from } = event.data;
      return `${who} recorded that the post ${quote(was)} of ${body} is called ${quote(title)}${since(from)}`;
    }
    case 'PostAbolished': {
      const { post, until, reason } = event.data;
      return `${who} recorded that ${sayPost(post, names)} was abolished (last day: ${sayDated(until)})${sayReason(reason)}`;
    }
    case 'PostAliasAdded':
      return `${who} recorded that ${alias(event.data, sayPost(event.data.post, names))}`;
    case 'PostAliasRetracted': {
      const { post, reason } = event.data;
      return `${who} retracted that ${alias(event.data, sayPost(post, names))}${sayReason(reason)}`;
    }
    case 'PostRetracted': {
      const { was, reason } = event.data;
      return `${who} retracted the post ${was.title} (${was.postCode}) of ${body}${sayReason(reason)}`;
    }
    case 'PostCorrected': {
      const { post, reason } = event.data;
      return `${who} corrected the entry of ${sayPost(post, names)}: ${bothOfPost(event.data, names)}${sayReason(reason)}`;
    }
    case 'SecretaryDesignated':
    case 'ChairDesignated': {
      const { post, was } = event.data;
      const office = event.type === 'SecretaryDesignated' ? 'secretary' : 'chair';
      const before = was === undefined ? '' : `, in place of ${sayPost(was, names)}`;
      return `${who} recorded ${sayPost(post, names)} as the ${office} of ${body}${before}`;
    }
    case 'SecretaryDesignationRetracted':
    case 'ChairDesignationRetracted': {
      const { post, again, reason } = event.data;
      const office = event.type === 'SecretaryDesignationRetracted' ? 'secretary' : 'chair';
      const now = again === undefined ? 'none is designated' : `it is ${sayPost(again, names)} again`;
      return `${who} retracted the designation of ${sayPost(post, names)} as the ${office} of ${body}${sayReason(reason)}: ${now}`;
    }
    case 'HoldingBegun': {
      const { post, person, from, until, jointly } = event.data;
      const [holder, held] = [names('person', person), `the post ${names('post', post)}`];
      // A last day may be to come: nothing is said of whether the holding is over.
      const what = until === undefined ? `that ${holder} holds ${held}` : `${holder} as a holder of ${held}`;
      const together = jointly ? ', jointly with others' : '';
      return `${who} recorded ${what}${together}${since(from)}${lastDay(until)}`;
    }
    case 'HoldingEnded': {
      const { post, person, until } = event.data;
      return `${who} recorded ${when(until)} as the last day of ${names('person', person)} in the post ${names('post', post)}`;
    }
    case 'HoldingRetracted': {
      const { post, person, was, reason } = event.data;
      const when = `${since(was.from)}${lastDay(was.until)}`;
      return `${who} retracted that ${names('person', person)} held the post ${names('post', post)}${when}${sayReason(reason)}`;
    }
    case 'HoldingCorrected': {
      const { post, person, reason } = event.data;
      const what = `that ${names('person', person)} holds the post ${names('post', post)}`;
      return `${who} corrected the record ${what}: ${bothOfHolding(event.data, names)}${sayReason(reason)}`;
    }
    default:
      return never(event);
  }
}

function bothOfBody({ was, is }: Correction<Attributed<BodyFields>>, names: Names): string {
  const other = (id: BodyId | undefined): string | undefined => ifGiven(id, (named) => names('body', named));
  return sayCorrection(
    ['the name', ifGiven(was.name, quote), ifGiven(is.name, quote)],
    ['the first day of this name', ...sayDatesApart(was.nameFrom, is.nameFrom)],
    ['the kind', was.bodyKind && KINDS[was.bodyKind], is.bodyKind && KINDS[is.bodyKind]],
    ['the overseer', other(was.overseenBy), other(is.overseenBy)],
    ['the first day under this overseer', ...sayDatesApart(was.overseenFrom, is.overseenFrom)],
    ['the first day of the body', ...sayDatesApart(was.from, is.from)],
    ['the successor', other(was.succeededBy), other(is.succeededBy)],
    ['the first day of the successor', ...sayDatesApart(was.succeededFrom, is.succeededFrom)],
    ...attributionCorrected(was, is, names),
  );
}

function bothOfPost({ was, is }: Correction<Attributed<PostFields>>, names: Names): string {
  return sayCorrection(
    ['the title', ifGiven(was.title, quote), ifGiven(is.title, quote)],
    ['the first day of this title', ...sayDatesApart(was.titleFrom, is.titleFrom)],
    ['the first day of the post', ...sayDatesApart(was.from, is.from)],
    ['its last day', ...sayDatesApart(was.until, is.until)],
    ...attributionCorrected(was, is, names),
  );
}

function bothOfHolding({ was, is }: Correction<Attributed<HoldingFields>>, names: Names): string {
  const holder = (fields: Partial<HoldingFields>): string | undefined =>
    fields.person === undefined ? undefined : names('person', fields.person);
  return sayCorrection(
    ['the holder', holder(was), holder(is)],
    ['the first day', ...sayDatesApart(was.from, is.from)],
    ['the last day', ...sayDatesApart(was.until, is.until)],
    ['joint holding', was.jointly && 'stated', is.jointly && 'stated'],
    ...attributionCorrected(was, is, names),
  );
}

/** “A” means the Chief Constable of B, or may. */
function alias({ alias, unresolved }: { readonly alias: string; readonly unresolved?: true }, name: string): string {
  return unresolved ? `${quote(alias)} may mean ${name}, which is not settled` : `${quote(alias)} means ${name}`;
}

/** ", since 2025". It ends a sentence. */
function since(date: PreciseDate | undefined): string {
  return date === undefined ? '' : `, since ${when(date)}`;
}

/** ", until 30 April 2026". It ends a sentence. */
function lastDay(date: PreciseDate | undefined): string {
  return date === undefined ? '' : `, until ${when(date)}`;
}

function when(date: PreciseDate): string {
  return date.from === undefined ? 'a day not known' : sayPreciseDate(date).replace(/^in /, '');
}
