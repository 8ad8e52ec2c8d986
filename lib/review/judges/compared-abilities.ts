import { longPattern } from '../../language/long-pattern.ts';
import { type Comparison, GAIN, NO_GAIN } from './compared-amounts.ts';

/** Who helps somebody, or does it for him. */
export const FAMILY =
  '(?:wife|husband|spouse|partner|daughter|son|mother|mom|father|dad|sister|brother|family|neighbou?r|aide|kids|friend|co-?worker|roommate|girlfriend|boyfriend|niece|nephew|cousin|caregiver)';
export const CANNOT = longPattern(
  /\b(?:could not|couldn't|could only|cannot|can't|can not|unable|not able|did not|didn't|had not|hadn't|never|needed (?:help|his|her|an?|both|one|two|three|four|someone|assistance|the|\d)|(?:have|had) (?:his|her|the|a) (?:wife|husband|spouse|daughter|son|mother|sister|aide|family) (?:\w+ ){0,2}(?:put|do|tie|carry|wash|cook|drive|help|dress|lift)|(?:wife|husband|daughter|son|mother|sister|family) (?:did|had to|does)|only with (?:help|a)|one step at a time|nothing|none)\b/i,
);
/** "Before, he had to call in", "before the needles I'd last 20 minutes": little was done then. */
const LITTLE_THEN = longPattern(
  /\b(?:(?:was|were|had been) (?:limited|restricted|confined|reduced|down) to\b|(?:it )?was (?:\w+ )?only\b|used to (?:lie down|stay (?:in bed|home|in)|be in bed|leave|stop|quit|turn back|give up|sit down|ask|need|have to)\b|(?:in (?:the )?(?:fall|autumn|winter|spring|summer|jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)|at (?:the )?(?:start|outset|eval\w*|first|beginning)|initially) (?:he|she|they|pt) had to (?:call|stop|quit|leave|lie|go home|sit down|turn back|pull over|ask)|had (?:stopped|quit|given up|dropped|left off|been (?:off|out|in bed|home|at home|sent home|idle|laid up))|(?:was|were) (?:in (?:the|his|her) (?:recliner|bed|chair)|in bed|bedridden|on (?:the|his|her) (?:couch|sofa)|off work|using (?:the|a) \w+ or not)|(?:was|were) [^,;.]{0,12}and (?:in|on) (?:the|his|her) (?:recliner|bed|couch|sofa)|which (?:in \w+ )?(?:was|had been|would have been) (?:out of the question|beyond|impossible|too much)|which (?:he|she)(?:'d| had) been (?:using|asking|doing)|(?:last|in) (?:fall|spring|summer|winter|\w+uary|march|april|may|june|july|august|\w+ember|october)\b[^,;]{0,30}\bonly|before(?: that)? (?:he|she) (?:went home|left|quit|stopped|came home)|before\b[^,;]{0,25}(?:had to (?:call|stop|quit|leave|ask|lie|go home|cut)|(?:'d|would|could) (?:only |barely |just )?(?:last|manage|make it|stand|sit|go) (?:maybe |about |only |for )*(?:\d|an? |one|two|three|four|five|ten|fifteen|twenty|thirty|half)))/i,
);
const THEN = longPattern(
  /\b(?:was|were|had(?: been)?|(?:had|was|were|did|could)n't|used to|until|before\w*|previously|prior|formerly|initially|(?:at|on) (?:the )?(?:(?:very )?(?:first|initial) (?:visit|day|session|one)|day one|start|eval\w*|intake|baseline|initial|soc|ie|first|beginning|outset|onset)|(?:last|in the|in) (?:month|year|winter|spring|summer|fall|autumn|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|ago|could not|couldn't|could only|when (?:he|she|therapy|we) (?:began|started))\b/i,
);

