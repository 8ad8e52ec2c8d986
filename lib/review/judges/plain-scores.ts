import type { Range } from '../../language/mention.ts';
import { numberWords } from '../../language/number-words.ts';

/** Two pain scores that words put before and after, or without and with. Offsets in UTF-16 units. */
export interface ScorePair {
  from: Range;
  to: Range;
  start: number;
  end: number;
  /** The words that tell them apart speak of a medicine: "with it", "w/o meds", "when he forgets them". */
  ofMedicine: boolean;
}

type When = 'early' | 'late' | undefined;

/** "Scores 4 v. 8", "her scores are 9 and 5". */
const SCORES_OF_BOTH = /\b(?:scores?|ratings?|numbers?)\W+(?:\w+\W+){0,2}?$/i;
const BETWEEN_BOTH = /^\s*(?:\/10)?\s*(?:and|vs?\.?|versus|against)\s*$/i;

/** The two scores of a sentence that follows one on how it is with a medicine and without. */
export function scoresOfBoth(words: string): ScorePair | undefined {
  const scores = scoresIn(words);
  const [one, two] = scores;
  if (scores.length !== 2 || !one || !two) return undefined;
  if (!SCORES_OF_BOTH.test(words.slice(0, one.start))) return undefined;
  if (!BETWEEN_BOTH.test(words.slice(one.end, two.start))) return undefined;
  const [from, to] = one.amount.low < two.amount.low ? [two, one] : [one, two];
  return { ...paired(words, from, to), ofMedicine: true };
}

/** Words that say that a medicine is or is not taken, and no time. */
const OF_MEDICINE =
  /\b(?:with(?:out)?|w\/o|w\/out|off|unmedicated|medicated|skips?|skipped|missed|misses|forgets?|forgot|(?:runs?|ran) out|(?:meds?|pills?|tablets?|medicines?|medications?|regimen|dose))\b|w\/(?!o)/i;

interface PlainScore {
  start: number;
  end: number;
  amount: Range;
  when: When;
}

const ONES = numberWords(0, 10);
/** "The one before" is no score. */
const SPOKEN = ONES.filter((word) => word !== 'one' && word !== 'zero');
const SCORE = `(?:10|\\d(?:\\.5)?|${SPOKEN.join('|')})`;
/** A number to ten that nothing is counted by. */
const NUMBER = new RegExp(
  `(?<![\\w./#:$-])(${SCORE})(?:\\s?(?:-|or)\\s?(${SCORE}))?(?:\\s?(?:/\\s?10|out of (?:10|ten)))?(?=\\s*(?:[.,;:()\\]"'?!]|$|-+>|→)| {3,}|\\s+(?:with|w/|without|w/o|otherwise|on|off|after|before|in|at|to|now|today|and|then|where|when|was|is|from|since|by|most|it|he|she|or|an(?= hour)|last|used|these|down|instead|vs|versus|v|once|again|out of it)(?![\\w/]))`,
  'gi',
);
const EARLY =
  /\b(?:(?:ran out|runs out|out of (?:it|them)|off (?:it|them)|without (?:it|them))\b[^.;\d]{0,30}?\b(?:went|goes|up|back|climbed|rose|shot|jumped)(?: up| back)? to|without|w\/o|w\/out|off|out of|not on|forgets?|forgot|skip(?:s|ped)?|miss(?:es|ed)|r[ua]ns? out|unmedicated|untreated|otherwise|before|prior to|was|were|used to be|had been|been|started at|from|ago|previously|originally|last (?:visit|month|year|time|fall|spring|summer|winter)|(?:at|in) (?:the )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*(?: visit)?|at (?:the )?(?:start|first))\b/gi;
const EARLY_FIRST = new RegExp(`^(?:${EARLY.source})`, 'i');
const LATE =
  /(?:\b(?:with|on|after|once|medicated|now|today|currently|these days|nowadays|still|since|brings?|keeps?|gets?|holds?|stays?|settles?|to|into)\b|w\/(?!o)|-+>|→)/gi;
/** "Scores 4 v. 8": the better one is the one with it. */
const VERSUS = /^\s*(?:\/10)?\s*(?:vs?\.?|versus|against)\s*$/i;
const WITH_BEHIND = /^\s*(?:with|w\/(?!o)|on|an hour after|after) /i;
/** What is measured is no pain. */
const OTHER_MEASURE =
  /\b(?:grip|pinch|strength|MMT|DTRs?|reflex\w*|jerks?|PHQ(?:-?\d)?|GAD(?:-?\d)?|BDI|ODI|NDI|DASH|oswestry|ROM|flexion|extension|rotation|sleeps?|slept|a1c|sessions?|(?<=\b(?:\d+|one|two|three|four|five|six|half a) )(?:tabs?|tablets?)|(?:tabs?|tablets?|pills?) (?:a|per|each|every|daily)|goals?|target|mood|level|grade|stage|episodes?|times(?! (?:a day|daily))|spells?|shocks?|zaps?)\b/i;

/**
 * The scores of one sentence that words tell apart by time or by the medicine: "burning 6, was 7", "now
 * about 4, without it an 8", "the leg is a five, it was an eight at the August visit".
 */
