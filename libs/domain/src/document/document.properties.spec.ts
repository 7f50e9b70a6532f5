import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '#domain';
import { recordLetterSy, toDocument } from '../../../../test/support/document-histories.ts';
import { eventId } from '../../../../test/support/given-when-then.ts';
import { document, type DocumentCommand } from './document.decider.ts';
import type { DocumentEvent } from './document.events.ts';
import type { Document } from './document.state.ts';

const dates = fc.constantFrom('2025-02-09', '9 February 2026', 'in 2025', 'unknown', 'soon');
const places = fc.constantFrom('website', 'papers', '__proto__');
const correctionReason = 'a slip';

const commands: fc.Arbitrary<DocumentCommand> = fc.oneof(
  dates.map((dateAsWritten) => recordLetterSy({ dateAsWritten })),
  fc
    .record(
      { date: dates, dateAsWritten: dates, clear: fc.subarray(['date', 'dateAsWritten'] as const) },
      { requiredKeys: [] },
    )
    .map((fields) => toDocument('correct-document-date', { ...fields, correctionReason })),
  places.map((title) => toDocument('correct-document', { documentType: 'other', title, correctionReason })),
  fc
    .tuple(dates, places)
    .map(([publishedOn, where]) => toDocument('record-document-publication', { publishedOn, where })),
  fc
    .tuple(dates, places)
    .map(([publishedOn, where]) =>
      toDocument('correct-document-publication', { publishedOn, where, correctionReason }),
    ),
  places.map((where) => toDocument('retract-document-publication', { where, reason: correctionReason })),
  fc.tuple(dates, places).map(([sentOn, to]) => toDocument('record-document-sent', { sentOn, to })),
  fc.tuple(dates, places).map(([sentOn, to]) => toDocument('correct-document-sent', { sentOn, to, correctionReason })),
  places.map((to) => toDocument('retract-document-sent', { to, reason: correctionReason })),
);

const fold = (events: readonly DocumentEvent[]): Document =>
  events.reduce((state, event, index) => document.evolve(state, event, eventId(index)), document.initial);

describe('Whatever is asked of a document', () => {
  it('every accepted command repeated adds nothing, and folding what was stored gives the same state', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 40 }), (asked) => {
        const events: DocumentEvent[] = [];
        for (const command of asked) {
          const verdict = document.decide(command, fold(events));
          if (isRefusal(verdict)) continue;
          events.push(...verdict);
          expect(document.decide(command, fold(events))).toEqual([]);
        }
        expect(fold(JSON.parse(JSON.stringify(events)) as DocumentEvent[])).toEqual(fold(events));
      }),
    );
  });

  it('every correction names the event that recorded what it corrects, and tells what that said', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 40 }), (asked) => {
        const events: DocumentEvent[] = [];
        for (const command of asked) {
          const verdict = document.decide(command, fold(events));
          if (!isRefusal(verdict)) events.push(...verdict);
        }
        events.forEach((event, index) => {
          if (!('corrects' in event.data)) return;
          const corrected = events[Number(event.data.corrects.slice(-12))];
          expect(events.indexOf(corrected as DocumentEvent)).toBeLessThan(index);
          if (event.data.was !== undefined && corrected && 'is' in corrected.data) {
            expect(corrected.data.is).toMatchObject(event.data.was);
          }
        });
      }),
    );
  });
});
