/** The present instant, ISO 8601 in UTC. Injected, so that a sample, a test or a drill can have a time of its own. */
export type Clock = () => string;

export const systemClock: Clock = () => written(Date.now());

/** Every command asks several times in a millisecond, and writing an instant out takes longer than reading the clock. */
let last = { at: 0, text: new Date(0).toISOString() };
function written(at: number): string {
  if (at !== last.at) last = { at, text: new Date(at).toISOString() };
  return last.text;
}

/** A clock that stood at `standsAt` when the system's clock stood at `when`, and ticks on from there. */
export function clockStartedAt(standsAt: string, when: string): Clock {
  const offset = Date.parse(standsAt) - Date.parse(when);
  return () => written(Date.now() + offset);
}
