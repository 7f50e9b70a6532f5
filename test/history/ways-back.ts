/**
 * How whatever was recorded wrongly is put right, event by event: items are corrected field by field, steps are taken back
 * and recorded anew. ways-back.spec.ts holds every event and every field of it to what is said here.
 */

export type WayBack =
  /** Each of its fields is corrected by a field of one of these, or says why it stays. */
  | { readonly corrects: readonly string[]; readonly as: FieldsBy; readonly stays: Reasons }
  /** As a whole: see {@link asAWhole}. */
  | { readonly undoes: readonly string[] }
  /** It says only what follows from another event: put right where that is. */
  | { readonly followsFrom: string; readonly undoes: readonly string[] };

/** By which fields of a use case a field of the event is corrected, where they have another name. */
type FieldsBy = Readonly<Record<string, readonly string[]>>;
type Reasons = Readonly<Record<string, string>>;

function corrected(useCases: string | readonly string[], stays: Reasons = {}, as: FieldsBy = {}): WayBack {
  return { corrects: [useCases].flat(), stays, as };
}

/** A step is retracted and recorded anew, a correction is corrected by the next, what was retracted in error is recorded anew. */
function asAWhole(...undoes: string[]): WayBack {
  return { undoes };
}

function follows(followsFrom: string, ...undoes: string[]): WayBack {
  return { followsFrom, undoes };
}

const NAMED = 'Its own id: what it stands for is what the other fields say.';
const STOOD = 'What stood before: it follows from the events before this one.';
const COUNTED = 'Counted by the rules, and cited by people since.';
const NAMES_IT = 'It says which one is meant: recorded of another one, it is retracted and recorded anew.';
const WITH_ITS_STEP = 'What was done for another reason is retracted and recorded anew with it.';

const CODE = follows(
  'What has the code: once that is corrected or retracted, the code can be claimed again.',
  'retract-report',
  'retract-document',
  'retract-decision',
  'retract-series',
  'correct-document-code',
  'correct-series',
);

const LEAD = ['leadPost', 'leadForum', 'leadBody', 'leadNotNamed'];
const DUE = ['dueOn', 'basis', 'dueNoneGiven', 'reviewBy', 'dueAsPrinted'];

const CHANGE = [
  ...['recommendation', 'action', 'escalation', 'layer', 'code', 'level', 'words', 'qualifiers', 'reason', 'title'],
  ...['subPart', 'supporters', 'deliveredWith', 'monitoredAt', 'document', ...LEAD, ...DUE],
];

