import { describe, expect, it } from '@jest/globals';
import {
  decision,
  type DomainEvent,
  findingCopy,
  type FindingCopy,
  type FindingFields,
  recommendation,
  type RecommendationCommand,
  report,
} from '#domain';
import { given } from '../../../test/support/given-when-then.ts';
import { recordClosing, recordRetained } from '../../../test/support/governance-histories.ts';
import { LogOfEvents } from '../../../test/support/log-of-events.ts';
import {
  ACT_05,
  AFI_A_WYP,
  AFI_A_YHROCU,
  CCOB_DECISION,
  linkAct05,
  OIC,
  OIC_R1,
  R1_SYP,
  raiseAfiA,
  raiseR1,
  send,
  SYMCA,
  SYP,
  WYP,
  YHROCU,
} from '../../../test/support/named-histories.ts';
import { projected, stepByStep, storyOf } from '../../../test/support/projected.ts';
import { recordOic, registerR1, toReport } from '../../../test/support/report-histories.ts';
import type { ObligationQueries } from './obligations.ts';

type Streams = readonly (readonly [stream: string, events: readonly DomainEvent[]])[];

/** What is owed when the streams arrive in this order, and in the opposite one. */
function owedEitherWay<Owed>(streams: Streams, ask: (obligations: ObligationQueries) => Owed): [Owed, Owed] {
  const recorded = new LogOfEvents();
  for (const [stream, events] of streams) recorded.record(stream, events);
  const reversed = new LogOfEvents();
  // The same events, with their own times, in another order of streams.
  const positions = [...new Set(recorded.events.map(({ stream }) => stream))].reverse();
  reversed.events.push(
    ...positions
      .flatMap((stream) => recorded.of(stream))
      .map((event, place) => ({ ...event, logPosition: String(place + 1) })),
  );
  return [ask(projected(recorded).obligations), ask(projected(reversed).obligations)];
}

const raised = (...commands: RecommendationCommand[]): readonly DomainEvent[] =>
  given(recommendation, ...commands).events;
const fannedOut = given(
  report,
  recordOic(),
  registerR1(),
  toReport('fan-out-finding', { finding: OIC_R1, addressees: [{ body: SYP, overseer: SYMCA }, { body: WYP }] }),
);

