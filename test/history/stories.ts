/**
 * Commands by which every event there is comes about today, category by category, with every field filled that an event
 * can hold. What follows from them is compared with the samples beside this file: see history.spec.ts.
 */

import type {
  Actor,
  CodeCommand,
  DecisionCommand,
  DirectoryCommand,
  DocumentCommand,
  ErasureCommand,
  EscalationCommand,
  MeetingCommand,
  PersonCommand,
  RecommendationCommand,
  ReportCommand,
  SeriesCommand,
} from '#domain';
import { id, secretary } from '../support/ids.ts';
import {
  acceptance,
  ACT_05,
  ACT_16,
  AFI_A_WYP,
  AFI_A_YHROCU,
  CCOB_DECISION,
  CHIEF_CONSTABLE_SYP,
  closure,
  DEPUTY_MAYOR_SY,
  FORCE_TSU_MANAGERS,
  KILVINDER_VIGURS,
  LETTER_SY_OIC,
  linkAct05,
  MARTOM,
  NCA,
  OIC,
  OIC_R1,
  R1_SYP,
  raiseAfiA,
  raiseR1,
  ROCTA_MANAGER,
  SAFETY_PARTNERSHIP,
  send,
  SOC_COORDINATOR,
  SYMCA,
  SYP,
  TSU_MANAGER,
  WYCA,
  WYP,
  YHROCU,
  YHSOC,
} from '../support/named-histories.ts';

export type AnyCommand = { readonly kind: string; readonly by: Actor };
/** The commands sent to one stream, in order. */
export type Story = readonly AnyCommand[];

type Told<Command> = Command extends unknown ? Omit<Command, 'by'> : never;

function story<Command extends AnyCommand>(...commands: Told<Command>[]): Story {
  return commands.map((command) => ({ by: secretary, ...command }));
}

const HMICFRS = id('c', 7);
const CAUSE_OF_CONCERN = id('d', 21);
const MEETING = id('d', 22);
const UNMET_DEMAND = id('d', 23);
const NEXT_DECISION = id('d', 24);
const HOLDING = id('d', 25);

const afiA = raiseAfiA({ illustration: true, effectiveOn: '18 December 2025' });
const { kind: _kind, by: _by, ...accepted } = acceptance({ subPart: 'a', reason: 'It is sound.', decidedByBody: SYP });
const { kind: _kindToo, by: _byToo, decidedByBody: _closer, ...reported } = closure();
const act03 = {
  action: ACT_16,
  title: 'Work together on procurement',
  subPart: 'c',
  leadPost: TSU_MANAGER,
  supporters: [FORCE_TSU_MANAGERS],
  deliveredWith: [NCA],
  monitoredAt: SAFETY_PARTNERSHIP,
  document: LETTER_SY_OIC,
  dueOn: 'By 30 April 2026',
  basis: 'printed',
  dueAsPrinted: 'By 30 April 2026',
} as const;

