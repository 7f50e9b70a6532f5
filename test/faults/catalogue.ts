/** Every fault that is made to happen, in the order of the catalogue. */

import type { Fault } from './fault.ts';
import { concurrentEdits } from './concurrent-edits.ts';
import { failedSync } from './failed-sync.ts';
import { incrementalAndRebuilt } from './incremental-and-rebuilt.ts';
import { logKilled } from './log-killed.ts';
import { lostReplies } from './lost-replies.ts';
import { manyProcesses } from './many-processes.ts';
import { newerForm } from './newer-form.ts';
import { olderLog } from './older-log.ts';
import { ownWrites } from './own-writes.ts';
import { poisonEvent } from './poison-event.ts';
import { projectorKilled } from './projector-killed.ts';
import { repeatedPosts } from './repeated-posts.ts';
import { restoreDrill } from './restore-drill.ts';
import { restarted } from './restarted.ts';
import { serverKilled } from './server-killed.ts';
import { silentSubscription } from './silent-subscription.ts';
import { shuffledDelivery } from './shuffled-delivery.ts';
import { storedForms } from './stored-forms.ts';
import { subscriptionDropped } from './subscription-dropped.ts';
import { tornFiles } from './torn-files.ts';

export const CATALOGUE: readonly Fault[] = [
  serverKilled,
  logKilled,
  projectorKilled,
  incrementalAndRebuilt,
  subscriptionDropped,
  silentSubscription,
  poisonEvent,
  newerForm,
  storedForms,
  shuffledDelivery,
  concurrentEdits,
  repeatedPosts,
  lostReplies,
  ownWrites,
  tornFiles,
  olderLog,
  restarted,
  manyProcesses,
  restoreDrill,
  failedSync,
];
