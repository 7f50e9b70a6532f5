import { describe, expect, it } from '@jest/globals';
import {
  alanBegins,
  ALANS,
  beaBegins,
  BOARD_SECRETARY,
  enter,
  establishDeputyMayor,
  establishSecretary,
  MONITORING_OFFICER,
  names,
  recordSymca,
} from '../../../../test/support/directory-histories.ts';
import { given } from '../../../../test/support/given-when-then.ts';
import { DEPUTY_MAYOR_SY, KILVINDER_VIGURS, SYMCA, SYP, WYCA } from '../../../../test/support/named-histories.ts';
import { BODY_KINDS, DIRECTORY_FORMS } from './directory.events.ts';
import { directory } from './directory.decider.ts';
import { narrateDirectory } from './directory.narrative.ts';

const correctionReason = 'The order says so.';
const monitoringOfficer = enter('establish-post', {
  post: MONITORING_OFFICER,
  postCode: 'MO',
  title: 'Monitoring Officer',
});

/** Histories in which everything happens that can happen, and how they read. */
const told = [
  ...given(
    directory,
    recordSymca(),
    enter('rename-body', { name: 'SYMCA', from: 'in 2025' }),
    enter('add-body-alias', { alias: 'the MCA' }),
    enter('add-body-alias', { alias: 'MCA Sheffield', unresolved: true }),
    enter('correct-body', { name: 'South Yorkshire MCA', nameFrom: '1 April 2025', correctionReason }),
    enter('correct-body', { bodyKind: 'other', from: '7th May 2024', correctionReason }),
    enter('correct-body', { from: '7 May 2024', correctionReason }),
    enter('correct-body', { from: '2024-05-07', correctionReason }),
    establishSecretary(),
    establishDeputyMayor({ illustration: true }),
    monitoringOfficer,
    enter('designate-secretary', { post: MONITORING_OFFICER }),
    enter('designate-secretary', { post: BOARD_SECRETARY }),
    enter('designate-chair', { post: DEPUTY_MAYOR_SY, decidedByBody: SYMCA }),
    alanBegins(),
    enter('end-holding', { holding: ALANS, until: '30 April 2025' }),
    beaBegins({ from: 'unknown', until: 'June 2025', jointly: true }),
    enter('correct-holding', { holding: ALANS, person: KILVINDER_VIGURS, from: 'in 2023', correctionReason }),
    enter('correct-holding', { holding: ALANS, clear: ['until'], jointly: true, correctionReason }),
    enter('correct-holding', { holding: ALANS, jointly: false, correctionReason: 'Nobody else holds it.' }),
    enter('rename-post', { post: MONITORING_OFFICER, title: 'Head of Law' }),
    enter('add-post-alias', { post: MONITORING_OFFICER, alias: 'MO' }),
    enter('add-post-alias', { post: MONITORING_OFFICER, alias: 'the lawyer', unresolved: true }),
    enter('abolish-post', { post: MONITORING_OFFICER, until: 'in 2025', reason: 'Merged.' }),
    enter('correct-post', { post: MONITORING_OFFICER, until: '2024', correctionReason }),
    enter('correct-post', {
      post: MONITORING_OFFICER,
      title: 'Head of Legal',
      titleFrom: '2024',
      clear: ['until'],
      correctionReason,
    }),
    enter('correct-post', { post: MONITORING_OFFICER, from: '2023', correctionReason }),
    enter('correct-post', {
      post: MONITORING_OFFICER,
      illustration: true,
      decidedByBody: SYMCA,
      effectiveOn: '2023',
      correctionReason,
    }),
    enter('retract-post-alias', { post: MONITORING_OFFICER, alias: 'the lawyer', reason: 'A solicitor.' }),
    enter('retract-body-alias', { alias: 'the MCA', reason: 'Another.' }),
    enter('designate-secretary', { post: MONITORING_OFFICER }),
    enter('retract-secretary-designation', { post: MONITORING_OFFICER, reason: 'Only acting.' }),
    enter('retract-chair-designation', { post: DEPUTY_MAYOR_SY, reason: 'Nobody chairs.' }),
    enter('retract-post', { post: MONITORING_OFFICER, reason: 'It is a force’s.', usedBy: [] }),
    enter('retract-holding', { holding: ALANS, reason: 'Never.' }),
  ).events,
  ...given(directory, recordSymca({ code: 'SYCA' }), enter('retract-body', { reason: 'Recorded twice.', usedBy: [] }))
    .events,
  ...given(
    directory,
    recordSymca({ bodyId: SYP, code: 'SYP', name: 'South Yorkshire Police', bodyKind: 'force', overseenBy: WYCA }),
    enter('change-overseer', { overseenBy: SYMCA, from: '7 May 2024' }),
    enter('correct-body', { overseenBy: WYCA, overseenFrom: 'unknown', correctionReason }),
    enter('change-overseer', { overseenByNobody: true }),
    enter('change-overseer', { overseenBy: SYMCA }),
    enter('correct-body', { clear: ['overseenBy'], correctionReason }),
    enter('record-succession', { successor: SYMCA, from: '10 May 2021' }),
    enter('correct-body', { succeededBy: WYCA, clear: ['succeededFrom'], correctionReason }),
  ).events,
].map((event) => ({ type: event.type, sentence: narrateDirectory(event, names) }));