const recommendation: Story[] = [
  [
    afiA,
    send('adopt-finding-correction', { copy: raiseR1().copy, reason: 'Misread.' }),
    send('adopt-finding-correction', { copy: afiA.copy, reason: 'Read again.' }),
    acceptance({ ...accepted, decidedByCapacity: 'acting chief officer', effectiveOn: 'June 2025' }),
    send('correct-position', {
      position: 'P1',
      words: 'are accepted',
      decidedByPost: CHIEF_CONSTABLE_SYP,
      effectiveOn: '26 June 2025',
      correctionReason: 'Misquoted.',
    }),
    send('retract-position', { position: 'P1', reason: 'The letter speaks of another force.' }),
    send('assign-action', act03),
    send('correct-action', {
      action: ACT_16,
      title: 'Work together',
      subPart: 'b',
      leadBody: NCA,
      supporters: [SOC_COORDINATOR],
      deliveredWith: [SYP],
      dueOn: '31 March 2026',
      clear: ['dueAsPrinted', 'document', 'monitoredAt'],
      decidedByBody: SYMCA,
      effectiveOn: '26 June 2025',
      illustration: true,
      correctionReason: 'Another letter was meant.',
    }),
    send('reassign-action', { action: ACT_16, leadPost: SOC_COORDINATOR, reason: 'The post has changed.' }),
    send('change-due-date', {
      action: ACT_16,
      dueNoneGiven: true,
      reviewBy: '30 June 2026',
      dueAsPrinted: 'in due course',
      reason: 'The system is late.',
    }),
    send('report-progress', { action: ACT_16, progress: id('f', 41), words: 'exploring', document: LETTER_SY_OIC }),
    send('correct-progress', {
      action: ACT_16,
      progress: 'N1',
      words: 'Exploring.',
      decidedByPost: TSU_MANAGER,
      effectiveOn: '26 June 2025',
      illustration: true,
      correctionReason: 'Misquoted.',
    }),
    send('retract-progress', { action: ACT_16, progress: 'N1', reason: 'It was of another action.' }),
    send('complete-action', { action: ACT_16, words: 'In use.', document: LETTER_SY_OIC }),
    send('reopen-action', { action: ACT_16, reason: 'Practice has slipped.' }),
    send('withdraw-action', { action: ACT_16, reason: 'Overtaken.' }),
    linkAct05(),
    send('correct-link', {
      action: ACT_05,
      subPart: 'c',
      decidedByBody: WYP,
      effectiveOn: '26 June 2025',
      illustration: true,
      correctionReason: 'The wrong letter.',
    }),
    send('unlink-action', { action: ACT_05, reason: 'It serves another finding.' }),
    linkAct05(),
    {
      ...send('record-linked-action-ended', { action: ACT_05, ended: 'completed' }),
      by: { kind: 'policy', policy: 'linked-actions', body: WYP },
    },
    closure({ underDecision: CCOB_DECISION, decidedByBody: undefined }),
    send('correct-closure', {
      code: 'superseded',
      decidedByBody: WYP,
      effectiveOn: '26 June 2025',
      illustration: true,
      correctionReason: 'The wrong box was ticked.',
    }),
    send('reopen-recommendation', { reason: 'Practice has slipped.' }),
    send('correct-recommendation', { overseer: SYMCA, correctionReason: 'Another body was named.' }),
    send('mark-recommendation-raised-in-error', { reason: 'The force is not a subject of the report.' }),
    send('retract-raised-in-error', { reason: 'It is, on page 4.' }),
    send('transfer-responsibility', { overseer: WYCA, effectiveOn: '10 May 2021', reason: 'Its functions passed on.' }),
    send('retract-responsibility-transfer', { reason: 'They have not passed yet.' }),
    send('retract-due-date-change', { action: ACT_16, reason: 'Another action was meant.' }),
    send('retract-reassignment', { action: ACT_16, reason: 'Another action was meant.' }),
  ] satisfies RecommendationCommand[],
];

const finding = {
  finding: OIC_R1,
  code: 'R1',
  findingKind: 'recommendation',
  label: 'Recommendation 1',
  text: 'The reporting officer completes the document.',
  subParts: ['a: completes it', 'b: submits it'],
  addressees: ['chief constables'],
  parent: CAUSE_OF_CONCERN,
  deadlineAsPrinted: 'By 30 April 2026',
} as const;
const numbers = {
  numbers: '4-8 and 10',
  words: 'four recommendations for policing',
  document: LETTER_SY_OIC,
} as const;
const grade = { gradedBody: SYP, grade: 'good', words: 'graded as ‘good’ overall', document: LETTER_SY_OIC } as const;
const label = { finding: OIC_R1, document: LETTER_SY_OIC, number: '1)', label: 'key recommendation' } as const;

