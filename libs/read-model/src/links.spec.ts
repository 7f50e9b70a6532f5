import { describe, expect, it } from '@jest/globals';
import { decision, type DomainEvent, meeting, recommendation, type RecommendationCommand } from '#domain';
import { given, id } from '../../../test/support/given-when-then.ts';
import {
  ask,
  CCOB,
  CCOB_2025,
  LATER_DECISION,
  recordClosing,
  recordMartomJanuary,
  recordRetained,
} from '../../../test/support/governance-histories.ts';
import { LogOfEvents } from '../../../test/support/log-of-events.ts';
import {
  acceptance,
  ACT_05,
  ACT_16,
  AFI_A_WYP,
  AFI_A_YHROCU,
  assignAct16,
  CCOB_DECISION,
  closure,
  LETTER_SY_OIC,
  linkAct05,
  MARTOM,
  OIC,
  OIC_R1,
  R1_SYP,
  raiseR1,
  SAFETY_PARTNERSHIP,
  SYP,
  WYP,
  YHSOC_AFI_A,
} from '../../../test/support/named-histories.ts';
import { projected, storyOf } from '../../../test/support/projected.ts';

const MEETING = id('d', 22);
const ESCALATION = id('d', 23);
const NEXT_DECISION = id('d', 24);
const corrected = (is: object) => ({
  type: 'DecisionCorrected',
  data: { body: SYP, concerns: [], decidedBy: {}, corrects: id('e', 99), was: {}, is, reason: 'Misread.' },
});
const raised = (...commands: RecommendationCommand[]): readonly DomainEvent[] =>
  given(recommendation, ...commands).events;

/** Every event there is, in one log: a recommendation that all the others are about. */
const everything = (): LogOfEvents =>
  ['report', 'document', 'series', 'meeting', 'recommendation', 'escalation', 'decision'].reduce(
    (log, category) => storyOf(category, 0, log),
    new LogOfEvents(),
  );

