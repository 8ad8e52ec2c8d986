/** Bare numbers that may count visits: no values of something else, no count of another noun. */
import { longPattern } from '../../../language/long-pattern.ts';
import type { Value } from '../../../language/mention.ts';
import { numberWords, numberWritten } from '../../../language/number-words.ts';
import type { IndexedDocument } from '../../evidence/case-index.ts';
import { createMemo } from '../../evidence/memo.ts';
import type { Span } from '../../evidence/scopes.ts';
import { createSpanSet, type SpanSet } from '../../evidence/span-set.ts';
import { correctedTo } from './self-correction.ts';

/** A number that may count visits, with what it was put right to in the same breath. */
export interface BareNumber extends Span {
  amount: number;
  /** "Between 6 and 12", "8 or 9": one of two. */
  unsure: boolean;
}

const MOST_VISITS = 150;
const DOZEN = 12;
/** Letters around a number that say what it is of. */
export const LONGEST_REACH = 60;

const WORDS = numberWords(0, 20);
/** A quotation may end behind a word; behind digits its mark is a unit. */
/** "A dozen", "half a dozen", "two dozen": each by what it multiplies. */
const DOZENS = /^(?:(half)(?: a)?|a (half)|(two)|(three))? ?dozen$/i;
const DOZEN_WRITTEN = '(?:(?:half(?: a)?|a half|two|three) )?dozen';
const NUMBER_WRITTEN = `(?:\\d{1,3}(?!["'’])|${DOZEN_WRITTEN}|${WORDS.join('|')})`;
const NUMBER = new RegExp(`(?<![\\w.,/:#+-])${NUMBER_WRITTEN}(?!(?!x\\b)[\\w%])`, 'gi');
/** Units of what is no visit. */
const UNIT =
  '\\s?[%\'’"°]|#(?!\\s?\\d)|\\s?x\\s?(?:\\d|(?:a |per |\\/ ?)?(?:wks?|weeks?|mos?|months?)\\b)|\\s(?:days?|weeks?|wks?|months?|mos?|years?|yrs?|hours?|hrs?|h|minutes?|mins?|seconds?|secs?|lbs?|pounds?|kg|g|mg|ml|cm|mm|inch(?:es)?|ft|feet|foot|miles?|blocks?|degrees?|deg|points?|percent|reps?|sets?|levels?|injections?|shots?|surger(?:y|ies)|operations?|tablets?|tabs?|pills?|caps?|pages?|pg|kids|children|steps?|flights?|times? (?:(?:a|per|each|every) (?:day|night|week|wk|month|mo|year|yr)|weekly|daily|monthly)|x ?(?:a|per|daily|wks?|weeks?|mos?|months?|d)\\b|(?:to|-|->) ?\\d|(?:out )?of 10)\\b';
const IS_UNIT = longPattern(`^(?:${UNIT})`, 'i');
/** A number after which no visits are counted: "8/10", "6-0", "12 lb", "3 x 10", "30 degrees". */
const NOT_AFTER = longPattern(`^(?:[./:-]\\d|${UNIT})`, 'i');
/** "Nine visits done of": the number that follows is the whole. */
const PART_OF = `(?:\\d|\\b(?:${WORDS.join('|')}))(?:(?: [\\w'’/-]{1,12}){0,4} out of|(?: (?:visits?|sessions?|treatments?|tx))?(?: (?:done|kept|attended|completed|used|seen|paid))? ?(?:of|\\/)) ?(?:(?:the|all|those|these|an?|his|her|their|my) ){0,2}`;
const IS_WHOLE = new RegExp(`${PART_OF}$`, 'i');
const NOT_BEFORE = longPattern(
  `(?:${PART_OF}|\\d\\s?[x/.:-]\\s?|(?<!\\bw)\\/\\s?|\\bfrom (?:a )?|\\bpain (?:is |was |at )?(?:a )?|\\b(?:at|since|from|than|vs\\.?) (?:visit|session|treatment|tx) (?:no\\.? ?|#)?|\\bnot |\\binstead of |\\brather than |\\b(?:those|these|the other|only the) |\\b(?:page|pg|item|no\\. of pages|age|level|grade|phase|stage|type|week|day|month|tab|doc|document|exhibit|source|line|question|box|section|referral|claim) ?(?:no\\.? ?|#)?|\\b(?:pages|items|levels|weeks|days|months) )$`,
  'i',
);
/** "9 of 10 authorized": no score. */
const PART_OF_TEN =
  /^ (?:out )?of (?:the |his |her )?10 (?:auth\w*|approved|certified|granted|visits|sessions|treatments|tx)\b/i;