const report: Story[] = [
  story<ReportCommand>(
    {
      kind: 'record-report',
      report: OIC,
      code: 'OIC',
      title: 'Improving the response to organised immigration crime',
      publisher: HMICFRS,
      expected: true,
      expectedOn: 'May 2025',
    },
    {
      kind: 'correct-report',
      title: 'improving the response to organised immigration crime',
      publisher: HMICFRS,
      correctionReason: 'As printed.',
    },
    { kind: 'record-report-publication', publishedOn: '15 May 2025' },
    { kind: 'correct-report-date', publishedOn: '16 May 2025', correctionReason: 'Misread.' },
    { kind: 'retract-report-publication', reason: 'It was an embargoed copy.' },
    {
      kind: 'register-finding',
      finding: CAUSE_OF_CONCERN,
      code: 'CC-1',
      findingKind: 'causeOfConcern',
      text: 'Opportunities are lost.',
    },
    { kind: 'register-finding', ...finding },
    { kind: 'correct-finding', ...finding, label: 'Recommendation one', correctionReason: 'As printed.' },
    { kind: 'record-finding-label', ...label },
    { kind: 'correct-finding-label', ...label, number: '2)', correctionReason: 'Misread.' },
    { kind: 'retract-finding-label', finding: OIC_R1, document: LETTER_SY_OIC, reason: 'It prints none.' },
    { kind: 'declare-numbers-not-for-policing', ...numbers },
    { kind: 'correct-numbers-not-for-policing', ...numbers, numbers: '4-8', correctionReason: '10 is one.' },
    { kind: 'record-grade', ...grade },
    { kind: 'correct-grade', ...grade, grade: 'outstanding', correctionReason: 'Misread.' },
    { kind: 'retract-grade', gradedBody: SYP, reason: 'Another force was meant.' },
    {
      kind: 'fan-out-finding',
      finding: OIC_R1,
      addressees: [{ body: SYP, overseer: SYMCA }, { body: YHROCU }, { body: WYP }],
      recommendations: [{ id: AFI_A_WYP, reference: 'OIC-R1/WYP', body: WYP, isRaisedInError: true }],
    },
  ),
  story<ReportCommand>(
    { kind: 'record-report', report: YHSOC, code: 'YHSOC', title: 'An inspection', publishedOn: '18 December 2025' },
    { kind: 'register-finding', ...finding, parent: undefined },
    { kind: 'retract-finding', finding: OIC_R1, reason: 'It belongs to another report.', recommendations: [] },
  ),
  story<ReportCommand>(
    { kind: 'record-report', report: YHSOC, code: 'YHSOC', title: 'An inspection', publishedOn: '18 December 2025' },
    { kind: 'correct-report-date', asPrinted: '18 December 2024', correctionReason: 'It prints another year.' },
    { kind: 'retract-report', reason: 'It had been recorded before.', answeredBy: [] },
  ),
];

const described = {
  documentType: 'responseLetter',
  title: 'Response from Kilvinder Vigurs',
  issuedBy: SYMCA,
  signatoryPost: DEPUTY_MAYOR_SY,
  signatoryPerson: KILVINDER_VIGURS,
  signatoryCapacity: 'Deputy Mayor with PCC responsibilities',
  addressees: ['Dear Chief Inspector'],
  ownReference: 'OPCC/MBW/NF',
  yourReference: '',
  answersReport: OIC,
  marking: 'OFFICIAL',
} as const;
const where = 'https://www.southyorkshire-ca.gov.uk';
const to = 'HM Inspectorate of Constabulary';

const document: Story[] = [
  story<DocumentCommand>(
    { kind: 'record-document', document: LETTER_SY_OIC, ...described, dateAsWritten: '26th June 2024' },
    { kind: 'correct-document', ...described, title: 'Response', correctionReason: 'Shorter.' },
    { kind: 'correct-document-date', date: '26 June 2025', correctionReason: 'The year is wrong.' },
    { kind: 'record-document-publication', publishedOn: '26 June 2025', where },
    { kind: 'correct-document-publication', where, publishedOn: '27 June 2025', correctionReason: 'Misread.' },
    { kind: 'retract-document-publication', where, reason: 'It was a draft.' },
    { kind: 'record-document-sent', sentOn: '26 June 2025', to },
    { kind: 'correct-document-sent', to, sentOn: '27 June 2025', correctionReason: 'Misread.' },
    { kind: 'retract-document-sent', to, reason: 'It came back.' },
    { kind: 'record-document-code', code: 'SY-OIC' },
    { kind: 'correct-document-code', code: 'SYMCA-OIC', correctionReason: 'As the others.' },
    { kind: 'retract-document', reason: 'It had been recorded before.', citedBy: [] },
  ),
  story<DocumentCommand>(
    { kind: 'record-document', document: LETTER_SY_OIC, ...described, dateAsWritten: '2024-06-26' },
    {
      kind: 'correct-document-date',
      dateAsWritten: '26th June 2024',
      date: '26 June 2025',
      decidedByPost: DEPUTY_MAYOR_SY,
      effectiveOn: '27 June 2025',
      illustration: true,
      correctionReason: 'Mistyped, and the year is wrong.',
    },
    { kind: 'correct-document-date', dateAsWritten: '26th June 2025', correctionReason: 'Mistyped.' },
  ),
];

