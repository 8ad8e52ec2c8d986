import type { IndexedDocument } from './case-index.ts';
import type { Place } from './scopes.ts';

/** A letter that argues for the request, named at the start of the line or before what it says. */
const PLEADING =
  /\b(?:(?:appeal|cover|reply|response|rebuttal|necessity) letter|letter of (?:appeal|medical necessity)|letter (?:of|dated|from|by|to)\b|appeal (?:of|dated|from|states|says)|(?:his|her|the) (?:letter|appeal)\b|cover (?:sheet|page|note))/i;
const FARTHEST = 300;

/**
 * Whether a place stands in a letter that argues for the request. What it says of the patient is
 * evidence, but it examines nobody: it supersedes no finding of an examination before it.
 */
export function isPleading(document: IndexedDocument, place: Place): boolean {
  const { sentences, text } = document.reading;
  const sentence = sentences[place.sentence];
  if (!sentence) return false;
  const paragraph = document.paragraphs.get(sentence.paragraph) ?? sentence;
  return PLEADING.test(text.slice(Math.max(paragraph.start, place.start - FARTHEST), place.start));
}
