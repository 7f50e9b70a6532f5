/** One row of the result: what was measured, against what, and whether it reaches what is demanded, if anything is. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly against: string;
  /** Ours as a share or a multiple of what it is measured against, or the figure itself where there is no peer. */
  readonly ratio: number;
  readonly demanded?: string;
  readonly reached?: boolean;
}

/**
 * @param ours one figure a round
 * @param peers those of the same rounds: what else the machine does weighs on both, so the ratio is taken round by round
 */
export function atLeast(
  what: string,
  ours: readonly number[],
  peers: readonly number[],
  share: number,
  unit: string,
  peerName: string,
): Row {
  const ratio = ratioOf(ours, peers);
  const demanded = `at least ${String(Math.round(share * 100))} %`;
  return { ...compared(what, ours, peers, unit, peerName), ratio, demanded, reached: ratio >= share };
}

/** As {@link atLeast} takes them. */
export function atMost(
  what: string,
  ours: readonly number[],
  peers: readonly number[],
  times: number,
  unit: string,
  peerName: string,
): Row {
  const ratio = ratioOf(ours, peers);
  const demanded = `at most ${String(times)} ×`;
  return { ...compared(what, ours, peers, unit, peerName), ratio, demanded, reached: ratio <= times };
}

/** What explains another row, and is not demanded itself. */
export function beside(
  what: string,
  ours: readonly number[],
  peers: readonly number[],
  unit: string,
  peerName: string,
): Row {
  return { ...compared(what, ours, peers, unit, peerName), ratio: ratioOf(ours, peers) };
}

function compared(
  what: string,
  ours: readonly number[],
  peers: readonly number[],
  unit: string,
  peerName: string,
): Pick<Row, 'what' | 'ours' | 'against'> {
  return { what, ours: figure(median(ours), unit), against: `${figure(median(peers), unit)} ${peerName}` };
}

function ratioOf(ours: readonly number[], peers: readonly number[]): number {
  return median(ours.map((value, round) => value / (peers[round] ?? NaN)));
}

function median(values: readonly number[]): number {
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
    demanded ?? '',
    reached === undefined ? '' : reached ? 'reached' : 'MISSED',
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
