import type { Reading } from '../../language/mention.ts';
import type { IndexedDocument } from './case-index.ts';
import { createMemo } from './memo.ts';
import { type Place, type Span, scopeOf } from './scopes.ts';

/** Concept of the packs: words that name a note as corrected, before what it said. */
const CORRECTS = 'correction-of-note';

/** What is written, as against what is so. */
const WRITTEN =
  /\b(?:line|note|entry|entries|entered|statement|box|check ?box|template|templated|sheet|form|field|drop-?down|dictation|dictated|transcri\w+|report|print-?out|chart\w*|typed|wrote|written|recorded|listed|marked|ticked|checked|says|said|reads?|stated)\b|\b(?:p|pg|page)\.? ?\d/i;
/** Concepts of the packs: what takes back what was written ("was a template error"), or gives it to another. */
const TAKEN_BACK = 'written-wrongly';
const OF_ANOTHER = 'written-of-another';
/** "Should be 'none'". */
const SHOULD_BE = /\b(?:should|is to|ought to|must|was (?:meant|supposed) to) be (?=["'“‘])/i;
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
  const said = withoutBrackets(before);
  const isQuoted = OPEN_QUOTE.test(said);
  const quoted = isQuoted ? (TO_END_OF_QUOTE.exec(after)?.[0].length ?? 0) : 0;
  const behind = { start: place.end + quoted, end: place.end + after.length };
  const isWritten = WRITTEN.test(
    `${said} ${reading.text.slice(place.start, place.end)} ${withoutBrackets(after)}`,
  );
  if (!isWritten && quoted === 0) return false;
  if (wordsUpTo(document, OF_ANOTHER, behind) !== undefined) return true;
  if (!isWritten) return false;
  if (TAKING_BACK.test(said)) return true;
  const rest = withoutBrackets(after.slice(quoted));
  const should = SHOULD_BE.exec(rest);
  const between =
    wordsUpTo(document, TAKEN_BACK, behind) ??
    (should && !/[,;]/.test(rest.slice(0, should.index)) ? rest.slice(0, should.index) : undefined);
  return between !== undefined && !OF_WHAT_FOLLOWS.test(between);
}

/** The words of a stretch before its first mention of a concept, without brackets; undefined behind a comma. */
function wordsUpTo(
  { mentions, reading: { text } }: IndexedDocument,
  concept: string,
  { start, end }: Span,
): string | undefined {
  for (const found of mentions.of(concept, start, end)) {
    const words = text.slice(start, found.start);
    if (words.lastIndexOf('(') > words.lastIndexOf(')')) continue;
    const between = withoutBrackets(words);
    return /[,;]/.test(between) ? undefined : between;
  }
  return undefined;
}

function withoutBrackets(words: string): string {
  return words.replace(IN_BRACKETS, ' ');
}

const IN_BRACKETS = /\([^()]*\)/g;

/** What a sentence says around a place: no more than its brackets, where it stands in some. */
function aroundIn(text: string, sentence: Span, place: Span) {
  const before = text.slice(sentence.start, place.start);
  const after = text.slice(place.end, sentence.end);
  const opens = before.lastIndexOf('(');
  const closes = after.indexOf(')');
  if (opens > before.lastIndexOf(')') && closes >= 0)
    return { before: before.slice(opens + 1), after: after.slice(0, closes) };
  return { before, after };
}
