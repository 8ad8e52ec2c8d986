import { parseArgs } from 'node:util';
import { plainDocument } from '../../lib/case/document.ts';
import { inEnglishThroughout } from '../../lib/cli/english.ts';
import { shippedRulebook } from '../../lib/cli/shipped-packs.ts';
import { checkLetter } from '../../lib/letter/check/check-letter.ts';
import type { LetterFinding } from '../../lib/letter/check/letter-finding.ts';
import { readerFor, reviewCase } from '../../lib/review/review-case.ts';
import type { Worded } from '../../lib/saying/said.ts';
import { type LabelledLetter, labelledLetters, spoiltLetters } from './letter-changes.ts';

/**
 * How many mistakes the checks of letters find, and how often they speak up without one. Clean letters
 * are spoilt in one place each; the check in whose matter the mistake falls must then say something
 * that it did not say before. Exit status 1 below the goals: every mistake found, and a remark on at
 * most one clean letter in five.
 *   --detail   every mistake not found and every remark on a clean letter
 */
const { values: options } = parseArgs({ options: { detail: { type: 'boolean', default: false } } });
const MOST_FALSE_ALARMS = 0.2;

type Remark = Worded<LetterFinding>;

interface Tally {
  found: number;
  of: number;
}

const rulebook = await shippedRulebook();
const reader = readerFor(rulebook);
const byKind = new Map<string, { seen: Tally; unseen: Tally }>();
const clean = { seen: { found: 0, of: 0 }, unseen: { found: 0, of: 0 } };
for (const letter of labelledLetters()) judge(letter);
report();

function judge(labelled: LabelledLetter): void {
  const part = labelled.seen ? 'seen' : 'unseen';
  const check = checkerOf(labelled);
  const before = check(labelled.letter);
  clean[part].of += 1;
  if (before.length > 0) clean[part].found += 1;
  for (const { id, reason } of before)
    note(labelled, `${labelled.id}: remark on the clean letter: ${id}: ${reason}`);
  for (const { kind, text, expects } of spoiltLetters(labelled)) {
    const isNew = newOf(before, check(text)).some(({ id }) => id === expects);
    const tally = byKind.get(kind) ?? { seen: { found: 0, of: 0 }, unseen: { found: 0, of: 0 } };
    byKind.set(kind, tally);
    tally[part].of += 1;
    if (isNew) tally[part].found += 1;
    else note(labelled, `${labelled.id}: not found: ${kind}`);
  }
}

function checkerOf(labelled: LabelledLetter): (text: string) => Remark[] {
  const caseFile = { id: labelled.id, documents: [plainDocument('d1', 'record', labelled.case)] };
  const review = reviewCase(caseFile, rulebook, { asOf: labelled.asOf });
  return (text) => inEnglishThroughout(checkLetter(text, review, rulebook, caseFile, reader));
}

function newOf(before: readonly Remark[], after: readonly Remark[]): Remark[] {
  const known = new Set(before.map(({ id, reason }) => `${id} ${reason}`));
  return after.filter(({ id, reason }) => !known.has(`${id} ${reason}`));
}

/** Letters kept out of sight are reported as counts only. */
function note({ seen }: LabelledLetter, line: string): void {
  if (options.detail && seen) console.log(line);
}

function report(): void {
  const total = { seen: { found: 0, of: 0 }, unseen: { found: 0, of: 0 } };
  console.log('mistake        found    unseen letters');
  for (const [kind, { seen, unseen }] of byKind) {
    console.log(`${kind.padEnd(14)} ${share(seen).padEnd(9)}${share(unseen)}`);
    for (const part of ['seen', 'unseen'] as const) {
      const own = part === 'seen' ? seen : unseen;
      total[part].found += own.found;
      total[part].of += own.of;
    }
  }
  console.log(`${'all'.padEnd(14)} ${share(total.seen).padEnd(9)}${share(total.unseen)}`);
  console.log(
    `clean letters with a remark: ${share(clean.seen)}, of unseen ${share(clean.unseen)}`,
  );
  const found = total.seen.found + total.unseen.found;
  const all = total.seen.of + total.unseen.of;
  const alarms = (clean.seen.found + clean.unseen.found) / (clean.seen.of + clean.unseen.of);
  if (found < all || alarms > MOST_FALSE_ALARMS) {
    console.log(
      `below the goals: ${all - found} mistakes not found, ${Math.round(alarms * 100)} % of clean letters with a remark`,
    );
    process.exitCode = 1;
  }
}

function share({ found, of }: Tally): string {
  return of === 0 ? '-' : `${found}/${of}`;
}
