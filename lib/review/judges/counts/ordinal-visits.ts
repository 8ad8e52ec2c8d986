import { type LongPattern, longPattern } from '../../../language/long-pattern.ts';
import {
  numberWords,
  numberWritten,
  ORDINALS,
  ordinalWords,
} from '../../../language/number-words.ts';
import { TIMES } from '../../../language/values/value-lexicon.ts';
import { type IndexedDocument, sentenceAt } from '../../evidence/case-index.ts';
import { matchesIn, stretchesAround } from '../matches-around.ts';
import type { CuedNumber } from './cued-counts.ts';

const NAMED = ordinalWords(20).join('|');
const CARDINALS = numberWords(1, 20);
/** Digits or a word. */
const NUMBER = `(\\d{1,3}|${CARDINALS.join('|')})`;
/** What one visit is called. */
const ONE_VISIT =
  '(?:visit|session|treatment|tx|appointment|appt|adjustment|manipulation|needling)';
/** "Her 9th visit", "the fourth PT session". */
const NTH = longPattern(
  `\\b(?:(\\d{1,2})(?:st|nd|rd|th)|(${NAMED}))\\s+(?:(?!day|week|month|lumbar|cervical)[\\w-]+\\s+){0,3}${ONE_VISIT}\\b(?!s)`,
  'gi',
);
/** "Saw her for the eleventh time": somebody is seen again. */
const NTH_TIME = longPattern(
  `\\b(?:saw|seen|see|here|in|came|comes|attend\\w*|treat\\w*|needled|adjusted|worked with)\\b[^.;\\d]{0,30}?\\bfor (?:the|his|her|a) (?:(\\d{1,2})(?:st|nd|rd|th)|(${NAMED})) time\\b`,
  'gi',
);
/** "Visits 1 to 21", "sheets #1 through #9", "PT #1-6": as many as the last of them says. */
const NUMBERED_FROM_ONE = longPattern(
  /\b(?:visits?|sessions?|sheets?|notes?|tx|treatments?|PT|OT|therapy|chiro|acupuncture) (?:run |numbered |are numbered )?(?:from )?(?:#|no\.? ?)?1 ?(?:to|-|–|through|thru) ?(?:#|no\.? ?)?(\d{1,3})(?![\d/]| ?[x×] ?(?:\/|per|a |wk|week)| times)/gi,
);
/** "Visit today is #17", "today's is no. 9": the number of today's visit. */
const NUMBER_NOW = longPattern(
  `\\b(?:${ONE_VISIT}s?(?: (?:today|this (?:morning|afternoon|week|date)))?|(?:today|this|now)(?:'s)?(?: (?:${ONE_VISIT}|one))?) (?:is|was|makes|made|marks|=) (?:(?:his|her) )?(?:${ONE_VISIT} )?(?:(?:#|no\\.?|number) ?${NUMBER}\\b|(\\d{1,3})(?=\\s?(?:[.;,)]|$|of (?:the )?\\d)))`,
  'gi',
);
/** "Eval plus seven follow-ups": the first visit and those after it. */
const FIRST_AND_MORE = longPattern(
  `\\b(?:eval\\w*|IE|initial (?:visit|eval\\w*)|first visit) (?:plus|and|\\+|&) (\\d{1,2}|${CARDINALS.join('|')}) (?:follow.?ups?|visits|sessions|treatments|more|tx)\\b`,
  'gi',
);
/** "tx: #6 of the 12 approved", "Visit #: 9". */
const NUMBERED = longPattern(
  `\\b${ONE_VISIT}s?(?: ?(?:no\\.?|number))? ?(?:: ?#|# ?:|#) ?(\\d{1,3})(?![\\d/-])`,
  'gi',
);
/** "PT #9.", "OT #17 today" at the start of a line: a note of that visit. */
const NUMBERED_NOTE = longPattern(
  /(?:^|\n|\d\s)[ \t]*(?:PT|OT|physical therapy|occupational therapy|hand therapy|aquatic|pool|chiro(?:practic)?|CMT|acupuncture|acu)(?: (?:note|soap|daily note|tx))? ?# ?(\d{1,3})(?=\s*(?:[.:;,)(\n]|$|today|\d{1,2}\/\d))/gi,
);
/** "Tx count (incl. today): 4". */
const COUNT_LABEL = longPattern(
  /\b(?:visit|session|treatment|tx)s? (?:count|total|tally)(?: ?\([^)\n\d]{0,24}\))?[ \t]?[:=][ \t]{0,8}(\d{1,3})(?![\d/-]| ?of\b)/gi,
);
/** "Arrived on 14 days", "was treated on six dates". */
const ON_DAYS = longPattern(
  `\\b(?:attend\\w*|came|arriv\\w+|seen|treated|present|showed up|signed in)(?: \\w+){0,2} on (\\d{1,2}|${CARDINALS.join('|')}) (?:different |separate |several )?(?:days|dates|occasions)\\b`,
  'gi',
);
/** "Seen by PT twice so far": no "twice a week". */
const TWICE = longPattern(
  /\b(?:seen|saw|went|been|gone|came|treated|attended|visited|needled|adjusted|worked with)\b[^.;:\n\d]{0,40}?\b(?<!at |all at |more than |at least )(once|twice|thrice)\b(?!,? ?-?(?:a|an|per|each|every|weekly|daily|monthly|or|\/)\b|[^.;\n]{0,60}\btimes\b)/gi,
);
/** "Visit 12", "tx 6", "SESSION NINE": no office visit, no day. */
const VISIT = longPattern(
  `(?<!\\b(?:office|clinic|home|ER|ED|hospital|follow.?up|last|next|post.?op|md|doctor'?s?|pre.?op) )\\b${ONE_VISIT} (?:(?:no\\.|number) ?)?${NUMBER}(?![\\w/%:-]| ?(?:x|days?|wks?|weeks?|months?|mg|times|hours?|min\\w*|[a-z]+ (?:ago|later))\\b)`,
  'gi',
);
/** "This is the 8th visit", "today makes visit number nine": so many, and no more. */
const IS_NOW = /\b(?:this|today|today's)\b(?:\s[\w']+){0,4}\s(?:is|was|makes|marks|made)\b[^.;]*$/i;
/** A visit that is to come, or that a rule names. */
const TO_COME =
  /\b(?:by|until|before|next|an?|any|schedul\w+|will (?:be|have)|re-?(?:eval\w*|exam\w*|assess\w*) (?:at|on|by)?|every|each)\s+(?:the\s+|his\s+|her\s+|a\s+)?$/i;
