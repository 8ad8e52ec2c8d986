import type { BodyPlaces } from '../../guidelines/pack.ts';
import type { Rulebook } from '../../guidelines/rulebook.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import type { RequestDetails } from '../review.ts';
import {
  CARRIED,
  carriedRegions,
  labelledRegions,
  type Regions,
  regionsIn,
} from './body-regions.ts';
import {
  type CaseIndex,
  conceptsOf,
  documentById,
  type IndexedDocument,
  sentenceAt,
  within,
} from './case-index.ts';
import { clauseAround, type Place, partAround, type Span, scopeOf } from './scopes.ts';

/** Where in the body a statement is about, as far as its own words say. */
export interface BodyPlace {
  side: 'left' | 'right' | undefined;
  /** Indices into the regions of the criterion that it may be of; empty where nothing says. */
  regions: readonly number[];
  /** The parts it names, in small letters: muscles. */
  parts: readonly string[];
  /** The phrases of the vocabulary that name them: "trap" and "upper trapezius" are of one. */
  kinds: readonly string[];
  /** Which of several it is of, in small letters: "the other one", "point 2". */
  which: string | undefined;
}

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
    labelledRegions(document, place, regions, rulebook, places.inPhrase ? 0 : CARRIED) ??
    (places.inPhrase
      ? [partAround(document, place), openingOf(clauseAround(document, place))]
          .map((span) => someOf(regionsIn(document, span, regions, rulebook)))
          .find((found) => found !== undefined)
      : (clause?.() ?? sentence?.()));
  // neck and leg in one clause: which of them, nobody can tell, unless the pack knows the whole body
  const isOneOfTwo = own && own.length > 1 && places.regions !== 'body';
  const named =
    first((span) => {
      const found = lastBefore(document, place, names(document, parts, span, rulebook));
      return found.length > 0 ? found : undefined;
    }) ?? [];
  return {
    side: first((span) => only(sidesIn(document, span))),
    regions: isOneOfTwo
      ? []
      : (own ?? (carried ? carriedRegions(document, place, regions, rulebook) : [])),
    parts: named.map(({ start, end }) => document.reading.text.slice(start, end).toLowerCase()),
    kinds: named
      .filter(
        ({ start }) => !LED_TO.test(document.reading.text.slice(Math.max(0, start - FAR), start)),
      )
      .map(({ phrase }) => phrase),
    which: whichOf(document, place, spans[0], places, rulebook),
  };
}

/** "It shoots to the deltoid": a part that pain goes to is not the one that was pressed. */
const LED_TO =
  /\b(?:to|into|towards?|down|up|over|across|behind|along|through|around)\s+(?:(?:the|his|her|my|left|right|ipsilateral|post|posterior|anterior|lateral|[lr])\s+){0,2}$/i;
const FAR = 32;

/** "The wrist had splints, therapy and ibuprofen": the words that a clause opens with. */
function openingOf({ start, end }: Span): Span {
  return { start, end: Math.min(end, start + LONGEST_SUBJECT) };
}

const LONGEST_SUBJECT = 16;

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

/** The parts that the words of a request name, by the phrases of the vocabulary. */
export function kindsAsked(
  { passages }: Pick<FoundRequest, 'passages'>,
  { parts = [] }: BodyPlaces,
  { documents, rulebook }: Pick<CaseIndex, 'documents' | 'rulebook'>,
): ReadonlySet<string> {
  return new Set(
    passages.flatMap((passage) => {
      const document = documentById(documents, passage.document);
      return document ? names(document, parts, passage, rulebook).map(({ phrase }) => phrase) : [];
    }),
  );
}

/** Whether a statement may be one about the regions asked for: one that names none may be of any. */
export function isOfRegions({ regions }: BodyPlace, asked: readonly number[]): boolean {
  return asked.length === 0 || regions.length === 0 || regions.some((one) => asked.includes(one));
}

/** The side that was asked for; undefined for both sides and for none. */
export function sideAsked({ side }: Pick<RequestDetails, 'side'>): 'left' | 'right' | undefined {
  return side === 'left' || side === 'right' ? side : undefined;
}

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
