import { describe, expect, it } from '@jest/globals';
import { given } from '../../../../test/support/given-when-then.ts';
import {
  ACT_09,
  AFI_B_YHROCU,
  ask,
  CCOB,
  CHIEF_OFFICER_TEAM,
  MARTOM_JANUARY,
  NPCC_SOC_LEAD,
  PORTFOLIO_OFFICER,
  raiseChiefOfficer,
  raiseUnmetDemand,
  UNMET_DEMAND,
} from '../../../../test/support/governance-histories.ts';
import {
  AFI_A_WYP,
  DEPUTY_MAYOR_WY,
  LETTER_SY_OIC,
  MARTOM,
  NCA,
  WYCA,
  WYP,
} from '../../../../test/support/named-histories.ts';
import { escalation } from './escalation.decider.ts';
import type { RaiseEscalation } from './raise-escalation.ts';

const nothing = given(escalation);

/** From the tasking meeting to a board, by a day. */
const {
  originNotStated: _originNotStated,
  toPosts: _toPosts,
  noAnswerBy: _noAnswerBy,
  ...question
} = raiseUnmetDemand();
const toBoard: RaiseEscalation = {
  ...question,
  fromMeeting: MARTOM_JANUARY,
  toSeries: CCOB,
  answerBy: '30 April 2026',
};

