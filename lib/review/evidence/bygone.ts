import type { IndexedDocument } from './case-index.ts';
import type { Place } from './scopes.ts';

/** Concepts of the packs: words that put a whole sentence into the time before, and words of the present. */
const OPENING = 'bygone-opening';
const NOW = 'now-word';
/** A bullet, a quotation mark or a bracket may stand before the first word. */
const LEAD = 3;

const GOES_ON = /;|\b(?:but|while|whereas)\b/i;

/**
 * Whether the sentence of a place is one of the time before: "Before the accident he mowed his lawn". One
 * that goes on to the present compares the two: "Before the accident ..., now ...".
 */
export function isBygone({ reading, mentions }: IndexedDocument, { sentence }: Place): boolean {
  const own = reading.sentences[sentence];
  if (!own) return false;
  const opens = mentions.of(OPENING, own.start, own.end)[0];
  const rest = reading.text.slice(opens?.end ?? own.end, own.end);
  return (
    opens !== undefined &&
    opens.start - own.start <= LEAD &&
    !GOES_ON.test(rest) &&
    mentions.of(NOW, opens.end, own.end).length === 0
  );
}
