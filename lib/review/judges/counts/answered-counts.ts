import { longPattern } from '../../../language/long-pattern.ts';
import { numberWritten, SMALL_NUMBER } from '../../../language/number-words.ts';
import { type IndexedDocument, sentenceAt } from '../../evidence/case-index.ts';
import { matchesIn, stretchesAround } from '../matches-around.ts';
import type { CuedNumber } from './cued-counts.ts';

/** "How many? 10 last fall", "How many visits so far?   A: about 12", "PT visits to date? none". */
const ANSWERED = longPattern(
  `(?:\\bhow many\\b(?!\\s+(?:hours?|days?|weeks?|months?|years?|times (?:a|per)|minutes?|blocks?|pounds?|pills?|tablets?|a day))[^?\\n]{0,60}|\\b(?:visits|sessions|treatments)(?: of [a-z ]{2,20}?)?(?: (?:to date|so far|done|attended|completed|used|had|already))?[ \\t]{0,20}|\\b(?:prior|previous|past|earlier|any)\\b(?=[^?\\n]{0,40}\\b(?:PT|OT|therapy|chiro\\w*|acu\\w*|visits|sessions|treatments)\\b)[^?\\n]{0,40}(?=\\?[^\\n\\d]{0,12}\\b(?:yes|yeah|y)\\b))\\?[ \\t]{0,20}(?:a(?:ns(?:wer)?)?[.:][ \\t]{0,20})?["“]?(?:(?:yes|yeah|y)[,;.:]?)?[ \\t]{0,20}(about|maybe|around|i think|i believe|approx\\w*\\.?)?[ \\t]{0,20}(${SMALL_NUMBER}|none|never|zero)(?![\\w%/:.-]?\\d|[ \\t]{0,20}(?:%|(?:or|to) \\d|-|hours?|days?|weeks?|months?|years?|minutes?|lbs?|pounds?))\\b`,
  'gi',
);
/** What both need. */
const QUESTION_MARK = /\?/g;
const NONE = /^(?:none|never|zero)$/i;

/** "Prior acupuncture? None.", "Any PT so far?  no", "PT? Y 10. Acupuncture? N.": that there was none. */
const ANSWERED_NONE = longPattern(
  /(?:(?:^|[\n.;,|:])[ \t]{0,20}(?=(?:PT|OT|physical therapy|chiro\w*|acu\w*)[ \t]?\?)|\b(?:prior|previous|past|earlier|any|ever had)\b[ \t])(?=[^?\n]{0,30}\b(?:PT|OT|therapy|chiro\w*|acu\w*|visits|sessions)\b)(?:(?!relief|benefit|help|report|record|note|gain|change|improve|problem|complication|denial)[^?\n]){2,40}\?[ \t]{0,20}(?:a(?:ns(?:wer)?)?[.:][ \t]{0,20})?["“]?(?:no(?:ne)?|n|nil|never|zero|0)["”]?[ \t]{0,20}(?=[.;,)\n]|$)/gi,
);

/** Numbers that answer how many there were. */
export function answeredCounts({ reading }: IndexedDocument): CuedNumber[] {
  const counted = (match: RegExpExecArray, amount: number, unsure = false): CuedNumber => {
    const start = match.index;
    const place = { start, end: start + match[0].length, sentence: sentenceAt(reading, start) };
    return { place, amount, ordinal: false, unsure };
  };
  const { text } = reading;
  const asked = stretchesAround(text, QUESTION_MARK);
  return [
    ...matchesIn(text, asked, ANSWERED_NONE).map((match) => counted(match, 0)),
    ...matchesIn(text, asked, ANSWERED).map((match) => {
      const [, doubt, number = ''] = match;
      const amount = NONE.test(number) ? 0 : numberWritten(number);
      return counted(match, amount, doubt !== undefined);
    }),
  ];
}
