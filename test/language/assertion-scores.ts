import { findTarget } from '../../lib/language/find-target.ts';
import type { Assertion, Presence, Subject, Time, Voice } from '../../lib/language/mention.ts';
import { createReader } from '../../lib/language/reader.ts';

export interface AssertionCase {
  sentence: string;
  target: string;
  presence: Presence;
  time: Time;
  subject: Subject;
  voice: Voice;
  phenomenon: string;
}

export interface NegationRow {
  sentence: string;
  start: number;
  end: number;
  presence: string;
  time: string;
  hard: boolean;
}

const reader = createReader({ concepts: [], drugs: [] });

/** How the target is meant; undefined when it is not in the sentence. */
export function assertTarget(sentence: string, target: string): Assertion | undefined {
  const span = findTarget(sentence, target);
  return span && reader.assertSpans(sentence, [span])[0];
}

/** The four axes without their reasons. */
export function axesOf(assertion: Assertion | undefined): Partial<Omit<Assertion, 'because'>> {
  if (assertion === undefined) return {};
  const { because: _, ...axes } = assertion;
  return axes;
}

/** The lines of a JSONL file. */
export function parseLines<T>(text: string): T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The ConText cases with the axes that were read wrongly. */
export function contextCases(
  text: string,
): { sentence: string; target: string; wrong: string[] }[] {
  const cases = parseLines<{ sentence: string; target: string; expect: Record<string, string> }>(
    text,
  );
  return cases.map(({ sentence, target, expect }) => {
    const axes: Record<string, string | undefined> = axesOf(assertTarget(sentence, target));
    const wrong = Object.entries(expect)
      .filter(([axis, value]) => axes[axis] !== value)
      .map(([axis, value]) => `${axis}: ${axes[axis]} for ${value}`);
    return { sentence, target, wrong };
  });
}

export interface Counts {
  truePositive: number;
  falsePositive: number;
  falseNegative: number;
  trueNegative: number;
  f1: number;
}

/** Compares two classifications of the same rows. */
export function count(wanted: readonly boolean[], found: readonly boolean[]): Counts {
  const of = (want: boolean, find: boolean) =>
    wanted.filter((value, index) => value === want && found[index] === find).length;
  const truePositive = of(true, true);
  const falsePositive = of(false, true);
  const falseNegative = of(true, false);
  const f1 = (2 * truePositive) / Math.max(1, 2 * truePositive + falsePositive + falseNegative);
  return { truePositive, falsePositive, falseNegative, trueNegative: of(false, false), f1 };
}

export interface NegationScore {
  rows: number;
  negated: Counts;
  hard: Counts;
  hardSpecificity: number;
  past?: Counts;
}

/** Scores a reader's verdict "negated" on the negation rows. */
export function scoreNegated(
  rows: readonly NegationRow[],
  isNegated: (row: NegationRow) => boolean,
): NegationScore {
  const wanted = rows.map(({ presence }) => presence === 'negated');
  const found = rows.map(isNegated);
  const inHard = (_: boolean, index: number) => rows[index]?.hard === true;
  const hard = count(wanted.filter(inHard), found.filter(inHard));
  return {
    rows: rows.length,
    negated: count(wanted, found),
    hard,
    hardSpecificity: hard.trueNegative / Math.max(1, hard.trueNegative + hard.falsePositive),
  };
}

/** Our score on the negation rows, with that for the past. */
export function scoreNegation(text: string): NegationScore & { past: Counts } {
  const rows = parseLines<NegationRow>(text);
  const read = new Map(
    rows.map((row) => [
      row,
      reader.assertSpans(row.sentence, [{ start: row.start, end: row.end }])[0],
    ]),
  );
  return {
    ...scoreNegated(rows, (row) => read.get(row)?.presence === 'negated'),
    past: count(
      rows.map(({ time }) => time === 'past'),
      rows.map((row) => read.get(row)?.time === 'past'),
    ),
  };
}
