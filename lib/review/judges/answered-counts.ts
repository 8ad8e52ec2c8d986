import { numberWritten, SMALL_NUMBER } from '../../language/number-words.ts';
import { type IndexedDocument, sentenceAt } from '../evidence/case-index.ts';
import type { CuedNumber } from './cued-counts.ts';

/** "How many? 10 last fall", "How many visits so far?   A: about 12", "PT visits to date? none". */
const ANSWERED = new RegExp(
  `(?:\\bhow many\\b(?!\\s+(?:hours?|days?|weeks?|months?|years?|times (?:a|per)|minutes?|blocks?|pounds?|pills?|tablets?|a day))[^?\\n]{0,60}|\\b(?:visits|sessions|treatments)(?: of [a-z ]{2,20}?)?(?: (?:to date|so far|done|attended|completed|used|had|already))?[ \\t]{0,20}|\\b(?:prior|previous|past|earlier|any)\\b(?=[^?\\n]{0,40}\\b(?:PT|OT|therapy|chiro\\w*|acu\\w*|visits|sessions|treatments)\\b)[^?\\n]{0,40}(?=\\?[^\\n\\d]{0,12}\\b(?:yes|yeah|y)\\b))\\?[ \\t]{0,20}(?:a(?:ns(?:wer)?)?[.:][ \\t]{0,20})?["“]?(?:(?:yes|yeah|y)[,;.:]?)?[ \\t]{0,20}(about|maybe|around|i think|i believe|approx\\w*\\.?)?[ \\t]{0,20}(${SMALL_NUMBER}|none|never|zero)(?![\\w%/:.-]?\\d|[ \\t]{0,20}(?:%|(?:or|to) \\d|-|hours?|days?|weeks?|months?|years?|minutes?|lbs?|pounds?))\\b`,
  'gi',
);
const NONE = /^(?:none|never|zero)$/i;

/** Numbers that answer how many there were. */
export function answeredCounts({ reading }: IndexedDocument): CuedNumber[] {
  return [...reading.text.matchAll(ANSWERED)].map((match) => {
    const [words, doubt, number = ''] = match;
    const end = match.index + words.length;
    const start = match.index;
    const amount = NONE.test(number) ? 0 : numberWritten(number);
    const place = { start, end, sentence: sentenceAt(reading, start) };
    return { place, amount, ordinal: false, unsure: doubt !== undefined };
  });
}
