import type { BodyPlaces } from '../../guidelines/pack.ts';
import type { Rulebook } from '../../guidelines/rulebook.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import type { RequestDetails } from '../review.ts';
import {
  type CaseIndex,
  conceptsOf,
  documentById,
  firstFrom,
  type IndexedDocument,
  sentenceAt,
  within,
} from './case-index.ts';
import { createMemo } from './memo.ts';
import { beginsItem, clauseAround, type Place, type Span, scopeOf } from './scopes.ts';

/** Where in the body a statement is about, as far as its own words say. */
export interface BodyPlace {
  side: 'left' | 'right' | undefined;
  /** Indices into the regions of the criterion that it may be of; empty where nothing says. */
  regions: readonly number[];
  /** The parts it names, in small letters: muscles. */
  parts: readonly string[];
  /** Which of several it is of, in small letters: "the other one", "point 2". */
  which: string | undefined;
}

/** Groups of concepts, one a region; the first of each names it. */
type Regions = readonly (string | readonly string[])[];

/** The regions that a criterion tells apart. */
export function regionsOf({ regions = [] }: BodyPlaces, rulebook: Rulebook): Regions {
  return regions === 'body' ? rulebook.regions : regions;
}

/**
 * The part of the body that a finding is of: what its phrase names, else its clause; with `carried`,
 * else the sentences before it; with `goesOn` the sentence before tells the side and the muscle.
 */
export function bodyPlaceOf(
  document: IndexedDocument,
  place: Place,
  places: BodyPlaces,
  { rulebook }: Pick<CaseIndex, 'rulebook'>,
  carried = false,
  goesOn = false,
): BodyPlace {
  const { parts = [] } = places;
  const spans = [
    scopeOf(document, place, 'phrase'),
    clauseAround(document, place),
    scopeOf(document, place, 'sentence'),
    ...(goesOn ? sentenceBefore(document, place) : []),
  ];
  const first = <Found>(find: (span: Span) => Found | undefined) =>
    spans.map(find).find((found) => found !== undefined);
  const regions = regionsOf(places, rulebook);
  const [phrase, clause, sentence] = spans
    .slice(0, 3)
    .map((span) => () => someOf(regionsIn(document, span, regions, rulebook)));
  const own =
    phrase?.() ??
    (places.inPhrase
      ? undefined
      : (labelledRegions(document, place, regions, rulebook) ?? clause?.() ?? sentence?.()));
  // neck and leg in one clause: which of them, nobody can tell, unless the pack knows the whole body
  const isOneOfTwo = own && own.length > 1 && places.regions !== 'body';
  return {
    side: first((span) => only(sidesIn(document, span))),
    regions: isOneOfTwo
      ? []
      : (own ?? (carried ? carriedRegions(document, place, regions, rulebook) : [])),
    parts:
      first((span) => {
        const named = lastBefore(document, place, names(document, parts, span, rulebook));
        return named.length > 0
          ? named.map(({ start, end }) => document.reading.text.slice(start, end).toLowerCase())
          : undefined;
      }) ?? [],
    which: whichOf(document, place, spans[0], places, rulebook),
  };
}

/** "Right trapezius: a band. It jumps when strummed.": what is told goes on about the same muscle. */
function sentenceBefore({ reading }: IndexedDocument, { sentence: at }: Place): Span[] {
  const [before, own] = [reading.sentences[at - 1], reading.sentences[at]];
  return before !== undefined && before.paragraph === own?.paragraph ? [before] : [];
}

/** Which of several points a place is of: what its phrase says, else the sentence before it. */
function whichOf(
  document: IndexedDocument,
  place: Place,
  phrase: Span | undefined,
  { others = [] }: BodyPlaces,
  rulebook: Rulebook,
): string | undefined {
  if (others.length === 0) return undefined;
  const { start } = scopeOf(document, place, 'sentence');
  const named = [phrase, { start, end: place.start }]
    .map((span) => (span ? names(document, others, span, rulebook) : []))
    .find((found) => found.length > 0)
    ?.at(-1);
  return named && document.reading.text.slice(named.start, named.end).toLowerCase();
}

