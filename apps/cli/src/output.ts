/** What people and programs read: stdout is for results only, everything else goes to stderr. */

import { SingleBar } from 'cli-progress';

export function print(text = ''): void {
  process.stdout.write(`${harmless(text)}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, undefined, 2));
}

export function tell(sentence: string): void {
  process.stderr.write(`${harmless(sentence)}\n`);
}

/**
 * Without what a terminal would obey. Nothing recorded holds such characters, but a log that somebody changed may, and so
 * may an argument that is quoted. They are shown as JSON writes them, so JSON stays the same.
 */
export function harmless(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const WIDTH_MIN = 60;
const WIDTH_MAX = 120;
const GAP = '  ';

/** As wide as the terminal (or as COLUMNS says), within what can be read; in characters. */
export function width(): number {
  const columns = process.stdout.columns ?? (Number(process.env['COLUMNS']) || WIDTH_MAX);
  return Math.min(Math.max(columns, WIDTH_MIN), WIDTH_MAX);
}

/** Words in lines of at most so many characters; a longer word stands alone. */
function wrap(text: string, charactersMax: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(/ +/)) {
      if (line !== '' && line.length + 1 + word.length > charactersMax) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}

/** A paragraph with a hanging indent: `12. …`, the lines that follow under the words. */
export function hanging(mark: string, text: string): string {
  const indent = ' '.repeat(mark.length);
  return wrap(text, width() - mark.length)
    .map((line, index) => `${index === 0 ? mark : indent}${line}`.trimEnd())
    .join('\n');
}

/**
 * A table whose columns are as wide as their words. Where the terminal is narrow the widest columns give way first, but
 * no word is cut.
 * @param flexible the columns whose words may wrap, by index
 */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  flexible: readonly number[],
): string {
  const longest = (column: number, between: RegExp) =>
    Math.max(...[headings, ...rows].flatMap((row) => (row[column] ?? '').split(between).map((part) => part.length)));
  const widths = headings.map((_heading, column) => longest(column, /\n/));
  const least = headings.map((_heading, column) => longest(column, flexible.includes(column) ? /[\n ]/ : /\n/));
  let surplus = widths.reduce((sum, one) => sum + one, (headings.length - 1) * GAP.length) - width();
  for (; surplus > 0; surplus -= 1) {
    const [widest] = flexible
      .filter((column) => (widths[column] ?? 0) > (least[column] ?? 0))
      .sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0));
    if (widest === undefined) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  const line = (cells: readonly string[]) => {
    const wrapped = cells.map((cell, column) => wrap(cell, widths[column] ?? 0));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_unused, at) =>
      wrapped
        .map((lines, column) => (lines[at] ?? '').padEnd(widths[column] ?? 0))
        .join(GAP)
        .trimEnd(),
    ).join('\n');
  };
  return [line(headings), line(widths.map((one) => '-'.repeat(one))), ...rows.map(line)].join('\n');
}

export interface Progress {
  update(done: number, of?: number): void;
  stop(): void;
}

/** A bar on stderr at a terminal; nothing elsewhere, so that logs stay short. */
export function progressBar(what: string, total: number): Progress {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    format: `${what} {bar} {value} of {total}`,
    stream: process.stderr,
    clearOnComplete: true,
  });
  bar.start(Math.max(total, 1), 0);
  return {
    update(done, of) {
      if (of !== undefined) bar.setTotal(of);
      else if (done > bar.getTotal()) bar.setTotal(done);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
