/**
 * Keeps other pages in the same browser out. Whoever listens on loopback is reachable by every page the person has
 * open: by a name that suddenly resolves to loopback (then the Host is not ours), or by a form or script that posts
 * here (then the browser says where it comes from, or sends something other than JSON).
 */

import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from './problem.ts';

const NAMES = ['127.0.0.1', '[::1]', 'localhost'];
const SAFE = new Set(['GET', 'HEAD']);
const JSON_TYPE = /^application\/json\s*(?:;|$)/i;
export const FORM_TYPE = 'application/x-www-form-urlencoded';
const FORM = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

const hostsByPort = new Map<number, ReadonlySet<string>>();

function hostsOn(port: number): ReadonlySet<string> {
  let hosts = hostsByPort.get(port);
  if (!hosts) {
    // A browser leaves out the port that goes without saying.
    hosts = new Set(NAMES.flatMap((name) => [`${name}:${String(port)}`, ...(port === 80 ? [name] : [])]));
    hostsByPort.set(port, hosts);
  }
  return hosts;
}

/**
 * Why a request is turned away before anything is read of it; undefined when it may come in.
 * @param isForPages it is for a page, which takes forms, and not for the API
 */
export function whyTurnedAway(
  method: string,
  headers: IncomingHttpHeaders,
  port: number,
  isForPages = false,
): Problem | undefined {
  const hosts = hostsOn(port);
  if (!hosts.has(headers.host?.toLowerCase() ?? '')) {
    return new Problem('wrong-host', `This server answers only as http://localhost:${String(port)}. Use that address.`);
  }
  if (SAFE.has(method)) return undefined;

  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  const isOwnOrigin =
    origin === undefined || (origin.startsWith('http://') && hosts.has(origin.slice(7).toLowerCase()));
  if (!isOwnOrigin || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
    return new Problem(
      'other-page',
      'Another page in this browser sent this, so it was not recorded. Send it from Minutebook itself.',
    );
  }
  if (isForPages && FORM.test(headers['content-type'] ?? '')) {
    // Any page can send a form, so here the browser has to say that it comes from ours. Every browser does.
    if (origin !== undefined || site === 'same-origin') return undefined;
    return new Problem(
      'other-page',
      'This form does not say which page it comes from. Send it from Minutebook itself.',
    );
  }
  if (!JSON_TYPE.test(headers['content-type'] ?? '')) {
    return new Problem('not-json', 'Send the fields as JSON, with the header Content-Type: application/json.');
  }
  return undefined;
}
