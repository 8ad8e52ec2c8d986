import type { Value } from '../../language/mention.ts';
import { numberWords, numberWritten } from '../../language/number-words.ts';
import type { IndexedDocument } from '../evidence/case-index.ts';
import { createMemo } from '../evidence/memo.ts';
import type { Place, Span } from '../evidence/scopes.ts';
import { createSpanSet } from '../evidence/span-set.ts';

/** A bare number with what the words around it say of it. */
export interface CuedNumber {
  place: Place;
  amount: number;
  /** It numbers one visit of a row: "visit 7". */
  ordinal: boolean;
  /** "Between 6 and 12", "8 or 9": one of two. */
  unsure?: boolean;
}

/** Words of `packs/vocabulary/counts.json` that say what a number of visits is. */
export const DONE_CUE = 'count-done-cue';
const OTHER_CUE = 'count-other-cue';
const ORDINAL_CUE = 'count-ordinal-cue';

const MOST_VISITS = 150;
const DOZEN = 12;
/** Words between a number and what says what it is. */
const REACH_WORDS = 3;
/** What a comma or bracket between them weighs, in words. */
const BOUNDARY_WORDS = 2;
const LONGEST_REACH = 60;

const WORDS = numberWords(1, 20);
const NUMBER = new RegExp(
  `(?<![\\w.,/:#+-])(?:\\d{1,3}|${WORDS.join('|')}|dozen)(?![\\w%'’"])`,
  'gi',
);
/** Units of what is no visit. */
const UNIT =
  '\\s?[%\'’"°]|\\s?x\\s?\\d|\\s(?:days?|weeks?|wks?|months?|mos?|years?|yrs?|hours?|hrs?|h|minutes?|mins?|seconds?|secs?|lbs?|pounds?|kg|g|mg|ml|cm|mm|inch(?:es)?|ft|feet|foot|miles?|blocks?|degrees?|deg|points?|percent|reps?|sets?|levels?|injections?|shots?|surger(?:y|ies)|operations?|tablets?|tabs?|pills?|caps?|pages?|pg|kids|children|steps?|flights?|times? (?:(?:a|per|each|every) (?:day|night|week|wk|month|mo|year|yr)|weekly|daily|monthly)|x (?:a|per|daily)|(?:to|-|->) ?\\d|(?:out )?of 10)\\b';
const IS_UNIT = new RegExp(`^(?:${UNIT})`, 'i');
/** A number after which no visits are counted: "8/10", "6-0", "12 lb", "3 x 10", "30 degrees". */
const NOT_AFTER = new RegExp(`^(?:[./:-]\\d|${UNIT})`, 'i');
const NOT_BEFORE =
  /(?:\d\s?[x/.:-]\s?|(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)) (?:out )?of (?:the )?|\/\s?|\bfrom (?:a )?|\bpain (?:is |was |at )?(?:a )?|\bnot |\binstead of |\brather than |\b(?:those|these|the other|only the) |\b(?:page|pg|item|no\. of pages|age|level|grade|phase|stage|type|week|day|month)s? )$/i;
