/**
 * Words that say on which side of a medicine or a treatment a pain score stands: early (before it,
 * without it) or late (after it, with it). In the words a name of a drug is one sign, `DRUG_SIGN`.
 */
import { type LongPattern, longPattern } from '../../../language/long-pattern.ts';
import type { Span } from '../../evidence/scopes.ts';

export type Side = 'early' | 'late';

/** A word or turn that tells a side. */
export interface SideCue extends Span {
  side: Side;
  /** It tells the side of a number behind it only: "was 8", "down to 4". */
  isAhead: boolean;
  /** A medicine that is named, and no more: it tells a side only where nothing else does. */
  isWeak: boolean;
  /** It tells whether a medicine is taken, and not only when. */
  ofMedicine: boolean;
}

/** Stands for each letter of the name of a drug. */
export const DRUG_SIGN = '¤';
const MEDICINE = `(?:(?:any |the |his |her |my |a |an |each |every |morning |daily |usual |next |first |scheduled ){0,4}(?:${DRUG_SIGN}+|meds?\\b|medications?\\b|medicines?\\b|pills?\\b|tablets?\\b|tabs?\\b|dos(?:e|es|ing)\\b|drugs?\\b|one\\b|it\\b|them\\b))`;
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*';

const TAKING = '(?:he|she|you|they|I|pt|patient) (?:takes?|took|has|had|uses?)';
const NOT = "(?:(?:did|does|do|has|had)(?: not|n't))";

const DAYS = '(?:on )?(?:(?:the|those|any) )?(?:days?|nights?|mornings?|weeks?)(?: (?:that|when))?';

/** Not taken: the medicine is gone, left out or not yet there. */
const WITHOUT = [
  `(?:ran out|runs out|out of (?:it|them)|off (?:it|them)|without (?:it|them))\\b[^.;\\d]{0,30}?\\b(?:went|goes|up|back|climbed|rose|shot|jumped)(?: up| back)? to`,
  `(?:if not|but) for ${MEDICINE}`,
  `(?:without|w/o|w/out|minus|lacking|sans|off|out of|not on|not taking|prior to|before|pre)[- ]*${MEDICINE}`,
  `before (?:${TAKING} |taking |having )${MEDICINE}`,
  `${DAYS} (?:he|she|I|they|pt|patient) ${NOT}(?: (?:take|have|use) ${MEDICINE})?`,
  `if (?:\\w+ )?${NOT}|${NOT} (?:have|take|use|had|taken) ${MEDICINE}`,
  `(?:no|s\\.?|s̄) (?:${DRUG_SIGN}+|meds?\\b|medications?\\b|medicines?\\b|pills?\\b)`,
  'with (?:none|nothing)|without|w/o|w/out|s̄|off|out of|not on|not taking',
  'forgets?|forgot|skip(?:s|ped|ping)?|miss(?:es|ed|ing)?|r[ua]n(?:s|ning)? out|held back',
  'unmedicated|un-medicated|non-medicated|untreated|unaided|unassisted|left alone|otherwise',
  `until\\s${MEDICINE}`,
];
/** At an earlier time. */
const BEFORE = [
  'going in|to begin with|on (?:arrival|waking|awakening|rising)|when (?:he|she|I) (?:wakes?|woke|gets? up)|first thing',
  'before|prior to|pre|baseline|initial(?:ly)?|originally|previously|formerly|until|ago|then(?=\\s*(?:[,;.)]|and\\b))',
  'last (?:visit|month|year|time|week|fall|spring|summer|winter)|(?:at|in) (?:the )?start|at (?:the )?(?:first|outset|beginning|intake)',
  `(?:at|in) (?:the )?${MONTH}(?: visit)?`,
];
/** As `BEFORE`, of a number behind it only. */
const WAS = ["(?:used to|would|[’']d) be|had been|been|was|were|from|started at|starting at"];
const WITH = [
  `(?:after|once|when|${DAYS}) (?:${TAKING} |taking |having )${MEDICINE}`,
  `(?:(?:with)?in (?:the|an|one) (?:half )?hour (?:of|after)|with|w/|on|after|once|following|post|taking|c̄|thanks to|since|when|per)[- ]*${MEDICINE}`,
  `c\\.? (?:${DRUG_SIGN}+|meds?\\b|medications?\\b|medicines?\\b|pills?\\b)`,
  'medicated|treated|(?:with|w/|on|after|post|following)(?=\\s*(?:[,.;:)\\]\\d]|$|and\\b|meds?\\b))|c̄',
];
/** Behind something, whatever it was. */
const AFTER_IT = [
  'with|w/(?!o)|on(?! (?:(?:the|that|those|any|a) )?(?:days?|nights?|mornings?|weeks?)\\b)|after(?:wards?)?|once|following|post',
];
const AFTER = [
  '(?:an?|one|two|#|\\d) (?:hours?|hrs?|minutes?|mins?) (?:later|after\\w*)',
  'now|today|currently|current|these days|nowadays|still|since|at present|later|then(?!\\s*(?:[,;.)]|and\\b))|most days|by the time',
];
const BECOMES = [
  '(?:brings?|keeps?|gets?|holds?|stays?|settles?|makes?|lowers|cuts)(?: (?:it|him|her|me|that|the pain))?|to|into|-+>|=>|→',
];

interface Kind {
  words: readonly string[];
  side: Side;
  isAhead?: true;
  isWeak?: true;
  ofMedicine?: true;
}

/** In this order: what stands first has its words. */
const KINDS: readonly Kind[] = [
  { words: WITHOUT, side: 'early', ofMedicine: true },
  { words: WITH, side: 'late', ofMedicine: true },
  { words: WAS, side: 'early', isAhead: true },
  { words: BEFORE, side: 'early' },
  { words: [...AFTER_IT, ...AFTER], side: 'late' },
  { words: BECOMES, side: 'late', isAhead: true },
  { words: [MEDICINE], side: 'late', isWeak: true, ofMedicine: true },
];

/** No word goes on behind it. */
const WHOLE = '(?!\\B\\w)';
const ALL_CUES = cuesOf(KINDS, 'gi');
const MEDICINE_CUES = cuesOf(
  KINDS.filter(({ ofMedicine, isWeak }) => ofMedicine && !isWeak),
  'i',
);

/** One group for the words of each kind. */
function cuesOf(kinds: readonly Kind[], flags: string): LongPattern {
  const groups = kinds.map(({ words }) => `((?:${words.join('|')})${WHOLE})`);
  return longPattern(`(?:(?<!\\w|\\bw/)|(?=[’'])(?<=\\w))(?:${groups.join('|')})`, flags);
}

/** Whether a stretch says that a medicine is taken, or that it is not. */
export function tellsOfMedicine(words: string): boolean {
  return MEDICINE_CUES.test(words);
}

/** The words of a stretch that tell a side, in their order. */
export function sideCues(words: string): SideCue[] {
  return [...ALL_CUES.matchAll(words)].map((match) => {
    const kind = KINDS[match.slice(1).findIndex((found) => found !== undefined)] as Kind;
    const { side, isAhead = false, isWeak = false, ofMedicine = false } = kind;
    const { index } = match;
    return { start: index, end: index + match[0].length, side, isAhead, isWeak, ofMedicine };
  });
}