/** A noun of its own follows, which is what is counted: only these may follow a number of visits. */
const MAY_FOLLOW = longPattern(
  /^(?:\s*$|x\b|\s*\n|\s{2,}|\s*[,.;:)#\]|(&?=-]|\s\/\s(?=[a-z])|\s+(?:of|out|so|to|in|at|since|from|with|and|or|by|on|for|per|total|according|as|through|thru|before|when|not|but|were|was|are|is|have|has|had|i|we|he|she|they|it|this|that|these|the|a|last|over|between|during|only|already|altogether|w\/|no|plus|then|while|until|visits?|sessions?|treatments?|tx|txs|rx|dates?|occasions?|adjustments?|manipulations?|needl\w+|spinal|stamps?|punches|sign-?ins|payments?|bills?|(?:rounds?\s+of|trips?\s+to)\s+(?:the\s+)?(?:pt|ot|physical|therap\w+|chiro\w*|acu\w*|needl\w*|treatments?)|(?:treatment|paid) dates|appts?|appointments?|encounters?|times|x|days?\s+of|dos|attended|kept|completed|done|used|seen|paid|billed|finished|rendered|provided|logged|made|missed|cancell?ed|cx|n\/s|no.shows?|auth\w*|approved|certified|requested|remaining|left|more|additional|further|pt|ot|physical|occupational|aquatic|land|chiro\w*|acu\w*|prior|previous|earlier|hand|therapy|massage|manipulations?|adjustments?|post\w*|under|behind)\b)/i,
);
const BEFORE_IT =
  /\b(?:when|once|until|if|upon|should|would|will|to|can|may|every|each|another)\s+(?:\w+\s+){0,3}$/i;
const AFTER_IT =
  /^\s*(?:\w+\s+){0,3}(?:are|is|be|have been) (?:used up|used|completed|done|finished)\b/i;

const OTHER_KINDS: readonly Value['kind'][] = [
  'date',
  'duration',
  'since',
  'score',
  'percent',
  'dose',
  'age',
  'level',
  'frequency',
  'opioid-dose',
  'supply',
  'refills',
];

/** The numbers of a stretch of the text that may count visits, in their order. */
export function bareNumbers(document: IndexedDocument, { start, end }: Span): BareNumber[] {
  const text = document.reading.text.slice(start, end);
  const found: BareNumber[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const at = { start: start + match.index, end: start + match.index + match[0].length };
    const before = text.slice(Math.max(0, match.index - LONGEST_REACH), match.index);
    const rest = text.slice(match.index + match[0].length).slice(0, LONGEST_REACH);
    const after = /^\d/.test(match[0]) ? rest : rest.replace(/^["”]/, '');
    const isPart = PART_OF_TEN.test(after);
    if (NOT_BEFORE.test(before) || !MAY_FOLLOW.test(after)) continue;
    if (!isPart && NOT_AFTER.test(after)) continue;
    if (isOfList(before, after) || SOME_OF_THEM.test(after)) continue;
    if (ITEM_BEFORE.test(before) && /^[).]\s/.test(after)) continue;
    if (/^one$/i.test(match[0]) && STANDS_FOR_A_NAME.test(before)) continue;
    if (BEFORE_IT.test(before) && AFTER_IT.test(after)) continue;
    if (!isPart && otherValues(document).touches(at)) continue;
    // what a number was put right to is counted in its place
    if ((found.at(-1)?.end ?? 0) >= at.end) continue;
    const corrected = correctedTo(document, at);
    const amount = corrected?.amount ?? amountOf(match[0]);
    if (amount > MOST_VISITS) continue;
    found.push({
      start: at.start,
      end: corrected?.end ?? at.end,
      amount,
      unsure: isOneOfTwo(before, after),
    });
  }
  return found;
}

function otherValues(document: IndexedDocument): SpanSet {
  return values(document, '', () =>
    createSpanSet(OTHER_KINDS.flatMap((kind) => document.values.get(kind) ?? [])),
  );
}

const values = createMemo<IndexedDocument, SpanSet>();

/** "Five were on the house": some of what was counted before. */
const SOME_OF_THEM =
  /^ (?:was|were) (?!done|attended|completed|paid|billed|kept|used|seen|made|provided|given|rendered|finished|logged|had\b)/i;

/** "(1) Number of visits:": the number of an item. */
const ITEM_BEFORE = /(?:^|\n)[ \t]*\(?$/;
/** "The last one: visit 16": no number. */
const STANDS_FOR_A_NAME =
  /\b(?:last|latest|first|next|this|that|which|each|every|any|new|old|other|only|same|no)\s+$/i;

/** "Visits 3 and 9 were billed twice": which of them, not how many. */
function isOfList(before: string, after: string): boolean {
  const joined = '(?:,|,? and| &| or)';
  return (
    new RegExp(`\\b(?:visits|sessions|treatments) (?:\\d{1,3}${joined} ?)+$`, 'i').test(before) ||
    (/\b(?:visits|sessions|treatments) $/i.test(before) &&
      new RegExp(`^${joined} ?\\d`).test(after))
  );
}

/** "4 to 8", "nine or ten": before the second of two; what runs from the first visit counts them all. */
const OTHER_OF_TWO = new RegExp(
  `(?<!(?:visits?|sessions?|treatments?|tx|sheets?|notes?|from) (?:#|no\\.? ?)?)(?<![\\w/.:#-])(?!1\\b|one\\b)(?:\\d{1,2}|${WORDS.join('|')})(?: (?:to|or)(?: maybe)?|, ?maybe|-) ?$`,
  'i',
);
/** "Most of the 12", "part of her eight": nobody says how many. */
const SOME_OF =
  /\b(?:most|some|part|many|several|half|a few|almost all|nearly all)["”]? of (?:(?:the|an?|his|her|their|those|these|first|last|authorized|approved) ){0,2}$/i;

function isOneOfTwo(before: string, after: string): boolean {
  return (
    /\b(?:between|either|anywhere from|somewhere from)\s+$/i.test(before) ||
    OTHER_OF_TWO.test(before) ||
    SOME_OF.test(before) ||
    /^\s(?:or|to|and)\s(?:maybe |perhaps |possibly )?(?:\d{1,3}|\w+)\s(?:visits?|sessions?|treatments?|times)\b/i.test(
      after,
    )
  );
}

/** Whether only some of so many are spoken of: "most of the 12". */
export function isSomeOf(text: string, { start }: Span): boolean {
  return SOME_OF.test(text.slice(Math.max(0, start - LONGEST_REACH), start));
}

/** Whether a number is the whole of which the one before it was done: "13 of 16", "nine visits done of ten". */
export function isWhole({ reading: { text } }: IndexedDocument, { start }: Span): boolean {
  return IS_WHOLE.test(text.slice(Math.max(0, start - LONGEST_REACH), start));
}

function amountOf(written: string): number {
  const dozens = DOZENS.exec(written);
  if (!dozens) return numberWritten(written);
  const [, half, aHalf, two, three] = dozens;
  return DOZEN * (half || aHalf ? 0.5 : two ? 2 : three ? 3 : 1);
}

/** Whether a number has the unit of something that is no visit: "12 lb", "65 and 70", "40 miles". */
export function isMeasure(text: string, { end }: Span): boolean {
  const after = text.slice(end, end + LONGEST_REACH);
  return IS_UNIT.test(after) || /^\s(?:(?:and|to|or|&) \d|of \d+ goals?)/.test(after);
}
