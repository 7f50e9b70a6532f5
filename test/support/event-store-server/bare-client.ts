/** The vendor's client, for what Minutebook itself never does to a server. */

import { EventStoreDBClient, isCommandError } from '@eventstore/db-client';

export function bareClient(url: string): EventStoreDBClient {
  return EventStoreDBClient.connectionString(url);
}

/** How the server refused it: the name of the kind of error, or `done` when it did not. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof Error && isCommandError(error) ? error.type : String(error);
  }
}
