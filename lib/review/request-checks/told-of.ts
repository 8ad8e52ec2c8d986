import type { Sentence } from '../../language/mention.ts';
import { beginningIn } from '../../language/sorted.ts';
import { firstFrom } from '../requests/cues.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import type { CheckContext } from './check-context.ts';
import { isOf, lastNamed } from './last-named.ts';

/** Sections that tell what was, not what is asked for. */
const PAST = new Set(['history', 'treatment-to-date', 'family-history', 'guideline']);

/**
 * The rows that name no treatment and go on about the one named last, where that is the request's: "He is
 * on Norco 10. Takes one every six hours." `at` are the indices of the rows that may tell something.
 */
export function toldOf(
  context: CheckContext,
  document: IndexedDocument,
  at: Iterable<number>,
): Sentence[] {
  const { rows, anchors } = document;
  return [...new Set(at)].flatMap((place) => {
    const row = rows[place];
    if (!row || beginningIn(anchors, row).length > 0) return [];
    if (isOfPast(document, row.section)) return [];
    return isOf(context, lastNamed(document, place)) ? [row] : [];
  });
}

/** A row of so few words says nothing else. */
export const FEW_WORDS = 5;

/** So many rows may go on about what was named. */
const GOES_ON = 3;

/** Indices of the rows right behind those that name the request's treatment. */
export function rowsAfter(context: CheckContext, { anchors, rows }: IndexedDocument): number[] {
  return anchors
    .filter((anchor) => isOf(context, anchor))
    .flatMap(({ start }) => {
      const row = firstFrom(rows, start + 1) - 1;
      return Array.from({ length: GOES_ON }, (_, at) => row + at + 1);
    });
}

/** Whether a section tells what was, not what is asked for. */
export function isOfPast({ reading }: IndexedDocument, section: number): boolean {
  return PAST.has(reading.sections[section]?.kind ?? '');
}
