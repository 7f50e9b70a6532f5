/** The letters that specs share, with what they print. */

import type { DocumentCommand } from '#domain';
import { secretary } from './given-when-then.ts';
import {
  DEPUTY_MAYOR_SY,
  DEPUTY_MAYOR_WY,
  KILVINDER_VIGURS,
  LETTER_WY_YHSOC,
  SYMCA,
  WYCA,
  YHSOC,
} from './named-histories.ts';
import { LETTER_SY_YHSOC } from './report-histories.ts';

type CommandOf<Kind extends DocumentCommand['kind']> = Extract<DocumentCommand, { kind: Kind }>;
/** What the application finds out in other streams: nothing, unless a spec says otherwise. */
type Told<Command> = Omit<Command, 'kind' | 'by' | 'citedBy'> &
  Partial<Pick<Command, Extract<keyof Command, 'citedBy'>>>;
type FieldsOf<Kind extends DocumentCommand['kind']> = Told<CommandOf<Kind>>;
const GATHERED: { readonly [Kind in DocumentCommand['kind']]?: object } = { 'retract-document': { citedBy: [] } };

/** A command to a document with the fields given, sent by the secretary. */
export function toDocument<Kind extends DocumentCommand['kind']>(kind: Kind, fields: FieldsOf<Kind>): CommandOf<Kind> {
  return { kind, by: secretary, ...GATHERED[kind], ...fields } as unknown as CommandOf<Kind>;
}

/** South Yorkshire's answer to the regional report, whose printed year is a slip. */
export function recordLetterSy(fields: Partial<FieldsOf<'record-document'>> = {}): CommandOf<'record-document'> {
  return toDocument('record-document', {
    document: LETTER_SY_YHSOC,
    documentType: 'responseLetter',
    title: 'Response to the inspection of the Yorkshire and Humber region',
    issuedBy: SYMCA,
    signatoryPost: DEPUTY_MAYOR_SY,
    signatoryPerson: KILVINDER_VIGURS,
    addressees: ['Dear Chief Inspectors'],
    dateAsWritten: '09 February 2025',
    answersReport: YHSOC,
    ...fields,
  });
}

/** West Yorkshire's answer to the same report, with the same slip. */
export function recordLetterWy(fields: Partial<FieldsOf<'record-document'>> = {}): CommandOf<'record-document'> {
  return toDocument('record-document', {
    document: LETTER_WY_YHSOC,
    documentType: 'responseLetter',
    title: 'Re: An inspection of the Yorkshire and Humber regional response to serious and organised crime',
    issuedBy: WYCA,
    signatoryPost: DEPUTY_MAYOR_WY,
    addressees: ['Dear Home Secretary'],
    dateAsWritten: '5th February 2025',
    answersReport: YHSOC,
    ...fields,
  });
}
