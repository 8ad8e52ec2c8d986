import type { Rulebook } from '../../guidelines/rulebook.ts';
import { conceptsOf, firstFrom, type IndexedDocument, sentenceAt } from './case-index.ts';
import { createMemo } from './memo.ts';
import { beginsItem, type Place, type Span } from './scopes.ts';

/** Groups of concepts, one a region; the first of each names it. */
export type Regions = readonly (string | readonly string[])[];

/** Sentences of a paragraph that go on about a region without its name. */
export const CARRIED = 6;

/** "Neck: no better. Spurling positive.": the regions that the sentences before go on about. */
export function carriedRegions(
  document: IndexedDocument,
  { sentence: at }: Place,
  regions: Regions,
  rulebook: Rulebook,
): readonly number[] {
  const { sentences, text } = document.reading;
  let after = sentences[at];
  for (let back = 0; back <= CARRIED && after; back += 1) {
    const sentence = sentences[at - back];
    if (!sentence || sentence.paragraph !== after.paragraph) break;
    if (back > 0 && beginsItem(text, sentence, after)) break;
    const named = regionsIn(document, sentence, regions, rulebook);
    if (named.length > 0) return named;
    after = sentence;
  }
  return [];
}

const LABEL_ENDS = /^[\w ,()/+&-]{0,16}:/;
const LONGEST_LABEL = 20;

/** "Neck: pain 6, down the arm. Low back: 7, Kemp's positive.": the region of the label before a place. */
export function labelledRegions(
  document: IndexedDocument,
  { start, sentence: at }: Place,
  regions: Regions,
  rulebook: Rulebook,
  farthest: number,
): readonly number[] | undefined {
  if (regions.length === 0) return undefined;
  const { sentences, text } = document.reading;
  const all = wordsOfRegions(document, regions, rulebook);
  const own = sentences[at];
  for (let back = 0; back <= farthest && own; back += 1) {
    const sentence = sentences[at - back];
    if (sentence?.paragraph !== own.paragraph || sentence.section !== own.section) break;
    const end = Math.min(sentence.end, start);
    let label = -1;
    const named = new Set<number>();
    for (let word = firstFrom(all, sentence.start); word < all.length; word += 1) {
      const { start: from, end: to, region } = all[word] as RegionWord;
      if (from >= end) break;
      if (to > end || !LABEL_ENDS.test(text.slice(to, to + LONGEST_LABEL))) continue;
      if (to !== label) named.clear();
      label = to;
      named.add(region);
    }
    if (named.size > 0) return [...named].sort((one, other) => one - other);
  }
  return undefined;
}

/** The regions that a stretch names or speaks of, ascending. */
export function regionsIn(
  document: IndexedDocument,
  { start, end }: Span,
  regions: Regions,
  rulebook: Rulebook,
): readonly number[] {
  if (regions.length === 0) return NO_REGIONS;
  const all = wordsOfRegions(document, regions, rulebook);
  const found = new Set<number>();
  const from = firstFrom(all, start);
  for (let at = from; at < all.length; at += 1) {
    const word = all[at] as RegionWord;
    if (word.start >= end) break;
    if (word.end <= end) found.add(word.region);
  }
  if (found.size > 0) for (const { region } of listedBefore(document, all, from)) found.add(region);
  return found.size === 0 ? NO_REGIONS : [...found].sort((one, other) => one - other);
}

/** What may stand between two parts of one list; it may go on in the next line. */
const LISTED =
  /^(?:[ \t,/&]|\b(?:and|or|the|his|her|left|right|both)\b)*(?:\r?\n(?:[ \t,/&]|\b(?:and|or|the|his|her|left|right|both)\b)*)?$/i;
/** Parts of one list that are looked at. */
const LONGEST_LIST = 12;

/** "Neck and upper back pain": the parts that stand in one list, of one sentence, with the part at `from`. */
function listedBefore(
  { reading }: IndexedDocument,
  all: readonly RegionWord[],
  from: number,
): readonly RegionWord[] {
  const { start: ofPart } = all[from] as RegionWord;
  const begin = reading.sentences[sentenceAt(reading, ofPart)]?.start ?? ofPart;
  let first = from;
  let parts = 1;
  while (first > 0 && parts < LONGEST_LIST) {
    const [before, next] = [all[first - 1] as RegionWord, all[first] as RegionWord];
    if (before.start < begin) break;
    if (next.start > before.end) {
      if (!LISTED.test(reading.text.slice(before.end, next.start))) break;
      parts += 1;
    }
    first -= 1;
  }
  return all.slice(first, from);
}

const NO_REGIONS: readonly number[] = [];

interface RegionWord extends Span {
  region: number;
}

/** All words of a document that name or speak of a region, by start. */
function wordsOfRegions(
  document: IndexedDocument,
  regions: Regions,
  rulebook: Rulebook,
): readonly RegionWord[] {
  return regionWords(document, regions, () =>
    regions
      .flatMap((refs, region) =>
        conceptsOf(refs, rulebook).flatMap((concept) =>
          (document.mentions.get(concept) ?? []).map(({ start, end }) => ({ start, end, region })),
        ),
      )
      .sort((one, other) => one.start - other.start),
  );
}

const regionWords = createMemo<IndexedDocument, readonly RegionWord[], Regions>();