const STILL_TO_COME =
  /^ (?:is |was |now )?(?:pending|scheduled|set (?:for|up)|booked|to be|awaited|not yet|has not|will be)\b/i;
const BEFORE = 40;

/** Words that the patterns need. */
const VISIT_WORD = /visit|session|treatment|tx|app(?:oin)?t|adjustment|manipulation|needling/gi;
const TIME_WORD = / time\b/gi;
const TIMES_WORD = /once|twice|thrice/gi;
const DAYS_WORD = / (?:days|dates|occasions)\b/gi;
const NUMBER_SIGN = /#/g;
const FROM_ONE = /1 ?(?:to|th|[-–])/gi;

/** Visits that a text numbers by their place in the row. */
export function ordinalVisits(document: IndexedDocument): CuedNumber[] {
  const { reading } = document;
  const { text } = reading;
  const visits = stretchesAround(text, VISIT_WORD);
  const ofVisits = (pattern: LongPattern) => matchesIn(text, visits, pattern);
  const around = (word: RegExp, pattern: LongPattern) =>
    matchesIn(text, stretchesAround(text, word), pattern);
  const found = [...ofVisits(NTH), ...around(TIME_WORD, NTH_TIME)];
  const single = found.flatMap((match): CuedNumber[] => {
    const start = match.index;
    const before = reading.text.slice(Math.max(0, start - BEFORE), start);
    const after = reading.text.slice(start + match[0].length).slice(0, BEFORE);
    if (TO_COME.test(before) || STILL_TO_COME.test(after)) return [];
    const [, digits, word] = match;
    const amount = digits ? Number(digits) : (ORDINALS[word?.toLowerCase() ?? ''] ?? 0);
    const sentence = sentenceAt(reading, start);
    const ordinal = !IS_NOW.test(before);
    return [{ place: { start, end: start + match[0].length, sentence }, amount, ordinal }];
  });
  const counted = (matches: Iterable<RegExpExecArray>, amountOf: AmountOf, ordinal = false) =>
    countedBy(matches, document, amountOf, ordinal);
  const digits: AmountOf = ([, number]) => Number(number);
  const written: AmountOf = ([, number = '']) => numberWritten(number);
  return [
    ...counted(around(FROM_ONE, NUMBERED_FROM_ONE), digits),
    ...single,
    ...counted(NUMBER_NOW.matchAll(text), ([, sign, number]) =>
      numberWritten(sign ?? number ?? ''),
    ),
    ...counted(ofVisits(COUNT_LABEL), digits),
    ...counted(ofVisits(NUMBERED), digits, true),
    ...counted(around(NUMBER_SIGN, NUMBERED_NOTE), digits, true),
    ...counted(around(TIMES_WORD, TWICE), ([, times = '']) => TIMES[times.toLowerCase()] ?? 0),
    ...counted(around(DAYS_WORD, ON_DAYS), written),
    ...counted(ofVisits(VISIT), written, true),
    ...counted(FIRST_AND_MORE.matchAll(text), ([, more = '']) => 1 + numberWritten(more)),
  ];
}

/** Before a first visit that is no count but the time of what is told: "6/10 visit 1", "same as at visit 1". */
const TIME_OF_IT = /(?:\b(?:at|since|from|vs\.?|than|on|was|as of)\s+|\d[°%]?,?\s+)$/i;

type AmountOf = (match: RegExpExecArray) => number;

/** The visits that words of the text count, each with its amount. */
function countedBy(
  matches: Iterable<RegExpExecArray>,
  { reading }: IndexedDocument,
  amountOf: AmountOf,
  ordinal: boolean,
): CuedNumber[] {
  return [...matches].flatMap((match) => {
    const start = match.index;
    const before = reading.text.slice(Math.max(0, start - BEFORE), start);
    if (ordinal && amountOf(match) === 1 && TIME_OF_IT.test(before)) return [];
    const place = { start, end: start + match[0].length, sentence: sentenceAt(reading, start) };
    return [{ place, amount: amountOf(match), ordinal }];
  });
}
