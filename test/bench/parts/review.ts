import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainDocument } from '../../../lib/case/document.ts';
import { shippedRulebook } from '../../../lib/cli/shipped-packs.ts';
import type { Rulebook } from '../../../lib/guidelines/rulebook.ts';
import { preparedPhrases } from '../../../lib/release/prepared-phrases.ts';
import { reviewCase } from '../../../lib/review/review-case.ts';
import { corpusName, loadTexts } from '../language-corpus.ts';
import type { BenchPart, Measure } from '../measure.ts';
import { bareLoop, milliseconds } from '../stopwatch.ts';

/** A page of 220 words. */
const PAGE = 1400;
const PASSES = 3;
/** Short texts are run so often that the clock can tell. */
const ENOUGH = 300_000;
const BARE_ENOUGH = 50_000_000;

interface Size {
  name: string;
  length: number;
  /** milliseconds */
  most: number;
}

const SIZES: readonly Size[] = [
  { name: '20 KB', length: 20_000, most: 3 },
  { name: '200 pages', length: 200 * PAGE, most: 40 },
  { name: '1,000 pages', length: 1000 * PAGE, most: 200 },
  { name: '5,000 pages', length: 5000 * PAGE, most: 1000 },
];

/** What a claim looks like: one determination with the chart behind it, again and again. */
function chart(): string {
  const folder = join(import.meta.dirname, '../../cases/gold');
  const [first = ''] = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return `${readFileSync(join(folder, first), 'utf8')}\n\n${loadTexts().texts.join('\n\n')}`;
}

/** The time of a start from nothing: packs read, automaton built, 20 KB reviewed, in a new process. */
async function coldStart(): Promise<number> {
  const file = join(import.meta.dirname, '../cold-start.ts');
  const folder = mkdtempSync(join(tmpdir(), 'caseglass-'));
  const prepared = join(folder, 'phrases.bin');
  writeFileSync(prepared, await preparedPhrases());
  const times = [1, 2, 3].map(() => {
    const options = ['--disable-warning=ExperimentalWarning', file, prepared];
    const { stdout } = spawnSync(process.execPath, options);
    return Number(`${stdout}`.trim() || Number.NaN);
  });
  rmSync(folder, { recursive: true });
  return Math.min(...times);
}

/** Bytes on the heap, in and behind typed arrays, beyond the text: while it runs, and kept by the result. */
function heapOf(run: () => unknown): { taken: number; kept: number } {
  const bytes = () => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  globalThis.gc?.();
  const before = bytes();
  const result = run();
  // What is garbage already is counted with it, as far as it was not collected meanwhile.
  const taken = bytes() - before;
  globalThis.gc?.();
  const kept = result === undefined ? Number.NaN : Math.max(0, bytes() - before);
  return { taken: Math.max(taken, kept), kept };
}

function measuresOf({ name, length, most }: Size, source: string, rulebook: Rulebook): Measure[] {
  const text = source.repeat(Math.ceil(length / source.length)).slice(0, length);
  const caseFile = { id: 'bench', documents: [plainDocument('bench', name, text)] };
  const review = () => reviewCase(caseFile, rulebook);
  const often = Math.max(1, Math.floor(ENOUGH / length));
  repeat(often, review);
  const time = milliseconds(() => repeat(often, review), PASSES) / often;
  const loops = Math.ceil(BARE_ENOUGH / length);
  const bare = milliseconds(() => repeat(loops, () => bareLoop(text)), PASSES) / loops;
  const heap = heapOf(review);
  const loop = `review/${name}: bare loop over charCodeAt`;
  const [unit, of] = ['ms', `review/${name}`];
  return [
    { id: of, value: time, unit, goal: { most }, against: loop },
    { id: loop, value: bare, unit },
    { id: `${of}: of a bare loop`, value: time / bare, unit: 'times' },
    { id: `${of}: rate`, value: length / 1000 / time, unit: 'MB/s', moreIsBetter: true },
    {
      id: `${of}: memory taken, garbage with it`,
      value: heap.taken / length,
      unit: 'times the text',
      goal: { most: 8 },
    },
    { id: `${of}: memory kept by the result`, value: heap.kept / length, unit: 'times the text' },
  ];
}

function repeat(times: number, run: () => unknown): void {
  for (let i = 0; i < times; i += 1) run();
}

/** From the text of a case to its verdicts. */
export const review: BenchPart = {
  name: 'review',
  title: `From text to verdicts, warm, CPU time of one thread, best of three; chart: ${corpusName}`,
  async measure(): Promise<Measure[]> {
    const rulebook = await shippedRulebook();
    const source = chart();
    const measures = SIZES.flatMap((size) => measuresOf(size, source, rulebook));
    const timeOf = (name: string, length: number) =>
      (measures.find(({ id }) => id === `review/${name}`)?.value ?? Number.NaN) / length;
    const [, middle, , long] = SIZES;
    const growth =
      middle && long
        ? timeOf(long.name, long.length) / timeOf(middle.name, middle.length)
        : Number.NaN;
    return [
      ...measures,
      {
        id: 'review/time a page in 5,000 pages, of that in 200',
        value: growth,
        unit: 'times',
        goal: { most: 1.5 },
        against: 'as-is',
      },
      {
        id: 'review/cold start to the first finding in 20 KB',
        value: await coldStart(),
        unit: 'ms',
        goal: { most: 150 },
        against: 'review/200 pages: bare loop over charCodeAt',
        tolerance: 2,
      },
    ];
  },
};
