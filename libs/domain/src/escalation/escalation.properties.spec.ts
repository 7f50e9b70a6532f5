import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventId } from '../../../../test/support/given-when-then.ts';
import { ask, CCOB, CHIEF_CONSTABLES, raiseChiefOfficer } from '../../../../test/support/governance-histories.ts';
import { CCOB_DECISION, NCA } from '../../../../test/support/named-histories.ts';
import { isRefusal } from '../decider.ts';
import { escalation, type EscalationCommand } from './escalation.decider.ts';
import { ESCALATION_STEPS, type EscalationEvent } from './escalation.events.ts';
import type { Escalation } from './escalation.state.ts';

const ENDS = ['EscalationAnswered', 'EscalationReturned', 'EscalationNotPursued'];
const CORRECTIONS = ['EscalationCorrected', 'EscalationAnswerCorrected'];
const RETRACTED = 'EscalationStepRetracted';

const words = fc.constantFrom('It is the region’s.', 'Nobody knows.');
const target = fc.constantFrom({ toPosts: CHIEF_CONSTABLES }, { toSeries: CCOB }, { toBody: NCA }, {});
const dates = fc.constantFrom({ noAnswerBy: true }, { answerBy: '29 May 2026' }, {});
const sometimes = fc.constantFrom({}, { reason: 'Nobody answers.' });
const condition = fc.constantFrom({}, { nextTierCondition: 'if necessary' });
const correctionReason = 'The letter was misread.';

const commands: fc.Arbitrary<EscalationCommand> = fc.oneof(
  fc.constant(raiseChiefOfficer()),
  fc.constant(ask('take-up-escalation', {})),
  words.map((reason) => ask('decide-against-next-tier', { reason })),
  fc
    .tuple(fc.constantFrom(1, 2, 3), target, dates, sometimes, condition)
    .map(([tier, to, by, reason, next]) => ask('escalate-to-next-tier', { tier, ...to, ...by, ...reason, ...next })),
  fc
    .tuple(words, target, dates)
    .map(([question, to, by]) => ask('correct-escalation', { question, ...to, ...by, correctionReason })),
  fc
    .tuple(fc.constantFrom(...ESCALATION_STEPS), words)
    .map(([step, reason]) => ask('retract-escalation-step', { step, reason })),
  words.map((said) => ask('correct-escalation-answer', { words: said, decision: CCOB_DECISION, correctionReason })),
  // Together about as likely as one of the others, for little can follow.
  fc.tuple(words, fc.constantFrom('answer', 'return', 'drop')).map(([said, end]) => {
    if (end === 'answer') return ask('answer-escalation', { words: said });
    return end === 'return'
      ? ask('return-escalation', { reason: said })
      : ask('do-not-pursue-escalation', { reason: said });
  }),
);

function fold(events: readonly EscalationEvent[]): Escalation {
  return events.reduce((state, event, index) => escalation.evolve(state, event, eventId(index)), escalation.initial);
}

/** What is recorded when each command is sent to what the ones before it left behind. */
function recorded(asked: readonly EscalationCommand[]): EscalationEvent[] {
  const events: EscalationEvent[] = [];
  for (const command of [raiseChiefOfficer(), ...asked]) {
    const verdict = escalation.decide(command, fold(events));
    if (!isRefusal(verdict)) events.push(...verdict);
  }
  return events;
}

describe('Whatever is asked of an escalation', () => {
  it('it has at most one end, and only corrections follow it unless it is retracted', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(commands, { minLength: 20, maxLength: 40 }), (asked) => {
        let hasEnded = false;
        for (const { type } of recorded(asked)) {
          if (hasEnded) {
            expect([...CORRECTIONS, RETRACTED]).toContain(type);
            seen.add(type);
          }
          hasEnded = ENDS.includes(type) || (hasEnded && type !== RETRACTED);
          if (ENDS.includes(type)) seen.add(type);
        }
      }),
    );
    // Otherwise this has proved nothing.
    expect([...seen].sort()).toEqual([...ENDS, ...CORRECTIONS, RETRACTED].sort());
  });

  it('its tier only rises, but for a tier that is retracted', () => {
    fc.assert(
      fc.property(fc.array(commands, { minLength: 20, maxLength: 40 }), (asked) => {
        const tiers: number[] = [];
        for (const { type, data } of recorded(asked)) {
          if (type === 'EscalationRaised' || type === 'EscalatedToNextTier') tiers.push(data.tier);
          if (type !== 'EscalationStepRetracted') continue;
          if (data.step === 'escalatedToNextTier') tiers.pop();
          expect(data.stands.tier).toBe(tiers.at(-1));
        }
        expect(tiers).toEqual([...new Set(tiers)].sort());
      }),
    );
  });

  it('every correction tells what stood before it', () => {
    fc.assert(
      fc.property(fc.array(commands, { minLength: 20, maxLength: 40 }), (asked) => {
        const events = recorded(asked);
        events.forEach((event, index) => {
          if (event.type !== 'EscalationCorrected') return;
          expect(fold(events.slice(0, index))).toMatchObject({ known: { fields: event.data.was } });
          expect(fold(events.slice(0, index + 1))).toMatchObject({ known: { fields: event.data.is } });
        });
      }),
    );
  });

  it('every accepted command repeated adds nothing, and folding what was stored gives the same state', () => {
    fc.assert(
      fc.property(fc.array(commands, { minLength: 20, maxLength: 40 }), (asked) => {
        const events: EscalationEvent[] = [];
        for (const command of asked) {
          const verdict = escalation.decide(command, fold(events));
          if (isRefusal(verdict)) continue;
          events.push(...verdict);
          expect(escalation.decide(command, fold(events))).toEqual([]);
        }
        expect(fold(JSON.parse(JSON.stringify(events)) as EscalationEvent[])).toEqual(fold(events));
      }),
    );
  });
});
