/** Whatever goes wrong becomes a problem, here alone. What a defect says stays in the log of the server. */

import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { UnreadableEvent } from '#application';
import { EventRefused, LogUnavailable, OutcomeUnknown, StreamErased } from '#event-store';
import type { Reply, Request } from './exchange.ts';
import { pathOf } from './exchange.ts';
import { Problem } from './problem.ts';
import { sendProblemPage, wantsPage } from './problem-page.ts';
import type { Log } from './request-log.ts';
import { API_HEADERS } from './security-headers.ts';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log: Log;
  constructor(log: Log) {
    this.log = log;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const problem = problemOf(error, request);
    if (problem.status >= 500 && !(error instanceof Problem))
      this.log.error({ id: request.id, error: describe(error) }, problem.message);
    answerProblem(request, http.getResponse<Reply>(), problem);
  }
}

/** As a page for a person, as JSON for a program. */
export function answerProblem(request: Request, reply: Reply, problem: Problem): void {
  if (wantsPage(request)) sendProblemPage(reply, problem, request.id);
  else sendProblem(reply, problem, request.id);
}

function sendProblem(reply: Reply, problem: Problem, requestId: string): void {
  reply
    .code(problem.status)
    .headers(API_HEADERS)
    .headers(problem.parts.headers ?? {})
    .header('x-request-id', requestId)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem.body(requestId)));
}

/** @param error anything thrown while a request was answered */
export function problemOf(error: unknown, request: Pick<Request, 'method' | 'url'>): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return ofStatus(error.getStatus(), request);
  if (error instanceof StreamErased) {
    return new Problem('erased', 'The details of this person were erased, so nothing more can be recorded of them.');
  }
  if (error instanceof EventRefused) return new Problem('too-large', error.message);
  if (error instanceof OutcomeUnknown) {
    return new Problem(
      'unavailable',
      'It is not known whether this was recorded. Send it again with the same Idempotency-Key: it is recorded once.',
      { code: 'outcome-unknown', headers: RETRY },
    );
  }
  if (error instanceof UnreadableEvent) return new Problem('unavailable', error.message, { code: 'unreadable-event' });
  if (error instanceof LogUnavailable) {
    return new Problem('unavailable', 'The record can’t be reached now. Try again in a moment.', {
      code: 'log-unavailable',
      headers: RETRY,
    });
  }
  const status = (error as { statusCode?: unknown } | undefined)?.statusCode;
  return typeof status === 'number' && status < 500 ? ofStatus(status, request) : ofStatus(500, request);
}

const RETRY = { 'retry-after': '5' };

/** What Fastify and Nest refuse by themselves. */
function ofStatus(status: number, request: Pick<Request, 'method' | 'url'>): Problem {
  switch (status) {
    case 404:
      return new Problem(
        'no-such-path',
        `There is nothing at ${request.method} ${pathOf(request)}. What there is, is described at /api.`,
      );
    case 413:
      return new Problem('too-large', 'A request may hold 100 kB. Shorten its texts, or record it in several steps.');
    case 415:
      return new Problem('not-json', 'Send the fields as JSON, with the header Content-Type: application/json.');
    case 414:
      return new Problem('malformed', 'A part of the address is too long to be a reference. Check it.');
    case 500:
    case 503:
      return new Problem(
        'defect',
        'Something went wrong in Minutebook, and nothing is half done. Tell whoever runs it the instance of this problem.',
      );
    default:
      return new Problem(
        'malformed',
        'The request could not be read. Check that its body is JSON and that its address is whole.',
      );
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