export const WAYS_BACK: Readonly<Record<string, WayBack>> = {
  // report
  ReportRecorded: corrected('correct-report', {
    report: NAMED,
    code: 'Claimed, and part of every reference: a report of another code is retracted and recorded anew.',
  }),
  ReportCorrected: asAWhole('correct-report'),
  ReportRetracted: asAWhole('record-report'),
  ReportPublished: corrected('correct-report-date'),
  ReportDateCorrected: asAWhole('correct-report-date'),
  ReportPublicationRetracted: asAWhole('record-report-publication'),
  FindingRegistered: corrected(
    'correct-finding',
    {
      finding: NAMED,
      code: 'Part of every reference, so a correction of it is refused: retracted and registered anew.',
    },
    { deadline: ['deadlineAsPrinted', 'deadlineOn'] },
  ),
  FindingCorrected: asAWhole('correct-finding'),
  FindingRetracted: asAWhole('register-finding'),
  FindingLabelRecorded: corrected('correct-finding-label', { finding: NAMES_IT, document: NAMES_IT }),
  FindingLabelCorrected: asAWhole('correct-finding-label'),
  FindingLabelRetracted: asAWhole('record-finding-label'),
  NumbersDeclaredNotForPolicing: corrected(
    'correct-numbers-not-for-policing',
    {},
    { asPrinted: ['numbers'], ranges: ['numbers'] },
  ),
  NumbersNotForPolicingCorrected: asAWhole('correct-numbers-not-for-policing'),
  GradeRecorded: corrected('correct-grade', { gradedBody: NAMES_IT }),
  GradeCorrected: asAWhole('correct-grade'),
  GradeRetracted: asAWhole('record-grade'),
  FindingFannedOut: asAWhole('mark-recommendation-raised-in-error'),

  // document
  DocumentRecorded: corrected(['correct-document', 'correct-document-date', 'correct-document-code'], {
    document: NAMED,
  }),
  DocumentCorrected: asAWhole('correct-document'),
  DocumentRetracted: asAWhole('record-document'),
  DocumentCodeRecorded: corrected('correct-document-code'),
  DocumentCodeCorrected: asAWhole('correct-document-code'),
  DocumentDateCorrected: asAWhole('correct-document-date'),
  DocumentPublished: corrected('correct-document-publication', { where: NAMES_IT }),
  DocumentPublicationCorrected: asAWhole('correct-document-publication'),
  DocumentPublicationRetracted: asAWhole('record-document-publication'),
  DocumentSent: corrected('correct-document-sent', { to: NAMES_IT }),
  DocumentSendingCorrected: asAWhole('correct-document-sent'),
  DocumentSendingRetracted: asAWhole('record-document-sent'),

  // recommendation
  RecommendationRaised: corrected(
    ['correct-recommendation', 'correct-finding'],
    {
      recommendation: 'The one that follows from its finding and body.',
      reference: 'That of its finding and body.',
      report: NAMES_IT,
      finding: NAMES_IT,
    },
    { copy: ['findingKind', 'label', 'text', 'subParts', 'deadlineAsPrinted', 'deadlineOn'] },
  ),
  RecommendationCorrected: asAWhole('correct-recommendation'),
  ResponsibilityTransferred: corrected(
    ['correct-recommendation', 'retract-responsibility-transfer'],
    { from: STOOD, reason: WITH_ITS_STEP },
    { to: ['overseer'] },
  ),
  ResponsibilityTransferRetracted: asAWhole('transfer-responsibility'),
  RecommendationRaisedInError: asAWhole('retract-raised-in-error'),
  RaisedInErrorRetracted: asAWhole('mark-recommendation-raised-in-error'),
  FindingCorrectionAdopted: follows('The correction of the finding.', 'correct-finding'),
  PositionRecorded: corrected('correct-position', { position: NAMED, reference: COUNTED }),
  PositionCorrected: asAWhole('correct-position'),
  PositionRetracted: asAWhole('record-position'),
  ActionAssigned: corrected('correct-action', { action: NAMED, number: COUNTED }, { lead: LEAD, due: DUE }),
  ActionCorrected: asAWhole('correct-action'),
  ActionReassigned: corrected(
    ['correct-action', 'retract-reassignment'],
    { action: NAMES_IT, from: STOOD, reason: WITH_ITS_STEP },
    { to: LEAD },
  ),
  ActionReassignmentRetracted: asAWhole('reassign-action'),
  DueDateChanged: corrected(
    ['correct-action', 'retract-due-date-change'],
    {
      action: NAMES_IT,
      original: STOOD,
      from: STOOD,
      reason: WITH_ITS_STEP,
      extensions:
        'Counted when the date was moved. A correction of the date leaves the count, a retraction takes one off.',
    },
    { to: DUE },
  ),
  DueDateChangeRetracted: asAWhole('change-due-date'),
  ProgressReported: corrected('correct-progress', { action: NAMES_IT, progress: NAMED, reference: COUNTED }),
  ProgressCorrected: asAWhole('correct-progress'),
  ProgressRetracted: asAWhole('report-progress'),
  ActionCompleted: asAWhole('reopen-action'),
  ActionWithdrawn: asAWhole('reopen-action'),
  ActionReopened: asAWhole('complete-action', 'withdraw-action'),
  ActionLinked: corrected('correct-link', {
    action: NAMES_IT,
    home: 'That of the action.',
    title: 'Copied from the action at home.',
  }),
  LinkCorrected: asAWhole('correct-link'),
  ActionUnlinked: asAWhole('link-action'),
  LinkedActionEnded: follows('The end of the action at home.', 'link-action', 'unlink-action'),
  RecommendationClosed: corrected('correct-closure'),
  ClosureCorrected: asAWhole('correct-closure'),
  RecommendationReopened: asAWhole('close-recommendation'),

  // series
  MeetingSeriesOpened: corrected('correct-series', { series: NAMED }),
  MeetingSeriesCorrected: asAWhole('correct-series'),
  MeetingSeriesRenamed: corrected(
    'correct-series',
    {
      from: STOOD,
      reason: 'Renamed for another reason: the name is corrected to the one before, and the series renamed anew.',
    },
    { to: ['name'] },
  ),
  MeetingSeriesAliasAdded: asAWhole('retract-series-alias'),
  MeetingSeriesAliasRetracted: asAWhole('add-series-alias'),
  MeetingSeriesClosed: asAWhole('retract-series-closure'),
  MeetingSeriesClosureRetracted: asAWhole('close-series'),
  MeetingSeriesRetracted: asAWhole('open-series'),

  // meeting
  MeetingRecorded: corrected('correct-meeting', { meeting: NAMED }),
  MeetingCorrected: asAWhole('correct-meeting'),
  MeetingRetracted: asAWhole('record-meeting'),
  AttendanceRecorded: corrected('correct-attendance'),
  AttendanceCorrected: asAWhole('correct-attendance'),

  // escalation
  EscalationRaised: corrected(
    'correct-escalation',
    { escalation: NAMED },
    {
      origin: ['fromMeeting', 'fromSeries', 'fromPost', 'originNotStated'],
      about: ['aboutRecommendations', 'aboutSubParts', 'aboutActions'],
      to: ['toSeries', 'toPosts', 'toBody', 'toOutside'],
    },
  ),
  EscalationCorrected: asAWhole('correct-escalation'),
  EscalationRetracted: asAWhole('raise-escalation'),
  EscalationTakenUp: asAWhole('retract-escalation-step'),
  EscalationAnswered: corrected('correct-escalation-answer'),
  EscalationAnswerCorrected: asAWhole('correct-escalation-answer'),
  EscalationReturned: asAWhole('retract-escalation-step'),
  EscalationNotPursued: asAWhole('retract-escalation-step'),
  EscalatedToNextTier: asAWhole('retract-escalation-step'),
  NextTierDecidedAgainst: asAWhole('retract-escalation-step'),
  EscalationStepRetracted: asAWhole(
    'take-up-escalation',
    'answer-escalation',
    'return-escalation',
    'do-not-pursue-escalation',
    'escalate-to-next-tier',
    'decide-against-next-tier',
  ),

  // decision
  DecisionRecorded: corrected(
    ['correct-decision', 'correct-change'],
    {
      decision: NAMED,
      number: 'Claimed, and cited since: a decision of another number is retracted and recorded anew.',
    },
    {
      about: ['aboutRecommendations', 'aboutActions', 'aboutEscalations'],
      // Those that were carried out are put right where they stand.
      changes: ['changeKind', ...CHANGE],
    },
  ),
  DecisionCorrected: asAWhole('correct-decision'),
  DecisionRetracted: asAWhole('record-decision'),
  ChangeCarriedOut: follows(
    'What the decision changed: that is put right where it stands.',
    'correct-position',
    'correct-action',
    'retract-due-date-change',
    'correct-closure',
    'correct-escalation-answer',
  ),
  ChangeRefused: follows('What stood in the way.', 'retry-change', 'correct-change', 'drop-change'),
  ChangeRetried: follows('The wish to have it tried again, which is answered at once.', 'drop-change'),
  ChangeCorrected: asAWhole('correct-change'),
  ChangeDropped: asAWhole('retract-drop'),
  ChangeDropRetracted: asAWhole('drop-change'),
  ReconsiderationOpened: asAWhole('retract-reconsideration'),
  ReconsiderationRetracted: asAWhole('open-reconsideration'),
  DecisionReaffirmed: asAWhole('retract-reaffirmation'),
  ReaffirmationRetracted: asAWhole('reaffirm-decision'),
  DecisionSuperseded: asAWhole('retract-supersession'),
  SupersessionRetracted: asAWhole('supersede-decision'),

  // directory
  BodyRecorded: corrected('correct-body', {
    bodyId: 'It follows from the code.',
    code: 'Its id follows from it: a body of another code is retracted and recorded anew.',
  }),
  BodyCorrected: asAWhole('correct-body'),
  BodyRetracted: asAWhole('record-body'),
  BodyRenamed: corrected('correct-body', { bodyId: NAMES_IT, was: STOOD }, { from: ['nameFrom'] }),
  OverseerChanged: corrected('correct-body', { bodyId: NAMES_IT, was: STOOD }, { from: ['overseenFrom'] }),
  BodySucceeded: corrected(
    'correct-body',
    { bodyId: NAMES_IT },
    { successor: ['succeededBy'], from: ['succeededFrom'] },
  ),
  BodyAliasAdded: asAWhole('retract-body-alias'),
  BodyAliasRetracted: asAWhole('add-body-alias'),
  PostEstablished: corrected('correct-post', {
    bodyId: NAMES_IT,
    post: 'It follows from the body and the code.',
    postCode: 'Its id follows from it: a post of another code is retracted and established anew.',
  }),
  PostCorrected: asAWhole('correct-post'),
  PostRetracted: asAWhole('establish-post'),
  PostRenamed: corrected('correct-post', { bodyId: NAMES_IT, post: NAMES_IT, was: STOOD }, { from: ['titleFrom'] }),
  PostAbolished: corrected('correct-post', {
    bodyId: NAMES_IT,
    post: NAMES_IT,
    reason:
      'A post abolished for another reason: its last day is cleared, and it is abolished anew with the right one.',
  }),
  PostAliasAdded: asAWhole('retract-post-alias'),
  PostAliasRetracted: asAWhole('add-post-alias'),
  SecretaryDesignated: asAWhole('retract-secretary-designation'),
  SecretaryDesignationRetracted: asAWhole('designate-secretary'),
  ChairDesignated: asAWhole('retract-chair-designation'),
  ChairDesignationRetracted: asAWhole('designate-chair'),
  HoldingBegun: corrected('correct-holding', {
    bodyId: NAMES_IT,
    holding: NAMED,
    number: COUNTED,
    post: 'A holding of another post is retracted and recorded anew.',
  }),
  HoldingCorrected: asAWhole('correct-holding'),
  HoldingRetracted: asAWhole('begin-holding'),
  HoldingEnded: corrected('correct-holding', { bodyId: NAMES_IT, holding: NAMES_IT, post: 'That of the holding.' }),

  // person
  PersonRegistered: corrected('correct-person-details', { person: NAMED }),
  PersonDetailsCorrected: asAWhole('correct-person-details'),
  PersonRetracted: asAWhole('register-person'),
  PersonAliasAdded: asAWhole('retract-person-alias'),
  PersonAliasRetracted: asAWhole('add-person-alias'),
  PersonErased: follows('What was erased is gone for good: the person can only be registered anew.', 'register-person'),

  // code
  CodeClaimed: CODE,
  CodePassedOn: CODE,
};
