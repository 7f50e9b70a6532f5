import { describe, expect, it } from '@jest/globals';
import type { Authority } from '#domain';
import { id } from '../../../test/support/given-when-then.ts';
import {
  CCOB_DECISION,
  DEPUTY_MAYOR_SY,
  KILVINDER_VIGURS,
  MARTOM,
  names,
  SYMCA,
  SYP,
  TSU_MANAGER,
} from '../../../test/support/named-histories.ts';
import { readDate } from './calendar/precise-date.ts';
import {
  attributionCorrected,
  ifGiven,
  quote,
  sayAuthority,
  sayCorrection,
  sayDue,
  sayDueDate,
  sayLead,
  sayLeadName,
  sayList,
  sayOrdinal,
  sayPost,
  sayReason,
  sayReviewDay,
  tell,
} from './narrative.ts';

describe('A narrative', () => {
  it('is made of sentences with a capital and a full stop, without what is absent', () => {
    expect(tell({}, 'the board met', undefined, 'it said “We agree.”', 'nobody objected')).toBe(
      'The board met. It said “We agree.” Nobody objected.',
    );
  });

  it('marks what is made up for a demonstration', () => {
    expect(tell({ illustration: true }, 'the board met')).toBe('Illustration: The board met.');
  });
});

describe('Who decided', () => {
  it.each<[string, Authority]>([
    ['Kilvinder Vigurs', { person: KILVINDER_VIGURS }],
    ['Kilvinder Vigurs (Deputy Mayor for Policing & Crime)', { person: KILVINDER_VIGURS, post: DEPUTY_MAYOR_SY }],
    [
      'Kilvinder Vigurs (Deputy Mayor for Policing & Crime, South Yorkshire Mayoral Combined Authority, acting as “Deputy Mayor with PCC responsibilities”)',
      {
        person: KILVINDER_VIGURS,
        post: DEPUTY_MAYOR_SY,
        body: SYMCA,
        capacity: 'Deputy Mayor with PCC responsibilities',
      },
    ],
    ['the Deputy Mayor for Policing & Crime', { post: DEPUTY_MAYOR_SY }],
    ['the YHROCU TSU Manager (decision CCOB-2025-1)', { post: TSU_MANAGER, decision: CCOB_DECISION }],
    ['South Yorkshire Police', { body: SYP }],
    ['decision CCOB-2025-1', { decision: CCOB_DECISION }],
    ['Minutebook (linked-actions)', { policy: 'linked-actions' }],
    ['somebody not named (acting as “chair”)', { capacity: 'chair' }],
    ['somebody not named', {}],
  ])('is told as %s', (said, authority) => {
    expect(sayAuthority(authority, names)).toBe(said);
  });

  it('has one article', () => {
    expect(sayPost(id('b', 99), () => 'The Mayor')).toBe('the Mayor');
  });
});

describe('A lead', () => {
  it.each([
    ['its lead is the YHROCU TSU Manager', 'the YHROCU TSU Manager', { kind: 'post', post: TSU_MANAGER }],
    ['its lead is MARTOM', 'MARTOM', { kind: 'forum', series: MARTOM }],
    ['its lead is South Yorkshire Police', 'South Yorkshire Police', { kind: 'body', body: SYP }],
    ['no lead is named', 'nobody named', { kind: 'notNamed' }],
  ] as const)('reads: %s', (clause, name, lead) => {
    expect(sayLead(lead, names)).toBe(clause);
    expect(sayLeadName(lead, names)).toBe(name);
  });
});

describe('A due date', () => {
  it.each([
    [
      'it is due on 30 April 2026 (as printed, “By 30 April 2026”)',
      '30 April 2026 (as printed, “By 30 April 2026”)',
      { kind: 'on', date: '2026-04-30', basis: 'printed', asPrinted: 'By 30 April 2026' },
    ],
    [
      'it is due on 11 February 2026 (statutory)',
      '11 February 2026 (statutory)',
      { kind: 'on', date: '2026-02-11', basis: 'statutory' },
    ],
    [
      'it is due on 30 April 2026 (agreed locally)',
      '30 April 2026 (agreed locally)',
      { kind: 'on', date: '2026-04-30', basis: 'agreedLocally' },
    ],
    ['no date was given', 'no date (to be looked at by 30 June 2026)', { kind: 'noneGiven', reviewBy: '2026-06-30' }],
    [
      'no date was given (“in due course”)',
      'no date (“in due course”, to be looked at by 30 June 2026)',
      { kind: 'noneGiven', reviewBy: '2026-06-30', asPrinted: 'in due course' },
    ],
    ['no date was given', 'no date', { kind: 'noneGiven' }],
  ] as const)('reads: %s', (clause, name, due) => {
    expect(sayDue(due)).toBe(clause);
    expect(sayDueDate(due)).toBe(name);
  });

  it('without a date may have a day to look at it again', () => {
    expect(sayReviewDay({ kind: 'noneGiven', reviewBy: '2026-06-30' })).toBe('30 June 2026');
    expect(sayReviewDay({ kind: 'noneGiven' })).toBeUndefined();
    expect(sayReviewDay({ kind: 'on', date: '2026-06-30', basis: 'printed' })).toBeUndefined();
  });
});

describe('A correction', () => {
  it('tells both values of what changed, and nothing else', () => {
    expect(sayCorrection(['the title', '“A”', '“B”'], ['the sub-part', undefined, '(a)'], ['the lead', 'X', 'X'])).toBe(
      'the title was “A”, is “B”; the sub-part was not given, is (a)',
    );
    expect(sayCorrection(['the sub-part', '(a)', undefined])).toBe('the sub-part was (a), is not given');
  });

  it('tells who decided, since when, and what is made up, as fields of their own', () => {
    const was = { decidedBy: { body: SYP }, effectiveOn: readDate('June 2025') };
    const is = { decidedBy: { post: TSU_MANAGER }, illustration: true } as const;
    expect(sayCorrection(...attributionCorrected(was, is, names))).toBe(
      'who decided was South Yorkshire Police, is the YHROCU TSU Manager; the day it took effect was June 2025, is not given; the mark as an illustration was not given, is given',
    );
    expect(sayCorrection(...attributionCorrected({}, {}, names))).toBe('');
  });
});

describe('The small words', () => {
  it('give a reason where there is one', () => {
    expect(`It ended${sayReason('It was done.')}`).toBe('It ended, because “It was done.”');
    expect(`It ended${sayReason(undefined)}`).toBe('It ended');
  });

  it('leave out what is not given', () => {
    expect(ifGiven('I agree.', quote)).toBe('“I agree.”');
    expect(ifGiven(undefined, quote)).toBeUndefined();
  });

  it('list things', () => {
    expect(sayList([])).toBeUndefined();
    expect(sayList(['a'])).toBe('a');
    expect(sayList(['a', 'b'])).toBe('a and b');
    expect(sayList(['a', 'b', 'c'])).toBe('a, b and c');
  });

  it('count', () => {
    expect([1, 2, 10, 11].map(sayOrdinal)).toEqual(['first', 'second', 'tenth', 'number 11']);
  });
});
