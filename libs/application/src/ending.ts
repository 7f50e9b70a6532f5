/** How a process ends that can't go on: what a person can do something about is one sentence, a defect keeps its stack. */

import { LogUnavailable, NotThisLog } from '#event-store';
import { AnotherLog } from '#read-model';
import { RecordUnusable, sayNotItsLog } from './record.ts';
import { WrongSetting } from './settings.ts';

export const WRONG_USAGE = 2;
export const UNAVAILABLE = 3;

/** So long a process may take to end once it was asked to. Whoever supervises it waits ten seconds before a kill. */
export const STOP_MS_MAX = 9_500;

export interface Ended {
  readonly code: number;
  readonly sentence: string;
}

/** @param command what the process is started with */
export function howToEnd(error: unknown, command: string): Ended {
  const { code, port, message, stack } = (error instanceof Error ? error : new Error(String(error))) as Error & {
    code?: string;
    port?: number;
  };
  if (error instanceof WrongSetting || error instanceof RecordUnusable) return { code: WRONG_USAGE, sentence: message };
  if (error instanceof NotThisLog || error instanceof AnotherLog)
    return { code: UNAVAILABLE, sentence: sayNotItsLog(error) };
  if (error instanceof LogUnavailable) return { code: UNAVAILABLE, sentence: message };
  if (code === 'EADDRINUSE') {
    const sentence = `Port ${String(port)} is in use. Stop what uses it, or choose another: PORT=3001 ${command}`;
    return { code: UNAVAILABLE, sentence };
  }
  return { code: 1, sentence: stack ?? message };
}