/** A noun of its own follows, which is what is counted: only these may follow a number of visits. */
const MAY_FOLLOW =
  /^(?:\s*$|\s*\n|\s{2,}|\s*[,.;:)#\]|(&?=-]|\s+(?:of|out|so|to|in|at|since|from|with|and|or|by|on|for|per|total|as|through|thru|before|when|not|but|were|was|are|is|have|has|had|he|she|they|it|this|that|these|the|a|last|over|between|during|only|already|altogether|w\/|no|plus|then|while|until|visits?|sessions?|treatments?|tx|txs|rx|dates?|appts?|appointments?|encounters?|times|x|days?\s+of|dos|attended|kept|completed|done|used|seen|paid|billed|finished|rendered|provided|logged|made|missed|cancell?ed|cx|n\/s|no.shows?|auth\w*|approved|certified|requested|remaining|left|more|additional|further|pt|ot|physical|occupational|aquatic|land|chiro\w*|acu\w*|prior|previous|earlier|hand|therapy|massage|manipulations?|adjustments?|post\w*|under|behind)\b)/i;
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

/**
 * Numbers that the words beside them say were done ("kept 6", "14 paid", "visit 7"), the nearest
 * word deciding: "6 attended, 2 missed", "auth 6, 6 used". Numbers that are values of something
 * else, or count another noun, are left out.
 */
export function cuedNumbers(document: IndexedDocument): readonly CuedNumber[] {
  return cued(document, '', () => findCuedNumbers(document));
}

const cued = createMemo<IndexedDocument, readonly CuedNumber[]>();

function findCuedNumbers(document: IndexedDocument): CuedNumber[] {
  const { reading } = document;
  const done = document.mentions.get(DONE_CUE) ?? [];
  if (done.length === 0) return [];
  const values = createSpanSet(OTHER_KINDS.flatMap((kind) => document.values.get(kind) ?? []));
  const found: CuedNumber[] = [];
  for (const sentence of new Set(done.map((cue) => cue.sentence))) {
    const { start, end } = reading.sentences[sentence] as Span;
    const text = reading.text.slice(start, end);
    for (const match of text.matchAll(NUMBER)) {
      const at = { start: start + match.index, end: start + match.index + match[0].length };
      const before = text.slice(Math.max(0, match.index - LONGEST_REACH), match.index);
      const after = text.slice(match.index + match[0].length).slice(0, LONGEST_REACH);
      if (NOT_BEFORE.test(before) || NOT_AFTER.test(after) || !MAY_FOLLOW.test(after)) continue;
      if (isOfList(before, after) || SOME_OF_THEM.test(after)) continue;
      if (BEFORE_IT.test(before) && AFTER_IT.test(after)) continue;
      if (values.touches(at)) continue;
      const amount = amountOf(match[0]);
      if (amount > MOST_VISITS) continue;
      const nearest = (cue: string) =>
        nearestOf(reading.text, document.mentions.of(cue, start, end), at);
      const own = nearest(DONE_CUE);
      if (own > REACH_WORDS || nearest(OTHER_CUE) <= own) continue;
      found.push({
        place: { ...at, sentence },
        amount,
        ordinal: nearest(ORDINAL_CUE) === 0,
        unsure: isOneOfTwo(before, after),
      });
    }
  }
  return found;
}

/** "Five were on the house": some of what was counted before. */
const SOME_OF_THEM =
  /^ (?:was|were) (?!done|attended|completed|paid|billed|kept|used|seen|made|provided|given|rendered|finished|logged|had\b)/i;

/** "Visits 3 and 9 were billed twice": which of them, not how many. */
function isOfList(before: string, after: string): boolean {
  const joined = '(?:,|,? and| &| or)';
  return (
    new RegExp(`\\b(?:visits|sessions|treatments) (?:\\d{1,3}${joined} ?)+$`, 'i').test(before) ||
    (/\b(?:visits|sessions|treatments) $/i.test(before) &&
      new RegExp(`^${joined} ?\\d`).test(after))
  );
}

function isOneOfTwo(before: string, after: string): boolean {
  return (
    /\b(?:between|either|anywhere from|somewhere from)\s+$/i.test(before) ||
    /^\s(?:or|to|and)\s(?:maybe |perhaps |possibly )?(?:\d{1,3}|\w+)\s(?:visits?|sessions?|treatments?|times)\b/i.test(
      after,
    )
  );
}

function amountOf(written: string): number {
  return written.toLowerCase() === 'dozen' ? DOZEN : numberWritten(written);
}

/** Whether a number has the unit of something that is no visit: "12 lb", "65 and 70", "40 miles". */
export function isMeasure(text: string, { end }: Span): boolean {
  const after = text.slice(end, end + LONGEST_REACH);
  return IS_UNIT.test(after) || /^\s(?:(?:and|to|or|&) \d|of \d+ goals?)/.test(after);
}

/** Words from a number to the nearest of the cues of its sentence, what stands between them weighed. */
function nearestOf(text: string, cues: readonly Span[], at: Span): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const cue of cues) {
    if (cue.start < at.end && at.start < cue.end) return 0;
    const between =
      cue.end <= at.start ? text.slice(cue.end, at.start) : text.slice(at.end, cue.start);
    if (between.length > LONGEST_REACH || /[;\n]/.test(between.trim())) continue;
    const words = between.split(/[\s,()]+/).filter((word) => /\w/.test(word)).length;
    const boundaries = between.match(/[,()]|\s-\s|\s{3,}|\t/g)?.length ?? 0;
    nearest = Math.min(nearest, words + BOUNDARY_WORDS * boundaries);
  }
  return nearest;
}