describe('An escalation', () => {
  it('can be raised at a tasking meeting, to a board, with a date for the answer', () => {
    nothing.when(toBoard).then({
      type: 'EscalationRaised',
      data: {
        question: 'How is unmet demand classified, and who owns it?',
        origin: { kind: 'meeting', meeting: MARTOM_JANUARY },
        to: { kind: 'series', series: CCOB },
        answerBy: { kind: 'on', date: { from: '2026-04-30', precision: 'day', asPrinted: '30 April 2026' } },
        tier: 1,
      },
    });
  });

  it('may have an origin that is not stated, and no date for an answer', () => {
    nothing.when(raiseUnmetDemand()).then({
      type: 'EscalationRaised',
      data: {
        origin: { kind: 'notStated' },
        about: { recommendations: [], subParts: [{ recommendation: AFI_A_WYP, letter: 'c' }], actions: [] },
        to: { kind: 'posts', posts: [PORTFOLIO_OFFICER, NPCC_SOC_LEAD] },
        answerBy: { kind: 'noneGiven' },
      },
    });
  });

  it('keeps the condition for the next tier in the words of the source', () => {
    nothing.when(raiseChiefOfficer({ tier: 2 })).then({
      type: 'EscalationRaised',
      data: {
        tier: 2,
        nextTierCondition: 'if necessary the Chief Constables of the four contributing forces',
        about: { recommendations: [AFI_B_YHROCU], subParts: [], actions: [] },
      },
    });
  });

  it('can be raised by a series of meetings or a post, and be about actions', () => {
    const { fromMeeting: _fromMeeting, ...unraised } = toBoard;
    nothing.when({ ...unraised, fromSeries: MARTOM, aboutSubParts: [], aboutActions: [ACT_09, ACT_09] }).then({
      type: 'EscalationRaised',
      data: {
        origin: { kind: 'series', series: MARTOM },
        about: { recommendations: [], subParts: [], actions: [ACT_09] },
      },
    });
    nothing
      .when({ ...unraised, fromPost: DEPUTY_MAYOR_WY })
      .then({ type: 'EscalationRaised', data: { origin: { kind: 'post', post: DEPUTY_MAYOR_WY } } });
  });

  it('can ask a body, which it then concerns, or somebody outside the directory, also beside posts', () => {
    const { toSeries: _toSeries, ...unaddressed } = toBoard;
    nothing
      .when({ ...unaddressed, toBody: NCA })
      .then({ type: 'EscalationRaised', data: { to: { kind: 'body', body: NCA }, concerns: [NCA] } });
    nothing
      .when({ ...unaddressed, toOutside: 'the Home Office' })
      .then({ type: 'EscalationRaised', data: { to: { kind: 'outside', words: 'the Home Office' }, concerns: [] } });
    nothing.when({ ...unaddressed, toPosts: [NPCC_SOC_LEAD], toOutside: 'the Home Office' }).then({
      type: 'EscalationRaised',
      data: { to: { kind: 'posts', posts: [NPCC_SOC_LEAD], outside: 'the Home Office' } },
    });
  });

  it('adds nothing when it has been raised so already', () => {
    given(escalation, toBoard).when(toBoard).thenNothing();
    given(escalation, raiseChiefOfficer())
      .when(raiseChiefOfficer({ tier: 1 }))
      .thenNothing();
  });

  it('can’t be raised again with other content', () => {
    const { sentence } = given(escalation, toBoard)
      .when({ ...toBoard, question: 'Who pays?' })
      .thenRefused('already-raised');
    expect(sentence).toBe('This escalation has been raised already, with other content: correct it instead.');
  });

  it('concerns the bodies that what it is about falls on, and is cited from the letter that states it', () => {
    nothing
      .when({ ...toBoard, concerns: [WYP, WYCA], document: LETTER_SY_OIC })
      .then({ type: 'EscalationRaised', data: { concerns: [WYP, WYCA], document: LETTER_SY_OIC } });
  });

  it('can’t be raised a second time under another id while it stands', () => {
    const { sentence, because } = nothing.when({ ...toBoard, alike: UNMET_DEMAND }).thenRefused('escalation-raised');
    expect(sentence).toBe(
      'This question has been raised already, from the same place to the same addressee, and stands: use what is recorded, or correct it.',
    );
    expect(because).toEqual([{ kind: 'escalation', id: UNMET_DEMAND, label: toBoard.question }]);
  });

  it('has exactly one origin', () => {
    const { sentence } = nothing.when({ ...toBoard, originNotStated: true }).thenRefused('origin-unclear');
    expect(sentence).toBe(
      'An escalation has one origin: a meeting, a series of meetings, a post, or the statement that it is not stated.',
    );
    const { fromMeeting: _fromMeeting, ...unraised } = toBoard;
    nothing.when(unraised).thenRefused('origin-unclear');
    nothing.when({ ...unraised, originNotStated: false }).thenRefused('origin-unclear');
  });

  it('is about something', () => {
    const { aboutSubParts: _aboutSubParts, ...aboutNothing } = toBoard;
    const { sentence } = nothing.when(aboutNothing).thenRefused('about-missing');
    expect(sentence).toBe('Say what the escalation is about: a recommendation, a sub-part or an action.');
  });

  it.each(['c', `${AFI_A_WYP}:`, `${AFI_A_WYP}:C`, `:c`, `${AFI_A_WYP}:b:c`])(
    'can’t be about a sub-part that is not named by its recommendation and letter: %s',
    (printed) => {
      const { sentence } = nothing.when({ ...toBoard, aboutSubParts: [printed] }).thenRefused('sub-part-unclear');
      expect(sentence).toBe(
        `“${printed}” is not a sub-part: write the recommendation, a colon and the letter, such as YHSOC-AFI-A/WYP:c.`,
      );
    },
  );

  it('asks somebody, of one kind unless it asks posts and somebody outside', () => {
    const { toSeries: _toSeries, ...unaddressed } = toBoard;
    expect(nothing.when(unaddressed).thenRefused('target-missing').sentence).toBe(
      'Say who is asked: a board, one or more posts, a body, or somebody outside.',
    );
    expect(nothing.when({ ...toBoard, toPosts: [CHIEF_OFFICER_TEAM] }).thenRefused('targets-mixed').sentence).toBe(
      'An escalation is put to one board, to posts, to one body or to somebody outside: only posts and somebody outside can be asked together.',
    );
    nothing.when({ ...toBoard, toBody: NCA }).thenRefused('targets-mixed');
    nothing.when({ ...toBoard, toOutside: 'the Home Office' }).thenRefused('targets-mixed');
  });

  it('says by when an answer is asked for, or that no date was given, not both', () => {
    const { answerBy: _answerBy, ...undated } = toBoard;
    expect(nothing.when(undated).thenRefused('answer-by-missing').sentence).toBe(
      'Give a date by which an answer is asked for, or say that none was given.',
    );
    expect(nothing.when({ ...toBoard, noAnswerBy: true }).thenRefused('answer-by-unclear').sentence).toBe(
      'Give a date by which an answer is asked for or say that none was given, not both.',
    );
    nothing.when({ ...undated, answerBy: 'swiftly' }).thenRefused('date-unclear');
  });

  it('has to be raised before anything else can be recorded of it', () => {
    const { sentence } = nothing.when(ask('take-up-escalation', {})).thenRefused('not-raised');
    expect(sentence).toBe('There is no such escalation: raise it first.');
    const [, takenUp] = given(escalation, toBoard, ask('take-up-escalation', {})).events;
    expect(() => takenUp && escalation.evolve(escalation.initial, takenUp, 'e')).toThrow(
      'EscalationTakenUp before EscalationRaised',
    );
  });
});
