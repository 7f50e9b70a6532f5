/** What the log sets on its connection, so that its peers are as durable and have as much memory. */
export const SETTINGS_OF_THE_LOG = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA wal_autocheckpoint = 4000;
  PRAGMA secure_delete = ON;
  PRAGMA foreign_keys = ON;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -16000;
`;

/** What the lists set on theirs. */
export const SETTINGS_OF_THE_LISTS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA wal_autocheckpoint = 16000;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -64000;
`;