/** "QL with twitch; gluteus, but no twitch there": of two lists of parts the one before the place. */
function lastBefore<Part extends Span>(
  { reading }: IndexedDocument,
  place: Span,
  named: readonly Part[],
): readonly Part[] {
  const near = named.filter(({ start, end }) => {
    const between =
      end <= place.start
        ? reading.text.slice(end, place.start)
        : reading.text.slice(place.end, start);
    return !between.includes(';');
  });
  return near.length > 0 ? near : named;
}

/** The regions that the words of a request name. */
export function regionsAsked(
  { passages }: Pick<FoundRequest, 'passages'>,
  places: BodyPlaces,
  { documents, rulebook }: Pick<CaseIndex, 'documents' | 'rulebook'>,
): readonly number[] {
  const regions = regionsOf(places, rulebook);
  for (const { document: id, start, end } of passages) {
    const document = documentById(documents, id);
    if (!document) continue;
    const place = { start, end, sentence: sentenceAt(document.reading, start) };
    const isOfBody = places.regions === 'body';
    for (const span of [place, clauseAround(document, place)]) {
      const named = someOf(regionsNamed(document, span, regions, rulebook));
      if (named && (named.length === 1 || isOfBody)) return named;
      const meant = isOfBody && someOf(regionsIn(document, span, regions, rulebook));
      if (meant) return meant;
    }
    const spoken = bodyPlaceOf(document, place, places, { rulebook }).regions;
    if (!isOfBody && spoken.length > 0) return spoken;
  }
  return [];
}

/** Whether a statement may be one about the regions asked for: one that names none may be of any. */
export function isOfRegions({ regions }: BodyPlace, asked: readonly number[]): boolean {
  return asked.length === 0 || regions.length === 0 || regions.some((one) => asked.includes(one));
}

/** The side that was asked for; undefined for both sides and for none. */
export function sideAsked({ side }: Pick<RequestDetails, 'side'>): 'left' | 'right' | undefined {
  return side === 'left' || side === 'right' ? side : undefined;
}

/** Sentences of a paragraph that go on about a region without its name. */
const CARRIED = 6;

/** "Neck: no better. Spurling positive.": the regions that the sentences before go on about. */
function carriedRegions(
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
function labelledRegions(
  document: IndexedDocument,
  { start, sentence: at }: Place,
  regions: Regions,
  rulebook: Rulebook,
): readonly number[] | undefined {
  if (regions.length === 0) return undefined;
  const { sentences, text } = document.reading;
  const all = wordsOfRegions(document, regions, rulebook);
  const own = sentences[at];
  for (let back = 0; back <= CARRIED && own; back += 1) {
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
function regionsIn(
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

/** The regions that a stretch calls by their name. */
function regionsNamed(document: IndexedDocument, span: Span, regions: Regions, rulebook: Rulebook) {
  return regions.flatMap((refs, at) => {
    const head = typeof refs === 'string' ? refs : (refs[0] as string);
    return names(document, head, span, rulebook).length > 0 ? [at] : [];
  });
}

function names(
  document: IndexedDocument,
  refs: string | readonly string[],
  span: Span,
  rulebook: Rulebook,
) {
  return conceptsOf(refs, rulebook).flatMap((concept) =>
    within(document.mentions.get(concept), span),
  );
}

function sidesIn(document: IndexedDocument, span: Span): ('left' | 'right')[] {
  const sides = within(document.values.get('side'), span).flatMap(({ value }) => {
    if (value.kind !== 'side') return [];
    return value.side === 'bilateral' ? (['left', 'right'] as const) : [value.side];
  });
  if (sides.length > 0) return sides;
  const words = document.reading.text.slice(span.start, span.end);
  return [...words.matchAll(LETTER_OF_SIDE)].map(([letter]) => (letter === 'L' ? 'left' : 'right'));
}

/** "LTR R: present", "to the flank on R": a letter that the language takes for a side only before a part. */
const LETTER_OF_SIDE =
  /(?<=\b(?:on|on the|the) )[LR](?![\w-])|(?<=[A-Za-z)] )[LR](?=$|\s?:|\s(?:side|one|only)\b)/g;

function someOf(list: readonly number[]): readonly number[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** The one thing that all are; undefined where they differ or there is none. */
function only<Thing>(things: readonly Thing[]): Thing | undefined {
  const [first] = things;
  return things.every((thing) => thing === first) ? first : undefined;
}
