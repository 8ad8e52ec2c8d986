import { longPattern } from '../../../language/long-pattern.ts';
import type { Range } from '../../../language/mention.ts';
import { numberWords, numberWritten } from '../../../language/number-words.ts';
import type { Span } from '../../evidence/scopes.ts';
import { type Side, type SideCue, sideCues } from './score-sides.ts';

/** Two pain scores that words put before and after, or without and with. Offsets in UTF-16 units. */
export interface ScorePair {
  from: Range;
  to: Range;
  start: number;
  end: number;
  /** The words that tell them apart speak of a medicine: "with it", "w/o meds", "when he forgets them". */
  ofMedicine: boolean;
}

/** A score with the words that tell its side. */
interface SidedScore extends Span {
  amount: Range;
  cue: SideCue | undefined;
}

const ONES = numberWords(0, 10);
/** "The one before" is no score. */
const SPOKEN = ONES.filter((word) => word !== 'one' && word !== 'zero');
const SCORE = `(?:10|(?:\\d|${SPOKEN.join('|')}) and a half|\\d(?:\\.5)?|${SPOKEN.join('|')})`;
/** What a number counts or measures that is no score. */
const UNIT =
  '(?:m?c?g|ml|cc|mm|cm|lbs?|pounds?|kg|ft|feet|miles?|blocks?|hours?|hrs?|h|minutes?|mins?|days?|weeks?|wks?|months?|mos?|years?|yrs?|am|pm|tabs?|tablets?|pills?|visits?|sessions?|times|x|per|daily|th|st|nd|rd)\\b';
/** Words that go on behind a score. */
const GOES_ON =
  'with|w/|without|w/o|otherwise|on|off|after|before|in|at|to|now|today|and|then|where|when|was|is|from|since|by|most|it|he|she|or|an(?= hour)|last|used|these|instead|vs|versus|v|once|again|out of it|prior|following|medicated|unmedicated|unaided|treated|untreated|until|but|while|whenever|thanks|c(?= )|s(?= )|c̄|s̄|pre|post|for|thru|through|the|this|that|if|reduced|lowered|down';
const OUT_OF_TEN = '(?:\\s?(?:/\\s?10|(?:out )?of (?:10|ten)))';
const BEHIND = `(?:${OUT_OF_TEN}(?![\\w/])|(?=\\s*(?:[.,;:()\\]"'”?!|]|$|-+>|=>|→)| {3,}|\\s+(?:${GOES_ON})(?![\\w/])))`;
/** A number to ten that nothing is counted by. */
const NUMBER = longPattern(
  `(?<![\\w./#$-]|\\d:)(${SCORE})(?:(?:\\s?(?:-|or)\\s?|,? (?:maybe|perhaps|sometimes|or) )(${SCORE}))?${BEHIND}(?![%/]|[.,-]\\d|:\\d)`,
  'gi',
);
/** The number of an item in a list: "1. Analgesia". */
const LISTED = /^\s*\d{1,2}[.)](?=\s+[a-z])/i;

/** What is measured is no pain. */
const OTHER_MEASURE = longPattern(
  /\b(?:grip|pinch|strength|MMT|DTRs?|reflex\w*|jerks?|PHQ(?:-?\d)?|GAD(?:-?\d)?|BDI|ODI|NDI|DASH|oswestry|ROM|flexion|extension|rotation|sleeps?|slept|a1c|sessions?|(?<=\b(?:\d+|one|two|three|four|five|six|half a) )(?:tabs?|tablets?)|(?:tabs?|tablets?|pills?) (?:a|per|each|every|daily)|goals?|target|mood|(?<!pain )level(?! of)|grade|stage|episodes?|times(?! (?:a day|daily))|spells?|shocks?|zaps?)\b/i,
);
/** "(0-10)", "on a scale of 0 to 10". */
const SCALE = /\(?(?:on a )?(?:scale (?:of|from) )?\b0\s?(?:-|to)\s?10\b(?: scale)?\)?/gi;
/** "Scores 4 v. 8": the better one is the one with it. */
const VERSUS = /^\s*(?:\/10)?\s*(?:vs?\.?|versus|against)\s*$/i;
const FALLS_TO = /^\s*(?:down )?(?:to|-+>|=>|→)(?: an?| about| around)?(?: level of)?\s*$/i;
const FALLING =
  /^[^.;]*\b(?:reduc\w+|lower\w*|drop\w*|down|com(?:es?|ing)|c[au]me|goes|going|went|f[ae]ll\w*|eas\w+|cuts?|improv\w+|settl\w+|decreas\w+|brought)\b/i;
