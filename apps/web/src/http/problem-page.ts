/** What went wrong, as a page, where a person asked with a browser. */

import { paths } from '../paths.ts';
import type { Reply, Request } from './exchange.ts';
import { pathOf } from './exchange.ts';
import { frameOf } from './frame.ts';
import { sendPage } from './pages.ts';
import type { Problem, ProblemKind } from './problem.ts';

const FOR_PROGRAMS = /^\/(?:api|health)(?:\/|$)/;

export interface ProblemView {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly register: string;
  /** By which the log of the server knows the request. */
  readonly reference: string;
}

/** The address is one of the pages, not of the API. */
export function isForPages(url: string): boolean {
  return !FOR_PROGRAMS.test(pathOf({ url }));
}

/** A browser asked, and not for the API. */
export function wantsPage(request: Request): boolean {
  return isForPages(request.url) && (request.headers.accept ?? '').includes('text/html');
}

export function sendProblemPage(reply: Reply, problem: Problem, requestId: string): void {
  const view = problemView(problem, requestId);
  const page = { status: problem.status, template: 'problem.njk', title: view.heading, view };
  reply.headers(problem.parts.headers ?? {}).header('x-request-id', requestId);
  sendPage(reply, page, frameOf(page));
}

const HEADINGS: Readonly<Record<ProblemKind, string>> = {
  malformed: 'That could not be read',
  'not-acting': 'Nobody is known to be acting',
  'other-page': 'Not recorded: another page sent this',
  missing: 'Page not found',
  'no-such-path': 'Page not found',
  refused: 'Refused',
  erased: 'Erased',
  conflict: 'Somebody else changed it since',
  'too-large': 'That is too much at once',
  'not-json': 'That could not be read',
  'wrong-host': 'Not this server’s name',
  invalid: 'Something in the address needs correcting',
  'key-reused': 'This form was sent before',
  defect: 'Sorry, there is a problem with Minutebook',
  unavailable: 'Sorry, the record is not available',
};

export function problemView({ kind, message }: Pick<Problem, 'kind' | 'message'>, reference: string): ProblemView {
  return { heading: HEADINGS[kind], sentences: sentencesOf(kind, message), register: paths.register(), reference };
}

function sentencesOf(kind: ProblemKind, message: string): string[] {
  switch (kind) {
    case 'no-such-path':
      return ['If you typed the address, check it is correct.', 'If you pasted it, check you copied all of it.'];
    case 'malformed':
      return ['Check that the address is whole, or go back and send the form again.'];
    case 'defect':
      return [
        'Nothing is half done: what you sent was either recorded as a whole or not at all.',
        'Try again later. If it happens again, tell whoever runs Minutebook the reference below.',
      ];
    default:
      return [message];
  }
}
