import type { EventStore } from './event-store.ts';
import type { EventStoreDbOptions } from './eventstoredb.ts';
import { eventStoreDbSettings } from './eventstoredb-settings.ts';

/**
 * Opens the log on an event store server. The vendor's client is loaded only then: whoever keeps the log in a file does
 * without it.
 * @throws {LogUnavailable} with what to change, when the address or the server will not do
 */
export async function openEventStoreDb(
  url: string,
  environment: Readonly<Record<string, string | undefined>> = {},
  options: EventStoreDbOptions = {},
): Promise<EventStore> {
  const settings = eventStoreDbSettings(url, environment);
  const { EventStoreDbEventStore } = await import('./eventstoredb.ts');
  return EventStoreDbEventStore.open(settings, options);
}

/**
 * Makes the account that EVENTSTORE_USER_FILE and EVENTSTORE_PASSWORD_FILE name, as the operator, and lets it read and append
 * and nothing else.
 * @throws {LogUnavailable} with what to change
 */
export async function grantEventStoreDbAccess(
  url: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const settings = eventStoreDbSettings(url, environment);
  const { grantAccess } = await import('./eventstoredb.ts');
  await grantAccess(settings);
}
