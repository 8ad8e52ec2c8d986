/**
 * The mentions of a text as columns. There is one for every few characters and hardly any is ever looked
 * at: a mention is made when it is first asked for, by its place or by its concept, and kept.
 */
import type { Assertion, Mention } from './mention.ts';
import { readAs } from './read-as.ts';
import { groupRows, type RowsByConcept } from './rows-by-concept.ts';
import { beginningIn, firstAtLeast, firstFrom } from './sorted.ts';
import type { Tokens } from './tokens.ts';

/** The mentions of a text, sorted by start. Whoever asks must not change what comes. */
export interface Mentions extends Iterable<Mention> {
  readonly length: number;
  /** The mention with this index; undefined when there is none. */
  at(index: number): Mention | undefined;
  /** Whether the text names the concept. */
  has(concept: string): boolean;
  /** The mentions of a concept, by start; undefined when there is none. */
  get(concept: string): readonly Mention[] | undefined;
  /** Where the mentions of a concept start: UTF-16 offsets, ascending. */
  startsOf(concept: string): Int32Array;
  /** The mentions of a concept that lie wholly in a stretch of the text, by start; only they are made. */
  of(concept: string, start: number, end: number): readonly Mention[];
  /** Whether a mention of a concept lies wholly in a stretch of the text. */
  names(concept: string, start: number, end: number): boolean;
  /** The mentions that lie wholly in a stretch of the text. */
  within(span: { start: number; end: number }): Mention[];
  /** The mentions of some concepts, by start. */
  among(concepts: Iterable<string>): Mention[];
  /** The mentions of all concepts that `holds` is true of, by start; kept for that function. */
  where(holds: ConceptTest): readonly Mention[];
  /** Those of `where` that begin in a stretch of the text; only they are made. */
  whereIn(holds: ConceptTest, span: { start: number; end: number }): Mention[];
  /** The indices of the mentions of all concepts that `holds` is true of, ascending; kept for that function. */
  indicesWhere(holds: ConceptTest): Int32Array;
}

export type ConceptTest = (concept: string) => boolean;

/** Whether a concept is a drug of the lexicon. */
export const isDrug: ConceptTest = (concept) => concept.startsWith('drug:');

/** What a vocabulary knows: names of its concepts, and of each phrase its concept and its words. */
export interface Phrases {
  concepts: readonly string[];
  /** Index of each concept in `concepts`. */
  conceptIndex: ReadonlyMap<string, number>;
  /** By phrase: index of its concept. */
  conceptOf: Int32Array;
  phrase: readonly string[];
  /** What was meant by those phrases that are slips. */
  slips: ReadonlyMap<number, string>;
}

/** Where phrases stand: `phrase` an index into `Phrases`, `first` and `last` (inclusive) tokens. */
export interface PhrasePlaces {
  phrase: Int32Array;
  first: Int32Array;
  last: Int32Array;
}

/** What mentions are made of. */
export interface MentionSource {
  tokens: Tokens;
  phrases: Phrases;
  places: PhrasePlaces;
  /** First token of each sentence. */
  sentences: { count: number; first: Int32Array };
  /** How the mention at an index of `places` is meant. */
  assertionOf(index: number): Assertion;
  /** The words that were meant by a slip, by the id of the word. */
  spelling?: (word: number) => string;
}

const NONE: readonly Mention[] = [];
const NO_STARTS = new Int32Array(0);

