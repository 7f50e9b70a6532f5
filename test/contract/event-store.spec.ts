import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore } from '#event-store';
import { eventStoreContract } from './event-store.contract.ts';

const positionBeyond = (logPosition: string) => String(Number(logPosition) + 1);

eventStoreContract(
  'the embedded log in memory',
  async () => {
    const store = SqliteEventStore.open(':memory:');
    return { store, positionBeyond, dispose: () => store.close() };
  },
  { isShared: false },
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
  { isShared: true },
);