const STILL = /\b(?:now|today|still|down to|currently)\b/i;
/** "Scores 4 v. 8", "her scores are 9 and 5". */
const SCORES_OF_BOTH = /\b(?:scores?|ratings?|numbers?)\W+(?:\w+\W+){0,2}?$/i;
const BETWEEN_BOTH = /^\s*(?:\/10)?\s*(?:and|vs?\.?|versus|against)\s*$/i;

/**
 * The scores of a passage that words tell apart by time or by the medicine: "burning 6, was 7", "now
 * about 4, without it an 8", "pain before/after meds: 8/4".
 */
export function scorePairs(passage: string): ScorePair[] {
  const words = passage.replace(SCALE, (scale) => ' '.repeat(scale.length));
  if (OTHER_MEASURE.test(words)) return [];
  const headed = headedPair(words);
  if (headed) return [headed];
  const scores = sidedScores(words);
  if (scores.length < 2 || scores.length > 4) return [];
  const between = (one: Span, other: Span) => words.slice(one.end, other.start);
  const joined = scores.flatMap((from, at): ScorePair[] => {
    const to = scores[at + 1];
    // "without it an 8 to 8.5" is a range
    if (!to || to.amount.high > from.amount.low) return [];
    return FALLS_TO.test(between(from, to)) ? [pairOf(from, to)] : [];
  });
  if (joined.length > 0) return joined;
  const [one, two] = scores;
  const areTwo = scores.length === 2 && one && two;
  if (areTwo && VERSUS.test(between(one, two)) && !(one.cue && two.cue)) {
    return [one.amount.low < two.amount.low ? pairOf(two, one) : pairOf(one, two)];
  }
  const onSide = (side: Side | undefined) => scores.filter(({ cue }) => cue?.side === side);
  const [lates, earlies, others] = [onSide('late'), onSide('early'), onSide(undefined)];
  const [late] = lates;
  const [early] = earlies;
  const [other] = others;
  if (late && early) return [pairOf(nearest(late, earlies), late)];
  if (earlies.length === 1 && early && others.length === 1 && other) return [pairOf(early, other)];
  if (lates.length === 1 && late && others.length === 1 && other) {
    // "average 7, 4 with Norco", "pain 7, now 4"
    const isTold =
      late.cue?.ofMedicine && !late.cue.isWeak
        ? late.cue.start > other.end
        : STILL.test(words.slice(0, late.start)) && other.end < late.start;
    const falls = FALLING.test(words.slice(other.end, late.start));
    if (isTold || (falls && late.cue?.isAhead)) return [pairOf(other, late)];
  }
  // "8 now, an hour after Norco 4": without it now
  const [withIt, ...moreWith] = lates.filter(({ cue }) => cue?.ofMedicine && !cue.isWeak);
  const [ofNow, ...moreNow] = lates.filter(({ cue }) => cue && !cue.ofMedicine);
  if (areTwo && withIt && ofNow && moreWith.length + moreNow.length === 0) {
    return [pairOf(ofNow, withIt)];
  }
  // "8 and 8"
  if (areTwo && /^\s*and\s*$/i.test(between(one, two)) && one.amount.low === two.amount.low)
    return [pairOf(one, two)];
  return [];
}

/** The two scores of a sentence that follows one on how it is with a medicine and without. */
export function scoresOfBoth(words: string): ScorePair | undefined {
  const scores = sidedScores(words);
  const [one, two] = scores;
  if (scores.length !== 2 || !one || !two) return undefined;
  if (!SCORES_OF_BOTH.test(words.slice(0, one.start))) return undefined;
  if (!BETWEEN_BOTH.test(words.slice(one.end, two.start))) return undefined;
  const [from, to] = one.amount.low < two.amount.low ? [two, one] : [one, two];
  return { ...pairOf(from, to), ofMedicine: true };
}

/** The scores of a passage, each with the words that tell its side. */
export function sidedScores(words: string): SidedScore[] {
  const listed = LISTED.exec(words)?.[0].length ?? 0;
  const numbers = [...NUMBER.matchAll(words)].filter(({ index }) => index >= listed);
  if (numbers.length === 0 || numbers.length > 4) return [];
  const cues = sideCues(words);
  let leadFrom = Math.max(0, (numbers[0]?.index ?? 0) - REACH);
  return numbers.map((match, at): SidedScore => {
    const { index: start } = match;
    const end = start + match[0].length;
    const next = numbers[at + 1]?.index ?? Math.min(words.length, end + REACH);
    const parted = PARTING.exec(words.slice(end, next));
    // "9   with medicine? 4": what is asked is of the next
    const asks = parted?.[0] === '?' && numbers[at + 1] !== undefined;
    const trailTo = asks ? end : end + (parted?.index ?? next - end);
    const stretch: Stretch = { leadFrom, start, end, trailTo };
    const cue = cueOf(stretch, cues, parted !== null || numbers[at + 1] === undefined);
    leadFrom =
      parted && !asks ? end + parted.index + parted[0].length : Math.max(end, cue?.end ?? 0);
    return { start, end, amount: amountOf(match), cue };
  });
}

