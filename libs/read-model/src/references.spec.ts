import { describe, expect, it } from '@jest/globals';
import { code, directory, type DomainEvent, recommendation, report, series } from '#domain';
import type { ReferenceKind } from '#read-model';
import {
  alanBegins,
  ALANS,
  beaBegins,
  BEAS,
  enter,
  establishSecretary,
  recordSymca,
} from '../../../test/support/directory-histories.ts';
import { given, id, secretary } from '../../../test/support/given-when-then.ts';
import { ask, openMartom } from '../../../test/support/governance-histories.ts';
import { LogOfEvents } from '../../../test/support/log-of-events.ts';
import {
  ACT_16,
  AFI_A_WYP,
  CCOB_DECISION,
  CHIEF_CONSTABLE_SYP,
  DEPUTY_MAYOR_SY,
  KILVINDER_VIGURS,
  LETTER_SY_OIC,
  MARTOM,
  OIC,
  OIC_R1,
  raiseAfiA,
  SYMCA,
  SYP,
  TSU_MANAGER,
  WYP,
} from '../../../test/support/named-histories.ts';
import { projected, stepByStep, storyOf } from '../../../test/support/projected.ts';
import { expectYhsoc } from '../../../test/support/report-histories.ts';

const MEETING = id('d', 22);
const ESCALATION = id('d', 23);

function everything(): LogOfEvents {
  const categories = [
    'directory',
    'person',
    'report',
    'document',
    'series',
    'meeting',
    'recommendation',
    'escalation',
    'decision',
  ];
  const claim = given(code, {
    kind: 'claim-code',
    by: secretary,
    codeKind: 'document',
    code: 'CLAIMED',
    target: `document-${LETTER_SY_OIC}`,
    claimedBy: id('d', 97),
  }).events;
  return categories
    .reduce((log, category) => storyOf(category, 0, log), new LogOfEvents())
    .record(`code-${id('d', 98)}`, claim);
}

const { references } = projected(everything());

