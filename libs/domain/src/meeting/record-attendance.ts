/** Attendance is recorded by post and by body, and grows as more becomes known; who attended did not send apologies. (P17.) */

import { type Refusal, refuse, stated, type Verdict } from '../decider.ts';
import type { BodyId, EveryCommand, PostId } from '../primitives.ts';
import type { Attendance, MeetingEvent } from './meeting.events.ts';
import { type RecordedMeeting, saidHere } from './meeting.state.ts';

export interface AttendanceFields {
  readonly posts?: readonly PostId[];
  readonly bodies?: readonly BodyId[];
  /** Posts that sent apologies. */
  readonly apologies?: readonly PostId[];
}

export interface RecordAttendance extends EveryCommand, AttendanceFields {
  readonly kind: 'record-attendance';
}

export function recordAttendance(command: RecordAttendance, meeting: RecordedMeeting): Verdict<MeetingEvent> {
  const { posts, bodies, apologies } = { ...NOBODY, ...attendanceGiven(command) };
  const known = meeting.attendance?.fields ?? NOBODY;
  const refusal = presentAndAbsent({
    posts: [...known.posts, ...posts],
    bodies,
    apologies: [...known.apologies, ...apologies],
  });
  if (refusal) return refusal;
  const added: Attendance = {
    posts: posts.filter((post) => !known.posts.includes(post)),
    bodies: bodies.filter((body) => !known.bodies.includes(body)),
    apologies: apologies.filter((post) => !known.apologies.includes(post)),
  };
  if (added.posts.length + added.bodies.length + added.apologies.length === 0) return [];
  return [{ type: 'AttendanceRecorded', data: { ...saidHere(command, meeting), ...added } }];
}

export const NOBODY: Attendance = { posts: [], bodies: [], apologies: [] };

/** The lists that a command gives, each name once. */
export function attendanceGiven({ posts, bodies, apologies }: AttendanceFields): Partial<Attendance> {
  return stated({ posts: once(posts), bodies: once(bodies), apologies: once(apologies) });
}

function once<Id>(ids: readonly Id[] | undefined): readonly Id[] | undefined {
  return ids && [...new Set(ids)];
}

export function presentAndAbsent({ posts, apologies }: Attendance): Refusal | undefined {
  const both = posts.filter((post) => apologies.includes(post));
  if (both.length === 0) return undefined;
  return refuse(
    'present-and-absent',
    'A post can’t both attend a meeting and send apologies: correct the attendance if it was recorded wrongly.',
    [...new Set(both)].map((post) => ({
      kind: 'post',
      id: post,
      label: 'The post that both attended and sent apologies',
    })),
  );
}