const opened = {
  name: 'Multi Agency Regional Tasking & Oversight Meeting',
  seriesKind: 'tasking',
  code: 'MARTOM',
  ofBody: YHROCU,
  cadence: 'quarterly',
  chairPost: SOC_COORDINATOR,
  convenedBy: ROCTA_MANAGER,
  since: '2025',
} as const;

const series: Story[] = [
  story<SeriesCommand>(
    { kind: 'open-series', series: MARTOM, ...opened },
    { kind: 'rename-series', name: 'Tasking Meeting', reason: 'Shorter.' },
    { kind: 'correct-series', cadence: 'monthly', effectiveOn: '2025', correctionReason: 'Misread.' },
    { kind: 'add-series-alias', alias: 'MARTOM meeting', unresolved: true },
    { kind: 'retract-series-alias', alias: 'MARTOM meeting', reason: 'It is another meeting.' },
    { kind: 'close-series', until: '31 January 2026', reason: 'It has been taken over.' },
    { kind: 'retract-series-closure', reason: 'It goes on.' },
    { kind: 'retract-series', reason: 'It had been opened before.', namedBy: [] },
  ),
];

const meeting: Story[] = [
  story<MeetingCommand>(
    {
      kind: 'record-meeting',
      meeting: MEETING,
      series: MARTOM,
      title: 'MARTOM, January 2026',
      heldOn: '14 January 2026',
      chairPost: SOC_COORDINATOR,
    },
    { kind: 'record-attendance', posts: [ROCTA_MANAGER], bodies: [NCA], apologies: [TSU_MANAGER] },
    {
      kind: 'correct-attendance',
      posts: [ROCTA_MANAGER, TSU_MANAGER],
      clear: ['apologies'],
      effectiveOn: '14 January 2026',
      correctionReason: 'He came late.',
    },
    { kind: 'correct-meeting', heldOn: '15 January 2026', clear: ['chairPost'], correctionReason: 'Misread.' },
    { kind: 'retract-meeting', reason: 'It was called off.', citedBy: [] },
  ),
];

const raised = {
  kind: 'raise-escalation',
  escalation: UNMET_DEMAND,
  fromMeeting: MEETING,
  aboutRecommendations: [AFI_A_WYP],
  aboutSubParts: [`${AFI_A_WYP}:c`],
  aboutActions: [ACT_05],
  question: 'Who owns unmet demand?',
  toPosts: [CHIEF_CONSTABLE_SYP],
  toOutside: 'National SOC Portfolio Officer',
  answerBy: '31 March 2026',
  tier: 1,
  nextTierCondition: 'if necessary the Chief Constables',
  document: LETTER_SY_OIC,
  concerns: [SYP],
} as const;

/** Whoever is asked answers: the secretary, here. */
const asked = { decidedByPerson: secretary.person, decidedByPost: secretary.post };

const escalation: Story[] = [
  story<EscalationCommand>(
    raised,
    {
      kind: 'correct-escalation',
      question: 'Who owns the unmet demand?',
      clear: ['aboutActions', 'toOutside'],
      effectiveOn: 'January 2026',
      correctionReason: 'Misquoted.',
    },
    { kind: 'take-up-escalation', document: LETTER_SY_OIC, ...asked },
    { kind: 'decide-against-next-tier', reason: 'The first tier answers.', document: LETTER_SY_OIC },
    {
      kind: 'escalate-to-next-tier',
      tier: 2,
      toBody: WYCA,
      noAnswerBy: true,
      reason: 'It did not.',
      nextTierCondition: 'if need be',
      document: LETTER_SY_OIC,
    },
    {
      kind: 'answer-escalation',
      words: 'The region owns it.',
      decision: CCOB_DECISION,
      document: LETTER_SY_OIC,
      ...asked,
    },
    {
      kind: 'correct-escalation-answer',
      words: 'The region will own it.',
      decidedByPost: CHIEF_CONSTABLE_SYP,
      correctionReason: 'Misquoted.',
    },
    { kind: 'retract-escalation-step', step: 'answered', reason: 'It was another question.' },
    { kind: 'retract-escalation-step', step: 'escalatedToNextTier', reason: 'Nobody asked it.' },
    { kind: 'retract-escalation', reason: 'It was raised twice.', citedBy: [] },
  ),
  story<EscalationCommand>(raised, {
    kind: 'return-escalation',
    reason: 'Put it to the region.',
    document: LETTER_SY_OIC,
    ...asked,
  }),
  story<EscalationCommand>(raised, {
    kind: 'do-not-pursue-escalation',
    reason: 'Overtaken.',
    document: LETTER_SY_OIC,
  }),
];