describe('What is still owed', () => {
  it('changes of a decision in force that have no outcome', () => {
    const steps = stepByStep(storyOf('decision'), ({ obligations }) => obligations.pendingChanges());
    const { id: eventId } = storyOf('decision').events[0] ?? {};
    expect(steps[0]?.[1]).toEqual([
      { decision: CCOB_DECISION, number: 'CCOB-2025-1', body: SYMCA, eventId, changes: [1, 2, 3, 4, 5, 6, 7, 8] },
    ]);
    const pending = steps.map(([type, owed]) => [type, owed[0]?.changes.join('') ?? '']);
    expect(pending.slice(2)).toEqual([
      ['ChangeCarriedOut', '2345678'],
      ['ChangeRefused', '234578'],
      ['ChangeRetried', '2345678'],
      ['ChangeRefused', '234568'],
      ['ChangeDropped', '234568'],
      ['ChangeDropRetracted', '234568'],
      ['ReconsiderationOpened', '234568'],
      ['DecisionReaffirmed', '234568'],
      ['DecisionSuperseded', ''],
      ['SupersessionRetracted', '234568'],
      ['ReaffirmationRetracted', '234568'],
      ['ReconsiderationRetracted', '234568'],
    ]);
  });

  it('nothing for a decision that changes nothing, and the oldest first', () => {
    const log = new LogOfEvents()
      .record(`decision-${AFI_A_WYP}`, given(decision, recordRetained({ decision: AFI_A_WYP })).events)
      .record(`decision-${R1_SYP}`, given(decision, recordClosing({ decision: R1_SYP, number: 'B' })).events)
      .record(
        `decision-${AFI_A_YHROCU}`,
        given(decision, recordClosing({ decision: AFI_A_YHROCU, number: 'A' })).events,
      );
    const { obligations } = projected(log);
    expect(obligations.pendingChanges().map(({ number }) => number)).toEqual(['B', 'A']);
    expect(obligations.pendingChanges(1)).toHaveLength(1);
  });

  it('a recommendation for each body that a finding was fanned out to, whichever comes first', () => {
    const streams: Streams = [
      [`report-${OIC}`, fannedOut.events],
      [`recommendation-${R1_SYP}`, raised(raiseR1())],
    ];
    const owed = owedEitherWay(streams, (obligations) => obligations.unraised());
    expect(owed[0]).toEqual([
      { report: OIC, finding: OIC_R1, body: WYP, eventId: expect.any(String), by: SYMCA, illustration: false },
    ]);
    expect(owed[1]).toEqual(owed[0]);
    expect(owedEitherWay(streams.slice(0, 1), (obligations) => obligations.unraised())[0]).toMatchObject([
      { body: SYP, overseer: SYMCA },
      { body: WYP },
    ]);
  });

  it('no second recommendation where the first was raised in error', () => {
    const wrong = raised(raiseR1(), send('mark-recommendation-raised-in-error', { reason: 'Not ours.' }));
    const [owed] = owedEitherWay(
      [
        [`report-${OIC}`, fannedOut.events],
        [`recommendation-${R1_SYP}`, wrong],
      ],
      (obligations) => obligations.unraised(),
    );
    expect(owed).toMatchObject([{ body: WYP }]);
  });

  it('word of its end to who links an action that has ended at home, whichever comes first', () => {
    const atHome = [
      raiseAfiA({ recommendation: AFI_A_YHROCU, reference: 'YHSOC-AFI-A/YHROCU', body: YHROCU }),
      send('assign-action', {
        action: ACT_05,
        title: 'Adopt',
        leadNotNamed: true,
        dueNoneGiven: true,
        reviewBy: '30 June 2026',
      }),
    ];
    const complete = send('complete-action', { action: ACT_05 });
    const owed = (home: RecommendationCommand[], linking: RecommendationCommand[]) => {
      const [one, other] = owedEitherWay(
        [
          [`recommendation-${AFI_A_YHROCU}`, raised(...home)],
          [`recommendation-${AFI_A_WYP}`, raised(raiseAfiA(), ...linking)],
        ],
        (obligations) => obligations.linksToEnd(),
      );
      expect(other).toEqual(one);
      return one;
    };
    const ended = send('record-linked-action-ended', { action: ACT_05, ended: 'completed' });
    const [unlinked, withdrawn, reopened] = [
      send('unlink-action', { action: ACT_05, reason: 'Another.' }),
      send('withdraw-action', { action: ACT_05, reason: 'Overtaken.' }),
      send('reopen-action', { action: ACT_05, reason: 'Too early.' }),
    ];
    expect(owed(atHome, [linkAct05()])).toEqual([]);
    expect(owed([...atHome, complete], [])).toEqual([]);
    expect(owed([...atHome, complete], [linkAct05()])).toEqual([
      {
        recommendation: AFI_A_WYP,
        action: ACT_05,
        ended: 'completed',
        eventId: expect.any(String),
        body: YHROCU,
        linkEventId: expect.any(String),
      },
    ]);
    expect(owed([...atHome, withdrawn], [linkAct05()])).toMatchObject([{ ended: 'withdrawn' }]);
    expect(owed([...atHome, complete, reopened], [linkAct05()])).toEqual([]);
    expect(owed([...atHome, complete], [linkAct05(), ended])).toEqual([]);
    expect(owed([...atHome, complete], [linkAct05(), unlinked])).toEqual([]);
    expect(owed([...atHome, complete], [linkAct05(), ended, linkAct05()])).toHaveLength(1);
  });

  it('the correction of a finding to every recommendation raised from it, whichever comes first', () => {
    const { kind: _kind, ...registered } = registerR1();
    const corrected = fannedOut.and({
      ...registered,
      kind: 'correct-finding',
      label: 'Recommendation one',
      correctionReason: 'As printed.',
    });
    const { is: fields } = corrected.events.at(-1)?.data as unknown as { is: FindingFields };
    const { findingKind, label, text, subParts, deadline } = fields;
    const is = { kind: findingKind, label, text, subParts, deadline };
    const owed = (...commands: RecommendationCommand[]) => {
      const [one, other] = owedEitherWay(
        [
          [`report-${OIC}`, corrected.events],
          [`recommendation-${R1_SYP}`, raised(raiseR1(), ...commands)],
        ],
        (obligations) => obligations.staleCopies(),
      );
      expect(other).toEqual(one);
      return one;
    };
    expect(owed()).toEqual([
      {
        recommendation: R1_SYP,
        report: OIC,
        finding: OIC_R1,
        copy: is,
        eventId: expect.any(String),
        body: SYMCA,
        reason: 'As printed.',
      },
    ]);
    // The fields of a copy may come in any order.
    const adopted = Object.fromEntries(Object.entries(is).reverse()) as never;
    expect(owed(send('adopt-finding-correction', { copy: adopted, reason: 'As printed.' }))).toEqual([]);
    expect(owed(send('mark-recommendation-raised-in-error', { reason: 'Not ours.' }))).toEqual([]);
  });

  it('nothing to a copy of a finding that was never corrected', () => {
    const streams: Streams = [
      [`report-${OIC}`, fannedOut.events],
      [`recommendation-${R1_SYP}`, raised(raiseR1({ copy: { ...raiseR1().copy, text: 'Other words.' } }))],
    ];
    expect(owedEitherWay(streams, (obligations) => obligations.staleCopies())).toEqual([[], []]);
  });

  it('is no correction of a finding that was retracted and registered again', () => {
    const again = given(
      report,
      recordOic(),
      registerR1(),
      toReport('correct-finding', { finding: OIC_R1, text: 'misread', correctionReason: 'Read again.' }),
      toReport('retract-finding', { finding: OIC_R1, reason: 'It is of another report.' }),
      registerR1(),
    );
    const copy = findingCopy(again.state, OIC_R1) as FindingCopy;
    const streams: Streams = [
      [`report-${OIC}`, again.events],
      [`recommendation-${R1_SYP}`, raised(raiseR1({ copy }))],
    ];
    expect(owedEitherWay(streams, (obligations) => obligations.staleCopies())).toEqual([[], []]);
  });
});
