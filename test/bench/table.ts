export interface Table {
  title: string;
  head: string[];
  rows: string[][];
}

/** Prints a table in Markdown, columns in line. */
export function printTable({ title, head, rows }: Table): void {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  process.stdout.write(`\n${title}\n\n${[line(head), rule, ...rows.map(line)].join('\n')}\n`);
}

/** A share as "0.988". */
export function share(value: number): string {
  return value.toFixed(3);
}