describe('The history of a body in the directory', () => {
  it('tells every event in a sentence', () => {
    expect(told.map(({ sentence }) => sentence.replaceAll('A. Secretary (Secretary of the board)', '…'))).toEqual([
      '… entered South Yorkshire Mayoral Combined Authority (SYMCA) in the directory as a local policing body, since May 2024.',
      '… recorded that “South Yorkshire Mayoral Combined Authority” is called “SYMCA”, since 2025.',
      '… recorded that “the MCA” means South Yorkshire Mayoral Combined Authority.',
      '… recorded that “MCA Sheffield” may mean South Yorkshire Mayoral Combined Authority, which is not settled.',
      '… corrected the entry of South Yorkshire Mayoral Combined Authority: the name was “SYMCA”, is “South Yorkshire MCA”; the first day of this name was in 2025, is 1 April 2025, because “The order says so.”',
      '… corrected the entry of South Yorkshire Mayoral Combined Authority: the kind was a local policing body, is a body of another kind; the first day of the body was May 2024, is 7 May 2024 (printed “7th May 2024”), because “The order says so.”',
      '… corrected the entry of South Yorkshire Mayoral Combined Authority: the first day of the body was 7 May 2024 (printed “7th May 2024”), is 7 May 2024, because “The order says so.”',
      '… corrected the entry of South Yorkshire Mayoral Combined Authority: the first day of the body was 7 May 2024 (in the words “7 May 2024”), is 7 May 2024 (in the words “2024-05-07”), because “The order says so.”',
      '… entered the post Secretary of the board (SEC) of South Yorkshire Mayoral Combined Authority.',
      'Illustration: … entered the post Deputy Mayor for Policing & Crime (DM) of South Yorkshire Mayoral Combined Authority, since 7 May 2024.',
      '… entered the post Monitoring Officer (MO) of South Yorkshire Mayoral Combined Authority.',
      '… recorded the Monitoring Officer as the secretary of South Yorkshire Mayoral Combined Authority.',
      '… recorded the Secretary of the board as the secretary of South Yorkshire Mayoral Combined Authority, in place of the Monitoring Officer.',
      'South Yorkshire Mayoral Combined Authority recorded the Deputy Mayor for Policing & Crime as the chair of South Yorkshire Mayoral Combined Authority.',
      '… recorded that Alan Placeholder holds the post Secretary of the board, since 1 May 2024.',
      '… recorded 30 April 2025 as the last day of Alan Placeholder in the post Secretary of the board.',
      '… recorded Bea Placeholder as a holder of the post Secretary of the board, jointly with others, since a day not known, until June 2025.',
      '… corrected the record that Alan Placeholder holds the post Secretary of the board: the holder was Alan Placeholder, is Kilvinder Vigurs; the first day was 1 May 2024, is in 2023, because “The order says so.”',
      '… corrected the record that Kilvinder Vigurs holds the post Secretary of the board: the last day was 30 April 2025, is not given, because “The order says so.”',
      '… corrected the record that Kilvinder Vigurs holds the post Secretary of the board: joint holding was not given, is stated, because “The order says so.”',
      '… corrected the record that Kilvinder Vigurs holds the post Secretary of the board: joint holding was stated, is not given, because “Nobody else holds it.”',
      '… recorded that the post “Monitoring Officer” of South Yorkshire Mayoral Combined Authority is called “Head of Law”.',
      '… recorded that “MO” means the Monitoring Officer.',
      '… recorded that “the lawyer” may mean the Monitoring Officer, which is not settled.',
      '… recorded that the Monitoring Officer was abolished (last day: in 2025), because “Merged.”',
      '… corrected the entry of the Monitoring Officer: its last day was in 2025, is in 2024, because “The order says so.”',
      '… corrected the entry of the Monitoring Officer: the title was “Head of Law”, is “Head of Legal”; the first day of this title was not given, is in 2024, because “The order says so.”',
      '… corrected the entry of the Monitoring Officer: its last day was in 2024, is not given, because “The order says so.”',
      '… corrected the entry of the Monitoring Officer: the first day of the post was not given, is in 2023, because “The order says so.”',
      'Illustration: … corrected the entry of the Monitoring Officer: who decided was …, is South Yorkshire Mayoral Combined Authority; the day it took effect was not given, is in 2023; the mark as an illustration was not given, is given, because “The order says so.”',
      '… retracted that “the lawyer” may mean the Monitoring Officer, which is not settled, because “A solicitor.”',
      '… retracted that “the MCA” means South Yorkshire Mayoral Combined Authority, because “Another.”',
      '… recorded the Monitoring Officer as the secretary of South Yorkshire Mayoral Combined Authority, in place of the Secretary of the board.',
      '… retracted the designation of the Monitoring Officer as the secretary of South Yorkshire Mayoral Combined Authority, because “Only acting.”: it is the Secretary of the board again.',
      '… retracted the designation of the Deputy Mayor for Policing & Crime as the chair of South Yorkshire Mayoral Combined Authority, because “Nobody chairs.”: none is designated.',
      '… retracted the post Head of Legal (MO) of South Yorkshire Mayoral Combined Authority, because “It is a force’s.”',
      '… retracted that Kilvinder Vigurs held the post Secretary of the board, since 2023, because “Never.”',
      '… entered South Yorkshire Mayoral Combined Authority (SYCA) in the directory as a local policing body, since May 2024.',
      '… retracted the entry of South Yorkshire Mayoral Combined Authority (SYCA) in the directory, because “Recorded twice.”',
      '… entered South Yorkshire Police (SYP) in the directory as a police force, overseen by West Yorkshire Combined Authority, since May 2024.',
      '… recorded that South Yorkshire Police is overseen by South Yorkshire Mayoral Combined Authority, no longer by West Yorkshire Combined Authority, since 7 May 2024.',
      '… corrected the entry of South Yorkshire Police: the overseer was South Yorkshire Mayoral Combined Authority, is West Yorkshire Combined Authority; the first day under this overseer was 7 May 2024, is date not known, because “The order says so.”',
      '… recorded that South Yorkshire Police is overseen by nobody, no longer by West Yorkshire Combined Authority.',
      '… recorded that South Yorkshire Police is overseen by South Yorkshire Mayoral Combined Authority.',
      '… corrected the entry of South Yorkshire Police: the overseer was South Yorkshire Mayoral Combined Authority, is not given, because “The order says so.”',
      '… recorded that South Yorkshire Mayoral Combined Authority has taken over from South Yorkshire Police, since 10 May 2021.',
      '… corrected the entry of South Yorkshire Police: the successor was South Yorkshire Mayoral Combined Authority, is West Yorkshire Combined Authority; the first day of the successor was 10 May 2021, is not given, because “The order says so.”',
    ]);
  });

  it('says who decided, and marks what is made up for a demonstration', () => {
    expect(told[0]?.sentence).toMatch(/^A\. Secretary \(Secretary of the board\) entered /);
    expect(told.filter(({ sentence }) => sentence.startsWith('Illustration: ')).map(({ type }) => type)).toEqual([
      'PostEstablished',
      'PostCorrected',
    ]);
  });

  it('leaves no event untold', () => {
    expect(new Set(told.map(({ type }) => type))).toEqual(new Set(Object.keys(DIRECTORY_FORMS)));
  });

  it.each(BODY_KINDS)('has a word for the kind %s', (bodyKind) => {
    const [event] = given(directory, recordSymca({ bodyKind })).events;
    expect(event && narrateDirectory(event, names)).toMatch(/ in the directory as an? [a-z ]+, since May 2024\.$/);
  });
});
