/** Where the record of a fault is kept. */

import { openRecord, openServedRecord, type OpenRecord } from '#application';
import { type EventStore, openEventStoreDb, SqliteEventStore } from '#event-store';
import type { EventStoreNode } from './node.ts';

/** In a file, by the process that records; or on the node of an event store, from which the folder has its lists. */
export const STORES = ['embedded', 'server'] as const;
export type StoreKind = (typeof STORES)[number];

export interface Kept {
  readonly folder: string;
  /** The node that keeps its log. Absent when the log is in the folder. */
  readonly node?: EventStoreNode | undefined;
}

/** Opens the record, and begins it when there is none. */
export async function openKept({ folder, node }: Kept): Promise<OpenRecord> {
  return node === undefined ? openRecord(folder, { begin: true }) : openServedRecord(node.url, folder);
}

export interface LogOptions {
  readonly readOnly?: boolean;
  /** Past what the node's clients suffer. */
  readonly isDirect?: boolean;
  /** Of a server: how often it looks whether something is amiss, and how long it waits for an answer. */
  readonly watchMs?: number;
  readonly deadlineMs?: number;
}

/** Opens its log as another process does, beside whoever has it open. */
export async function openLog({ folder, node }: Kept, options: LogOptions = {}): Promise<EventStore> {
  const { isDirect = false, readOnly = false, ...ofServer } = options;
  return node === undefined
    ? SqliteEventStore.open(`${folder}/log.db`, { readOnly })
    : openEventStoreDb(isDirect ? node.directUrl : node.url, process.env, { readOnly, ...ofServer });
}

/** What a program is told of where its record is. */
export function environmentOf({ node }: Kept): Record<string, string> {
  return node === undefined ? {} : { EVENTSTORE_URL: node.url };
}
