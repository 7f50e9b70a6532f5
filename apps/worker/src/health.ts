/** Tells on loopback whether a worker lives and whether it keeps up, at the addresses a web process tells it at. */

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readiness } from '#application';

const LOOPBACK = '127.0.0.1';

/** @throws an error with the code `EADDRINUSE` */
export async function serveHealth(port: number, readiness: Readiness): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    void answer(request.url ?? '', readiness).then(({ code, status }) => {
      response.writeHead(code, { 'content-type': 'application/json' }).end(`${JSON.stringify({ status })}\n`);
    });
  });
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  return { server, url: `http://${LOOPBACK}:${String((server.address() as AddressInfo).port)}` };
}

async function answer(path: string, readiness: Readiness): Promise<{ code: number; status: string }> {
  if (path === '/health/live') return { code: 200, status: 'The worker is running.' };
  if (path !== '/health/ready') return { code: 404, status: 'Ask for /health/live or /health/ready.' };
  const { trouble } = await readiness.look();
  return trouble === undefined ? { code: 200, status: 'The worker is ready.' } : { code: 503, status: trouble };
}
