import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { EventStore } from '#event-store';
import type { Projection } from './projection.ts';
import { Readiness } from './readiness.ts';

describe('Whether a process can be used', () => {
  let head: number;
  let at: number;
  let readiness: Readiness;
  beforeEach(() => {
    jest.useFakeTimers();
    [head, at] = [5, 5];
    const place = (logPosition: number) => ({ logId: 'x', logPosition: String(logPosition), eventId: undefined });
    const store = { compare: (a: string, b: string) => Number(a) - Number(b) } as EventStore;
    const projection = {
      status: () => Promise.resolve({ isCaughtUp: at === head, failure: undefined, at: place(at), head: place(head) }),
    } as unknown as Projection;
    readiness = new Readiness(store, projection);
    readiness.onApplicationBootstrap();
  });
  afterEach(() => {
    readiness.onApplicationShutdown();
    jest.useRealTimers();
  });

  const trouble = async () => (await readiness.look()).trouble;

  it('is told of lists that stood still for half a minute, also when nobody asked meanwhile', async () => {
    head = 6;
    await jest.advanceTimersByTimeAsync(29_000);
    expect(await trouble()).toBeUndefined();
    await jest.advanceTimersByTimeAsync(7_000);
    expect(await trouble()).toMatch(/^The lists are 3\d seconds behind the log\.$/);
    at = 6;
    expect(await trouble()).toBeUndefined();
  });

  it('is not denied while the lists follow a log that is always ahead of them', async () => {
    for (let second = 0; second < 120; second += 1) {
      [head, at] = [head + 10, head - 1];
      await jest.advanceTimersByTimeAsync(1_000);
      expect(await trouble()).toBeUndefined();
    }
  });
});
