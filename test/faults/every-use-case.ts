/**
 * Every use case once, in an order in which each is accepted, told as a client tells them: by references. The record
 * they are for is the sample, whose bodies and reports they go on from.
 */

export interface Step {
  readonly name: string;
  /** The collection its address is in. */
  readonly collection: string;
  /** What it is for, by reference; nothing when it starts something. `$key` stands for the id an earlier step began. */
  readonly target?: string;
  /** Values that are `$key` stand for the id of the stream, `$key.field` for that of an item, an earlier step began. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly key?: string;
}

type Fields = Step['fields'];

const started = (collection: string, name: string, fields: Fields, key?: string): Step => ({
  ...{ collection, name, fields },
  ...(key === undefined ? {} : { key }),
});
const on =
  (collection: string, target: string) =>
  (name: string, fields: Fields = {}, key?: string): Step => ({ ...started(collection, name, fields, key), target });

const correctionReason = 'It was misread.';
const reason = 'It has changed.';
const body = on('bodies', 'XYP');
const person = on('people', '$person');
const report = on('reports', 'REP');
const document = on('documents', 'LET');
const series = on('series', 'BRD');
const meeting = on('meetings', '$meeting');
const recommendation = on('recommendations', 'REP-R1/XYP');
const other = on('recommendations', 'REP-R2/XYP');
const decision = on('decisions', 'DEC-1');
const escalation = on('escalations', '$escalation');

const finding = { findingKind: 'recommendation', text: 'It should be done.', subParts: ['a: this', 'b: that'] };
const letter = { documentType: 'responseLetter', title: 'A letter', issuedBy: 'SYMCA' };
const spoken = { layer: 'chiefOfficer', code: 'accepted', words: 'I accept it.', decidedByPost: 'XYP/CC' };
const action = 'REP-R1/XYP/1';
const assigned = { title: 'Do it', leadPost: 'XYP/CC', dueOn: '30 April 2026' };
const closed = { level: 'reported', layer: 'force', code: 'implemented', reason: 'It is done.' };
const decided = { outcome: 'It is to be closed.', title: 'Closing', decidedByPost: 'SYMCA/DM' };
const closing = { version: 1, kind: 'closeRecommendation', recommendation: 'REP-R2/XYP', ...closed };
const asked = { question: 'Who does it?', toOutside: 'The Home Office', aboutRecommendations: ['REP-R1/XYP'] };

/** The key of the person who is erased in the end. */
export const ERASED = 'gone';

export const EVERY_USE_CASE: readonly Step[] = [
  started('bodies', 'record-body', { code: 'XYP', name: 'X Police', bodyKind: 'force', overseenBy: 'SYMCA' }),
  body('rename-body', { name: 'X Constabulary', from: '1 January 2026' }),
  body('change-overseer', { overseenBy: 'WYCA', from: '1 January 2026' }),
  body('correct-body', { name: 'X. Constabulary', correctionReason }),
  body('add-body-alias', { alias: 'XC' }),
  body('add-body-alias', { alias: 'YC' }),
  body('retract-body-alias', { alias: 'YC', reason }),
  body('establish-post', { postCode: 'CC', title: 'Chief Constable' }),
  body('establish-post', { postCode: 'DCC', title: 'Deputy Chief Constable' }),
  body('rename-post', { post: 'XYP/DCC', title: 'Deputy', from: '1 January 2026' }),
  body('correct-post', { post: 'XYP/DCC', title: 'The Deputy', correctionReason }),
  body('add-post-alias', { post: 'XYP/DCC', alias: 'The Dep' }),
  body('retract-post-alias', { post: 'XYP/DCC', alias: 'The Dep', reason }),
  body('designate-secretary', { post: 'XYP/CC' }),
  body('designate-chair', { post: 'XYP/CC' }),
  body('designate-secretary', { post: 'XYP/DCC' }),
  body('retract-secretary-designation', { post: 'XYP/DCC', reason }),
  body('designate-chair', { post: 'XYP/DCC' }),
  body('retract-chair-designation', { post: 'XYP/DCC', reason }),
  started('people', 'register-person', { name: 'Placeholder Person', placeholder: true }, 'person'),
  person('correct-person-details', { telephone: '0114 496 0000', correctionReason }),
  person('add-person-alias', { alias: 'P. Person' }),
  person('retract-person-alias', { alias: 'P. Person', reason }),
  body('begin-holding', { post: 'XYP/DCC', person: '$person', from: '1 January 2026' }, 'holding'),
  body('correct-holding', { holding: '$holding.holding', from: '2 January 2026', correctionReason }),
  body('end-holding', { post: 'XYP/DCC', until: '31 January 2026' }),
  body('begin-holding', { post: 'XYP/DCC', person: '$person', from: '1 February 2026' }),
  body('retract-holding', { holding: 'XYP/DCC/2', reason }),
  body('abolish-post', { post: 'XYP/DCC', until: '1 February 2026', reason }),
  body('establish-post', { postCode: 'NONE', title: 'No post' }),
  body('retract-post', { post: 'XYP/NONE', reason }),
  started('bodies', 'record-body', { code: 'XYPP', name: 'X Police once more', bodyKind: 'force' }),
  body('record-succession', { successor: 'XYPP', from: '1 January 2026' }),
  body('correct-body', { clear: ['succeededBy', 'succeededFrom'], correctionReason }),
  on('bodies', 'XYPP')('retract-body', { reason }),
  started('people', 'register-person', { name: 'Placeholder Person', anotherPerson: true }, 'twice'),
  on('people', '$twice')('retract-person', { reason }),

  started('reports', 'record-report', { code: 'REP', title: 'A report', expected: true }),
  report('correct-report', { title: 'The report', correctionReason }),
  report('record-report-publication', { publishedOn: '16 May 2025' }),
  report('correct-report-date', { publishedOn: '17 May 2025', correctionReason }),
  started('documents', 'record-document', { code: 'LET', ...letter, dateAsWritten: '1 June 2025' }),
  document('correct-document', { ...letter, title: 'The letter', correctionReason }),
  document('correct-document-date', { dateAsWritten: '1 June 2024', date: '2 June 2025', correctionReason }),
  document('record-document-publication', { publishedOn: '3 June 2025', where: 'the web' }),
  document('correct-document-publication', { publishedOn: '4 June 2025', where: 'the web', correctionReason }),
  document('retract-document-publication', { where: 'the web', reason }),
  document('record-document-sent', { sentOn: '3 June 2025', to: 'HMICFRS' }),
  document('correct-document-sent', { sentOn: '4 June 2025', to: 'HMICFRS', correctionReason }),
  document('retract-document-sent', { to: 'HMICFRS', reason }),
  started('documents', 'record-document', { ...letter, title: 'No letter' }, 'noLetter'),
  on('documents', '$noLetter')('record-document-code', { code: 'NOLET' }),
  on('documents', '$noLetter')('correct-document-code', { code: 'NONE', correctionReason }),
  on('documents', '$noLetter')('retract-document', { reason }),
  started('reports', 'record-report', { code: 'NOREP', title: 'No report', expected: true }),
  on('reports', 'NOREP')('retract-report', { reason }),
  report('register-finding', { code: 'R1', ...finding }),
  report('register-finding', { code: 'R2', ...finding }),
  report('register-finding', { code: 'R3', ...finding }),
  report('register-finding', { code: 'R4', ...finding }),
  report('correct-finding', {
    finding: 'REP-R2',
    code: 'R2',
    ...finding,
    text: 'It should be done at once.',
    correctionReason,
  }),
  report('record-finding-label', { finding: 'REP-R1', document: 'LET', label: 'First' }),
  report('correct-finding-label', { finding: 'REP-R1', document: 'LET', label: 'The first', correctionReason }),
  report('retract-finding-label', { finding: 'REP-R1', document: 'LET', reason }),
  report('declare-numbers-not-for-policing', { numbers: '5-6' }),
  report('correct-numbers-not-for-policing', { numbers: '5-7', correctionReason }),
  report('record-grade', { gradedBody: 'XYP', grade: 'good' }),
  report('correct-grade', { gradedBody: 'XYP', grade: 'adequate', correctionReason }),
  report('retract-grade', { gradedBody: 'XYP', reason }),
  report('retract-finding', { finding: 'REP-R4', reason }),
  report('fan-out-finding', { finding: 'REP-R1', bodies: ['XYP', 'SYP'] }),
  report('fan-out-finding', { finding: 'REP-R2', bodies: ['XYP'] }),
  started('recommendations', 'raise-recommendation', { finding: 'REP-R3', body: 'XYP' }),
  on('recommendations', 'REP-R3/XYP')('correct-recommendation', { overseer: 'SYMCA', correctionReason }),
  on('recommendations', 'REP-R3/XYP')('transfer-responsibility', { overseer: 'WYCA', reason }),
  on('recommendations', 'REP-R3/XYP')('retract-responsibility-transfer', { reason }),
  on('recommendations', 'REP-R3/XYP')('mark-recommendation-raised-in-error', { reason }),
  on('recommendations', 'REP-R3/XYP')('retract-raised-in-error', { reason }),

  recommendation('record-position', spoken, 'position'),
  recommendation('correct-position', { ...spoken, position: '$position.position', words: 'I do.', correctionReason }),
  recommendation('retract-position', { position: '$position.position', reason }),
  recommendation('assign-action', assigned),
  recommendation('correct-action', { action, ...assigned, title: 'Do all of it', correctionReason }),
  recommendation('reassign-action', { action, leadNotNamed: true }),
  recommendation('retract-reassignment', { action, reason }),
  recommendation('change-due-date', { action, dueOn: '31 May 2026', reason }),
  recommendation('retract-due-date-change', { action, reason }),
  recommendation('report-progress', { action, words: 'It goes on.' }, 'progress'),
  recommendation('correct-progress', { action, progress: '$progress.progress', words: 'It goes.', correctionReason }),
  recommendation('retract-progress', { action, progress: 'N1', reason }),
  recommendation('complete-action', { action }),
  recommendation('reopen-action', { action, reason }),
  recommendation('withdraw-action', { action, reason }),
  on('recommendations', 'REP-R1/SYP')('assign-action', { ...assigned, leadPost: 'SYP/CC' }),
  recommendation('link-action', { action: 'REP-R1/SYP/1' }),
  recommendation('correct-link', { action: 'REP-R1/SYP/1', decidedByBody: 'XYP', correctionReason }),
  recommendation('unlink-action', { action: 'REP-R1/SYP/1', reason }),
  recommendation('close-recommendation', { ...closed, decidedByBody: 'XYP' }),
  recommendation('correct-closure', { ...closed, reason: 'It is all done.', correctionReason }),
  recommendation('reopen-recommendation', { reason }),

  started('series', 'open-series', { code: 'BRD', name: 'Board', seriesKind: 'board' }),
  series('rename-series', { name: 'The board' }),
  series('add-series-alias', { alias: 'The B.' }),
  series('retract-series-alias', { alias: 'The B.', reason }),
  series('correct-series', { seriesKind: 'tasking', correctionReason }),
  started('meetings', 'record-meeting', { series: 'BRD', title: 'A meeting', heldOn: '20 January 2026' }, 'meeting'),
  meeting('record-attendance', { bodies: ['XYP'] }),
  meeting('correct-attendance', { bodies: ['XYP', 'SYP'], correctionReason }),
  meeting('correct-meeting', { heldOn: '21 January 2026', correctionReason }),
  started('meetings', 'record-meeting', { series: 'BRD', title: 'No meeting', heldOn: '20 January 2026' }, 'unheld'),
  on('meetings', '$unheld')('retract-meeting', { reason }),
  series('close-series', { until: '1 February 2026', reason }),
  series('retract-series-closure', { reason }),
  started('series', 'open-series', { name: 'No board', seriesKind: 'board' }, 'noBoard'),
  on('series', '$noBoard')('retract-series', { reason }),

  other('assign-action', assigned),
  started('decisions', 'record-decision', { number: 'DEC-1', ...decided, changes: [closing, closing] }),
  decision('correct-decision', { title: 'To be closed', correctionReason }),
  decision('retry-change', { change: 1 }),
  decision('correct-change', { change: 2, reason: 'It is all done.', correctionReason }),
  decision('drop-change', { change: 2, reason }),
  decision('retract-drop', { change: 2, reason }),
  decision('open-reconsideration', { words: 'It is being looked at again.' }),
  decision('retract-reconsideration', { reason }),
  decision('open-reconsideration', { words: 'It is being looked at again.' }),
  decision('reaffirm-decision', { reason }),
  decision('retract-reaffirmation', { reason }),
  decision('supersede-decision', { reason }),
  decision('retract-supersession', { reason }),
  decision('retract-decision', { reason }),
  started(
    'escalations',
    'raise-escalation',
    { ...asked, fromPost: 'SYMCA/SEC', tier: 1, noAnswerBy: true },
    'escalation',
  ),
  escalation('correct-escalation', { question: 'Who does all of it?', correctionReason }),
  escalation('take-up-escalation', { decidedByBody: 'SYP' }),
  escalation('decide-against-next-tier', { reason }),
  escalation('escalate-to-next-tier', { tier: 2, toBody: 'WYCA', noAnswerBy: true, reason }),
  escalation('answer-escalation', { words: 'The force does it.', decidedByBody: 'SYP' }),
  escalation('correct-escalation-answer', { words: 'The force does all of it.', correctionReason }),
  escalation('retract-escalation-step', { step: 'answered', reason }),
  started('escalations', 'raise-escalation', { ...asked, fromPost: 'SYMCA/SEC', noAnswerBy: true }, 'returned'),
  on('escalations', '$returned')('return-escalation', { reason, decidedByBody: 'SYP' }),
  started('escalations', 'raise-escalation', { ...asked, fromPost: 'SYMCA/SEC', noAnswerBy: true }, 'dropped'),
  on('escalations', '$dropped')('do-not-pursue-escalation', { reason }),
  started('escalations', 'raise-escalation', { ...asked, fromPost: 'SYMCA/SEC', noAnswerBy: true }, 'unraised'),
  on('escalations', '$unraised')('retract-escalation', { reason }),

  report('retract-report-publication', { reason }),
  started('people', 'register-person', { name: 'Placeholder Gone', placeholder: true }, ERASED),
  started('erasures', 'record-person-erasure', { person: '$gone', reason: 'They asked for it.' }),
];