export function plainPairs(words: string): ScorePair[] {
  if (OTHER_MEASURE.test(words)) return [];
  const scores = scoresIn(words);
  if (scores.length < 2 || scores.length > 4) return [];
  const pairOf = (from: PlainScore, to: PlainScore) => paired(words, from, to);
  const joined = scores.flatMap((from, at): ScorePair[] => {
    const to = scores[at + 1];
    const between = to && words.slice(from.end, to.start);
    // "without it an 8 to 8.5" is a range
    if (to && to.amount.high > from.amount.low) return [];
    return to &&
      between &&
      /^\s*(?:down )?(?:to|->|-->|→)(?: an?| about| around)?\s*$/i.test(between)
      ? [pairOf(from, to)]
      : [];
  });
  if (joined.length > 0) return joined;
  const [one, two] = scores;
  if (scores.length === 2 && one && two && VERSUS.test(words.slice(one.end, two.start))) {
    return [one.amount.low < two.amount.low ? pairOf(two, one) : pairOf(one, two)];
  }
  const lates = scores.filter(({ when }) => when === 'late');
  const earlies = scores.filter(({ when }) => when === 'early');
  const others = scores.filter(({ when }) => when === undefined);
  if (lates.length > 0 && earlies.length > 0) {
    return lates.slice(0, 1).map((late) => pairOf(nearest(late, earlies), late));
  }
  const [early] = earlies;
  if (earlies.length === 1 && early && others.length === 1 && others[0]) {
    return [pairOf(early, others[0])];
  }
  const [late] = lates;
  // "average 7, 4 with Norco"
  const isWith = late && WITH_BEHIND.test(words.slice(late.end));
  if (lates.length === 1 && isWith && others.length === 1 && others[0]) {
    return [pairOf(others[0], late)];
  }
  // "8 and 8"
  if (scores.length === 2 && one && two && /^\s*and\s*$/i.test(words.slice(one.end, two.start))) {
    return one.amount.low === two.amount.low ? [pairOf(one, two)] : [];
  }
  const isNow =
    late && /\b(?:now|today|still|down to|currently)\b/i.test(words.slice(0, late.start));
  if (
    lates.length === 1 &&
    isNow &&
    others.length === 1 &&
    others[0] &&
    others[0].end < late.start
  ) {
    return [pairOf(others[0], late)];
  }
  return [];
}

function paired(words: string, from: PlainScore, to: PlainScore): ScorePair {
  const start = Math.min(from.start, to.start);
  const end = Math.max(from.end, to.end);
  const ofMedicine = OF_MEDICINE.test(words.slice(Math.max(0, start - REACH), end + REACH));
  return { from: from.amount, to: to.amount, start, end, ofMedicine };
}

function nearest(to: PlainScore, scores: readonly PlainScore[]): PlainScore {
  const gap = (one: PlainScore) => Math.max(one.start - to.end, to.start - one.end);
  return scores.reduce((best, one) => (gap(one) < gap(best) ? one : best));
}

function scoresIn(words: string): PlainScore[] {
  const found = [...words.matchAll(NUMBER)];
  return found.map((match, at): PlainScore => {
    const start = match.index;
    const end = start + match[0].length;
    const before = words.slice(at > 0 ? endOf(found[at - 1]) : 0, start);
    const after = words.slice(end, found[at + 1]?.index ?? words.length);
    const low = numberOf(match[1] as string);
    const high = match[2] === undefined ? low : numberOf(match[2]);
    const amount = { low: Math.min(low, high), high: Math.max(low, high) };
    return { start, end, amount, when: whenOf(before, found[at + 1] ? after : `${after}.`) };
  });
}

function endOf(match: RegExpExecArray | undefined): number {
  return match ? match.index + match[0].length : 0;
}

/** Words that reach from a mark to the number they belong to. */
const REACH = 40;

/** What directly follows a number is of it: "8 without, 5 with it"; else what stands last before it. */
function whenOf(before: string, after: string): When {
  const own = (before.split(/[;]|\. /).at(-1) ?? before).slice(-REACH);
  const early = lastOf(own, EARLY);
  // "used to be": no "to"
  const late = lastOf(
    own.replace(EARLY, (cue) => '_'.repeat(cue.length)),
    LATE,
  );
  const ahead = early < 0 && late < 0 ? undefined : early > late ? 'early' : 'late';
  // "w/out meds 7 with 4": the word between is of the next
  if (ahead && /^\s*(?:with|w\/|without|w\/o|on|off)\s*$/i.test(after)) return ahead;
  const behind = /^\s*(?:pain )?(?:\([^)]{0,12}\) )?([a-z/]+(?: \w+)?)/i.exec(after)?.[1] ?? '';
  if (EARLY_FIRST.test(behind)) {
    if (!/^(?:was|were|from|been|had been)\b/i.test(behind)) return 'early';
  }
  if (/^then\b(?! \d)/i.test(behind)) return 'early';
  if (/^(?:with|w\/(?!o)|on|after|once|now|today|since|most days|these days)\b/i.test(behind))
    return 'late';
  return ahead;
}

function lastOf(words: string, cue: RegExp): number {
  return [...words.matchAll(cue)].at(-1)?.index ?? -1;
}

function numberOf(written: string): number {
  const word = ONES.indexOf(written.toLowerCase());
  return word >= 0 ? word : Number(written);
}
