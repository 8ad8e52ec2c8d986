import type { Sentence, Value, ValueMention } from '../../language/mention.ts';
import { numberWords, numberWritten } from '../../language/number-words.ts';
import { beginningIn } from '../../language/sorted.ts';
import { createMemo } from '../evidence/memo.ts';
import { Cue } from '../requests/cues.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import { valuesIn } from '../requests/traits.ts';
import type { Evidence } from '../review.ts';
import { type CheckContext, evidenceAt } from './check-context.ts';
import { isOf } from './last-named.ts';
import { areDifferent, likened } from './likened.ts';
import { KINDS_COMPARED } from './papers-differ.ts';
import { rowsNaming } from './rows-naming.ts';
import { givesPart, isSpokenOf, states } from './spoken-of.ts';
import { statementsOf } from './statements.ts';

/**
 * A sentence in which somebody puts a part of the request right: "Norco should be #60, not 90", "6 visits
 * instead of 12", "L4-5 was a typo". Whatever holds now, the request was stated in two ways.
 */
export function putRightIn(context: CheckContext): Evidence | undefined {
  const own = statementsOf(context);
  for (const document of context.documents) {
    for (const { at, contrasts, misprinted } of puttingRight(document)) {
      const row = document.rows[at] as Sentence;
      const contrasted = contrasts.some(
        ({ one, other, start }) =>
          isSpokenOf(context, document, at, start, one) &&
          (states(own, one, context.request) ||
            states(own, other, context.request) ||
            // "Vicodin is tid, not bid": a part that its line item leaves out
            (isNamedIn(context, document, row) && !givesPart(own, one, context.request))),
      );
      const isMisprint = misprinted.some(
        ({ value, start }) =>
          isSpokenOf(context, document, at, start, value) && givesPart(own, value, context.request),
      );
      if (contrasted || isMisprint) return evidenceAt(document, row, 'opposes');
    }
  }
  return undefined;
}

/** Two values of which one holds and the other does not. */
interface Contrast {
  one: Value;
  other: Value;
  /** Where the first of them starts. */
  start: number;
}

interface PuttingRight {
  /** Index of the row. */
  at: number;
  contrasts: readonly Contrast[];
  /** Values of a row that calls one of them a slip of the pen. */
  misprinted: readonly { value: Value; start: number }[];
}

/** The rows that put something right, whatever it is of; the same for all requests. */
function puttingRight(document: IndexedDocument): readonly PuttingRight[] {
  return rowsPuttingRight(document, '', () => {
    const { cues, rows, reading } = document;
    const told = rowsNaming(document, Cue.puttingRight, Cue.misprint, Cue.disagreement);
    return told.flatMap((at): PuttingRight[] => {
      const row = rows[at];
      if (!row || cues.has(Cue.granted, row.start, row.end)) return [];
      const isMisprint = cues.has(Cue.misprint, row.start, row.end);
      const values = isMisprint ? valuesIn(reading, row) : [];
      const contrasts = contrastsIn(document, row);
      if (contrasts.length === 0 && values.length === 0) return [];
      return [{ at, contrasts, misprinted: values.filter(({ value }) => isCompared(value)) }];
    });
  });
}

const rowsPuttingRight = createMemo<IndexedDocument, readonly PuttingRight[]>();

/** What stands between the value that holds and the other one. */
const BETWEEN =
  /^(?: [a-z]+){0,2}[\s,;("'-]*(?:and )?(?:instead of|rather than|in place of|not)\s+(?:the |a |for )?#?$/i;
const NUMBER = `\\d{1,3}|${numberWords(0, 28).join('|')}`;
/** "Times two, not four", "zero instead of three". */
const SPOKEN = new RegExp(
  `(?<![\\w./-])(${NUMBER}),? (?:and )?(?:instead of|rather than|not) (?:the )?(${NUMBER})(?![\\w/-]|\\.\\d)`,
  'gi',
);

/** A sentence that sets two papers apart names few values. */
const MOST_SET_APART = 8;
/** Characters between a value and the word that puts it right. */
const RIGHTED_WITHIN = 40;

/** "The form says 10 mg #60, he meant 5 mg #15": a word that puts right stands between two of a kind. */
function contrastsAround(
  { cues }: IndexedDocument,
  row: Sentence,
  values: readonly ValueMention[],
): Contrast[] {
  const corrections = cues.within(Cue.correction, row.start, row.end);
  return cues.within(Cue.puttingRight, row.start, row.end).flatMap((cue): Contrast[] => {
    if (!corrections.some((one) => one.start < cue.end && cue.start < one.end)) return [];
    const before = values.filter(
      ({ end }) => end <= cue.start && cue.start - end <= RIGHTED_WITHIN,
    );
    const after = values.filter(
      ({ start }) => start >= cue.end && start - cue.end <= RIGHTED_WITHIN,
    );
    return after.flatMap(({ value: other }): Contrast[] => {
      const one = before.findLast(({ value }) => value.kind === other.kind);
      const differs = one && JSON.stringify(one.value) !== JSON.stringify(other);
      return differs ? [{ one: one.value, other, start: one.start }] : [];
    });
  });
}

function contrastsIn(document: IndexedDocument, row: Sentence): Contrast[] {
  const { reading } = document;
  const values = valuesIn(reading, row).filter(({ value }) => isCompared(value));
  const written = values.flatMap(({ value: one, start, end }, at): Contrast[] => {
    const next = values[at + 1];
    if (!next || !BETWEEN.test(reading.text.slice(end, next.start))) return [];
    const other = likened(next.value, one);
    return other && JSON.stringify(one) !== JSON.stringify(other) ? [{ one, other, start }] : [];
  });
  const spoken = [...reading.text.slice(row.start, row.end).matchAll(SPOKEN)].map(
    ({ index, 1: one = '', 2: other = '' }): Contrast => ({
      one: numberOf(one),
      other: numberOf(other),
      start: row.start + index,
    }),
  );
  const apart = document.cues.has(Cue.disagreement, row.start, row.end) ? pairsOf(values) : [];
  return [...written, ...spoken, ...apart, ...contrastsAround(document, row, values)];
}

/** "The plan and the form disagree, 6 against 4": the first two of a kind that are not the same. */
function pairsOf(values: readonly ValueMention[]): Contrast[] {
  return values.slice(0, MOST_SET_APART).flatMap(({ value: one, start }, at, all): Contrast[] => {
    const other = all.slice(at + 1).find(({ value }) => likened(value, one) !== undefined)?.value;
    return other && areDifferent(one, other) ? [{ one, other, start }] : [];
  });
}

function numberOf(words: string): Value {
  const amount = numberWritten(words);
  return { kind: 'number', amount: { low: amount, high: amount } };
}

/** Whether a request has a part that a value may be of. */
function isCompared({ kind }: Value): boolean {
  return kind === 'refills' || KINDS_COMPARED.has(kind);
}

/** Whether a row names the request's drug or treatment. */
function isNamedIn(context: CheckContext, { anchors }: IndexedDocument, row: Sentence): boolean {
  return beginningIn(anchors, row).some((anchor) => isOf(context, anchor));
}
