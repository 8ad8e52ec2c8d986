import { readdirSync, readFileSync } from 'node:fs';
import { plainDocument } from '../../lib/case/document.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { vocabularyOf } from '../../lib/guidelines/vocabulary.ts';
import { reviewCase } from '../../lib/review/review-case.ts';
import { isHeldOut } from './held-out.ts';
import { type Rewrite, rewrites } from './rewrite.ts';
import { type GoldCase, pair } from './score.ts';

/**
 * Reads the labelled texts again in other ways to write the same thing (abbreviations, layout, dates,
 * names of drugs) and counts the verdicts that were right and are no more: they hang on how a text is
 * written, not on what it says.
 *   npm run bench:variants [-- --set=blind] [--detail] [REWORDING...]
 * Of the held-out third of gold it shows figures only.
 */

const args = process.argv.slice(2);
const folder = args.find((arg) => arg.startsWith('--set='))?.slice(6) ?? 'gold';
const CASES = new URL(`../cases/${folder}/`, import.meta.url);
const detail = args.includes('--detail');
const wanted = args.filter((arg) => !arg.startsWith('--'));

const rulebook = await shippedRulebook();
const ways = [...rewrites(vocabularyOf(rulebook).drugs)].filter(
  ([name]) => wanted.length === 0 || wanted.includes(name),
);
/** By way and part: texts that it changes, lines that were right, and those of them that are wrong now. */
const tallies = new Map<string, { texts: number; lines: number; broken: number }>();
const as = (text: string): string => text;

for (const file of readdirSync(CASES).sort()) {
  if (!file.endsWith('.txt')) continue;
  const name = file.replace('.txt', '');
  const held = isHeldOut(folder, name);
  const text = readFileSync(new URL(file, CASES), 'utf8');
  const gold = JSON.parse(readFileSync(new URL(`${name}.json`, CASES), 'utf8')) as GoldCase;
  const before = verdictsOf(text, gold, as);
  for (const [way, rewrite] of ways) {
    if (rewrite(text) === text) continue;
    const after = verdictsOf(text, gold, rewrite);
    const tally = tallyOf(`${way}${held ? ' (held out)' : ''}`);
    tally.texts += 1;
    for (const [line, { want, got }] of before) {
      if (got !== want) continue;
      tally.lines += 1;
      const now = after.get(line)?.got ?? 'missing';
      if (now === want) continue;
      tally.broken += 1;
      if (detail && !held) print(`${way}: ${name}: ${line}: ${want} -> ${now}`);
    }
  }
}

for (const [way, { texts, lines, broken }] of [...tallies].sort(
  (a, b) => b[1].broken / b[1].lines - a[1].broken / a[1].lines,
)) {
  print(
    `${((100 * broken) / Math.max(1, lines)).toFixed(2)} %  ${broken} of ${lines} in ${texts} texts: ${way}`,
  );
}
for (const held of [false, true]) {
  const part = [...tallies].filter(([way]) => way.endsWith('(held out)') === held);
  const broken = part.reduce((sum, [, tally]) => sum + tally.broken, 0);
  const lines = part.reduce((sum, [, tally]) => sum + tally.lines, 0);
  print(
    `${held ? 'held out' : 'visible'}: ${broken} of ${lines} right lines broken (${((100 * broken) / Math.max(1, lines)).toFixed(2)} %)`,
  );
}

/** The labelled lines of a text, with the verdict it has when it is written as `rewrite` does. */
function verdictsOf(text: string, gold: GoldCase, rewrite: Rewrite) {
  const written = rewrite(text);
  const caseFile = { id: 'case', documents: [plainDocument('case', 'case', written)] };
  const review = reviewCase(caseFile, rulebook, gold.asOf ? { asOf: gold.asOf } : {});
  const requests = gold.requests.map((request) => ({
    ...request,
    item: rewrite(request.item),
    quote: rewrite(request.quote),
  }));
  const pairs = new Map(pair({ ...gold, requests }, review));
  const lines = new Map<string, { want: string; got: string }>();
  for (const [at, request] of gold.requests.entries()) {
    const found = review.requests[pairs.get(at) ?? -1];
    const judged = new Map(found?.criteria.map(({ id, verdict }) => [id, verdict]));
    for (const [id, { verdict }] of Object.entries(request.criteria)) {
      if (verdict)
        lines.set(`${request.item}: ${id}`, { want: verdict, got: judged.get(id) ?? 'missing' });
    }
  }
  return lines;
}

function tallyOf(way: string) {
  const tally = tallies.get(way) ?? { texts: 0, lines: 0, broken: 0 };
  tallies.set(way, tally);
  return tally;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
