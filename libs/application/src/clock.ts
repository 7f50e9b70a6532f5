/** The present instant, ISO 8601 in UTC. Injected, so that a sample, a test or a drill can have a time of its own. */
export type Clock = () => string;

export const systemClock: Clock = () => new Date().toISOString();

/** A clock that stood at `standsAt` when the system's clock stood at `when`, and ticks on from there. */
export function clockStartedAt(standsAt: string, when: string): Clock {
  const offset = Date.parse(standsAt) - Date.parse(when);
  return () => new Date(Date.now() + offset).toISOString();
}
