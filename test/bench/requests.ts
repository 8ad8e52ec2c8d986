import { compare, openTexts, requestCases } from '../review/requests/case-texts.ts';

/**
 * Scores the requests found in the short texts of `test/cases/requests`, and their parts.
 *   npm run -s bench:requests [-- FILE...]      only files whose names hold one of the words
 */

const wanted = process.argv.slice(2);
const read = await openTexts();
const tallies = new Map<string, Tally>();

interface Tally {
  texts: number;
  /** Items expected, expected and found, found and not expected. */
  items: number;
  right: number;
  extra: number;
  parts: number;
  wrongParts: number;
}

for (const { file, id, text, expect } of requestCases()) {
  if (wanted.length > 0 && !wanted.some((word) => file.includes(word))) continue;
  const { requests } = read(text);
  const { missing, extra, wrongParts } = compare(expect, requests);
  const tally = tallies.get(file) ?? noTally();
  tally.texts += 1;
  tally.items += expect.length;
  tally.right += expect.length - missing.length;
  tally.extra += extra.length;
  tally.parts += expect.reduce((sum, { parts = {} }) => sum + Object.keys(parts).length, 0);
  tally.wrongParts += wrongParts.length;
  tallies.set(file, tally);
  for (const line of missing) print(`${id}: not found: ${line}`);
  for (const line of extra) print(`${id}: not asked for: ${line}`);
  for (const line of wrongParts) print(`${id}: ${line}`);
}
if (wanted.length > 0) for (const [file, tally] of tallies) print(`${file}: ${inWords(tally)}`);
print(`all: ${inWords([...tallies.values()].reduce(sum, noTally()))}`);

function noTally(): Tally {
  return { texts: 0, items: 0, right: 0, extra: 0, parts: 0, wrongParts: 0 };
}

function sum(one: Tally, other: Tally): Tally {
  const total = noTally();
  for (const name of Object.keys(total) as (keyof Tally)[]) total[name] = one[name] + other[name];
  return total;
}

function inWords({ texts, items, right, extra, parts, wrongParts }: Tally): string {
  const share = items + right + extra === 0 ? 1 : (2 * right) / (items + right + extra);
  return `${texts} texts, requests F1 ${share.toFixed(3)} (${right} of ${items}, ${extra} too many), ${parts - wrongParts} of ${parts} parts`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
