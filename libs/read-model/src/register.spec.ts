import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, recommendation, type RecommendationCommand } from '#domain';
import { given, id } from '../../../test/support/given-when-then.ts';
import { LogOfEvents } from '../../../test/support/log-of-events.ts';
import {
  acceptance,
  ACT_05,
  ACT_16,
  AFI_A_WYP,
  AFI_A_YHROCU,
  assignAct16,
  CHIEF_CONSTABLE_SYP,
  closure,
  conditionalAgreement,
  linkAct05,
  NCA,
  OIC,
  R1_SYP,
  raiseAfiA,
  raiseR1,
  send,
  SOC_COORDINATOR,
  SYMCA,
  WYCA,
  SYP,
  WYP,
  YHROCU,
} from '../../../test/support/named-histories.ts';
import { projected, stepByStep, storyOf } from '../../../test/support/projected.ts';
import type { RecommendationStatus } from './register.ts';

const history = (...commands: RecommendationCommand[]): readonly DomainEvent[] =>
  given(recommendation, ...commands).events;
const stream = (of: string): string => `recommendation-${of}`;

/** Something of every status, with actions at home and linked. */
function everyStatus(): LogOfEvents {
  const raised = (n: number, reference: string, fields = {}): RecommendationCommand =>
    raiseR1({ recommendation: id('d', n), finding: id('e', n), reference, body: SYP, ...fields });
  return new LogOfEvents()
    .record(
      stream(id('d', 102)),
      history(
        raised(102, 'OIC-R2/SYP', {
          copy: { ...raiseR1().copy, deadline: { asPrinted: 'By 31 December 2025', date: '2025-12-31' } },
        }),
      ),
    )
    .record(stream(id('d', 110)), history(raised(110, 'OIC-R10/SYP', { overseer: undefined })))
    .record(stream(id('d', 109)), history(raised(109, 'OIC-R9/SYP'), acceptance(), conditionalAgreement()))
    .record(
      stream(R1_SYP),
      history(
        raiseR1(),
        acceptance(),
        assignAct16({ dueOn: '15 March 2026', leadPost: CHIEF_CONSTABLE_SYP, leadNotNamed: undefined }),
      ),
    )
    .record(stream(id('d', 103)), history(raised(103, 'OIC-R3/SYP', { body: WYP }), closure()))
    .record(
      stream(id('d', 104)),
      history(raised(104, 'OIC-R4/SYP'), send('mark-recommendation-raised-in-error', { reason: 'Not ours.' })),
    )
    .record(stream(AFI_A_WYP), history(raiseAfiA(), linkAct05()))
    .record(
      stream(AFI_A_YHROCU),
      history(
        raiseAfiA({ recommendation: AFI_A_YHROCU, reference: 'YHSOC-AFI-A/YHROCU', body: YHROCU }),
        send('assign-action', {
          action: ACT_05,
          title: 'Adopt',
          subPart: 'a',
          leadPost: SOC_COORDINATOR,
          dueOn: '1 February 2026',
        }),
      ),
    );
}

const references = (items: readonly { reference: string }[]): string[] => items.map(({ reference }) => reference);

