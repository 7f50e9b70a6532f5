/** How lists are asked for and answered. */

/** A list as it stood: only what was recorded before this instant (exclusive, ISO 8601 in UTC). Absent: as it stands. */
export interface AsRecorded {
  readonly recordedBefore?: string | undefined;
}

export interface Paging {
  /** Counted from 1. */
  readonly page?: number | undefined;
  /** 1 to {@link PAGE_SIZE_MAX}; 50 when absent. */
  readonly size?: number | undefined;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** How many there are on all pages. */
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

export const PAGE_SIZE_MAX = 200;

export function pageOf({ page = 1, size = 50 }: Paging): { page: number; size: number; offset: number } {
  const bounded = Math.min(Math.max(1, Math.trunc(size)), PAGE_SIZE_MAX);
  const first = Math.max(1, Math.trunc(page));
  return { page: first, size: bounded, offset: (first - 1) * bounded };
}

/** A LIKE pattern (with `\` as its escape) for text that holds the words anywhere. Null when nothing is looked for. */
export function containing(text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null;
  return `%${text.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
