/**
 * Who may do what on an event store server. Without this an account may delete every stream and change what streams
 * forget, and may not read the log as a whole. Its operator sets it once.
 */
import { LogUnavailable } from './event-store.ts';
import { ask, nodesOf } from './eventstoredb-http.ts';
import type { Credentials, EventStoreDbSettings } from './eventstoredb-settings.ts';

const group = 'minutebook';
const both = ['$admins', group];

/** What holds for every stream that says nothing else: Minutebook's account reads and appends, and that is all. */
export const accessByDefault = {
  $userStreamAcl: { $r: both, $w: both, $d: '$admins', $mr: both, $mw: '$admins' },
};

/** Who may read everything in one order. */
export const accessToAll = { readRoles: both };

/**
 * Makes the account that Minutebook reads and appends with, or gives it the password that is in its file now.
 * @throws {LogUnavailable} with what to change
 */
export async function makeAccount(settings: EventStoreDbSettings): Promise<void> {
  const { username: loginName, password } = accountToMake(settings);
  const leader = (await nodesOf(settings)).find(({ isLeader }) => isLeader);
  if (leader === undefined) throw new LogUnavailable('The event store has no leader now. Try again.');
  const user = { fullName: 'Minutebook', groups: [group] };
  const tell = async (method: 'POST' | 'PUT', path: string, body: object): Promise<boolean> => {
    const { status } = await ask(settings, leader, method, path, body);
    if (status === 401 || status === 403) {
      throw new LogUnavailable(
        'The event store does not let this operator make accounts. Name its admin in EVENTSTORE_OPERATOR_USER_FILE and ' +
          'EVENTSTORE_OPERATOR_PASSWORD_FILE.',
      );
    }
    if (status < 300 || status === 409) return status < 300;
    throw new LogUnavailable(`The event store could not make the account ${loginName} (${String(status)}). Try again.`);
  };
  if (await tell('POST', '/users/', { ...user, loginName, password })) return;
  const known = `/users/${encodeURIComponent(loginName)}`;
  await tell('PUT', known, user);
  await tell('POST', `${known}/command/reset-password`, { newPassword: password });
}

/** @throws {LogUnavailable} */
function accountToMake({ isSecure, account, operator }: EventStoreDbSettings): Credentials {
  if (!isSecure) {
    throw new LogUnavailable('This event store asks nobody who they are, so there is no account to make.');
  }
  if (account === undefined || operator === undefined) {
    throw new LogUnavailable(
      'Name the account to make in EVENTSTORE_USER_FILE and EVENTSTORE_PASSWORD_FILE, and the admin in ' +
        'EVENTSTORE_OPERATOR_USER_FILE and EVENTSTORE_OPERATOR_PASSWORD_FILE.',
    );
  }
  if (['admin', 'ops', operator.username].includes(account.username)) {
    throw new LogUnavailable(
      `The account ${account.username} may do more than read and append. Give Minutebook one of its own.`,
    );
  }
  return account;
}
