import type { IndexedDocument } from './case-index.ts';
import { createMemo } from './memo.ts';
import type { Place } from './scopes.ts';
import { type Account, accountOf } from './speaker.ts';

/** Where a statement was found. */
export interface Told {
  document: IndexedDocument;
  item: Place;
  /** What it names, in its own words and beside it: drugs, classes of them, care. */
  names?: () => readonly string[];
}

/** A choice that is ticked on a form; it is no sentence that somebody wrote. */
const TICKED = /\[\s?[xX*✓✔]\s?\]|\(\s?[xX✓✔]\s?\)|[☒☑✔✓]/;
const BOX: Account = { name: '[x]', kind: 'paper' };

/** How two sides are told: by two who are both named, in two parts of one note, or not apart. */
export type Apart = 'by-two' | 'in-two-parts' | undefined;

/** What one side tells: read once, however many others it is held against. */
export interface ToldSide {
  tellers(): Tellers;
  /** The words it is told in, as they are compared. */
  words(): ReadonlySet<string>;
}

/** Who and what tells one side. */
interface Tellers {
  names: ReadonlySet<string>;
  /** Of some of it nobody is named. */
  isUnnamed: boolean;
  /** Some of it is ticked, or all. */
  hasBox: boolean;
  isOfBoxes: boolean;
  /** Some of it stands in a part of a note that has a title. */
  hasPart: boolean;
}

/** A side of which each statement has its place; undefined where that is not known. */
export function toldSide(statements: readonly (Told | undefined)[]): ToldSide {
  let tellers: Tellers | undefined;
  let words: ReadonlySet<string> | undefined;
  return {
    tellers() {
      tellers ??= tellersOf(statements);
      return tellers;
    },
    words() {
      words ??= new Set(statements.flatMap(wordsOf));
      return words;
    },
  };
}

/**
 * Whether each side is told by somebody, or on some paper, that the other is not: "Dr. A:" and "the
 * therapist notes", a ticked box and what is written beside it, a history and a list of questions.
 */
export function toldApart(one: ToldSide, other: ToldSide): Apart {
  const [first, second] = [one.tellers(), other.tellers()];
  if (first.isOfBoxes !== second.isOfBoxes) {
    const rest = first.isOfBoxes ? second : first;
    if (!rest.hasBox && !rest.isUnnamed) return 'by-two';
  }
  if (first.isUnnamed || second.isUnnamed) return undefined;
  // one who says both takes nothing from another who says but one
  const isOneSided = !isSubset(first.names, second.names) || !isSubset(second.names, first.names);
  if (!isOneSided) return undefined;
  return first.hasPart || second.hasPart ? 'in-two-parts' : 'by-two';
}

function isSubset(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return some.size <= all.size && [...some].every((name) => all.has(name));
}

function tellersOf(side: readonly (Told | undefined)[]): Tellers {
  const accounts = side.map(
    (told) => told && (isTicked(told) ? BOX : accountOf(told.document, told.item)),
  );
  return {
    names: new Set(accounts.flatMap((account) => account?.name ?? [])),
    isUnnamed: accounts.includes(undefined),
    hasBox: accounts.includes(BOX),
    isOfBoxes: accounts.every((account) => account === BOX),
    hasPart: accounts.some((account) => account?.kind === 'part'),
  };
}

function isTicked({ document, item }: Told): boolean {
  return tickedSentences(document, item.sentence, () => {
    const { text, sentences } = document.reading;
    const sentence = sentences[item.sentence];
    return sentence !== undefined && TICKED.test(text.slice(sentence.start, sentence.end));
  });
}

const tickedSentences = createMemo<IndexedDocument, boolean, number>();

const WORD = /[a-z]{4,}/g;
/** Forms of a word are alike in so many letters: "bleeding", "bleed". */
const STEM = 5;

/** Whether two sides speak of one thing by its own word: a fever, and no fever. */
export function shareWord(one: ToldSide, other: ToldSide): boolean {
  const words = one.words();
  return [...other.words()].some((word) => words.has(word));
}

function wordsOf(told: Told | undefined): string[] {
  if (!told) return [];
  const { document, item } = told;
  const text = document.reading.text.slice(item.start, item.end).toLowerCase();
  return [...text.matchAll(WORD)].map(([word]) => word.slice(0, STEM));
}
