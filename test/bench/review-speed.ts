/**
 * `npm run bench:review-speed`: how long it takes from the text of a case to its verdicts, by the number of
 * pages: reading and review together, warm, in the CPU time of this thread, best of several runs. Beside each
 * figure stands its ratio to a bare loop over the same text in the same run, which holds on any machine.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainDocument } from '../../lib/case/document.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { reviewCase } from '../../lib/review/review-case.ts';
import { loadTexts } from './language-corpus.ts';
import { bareLoop, milliseconds } from './stopwatch.ts';
import { printTable, type Table } from './table.ts';

/** A page of 220 words. */
const PAGE = 1400;
/** Short texts are run so often that the clock can tell. */
const ENOUGH = 300_000;
const BARE_ENOUGH = 100_000_000;
const PASSES = 2;
const SIZES: readonly (readonly [name: string, length: number])[] = [
  ['20 KB', 20_000],
  ['200 pages', 200 * PAGE],
  ['1,000 pages', 1000 * PAGE],
  ['5,000 pages', 5000 * PAGE],
];

const determinations = join(import.meta.dirname, '..', 'cases', 'gold');
const letters = readdirSync(determinations)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => readFileSync(join(determinations, file), 'utf8'));
const rulebook = await shippedRulebook();

/** What a claim looks like: one request with the chart behind it. */
const chart = `${letters[0]}\n\n${loadTexts().texts.join('\n\n')}`;
/** The densest text there is: nothing but requests and decisions. */
const dense = letters.join('\n\n');

printTable(tableOf('One determination with its chart behind it', chart, SIZES.slice(0, 3)));
printTable(tableOf('Determinations end to end', dense, SIZES.slice(0, 2)));
printTable(tableOf('The longest chart', chart, SIZES.slice(3)));

function tableOf(title: string, source: string, sizes: typeof SIZES): Table {
  let first = 0;
  const rows = sizes.map(([name, length]) => {
    const text = source.repeat(Math.ceil(length / source.length)).slice(0, length);
    const caseFile = { id: 'bench', documents: [plainDocument('bench', name, text)] };
    const often = Math.max(1, Math.floor(ENOUGH / length));
    const review = () => reviewCase(caseFile, rulebook);
    review();
    const heap = heapOf(review) / length;
    const time = milliseconds(() => repeat(often, review), PASSES) / often;
    const loops = Math.ceil(BARE_ENOUGH / length);
    const bare = milliseconds(() => repeat(loops, () => bareLoop(text)), PASSES) / loops;
    first ||= time / length;
    return [
      name,
      time.toFixed(1),
      (length / 1000 / time).toFixed(1),
      (time / length / first).toFixed(2),
      heap.toFixed(0),
      `1/${(time / bare).toFixed(0)}`,
    ];
  });
  const head = ['text', 'ms', 'MB/s', 'time a unit, of the first', 'heap a unit', 'of a bare loop'];
  return { title, head, rows };
}

function repeat(times: number, run: () => void): void {
  for (let i = 0; i < times; i += 1) run();
}

/** The most bytes that a run was seen to take on the heap, in and behind typed arrays. */
function heapOf(run: () => unknown): number {
  globalThis.gc?.();
  const before = process.memoryUsage();
  run();
  const after = process.memoryUsage();
  return Math.max(0, after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers);
}
