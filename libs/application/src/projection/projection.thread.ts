/**
 * The thread that makes the lists, so that no request waits while they are written. It opens the record a second time,
 * and is told when this process has recorded something; what other processes record it finds by itself.
 */

import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { openToFollow, type Whereabouts } from '../record.ts';
import { follow, type Progress } from './follow.ts';

/** To the thread: something was recorded; the lists were found to be damaged; it is time to stop. */
export type Order = 'look' | 'repair' | 'stop';
/** From the thread: how it goes, as {@link Told} has it. */
export type Report =
  | { readonly progress: Progress }
  | { readonly beginning: true }
  | { readonly trouble: string }
  | { readonly warning: string }
  | { readonly failure: { readonly name: string; readonly message: string } };

const port = parentPort;
if (port === null) throw new Error('This runs as a thread of the server, not by itself.');
const tell = (report: Report): void => port.postMessage(report);
const told = {
  progress: (progress: Progress) => tell({ progress }),
  beginning: () => tell({ beginning: true }),
  trouble: (trouble: string) => tell({ trouble }),
  warning: (warning: string) => tell({ warning }),
};

async function followUntilStopped(whereabouts: Whereabouts, orders: MessagePort): Promise<void> {
  const { record, look } = await openToFollow(whereabouts);
  const stopping = new AbortController();
  let isRepairDue = false;
  orders.on('message', (order: Order) => {
    if (order === 'stop') stopping.abort();
    else if (order === 'repair') isRepairDue = true;
    else look();
  });
  const followed = {
    store: record.store,
    readModel: record.readModel,
    get areListsDamaged() {
      return isRepairDue || record.areListsDamaged;
    },
    startListsOver() {
      record.startListsOver();
      isRepairDue = false;
    },
  };
  try {
    await follow(followed, told, stopping.signal);
  } finally {
    await record.close();
  }
}

try {
  await followUntilStopped(workerData as Whereabouts, port);
} catch (error) {
  // An error loses its class on the way out of a thread.
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  tell({ failure: { name, message } });
} finally {
  port.close();
}
