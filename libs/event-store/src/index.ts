export * from './event-store.ts';
export * from './eventstoredb-open.ts';
export * from './sqlite.ts';
export * from './stream-name.ts';
