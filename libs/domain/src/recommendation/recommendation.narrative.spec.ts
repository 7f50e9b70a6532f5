import { describe, expect, it } from '@jest/globals';
import {
  type EveryEvent,
  narrateRecommendation,
  RECOMMENDATION_FORMS,
  type RecommendationEvent,
  type RecommendationEventOf,
} from '#domain';
import { eventId, id } from '../../../../test/support/given-when-then.ts';
import {
  ACT_05,
  ACT_16,
  AFI_A_WYP,
  AFI_A_YHROCU,
  CCOB_DECISION,
  CHIEF_CONSTABLE_SYP,
  DEPUTY_MAYOR_SY,
  FORCE_TSU_MANAGERS,
  KILVINDER_VIGURS,
  LETTER_SY_OIC,
  LETTER_WY_YHSOC,
  MARTOM,
  names,
  NCA,
  OIC,
  OIC_R1,
  R1_SYP,
  raiseAfiA,
  raiseR1,
  ROCTA_MANAGER,
  SAFETY_PARTNERSHIP,
  SOC_COORDINATOR,
  SYMCA,
  SYP,
  TSU_MANAGER,
  WYCA,
  WYP,
  YHROCU,
  YHSOC,
  YHSOC_AFI_A,
} from '../../../../test/support/named-histories.ts';

type Type = RecommendationEvent['type'];
type Own<T extends Type> = Omit<RecommendationEventOf<T>['data'], keyof EveryEvent>;

const chiefConstable: EveryEvent = { body: SYP, concerns: [SYMCA], decidedBy: { post: CHIEF_CONSTABLE_SYP } };

function event<T extends Type>(type: T, data: Own<T>, base: Partial<EveryEvent> = {}): RecommendationEvent {
  return { type, data: { ...chiefConstable, ...base, ...data } } as unknown as RecommendationEvent;
}

const decidedBy = { post: CHIEF_CONSTABLE_SYP };
const said = {
  layer: 'chiefOfficer',
  code: 'accepted',
  words: 'have been accepted by the Chief Constable',
  qualifiers: [],
} as const;
const accepted = { ...said, decidedBy };
const fields = {
  title: 'Deliver Recommendation 1',
  lead: { kind: 'notNamed' },
  supporters: [],
  deliveredWith: [],
  due: { kind: 'on', date: '2026-04-30', basis: 'printed', asPrinted: 'By 30 April 2026' },
} as const;
const on = (date: string) => ({ kind: 'on', date, basis: 'agreedLocally' }) as const;
const closed = { level: 'reported', layer: 'force', code: 'implemented', reason: 'In use since March.' } as const;
const copy = raiseR1().copy;
const CC = 'The Chief Constable of South Yorkshire Police';
const onItsAuthority = 'This stands on the authority of the Chief Constable of South Yorkshire Police';

