/** One row of the result: what was measured, against what, and whether it reaches what is demanded. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly against: string;
  /** Ours as a share or a multiple of what it is measured against, or the figure itself where there is no peer. */
  readonly ratio: number;
  readonly demanded: string;
  readonly reached: boolean;
}

export function atLeast(what: string, ours: number, peer: number, share: number, unit: string, peerName: string): Row {
  const ratio = ours / peer;
  return {
    what,
    ours: figure(ours, unit),
    against: `${figure(peer, unit)} ${peerName}`,
    ratio,
    demanded: `at least ${String(Math.round(share * 100))} %`,
    reached: ratio >= share,
  };
}

export function atMost(what: string, ours: number, peer: number, times: number, unit: string, peerName: string): Row {
  const ratio = ours / peer;
  return {
    what,
    ours: figure(ours, unit),
    against: `${figure(peer, unit)} ${peerName}`,
    ratio,
    demanded: `at most ${String(times)} ×`,
    reached: ratio <= times,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function figure(value: number, unit: string): string {
  const rounded = value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(3);
  return `${rounded} ${unit}`;
}

export function print(rows: readonly Row[]): void {
  const cells = rows.map(({ what, ours, against, ratio, demanded, reached }) => [
    what,
    ours,
    against,
    ratio.toFixed(2),
    demanded,
    reached ? 'reached' : 'MISSED',
  ]);
  const headings = ['What', 'Ours', 'Against', 'Ratio', 'Demanded', ''];
  const widths = headings.map((heading, at) => Math.max(heading.length, ...cells.map((row) => row[at]?.length ?? 0)));
  for (const row of [headings, widths.map((width) => '-'.repeat(width)), ...cells]) {
    process.stdout.write(
      `${row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
}
