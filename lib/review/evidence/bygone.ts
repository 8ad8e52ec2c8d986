import type { IndexedDocument } from './case-index.ts';
import { clauseAround, type Place, type Span } from './scopes.ts';

/** Concepts of the packs: words that put a clause into the time before, and words of the present. */
const OPENING = 'bygone-opening';
const NOW = 'now-word';
/** A bullet, a quotation mark or a bracket may stand before the first word. */
const LEAD = 3;

/**
 * Whether the clause of a place is one of the time before: "Before the accident he mowed his lawn". One
 * that goes on to the present compares the two: "Before the accident ..., now ...".
 */
export function isBygone(document: IndexedDocument, place: Place): boolean {
  const { mentions } = document;
  const clause = clauseAround(document, place);
  const opens = mentions.of(OPENING, clause.start, clause.end)[0];
  return (
    opens !== undefined &&
    opens.start - clause.start <= LEAD &&
    mentions.of(NOW, opens.end, clause.end).length === 0
  );
}

/**
 * The clause of a place where only a part of its sentence speaks of the present: "In March he took none;
 * now he takes two". What the rest says, and its day, are not of it.
 */
export function clauseOfNow(document: IndexedDocument, place: Place): Span | undefined {
  const clause = clauseAround(document, place);
  const [now] = document.mentions.of(NOW, clause.start, clause.end);
  if (!now || now.start - clause.start > LEAD) return undefined;
  const sentence = document.reading.sentences[place.sentence] ?? clause;
  const isWhole = clause.start <= sentence.start && sentence.end - clause.end <= LEAD;
  return isWhole ? undefined : clause;
}
