import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStoreDb, SqliteEventStore } from '#event-store';
import { EventStoreServer } from '../support/event-store-server/server.ts';
import { eventStoreContract } from './event-store.contract.ts';

const positionBeyond = (logPosition: string) => String(Number(logPosition) + 1);

/** So far beyond that what others do to a server in the meantime does not come there. */
const placeBeyond = (logPosition: string) => logPosition.replaceAll(/\d+/g, (digits) => String(Number(digits) + 1e12));

eventStoreContract(
  'the embedded log in memory',
  async () => {
    const store = SqliteEventStore.open(':memory:');
    return { store, positionBeyond, dispose: () => store.close() };
  },
  { isShared: false, showsBytes: false },
);

eventStoreContract(
  'the embedded log on disk',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'minutebook-log-'));
    const address = join(folder, 'log.sqlite');
    const store = SqliteEventStore.open(address);
    return {
      store,
      positionBeyond,
      address,
      openAgain: async () => SqliteEventStore.open(address),
      bytesAtRest: () =>
        Buffer.concat([address, `${address}-wal`].filter(existsSync).map((file) => readFileSync(file))),
      dispose: async () => {
        await store.close();
        rmSync(folder, { recursive: true });
      },
    };
  },
  { isShared: true, showsBytes: true },
);

eventStoreContract(
  'the event store server of the tests',
  async () => {
    const server = await EventStoreServer.start();
    const store = await openEventStoreDb(server.url);
    return {
      store,
      positionBeyond: placeBeyond,
      address: server.url,
      openAgain: () => openEventStoreDb(server.url),
      bytesAtRest: () => server.log.bytes(),
      dispose: async () => {
        await store.close();
        await server.kill();
      },
    };
  },
  { isShared: true, showsBytes: true, load: 0.2 },
);

const url: string | undefined = process.env['EVENTSTORE_TEST_URL'];

if (url !== undefined) {
  eventStoreContract(
    'the event store server',
    async () => {
      const store = await openEventStoreDb(url, process.env);
      return {
        store,
        positionBeyond: placeBeyond,
        address: url,
        openAgain: () => openEventStoreDb(url, process.env),
        dispose: () => store.close(),
      };
    },
    { isShared: true, showsBytes: false },
  );
}