describe('References', () => {
  it.each<[ReferenceKind, string, string]>([
    ['body', 'SYP', SYP],
    ['body', 'South Yorkshire Police', SYP],
    ['body', 'south yorkshire  constabulary', SYP],
    ['post', 'SYP/CC', CHIEF_CONSTABLE_SYP],
    ['post', 'chief constable', CHIEF_CONSTABLE_SYP],
    ['person', KILVINDER_VIGURS, KILVINDER_VIGURS],
    ['person', 'B. Placeholder', KILVINDER_VIGURS],
    ['person', 'B. Placehodler', KILVINDER_VIGURS],
    ['report', 'OIC', OIC],
    ['report', 'improving the response to organised immigration crime', OIC],
    ['finding', 'OIC-R1', OIC_R1],
    ['recommendation', 'YHSOC-AFI-A/WYP', AFI_A_WYP],
    ['recommendation', ' yhsoc-afi-a/wyp ', AFI_A_WYP],
    ['recommendation', AFI_A_WYP.toUpperCase(), AFI_A_WYP],
    ['action', 'YHSOC-AFI-A/WYP/1', ACT_16],
    ['subPart', 'YHSOC-AFI-A/WYP:c', `${AFI_A_WYP}:c`],
    ['document', 'SYMCA-OIC', LETTER_SY_OIC],
    ['document', 'OPCC/MBW/NF', LETTER_SY_OIC],
    ['series', 'MARTOM', MARTOM],
    ['series', 'Tasking Meeting', MARTOM],
    ['meeting', 'MARTOM, January 2026', MEETING],
    ['meeting', 'MARTOM/2026-01-15', MEETING],
    ['escalation', ESCALATION.slice(0, 8), ESCALATION],
    ['decision', 'CCOB-2025-1', CCOB_DECISION],
  ])('find the %s “%s”', (kind, reference, expected) => {
    expect(references.resolve(kind, reference)).toBe(expected);
  });

  it.each<[string, ReferenceKind, string]>([
    ['a kind of another thing', 'report', 'SYP'],
    ['what is not there', 'recommendation', 'OIC-R2/SYP'],
    ['an id that is not there', 'recommendation', id('f', 77)],
    ['a sub-part of nothing', 'subPart', 'OIC-R2/SYP:a'],
    ['the day a meeting was first said to be held', 'meeting', 'MARTOM/2026-01-14'],
    ['a title that was corrected', 'document', 'Response from Kilvinder Vigurs'],
    ['an alias that has not been settled', 'series', 'MARTOM meeting'],
    ['too few letters of an id', 'escalation', ESCALATION.slice(0, 7)],
  ])('do not find %s', (_what, kind, reference) => {
    expect(references.resolve(kind, reference)).toBeUndefined();
  });

  it('do not choose between two of one name', () => {
    const log = new LogOfEvents();
    for (const n of [1, 2]) {
      log.record(
        `report-${id('d', 80 + n)}`,
        given(report, expectYhsoc({ report: id('d', 80 + n), code: `R${String(n)}` })).events,
      );
    }
    const { references: ambiguous } = projected(log);
    const title = 'An inspection of the Yorkshire and Humber regional response to serious and organised crime';
    expect(ambiguous.find('report', title)).toEqual([id('d', 81), id('d', 82)]);
    expect(ambiguous.resolve('report', title)).toBeUndefined();
    expect(ambiguous.resolve('report', 'R2')).toBe(id('d', 82));
  });

  it.each([
    ['body', SYP, 'South Yorkshire Police'],
    ['post', CHIEF_CONSTABLE_SYP, 'Chief Constable of South Yorkshire Police'],
    ['person', KILVINDER_VIGURS, 'B. Placeholder'],
    ['report', OIC, '“improving the response to organised immigration crime” (OIC)'],
    ['finding', OIC_R1, 'OIC-R1'],
    ['recommendation', AFI_A_WYP, 'YHSOC-AFI-A/WYP'],
    ['action', ACT_16, 'YHSOC-AFI-A/WYP/1 “Work together”'],
    ['document', LETTER_SY_OIC, 'the letter of 26 June 2025'],
    ['series', MARTOM, 'Tasking Meeting (MARTOM)'],
    ['meeting', MEETING, 'MARTOM, January 2026 (15 January 2026)'],
    ['escalation', ESCALATION, '“Who owns the unmet demand?”'],
    ['decision', CCOB_DECISION, 'CCOB-2025-1'],
    ['event', id('e', 1), undefined],
    ['body', id('c', 99), undefined],
  ] as const)('name the %s %s', (kind, of, label) => {
    expect(references.label(kind, of)).toBe(label);
  });

  it('say the reference that is printed, and what a thing belongs to', () => {
    expect(references.reference('post', DEPUTY_MAYOR_SY)).toBe('SYP/SEC');
    expect(references.reference('document', LETTER_SY_OIC)).toBe('SYMCA-OIC');
    expect(references.reference('decision', CCOB_DECISION)).toBe('CCOB-2025-1');
    expect(references.reference('escalation', ESCALATION)).toBeUndefined();
    expect(references.home('finding', OIC_R1)).toBe(OIC);
    expect(references.home('action', ACT_16)).toBe(AFI_A_WYP);
    expect(references.home('post', CHIEF_CONSTABLE_SYP)).toBe(SYP);
    expect(references.home('action', id('f', 77))).toBeUndefined();
  });

  it('name a post that says its body already by its title alone', () => {
    const base = { body: SYP, bodyId: SYP, concerns: [], decidedBy: {} };
    for (const title of ['SYP TSU Manager', 'Yorkshire Police']) {
      const named: DomainEvent = {
        type: 'PostEstablished',
        data: { ...base, post: id('b', 90), postCode: 'P', title },
      };
      const log = storyOf('directory').record(`directory-${SYP}`, [named]);
      expect(projected(log).references.label('post', id('b', 90))).toBe(title);
    }
  });

  it('name things as they were recorded before an instant', () => {
    const log = storyOf('document');
    const { references: found } = projected(log);
    const recordedBefore = (log.events[2]?.metadata as { recordedAt: string }).recordedAt;
    expect(found.label('document', LETTER_SY_OIC, { recordedBefore })).toBe('the letter of 26 June 2024');
    expect(found.label('document', LETTER_SY_OIC)).toBe('the letter of 26 June 2025');
    expect(found.label('document', LETTER_SY_OIC, { recordedBefore: '2020-01-01T00:00:00.000Z' })).toBeUndefined();
  });

  it('name a document of a year without a second preposition', () => {
    const log = storyOf('document');
    const [first] = log.events;
    const data = { ...first?.data, dateAsWritten: { from: '2025-01-01', precision: 'year', asPrinted: 'in 2025' } };
    const named = new LogOfEvents().record(first?.stream ?? '', [{ type: 'DocumentRecorded', data }]);
    expect(projected(named).references.label('document', LETTER_SY_OIC)).toBe('the letter of 2025');
  });

  it('shorten a long question', () => {
    const log = storyOf('escalation');
    const [first] = log.events;
    (first?.data as { question: string }).question = 'Who '.repeat(40);
    const { references: found } = projected(new LogOfEvents().record(first?.stream ?? '', [first as never]));
    expect(found.label('escalation', ESCALATION)).toMatch(/^“(Who )+Who…”$/);
  });

  it('find a holding by its printed reference, or by its post when that was held once', () => {
    const log = new LogOfEvents();
    const held = given(directory, recordSymca(), establishSecretary(), alanBegins({ until: '30 April 2025' }));
    const { references: once } = projected(log.record(`directory-${SYMCA}`, held.events));
    expect(['SYMCA/SEC/1', 'symca/sec', ALANS].map((name) => once.resolve('holding', name))).toEqual([
      ALANS,
      ALANS,
      ALANS,
    ]);
    expect(once.label('holding', ALANS)).toBe('SYMCA/SEC/1');
    const { references: twice } = projected(
      new LogOfEvents().record(`directory-${SYMCA}`, held.and(beaBegins()).events),
    );
    expect(twice.find('holding', 'SYMCA/SEC')).toEqual([ALANS, BEAS]);
    expect(twice.resolve('holding', 'SYMCA/SEC/2')).toBe(BEAS);
    const retracted = held.and(beaBegins(), enter('retract-holding', { holding: ALANS, reason: 'Never.' }));
    const { references: after } = projected(new LogOfEvents().record(`directory-${SYMCA}`, retracted.events));
    expect(after.resolve('holding', 'SYMCA/SEC/1')).toBeUndefined();
    expect(after.resolve('holding', 'SYMCA/SEC')).toBe(BEAS);
  });

  it('find nothing by what was retracted, but keep the words for its history', () => {
    const { references: found } = projected(storyOf('person', 1, storyOf('directory', 1, storyOf('directory'))));
    expect(found.resolve('body', 'S. Yorks Police')).toBeUndefined();
    expect(found.resolve('body', 'South Yorkshire Police')).toBe(SYP);
    for (const [kind, name] of [
      ['post', 'SYP/OLD'],
      ['post', 'Older post'],
      ['body', 'WYP'],
      ['body', 'West Yorkshire Police'],
      ['person', 'C. Placeholder'],
      ['person', 'C. Placehodler'],
    ] as const)
      expect(found.find(kind, name)).toEqual([]);
    expect(found.label('post', TSU_MANAGER)).toBe('Older post of South Yorkshire Police');
    expect(found.label('body', WYP)).toBe('West Yorkshire Police');
    expect(found.label('person', id('a', 92))).toBe('C. Placeholder');
    expect(found.resolve('person', id('a', 92))).toBe(id('a', 92));
  });

  it('forget a finding that was retracted', () => {
    const steps = stepByStep(storyOf('report', 1), ({ references: found }) => found.resolve('finding', 'YHSOC-R1'));
    expect(steps.map(([, found]) => found).slice(-2)).toEqual([OIC_R1, undefined]);
  });

  it('find nothing by a code that was claimed and not recorded, nor by one that was corrected', () => {
    expect(references.resolve('document', 'CLAIMED')).toBeUndefined();
    expect(references.resolve('document', 'SY-OIC')).toBeUndefined();
  });

  it('say the code that a thing was cited by before an instant', () => {
    const coded = stepByStep(storyOf('document'), (model) => model.references.reference('document', LETTER_SY_OIC));
    const log = storyOf('document').record(
      `series-${MARTOM}`,
      given(
        series,
        openMartom(),
        ask('correct-series', { code: 'RTB', correctionReason: 'Misread.' }),
        ask('correct-series', { clear: ['code'], correctionReason: 'It has none.' }),
      ).events,
    );
    const { references: found } = projected(log);
    const after = log.events.map(({ metadata }) => `${(metadata as { recordedAt: string }).recordedAt}~`);
    const codes = after.map((recordedBefore) => found.reference('document', LETTER_SY_OIC, { recordedBefore }));
    expect(codes.slice(0, coded.length)).toEqual(coded.map(([, code]) => code));
    expect(new Set(codes)).toEqual(new Set([undefined, 'SY-OIC', 'SYMCA-OIC']));
    const ofSeries = after.slice(-3).map((recordedBefore) => found.reference('series', MARTOM, { recordedBefore }));
    expect(ofSeries).toEqual(['MARTOM', 'RTB', undefined]);
  });

  it('name a recommendation again under its reference after it is raised', () => {
    const log = new LogOfEvents().record(`recommendation-${AFI_A_WYP}`, given(recommendation, raiseAfiA()).events);
    expect(projected(log).references.find('recommendation', 'YHSOC-AFI-A/WYP')).toEqual([AFI_A_WYP]);
  });
});