const decided = {
  title: 'Surveillance delivery model',
  outcome: 'retain the existing delivery model',
  alternatives: ['the unit provides Level 1 and Level 2'],
  reasons: 'It works.',
  meeting: MEETING,
  document: LETTER_SY_OIC,
  aboutRecommendations: [AFI_A_WYP],
  aboutActions: [ACT_05],
  aboutEscalations: [UNMET_DEMAND],
  concerns: [WYP, WYCA],
  decidedByPerson: KILVINDER_VIGURS,
  decidedByPost: DEPUTY_MAYOR_SY,
  decidedByBody: SYMCA,
  decidedByCapacity: 'chair',
  effectiveOn: 'in 2025',
} as const;
const undated = { dueNoneGiven: true, reviewBy: '30 June 2026', dueAsPrinted: 'in due course' } as const;
const { action: _action, dueOn, basis, dueAsPrinted, ...assigned } = act03;
const { decidedByPost: _post, decidedByBody: _body, position: _position, ...spoken } = accepted;

const decision: Story[] = [
  story<DecisionCommand>(
    {
      kind: 'record-decision',
      decision: CCOB_DECISION,
      number: 'CCOB-2025-1',
      ...decided,
      changes: [
        { version: 1, kind: 'recordPosition', recommendation: AFI_A_WYP, ...spoken, code: 'accepted' },
        { version: 1, kind: 'assignAction', recommendation: AFI_A_WYP, ...assigned, dueOn, basis, dueAsPrinted },
        {
          version: 1,
          kind: 'changeDueDate',
          recommendation: AFI_A_YHROCU,
          action: ACT_05,
          reason: 'It is late.',
          ...undated,
        },
        {
          version: 1,
          kind: 'completeAction',
          recommendation: AFI_A_YHROCU,
          action: ACT_05,
          words: 'In use.',
          document: LETTER_SY_OIC,
        },
        { version: 1, kind: 'withdrawAction', recommendation: R1_SYP, action: ACT_16, reason: 'Overtaken.' },
        { version: 1, kind: 'closeRecommendation', recommendation: R1_SYP, ...reported },
        { version: 1, kind: 'reopenRecommendation', recommendation: R1_SYP, reason: 'Practice has slipped.' },
        { version: 1, kind: 'answerEscalation', escalation: UNMET_DEMAND, words: 'The region owns it.' },
      ],
    },
    {
      kind: 'correct-decision',
      reasons: 'It works well.',
      clear: ['title'],
      illustration: true,
      concerns: [WYP],
      correctionReason: 'Misquoted.',
    },
    { kind: 'record-change-carried-out', change: 1 },
    { kind: 'record-change-refused', change: 6, code: 'actions-open', sentence: 'An action is open.' },
    { kind: 'retry-change', change: 6, reason: 'The action has ended.' },
    { kind: 'record-change-refused', change: 7, code: 'not-closed', sentence: 'It is open.' },
    { kind: 'drop-change', change: 7, reason: 'It was never closed.' },
    { kind: 'retract-drop', change: 7, reason: 'Another change was meant.' },
    {
      kind: 'open-reconsideration',
      words: 'exploring whether this position could be reconsidered',
      document: LETTER_SY_OIC,
    },
    { kind: 'reaffirm-decision', reason: 'It still works.', document: LETTER_SY_OIC },
    {
      kind: 'supersede-decision',
      supersededBy: NEXT_DECISION,
      reason: 'The unit has grown.',
      document: LETTER_SY_OIC,
    },
    { kind: 'retract-supersession', reason: 'Another decision was meant.' },
    { kind: 'retract-reaffirmation', reason: 'Nothing was decided.' },
    { kind: 'retract-reconsideration', reason: 'Another decision was meant.' },
  ),
  story<DecisionCommand>(
    {
      kind: 'record-decision',
      decision: NEXT_DECISION,
      number: 'CCOB-2025-2',
      ...decided,
      changes: [
        {
          version: 1,
          kind: 'changeDueDate',
          recommendation: AFI_A_YHROCU,
          action: ACT_05,
          reason: 'It is late.',
          dueOn: '30 June 2025',
        },
        { version: 1, kind: 'assignAction', recommendation: AFI_A_WYP, ...assigned, dueOn, basis, dueAsPrinted },
        { version: 1, kind: 'recordPosition', recommendation: AFI_A_WYP, ...spoken, code: 'accepted' },
        { version: 1, kind: 'closeRecommendation', recommendation: R1_SYP, ...reported },
        { version: 1, kind: 'completeAction', recommendation: AFI_A_YHROCU, action: ACT_05, document: LETTER_SY_OIC },
        { version: 1, kind: 'answerEscalation', escalation: UNMET_DEMAND, words: 'The region owns it.' },
      ],
    },
    ...[1, 2, 3, 4, 5, 6].map(
      (change) => ({ kind: 'record-change-refused', change, code: 'not-now', sentence: 'Not now.' }) as const,
    ),
    {
      kind: 'correct-change',
      change: 1,
      dueNoneGiven: true,
      reviewBy: '30 June 2026',
      reason: 'It is too late.',
      illustration: true,
      concerns: [WYP],
      correctionReason: 'Another line was meant.',
    },
    {
      kind: 'correct-change',
      change: 2,
      recommendation: R1_SYP,
      title: 'Explore another model',
      subPart: 'b',
      leadNotNamed: true,
      supporters: [],
      deliveredWith: [WYP],
      dueOn: '30 June 2026',
      basis: 'statutory',
      clear: ['monitoredAt', 'document', 'dueAsPrinted'],
      correctionReason: 'Another line was meant.',
    },
    {
      kind: 'correct-change',
      change: 3,
      layer: 'force',
      subPart: 'c',
      code: 'agreed',
      words: 'We agree.',
      qualifiers: ['in part'],
      reason: 'It is right.',
      clear: ['document'],
      correctionReason: 'Another line was meant.',
    },
    {
      kind: 'correct-change',
      change: 4,
      level: 'assured',
      layer: 'inspectorate',
      code: 'superseded',
      reason: 'Another stands.',
      correctionReason: 'Misread.',
    },
    { kind: 'correct-change', change: 5, action: ACT_16, words: 'In use.', correctionReason: 'Misread.' },
    { kind: 'correct-change', change: 6, escalation: CCOB_DECISION, correctionReason: 'Another was meant.' },
    { kind: 'retract-decision', reason: 'The minutes record none.' },
  ),
];

