import { longPattern } from '../../language/long-pattern.ts';
import type { Reading } from '../../language/mention.ts';
import type { IndexedDocument } from './case-index.ts';
import { createMemo } from './memo.ts';
import { type Place, type Span, scopeOf } from './scopes.ts';

/** Concept of the packs: words that name a note as corrected, before what it said. */
const CORRECTS = 'correction-of-note';

/** What is written, as against what is so. */
const WRITTEN =
  /\b(?:line|note|entry|entries|entered|statement|box|check ?box|template|templated|sheet|form|field|drop-?down|dictation|dictated|transcri\w+|report|print-?out|chart\w*|typed|wrote|written|recorded|listed|marked|ticked|checked|says|said|reads?|stated)\b|\b(?:p|pg|page)\.? ?\d/i;
/** Words after what was written that take it back: "was a template error", "should read". */
const TAKEN_BACK = longPattern(
  /\b(?:(?:is|was|were|are|being)(?: \w+){0,3} (?:error|mistake|typo|slip|leftover)s?|(?:entered|charted|documented|written|checked|ticked|marked|recorded|put|typed|selected|dictated|listed|left|clicked|chosen|pulled)(?: \w+)? (?:in error|by mistake|by accident|wrongly|mistakenly|erroneously)|in error|(?<!(?:some|any|no)thing |what )(?:is|was|were|are) (?:wrong|incorrect|inaccurate|mistaken|erroneous|outdated|not (?:right|correct|accurate|true))|(?:carried|copied|pulled|pasted) (?:over|forward|in) from|(?:for|of|from|belongs? to|about) (?:another|a different|the wrong) (?:patient|person|chart|claimant|visit)|(?:should|is to|ought to|must|was (?:meant|supposed) to) (?:read|say|have (?:read|said|been)|be (?=["'“‘]))|(?:should be|to be|is|was) (?:disregarded|struck|ignored|deleted|withdrawn|retracted)\b)/i,
);
/** "That's her husband's", "not this patient": what was written is somebody else's. */
const OF_ANOTHER = longPattern(
  /\b(?:(?:that|this|it|which)(?:'s| is| was)|is|was|are|were|belongs? to|refers? to|about) (?:(?:his|her|the|(?:the )?(?:pt|patient)'?s) )?(?:husband|wife|spouse|mother|father|mom|dad|brother|sister|son|daughter|twin|roommate|cousin|coworker)(?:'s|s')?\b(?! (?:says|said|states|reports|told|thinks|who))|\bnot (?:this|our) (?:pt|patient|worker|claimant)\b|\b(?:wrong|another|different|other) (?:pt|patient|person|chart|claimant)(?:'s)?\b|\bmis-?filed\b/i,
);
/** Words that take back what follows, up to the next comma. */
const TAKING_BACK =
  /(?:^\W*|[:;,]\s*|\b(?:please|to|should) )(?:disregard|strike|ignore|delete|retract|remove)\b[^,;:.]*$|\b(?:erroneously|mistakenly|wrongly|in error|by mistake)\b[^,;:.]*$/i;

/** "(the line that he does none is wrong)": what is taken back is what follows, not what was said before. */
const OF_WHAT_FOLLOWS =
  /\b(?:the|that|this|an?) (?:\w+ )?(?:line|note|entry|statement|box|field|sentence|record) (?:that|saying|stating|which|about|reading|for|of)\b/i;

const QUOTE = /["'“”‘’]/;
const OPEN_QUOTE = /(?:^|\s|\()["'“‘][^"'”’]*$/;
const TO_END_OF_QUOTE = /^[^"'”’]*["'”’]/;

/** Whether a sentence speaks of what is written or quotes it; many places in it are asked for. */
const maySpeakOfWriting = createMemo<Reading, boolean, number>();

/**
 * Whether the sentence that a place stands in takes it back: "the line 'no trigger points' was a
 * template error". Only what is said to be written somewhere can be taken back.
 */
export function isRetracted(document: IndexedDocument, place: Place): boolean {
  const { mentions, reading } = document;
  const sentence = reading.sentences[place.sentence];
  if (!sentence) return false;
  const corrected = mentions.of(CORRECTS, sentence.start, place.start).at(-1);
  if (corrected && !/[,;:]/.test(reading.text.slice(corrected.end, place.start))) return true;
  const maySpeak = maySpeakOfWriting(reading, place.sentence, () => {
    const words = reading.text.slice(sentence.start, sentence.end);
    return WRITTEN.test(words) || QUOTE.test(words);
  });
  if (!maySpeak) return false;
  const { before, after } = aroundIn(reading.text, scopeOf(document, place, 'sentence'), place);
  const isQuoted = OPEN_QUOTE.test(before);
  const rest = isQuoted ? after.replace(TO_END_OF_QUOTE, '') : after;
  const isWritten = WRITTEN.test(
    `${before} ${reading.text.slice(place.start, place.end)} ${after}`,
  );
  if (!isWritten && !(isQuoted && rest !== after)) return false;
  const other = OF_ANOTHER.exec(rest);
  if (other && !/[,;]/.test(rest.slice(0, other.index))) return true;
  if (!isWritten) return false;
  if (TAKING_BACK.test(before)) return true;
  const back = TAKEN_BACK.exec(rest);
  if (back === null) return false;
  const between = rest.slice(0, back.index);
  return !/[,;]/.test(between) && !OF_WHAT_FOLLOWS.test(between);
}

const IN_BRACKETS = /\([^()]*\)/g;

/** What a sentence says around a place: within its brackets, or outside of all brackets. */
function aroundIn(text: string, sentence: Span, place: Span) {
  const before = text.slice(sentence.start, place.start);
  const after = text.slice(place.end, sentence.end);
  const opens = before.lastIndexOf('(');
  const closes = after.indexOf(')');
  if (opens > before.lastIndexOf(')') && closes >= 0)
    return { before: before.slice(opens + 1), after: after.slice(0, closes) };
  return { before: before.replace(IN_BRACKETS, ' '), after: after.replace(IN_BRACKETS, ' ') };
}
