/**
 * Every id but a command's is derived, so that a repeated command makes the same things again instead of new ones.
 * UUIDv5 (RFC 9562): the same namespace and name give the same id for ever.
 */

import { randomUUIDv7 } from 'node:crypto';
import { uuidV5 as v5 } from './uuid-v5.ts';

const ROOT = '6f2c1c1e-8a57-5d0b-9a58-2f3d9a5c7e10';

/** The id of the n-th event of a command. */
export const eventId = (commandId: string, index: number): string => v5(String(index), commandId);

/** The id of the stream a command starts. */
export const streamIdOf = (commandId: string): string => v5('stream', commandId);

/** The id of an item (an action, a position, a note) a command adds to a stream. */
export const itemIdOf = (commandId: string, item: string): string => v5(item, commandId);

/** The id of a command that a policy sends because of an event. */
export const policyCommandId = (causeId: string, policy: string, ...parts: (string | number)[]): string =>
  v5([policy, ...parts].join('/'), causeId);

/** A body is its code. */
export const bodyIdOf = (code: string): string => v5(`body/${code}`, ROOT);

/** A post is its code in its body. */
export const postIdOf = (bodyId: string, postCode: string): string => v5(`post/${postCode}`, bodyId);

/** A finding is its code in its report. */
export const findingIdOf = (reportId: string, findingCode: string): string => v5(`finding/${findingCode}`, reportId);

/** A recommendation is a finding as it falls on a body: raised twice, it is the same. */
export const recommendationIdOf = (findingId: string, bodyId: string): string => v5(`body/${bodyId}`, findingId);

/** The stream that holds the claim to a code which must be unique. */
export const codeIdOf = (kind: string, code: string): string => v5(`${kind}/${code}`, ROOT);

/** A new command's id. It begins with the time, so that an index of ids grows at its end (UUID version 7). */
export const newCommandId = (): string => randomUUIDv7();
