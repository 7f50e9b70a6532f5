import { describe, expect, it } from '@jest/globals';
import { recordLetterSy, toDocument } from '../../../../test/support/document-histories.ts';
import { eventId, given } from '../../../../test/support/given-when-then.ts';
import { names } from '../../../../test/support/report-histories.ts';
import { document, type DocumentCommand } from './document.decider.ts';
import type { DocumentEvent } from './document.events.ts';
import { narrateDocument } from './document.narrative.ts';

const sent = toDocument('record-document-sent', { sentOn: '2026-02-05', to: 'HMICFRS' });
const { state, events } = given(document, recordLetterSy(), sent);
const sending = events.at(-1) as DocumentEvent;

describe('A broken history of a document', () => {
  it('is never folded into a guess', () => {
    expect(() => document.evolve(document.initial, sending, eventId(0))).toThrow(
      'DocumentSent before DocumentRecorded',
    );
  });

  it('with an event or a command of another kind is no history of a document', () => {
    const event = { ...sending, type: 'DocumentLost' } as unknown as DocumentEvent;
    expect(() => document.evolve(state, event, eventId(9))).toThrow('Unexpected');
    expect(() => narrateDocument(event, names)).toThrow('Unexpected');
    expect(() => document.decide({ ...sent, kind: 'lose-document' } as unknown as DocumentCommand, state)).toThrow(
      'Unexpected',
    );
  });
});
