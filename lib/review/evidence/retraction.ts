import type { IndexedDocument } from './case-index.ts';
import type { Place } from './scopes.ts';

/** Concept of the packs: words that name a note as corrected, before what it said. */
const CORRECTS = 'correction-of-note';

/** What is written, as against what is so. */
const WRITTEN =
  /\b(?:line|note|entry|entries|statement|box|check ?box|template|templated|sheet|form|field|drop-?down|dictation|dictated|transcri\w+|report|print-?out|chart\w*|typed|wrote|written|recorded|listed|marked|ticked|checked|says|said|reads?|stated)\b/i;
/** Words after what was written that take it back: "was a template error", "belongs to another patient". */
const TAKEN_BACK =
  /\b(?:(?:is|was|were|are|being)(?: \w+){0,3} (?:error|mistake|typo|slip|leftover)s?|(?:entered|charted|documented|written|checked|ticked|marked|recorded|put|typed|selected|dictated|listed|left)(?: \w+)? (?:in error|by mistake|by accident|wrongly|mistakenly|erroneously)|in error|(?<!(?:some|any|no)thing |what )(?:is|was|were|are) (?:wrong|incorrect|inaccurate|mistaken|erroneous|outdated|not (?:right|correct|accurate|true))|(?:carried|copied|pulled|pasted) (?:over|forward|in) from|(?:for|of|from|belongs? to|about) (?:another|a different|the wrong) (?:patient|person|chart|claimant|visit)|(?:should be|to be|is|was) (?:disregarded|struck|ignored|deleted|withdrawn|retracted)\b)/i;
/** Words that take back what follows, up to the next comma. */
const TAKING_BACK =
  /(?:^\W*|\b(?:please|to|should) )(?:disregard|strike|ignore|delete|retract)\b[^,;:.]*$|\b(?:erroneously|mistakenly|wrongly)\b[^,;:.]*$/i;

const OPEN_QUOTE = /(?:^|\s|\()["'“‘][^"'”’]*$/;
const TO_END_OF_QUOTE = /^[^"'”’]*["'”’]/;

/**
 * Whether the sentence that a place stands in takes it back: "the line 'no trigger points' was a
 * template error". Only what is said to be written somewhere can be taken back.
 */
export function isRetracted({ mentions, reading }: IndexedDocument, place: Place): boolean {
  const sentence = reading.sentences[place.sentence];
  if (!sentence) return false;
  const corrected = mentions.of(CORRECTS, sentence.start, place.start).at(-1);
  if (corrected && !/[,;:]/.test(reading.text.slice(corrected.end, place.start))) return true;
  const words = reading.text.slice(sentence.start, sentence.end);
  if (!WRITTEN.test(words)) return false;
  const before = reading.text.slice(sentence.start, place.start);
  const after = reading.text.slice(place.end, sentence.end);
  if (TAKING_BACK.test(before)) return true;
  const rest = OPEN_QUOTE.test(before) ? after.replace(TO_END_OF_QUOTE, '') : after;
  const back = TAKEN_BACK.exec(rest);
  return back !== null && !/[,;]/.test(rest.slice(0, back.index));
}
