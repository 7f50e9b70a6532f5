import { describe, expect, it } from '@jest/globals';
import { type Layer, recommendation, type Speaker } from '#domain';
import { given, secretary } from '../../../../test/support/given-when-then.ts';
import {
  acceptance,
  closure,
  conditionalAgreement,
  HMICFRS,
  raiseR1,
  SYMCA,
  SYP,
  WYCA,
  WYP,
  YHROCU,
} from '../../../../test/support/named-histories.ts';

const raised = given(recommendation, raiseR1());
const unseen = given(recommendation, raiseR1({ overseer: undefined }));

const ofForce: Speaker['answering'] = { bodyKind: 'force', overseenBy: SYMCA };
const symca: Speaker = { body: SYMCA, name: 'SYMCA', bodyKind: 'localPolicingBody', answering: ofForce };
const syp: Speaker = { body: SYP, name: 'South Yorkshire Police', bodyKind: 'force', answering: ofForce };
const wyca: Speaker = { ...symca, body: WYCA, name: 'West Yorkshire Combined Authority' };
const wyp: Speaker = { ...syp, body: WYP, name: 'West Yorkshire Police' };
const hmicfrs: Speaker = { body: HMICFRS, name: 'HMICFRS', bodyKind: 'inspectorate', answering: ofForce };

const says = (layer: Layer, speaker: Speaker) =>
  acceptance({ layer, decidedByBody: speaker.body, decidedByPost: undefined, speaker });

describe('A layer', () => {
  it.each<[Layer, Speaker]>([
    ['localPolicingBody', symca],
    ['localPolicingBody', { ...wyca, answering: { bodyKind: 'force', overseenBy: WYCA } }],
    ['chiefOfficer', syp],
    ['force', syp],
    ['force', { ...wyp, answering: { bodyKind: 'regionalUnit' } }],
    ['subject', { ...wyp, body: YHROCU, bodyKind: 'regionalUnit' }],
  ])('%s is spoken in by whom it belongs to', (layer, speaker) => {
    raised.when(says(layer, speaker)).then({ type: 'PositionRecorded' });
  });

  it('of a local policing body is anybody’s of that kind, where nobody is known to oversee it', () => {
    const answering: Speaker['answering'] = { bodyKind: 'force' };
    unseen.when(says('localPolicingBody', { ...wyca, answering })).then({ type: 'PositionRecorded' });
    unseen.when(says('localPolicingBody', { ...syp, answering })).thenRefused('speaker-of-another-body');
  });

  it.each<[Layer, Speaker, string]>([
    [
      'localPolicingBody',
      wyca,
      'West Yorkshire Combined Authority can’t speak as the local policing body on OIC-R1/SYP. Give a post of the local policing body that oversees it, or that body, as the one who decided, or choose the layer of whoever spoke.',
    ],
    [
      'chiefOfficer',
      symca,
      'SYMCA can’t speak as the chief officer on OIC-R1/SYP. Give the chief officer of the body that answers, as a post, as the one who decided, or choose the layer of whoever spoke.',
    ],
    [
      'force',
      wyp,
      'West Yorkshire Police can’t speak as the force on OIC-R1/SYP. Give a post of the force that answers, or that force, as the one who decided, or choose the layer of whoever spoke.',
    ],
  ])('%s can’t be spoken in by another body', (layer, speaker, expected) => {
    const { sentence, because } = raised.when(says(layer, speaker)).thenRefused('speaker-of-another-body');
    expect(sentence).toBe(expected);
    expect(because).toEqual([{ kind: 'body', id: speaker.body, label: speaker.name }]);
  });

  it('closes only in the voice of whom it belongs to', () => {
    raised.when(closure({ decidedByBody: WYP, speaker: wyp })).thenRefused('speaker-of-another-body');
    raised.when(closure({ decidedByBody: SYP, speaker: syp })).then({ type: 'RecommendationClosed' });
    const { sentence } = raised.when(closure({ decidedByBody: undefined })).thenRefused('speaker-missing');
    expect(sentence).toBe(
      'Say who closed it: a person, a post or a body. You record it, but it is not your own body’s.',
    );
    raised
      .when(closure({ layer: 'localPolicingBody', decidedByBody: undefined, isSecretary: true }))
      .then({ type: 'RecommendationClosed' });
  });

  it('of the inspectorate closes when an inspectorate is named', () => {
    const verified = closure({ level: 'verified', layer: 'inspectorate', decidedByBody: undefined });
    raised
      .when({ ...verified, decidedByBody: HMICFRS, speaker: hmicfrs })
      .then({ type: 'RecommendationClosed', data: { layer: 'inspectorate', decidedBy: { body: HMICFRS } } });
    raised.when({ ...verified, decidedByBody: SYMCA, speaker: symca }).thenRefused('speaker-of-another-body');
    raised.when(verified).thenRefused('speaker-missing');
  });

  it('is not spoken in by whoever keeps the record, unless they are named', () => {
    const {
      decidedByPerson: _person,
      decidedByPost: _post,
      decidedByCapacity: _capacity,
      ...own
    } = conditionalAgreement();
    const { sentence } = raised.when({ ...own, isSecretary: true }).thenRefused('speaker-missing');
    expect(sentence).toBe(
      'Say who took this position: a person, a post or the body. You keep the record of your body, which does not make you its speaker.',
    );
    raised.when({ ...own, isSecretary: false, by: secretary }).then({ type: 'PositionRecorded' });
    raised.when({ ...own, isSecretary: true, decidedByBody: SYMCA, speaker: symca }).then({ type: 'PositionRecorded' });
  });
});
