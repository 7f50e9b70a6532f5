/** The HTTP server, without an address yet: what every request passes before it reaches a route, and after it. */

import { randomUUID } from 'node:crypto';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { isUtf8 } from 'node:buffer';
import { type OpenRecord, Projection, Readiness, RECORD } from '#application';
import { serveApiPage } from '../api/api-page.ts';
import { pathOf, type Reply, type Request } from './exchange.ts';
import { readForm } from './form-body.ts';
import { Problem } from './problem.ts';
import { isForPages } from './problem-page.ts';
import { answerProblem, ProblemFilter, problemOf } from './problem.filter.ts';
import { FORM_TYPE, whyTurnedAway } from './request-guard.ts';
import { type Log, logRequest, nestLog } from './request-log.ts';
import { API_HEADERS, API_PAGE_HEADERS } from './security-headers.ts';
import { keepWhatWasSeen } from './seen.ts';
import { paths } from '../paths.ts';

const BODY_BYTES_MAX = 100_000;
/** A reference is at most 200 characters long, each of which may be written as nine (`%E2%80%99`). */
const PARAMETER_LENGTH_MAX = 1_800;
const REQUEST_MS_MAX = 30_000;
const IDLE_SWEEP_MS = 50;
const API_PAGES = new Set([paths.api(), `${paths.api()}/`, `${paths.api()}/index.html`]);

export async function createWebApp(module: DynamicModule, log: Log): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: REQUEST_MS_MAX,
    routerOptions: { maxParamLength: PARAMETER_LENGTH_MAX },
    // Ids are ours: one from outside could be made to look like another request's.
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    // What has arrived is answered, also when the server has begun to stop.
    return503OnClosing: false,
    // Nothing here is middleware, and what is not there takes no time.
    skipMiddie: true,
    // A malformed address fails before any hook runs.
    frameworkErrors: (error: Error, request: Request, reply: Reply) => {
      answerProblem(request, reply, problemOf(error, request));
      logRequest(log, request, reply);
    },
  });
  receive(adapter, log);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: nestLog(log),
    // A form that another page posts is not even read.
    bodyParser: false,
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter(log));
  const readiness = app.get(Readiness);
  adapter.getInstance().addHook('onRequest', (_request, reply, done) => {
    // Whoever kept the connection might send the next request just when it is closed.
    if (readiness.isStopping) reply.header('connection', 'close');
    done();
  });
  const { eventStore, store } = app.get<OpenRecord>(RECORD);
  if (eventStore !== undefined) keepWhatWasSeen(adapter, store, app.get(Projection));
  serveApiPage(app);
  return app;
}

/**
 * Answers with the URL it listens on. Nest's own `listen` would log a port in use as a defect.
 * @throws an error with the code `EADDRINUSE`
 */
export async function listen(app: NestFastifyApplication, port: number, host: string): Promise<string> {
  await app.init();
  return app.getHttpAdapter().getInstance().listen({ port, host });
}

function receive(adapter: FastifyAdapter, log: Log): void {
  const server = adapter.getInstance();

  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(API_PAGES.has(pathOf(request)) ? API_PAGE_HEADERS : API_HEADERS).header('x-request-id', request.id);
    const problem = whyTurnedAway(
      request.method,
      request.headers,
      request.raw.socket.localPort ?? 0,
      isForPages(request.url),
    );
    if (problem) answerProblem(request, reply, problem);
    else done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    logRequest(log, request, reply);
    done();
  });

  // A connection that is answering when the server begins to stop falls idle later, and would be waited for.
  server.addHook('preClose', (done) => {
    const sweep = setInterval(() => server.server.closeIdleConnections(), IDLE_SWEEP_MS);
    server.server.once('close', () => clearInterval(sweep));
    done();
  });

  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    // Decoding would put a replacement character where somebody's exact words were.
    if (!isUtf8(body as Buffer))
      done(new Problem('malformed', 'The body is not UTF-8. Send the fields as JSON in UTF-8.'));
    else void parse(request, body.toString(), done);
  });
  server.addContentTypeParser(FORM_TYPE, { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, readForm(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
}
