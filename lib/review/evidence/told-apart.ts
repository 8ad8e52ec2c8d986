import type { IndexedDocument } from './case-index.ts';
import type { Place } from './scopes.ts';
import { type Account, accountOf } from './speaker.ts';

/** Where a statement was found. */
export interface Told {
  document: IndexedDocument;
  item: Place;
}

/** A choice that is ticked on a form; it is no sentence that somebody wrote. */
const TICKED = /\[\s?[xX*✓✔]\s?\]|\(\s?[xX✓✔]\s?\)|[☒☑✔✓]/;
const BOX: Account = { name: '[x]', kind: 'paper' };

/** How two sides are told: by two who are both named, in two parts of one note, or not apart. */
export type Apart = 'by-two' | 'in-two-parts' | undefined;

/**
 * Whether each side is told by somebody, or on some paper, that the other is not: "Dr. A:" and "the
 * therapist notes", a ticked box and what is written beside it, a history and a list of questions.
 */
export function toldApart(
  one: readonly (Told | undefined)[],
  other: readonly (Told | undefined)[],
): Apart {
  const [first, second] = [accountsOf(one), accountsOf(other)];
  const ticked = [first, second].map((side) => side.every((account) => account === BOX));
  if (ticked[0] !== ticked[1] && ![...first, ...second].every((account) => account === BOX)) {
    const rest = ticked[0] ? second : first;
    if (!rest.includes(BOX) && !rest.includes(undefined)) return 'by-two';
  }
  const all = [...first, ...second];
  if (all.includes(undefined)) return undefined;
  const names = [first, second].map((side) => new Set(side.map((account) => account?.name)));
  // one who says both takes nothing from another who says but one
  const isOneSided = names.some((own, at) => [...own].some((name) => !names[1 - at]?.has(name)));
  if (!isOneSided) return undefined;
  return all.some((account) => account?.kind === 'part') ? 'in-two-parts' : 'by-two';
}

function accountsOf(side: readonly (Told | undefined)[]): (Account | undefined)[] {
  return side.map((told) => told && (isTicked(told) ? BOX : accountOf(told.document, told.item)));
}

function isTicked({ document: { reading }, item }: Told): boolean {
  const sentence = reading.sentences[item.sentence];
  return sentence !== undefined && TICKED.test(reading.text.slice(sentence.start, sentence.end));
}

const WORD = /[a-z]{4,}/g;
/** Forms of a word are alike in so many letters: "bleeding", "bleed". */
const STEM = 5;

/** Whether two sides speak of one thing by its own word: a fever, and no fever. */
export function shareWord(
  one: readonly (Told | undefined)[],
  other: readonly (Told | undefined)[],
): boolean {
  const words = new Set(one.flatMap(wordsOf));
  return other.flatMap(wordsOf).some((word) => words.has(word));
}

function wordsOf(told: Told | undefined): string[] {
  if (!told) return [];
  const { document, item } = told;
  const text = document.reading.text.slice(item.start, item.end).toLowerCase();
  return [...text.matchAll(WORD)].map(([word]) => word.slice(0, STEM));
}
