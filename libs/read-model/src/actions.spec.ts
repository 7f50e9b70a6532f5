import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, recommendation, type RecommendationCommand } from '#domain';
import { given, id } from '../../../test/support/given-when-then.ts';
import { LogOfEvents } from '../../../test/support/log-of-events.ts';
import {
  ACT_16,
  AFI_A_WYP,
  assignAct16,
  CHIEF_CONSTABLE_SYP,
  linkAct05,
  MARTOM,
  NCA,
  R1_SYP,
  raiseAfiA,
  raiseR1,
  send,
  SOC_COORDINATOR,
  SYMCA,
  SYP,
  TSU_MANAGER,
  WYCA,
  WYP,
} from '../../../test/support/named-histories.ts';
import { projected, stepByStep, storyOf } from '../../../test/support/projected.ts';

const history = (...commands: RecommendationCommand[]): readonly DomainEvent[] =>
  given(recommendation, ...commands).events;

/** Five actions of two bodies, with every kind of lead. */
function severalLeads(): LogOfEvents {
  const assign = (n: number, fields: Partial<Parameters<typeof assignAct16>[0]>) =>
    assignAct16({ action: id('f', 60 + n), title: `Action ${String(n)}`, leadNotNamed: undefined, ...fields });
  return new LogOfEvents()
    .record(
      `recommendation-${R1_SYP}`,
      history(
        raiseR1(),
        assign(1, { leadPost: CHIEF_CONSTABLE_SYP, dueOn: '30 April 2026' }),
        assign(2, { leadPost: CHIEF_CONSTABLE_SYP, dueOn: '1 March 2026' }),
        assign(3, { leadForum: MARTOM, dueOn: undefined, dueNoneGiven: true, reviewBy: '30 June 2026' }),
      ),
    )
    .record(
      `recommendation-${AFI_A_WYP}`,
      history(
        raiseR1({ recommendation: AFI_A_WYP, reference: 'OIC-R1/WYP', body: WYP, overseer: undefined }),
        assign(4, { leadBody: NCA, dueOn: '1 February 2026' }),
        assign(5, { leadNotNamed: true, dueOn: '1 January 2026' }),
        send('complete-action', { action: id('f', 65) }),
      ),
    );
}

const titles = (items: readonly { title: string }[]): string[] => items.map(({ title }) => title);

