/** Names by which Nest injects what has no class of its own. */
export const CLOCK = Symbol('CLOCK');
export const RECORD = Symbol('RECORD');