/** Of both times the same is told. */
export const SAME = longPattern(
  /\b(?:(?:just |exactly |the way |where |right where )(?:as |like |the way |where )?(?:it|they|he|she|things) (?:was|were|did|had been|stood|began|started)(?! (?:not|never|been unable))|(?:the )?same(?! (?:day|date|visit|sitting|session|time|side|level|muscles?|points?|spots?|doctor|provider))|unchanged|identical|(?<!(?:twice|double|times) as \w+ )as before(?!,)|as (?:at|on|in) (?:the |his |her )?(?:start|first|eval\w*|intake|initial|last|\w+ visit)|as (?:it|he|she|they) (?:was|did|were|had)(?! (?:not|never|been unable))|(?:just |exactly )?(?:as|like) (?:(?:it|they|he|she) (?:was|were) )?(?:in|at|on|last) (?:the )?(?:jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|spring|summer|fall|autumn|winter|year|month|visit)|no (?:better|more|different|farther|further)|(?:what|all|as much as|as far as|no more than) (?:he|she|they|it|pt|the patient) (?:could|did|had|was)|no (?:change|difference|increase|gain|improvement|progress)|(?:on|at) both|then (?:and|as) now|(?:at (?:the )?(?:start|eval\w*|intake|IE|first|outset)|before) and (?:now|today|(?:at )?(?:the )?(?:end|finish|discharge|close|completion)\b)|before and after|as (?:ever|always)\b|nothing more|(?:not|n't|never|no) (?:any )?(?:more|better|changed?|improved?|increased?) ?(?:active)?|makes? no difference|(?:stayed|remain(?:s|ed)?|stays) (?:on|off|at|out))\b/i,
);

/** A clause of a sentence, with where it begins in it. */
interface Clause {
  start: number;
  words: string;
  /** Only says of what the next one is: "Patient form 4/28: ...". */
  isLabel?: boolean;
}

/** The clauses of a sentence. */
export function clausesOf(words: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const { index, 0: mark } of words.matchAll(
    /[;,:]\s|\s(?:but|while|whereas|where|which|and now|now|versus|vs\.?|compared (?:to|with)|and(?= (?:I|he|she|they|pt) (?:still )?(?:can|could|is|was|cannot|can't|couldn't)\b))\s/gi,
  )) {
    clauses.push({ start, words: words.slice(start, index), isLabel: mark.startsWith(':') });
    start =
      index + mark.length - (/\b(?:now|where|which)\b/i.test(mark) ? mark.trimStart().length : 0);
  }
  clauses.push({ start, words: words.slice(start) });
  return clauses.filter((clause) => clause.words.trim() !== '');
}

/** The words of the clause that an offset stands in. */
export function clauseAt(clauses: readonly Clause[], at: number): string {
  return clauses.findLast(({ start }) => start <= at)?.words ?? '';
}

/** "Pulled something on Sunday, could not turn the neck": what was lost then is no start to gain from. */
const HURT_ANEW =
  /\b(?:pulled|tweaked|strained|twisted|re-?injured|hurt (?:it|the|his|her)|threw (?:it|the|his|her)|flared|went out|locked up|seized up|in a knot|grabbed (?:him|her|me)|popped|hauled|slipped|tripped|fell|sneezed|bent (?:down|over)|gave out|went into spasm|set (?:him|her|me|it) back|re-?aggravat\w+)\b/i;

/** "Buttons his shirt, at eval his wife did it": unable then and able now, or unable at both times. */
export function byAbility(clauses: readonly Clause[]): Comparison | undefined {
  if (clauses.length < 2 || clauses.some(({ words }) => HURT_ANEW.test(words))) return undefined;
  const unable = clauses.filter(({ words }) => CANNOT.test(words));
  if (unable.some(({ words }) => SAME.test(words) || STILL.test(words))) return NO_GAIN;
  const poorThen = clauses.filter(
    ({ words }) =>
      !AFTER_CARE.test(words) &&
      (LITTLE_THEN.test(words) || (THEN.test(words) && CANNOT.test(words))),
  );
  if (poorThen.length === 0) return undefined;
  const now = clauses.filter((clause) => !clause.isLabel && !poorThen.includes(clause));
  if (now.some(({ words }) => CANNOT.test(words) || NOTHING_NOW.test(words))) return NO_GAIN;
  // "she walked to the store, had to sit down": one time, told in the past
  const isOfOneTime =
    now.every(({ words }) => TOLD_IN_PAST.test(words)) &&
    !poorThen.some(({ words }) => LITTLE_THEN.test(words) || THEN_BY_NAME.test(words));
  if (isOfOneTime) return undefined;
  // "the pain was better" is nothing that is done
  return now.some(({ words }) => /\w{3}/.test(words) && !OF_PAIN_ALONE.test(words))
    ? GAIN
    : undefined;
}

/** A clause that begins with a verb of the past, and names no time of its own. */
const TOLD_IN_PAST =
  /^\W*(?:(?:he|she|they|I|pt|the patient) )?(?:\w{3,}ed|went|sat|stood|drove|made|took|ran|came|tried)\b(?!.*\b(?:now|today|again|since|this week|last|yesterday)\b)/i;
/** An earlier time by its own words, and no mere verb of the past. */
const THEN_BY_NAME =
  /\b(?:used to|until|before|previously|prior|formerly|initially|ago|first|start|eval\w*|intake|baseline|last|spring|summer|fall|autumn|winter|when)\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i;

/** "After PT he was limited to the couch": little was done behind it, and not before. */
const AFTER_CARE =
  /\b(?:after|following|since) (?:the |his |her |these )?(?:PT|OT|therapy|treatment|visits?|sessions?|needles|injections?|shots?|chiro\w*|acu\w*)\b/i;
const NOTHING_NOW = /^\W*(?:unable|same|no)\b/i;

export const STILL = /\bstill\b/i;
const OF_PAIN_ALONE =
  /^(?:(?:he|she|they|pt|the patient) (?:says|said|reports?|feels?|felt)(?: that)? )?(?:the |his |her )?(?:pain|ache|spasms?|symptoms?|soreness|stiffness)\b[^;]{0,40}\b(?:better|less|lower|down|improved|gone|eased|relieved)\s*$/i;
