import type { IndexedDocument } from './case-index.ts';
import { clauseAround, type Place, shares } from './scopes.ts';
import { shareWord, type Told, toldSide } from './told-apart.ts';

/** Concept of the packs: words that speak of all time and not of one visit, "never", "no history". */
const ALL_TIME = 'of-all-time';

interface Found {
  at?: Told | undefined;
  /** A computation has weighed all that is told of its thing. */
  computed?: boolean;
}

/**
 * Whether two sides tell of one thing, by its own word, at two places: "takes ibuprofen", "no ibuprofen".
 * What is read both ways in one place is one statement.
 */
export function speakOfOneThing(supports: readonly Found[], opposes: readonly Found[]): boolean {
  const [pro, contra] = [placesOf(supports), placesOf(opposes)];
  return (
    shareWord(toldSide(pro), toldSide(contra)) &&
    !pro.some((one) => contra.some((other) => overlap(one, other)))
  );
}

function placesOf(pieces: readonly Found[]): Told[] {
  return pieces.flatMap(({ at, computed = false }) => (at && !computed ? [at] : []));
}

function overlap(one: Told, other: Told): boolean {
  return one.document === other.document && shares(one.item, other.item);
}

/** Whether the clause of a statement speaks of all time: a denial of the past too. */
export function isOfAllTime(document: IndexedDocument, place: Place): boolean {
  const { start, end } = clauseAround(document, place);
  return document.mentions.of(ALL_TIME, start, end).length > 0;
}
