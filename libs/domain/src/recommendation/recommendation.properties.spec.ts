import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  isRefusal,
  RECOMMENDATION_FORMS,
  recommendation,
  type Recommendation,
  type RecommendationCommand,
  type RecommendationEvent,
} from '#domain';
import { eventId, id } from '../../../../test/support/given-when-then.ts';
import {
  acceptance,
  assignAct16,
  closure,
  linkAct05,
  raiseAfiA,
  send,
  SYP,
  TSU_MANAGER,
  WYP,
  YHROCU,
} from '../../../../test/support/named-histories.ts';

/** A history in which each command was sent to what the ones before it left behind, and was accepted or refused. */
interface Step {
  readonly command: RecommendationCommand;
  readonly before: Recommendation;
  readonly events: readonly RecommendationEvent[];
  readonly refusal: string | undefined;
  readonly after: Recommendation;
}

// Few ids and few words, so that commands meet: actions 1 to 3 are mostly assigned here, 3 and 4 linked.
const reason = fc.constantFrom('Overtaken.', 'Misread.');
const words = fc.constantFrom('I agree.', 'have been accepted');
const actionHere = fc.constantFrom(1, 1, 1, 2, 2, 3, 9).map((n) => id('f', n));
const actionLinked = fc.constantFrom(3, 4, 4).map((n) => id('f', n));
const anyAction = fc.constantFrom(1, 1, 2, 3, 4).map((n) => id('f', n));
const position = fc.constantFrom(31, 32, 39).map((n) => id('f', n));
const progress = fc.constantFrom(41, 42).map((n) => id('f', n));
const subPart = fc.constantFrom(undefined, undefined, undefined, 'a', 'b', 'z');
const code = fc.constantFrom('accepted', 'agreedWithCondition', 'welcomed', 'notApplicable', 'rejectedWithReason');
const lead = fc.constantFrom(
  { leadNotNamed: true },
  { leadNotNamed: true },
  { leadPost: TSU_MANAGER },
  { leadBody: SYP },
  { leadPost: TSU_MANAGER, leadBody: SYP },
);
const due = fc.constantFrom(
  { dueOn: '31 March 2026' },
  { dueOn: '30 June 2026' },
  { dueOn: '2026-04-30', basis: 'printed' },
  { dueOn: '31 May 2026' },
  { dueNoneGiven: true, reviewBy: '30 June 2026' },
  { dueNoneGiven: true },
  { dueOn: '30 April 2026', basis: 'statutory' },
  { dueOn: 'in due course' },
  { dueOn: '31 May 2026', dueNoneGiven: true },
  {},
);
const copy = fc.constantFrom(
  raiseAfiA().copy,
  { ...raiseAfiA().copy, text: 'Another text.' },
  { ...raiseAfiA().copy, subParts: [] },
);

const { kind: _record, by: _recorder, decidedByPost: _speaker, ...said } = acceptance();
const {
  kind: _assign,
  by: _assigner,
  leadNotNamed: _l,
  dueOn: _d,
  basis: _b,
  dueAsPrinted: _p,
  ...plain
} = assignAct16();
const { kind: _close, by: _closer, ...closed } = closure();

const spoken = fc
  .record({
    position,
    words,
    code,
    subPart,
    reason: fc.option(reason, { nil: undefined }),
    qualified: fc.boolean(),
    named: fc.boolean(),
  })
  .map(({ qualified, named, ...fields }) => ({
    ...said,
    ...fields,
    qualifiers: qualified ? ['as appropriate'] : [],
    ...(named ? { decidedByBody: SYP } : {}),
  }));
const assigned = fc
  .record({ title: fc.constantFrom('Deliver it', 'Deliver all of it'), subPart, lead, due })
  .map(({ title, subPart, lead, due }) => ({ ...plain, title, subPart, ...lead, ...due }));
const closing = fc
  .record({ level: fc.constantFrom('reported', 'assured', 'verified'), reason })
  .map((fields) => ({ ...closed, ...fields }));

/** Fields that differ from one command to the next are generic here; what they may be is the commands' own business. */
function sent(kind: RecommendationCommand['kind'], fields: fc.Arbitrary<object>): fc.Arbitrary<RecommendationCommand> {
  return fields.map((chosen) => send(kind, chosen as never));
}

function corrections<Fields extends object>(
  fields: fc.Arbitrary<Fields>,
  ids: fc.Arbitrary<object>,
): fc.Arbitrary<object> {
  return fc
    .record({ fields, ids, correctionReason: reason })
    .map(({ fields, ids, correctionReason }) => ({ ...fields, ...ids, correctionReason }));
}

