import type { Snippet } from './snippet.ts';
import { hasWord, SnippetIndex } from './snippet-index.ts';
import { warningsOf } from './validity.ts';

/** A snippet of a library. `key` is unique over all libraries. */
export interface FoundSnippet {
  key: string;
  snippet: Snippet;
}

/** What is at hand while the reviewer searches. */
export interface SearchContext {
  /** `CriterionReview.id` of the open criterion. */
  criterion: string | null;
  treatment: string | null;
  /** ISO date the editions are chosen by. */
  asOf: string;
  /** Keys of favourites. */
  favourites: ReadonlySet<string>;
  /** Keys of what was used lately, latest first. */
  recent: readonly string[];
}

/** The best of what was found, best first, and how many there are in all. */
export interface SnippetHits<Found extends FoundSnippet> {
  best: Found[];
  total: number;
}

export interface SnippetSearch<Found extends FoundSnippet = FoundSnippet> {
  /** Finds what has every word begun so far, ranked by what it serves. Without words all are found. */
  find(query: string, context: SearchContext): SnippetHits<Found>;
  /** All that are found and wanted, in the same order. */
  findAll(query: string, context: SearchContext, isWanted: (found: Found) => boolean): Found[];
}

/** More are never listed: who types another word finds the rest. */
export const MOST_FOUND = 100;

/**
 * Makes the search of a list step by step, a snippet at a time, so that whoever asks for it can do
 * other things in between: 10,000 take some hundred milliseconds in all.
 */
export function* makeSnippetSearch<Found extends FoundSnippet>(
  found: readonly Found[],
): Generator<void, SnippetSearch<Found>, void> {
  const index = new SnippetIndex();
  for (const { snippet } of found) {
    index.add(snippet);
    yield;
  }
  return searchOf(found, index);
}

/** The search of a list, at once. */
export function createSnippetSearch<Found extends FoundSnippet>(
  found: readonly Found[],
): SnippetSearch<Found> {
  const making = makeSnippetSearch(found);
  for (;;) {
    const step = making.next();
    if (step.done) return step.value;
  }
}

/** The search of a list before its words are known: without words all are found, else nothing. */
export function unindexedSearch<Found extends FoundSnippet>(
  found: readonly Found[],
): SnippetSearch<Found> {
  return searchOf(found, null);
}

function searchOf<Found extends FoundSnippet>(
  found: readonly Found[],
  index: SnippetIndex | null,
): SnippetSearch<Found> {
  let weighed: { context: SearchContext; weights: Float32Array } | undefined;
  const weightsIn = (context: SearchContext) => {
    if (weighed === undefined || !isSame(weighed.context, context)) {
      weighed = { context, weights: weightsOf(found, context) };
    }
    return weighed.weights;
  };
  const scoresOf = (query: string, context: SearchContext): Float32Array => {
    const weights = weightsIn(context);
    if (!hasWord(query)) return weights;
    if (index === null) return new Float32Array(found.length);
    const scores = index.search(query);
    for (let at = 0; at < scores.length; at += 1)
      scores[at] = (scores[at] ?? 0) * (weights[at] ?? 0);
    return scores;
  };
  return {
    find: (query, context) => bestOf(found, scoresOf(query, context)),
    findAll: (query, context, isWanted) => {
      const scores = scoresOf(query, context);
      const order = orderBy(found, scores);
      return [...found.keys()]
        .filter((at) => (scores[at] ?? 0) > 0)
        .sort(order)
        .flatMap((at) => found[at] ?? [])
        .filter(isWanted);
    },
  };
}

/** The highest scores first, equal ones by title. */
function orderBy(found: readonly FoundSnippet[], scores: Float32Array) {
  return (one: number, other: number): number => {
    const difference = (scores[other] ?? 0) - (scores[one] ?? 0);
    if (difference !== 0) return difference;
    const [title = '', otherTitle = ''] = [found[one]?.snippet.title, found[other]?.snippet.title];
    return title < otherTitle ? -1 : title > otherTitle ? 1 : 0;
  };
}

/** The best entries in order; what has no score is left out. Sorting all would take too long. */
function bestOf<Found extends FoundSnippet>(
  found: readonly Found[],
  scores: Float32Array,
): SnippetHits<Found> {
  const order = orderBy(found, scores);
  const best: number[] = [];
  let total = 0;
  for (let at = 0; at < found.length; at += 1) {
    if ((scores[at] ?? 0) <= 0) continue;
    total += 1;
    const last = best.at(-1);
    if (best.length === MOST_FOUND && last !== undefined && order(at, last) >= 0) continue;
    let place = best.length;
    while (place > 0 && order(at, best[place - 1] ?? 0) < 0) place -= 1;
    best.splice(place, 0, at);
    if (best.length > MOST_FOUND) best.pop();
  }
  return { best: best.flatMap((at) => found[at] ?? []), total };
}

function isSame(one: SearchContext, other: SearchContext): boolean {
  return (
    one.criterion === other.criterion &&
    one.treatment === other.treatment &&
    one.asOf === other.asOf &&
    one.favourites === other.favourites &&
    one.recent === other.recent
  );
}

/** What serves the open criterion outranks any match in words; what is out of date comes last. */
function weightsOf(found: readonly FoundSnippet[], context: SearchContext): Float32Array {
  const { criterion, treatment, asOf, favourites } = context;
  const recent = new Map(context.recent.map((key, at) => [key, at]));
  const weightOf = ({ key, snippet }: FoundSnippet) => {
    let weight = 1;
    if (criterion !== null && snippet.criteria.includes(criterion)) weight *= 20;
    else if (treatment !== null && snippet.treatments.includes(treatment)) weight *= 4;
    if (favourites.has(key)) weight *= 2;
    const used = recent.get(key);
    if (used !== undefined) weight *= 1 + 0.5 / (1 + used);
    // A draft is as good as its dates; what is retired or out of date is not.
    const warnings = warningsOf(snippet, asOf);
    return warnings.some((warning) => warning !== 'draft') ? weight / 10 : weight;
  };
  return Float32Array.from(found, weightOf);
}
