export * from './event-store.ts';
export * from './eventstoredb-open.ts';
export * from './sqlite.ts';
export { syncToDisk } from './sqlite-file.ts';
export * from './stream-name.ts';
