import { openSafety, safetyCases } from '../review/safety-cases.ts';

/**
 * Scores the safety findings of the short texts of `test/cases/safety`.
 *   npm run -s bench:safety [-- WORD...]      only files and cases whose names hold one of the words
 */

const wanted = process.argv.slice(2);
const findingsOf = await openSafety();
let right = 0;
let missed = 0;
let extra = 0;
let texts = 0;

for (const one of safetyCases()) {
  const isWanted = wanted.some((word) => one.file.includes(word) || one.id.includes(word));
  if (wanted.length > 0 && !isWanted) continue;
  texts += 1;
  const found = findingsOf(one);
  const missing = one.expect.filter((id) => !found.includes(id));
  const surplus = found.filter((id) => !one.expect.includes(id));
  right += one.expect.length - missing.length;
  missed += missing.length;
  extra += surplus.length;
  for (const id of missing) print(`${one.id}: missed ${id}`);
  for (const id of surplus) print(`${one.id}: too much ${id}`);
}
const share = right + missed + extra === 0 ? 1 : (2 * right) / (2 * right + missed + extra);
print(
  `${texts} texts, safety F1 ${share.toFixed(3)} (${right} of ${right + missed}, ${extra} too many)`,
);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
