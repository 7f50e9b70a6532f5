import { describe, expect, it } from '@jest/globals';
import { recommendation } from '#domain';
import { given } from '../../../../test/support/given-when-then.ts';
import {
  acceptance,
  ACT_05,
  ACT_16,
  assignAct16,
  closure,
  linkAct05,
  raiseAfiA,
  raiseR1,
  send,
} from '../../../../test/support/named-histories.ts';

const complete = send('complete-action', { action: ACT_16 });
const reported = given(recommendation, raiseR1(), closure());

describe('A recommendation', () => {
  it('is closed at a level and in a layer, with a code and its reason', () => {
    given(recommendation, raiseR1(), acceptance(), assignAct16(), complete)
      .when(closure())
      .then({
        type: 'RecommendationClosed',
        data: {
          level: 'reported',
          layer: 'force',
          code: 'implemented',
          reason: 'Every case since March came with the document.',
        },
      });
  });

  it('can be closed without any action, for a reason such as one outside its control', () => {
    given(recommendation, raiseR1())
      .when(closure({ code: 'outsideControl', reason: 'Only the Home Office can fund it.' }))
      .then({ type: 'RecommendationClosed', data: { code: 'outsideControl' } });
  });

  it('that was reported can be assured, and one that was assured can be verified', () => {
    const assured = closure({ level: 'assured', layer: 'localPolicingBody', reason: 'The sample was checked.' });
    reported.when(assured).then({ type: 'RecommendationClosed', data: { level: 'assured' } });
    reported
      .and(assured)
      .when(closure({ level: 'verified', layer: 'localPolicingBody', reason: 'The inspectorate has said so.' }))
      .then({ type: 'RecommendationClosed', data: { level: 'verified' } });
  });

  it('can be closed at a higher level for another reason than it was reported with', () => {
    reported
      .when(closure({ level: 'assured', layer: 'localPolicingBody', code: 'superseded', reason: 'R9 asks for more.' }))
      .then({ type: 'RecommendationClosed', data: { level: 'assured', code: 'superseded' } });
  });

  it('can’t be closed while an action is open', () => {
    const { sentence, because } = given(recommendation, raiseR1(), assignAct16())
      .when(closure())
      .thenRefused('actions-open');
    expect(sentence).toBe('A recommendation can’t be closed while an action is open.');
    expect(because).toEqual([{ kind: 'action', id: ACT_16, label: 'OIC-R1/SYP/1 Deliver Recommendation 1' }]);
  });

  it('can’t be closed while a linked action goes on at home', () => {
    const { because } = given(recommendation, raiseAfiA(), linkAct05(), assignAct16(), complete)
      .when(closure())
      .thenRefused('actions-open');
    expect(because).toEqual([
      { kind: 'action', id: ACT_05, label: 'All forces adopt the NPCC 4P IT solution (linked)' },
    ]);
  });

  it('adds nothing when it is closed so already', () => {
    reported.when(closure()).thenNothing();
  });

  it('can’t be closed again with another reason, or at a lower level', () => {
    const { sentence } = reported.when(closure({ reason: 'The board has lost interest.' })).thenRefused('closed');
    expect(sentence).toBe(
      'The recommendation is closed already (reported). Reopen it first, or close it at a higher level.',
    );
    reported
      .and(closure({ level: 'verified' }))
      .when(closure({ level: 'assured' }))
      .thenRefused('closed');
  });
});