const directory: Story[] = [
  story<DirectoryCommand>(
    {
      kind: 'record-body',
      bodyId: SYP,
      code: 'SYP',
      name: 'South Yorkshire Constabulary',
      bodyKind: 'force',
      overseenBy: WYCA,
      from: '1974',
    },
    { kind: 'rename-body', name: 'South Yorkshire Police', from: '1 April 1974' },
    { kind: 'change-overseer', overseenBy: SYMCA, from: '7 May 2024' },
    { kind: 'add-body-alias', alias: 'S. Yorks Police', unresolved: true },
    { kind: 'correct-body', bodyKind: 'other', from: '1975', correctionReason: 'Misread.' },
    { kind: 'establish-post', post: CHIEF_CONSTABLE_SYP, postCode: 'CC', title: 'Chief', from: '1974' },
    { kind: 'rename-post', post: CHIEF_CONSTABLE_SYP, title: 'Chief Constable', from: '1980' },
    { kind: 'add-post-alias', post: CHIEF_CONSTABLE_SYP, alias: 'Chief Con', unresolved: true },
    { kind: 'correct-post', post: CHIEF_CONSTABLE_SYP, titleFrom: '1981', correctionReason: 'Misread.' },
    { kind: 'designate-chair', post: CHIEF_CONSTABLE_SYP },
    { kind: 'establish-post', post: DEPUTY_MAYOR_SY, postCode: 'SEC', title: 'Secretary' },
    { kind: 'designate-secretary', post: DEPUTY_MAYOR_SY },
    {
      kind: 'begin-holding',
      holding: HOLDING,
      post: DEPUTY_MAYOR_SY,
      person: KILVINDER_VIGURS,
      from: '1 June 2025',
      jointly: true,
    },
    { kind: 'end-holding', holding: HOLDING, until: '31 January 2026' },
    { kind: 'correct-holding', holding: HOLDING, from: '2 June 2025', correctionReason: 'Misread.' },
    { kind: 'establish-post', post: TSU_MANAGER, postCode: 'OLD', title: 'Older post' },
    { kind: 'abolish-post', post: TSU_MANAGER, until: '31 January 2026', reason: 'It has passed on.' },
    { kind: 'retract-body-alias', alias: 'S. Yorks Police', reason: 'It means another.' },
    { kind: 'retract-post-alias', post: CHIEF_CONSTABLE_SYP, alias: 'Chief Con', reason: 'It means another.' },
    { kind: 'designate-secretary', post: CHIEF_CONSTABLE_SYP },
    { kind: 'retract-secretary-designation', post: CHIEF_CONSTABLE_SYP, reason: 'Misread.' },
    { kind: 'designate-chair', post: DEPUTY_MAYOR_SY },
    { kind: 'retract-chair-designation', post: DEPUTY_MAYOR_SY, reason: 'Misread.' },
    { kind: 'retract-post', post: TSU_MANAGER, reason: 'It is a post of the unit.', usedBy: [] },
    { kind: 'retract-holding', holding: HOLDING, reason: 'It was another person.' },
    { kind: 'record-succession', successor: WYP, from: '1 April 2030' },
  ),
  story<DirectoryCommand>(
    {
      kind: 'record-body',
      bodyId: WYP,
      code: 'WYP',
      name: 'West Yorkshire Police',
      bodyKind: 'force',
      overseenBy: WYCA,
      from: '1974',
    },
    { kind: 'retract-body', reason: 'It was recorded twice.', usedBy: [] },
  ),
];