describe('Actions by lead', () => {
  it('follow every event of an action, and no other', () => {
    const steps = stepByStep(storyOf('recommendation'), ({ actions }) => actions.get(ACT_16));
    expect(steps.slice(0, 6).every(([, action]) => action === undefined)).toBe(true);
    expect(steps.slice(6)).toMatchObject([
      [
        'ActionAssigned',
        {
          reference: 'YHSOC-AFI-A/WYP/1',
          recommendation: AFI_A_WYP,
          body: WYP,
          title: 'Work together on procurement',
          subPart: 'c',
          lead: { kind: 'post', post: TSU_MANAGER },
          deliveredWith: [NCA],
          status: 'open',
          extensions: 0,
        },
      ],
      [
        'ActionCorrected',
        {
          title: 'Work together',
          subPart: 'b',
          lead: { kind: 'body', body: NCA },
          supporters: [SOC_COORDINATOR],
          due: '2026-03-31',
          illustration: true,
        },
      ],
      ['ActionReassigned', { lead: { kind: 'post', post: SOC_COORDINATOR } }],
      ['DueDateChanged', { reviewBy: '2026-06-30', dueAsPrinted: 'in due course', extensions: 1 }],
      [
        'ProgressReported',
        {
          progress: { reference: 'YHSOC-AFI-A/WYP/1:N1', words: 'exploring' },
          lastEvent: { type: 'ProgressReported' },
        },
      ],
      ['ProgressCorrected', { progress: { words: 'Exploring.' }, lastEvent: { type: 'ProgressCorrected' } }],
      ['ProgressRetracted', { lastEvent: { type: 'ProgressRetracted' } }],
      ['ActionCompleted', { status: 'completed' }],
      ['ActionReopened', { status: 'open' }],
      ['ActionWithdrawn', { status: 'withdrawn', lastEvent: { type: 'ActionWithdrawn' } }],
      ...Array.from({ length: 13 }, () => [
        expect.any(String),
        { status: 'withdrawn', lastEvent: { type: 'ActionWithdrawn' } },
      ]),
      [
        'DueDateChangeRetracted',
        { due: '2026-03-31', basis: 'printed', extensions: 0, lead: { kind: 'post', post: SOC_COORDINATOR } },
      ],
      ['ActionReassignmentRetracted', { lead: { kind: 'body', body: NCA } }],
    ]);
    const [assigned, amended, changed] = [steps[6]?.[1], steps[7]?.[1], steps[9]?.[1]];
    expect(assigned?.due).toEqual(expect.any(String));
    expect(assigned?.originalDue).toBeUndefined();
    // What is cleared stands no longer; a date recorded wrongly was never the original one.
    expect(amended).not.toHaveProperty('monitoredAt');
    expect(amended).not.toHaveProperty('document');
    expect(amended).not.toHaveProperty('originalDue');
    expect(steps[12]?.[1]).not.toHaveProperty('progress');
    expect(changed?.due).toBeUndefined();
    expect(changed?.originalDue).toBe('2026-03-31');
    expect(steps.at(-1)?.[1]).not.toHaveProperty('originalDue');
    expect(steps.at(-1)?.[1]).not.toHaveProperty('reviewBy');
  });

  it('keep the original date where a date that was brought forward, or anything else, is corrected', () => {
    const moveTo = (dueOn: string) => send('change-due-date', { action: ACT_16, dueOn, reason: 'It came early.' });
    const correct = { action: ACT_16, correctionReason: 'Misread.' };
    const log = new LogOfEvents().record(
      `recommendation-${R1_SYP}`,
      history(
        raiseR1(),
        assignAct16({ illustration: true }),
        moveTo('31 March 2026'),
        send('correct-action', { ...correct, title: 'Deliver it', dueOn: '30 March 2026', clear: ['illustration'] }),
      ),
    );
    expect(projected(log).actions.get(ACT_16)).toMatchObject({
      title: 'Deliver it',
      due: '2026-03-30',
      originalDue: '2026-04-30',
      illustration: false,
    });
  });

  it('are found by the body and the recommendation that link them, for as long as they do', () => {
    const linked = (...commands: Parameters<typeof history>) =>
      new LogOfEvents()
        .record(`recommendation-${R1_SYP}`, history(raiseR1(), assignAct16()))
        .record(
          `recommendation-${AFI_A_WYP}`,
          history(
            raiseAfiA(),
            linkAct05({ action: ACT_16, home: R1_SYP, title: 'Deliver Recommendation 1' }),
            ...commands,
          ),
        );
    const { actions } = projected(linked());
    for (const filter of [{ body: WYP }, { recommendation: AFI_A_WYP }, { body: SYP }, { recommendation: R1_SYP }]) {
      expect(actions.list(filter).items.map(({ reference, linkedFrom }) => [reference, linkedFrom])).toEqual([
        ['OIC-R1/SYP/1', [{ recommendation: AFI_A_WYP, body: WYP, subPart: 'a' }]],
      ]);
    }
    const correct = send('correct-link', { action: ACT_16, subPart: 'c', correctionReason: 'The wrong letter.' });
    expect(projected(linked(correct)).actions.get(ACT_16)?.linkedFrom).toMatchObject([{ subPart: 'c' }]);
    const log = linked(send('unlink-action', { action: ACT_16, reason: 'It serves another finding.' }));
    const without = projected(log).actions;
    expect(without.list({ body: WYP }).total).toBe(0);
    expect(without.get(ACT_16)?.linkedFrom).toEqual([]);
    const recordedBefore = (log.events.at(-1)?.metadata as { recordedAt: string }).recordedAt;
    expect(without.list({ body: WYP, recordedBefore }).total).toBe(1);
  });

  it('stand again as they stood before a change that is retracted, and as changed as recorded by then', () => {
    const change = (dueOn: string, fields = {}) =>
      send('change-due-date', { action: ACT_16, dueOn, reason: 'Late.', ...fields });
    const retract = (reason: string) => send('retract-due-date-change', { action: ACT_16, reason });
    const log = new LogOfEvents().record(
      `recommendation-${R1_SYP}`,
      history(
        raiseR1(),
        assignAct16(),
        change('31 May 2026'),
        change('30 June 2026', { illustration: true }),
        retract('Another action was meant.'),
        retract('That one neither.'),
        send('correct-action', {
          action: ACT_16,
          dueOn: '30 April 2027',
          dueAsPrinted: 'By 30 April 2027',
          correctionReason: 'The year was wrong.',
        }),
      ),
    );
    const { actions } = projected(log);
    const at = (index: number): ReturnType<typeof actions.get> =>
      actions.get(ACT_16, { recordedBefore: (log.events[index]?.metadata as { recordedAt: string }).recordedAt });
    const moved = { due: '2026-05-31', originalDue: '2026-04-30', extensions: 1, illustration: false };
    expect(at(3)).toMatchObject(moved);
    expect(at(4)).toMatchObject({ due: '2026-06-30', originalDue: '2026-04-30', extensions: 2, illustration: true });
    expect(at(5)).toMatchObject(moved);
    expect(at(6)).toMatchObject({
      due: '2026-04-30',
      basis: 'printed',
      dueAsPrinted: 'By 30 April 2026',
      extensions: 0,
    });
    expect(at(6)).not.toHaveProperty('originalDue');
    // A date that was never moved was the original one.
    expect(actions.get(ACT_16)).toMatchObject({ due: '2027-04-30', extensions: 0 });
    expect(actions.get(ACT_16)).not.toHaveProperty('originalDue');
  });

  it('are overseen again by whoever oversaw the recommendation before a transfer that is retracted', () => {
    const log = new LogOfEvents().record(
      `recommendation-${R1_SYP}`,
      history(
        raiseR1(),
        assignAct16(),
        send('transfer-responsibility', { overseer: WYCA, reason: 'Its functions passed on.' }),
        send('retract-responsibility-transfer', { reason: 'Another body was meant.' }),
      ),
    );
    const { actions } = projected(log);
    expect(actions.list({ overseer: SYMCA }).total).toBe(1);
    expect(actions.list({ overseer: WYCA }).total).toBe(0);
    const recordedBefore = (log.events[3]?.metadata as { recordedAt: string }).recordedAt;
    expect(actions.list({ overseer: WYCA, recordedBefore }).total).toBe(1);
  });

  it('pass to another overseer when the recommendation was recorded with a wrong one', () => {
    const log = new LogOfEvents().record(
      `recommendation-${R1_SYP}`,
      history(
        raiseR1(),
        assignAct16(),
        send('correct-recommendation', { overseer: WYCA, correctionReason: 'Another body was named.' }),
        assignAct16({ action: id('f', 61), title: 'More' }),
      ),
    );
    const { actions } = projected(log);
    expect(actions.list({ overseer: SYMCA }).total).toBe(0);
    expect(actions.list({ overseer: WYCA }).items.map(({ title }) => title)).toEqual([
      'Deliver Recommendation 1',
      'More',
    ]);
    const recordedBefore = (log.events[2]?.metadata as { recordedAt: string }).recordedAt;
    expect(actions.get(ACT_16, { recordedBefore })?.overseer).toBe(SYMCA);
  });

  it('keep the words of the progress that was reported last, corrected or not', () => {
    const note = (n: number, words: string) => send('report-progress', { action: ACT_16, progress: id('f', n), words });
    const log = new LogOfEvents().record(
      `recommendation-${R1_SYP}`,
      history(
        raiseR1(),
        assignAct16(),
        note(71, 'first'),
        note(72, 'second'),
        send('correct-progress', {
          action: ACT_16,
          progress: id('f', 71),
          words: 'FIRST',
          correctionReason: 'Misread.',
        }),
      ),
    );
    expect(projected(log).actions.get(ACT_16)?.progress?.words).toBe('second');
  });

  it('take a due date that was recorded wrongly for no original date', () => {
    const log = new LogOfEvents().record(
      `recommendation-${R1_SYP}`,
      history(
        raiseR1(),
        assignAct16({ dueOn: '30 April 2025' }),
        { ...assignAct16({ dueOn: '30 April 2026' }), kind: 'correct-action', correctionReason: 'The year was wrong.' },
        send('change-due-date', { action: ACT_16, dueOn: '31 May 2026', reason: 'Late.' }),
      ),
    );
    expect(projected(log).actions.get(ACT_16)).toMatchObject({
      due: '2026-05-31',
      originalDue: '2026-04-30',
      extensions: 1,
    });
  });

  it('are grouped by lead, in each group the earliest first', () => {
    const { actions } = projected(severalLeads());
    expect(titles(actions.list().items)).toEqual(['Action 4', 'Action 3', 'Action 5', 'Action 2', 'Action 1']);
    expect(titles(actions.list({ sort: 'due' }).items)).toEqual([
      'Action 5',
      'Action 4',
      'Action 2',
      'Action 1',
      'Action 3',
    ]);
    expect(titles(actions.list({ sort: 'reference', page: 2, size: 2 }).items)).toEqual(['Action 3', 'Action 4']);
  });

  it.each([
    ['a post', { leadKind: 'post' as const, lead: CHIEF_CONSTABLE_SYP }, ['Action 2', 'Action 1']],
    ['a forum', { lead: MARTOM }, ['Action 3']],
    ['a body as lead', { leadKind: 'body' as const }, ['Action 4']],
    ['nobody named', { leadKind: 'notNamed' as const }, ['Action 5']],
    ['the body that answers', { body: SYP, sort: 'reference' as const }, ['Action 1', 'Action 2', 'Action 3']],
    ['the overseer', { overseer: SYMCA, sort: 'reference' as const }, ['Action 1', 'Action 2', 'Action 3']],
    ['the recommendation', { recommendation: AFI_A_WYP, sort: 'reference' as const }, ['Action 4', 'Action 5']],
    ['status', { status: 'completed' as const }, ['Action 5']],
    [
      'due before a day, on which none is overdue yet',
      { status: 'open' as const, dueBefore: '2026-03-01' },
      ['Action 4'],
    ],
    [
      'due before the next day',
      { status: 'open' as const, dueBefore: '2026-03-02', sort: 'due' as const },
      ['Action 4', 'Action 2'],
    ],
  ])('are filtered by %s', (_what, filter, expected) => {
    const { items, total } = projected(severalLeads()).actions.list(filter);
    expect(titles(items)).toEqual(expected);
    expect(total).toBe(expected.length);
  });

  it('can be asked as recorded before an instant', () => {
    const log = severalLeads();
    const assigned = log.events.find(({ data }) => (data as { action?: string }).action === id('f', 65));
    const completed = log.events.at(-1);
    const { actions } = projected(log);
    const at = (event: typeof completed): string => (event?.metadata as { recordedAt: string }).recordedAt;
    expect(actions.get(id('f', 65), { recordedBefore: at(assigned) })).toBeUndefined();
    expect(actions.get(id('f', 65), { recordedBefore: at(completed) })).toMatchObject({
      status: 'open',
      lastEvent: { type: 'ActionAssigned' },
    });
    expect(actions.list({ recordedBefore: at(completed), status: 'completed' }).total).toBe(0);
    expect(actions.list({ recordedBefore: '2030-01-01T00:00:00.000Z' })).toEqual(actions.list());
  });
});
