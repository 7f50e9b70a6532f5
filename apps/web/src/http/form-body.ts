/** What a form sends, as fields: a text each, or a list where a name comes more than once. */

import { isUtf8 } from 'node:buffer';
import { Problem } from './problem.ts';

export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** @throws {Problem} it is not what a form sends */
export function readForm(body: Buffer): FormFields {
  const fields = new Map<string, string | string[]>();
  for (const pair of body.toString('latin1').split('&')) {
    if (pair === '') continue;
    const end = pair.includes('=') ? pair.indexOf('=') : pair.length;
    const name = decode(pair.slice(0, end));
    const value = decode(pair.slice(end + 1));
    const before = fields.get(name);
    fields.set(name, before === undefined ? value : [before, value].flat());
  }
  return Object.fromEntries(fields);
}

/** Decoding by the standard would put a replacement character where somebody's exact words were. */
function decode(text: string): string {
  const bytes = Buffer.from(
    text.replaceAll('+', ' ').replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    'latin1',
  );
  if (!isUtf8(bytes)) throw new Problem('malformed', 'The form is not in UTF-8. Send it again from its page.');
  // A form ends its lines as no other source of words does.
  return bytes.toString().replaceAll('\r\n', '\n');
}