/** Mentions that are made of `source` as they are asked for. */
export function mentionsOf(source: MentionSource): Mentions {
  const { tokens, phrases, places } = source;
  const { conceptOf, concepts, conceptIndex } = phrases;
  const { phrase, first, last } = places;
  const length = phrase.length;
  const made = new Array<Mention | undefined>(length);
  const byConcept = new Map<string, readonly Mention[]>();
  const byTest = new Map<ConceptTest, readonly Mention[]>();
  const indicesByTest = new Map<ConceptTest, Int32Array>();
  let rows: RowsByConcept | undefined;

  function make(index: number): Mention {
    const known = made[index];
    if (known !== undefined) return known;
    const from = first[index] as number;
    const to = last[index] as number;
    const id = phrase[index] as number;
    const mention = new ColumnMention(index, source.assertionOf);
    mention.concept = concepts[conceptOf[id] as number] as string;
    mention.start = startOf(index);
    mention.end = endOf(index);
    mention.phrase = phrases.phrase[id] as string;
    mention.sentence = sentenceOf(from);
    const slip = phrases.slips.get(id) ?? readAs(tokens, from, to + 1, source.spelling);
    if (slip !== undefined) mention.slip = slip;
    made[index] = mention;
    return mention;
  }

  function startOf(index: number): number {
    return tokens.start[first[index] as number] as number;
  }

  function endOf(index: number): number {
    return tokens.end[last[index] as number] as number;
  }

  function sentenceOf(token: number): number {
    const { first: starts, count } = source.sentences;
    return Math.max(0, firstAtLeast(starts, count, token + 1) - 1);
  }

  function rowsByConcept(): RowsByConcept {
    rows ??= groupRows(source, concepts.length);
    return rows;
  }

  function has(concept: string): boolean {
    const index = conceptIndex.get(concept);
    if (index === undefined) return false;
    const { from } = rowsByConcept();
    return (from[index] as number) < (from[index + 1] as number);
  }

  function get(concept: string): readonly Mention[] | undefined {
    let found = byConcept.get(concept);
    if (found === undefined && has(concept)) {
      const index = conceptIndex.get(concept) as number;
      const { from, row } = rowsByConcept();
      found = Array.from(row.subarray(from[index], from[index + 1]), make);
      byConcept.set(concept, found);
    }
    return found;
  }

  /** Of the rows of a concept, by its index, the first that starts at or behind an offset. */
  function firstRowFrom(concept: number, start: number): number {
    const { from, start: starts } = rowsByConcept();
    let low = from[concept] as number;
    let high = from[concept + 1] as number;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function of(concept: string, start: number, end: number): readonly Mention[] {
    const known = conceptIndex.get(concept);
    if (known === undefined) return NONE;
    const { from, row, start: starts, end: ends } = rowsByConcept();
    const until = from[known + 1] as number;
    let found: Mention[] | undefined;
    for (let at = firstRowFrom(known, start); at < until; at += 1) {
      if ((starts[at] as number) >= end) break;
      if ((ends[at] as number) > end) continue;
      found ??= [];
      found.push(make(row[at] as number));
    }
    return found ?? NONE;
  }

  function names(concept: string, start: number, end: number): boolean {
    const known = conceptIndex.get(concept);
    if (known === undefined) return false;
    const { from, start: starts, end: ends } = rowsByConcept();
    const until = from[known + 1] as number;
    for (let at = firstRowFrom(known, start); at < until; at += 1) {
      if ((starts[at] as number) >= end) return false;
      if ((ends[at] as number) <= end) return true;
    }
    return false;
  }

  function startsOf(concept: string): Int32Array {
    const known = conceptIndex.get(concept);
    if (known === undefined) return NO_STARTS;
    const { from, start } = rowsByConcept();
    return start.slice(from[known], from[known + 1]);
  }

  function indicesAmong(wanted: ReadonlySet<string>): Int32Array {
    const { from, row } = rowsByConcept();
    const parts: Int32Array[] = [];
    let count = 0;
    for (const concept of wanted) {
      if (!has(concept)) continue;
      const index = conceptIndex.get(concept) as number;
      const part = row.subarray(from[index], from[index + 1]);
      parts.push(part);
      count += part.length;
    }
    const indices = new Int32Array(count);
    let at = 0;
    for (const part of parts) {
      indices.set(part, at);
      at += part.length;
    }
    return parts.length > 1 ? indices.sort() : indices;
  }

  function indicesWhere(holds: ConceptTest): Int32Array {
    let indices = indicesByTest.get(holds);
    if (indices === undefined) {
      const wanted = conceptsWhere(phrases, holds);
      const found: number[] = [];
      for (let index = 0; index < length; index += 1)
        if (wanted[conceptOf[phrase[index] as number] as number] === 1) found.push(index);
      indices = Int32Array.from(found);
      indicesByTest.set(holds, indices);
    }
    return indices;
  }

  function where(holds: ConceptTest): readonly Mention[] {
    let found = byTest.get(holds);
    if (found === undefined) {
      found = Array.from(indicesWhere(holds), make);
      byTest.set(holds, found);
    }
    return found;
  }

  function whereIn(holds: ConceptTest, span: { start: number; end: number }): Mention[] {
    const indices = indicesWhere(holds);
    const found: Mention[] = [];
    const from = firstAtLeast(first, length, firstAtLeast(tokens.start, tokens.count, span.start));
    for (let at = firstAtLeast(indices, indices.length, from); at < indices.length; at += 1) {
      const index = indices[at] as number;
      if (startOf(index) >= span.end) break;
      found.push(make(index));
    }
    return found;
  }

  function within({ start, end }: { start: number; end: number }): Mention[] {
    const found: Mention[] = [];
    const from = firstAtLeast(first, length, firstAtLeast(tokens.start, tokens.count, start));
    for (let index = from; index < length; index += 1) {
      if ((tokens.start[first[index] as number] as number) >= end) break;
      if ((tokens.end[last[index] as number] as number) <= end) found.push(make(index));
    }
    return found;
  }

  return {
    length,
    at: (index) => (index >= 0 && index < length ? make(index) : undefined),
    has,
    get,
    startsOf,
    of,
    names,
    within,
    among: (wanted) => Array.from(indicesAmong(new Set(wanted)), make),
    where,
    whereIn,
    indicesWhere,
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index += 1) yield make(index);
    },
  };
}