describe('The register', () => {
  it('follows every event of a recommendation', () => {
    const steps = stepByStep(storyOf('recommendation'), ({ register }) => register.get(AFI_A_WYP));
    expect(steps).toMatchObject([
      [
        'RecommendationRaised',
        {
          status: 'noPositionRecorded',
          kind: 'areaForImprovement',
          illustration: true,
          revision: 0,
          subPartsWithoutAction: ['a', 'b', 'c'],
        },
      ],
      [
        'FindingCorrectionAdopted',
        {
          kind: 'recommendation',
          label: 'Recommendation 1',
          deadline: { date: '2026-04-30' },
          subParts: [],
          nextDue: { date: '2026-04-30', of: 'deadline' },
        },
      ],
      ['FindingCorrectionAdopted', { kind: 'areaForImprovement', subPartsWithoutAction: ['a', 'b', 'c'] }],
      [
        'PositionRecorded',
        {
          status: 'positionRecorded',
          positions: [
            {
              layer: 'chiefOfficer',
              subPart: 'a',
              code: 'accepted',
              words: 'have been accepted by the Chief Constable',
            },
          ],
        },
      ],
      [
        'PositionCorrected',
        {
          positions: [
            {
              reference: 'YHSOC-AFI-A/WYP:P1',
              words: 'are accepted',
              decidedBy: { post: CHIEF_CONSTABLE_SYP },
              effectiveOn: { from: '2025-06-26', precision: 'day', asPrinted: '26 June 2025' },
            },
          ],
        },
      ],
      ['PositionRetracted', { status: 'noPositionRecorded', positions: [] }],
      ['ActionAssigned', { status: 'inDelivery', openActions: [ACT_16], subPartsWithoutAction: ['a', 'b'] }],
      ['ActionCorrected', { openActions: [ACT_16], subPartsWithoutAction: ['a', 'c'] }],
      [
        'ActionReassigned',
        { leads: [{ kind: 'post', post: SOC_COORDINATOR }], lastEvent: { type: 'ActionReassigned' } },
      ],
      ['DueDateChanged', { lastEvent: { type: 'DueDateChanged' }, revision: 9 }],
      ['ProgressReported', { lastEvent: { type: 'ProgressReported' } }],
      ['ProgressCorrected', { lastEvent: { type: 'ProgressCorrected' }, revision: 11 }],
      ['ProgressRetracted', { lastEvent: { type: 'ProgressRetracted' }, revision: 12 }],
      ['ActionCompleted', { status: 'inDelivery', openActions: [], completedActions: [ACT_16], leads: [] }],
      ['ActionReopened', { openActions: [ACT_16], completedActions: [] }],
      ['ActionWithdrawn', { status: 'noPositionRecorded', openActions: [], subPartsWithoutAction: ['a', 'b', 'c'] }],
      ['ActionLinked', { status: 'inDelivery', openActions: [ACT_05], subPartsWithoutAction: ['b', 'c'] }],
      ['LinkCorrected', { openActions: [ACT_05], subPartsWithoutAction: ['a', 'b'] }],
      ['ActionUnlinked', { status: 'noPositionRecorded', openActions: [], subPartsWithoutAction: ['a', 'b', 'c'] }],
      ['ActionLinked', { status: 'inDelivery', openActions: [ACT_05] }],
      [
        'LinkedActionEnded',
        { status: 'inDelivery', openActions: [], completedActions: [ACT_05], subPartsWithoutAction: ['b', 'c'] },
      ],
      [
        'RecommendationClosed',
        { status: 'closed', closure: { level: 'reported', layer: 'force', code: 'implemented' } },
      ],
      [
        'ClosureCorrected',
        {
          illustration: true,
          closure: {
            code: 'superseded',
            decidedBy: { body: WYP },
            effectiveOn: { from: '2025-06-26', precision: 'day', asPrinted: '26 June 2025' },
          },
        },
      ],
      ['RecommendationReopened', { status: 'inDelivery' }],
      ['RecommendationCorrected', { overseer: SYMCA, lastEvent: { type: 'RecommendationCorrected' } }],
      ['RecommendationRaisedInError', { status: 'raisedInError', lastEvent: { type: 'RecommendationRaisedInError' } }],
      ['RaisedInErrorRetracted', { status: 'inDelivery', lastEvent: { type: 'RaisedInErrorRetracted' } }],
      ['ResponsibilityTransferred', { overseer: WYCA, lastEvent: { type: 'ResponsibilityTransferred' } }],
      ['ResponsibilityTransferRetracted', { overseer: SYMCA }],
      ['DueDateChangeRetracted', { lastEvent: { type: 'DueDateChangeRetracted' } }],
      ['ActionReassignmentRetracted', { lastEvent: { type: 'ActionReassignmentRetracted' } }],
    ]);
    expect(steps[20]?.[1]?.nextDue).toBeUndefined();
    expect(steps[6]?.[1]?.deadline).toBeUndefined();
    expect(steps[23]?.[1]?.closure).toBeUndefined();
  });

  it('shows the latest position of each layer, on the whole and on each sub-part', () => {
    const log = new LogOfEvents().record(
      stream(AFI_A_WYP),
      history(
        raiseAfiA(),
        acceptance({ position: id('f', 51), code: 'welcomed', words: 'first' }),
        acceptance({ position: id('f', 52), subPart: 'a', words: 'on (a)' }),
        conditionalAgreement({ position: id('f', 53), words: 'another layer' }),
        acceptance({ position: id('f', 54), code: 'accepted', words: 'latest' }),
      ),
    );
    expect(projected(log).register.get(AFI_A_WYP)?.positions).toMatchObject([
      { layer: 'chiefOfficer', subPart: 'a', words: 'on (a)' },
      { layer: 'localPolicingBody', words: 'another layer' },
      { layer: 'chiefOfficer', code: 'accepted', words: 'latest' },
    ]);
  });

  it('lists in the natural order of references, R2 before R9 before R10', () => {
    const { register } = projected(everyStatus());
    const { items, total } = register.list({ report: OIC });
    expect(references(items)).toEqual([
      'OIC-R1/SYP',
      'OIC-R2/SYP',
      'OIC-R3/SYP',
      'OIC-R4/SYP',
      'OIC-R9/SYP',
      'OIC-R10/SYP',
    ]);
    expect(total).toBe(6);
    expect(register.getByReference('OIC-R9/SYP')?.id).toBe(id('d', 109));
    expect(register.getByReference('OIC-R5/SYP')).toBeUndefined();
  });

  it('pages, and says how many there are', () => {
    const { register } = projected(everyStatus());
    const page = register.list({ page: 2, size: 3 });
    expect(page).toMatchObject({ total: 8, page: 2, size: 3 });
    expect(references(page.items)).toEqual(['OIC-R4/SYP', 'OIC-R9/SYP', 'OIC-R10/SYP']);
    expect(register.list({ page: 9 })).toMatchObject({ items: [], total: 8, size: 50 });
    expect(register.list({ size: 1_000 }).size).toBe(200);
  });

  it.each([
    ['body', { body: WYP }, ['OIC-R3/SYP', 'YHSOC-AFI-A/WYP']],
    ['overseer', { overseer: SYMCA, report: OIC, status: 'inDelivery' as const }, ['OIC-R1/SYP']],
    ['finding', { finding: id('e', 102) }, ['OIC-R2/SYP']],
    ['kind', { kind: 'areaForImprovement' as const }, ['YHSOC-AFI-A/WYP', 'YHSOC-AFI-A/YHROCU']],
    ['status: nobody has spoken', { status: 'noPositionRecorded' as const }, ['OIC-R2/SYP', 'OIC-R10/SYP']],
    ['status: somebody has', { status: 'positionRecorded' as const }, ['OIC-R9/SYP']],
    ['status: closed', { status: 'closed' as const }, ['OIC-R3/SYP']],
    ['status: raised in error', { status: 'raisedInError' as const }, ['OIC-R4/SYP']],
    ['lead of an action at home', { leadPost: CHIEF_CONSTABLE_SYP }, ['OIC-R1/SYP']],
    ['lead of an action, at home and linked', { leadPost: SOC_COORDINATOR }, ['YHSOC-AFI-A/WYP', 'YHSOC-AFI-A/YHROCU']],
    [
      'next due date',
      { dueBefore: '2026-03-15', sort: 'due' as const },
      ['OIC-R2/SYP', 'YHSOC-AFI-A/WYP', 'YHSOC-AFI-A/YHROCU'],
    ],
    ['words of the text', { text: 'Intelligence document', status: 'closed' as const }, ['OIC-R3/SYP']],
    ['words of a sub-part', { text: 'unmet demand' }, ['YHSOC-AFI-A/WYP', 'YHSOC-AFI-A/YHROCU']],
    ['words of the reference', { text: 'afi-a/wyp' }, ['YHSOC-AFI-A/WYP']],
    ['words, of which signs mean themselves', { text: '%' }, []],
  ])('filters by %s', (_what, filter, expected) => {
    expect(references(projected(everyStatus()).register.list(filter).items)).toEqual(expected);
  });

  it('counts what stands where, and what of it is past its date, as its list does', () => {
    const { register } = projected(everyStatus());
    for (const filter of [
      {},
      { body: SYP },
      { text: 'unmet demand' },
      { recordedBefore: '2030-01-01T00:00:00.000Z' },
    ]) {
      const counts = register.counts('2026-03-15', filter);
      for (const [status, { total, late }] of Object.entries(counts)) {
        const those = { ...filter, status: status as RecommendationStatus };
        expect([status, total, late]).toEqual([
          status,
          register.list(those).total,
          register.list({ ...those, dueBefore: '2026-03-15' }).total,
        ]);
      }
      expect(Object.values(counts).reduce((sum, { total }) => sum + total, 0)).toBe(register.list(filter).total);
    }
    expect(register.counts('2026-03-15')).toMatchObject({ closed: { total: 1, late: 0 }, inDelivery: { late: 2 } });
  });

  it('sorts by next due date, by status and by last event', () => {
    const { register } = projected(everyStatus());
    expect(references(register.list({ sort: 'due' }).items)).toEqual([
      'OIC-R2/SYP',
      'YHSOC-AFI-A/WYP',
      'YHSOC-AFI-A/YHROCU',
      'OIC-R1/SYP',
      'OIC-R9/SYP',
      'OIC-R10/SYP',
      'OIC-R3/SYP',
      'OIC-R4/SYP',
    ]);
    expect(register.list({ sort: 'status' }).items.map(({ status }) => status)).toEqual([
      'noPositionRecorded',
      'noPositionRecorded',
      'positionRecorded',
      'inDelivery',
      'inDelivery',
      'inDelivery',
      'closed',
      'raisedInError',
    ]);
    expect(references(register.list({ sort: 'lastEvent', size: 2 }).items)).toEqual([
      'YHSOC-AFI-A/YHROCU',
      'YHSOC-AFI-A/WYP',
    ]);
  });

  it('takes the next due date from open actions, at home or linked, and else from the printed deadline', () => {
    const { register } = projected(everyStatus());
    expect(register.getByReference('OIC-R1/SYP')?.nextDue).toEqual({
      date: '2026-03-15',
      of: 'action',
      action: ACT_16,
    });
    expect(register.getByReference('YHSOC-AFI-A/WYP')?.nextDue).toEqual({
      date: '2026-02-01',
      of: 'action',
      action: ACT_05,
    });
    expect(register.getByReference('OIC-R9/SYP')?.nextDue).toEqual({ date: '2026-04-30', of: 'deadline' });
    expect(register.getByReference('OIC-R3/SYP')?.nextDue).toBeUndefined();
  });

  it('takes the date and the lead that stand again when their change is retracted, and as recorded then the changed ones', () => {
    const log = new LogOfEvents().record(
      stream(R1_SYP),
      history(
        raiseR1(),
        assignAct16({ leadPost: CHIEF_CONSTABLE_SYP, leadNotNamed: undefined }),
        send('change-due-date', { action: ACT_16, dueOn: '31 May 2026', reason: 'Late.' }),
        send('reassign-action', { action: ACT_16, leadPost: SOC_COORDINATOR }),
        send('retract-due-date-change', { action: ACT_16, reason: 'Another action was meant.' }),
        send('retract-reassignment', { action: ACT_16, reason: 'Another action was meant.' }),
      ),
    );
    const { register } = projected(log);
    const recordedBefore = (log.events[4]?.metadata as { recordedAt: string }).recordedAt;
    expect(register.get(R1_SYP)).toMatchObject({
      nextDue: { date: '2026-04-30', action: ACT_16 },
      leads: [{ kind: 'post', post: CHIEF_CONSTABLE_SYP }],
    });
    expect(register.get(R1_SYP, { recordedBefore })).toMatchObject({
      nextDue: { date: '2026-05-31', action: ACT_16 },
      leads: [{ kind: 'post', post: SOC_COORDINATOR }],
    });
  });

  it('can be asked as recorded before an instant', () => {
    const log = new LogOfEvents()
      .record(stream(R1_SYP), history(raiseR1()), { at: '2026-01-05T10:00:00.000Z' })
      .record(stream(R1_SYP), history(raiseR1(), acceptance()).slice(1), { at: '2026-01-06T10:00:00.000Z' })
      .record(stream(R1_SYP), history(raiseR1(), acceptance(), assignAct16({ dueOn: '1 March 2026' })).slice(2), {
        at: '2026-01-07T10:00:00.000Z',
      });
    const { register } = projected(log);
    const asRecorded = (recordedBefore: string) => register.list({ recordedBefore }).items;
    expect(asRecorded('2026-01-05T10:00:00.000Z')).toEqual([]);
    expect(asRecorded('2026-01-06T00:00:00.000Z')).toMatchObject([
      {
        status: 'noPositionRecorded',
        positions: [],
        nextDue: { of: 'deadline' },
        lastEvent: { type: 'RecommendationRaised' },
        revision: 0,
      },
    ]);
    expect(asRecorded('2026-01-07T00:00:00.000Z')).toMatchObject([
      { status: 'positionRecorded', openActions: [], revision: 1 },
    ]);
    expect(asRecorded('2026-01-08T00:00:00.000Z')).toMatchObject([
      { status: 'inDelivery', nextDue: { date: '2026-03-01', of: 'action' }, leads: [{ kind: 'notNamed' }] },
    ]);
    expect(register.list({ recordedBefore: '2026-01-07T00:00:00.000Z', dueBefore: '2026-04-01' }).total).toBe(0);
    expect(register.list({ recordedBefore: '2026-01-08T00:00:00.000Z', dueBefore: '2026-04-01' }).total).toBe(1);
    expect(register.get(R1_SYP, { recordedBefore: '2026-01-06T00:00:00.000Z' })?.status).toBe('noPositionRecorded');
    expect(register.list({ recordedBefore: '2030-01-01T00:00:00.000Z' })).toEqual(register.list());
  });

  it('marks what holds an illustration only as long as it stands', () => {
    const log = new LogOfEvents().record(
      stream(R1_SYP),
      history(
        raiseR1(),
        assignAct16({ illustration: true }),
        send('withdraw-action', { action: ACT_16, reason: 'It was made up.' }),
      ),
    );
    expect(stepByStep(log, ({ register }) => register.get(R1_SYP)?.illustration).map(([, is]) => is)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it.each([
    ['raised so, whoever oversees it since', { raising: true, transfer: undefined }, [true, true, true, true]],
    ['passed on so, as long as that stands', { raising: undefined, transfer: true }, [false, true, true, false]],
  ] as const)('marks as an illustration what was %s', (_what, { raising, transfer }, expected) => {
    const log = new LogOfEvents().record(
      stream(R1_SYP),
      history(
        raiseR1({ illustration: raising }),
        send('transfer-responsibility', { overseer: WYCA, reason: 'It passed on.', illustration: transfer }),
        send('correct-recommendation', { overseer: NCA, correctionReason: 'Misread.' }),
        send('retract-responsibility-transfer', { reason: 'Another body was meant.' }),
      ),
    );
    expect(stepByStep(log, ({ register }) => register.get(R1_SYP)?.illustration).map(([, is]) => is)).toEqual(expected);
  });
});
