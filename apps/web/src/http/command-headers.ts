/** What a command says beside its fields: its id, and the revision it was made from. */

import type { IncomingHttpHeaders } from 'node:http';
import { newCommandId } from '#application';
import { Problem } from './problem.ts';

const UUID = /^"?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"?$/i;
const REVISION = /^"(?:(\d{1,15})|(no-stream))"$/;

/** The `Idempotency-Key`, which is the id of the command; a new one when there is none. @throws {Problem} */
export function commandIdOf(headers: IncomingHttpHeaders): { readonly commandId: string; readonly isNew: boolean } {
  const key = headers['idempotency-key'];
  if (key === undefined) return { commandId: newCommandId(), isNew: true };
  const [, id] = UUID.exec(String(key)) ?? [];
  // The log keeps ids in lower case.
  if (id !== undefined) return { commandId: id.toLowerCase(), isNew: false };
  throw new Problem('malformed', 'The Idempotency-Key must be a UUID, such as 6f2c1c1e-8a57-4d0b-9a58-2f3d9a5c7e10.', {
    code: 'idempotency-key',
  });
}

/** The revision in `If-Match`; undefined when the command may follow whatever was recorded since. @throws {Problem} */
export function expectedRevisionOf(headers: IncomingHttpHeaders): number | 'no-stream' | undefined {
  const tag = headers['if-match'];
  if (tag === undefined) return undefined;
  const [whole, revision] = REVISION.exec(tag) ?? [];
  if (whole === undefined) {
    throw new Problem(
      'malformed',
      'If-Match must be one revision in double quotes, as an ETag gave it: "3" or "no-stream".',
      {
        code: 'if-match',
      },
    );
  }
  return revision === undefined ? 'no-stream' : Number(revision);
}

/** A revision as an ETag. */
export function etagOf(revision: number | 'no-stream'): string {
  return `"${String(revision)}"`;
}