/** 1 for each concept of a vocabulary that a test is true of: the tests are few, and the same for every text. */
function conceptsWhere(phrases: Phrases, holds: ConceptTest): Uint8Array {
  const byTest = conceptsByTest.get(phrases) ?? new WeakMap();
  conceptsByTest.set(phrases, byTest);
  const found =
    byTest.get(holds) ?? Uint8Array.from(phrases.concepts, (one) => (holds(one) ? 1 : 0));
  byTest.set(holds, found);
  return found;
}

const conceptsByTest = new WeakMap<Phrases, WeakMap<ConceptTest, Uint8Array>>();

/** Mentions that were made before, sorted by start. */
export function mentionsOfList(list: readonly Mention[]): Mentions {
  const byConcept = new Map<string, Mention[]>();
  for (const mention of list) {
    const known = byConcept.get(mention.concept);
    if (known) known.push(mention);
    else byConcept.set(mention.concept, [mention]);
  }
  const byTest = new Map<ConceptTest, readonly Mention[]>();
  return {
    length: list.length,
    at: (index) => list[index],
    has: (concept) => byConcept.has(concept),
    get: (concept) => byConcept.get(concept),
    startsOf: (concept) => Int32Array.from(byConcept.get(concept) ?? NONE, ({ start }) => start),
    of: (concept, start, end) => withinList(byConcept.get(concept) ?? NONE, start, end),
    names: (concept, start, end) =>
      withinList(byConcept.get(concept) ?? NONE, start, end).length > 0,
    within: ({ start, end }) => withinList(list, start, end),
    among(concepts) {
      const wanted = new Set(concepts);
      return list.filter(({ concept }) => wanted.has(concept));
    },
    where(holds) {
      const found = byTest.get(holds) ?? list.filter(({ concept }) => holds(concept));
      byTest.set(holds, found);
      return found;
    },
    whereIn: (holds, span) => beginningIn(list, span).filter(({ concept }) => holds(concept)),
    indicesWhere: (holds) =>
      Int32Array.from(list.keys()).filter((index) => holds((list[index] as Mention).concept)),
    [Symbol.iterator]: () => list[Symbol.iterator](),
  };
}

function withinList(list: readonly Mention[], start: number, end: number): Mention[] {
  const behind = list.slice(firstFrom(list, start), firstFrom(list, end));
  return behind.filter((mention) => mention.end <= end);
}

/**
 * A mention that is asked how it is meant when someone wants to know: of most, cues of a heading or a
 * request, only the place matters. A copy by spreading needs an assertion of its own.
 */
class ColumnMention implements Mention {
  concept = '';
  start = 0;
  end = 0;
  phrase = '';
  sentence = 0;
  declare slip?: string;
  readonly #index: number;
  readonly #assertionOf: MentionSource['assertionOf'];

  constructor(index: number, assertionOf: MentionSource['assertionOf']) {
    this.#index = index;
    this.#assertionOf = assertionOf;
  }

  get assertion(): Assertion {
    return this.#assertionOf(this.#index);
  }
}
