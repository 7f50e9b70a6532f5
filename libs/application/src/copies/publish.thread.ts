/** Makes and publishes a copy of the lists, beside the thread that answers. */

import { workerData } from 'node:worker_threads';
import { publish } from './published-copy.ts';

const { lists, copies } = workerData as { readonly lists: string; readonly copies: string };
await publish(lists, copies);