const person: Story[] = [
  story<PersonCommand>(
    {
      kind: 'register-person',
      namesakes: [],
      person: KILVINDER_VIGURS,
      name: 'A. Placeholder',
      email: 'a.placeholder@example.invalid',
      telephone: '01632 960001',
      placeholder: true,
    },
    {
      kind: 'correct-person-details',
      name: 'B. Placeholder',
      email: 'b.placeholder@example.invalid',
      telephone: '01632 960002',
      correctionReason: 'Misread.',
    },
    { kind: 'add-person-alias', alias: 'B. Placehodler', where: 'the signature' },
  ),
  story<PersonCommand>(
    { kind: 'register-person', namesakes: [], person: id('a', 92), name: 'C. Placeholder', placeholder: true },
    { kind: 'add-person-alias', alias: 'C. Placehodler', where: 'the signature' },
    { kind: 'retract-person-alias', alias: 'C. Placehodler', reason: 'It means another.' },
    { kind: 'retract-person', reason: 'It was registered twice.', usedBy: [] },
  ),
];

const erasure: Story[] = [
  story<ErasureCommand>({ kind: 'record-person-erasure', person: KILVINDER_VIGURS, reason: 'The person asked.' }),
];

const code: Story[] = [
  story<CodeCommand>({
    kind: 'claim-code',
    codeKind: 'report',
    code: 'OIC',
    target: `report-${OIC}`,
    claimedBy: id('e', 99),
  }),
  story<CodeCommand>(
    {
      kind: 'claim-code',
      codeKind: 'decision',
      code: 'CCOB-2025-1',
      target: `decision-${NEXT_DECISION}`,
      claimedBy: id('e', 98),
    },
    {
      kind: 'claim-code',
      codeKind: 'decision',
      code: 'CCOB-2025-1',
      target: `decision-${CCOB_DECISION}`,
      claimedBy: id('e', 99),
      from: `decision-${NEXT_DECISION}`,
    },
  ),
];

/** By the category of the stream. */
export const STORIES: Readonly<Record<string, readonly Story[]>> = {
  code,
  decision,
  directory,
  document,
  erasure,
  escalation,
  meeting,
  person,
  recommendation,
  report,
  series,
};