describe('Links', () => {
  it('lead from a recommendation to every stream that concerns it', () => {
    const { links } = projected(everything());
    expect(links.of('recommendation', AFI_A_WYP)).toEqual([
      { stream: `decision-${CCOB_DECISION}`, why: 'decision' },
      { stream: `decision-${NEXT_DECISION}`, why: 'decision' },
      { stream: `document-${LETTER_SY_OIC}`, why: 'document' },
      { stream: `escalation-${ESCALATION}`, why: 'escalation' },
      { stream: `meeting-${MEETING}`, why: 'meeting' },
      { stream: `recommendation-${AFI_A_YHROCU}`, why: 'home' },
      { stream: expect.stringMatching(/^report-/), why: 'report' },
      { stream: `series-${SAFETY_PARTNERSHIP}`, why: 'series' },
    ]);
  });

  it('tell what is part of a recommendation, so that events of shared streams can be sorted out', () => {
    const { links } = projected(everything());
    expect(links.itemsOf('recommendation', AFI_A_WYP)).toEqual(new Set([AFI_A_WYP, YHSOC_AFI_A, WYP, ACT_16, ACT_05]));
    expect(links.itemsOf('decision', CCOB_DECISION)).toEqual(new Set([CCOB_DECISION]));
  });

  it('lead from an escalation to its meeting and to the decision that answers it, and on to where that was made', () => {
    const log = storyOf('decision', 0, storyOf('escalation'));
    expect(projected(log).links.of('escalation', ESCALATION)).toEqual([
      { stream: `decision-${CCOB_DECISION}`, why: 'decision' },
      { stream: `decision-${NEXT_DECISION}`, why: 'decision' },
      { stream: `document-${LETTER_SY_OIC}`, why: 'document' },
      { stream: `meeting-${MEETING}`, why: 'meeting' },
    ]);
  });

  it('lead from a letter to the decision that it states, or whose reconsideration or end it states', () => {
    const document = { document: LETTER_SY_OIC };
    for (const commands of [
      [recordRetained(document)],
      [recordRetained(), ask('correct-decision', { ...document, correctionReason: 'It states it.' })],
      [recordRetained(), ask('open-reconsideration', { words: 'exploring', ...document })],
      [
        recordRetained(),
        ask('open-reconsideration', { words: 'exploring' }),
        ask('reaffirm-decision', { reason: 'It works.', ...document }),
      ],
      [recordRetained(), ask('supersede-decision', { reason: 'A new model.', ...document })],
    ]) {
      const log = new LogOfEvents().record(`decision-${CCOB_DECISION}`, given(decision, ...commands).events);
      const { links } = projected(log);
      expect(links.of('document', LETTER_SY_OIC)).toContainEqual({
        stream: `decision-${CCOB_DECISION}`,
        why: 'decision',
      });
      expect(links.of('decision', CCOB_DECISION)).toContainEqual({
        stream: `document-${LETTER_SY_OIC}`,
        why: 'document',
      });
    }
  });

  it('lead from a letter to the escalation that it states, or a step of which it states', () => {
    const { links } = projected(storyOf('escalation', 1));
    expect(links.of('document', LETTER_SY_OIC)).toContainEqual({
      stream: `escalation-${ESCALATION}`,
      why: 'escalation',
    });
  });

  it('lead from a series to its sittings and to what came of them, and from a sitting to that', () => {
    const log = ['series', 'meeting', 'escalation', 'decision'].reduce(
      (told, category) => storyOf(category, 0, told),
      new LogOfEvents(),
    );
    const { links } = projected(log);
    const cameOfIt = [
      { stream: `decision-${CCOB_DECISION}`, why: 'decision' },
      { stream: `escalation-${ESCALATION}`, why: 'escalation' },
    ];
    expect(links.of('series', MARTOM)).toEqual(
      expect.arrayContaining([{ stream: `meeting-${MEETING}`, why: 'meeting' }, ...cameOfIt]),
    );
    // Of where else its matters were decided it tells no more than that.
    log.record(
      `meeting-${CCOB_2025}`,
      given(meeting, recordMartomJanuary({ meeting: CCOB_2025, series: CCOB })).events,
    );
    log.record(`decision-${CCOB_DECISION}`, [corrected({ meeting: CCOB_2025 })]);
    log.record(`decision-${LATER_DECISION}`, given(decision, recordClosing({ meeting: CCOB_2025 })).events);
    const streams = projected(log)
      .links.of('series', MARTOM)
      .map(({ stream }) => stream);
    expect(streams).toContain(`meeting-${CCOB_2025}`);
    expect(streams).not.toContain(`decision-${LATER_DECISION}`);
    expect(links.of('meeting', MEETING)).toEqual(
      expect.arrayContaining([{ stream: `series-${MARTOM}`, why: 'series' }, ...cameOfIt]),
    );
  });

  it('lead from a decision to its meeting and to the decision that supersedes it, and back', () => {
    const { links } = projected(storyOf('decision'));
    expect(links.of('decision', CCOB_DECISION)).toEqual([
      { stream: `decision-${NEXT_DECISION}`, why: 'decision' },
      { stream: `document-${LETTER_SY_OIC}`, why: 'document' },
      { stream: `meeting-${MEETING}`, why: 'meeting' },
    ]);
    expect(links.of('decision', NEXT_DECISION)).toContainEqual({
      stream: `decision-${CCOB_DECISION}`,
      why: 'decision',
    });
  });

  it('lead from a report to the letters that answer and are cited in it', () => {
    const { links } = projected(everything());
    expect(links.of('report', OIC)).toEqual([
      { stream: `document-${LETTER_SY_OIC}`, why: 'document' },
      { stream: `document-${LETTER_SY_OIC}`, why: 'response' },
    ]);
    expect(links.of('finding', OIC_R1)).toContainEqual({ stream: `report-${OIC}`, why: 'report' });
  });

  it('lead from an action to its home, and from a recommendation to the forum that looks after it', () => {
    const log = new LogOfEvents().record(
      `recommendation-${R1_SYP}`,
      raised(
        raiseR1(),
        acceptance(),
        assignAct16({ monitoredAt: SAFETY_PARTNERSHIP, leadNotNamed: undefined, leadForum: MARTOM }),
      ),
    );
    const { links } = projected(log);
    expect(links.of('action', ACT_16)).toEqual([{ stream: `recommendation-${R1_SYP}`, why: 'home' }]);
    expect(links.of('recommendation', R1_SYP).map(({ stream }) => stream)).toEqual([
      `document-${LETTER_SY_OIC}`,
      `report-${OIC}`,
      `series-${SAFETY_PARTNERSHIP}`,
      `series-${MARTOM}`,
    ]);
    expect(links.itemsOf('recommendation', R1_SYP)).toEqual(new Set([R1_SYP, OIC_R1, SYP, ACT_16]));
  });

  it('lead to the decision under which a thing was done, and keep what was once linked', () => {
    const log = new LogOfEvents().record(
      `recommendation-${R1_SYP}`,
      raised(
        raiseR1(),
        linkAct05({ subPart: undefined }),
        { ...linkAct05(), kind: 'unlink-action', reason: 'Another one.' } as never,
        closure({ underDecision: CCOB_DECISION }),
      ),
    );
    expect(projected(log).links.of('recommendation', R1_SYP)).toMatchObject([
      { stream: `decision-${CCOB_DECISION}`, why: 'decision' },
      { stream: `recommendation-${AFI_A_YHROCU}`, why: 'home' },
      { why: 'report' },
    ]);
  });

  it('know nothing of what nobody mentions', () => {
    const { links } = projected(new LogOfEvents());
    expect(links.of('recommendation', R1_SYP)).toEqual([]);
  });
});
