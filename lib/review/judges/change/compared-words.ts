import { longPattern } from '../../../language/long-pattern.ts';
import type { Span } from '../../evidence/scopes.ts';
import { byAbility, CANNOT, clauseAt, clausesOf, FAMILY, SAME } from './compared-abilities.ts';
import { byMeasure, type Comparison, GAIN, NO_GAIN } from './compared-amounts.ts';
import type { Told } from './told-words.ts';

/** Concepts of the packs: wishes and advice compare nothing, and whose doing something was may be doubted. */
const WISHED = 'compare-wished';
const DOUBTED = 'compare-doubted';
/** "HA 12/mo -> 5/mo": what is counted is none of what is done. */
const COUNTS_BAD = 'compare-counts-bad';
/** Of pain, medicines and findings the sentence may say that they are the same. */
const OF_OTHER = 'compare-of-other';
const LOST = 'compare-lost';
const LESS_OF_BAD = 'compare-less-of-bad';
/** "Returned in May and was taken off again in June", "by July down to 10 again": what was gained is gone. */
const LOST_AGAIN = 'compare-lost-again';
/** "Can't lift any more than before": what is denied is the comparison. */
const NO_MORE_THAN = 'compare-no-more';

const REGAINED = longPattern(
  /\b(?:again|(?<!\b(?:low|lower|upper|mid|middle|the|his|her|of|neck and|legs? and) )back (?:to|on|at|in|behind)(?! (?:it|them|\d|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec))(?! (?:the )?(?:clinic|office|baseline|where|square|see|me|pain|doctor|ER)\b)|return(?:ed|s|ing)? to(?! (?:the )?(?:clinic|office|baseline|see|me|doctor|ER)\b)|resum(?:ed|es|ing)|regained|(?:went|gone|goes) back(?! on (?:it|them|that|the (?:drug|med|pill)))|discharged (?:the|his|her)|no longer (?:needs?|uses?|requires?|limited)|off (?:the|his|her) (?:cane|walker|crutch\w*|brace)|now without (?:a |the |his |her |any )?(?:cane|walker|help|assistance|brace|crutch\w*|stopping|rest\w*)|released (?:to|from)|full (?:hours|duty|shifts?|days)(?=[^.;]{0,30}\b(?:was|were|had been|up from|instead)\b)|(?:by (?:him|her)self)|on (?:his|her) own|for the first time|now (?:can|able|walks?|lifts?|does|drives?|sits?|stands?|carries|carry|sleeps?|climbs?|reaches|works?(?! (?:at |on |a )?(?:modified|mod|light|restricted|sedentary|limited)))|(?:now|become|became|becoming|already|today) (?:\w+ )?independent\w* (?:with|in|for)|(?:which|that|something) (?:he|she|they|pt|the patient)(?: had| was|'d)?(?: been)? (?:given up|stopped|quit|dropped|unable|not (?:done|been able|managed)|never (?:done|managed))|(?:got|gets|getting|gone|went) back to (?:\w+ing|(?:his|her|the|full|regular) \w+))\b/i,
);
const NOT_YET =
  /(?:\b(?:not|never|no|cannot|unable|yet to|wants? to|hopes? to|if|when(?! (?:he|she|they|pt) (?=(?:went|returned|resumed|got|was)?\s*$))|before)|n't)\s+(?:\w+\s+){0,3}$|\b(?:none|neither|nothing|no amount) (?:of |in )?(?:\w+,?\s+){0,6}$/i;
/** "It holds till she is back in the car": what is named is an hour of the day. */
const UP_TO = /\b(?:until|till?)\s+(?:\w+\s+){0,3}$/i;
/** "At the desk thirty hours, the same before and after the shots": no gain of theirs, whatever else it tells. */
export function isSameAtBoth(told: Told): boolean {
  return SAME_AT_BOTH.test(told.words) && !told.first(OF_OTHER);
}

const SAME_AT_BOTH =
  /\b(?:same|unchanged|identical|both|equally|alike)\b[^.;,]{0,25}\bbefore (?:(?:it|them|that|the \w+) )?and (?:after|since)\b/i;

/**
 * What words come to that compare; `isNear` says whether what is compared stands near an offset in them,
 * `isContrast` whether something is done now that was not done before.
 */
export function compareWords(
  told: Told,
  isNear: (at: number) => boolean,
  isContrast: () => boolean = () => false,
): Comparison | undefined {
  const { words } = told;
  if (told.first(WISHED) || told.first(DOUBTED) || words.includes('?')) return undefined;
  if (told.first(LOST_AGAIN)) return NO_GAIN;
  const measured = told.first(COUNTS_BAD) ? undefined : byMeasure(words);
  if (measured) return measured;
  if (told.first(NO_MORE_THAN)) return NO_GAIN;
  const same = told.first(SAME);
  if (!same && isContrast()) return GAIN;
  if (MORE_OF_IT.test(words)) return GAIN;
  if (USED_TO_BUT_NOW.test(words)) return NO_GAIN;
  const found = [GIVEN_AWAY, WHERE_BEFORE, WAS_OF_OTHERS].map((turn) => turn.exec(words));
  if (found.some((turn) => turn && !NOT_ABLE.test(words.slice(0, turn.index)))) return GAIN;
  if (!told.first(OF_OTHER) && isSaidOfBoth(words)) return NO_GAIN;
  const clauses = clausesOf(words);
  const paired = byAbility(told, clauses);
  if (paired) return paired;
  // "full duty again before the therapy began" is no result of it
  const lost = lostIn(told);
  const earlier = BEFORE_CARE.exec(words);
  if (earlier) return same || (lost?.start ?? 1e6) < earlier.index ? NO_GAIN : undefined;
  if (/\bstill\b/i.test(words) && told.first(CANNOT)) return NO_GAIN;
  if (same && isNear(same.start) && !told.first(OF_OTHER, clauseAt(clauses, same.start)))
    return NO_GAIN;
  if (lost && isNear(lost.start)) return NO_GAIN;
  const regained = REGAINED.exec(words);
  if (regained && isNear(regained.index)) {
    if (UP_TO.test(words.slice(0, regained.index))) return undefined;
    if (NOT_YET.test(words.slice(0, regained.index))) return NO_GAIN;
    if (!/\b(?:pain|ache|spasm|symptoms?)\s+(?:\w+\s+){0,2}$/i.test(words.slice(0, regained.index)))
      return GAIN;
  }
  return undefined;
}

/** What puts a state before or after something, and who is in it: all that may differ between two alike. */
const EARLIER =
  /\b(?:before(?:hand)?|then|prior|previously|at the time|going in|(?:began|begun|started)|at (?:the )?(?:start|outset|beginning|intake|eval\w*|first)|to begin with)\b/i;
const NO_STATE =
  /\b(?:he|she|they|pt|patient|was|were|is|are|had|has|been|been|the|a|an|it|that|them|this|those|and|but|both|on|at|in|shots?|injections?|needles|procedure|block|therapy|treatment|before(?:hand)?|then|prior|previously|time|going|coming|out|to|when|began|begun|begin|started|start|outset|beginning|intake|eval\w*|first|with|what|which|reads?|read|says|said|still|discharge|end|after(?:wards?)?|now|today|since|still|of|trigger|points?|TPIs?|epidurals?|T?F?ESIs?|\d+)\b|[^\w ]/gi;

/** "Work status: off before, off now". */
const LABEL = /^[^:]{0,40}:\s/;

/** "Off work before it and off work after it": one state, told of both times. */
function isSaidOfBoth(words: string): boolean {
  const told = words.replace(LABEL, '');
  const parts = told.split(CLAUSES);
  return parts.some((one, at) => {
    const other = parts[at + 1];
    if (other === undefined || EARLIER.test(one) === EARLIER.test(other)) return false;
    const state = stateIn(one);
    return /[a-z]{3}/.test(state) && state === stateIn(other);
  });
}

const CLAUSES = /,? and |, but |[;:] |, /i;
function stateIn(part: string): string {
  // "needed help", "needs help": of one verb the first letters
  return part
    .replace(NO_STATE, ' ')
    .replace(/(\b[a-z]{4})[a-z]*/gi, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

const BEFORE_CARE =
  /\b(?:before|prior to|until) (?:the |his |her |starting )?(?:therapy|pt|ot|treatment|acupuncture|chiropractic|injections?)\b/i;

/** Where something is said to be lost that was had: no "which he had given up", no "less pain". */
function lostIn(told: Told): Span | undefined {
  const lost = told.first(LOST);
  if (!lost || told.first(LESS_OF_BAD)) return undefined;
  const wasLost = /(?:\b(?:had|which|that|was)|\w['’]d)\s+(?:\w+\s+)?$/i.test(
    told.words.slice(0, lost.start),
  );
  return wasLost ? undefined : lost;
}

const NOT_ABLE = /\b(?:not|\w+n't|cannot|no longer|unable|still|never)\b/i;
/** "From half days to his full shift": more of it, without a number. */
const MORE_OF_IT = longPattern(
  /\bfrom (?:half|part|light|modified|restricted|sedentary|seated|sit-?down|desk|bench|limited|no|a (?:half|part)|off)\b[^.;]{0,30}\bto\b[^.;]{0,25}\b(?:full|half|part|occasional|some|frequent|limited|whole|both|all|regular|usual|unrestricted|modified|light|three quarters|longer|most of|(?:\d+|one|two|three|four|five|six|seven|eight|ten|twelve|fifteen|twenty) ?-?(?:lbs?|pounds?|#|kilos?|hours?|hrs?|days?))(?!\w)/i,
);
/** "Sits the shift through where she used to get up": more than before, in a contrast. */
const WHERE_BEFORE =
  /\b(?:where(?:as)?|when before|whereas before|instead of|and) (?:before )?(?:he|she|they|pt|the patient|formerly)? ?(?:used to|had to|would have to|could only|could barely|needed to) \w/i;
/** "Hangs her own wash, which had been her son's job", "otherwise her sister does it". */
const WAS_OF_OTHERS = longPattern(
  `\\b(?:was|were|had been|used to be) (?:all )?(?:his|her|my|the) ${FAMILY}(?:'s|s'|s) (?:job|chore|task|work|doing|department)\\b|\\b(?:otherwise|before(?: that| this| then)?|until then|previously|formerly),? (?:it was )?(?:his|her|my|the|a) ${FAMILY} (?:always |still |usually )?(?:does|did|had to|has to|came|comes|would|takes|took|drives|drove|cooks|cooked|helps|helped)\\b|\\bwhich (?:he|she|they|pt) had (?:handed|left|given|turned|passed) (?:over |on )?to\\b|\\b(?:which|that|this|these) (?:his|her|my|the) ${FAMILY} (?:was|were|had been|used to|had to|had (?:always |been )?(?:done|doing|handled|seen to)|did|always did|handled|saw to|took care of)\\b`,
  'i',
);
/** "Used a cane and threw it out", "has put the walker away": an aid that is needed no more. */
const AID = '(?:cane|walker|crutch(?:es)?|brace|sling|wheelchair|scooter)';
const GAVE = '(?:threw|thrown|puts?|sets?|laid|handed|gave|given|packed|turned)';
const AWAY = '(?:away|aside|out|back|behind)';
const GIVEN_AWAY = longPattern(
  `\\b${AID} (?:has been |had been |was |is |and (?:has |then )?)?(?:now )?${GAVE} (?:it |them )?${AWAY}\\b|\\b${GAVE} ${AWAY} (?:the|his|her|my) ${AID}\\b|\\b${GAVE} (?:the|his|her|my) ${AID} ${AWAY}\\b|\\bleft (?:the|his|her|my) ${AID} (?:behind|at home|in the (?:closet|garage))\\b|\\b(?:weaned|graduated) (?:off|from|out of) (?:the|his|her|a) ${AID}\\b`,
  'i',
);
/** "Used to manage a short shop and now does not go": less than before. */
const USED_TO_BUT_NOW =
  /\bused to\b[^.;]{3,80}?\b(?:and|but) (?:now|today|since)\b[^.;]{0,25}?\b(?:not|\w+n't|no longer|cannot|never|nothing)\b/i;
