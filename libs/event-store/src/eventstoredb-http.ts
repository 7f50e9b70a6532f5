/** What an event store server is asked by HTTP: all that its operator does, as the account that may. */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { LogUnavailable } from './event-store.ts';
import type { Endpoint, EventStoreDbSettings } from './eventstoredb-settings.ts';

const answerMs = 30_000;

export interface Node extends Endpoint {
  readonly isLeader: boolean;
  readonly isAlive: boolean;
}

/**
 * A single node may know itself by another address than ours, so it is not asked.
 * @throws {LogUnavailable} no node says which there are
 */
export async function nodesOf(settings: EventStoreDbSettings): Promise<readonly Node[]> {
  if (!settings.isDiscovered) {
    return settings.endpoints.map((endpoint) => ({ ...endpoint, isLeader: true, isAlive: true }));
  }
  let why: unknown;
  for (const endpoint of settings.endpoints) {
    try {
      const { members } = JSON.parse((await ask(settings, endpoint, 'GET', '/gossip')).text) as {
        members: { isAlive: boolean; state: string; httpEndPointIp: string; httpEndPointPort: number }[];
      };
      return members
        .filter(({ state }) => state !== 'Manager')
        .map(({ httpEndPointIp: address, httpEndPointPort: port, state, isAlive }) => ({
          ...{ address, port, isAlive },
          isLeader: state === 'Leader',
        }));
    } catch (error) {
      why = error;
    }
  }
  throw new LogUnavailable('No node of the event store says which nodes there are. Try again.', { cause: why });
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** @throws {LogUnavailable} it does not answer */
export function ask(
  { isSecure, authority, operator }: EventStoreDbSettings,
  { address, port }: Endpoint,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
): Promise<Answer> {
  const text = body === undefined ? '' : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const request = (isSecure ? httpsRequest : httpRequest)(
      {
        host: address,
        port,
        method,
        path,
        ca: authority,
        timeout: answerMs,
        agent: false,
        auth: isSecure && operator !== undefined ? `${operator.username}:${operator.password}` : undefined,
        headers: {
          accept: 'application/json',
          'content-length': Buffer.byteLength(text),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
      },
      (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (answer += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: answer }));
        response.on('error', reject);
      },
    );
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', (error) =>
      reject(new LogUnavailable(`The event store can't be asked (${error.message}).`, { cause: error })),
    );
    request.end(text);
  });
}