const told: [RecommendationEvent, string][] = [
  [
    event('RecommendationRaised', {
      recommendation: R1_SYP,
      reference: 'OIC-R1/SYP',
      report: OIC,
      finding: OIC_R1,
      overseer: SYMCA,
      copy,
    }),
    `${CC} raised OIC-R1/SYP: the recommendation “Recommendation 1” in OIC, as it falls on South Yorkshire Police, overseen by South Yorkshire Mayoral Combined Authority. It reads “The reporting officer completes and submits the required intelligence document.” Its deadline is 30 April 2026 (printed “By 30 April 2026”).`,
  ],
  [
    event(
      'RecommendationRaised',
      {
        recommendation: AFI_A_WYP,
        reference: 'YHSOC-AFI-A/WYP',
        report: YHSOC,
        finding: YHSOC_AFI_A,
        overseer: WYCA,
        copy: raiseAfiA().copy,
      },
      { body: WYP, decidedBy: { person: id('a', 1), post: id('b', 1) } },
    ),
    'A. Secretary (Secretary of the board) raised YHSOC-AFI-A/WYP: an area for improvement in YHSOC, as it falls on West Yorkshire Police, overseen by West Yorkshire Combined Authority. It reads “Improve how they work together to tackle serious and organised crime.” It has the sub-parts (a) “the quality and consistency of 4P plans”, (b) “how they record disruption activity on APMIS” and (c) “the recording of unmet demand on APMIS”. No deadline was recorded.',
  ],
  [
    event(
      'RecommendationRaised',
      {
        recommendation: id('f', 4),
        reference: 'ROCU21-T2/YHROCU',
        report: id('d', 19),
        finding: id('d', 20),
        copy: {
          kind: 'theme',
          text: 'Accountability and Oversight',
          subParts: [],
          deadline: { asPrinted: 'in due course' },
        },
      },
      { body: YHROCU, illustration: true },
    ),
    `Illustration: ${CC} raised ROCU21-T2/YHROCU: a theme in report ${id('d', 19)}, as it falls on YHROCU. It reads “Accountability and Oversight”. Its deadline is “in due course” (no day can be read from it).`,
  ],
  [
    event('RecommendationCorrected', {
      corrects: eventId(0),
      was: { decidedBy: { post: CHIEF_CONSTABLE_SYP } },
      is: { overseer: SYMCA, decidedBy: { body: SYMCA } },
      reason: 'It was left out.',
    }),
    `${CC} corrected what is recorded of the recommendation: who oversees it was nobody, is South Yorkshire Mayoral Combined Authority; who decided was the Chief Constable of South Yorkshire Police, is South Yorkshire Mayoral Combined Authority, because “It was left out.”`,
  ],
  [
    event('ResponsibilityTransferred', { from: WYCA, to: SYMCA, reason: 'The functions passed on.' }),
    `${CC} recorded that the oversight of the recommendation passed from West Yorkshire Combined Authority to South Yorkshire Mayoral Combined Authority, because “The functions passed on.”`,
  ],
  [
    event('ResponsibilityTransferred', { to: SYMCA, reason: 'Nobody oversaw it.' }),
    `${CC} recorded that the oversight of the recommendation passed to South Yorkshire Mayoral Combined Authority, because “Nobody oversaw it.”`,
  ],
  [
    event('ResponsibilityTransferRetracted', {
      corrects: eventId(1),
      was: WYCA,
      stands: SYMCA,
      reason: 'They have not passed yet.',
    }),
    `${CC} retracted that the oversight of the recommendation passed to West Yorkshire Combined Authority, because “They have not passed yet.” South Yorkshire Mayoral Combined Authority oversees it again.`,
  ],
  [
    event('ResponsibilityTransferRetracted', { corrects: eventId(1), reason: 'It never had one.' }),
    `${CC} retracted that the oversight of the recommendation passed, because “It never had one.” Nobody oversees it, as before.`,
  ],
  [
    event('RecommendationRaisedInError', { reason: 'The force is not a subject of the report.' }),
    `${CC} recorded that the recommendation was raised in error, because “The force is not a subject of the report.” Nothing more can be recorded in it.`,
  ],
  [
    event('RaisedInErrorRetracted', { corrects: eventId(1), was: 'Not a subject.', reason: 'It is named on page 4.' }),
    `${CC} retracted that the recommendation was raised in error, which had been recorded because “Not a subject.”, with the reason “It is named on page 4.” It stands as it did before.`,
  ],
  [
    event('FindingCorrectionAdopted', {
      corrects: eventId(0),
      was: { kind: 'recommendation', label: 'Recommendation 2', text: 'Old.', subParts: [{ letter: 'a', text: 'x' }] },
      is: {
        kind: 'causeOfConcern',
        text: 'New.',
        subParts: [
          { letter: 'a', text: 'y' },
          { letter: 'b', text: 'z' },
        ],
        deadline: { asPrinted: 'By 30 April 2026', date: '2026-04-30' },
      },
      reason: 'Misread.',
    }),
    `${CC} took over a correction of the finding: the kind was recommendation, is cause of concern; the label was “Recommendation 2”, is not given; the text was “Old.”, is “New.”; sub-part (a) was “x”, is “y”; sub-part (b) was not given, is “z”; the deadline was not given, is 30 April 2026 (printed “By 30 April 2026”), because “Misread.”`,
  ],
  [
    event('FindingCorrectionAdopted', {
      corrects: eventId(0),
      was: copy,
      is: { ...copy, text: 'New.' },
      reason: 'Misread.',
    }),
    `${CC} took over a correction of the finding: the text was “${copy.text}”, is “New.”, because “Misread.”`,
  ],
  [
    event('PositionRecorded', {
      position: id('f', 31),
      reference: 'OIC-R1/SYP:P1',
      ...said,
      qualifiers: ['as appropriate to South Yorkshire', 'through local governance arrangements'],
      document: LETTER_SY_OIC,
    }),
    `The finding was accepted by the chief officer (OIC-R1/SYP:P1): “have been accepted by the Chief Constable”. This is qualified by “as appropriate to South Yorkshire” and “through local governance arrangements”. ${onItsAuthority} and is quoted from the letter of 26 June 2025.`,
  ],
  [
    event(
      'PositionRecorded',
      {
        position: id('f', 32),
        reference: 'OIC-R1/SYP:P2',
        layer: 'localPolicingBody',
        code: 'agreedWithCondition',
        words: 'I agree. Training officers and staff is key however',
        qualifiers: ['sustained, refreshed and repeated'],
      },
      {
        decidedBy: {
          person: KILVINDER_VIGURS,
          post: DEPUTY_MAYOR_SY,
          capacity: 'Deputy Mayor with PCC responsibilities',
        },
      },
    ),
    'The finding was agreed with a condition by the local policing body (OIC-R1/SYP:P2): “I agree. Training officers and staff is key however”. The condition is “sustained, refreshed and repeated”. This stands on the authority of Kilvinder Vigurs (Deputy Mayor for Policing & Crime, acting as “Deputy Mayor with PCC responsibilities”).',
  ],
  [
    event('PositionRecorded', {
      position: id('f', 33),
      reference: 'OIC-R1/SYP:P3',
      layer: 'localPolicingBody',
      code: 'agreed',
      words: 'I agree with this recommendation.',
      qualifiers: [],
    }),
    `The finding was agreed by the local policing body (OIC-R1/SYP:P3): “I agree with this recommendation.” ${onItsAuthority}.`,
  ],
  [
    event('PositionRecorded', {
      position: id('f', 34),
      reference: 'OIC-R1/SYP:P4',
      layer: 'force',
      subPart: 'a',
      words: 'WYP have assured the Deputy Mayor’s office',
      qualifiers: [],
    }),
    `The position of the force, assuring the body, on sub-part (a) is told in these words (OIC-R1/SYP:P4): “WYP have assured the Deputy Mayor’s office”. ${onItsAuthority}.`,
  ],
  [
    event('PositionRecorded', {
      position: id('f', 35),
      reference: 'OIC-R1/SYP:P5',
      layer: 'subject',
      code: 'concurred',
      words: 'a fair reflection of the challenges',
      qualifiers: [],
    }),
    `The finding was concurred with by the subject of the report (OIC-R1/SYP:P5): “a fair reflection of the challenges”. ${onItsAuthority}.`,
  ],
  [
    event('PositionRecorded', {
      position: id('f', 36),
      reference: 'OIC-R1/SYP:P6',
      ...said,
      code: 'partiallySupported',
      words: 'but would support',
    }),
    `The finding was partly supported by the chief officer (OIC-R1/SYP:P6): “but would support”. ${onItsAuthority}.`,
  ],
  [
    event('PositionRecorded', {
      position: id('f', 37),
      reference: 'OIC-R1/SYP:P7',
      ...said,
      code: 'notApplicable',
      words: 'does not apply',
      reason: 'The force has no such unit.',
    }),
    `The finding was called not applicable by the chief officer (OIC-R1/SYP:P7): “does not apply”. The reason given is “The force has no such unit.” ${onItsAuthority}.`,
  ],
  [
    event('PositionRecorded', {
      position: id('f', 38),
      reference: 'OIC-R1/SYP:P8',
      ...said,
      code: 'rejectedWithReason',
      words: 'We do not accept this.',
      reason: 'It costs more than it brings.',
    }),
    `The finding was rejected by the chief officer (OIC-R1/SYP:P8): “We do not accept this.” The reason given is “It costs more than it brings.” ${onItsAuthority}.`,
  ],
  [
    event('PositionCorrected', {
      corrects: eventId(1),
      position: id('f', 31),
      reference: 'OIC-R1/SYP:P1',
      was: accepted,
      is: {
        ...accepted,
        words: 'are accepted',
        decidedBy: { post: DEPUTY_MAYOR_SY },
        effectiveOn: { from: '2025-06-26', precision: 'day', asPrinted: '26th June 2025' },
      },
      reason: 'Misquoted.',
    }),
    `${CC} corrected OIC-R1/SYP:P1, the position of the chief officer on the finding: the wording was “have been accepted by the Chief Constable”, is “are accepted”; who decided was the Chief Constable of South Yorkshire Police, is the Deputy Mayor for Policing & Crime; the day it took effect was not given, is 26 June 2025 (printed “26th June 2025”), because “Misquoted.”`,
  ],
  [
    event('PositionCorrected', {
      corrects: eventId(1),
      position: id('f', 31),
      reference: 'OIC-R1/SYP:P1',
      was: { ...accepted, layer: 'force', subPart: 'a', document: LETTER_SY_OIC },
      is: {
        layer: 'subject',
        decidedBy,
        code: 'rejectedWithReason',
        words: 'no',
        qualifiers: ['for now'],
        reason: 'Cost.',
        document: LETTER_WY_YHSOC,
      },
      reason: 'Another letter was meant.',
    }),
    `${CC} corrected OIC-R1/SYP:P1, the position of the force on sub-part (a): the layer was the force, assuring the body, is the subject of the report; the part answered was sub-part (a), is the finding; the position was accepted, is rejected; the wording was “have been accepted by the Chief Constable”, is “no”; the qualification was not given, is “for now”; the reason given was not given, is “Cost.”; the document was the letter of 26 June 2025, is the letter of 5 February 2026, because “Another letter was meant.”`,
  ],
  [
    event('PositionRetracted', {
      corrects: eventId(1),
      position: id('f', 31),
      reference: 'OIC-R1/SYP:P1',
      was: accepted,
      reason: 'The letter speaks of another force.',
    }),
    `${CC} retracted OIC-R1/SYP:P1, the position of the chief officer on the finding, which was accepted in the words “have been accepted by the Chief Constable”, because “The letter speaks of another force.”`,
  ],
  [
    event('ActionAssigned', {
      action: id('f', 13),
      number: 3,
      title: 'Work together on procurement',
      subPart: 'c',
      lead: { kind: 'post', post: TSU_MANAGER },
      supporters: [FORCE_TSU_MANAGERS, ROCTA_MANAGER],
      deliveredWith: [NCA],
      monitoredAt: SAFETY_PARTNERSHIP,
      due: { kind: 'noneGiven', reviewBy: '2026-06-30' },
      document: LETTER_WY_YHSOC,
    }),
    `Action 3 for sub-part (c), “Work together on procurement”, was recorded from the letter of 5 February 2026: its lead is the YHROCU TSU Manager; supported by the Force TSU Managers and the YHROCU ROCTA Manager; worked on with National Crime Agency; monitored at the countywide Community Safety Partnership; no date was given. This stands on the authority of the Chief Constable of South Yorkshire Police. The day to look at it again, 30 June 2026, was set in recording it.`,
  ],
  [
    event('ActionAssigned', { action: ACT_16, number: 1, ...fields }),
    `${CC} assigned action 1, “Deliver Recommendation 1”: no lead is named; it is due on 30 April 2026 (as printed, “By 30 April 2026”).`,
  ],
  [
    event('ActionAssigned', {
      action: ACT_16,
      number: 1,
      ...fields,
      lead: { kind: 'forum', series: MARTOM },
      due: { kind: 'on', date: '2026-02-11', basis: 'statutory' },
    }),
    `${CC} assigned action 1, “Deliver Recommendation 1”: its lead is MARTOM; it is due on 11 February 2026 (statutory).`,
  ],
  [
    event(
      'ActionAssigned',
      {
        action: ACT_16,
        number: 1,
        ...fields,
        lead: { kind: 'body', body: SYP },
        due: { kind: 'noneGiven', asPrinted: 'in due course' },
      },
      { decidedBy: { decision: CCOB_DECISION } },
    ),
    'Decision CCOB-2025-1 assigned action 1, “Deliver Recommendation 1”: its lead is South Yorkshire Police; no date was given (“in due course”).',
  ],
  [
    event('ActionCorrected', {
      corrects: eventId(1),
      action: ACT_16,
      was: fields,
      is: {
        ...fields,
        title: 'Deliver OIC-R1',
        subPart: 'a',
        lead: { kind: 'body', body: SYP },
        supporters: [SOC_COORDINATOR],
        deliveredWith: [NCA],
        monitoredAt: MARTOM,
        due: on('2026-04-30'),
        document: LETTER_SY_OIC,
      },
      reason: 'The minutes were misread.',
    }),
    `${CC} corrected action ACT-16: the title was “Deliver Recommendation 1”, is “Deliver OIC-R1”; the sub-part was not given, is (a); the lead was nobody named, is South Yorkshire Police; the support was not given, is the YHROCU SOC Coordinator; the partnership was not given, is National Crime Agency; the forum was not given, is MARTOM; the due date was 30 April 2026 (as printed, “By 30 April 2026”), is 30 April 2026 (agreed locally); the document was not given, is the letter of 26 June 2025, because “The minutes were misread.”`,
  ],
  [
    event('ActionReassigned', {
      action: ACT_16,
      from: { kind: 'notNamed' },
      to: { kind: 'post', post: SOC_COORDINATOR },
      reason: 'The force has named a lead.',
    }),
    `${CC} passed action ACT-16 from nobody named to the YHROCU SOC Coordinator, because “The force has named a lead.”`,
  ],
  [
    event('ActionReassigned', {
      action: ACT_16,
      from: { kind: 'forum', series: MARTOM },
      to: { kind: 'body', body: SYP },
    }),
    `${CC} passed action ACT-16 from MARTOM to South Yorkshire Police.`,
  ],
  [
    event('DueDateChanged', {
      action: ACT_16,
      original: on('2026-03-31'),
      from: on('2026-05-31'),
      to: on('2026-06-30'),
      reason: 'The system is late.',
      extensions: 2,
    }),
    `${CC} changed the due date of action ACT-16 from 31 May 2026 (agreed locally) to 30 June 2026 (agreed locally), because “The system is late.” This is the second extension; originally 31 March 2026 (agreed locally).`,
  ],
  [
    event('DueDateChanged', {
      action: ACT_16,
      original: on('2026-03-31'),
      from: on('2026-05-31'),
      to: on('2026-04-30'),
      reason: 'The system came early.',
      extensions: 1,
    }),
    `${CC} changed the due date of action ACT-16 from 31 May 2026 (agreed locally) to 30 April 2026 (agreed locally), because “The system came early.” It has been extended once; originally 31 March 2026 (agreed locally).`,
  ],
  [
    event('DueDateChanged', {
      action: ACT_16,
      original: on('2026-03-31'),
      from: on('2026-05-31'),
      to: on('2026-04-30'),
      reason: 'The system came early.',
      extensions: 3,
    }),
    `${CC} changed the due date of action ACT-16 from 31 May 2026 (agreed locally) to 30 April 2026 (agreed locally), because “The system came early.” It has been extended 3 times; originally 31 March 2026 (agreed locally).`,
  ],
  [
    event('DueDateChanged', {
      action: ACT_16,
      original: { kind: 'noneGiven' },
      from: { kind: 'noneGiven', reviewBy: '2026-06-30' },
      to: on('2026-09-30'),
      reason: 'The supplier has named a day.',
      extensions: 0,
    }),
    `${CC} changed the due date of action ACT-16 from no date (to be looked at by 30 June 2026) to 30 September 2026 (agreed locally), because “The supplier has named a day.”`,
  ],
  [
    event('DueDateChangeRetracted', {
      corrects: eventId(3),
      action: ACT_16,
      was: on('2026-06-30'),
      stands: on('2026-05-31'),
      extensions: 1,
      reason: 'Another action was meant.',
    }),
    `${CC} retracted the change of the due date of action ACT-16 to 30 June 2026 (agreed locally), because “Another action was meant.” It is due on 31 May 2026 (agreed locally), as before, and has been extended once.`,
  ],
  [
    event('DueDateChangeRetracted', {
      corrects: eventId(3),
      action: ACT_16,
      was: on('2026-06-30'),
      stands: { kind: 'noneGiven', reviewBy: '2026-04-30', asPrinted: 'in due course' },
      extensions: 0,
      reason: 'Another action was meant.',
    }),
    `${CC} retracted the change of the due date of action ACT-16 to 30 June 2026 (agreed locally), because “Another action was meant.” It has no date (“in due course”, to be looked at by 30 April 2026), as before, and has not been extended.`,
  ],
  [
    event('ActionReassignmentRetracted', {
      corrects: eventId(3),
      action: ACT_16,
      was: { kind: 'post', post: SOC_COORDINATOR },
      stands: { kind: 'notNamed' },
      reason: 'Another action was meant.',
    }),
    `${CC} retracted that action ACT-16 passed to the YHROCU SOC Coordinator, because “Another action was meant.” No lead is named, as before.`,
  ],
  [
    event('ProgressReported', {
      action: ACT_16,
      progress: id('f', 41),
      reference: 'OIC-R1/SYP/1:N1',
      words: 'In use in two districts.',
    }),
    `${CC} reported progress on action ACT-16 (OIC-R1/SYP/1:N1): “In use in two districts.”`,
  ],
  [
    event('ProgressReported', {
      action: ACT_16,
      progress: id('f', 41),
      reference: 'OIC-R1/SYP/1:N1',
      words: 'exploring',
      document: LETTER_SY_OIC,
    }),
    `${CC} reported progress on action ACT-16 (OIC-R1/SYP/1:N1): “exploring”. It cites the letter of 26 June 2025.`,
  ],
  [
    event('ProgressCorrected', {
      corrects: eventId(2),
      action: ACT_16,
      progress: id('f', 41),
      reference: 'OIC-R1/SYP/1:N1',
      was: { words: 'In use in two districts.', decidedBy },
      is: { words: 'In use in three districts.', document: LETTER_SY_OIC, decidedBy, illustration: true },
      reason: 'Miscounted.',
    }),
    `${CC} corrected OIC-R1/SYP/1:N1, a progress note on action ACT-16: the wording was “In use in two districts.”, is “In use in three districts.”; the document was not given, is the letter of 26 June 2025; the mark as an illustration was not given, is given, because “Miscounted.”`,
  ],
  [
    event('ProgressRetracted', {
      corrects: eventId(2),
      action: ACT_16,
      progress: id('f', 41),
      reference: 'OIC-R1/SYP/1:N1',
      was: { words: 'In use in two districts.', decidedBy },
      reason: 'Recorded twice.',
    }),
    `${CC} retracted OIC-R1/SYP/1:N1, a progress note on action ACT-16 in the words “In use in two districts.”, because “Recorded twice.”`,
  ],
  [event('ActionCompleted', { action: ACT_16 }), `${CC} recorded that action ACT-16 is complete.`],
  [
    event('ActionCompleted', { action: ACT_16, words: 'in use everywhere', document: LETTER_SY_OIC }),
    `${CC} recorded that action ACT-16 is complete: “in use everywhere”. It cites the letter of 26 June 2025.`,
  ],
  [
    event('ActionWithdrawn', { action: ACT_16, reason: 'Overtaken.' }),
    `${CC} withdrew action ACT-16, because “Overtaken.”`,
  ],
  [
    event('ActionReopened', {
      action: ACT_16,
      reopens: eventId(4),
      was: 'withdrawn',
      reason: 'Practice has slipped.',
    }),
    `${CC} reopened action ACT-16, which was recorded as withdrawn, because “Practice has slipped.”`,
  ],
  [
    event('ActionLinked', {
      action: ACT_05,
      home: AFI_A_YHROCU,
      title: 'All forces adopt the NPCC 4P IT solution',
      subPart: 'a',
    }),
    `${CC} linked the action “All forces adopt the NPCC 4P IT solution” for sub-part (a), whose home is YHSOC-AFI-A/YHROCU. Until it ends there, it keeps this recommendation open.`,
  ],
  [
    event('ActionLinked', { action: ACT_05, home: AFI_A_YHROCU, title: 'Adopt it' }),
    `${CC} linked the action “Adopt it”, whose home is YHSOC-AFI-A/YHROCU. Until it ends there, it keeps this recommendation open.`,
  ],
  [
    event('LinkCorrected', {
      corrects: eventId(3),
      action: ACT_05,
      home: AFI_A_YHROCU,
      was: { subPart: 'a', decidedBy },
      is: { subPart: 'c', decidedBy },
      reason: 'The wrong letter.',
    }),
    `${CC} corrected the link to action ACT-05, whose home is YHSOC-AFI-A/YHROCU: the sub-part it serves was (a), is (c), because “The wrong letter.”`,
  ],
  [
    event('ActionUnlinked', { action: ACT_05, home: AFI_A_YHROCU, reason: 'It serves another finding.' }),
    `${CC} removed the link to action ACT-05, whose home is YHSOC-AFI-A/YHROCU, because “It serves another finding.”`,
  ],
  [
    event(
      'LinkedActionEnded',
      { action: ACT_05, home: AFI_A_YHROCU, ended: 'completed' },
      { decidedBy: { policy: 'linked-actions' } },
    ),
    'Minutebook (linked-actions) recorded that the linked action ACT-05 was completed in its home, YHSOC-AFI-A/YHROCU. It no longer keeps this recommendation open.',
  ],
  [
    event('LinkedActionEnded', { action: ACT_05, home: AFI_A_YHROCU, ended: 'withdrawn' }),
    `${CC} recorded that the linked action ACT-05 was withdrawn in its home, YHSOC-AFI-A/YHROCU. It no longer keeps this recommendation open.`,
  ],
  ...(
    [
      ['reported', 'force', 'implemented', 'implemented, reported by the force'],
      ['assured', 'localPolicingBody', 'superseded', 'superseded, assured by the local policing body'],
      ['verified', 'subject', 'outsideControl', 'outside the body’s control, verified by the subject of the report'],
      ['reported', 'chiefOfficer', 'noLongerApplicable', 'no longer applicable, reported by the chief officer'],
      ['verified', 'inspectorate', 'implemented', 'implemented, verified by the inspectorate'],
      ['reported', 'chiefOfficer', 'riskAccepted', 'left with its risk accepted, reported by the chief officer'],
    ] as const
  ).map(([level, layer, code, said]): [RecommendationEvent, string] => [
    event('RecommendationClosed', { level, layer, code, reason: 'In use since March.' }),
    `${CC} closed the recommendation as ${said}, because “In use since March.”`,
  ]),
  [
    event('ClosureCorrected', {
      corrects: eventId(5),
      was: { ...closed, decidedBy },
      is: { level: 'assured', layer: 'localPolicingBody', code: 'superseded', reason: 'Overtaken.', decidedBy },
      reason: 'The wrong box was ticked.',
    }),
    `${CC} corrected the closure: the level was reported by the force, is assured by the local policing body; the closure was implemented, is superseded; the reason given was “In use since March.”, is “Overtaken.”, because “The wrong box was ticked.”`,
  ],
  [
    event('RecommendationReopened', { reopens: eventId(5), was: closed, reason: 'Practice has slipped.' }),
    `${CC} reopened the recommendation, which was closed as implemented, reported by the force, because “Practice has slipped.”`,
  ],
];

describe('The history of a recommendation', () => {
  it.each(told.map(([happened, sentence]) => ({ happened, sentence })))('tells $happened.type: $sentence', (row) => {
    expect(narrateRecommendation(row.happened, names)).toBe(row.sentence);
  });

  it('has a sentence for every event there is', () => {
    expect(new Set(told.map(([happened]) => happened.type))).toEqual(new Set(Object.keys(RECOMMENDATION_FORMS)));
  });

  it('tells no event it does not know', () => {
    const unknown = { type: 'RecommendationBurnt', data: chiefConstable } as unknown as RecommendationEvent;
    expect(() => narrateRecommendation(unknown, names)).toThrow('Unexpected');
  });
});