const { kind: _raise, by: _raiser, ...raised } = raiseAfiA();
const command: fc.Arbitrary<RecommendationCommand> = fc.oneof(
  { weight: 1, arbitrary: sent('raise-recommendation', fc.constantFrom(raised, { ...raised, overseer: YHROCU })) },
  {
    weight: 1,
    arbitrary: sent(
      'correct-recommendation',
      fc.constantFrom(
        { overseer: YHROCU, correctionReason: 'Misread.' },
        { clear: ['overseer'], correctionReason: 'Misread.' },
        { decidedByBody: SYP, correctionReason: 'Misread.' },
        { overseer: YHROCU, clear: ['overseer'], correctionReason: 'Misread.' },
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: sent('transfer-responsibility', fc.record({ overseer: fc.constantFrom(YHROCU, SYP), reason })),
  },
  { weight: 1, arbitrary: sent('retract-responsibility-transfer', fc.record({ reason })) },
  { weight: 1, arbitrary: sent('mark-recommendation-raised-in-error', fc.record({ reason })) },
  { weight: 3, arbitrary: sent('retract-raised-in-error', fc.record({ reason })) },
  { weight: 2, arbitrary: sent('adopt-finding-correction', fc.record({ copy, reason })) },
  { weight: 4, arbitrary: sent('record-position', spoken) },
  // The same words again, perhaps under another id.
  {
    weight: 2,
    arbitrary: sent(
      'record-position',
      fc.record({ position }).map((id) => ({ ...said, ...id, decidedByBody: SYP })),
    ),
  },
  { weight: 4, arbitrary: sent('correct-position', corrections(spoken, fc.record({ position }))) },
  { weight: 4, arbitrary: sent('retract-position', fc.record({ position, reason })) },
  {
    weight: 14,
    arbitrary: sent(
      'assign-action',
      fc.tuple(assigned, actionHere).map(([fields, action]) => ({ ...fields, action })),
    ),
  },
  { weight: 8, arbitrary: sent('correct-action', corrections(assigned, fc.record({ action: anyAction }))) },
  {
    weight: 5,
    arbitrary: sent(
      'reassign-action',
      fc.tuple(lead, actionHere).map(([fields, action]) => ({ ...fields, action })),
    ),
  },
  {
    weight: 8,
    arbitrary: sent(
      'change-due-date',
      fc.tuple(due, actionHere, reason).map(([fields, action, why]) => ({ ...fields, action, reason: why })),
    ),
  },
  { weight: 3, arbitrary: sent('retract-reassignment', fc.record({ action: anyAction, reason })) },
  { weight: 5, arbitrary: sent('retract-due-date-change', fc.record({ action: anyAction, reason })) },
  { weight: 8, arbitrary: sent('report-progress', fc.record({ action: actionHere, progress, words })) },
  {
    weight: 6,
    arbitrary: sent('correct-progress', corrections(fc.record({ words }), fc.record({ action: actionHere, progress }))),
  },
  {
    weight: 5,
    arbitrary: sent(
      'retract-progress',
      fc.record({ action: actionHere, progress: fc.oneof(progress, fc.constantFrom('N1', 'N2')), reason }),
    ),
  },
  { weight: 8, arbitrary: sent('complete-action', fc.record({ action: anyAction }, { requiredKeys: ['action'] })) },
  { weight: 4, arbitrary: sent('withdraw-action', fc.record({ action: anyAction, reason })) },
  { weight: 4, arbitrary: sent('reopen-action', fc.record({ action: anyAction, reason })) },
  {
    weight: 4,
    arbitrary: sent(
      'link-action',
      fc.record({ action: actionLinked, subPart }).map((fields) => ({ ...linkAct05(), ...fields })),
    ),
  },
  {
    weight: 3,
    arbitrary: sent('correct-link', corrections(fc.record({ subPart }), fc.record({ action: actionLinked }))),
  },
  { weight: 3, arbitrary: sent('unlink-action', fc.record({ action: anyAction, reason })) },
  {
    weight: 10,
    arbitrary: sent(
      'record-linked-action-ended',
      fc.record({ action: actionLinked, ended: fc.constantFrom('completed', 'withdrawn') }),
    ),
  },
  { weight: 6, arbitrary: sent('close-recommendation', closing) },
  { weight: 2, arbitrary: sent('correct-closure', corrections(closing, fc.constant({}))) },
  { weight: 12, arbitrary: sent('reopen-recommendation', fc.record({ reason })) },
);

const beginning = fc.oneof(
  { weight: 20, arbitrary: fc.constant<RecommendationCommand[]>([raiseAfiA()]) },
  { weight: 1, arbitrary: fc.constant<RecommendationCommand[]>([]) },
);
const history: fc.Arbitrary<Step[]> = fc
  .tuple(beginning, fc.array(command, { maxLength: 80, size: 'max' }))
  .map(([first, commands]) => run([...first, ...commands]));

function run(commands: readonly RecommendationCommand[]): Step[] {
  const steps: Step[] = [];
  let state = recommendation.initial;
  let count = 0;
  for (const command of commands) {
    const verdict = recommendation.decide(command, state);
    const events = isRefusal(verdict) ? [] : verdict;
    const after = fold(events, state, count);
    steps.push({ command, before: state, events, refusal: isRefusal(verdict) ? verdict.code : undefined, after });
    state = after;
    count += events.length;
  }
  return steps;
}

function fold(events: readonly RecommendationEvent[], from = recommendation.initial, count = 0): Recommendation {
  return events.reduce((state, event, index) => recommendation.evolve(state, event, eventId(count + index)), from);
}

const eventsOf = (steps: readonly Step[]): RecommendationEvent[] => steps.flatMap((step) => step.events);

/** Which actions are open, at home or linked, and whether the recommendation is closed: read from the events alone. */
function readOff(events: readonly RecommendationEvent[]): { isClosed: boolean; open: Set<string> } {
  const open = new Set<string>();
  let isClosed = false;
  for (const { type, data } of events) {
    if (type === 'ActionAssigned' || type === 'ActionReopened' || type === 'ActionLinked') open.add(data.action);
    if (type === 'ActionCompleted' || type === 'ActionWithdrawn') open.delete(data.action);
    if (type === 'ActionUnlinked' || type === 'LinkedActionEnded') open.delete(data.action);
    if (type === 'RecommendationClosed') isClosed = true;
    if (type === 'RecommendationReopened') isClosed = false;
  }
  return { isClosed, open };
}

function holds(property: (steps: Step[]) => void): void {
  fc.assert(fc.property(history, property), { numRuns: 300 });
}

describe('In any history of a recommendation', () => {
  it('no closed one ever has an open action, at home or linked', () => {
    holds((steps) => {
      const events: RecommendationEvent[] = [];
      for (const step of steps) {
        events.push(...step.events);
        const { isClosed, open } = readOff(events);
        if (isClosed) expect([...open]).toEqual([]);
        expect(step.after.status === 'closed').toBe(isClosed);
      }
    });
  });

  it('every accepted command that is repeated adds nothing', () => {
    holds((steps) => {
      for (const { command, refusal, after } of steps) {
        if (refusal === undefined) expect(recommendation.decide(command, after)).toEqual([]);
      }
    });
  });

  it('what is folded is the same each time, and the same after it was stored as JSON', () => {
    holds((steps) => {
      const events = eventsOf(steps);
      const stored = JSON.parse(JSON.stringify(events)) as RecommendationEvent[];
      expect(stored).toStrictEqual(events);
      expect(fold(stored)).toStrictEqual(fold(events));
      expect(fold(events)).toStrictEqual(steps.at(-1)?.after ?? recommendation.initial);
    });
  });

  it('one raised in error never changes, until that is retracted', () => {
    holds((steps) => {
      for (const { before, events, after } of steps) {
        if (before.status !== 'raisedInError' || after.status === 'open') continue;
        expect(events).toEqual([]);
        expect(after).toBe(before);
      }
    });
  });

  it('a refusal changes nothing and says why in a sentence', () => {
    holds((steps) => {
      for (const { command, before, refusal, after } of steps) {
        if (refusal === undefined) continue;
        expect(after).toBe(before);
        expect(recommendation.decide(command, before)).toMatchObject({
          sentence: expect.stringMatching(/^[“A-Z].*\.$/),
        });
      }
    });
  });

  it('actions are numbered from 1, one after the other', () => {
    holds((steps) => {
      const numbers = eventsOf(steps).flatMap((event) => (event.type === 'ActionAssigned' ? [event.data.number] : []));
      expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
    });
  });

  it('no position and no note is called what another was', () => {
    holds((steps) => {
      const references = eventsOf(steps).flatMap((event) =>
        event.type === 'PositionRecorded' || event.type === 'ProgressReported' ? [event.data.reference] : [],
      );
      expect(new Set(references).size).toBe(references.length);
    });
  });

  it('each extension counts one, and none once it is retracted', () => {
    holds((steps) => {
      const counted = new Map<string, number[]>();
      for (const event of eventsOf(steps)) {
        if (event.type !== 'DueDateChanged' && event.type !== 'DueDateChangeRetracted') continue;
        const { action, extensions } = event.data;
        const counts = counted.get(action) ?? [0];
        counted.set(action, counts);
        if (event.type === 'DueDateChanged') {
          expect([counts.at(-1), (counts.at(-1) ?? 0) + 1]).toContain(extensions);
          counts.push(extensions);
        } else {
          counts.pop();
          expect(extensions).toBe(counts.at(-1));
        }
      }
    });
  });

  it('a retracted change leaves what stood before it', () => {
    holds((steps) => {
      const stood = new Map<string, unknown>();
      eventsOf(steps).forEach(({ type, data }, index) => {
        if (type === 'ActionReassigned' || type === 'DueDateChanged' || type === 'ResponsibilityTransferred') {
          stood.set(eventId(index), data.from);
        } else if (
          type === 'ActionReassignmentRetracted' ||
          type === 'DueDateChangeRetracted' ||
          type === 'ResponsibilityTransferRetracted'
        ) {
          expect(data.stands).toEqual(stood.get(data.corrects));
        }
      });
    });
  });

  it('a correction names an event of this history that came before it', () => {
    holds((steps) => {
      eventsOf(steps).forEach((event, index) => {
        if (!('corrects' in event.data)) return;
        const earlier = Array.from({ length: index }, (_, n) => eventId(n));
        expect(earlier).toContain(event.data.corrects);
      });
    });
  });

  it('it belongs to the body that answers and concerns its overseer', () => {
    holds((steps) => {
      let overseer: readonly string[] | undefined;
      for (const { type, data } of eventsOf(steps)) {
        overseer ??= data.concerns;
        expect(data.body).toBe(WYP);
        // A corrected overseer is told together with the one who was named before, and alone from then on.
        if (type === 'RecommendationCorrected') {
          overseer = data.is.overseer === undefined ? [] : [data.is.overseer];
          expect(data.concerns).toEqual(expect.arrayContaining([...overseer]));
        } else if (type === 'ResponsibilityTransferred') {
          expect(data.concerns).toEqual([...overseer, data.to]);
          overseer = [data.to];
        } else if (type === 'ResponsibilityTransferRetracted') {
          const before = overseer;
          overseer = data.stands === undefined ? [] : [data.stands];
          expect(data.concerns).toEqual([...new Set([...before, ...overseer])]);
        } else expect(data.concerns).toEqual(overseer);
      }
    });
  });
});

describe('The histories looked at', () => {
  const steps = fc.sample(history, { numRuns: 400, seed: 1 }).flat();

  it('reach every status', () => {
    expect(new Set(steps.map((step) => step.after.status))).toEqual(
      new Set(['none', 'open', 'closed', 'raisedInError']),
    );
  });

  it('hold every event there is', () => {
    expect(new Set(eventsOf(steps).map((event) => event.type))).toEqual(new Set(Object.keys(RECOMMENDATION_FORMS)));
  });

  it('send something to every status, and are refused for every reason', () => {
    const met = new Set(steps.map((step) => step.refusal).filter((refusal) => refusal !== undefined));
    expect([...met].sort()).toEqual([
      'action-already-assigned',
      'action-already-linked',
      'action-at-home',
      'action-elsewhere',
      'action-ended',
      'action-not-linked',
      'action-open',
      'action-stands',
      'action-unknown',
      'actions-open',
      'already-raised',
      'clear-unclear',
      'closed',
      'condition-missing',
      'date-statutory',
      'date-unclear',
      'due-date-unchanged',
      'due-missing',
      'due-unclear',
      'lead-unclear',
      'not-closed',
      'not-in-error',
      'not-raised',
      'not-reassigned',
      'not-transferred',
      'position-already-recorded',
      'position-retracted',
      'position-stands',
      'position-unknown',
      'progress-already-reported',
      'progress-retracted',
      'progress-stands',
      'progress-unknown',
      'raised-in-error',
      'reason-missing',
      'review-by-missing',
      'speaker-missing',
      'sub-part-unknown',
    ]);
    expect(new Set(steps.map((step) => step.before.status)).size).toBe(4);
  });

  it('close recommendations that had actions, at home and linked', () => {
    const closings = steps.filter(({ before, events }) => {
      return (
        events[0]?.type === 'RecommendationClosed' && 'actions' in before && Object.keys(before.actions).length > 0
      );
    });
    expect(closings.length).toBeGreaterThan(20);
    expect(
      closings.filter(({ before }) => 'links' in before && Object.keys(before.links).length > 0).length,
    ).toBeGreaterThan(5);
  });
});
