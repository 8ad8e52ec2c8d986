import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './processes.mjs';
import type { PrintedReview } from './review-summary.ts';

/** Reviews a text with the command line. */
export async function reviewText(text: string): Promise<PrintedReview> {
  const folder = mkdtempSync(join(tmpdir(), 'caseglass-text-'));
  try {
    const file = join(folder, 'case.txt');
    writeFileSync(file, text);
    const { code, output } = await runNode(['lib/cli/analyze.ts', file], { quiet: true });
    if (code !== 0) throw new Error(output);
    return JSON.parse(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
