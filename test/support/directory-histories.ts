/** What specs share of the directory: the combined authority, its posts and who holds them, and the force it oversees. */

import type { DirectoryCommand, Names } from '#domain';
import { id, secretary } from './given-when-then.ts';
import { DEPUTY_MAYOR_SY, KILVINDER_VIGURS, names as others, SYMCA } from './named-histories.ts';

type CommandOf<Kind extends DirectoryCommand['kind']> = Extract<DirectoryCommand, { kind: Kind }>;
type FieldsOf<Kind extends DirectoryCommand['kind']> = Omit<CommandOf<Kind>, 'kind' | 'by'>;

export const BOARD_SECRETARY = id('b', 1);
export const MONITORING_OFFICER = id('b', 20);
export const ALAN = id('a', 21);
export const BEA = id('a', 22);
export const ALANS = id('e', 901);
export const BEAS = id('e', 902);
const KILVINDERS = id('e', 903);

const NAMES: Readonly<Record<string, string>> = {
  [MONITORING_OFFICER]: 'Monitoring Officer',
  [ALAN]: 'Alan Placeholder',
  [BEA]: 'Bea Placeholder',
};

/** What the ids above stand for, in the words a history prints. */
export const names: Names = (kind, wanted) => NAMES[wanted] ?? others(kind, wanted);

/** A command to a body's entry with the fields given, sent by the secretary. */
export function enter<Kind extends DirectoryCommand['kind']>(kind: Kind, fields: FieldsOf<Kind>): CommandOf<Kind> {
  return { kind, by: secretary, ...fields } as unknown as CommandOf<Kind>;
}

export function recordSymca(fields: Partial<FieldsOf<'record-body'>> = {}): CommandOf<'record-body'> {
  return enter('record-body', {
    bodyId: SYMCA,
    code: 'SYMCA',
    name: 'South Yorkshire Mayoral Combined Authority',
    bodyKind: 'localPolicingBody',
    from: 'May 2024',
    ...fields,
  });
}

export function establishSecretary(fields: Partial<FieldsOf<'establish-post'>> = {}): CommandOf<'establish-post'> {
  return enter('establish-post', {
    post: BOARD_SECRETARY,
    postCode: 'SEC',
    title: 'Secretary of the board',
    ...fields,
  });
}

export function establishDeputyMayor(fields: Partial<FieldsOf<'establish-post'>> = {}): CommandOf<'establish-post'> {
  return enter('establish-post', {
    post: DEPUTY_MAYOR_SY,
    postCode: 'DM',
    title: 'Deputy Mayor for Policing & Crime',
    from: '7 May 2024',
    ...fields,
  });
}

/** Alan is the board's secretary from the first of May 2024 on. */
export function alanBegins(fields: Partial<FieldsOf<'begin-holding'>> = {}): CommandOf<'begin-holding'> {
  return enter('begin-holding', {
    holding: ALANS,
    post: BOARD_SECRETARY,
    person: ALAN,
    from: '1 May 2024',
    ...fields,
  });
}

/** Bea is the board's secretary from the first of May 2025 on. */
export function beaBegins(fields: Partial<FieldsOf<'begin-holding'>> = {}): CommandOf<'begin-holding'> {
  return enter('begin-holding', { holding: BEAS, post: BOARD_SECRETARY, person: BEA, from: '1 May 2025', ...fields });
}

export function kilvinderBegins(fields: Partial<FieldsOf<'begin-holding'>> = {}): CommandOf<'begin-holding'> {
  return enter('begin-holding', {
    holding: KILVINDERS,
    post: DEPUTY_MAYOR_SY,
    person: KILVINDER_VIGURS,
    from: 'in 2025',
    ...fields,
  });
}
