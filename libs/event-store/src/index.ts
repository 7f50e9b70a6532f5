export * from './event-store.ts';
export * from './sqlite.ts';
export * from './stream-name.ts';