/** A score, and how far words before it and behind it may be of it. */
interface Stretch extends Span {
  leadFrom: number;
  trailTo: number;
}

/** Where the words for one score end and those for the next begin. */
const PARTING =
  /[;,\n|?)]|\.(?=\s|$)|\b(?:and|but|then(?!\s*(?:[,;.)]|and\b))|vs?|versus|while|where(?:as)?|against|compared)\b/i;
/** Letters from a score to the words that tell its side. */
const REACH = 60;
/** Letters between a number and words that are of no other. */
const NEAR = 14;

/** The words that tell the side of a score. `isParted`: those behind it are of no other. */
function cueOf(
  { leadFrom, start, end, trailTo }: Stretch,
  cues: readonly SideCue[],
  isParted: boolean,
): SideCue | undefined {
  const lead = cues.filter((cue) => cue.start >= leadFrom && cue.end <= start);
  const behind = cues.filter((cue) => cue.start >= end && cue.end <= trailTo && !cue.isAhead);
  const nearest = lead.at(-1);
  const strong = lead.findLast(({ isWeak, isAhead }) => !isWeak && !isAhead);
  // "without 8 with 5": what stands between is of the next
  const trail = isParted || !strong ? behind.find(({ isWeak }) => !isWeak) : undefined;
  // "was 8": what leads to the number itself
  const isLed = nearest?.isAhead && start - nearest.end <= NEAR;
  const isTrailed = trail && trail.start - end <= NEAR;
  const told = isLed
    ? nearest
    : isTrailed
      ? trail
      : (strong ?? trail ?? nearest ?? (isParted ? behind[0] : undefined));
  // "was 8 before the pill" speaks of the medicine too
  const others = trail ? [...lead, ...behind] : lead;
  const ofMedicine = others.find((cue) => cue.side === told?.side && cue.ofMedicine && !cue.isWeak);
  return ofMedicine ?? told;
}

/** Two numbers under or behind the names of both sides: "with meds/without meds: 4/8". */
const NUMBERS_ONLY = longPattern(
  `(?<![\\w./#$-])(${SCORE})(?:/10)?(?:\\s*[/|,;]\\s*|\\s+and\\s+|\\s{2,})(?!10\\b(?!/))(${SCORE})(?:/10)?(?![\\w%/:]|[.,-]\\d|\\s?${UNIT})`,
  'i',
);

/** The two scores under or behind the names of both sides: "pain before/after meds: 8/4". */
export function headedPair(words: string): ScorePair | undefined {
  const match = NUMBERS_ONLY.exec(words);
  if (!match) return undefined;
  const heads = sideCues(words.slice(0, match.index)).filter(
    ({ isWeak, isAhead }) => !isWeak && !isAhead,
  );
  const [one, two] = heads.slice(-2);
  if (heads.length !== 2 || !one || !two || one.side === two.side) return undefined;
  if (/\d/.test(words.slice(one.start, match.index))) return undefined;
  const [first, second] = [match[1], match[2]].map((written) => {
    const amount = scoreWritten(written as string);
    return { low: amount, high: amount };
  }) as [Range, Range];
  const [from, to] = one.side === 'early' ? [first, second] : [second, first];
  const ofMedicine = one.ofMedicine || two.ofMedicine;
  return { from, to, start: one.start, end: match.index + match[0].length, ofMedicine };
}

function pairOf(from: SidedScore, to: SidedScore): ScorePair {
  const start = Math.min(from.start, to.start);
  const end = Math.max(from.end, to.end);
  const ofMedicine = [from, to].some(({ cue }) => cue?.ofMedicine && !cue.isWeak);
  return { from: from.amount, to: to.amount, start, end, ofMedicine };
}

function nearest(to: Span, scores: readonly SidedScore[]): SidedScore {
  const gap = (one: Span) => Math.max(one.start - to.end, to.start - one.end);
  return scores.reduce((best, one) => (gap(one) < gap(best) ? one : best));
}

function amountOf([, first, second]: RegExpMatchArray): Range {
  const low = scoreWritten(first as string);
  const high = second === undefined ? low : scoreWritten(second);
  return { low: Math.min(low, high), high: Math.max(low, high) };
}

/** "Eight and a half". */
function scoreWritten(written: string): number {
  const [whole = '', half] = written.split(/ and /i);
  return numberWritten(whole) + (half ? 0.5 : 0);
}
