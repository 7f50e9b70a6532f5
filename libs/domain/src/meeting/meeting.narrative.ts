/** Every event of a meeting as the sentence an auditor reads. */

import { sayDatesApart, sayWhen } from '../calendar/say-when.ts';
import { never } from '../decider.ts';
import {
  attributionCorrected,
  ifGiven,
  quote,
  sayAuthority,
  sayCorrection,
  sayList,
  sayPost,
  sayReason,
  tell,
} from '../narrative.ts';
import type { Names } from '../primitives.ts';
import type { SeriesKind } from '../series/series.events.ts';
import type { Attendance, MeetingEvent, MeetingFields } from './meeting.events.ts';

const KINDS: Readonly<Record<SeriesKind, string>> = {
  board: 'board meeting',
  tasking: 'tasking meeting',
  oversightCycle: 'oversight meeting',
  partnership: 'partnership meeting',
};

export function narrateMeeting(event: MeetingEvent, names: Names): string {
  const who = sayAuthority(event.data.decidedBy, names);
  switch (event.type) {
    case 'MeetingRecorded': {
      const { title, series, meetingKind, heldOn, chairPost } = event.data;
      const properties = [
        quote(title),
        ifGiven(series, (id) => `a sitting of ${names('series', id)}`),
        `held ${sayWhen(heldOn)}`,
        ifGiven(chairPost, (post) => `chaired by ${sayPost(post, names)}`),
      ].filter((part) => part !== undefined);
      const kind = meetingKind === undefined ? 'meeting' : KINDS[meetingKind];
      return tell(event.data, `${who} recorded the ${kind} ${properties.join(', ')}`);
    }
    case 'AttendanceRecorded': {
      const { posts, bodies, apologies } = event.data;
      const attended = sayList([...sayPosts(posts, names), ...bodies.map((body) => names('body', body))]);
      const absent = sayList(sayPosts(apologies, names));
      const clauses = [
        ifGiven(attended, (list) => `${list} attended`),
        ifGiven(absent, (list) => `${list} sent apologies`),
      ].filter((clause) => clause !== undefined);
      return tell(event.data, `${who} recorded that ${clauses.join(' and that ')}`);
    }
    case 'AttendanceCorrected': {
      const was = sayAttendance(event.data.was, names);
      const is = sayAttendance(event.data.is, names);
      const changes = sayCorrection(
        ['the list of posts', was.posts, is.posts],
        ['the list of bodies', was.bodies, is.bodies],
        ['the list of apologies', was.apologies, is.apologies],
        ...attributionCorrected(event.data.was, event.data.is, names),
      );
      return tell(event.data, `${who} corrected the attendance: ${changes}${sayReason(event.data.reason)}`);
    }
    case 'MeetingCorrected': {
      const was = sayFields(event.data.was, names);
      const is = sayFields(event.data.is, names);
      const changes = sayCorrection(
        ['the title', was.title, is.title],
        ['the series', was.series, is.series],
        ['the kind', was.kind, is.kind],
        ['the date', ...sayDatesApart(event.data.was.heldOn, event.data.is.heldOn)],
        ['the chair', was.chair, is.chair],
        ...attributionCorrected(event.data.was, event.data.is, names),
      );
      return tell(
        event.data,
        `${who} corrected what is recorded of the meeting: ${changes}${sayReason(event.data.reason)}`,
      );
    }
    case 'MeetingRetracted':
      return tell(event.data, `${who} retracted the record of the meeting${sayReason(event.data.reason)}`);
    default:
      return never(event);
  }
}

function sayPosts(posts: Attendance['posts'], names: Names): string[] {
  return posts.map((post) => sayPost(post, names));
}

function sayFields({ title, series, meetingKind, chairPost }: Partial<MeetingFields>, names: Names) {
  return {
    title: ifGiven(title, quote),
    series: ifGiven(series, (id) => names('series', id)),
    kind: ifGiven(meetingKind, (kind) => KINDS[kind]),
    chair: ifGiven(chairPost, (post) => sayPost(post, names)),
  };
}

function sayAttendance({ posts, bodies, apologies }: Attendance, names: Names) {
  return {
    posts: sayList(sayPosts(posts, names)),
    bodies: sayList(bodies.map((body) => names('body', body))),
    apologies: sayList(sayPosts(apologies, names)),
  };
}
