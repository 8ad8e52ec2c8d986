import { readdirSync, readFileSync } from 'node:fs';
import { plainDocument } from '../../lib/case/document.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { reviewCase } from '../../lib/review/review-case.ts';
import { isHeldOut } from './held-out.ts';
import { emptyScore, type GoldCase, type Score, scoreCase, summary } from './score.ts';

/**
 * Scores the review on the labelled cases, the third that rules are not written on apart.
 *   npm run bench:gold [-- --detail] [--set=blind|sealed] [NAME...] [criterion or treatment...]
 * `--detail` lists what is wrong in the visible part; of the rest it never shows more than figures.
 */

const args = process.argv.slice(2);
const folder = args.find((arg) => arg.startsWith('--set='))?.slice(6) ?? 'gold';
const GOLD = new URL(`../cases/${folder}/`, import.meta.url);
const detail = args.includes('--detail');
const wanted = args.filter((arg) => !arg.startsWith('--'));

const started = performance.now();
const rulebook = await shippedRulebook();
if (rulebook.faults.length > 0) print(`${rulebook.faults.length} pack faults (npm run pack:check)`);
const visible = emptyScore();
const heldOut = emptyScore();
let slowest = { name: '', milliseconds: 0 };
for (const file of readdirSync(GOLD).sort()) {
  if (!file.endsWith('.txt')) continue;
  const name = file.replace('.txt', '');
  if (wanted.some((word) => /^[a-z]+\d+$/.test(word)) && !wanted.includes(name)) continue;
  const text = readFileSync(new URL(file, GOLD), 'utf8');
  const gold = JSON.parse(readFileSync(new URL(`${name}.json`, GOLD), 'utf8')) as GoldCase;
  const caseFile = { id: name, documents: [plainDocument(file, file, text)] };
  const before = performance.now();
  const review = reviewCase(caseFile, rulebook, gold.asOf ? { asOf: gold.asOf } : {});
  const milliseconds = performance.now() - before;
  if (milliseconds > slowest.milliseconds) slowest = { name, milliseconds };
  scoreCase(isHeldOut(folder, name) ? heldOut : visible, name, text, gold, review);
}

const terms = wanted.filter((word) => !/^[a-z]+\d+$/.test(word));
if (detail || terms.length > 0) {
  for (const line of visible.lines) {
    if (terms.length === 0 || terms.some((term) => line.includes(term))) print(line);
  }
}
if (detail) printTallies(visible);
print(`visible   ${summary(visible)}`);
print(`held out  ${summary(heldOut)}`);
const took = Math.round(performance.now() - started);
print(`${took} ms, the slowest text ${slowest.name} ${Math.round(slowest.milliseconds)} ms`);

function printTallies(score: Score): void {
  const byWrong = [...score.byCriterion].sort((a, b) => b[1].wrong - a[1].wrong);
  for (const [id, { right, wrong }] of byWrong) {
    if (wrong > 0) print(`  ${id}: ${wrong} wrong of ${right + wrong}`);
  }
  for (const [step, number] of [...score.confusion].sort((a, b) => b[1] - a[1]).slice(0, 16)) {
    print(`  ${number}  ${step}`);
  }
  for (const [verdict, { right, wrong }] of score.byVerdict) {
    print(
      `  recall of ${verdict}: ${((100 * right) / (right + wrong)).toFixed(1)} % of ${right + wrong}`,
    );
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
