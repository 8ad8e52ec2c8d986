import { byMeasure, type Comparison, GAIN, NO_GAIN } from './compared-amounts.ts';

export const FAMILY =
  '(?:wife|husband|spouse|partner|daughter|son|mother|mom|father|sister|brother|family|neighbou?r|aide|kids)';
/** Wishes, goals and advice compare nothing. */
const WISHED =
  /\b(?:goals?|aims?|objectives?|expect(?:s|ed|ing)?|anticipat\w+|wants?|hop(?:es?|ing|eful)|wish(?:es|ed|ing)?|desires?|would like|in order to|so that|[LS]TG|target|advis\w+|encourag\w+|should|instruct\w*|prior to (?:the )?injury|before the (?:injury|accident)|pre-?injury|recommend\w*|needs? to)\b/i;
/** Whose doing it was is doubted, or it was never done. */
const DOUBTED =
  /\b(?:(?:never|not) had (?:any|it|one|them|this|that)(?= *(?:before|yet|[.;,]|$))|can(?: not|not|'t) (?:say|tell)|not sure|unclear|unsure|whether|may be due|due to (?:the )?(?:surgery|time|medication)|(?:puts?|attribut\w+|credits?|owes)\b[^.;]{0,15}\bto (?!(?:the |her |his )?(?:therap|PT\b|OT\b|acupunct|chiro|needl|treatment|visits|sessions|shots|injections|pills|med))|also (?:in counsel\w+|started|began|begun)|\?)/i;
/** "HA 12/mo -> 5/mo": what is counted is none of what is done. */
const COUNTS_BAD =
  /\b(?:(?-i:HAs?)|headaches?|migraines?|episodes?|attacks?|spells?|flares?|spasms?|falls|seizures?|zaps?|shocks?)\b[^.;]{0,20}\d/i;
/** Of pain, medicines and findings the sentence may say that they are the same. */
const OF_OTHER =
  /\b(?:pain|tender\w*|spasm|sensation|reflex\w*|meds?|medications?|dose|mg|numb\w*|score)\b/i;
const SAME =
  /\b(?:(?:the )?same(?! (?:day|date|visit|sitting|session|time|side|level|muscles?|points?|spots?|doctor|provider))|unchanged|identical|(?<!(?:twice|double|times) as \w+ )as before(?!,)|as (?:at|on|in) (?:the |his |her )?(?:start|first|eval\w*|intake|initial|last|\w+ visit)|as (?:it|he|she|they) (?:was|did|were|had)|(?:just |exactly )?(?:as|like) (?:(?:it|they|he|she) (?:was|were) )?(?:in|at|on|last) (?:the )?(?:jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|spring|summer|fall|autumn|winter|year|month|visit)|no (?:better|more|different|farther|further)|(?:what|all|as much as|as far as|no more than) (?:he|she|they|pt|the patient) (?:could|did|had|was)|no (?:change|difference|increase|gain|improvement|progress)|(?:on|at) both|then (?:and|as) now|(?:at (?:the )?(?:start|eval\w*|intake|IE|first|outset)|before) and (?:now|today|(?:at )?(?:the )?(?:end|finish|discharge|close|completion)\b)|before and after|as (?:ever|always)\b|nothing more|(?:not|n't|never|no) (?:any )?(?:more|better|changed?|improved?|increased?) ?(?:active)?|makes? no difference|(?:stayed|remain(?:s|ed)?|stays) (?:on|off|at|out))\b/i;
const REGAINED =
  /\b(?:again|(?<!\b(?:low|lower|upper|mid|middle|the|his|her|of|neck and|legs? and) )back (?:to|on|at|in|behind)(?! (?:it|them|\d|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec))(?! (?:the )?(?:clinic|office|baseline|where|square|see|me|pain|doctor|ER)\b)|return(?:ed|s|ing)? to(?! (?:the )?(?:clinic|office|baseline|see|me|doctor|ER)\b)|resum(?:ed|es|ing)|regained|(?:went|gone|goes) back(?! on (?:it|them|that|the (?:drug|med|pill)))|discharged (?:the|his|her)|no longer (?:needs?|uses?|requires?|limited)|off (?:the|his|her) (?:cane|walker|crutch\w*|brace)|now without (?:a |the |his |her |any )?(?:cane|walker|help|assistance|brace|crutch\w*|stopping|rest\w*)|released (?:to|from)|full (?:hours|duty|shifts?|days)(?=[^.;]{0,30}\b(?:was|were|had been|up from|instead)\b)|(?:by (?:him|her)self)|on (?:his|her) own|for the first time|now (?:can|able|walks?|lifts?|does|drives?|sits?|stands?|carries|carry|sleeps?|climbs?|reaches|works?(?! (?:at |on |a )?(?:modified|mod|light|restricted|sedentary|limited)))|independent\w* with|(?:which|that|something) (?:he|she|they|pt|the patient)(?: had| was|'d)?(?: been)? (?:given up|stopped|quit|dropped|unable|not (?:done|been able|managed)|never (?:done|managed))|(?:got|gets|getting|gone|went) back to (?:\w+ing|(?:his|her|the|full|regular) \w+))\b/i;
const NOT_YET =
  /(?:\b(?:not|never|no|cannot|unable|yet to|wants? to|hopes? to|if|when(?! (?:he|she|they|pt) (?=(?:went|returned|resumed|got|was)?\s*$))|before)|n't)\s+(?:\w+\s+){0,3}$|\b(?:none|neither|nothing|no amount) (?:of |in )?(?:\w+,?\s+){0,6}$/i;
/** "It holds till she is back in the car": what is named is an hour of the day. */
const UP_TO = /\b(?:until|till?)\s+(?:\w+\s+){0,3}$/i;
const LOST =
  /\b(?:had to (?:go|be put|return) (?:back )?(?:to|on)|(?:back|returned|down) to (?:light|modified|mod|restricted|sedentary) (?:duty|work) from|no longer|less (?:than|able|active)|does less|do less|doing less|declin(?:ed|es|ing)|(?<!\b(?:treatments?|therapy|pt|sessions|visits|care|medications?|meds|acupuncture|chiropractic) (?:was |were |(?:has|have|had) been )?)stopped|gave up|given up|quit|lost(?! (?:his|her|their|the|a) (?:job|position|employment|insurance|home|mother|father|parents?|wife|husband|brother|sister|son|daughter|prescription|pills|bottle|appeal)\b)|worse|decreas(?:ed|ing)|shorter|fewer)\b/i;
const LESS_OF_BAD =
  /\b(?:less|fewer|decreas\w+|no longer|lost|stopped|quit|worse)\s+(?:\w+\s+){0,2}?(?:pain|HAs?|headaches?|migraines?|spells?|attacks?|episodes?|spasms?|cramps?|symptoms?|zaps|shocks|burning|tingl\w*|help|meds?|medication|breaks?|falls?|stiff\w*|swelling|sore\w*|weight|needs?|uses?|requires?|using|smoking|the (?:cane|walker|brace)|limited)\b/i;
const CANNOT =
  /\b(?:could not|couldn't|could only|cannot|can't|can not|unable|not able|did not|didn't|had not|hadn't|never|needed (?:help|his|her|an?|both|one|two|three|four|someone|assistance|the|\d)|(?:have|had) (?:his|her|the|a) (?:wife|husband|spouse|daughter|son|mother|sister|aide|family) (?:\w+ ){0,2}(?:put|do|tie|carry|wash|cook|drive|help|dress|lift)|(?:wife|husband|daughter|son|mother|sister|family) (?:did|had to|does)|only with (?:help|a)|one step at a time|nothing|none)\b/i;
/** "Before, he had to call in", "before the needles I'd last 20 minutes": little was done then. */
const LITTLE_THEN =
  /\b(?:used to (?:lie down|stay (?:in bed|home|in)|be in bed)|(?:in (?:the )?(?:fall|autumn|winter|spring|summer|jan\w*|feb\w*|march|april|may|june|july|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)|at (?:the )?(?:start|outset|eval\w*|first|beginning)|initially) (?:he|she|they|pt) had to (?:call|stop|quit|leave|lie|go home|sit down|turn back|pull over|ask)|had (?:stopped|quit|given up|dropped|left off|been (?:off|out|in bed|home|at home|sent home|idle|laid up))|(?:was|were) (?:in (?:the|his|her) (?:recliner|bed|chair)|in bed|bedridden|on (?:the|his|her) (?:couch|sofa)|off work|using (?:the|a) \w+ or not)|(?:was|were) [^,;.]{0,12}and (?:in|on) (?:the|his|her) (?:recliner|bed|couch|sofa)|which (?:in \w+ )?(?:was|had been|would have been) (?:out of the question|beyond|impossible|too much)|which (?:he|she)(?:'d| had) been (?:using|asking|doing)|(?:last|in) (?:fall|spring|summer|winter|\w+uary|march|april|may|june|july|august|\w+ember|october)\b[^,;]{0,30}\bonly|before(?: that)? (?:he|she) (?:went home|left|quit|stopped|came home)|before\b[^,;]{0,25}(?:had to (?:call|stop|quit|leave|ask|lie|go home|cut)|(?:'d|would|could) (?:only |barely |just )?(?:last|manage|make it|stand|sit|go) (?:maybe |about |only |for )*(?:\d|an? |one|two|three|four|five|ten|fifteen|twenty|thirty|half)))/i;
const THEN =
  /\b(?:was|were|had(?: been)?|used to|before\w*|previously|prior|formerly|initially|at (?:the )?(?:start|eval\w*|intake|baseline|initial|soc|ie|first|beginning|outset|onset)|(?:last|in the|in) (?:month|year|winter|spring|summer|fall|autumn|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|ago|could not|couldn't|could only|when (?:he|she|therapy|we) (?:began|started))\b/i;

/** "At the desk thirty hours, the same before and after the shots": no gain of theirs, whatever else it tells. */
export function isSameAtBoth(words: string): boolean {
  return SAME_AT_BOTH.test(words) && !OF_OTHER.test(words);
}

const SAME_AT_BOTH =
  /\b(?:same|unchanged|identical|both|equally|alike)\b[^.;,]{0,25}\bbefore (?:(?:it|them|that|the \w+) )?and (?:after|since)\b/i;

/** What words come to that compare; `isNear` says whether what is compared stands near an offset in them. */
export function compareWords(
  words: string,
  isNear: (at: number) => boolean,
): Comparison | undefined {
  if (WISHED.test(words) || DOUBTED.test(words)) return undefined;
  const measured = COUNTS_BAD.test(words) ? undefined : byMeasure(words);
  if (measured) return measured;
  if (NO_MORE_THAN.test(words)) return NO_GAIN;
  if (MORE_OF_IT.test(words)) return GAIN;
  if (USED_TO_BUT_NOW.test(words)) return NO_GAIN;
  const found = [GIVEN_AWAY, WHERE_BEFORE, WAS_OF_OTHERS].map((told) => told.exec(words));
  if (found.some((told) => told && !NOT_ABLE.test(words.slice(0, told.index)))) return GAIN;
  if (!OF_OTHER.test(words) && isSaidOfBoth(words)) return NO_GAIN;
  const clauses = clausesOf(words);
  const paired = byAbility(clauses);
  if (paired) return paired;
  // "full duty again before the therapy began" is no result of it
  const lost = lostIn(words);
  const earlier = BEFORE_CARE.exec(words);
  if (earlier)
    return SAME.test(words) || (lost?.index ?? 1e6) < earlier.index ? NO_GAIN : undefined;
  const still = /\bstill\b/i.test(words) && CANNOT.test(words);
  if (still) return NO_GAIN;
  const same = SAME.exec(words);
  if (same && isNear(same.index) && !OF_OTHER.test(clauseAt(clauses, same.index))) return NO_GAIN;
  if (lost && isNear(lost.index)) return NO_GAIN;
  if (LOST_AGAIN.test(words)) return NO_GAIN;
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
const LATER = /\b(?:after(?:ward(?:s)?)?|now|today|since|still|coming out)\b/i;
const NO_STATE =
  /\b(?:he|she|they|pt|patient|was|were|is|are|had|has|been|been|the|a|an|it|that|them|this|those|and|but|both|on|at|in|shots?|injections?|needles|procedure|block|therapy|treatment|before(?:hand)?|then|prior|previously|time|going|coming|out|to|when|began|begun|begin|started|start|outset|beginning|intake|eval\w*|first|with|after(?:wards?)?|now|today|since|still|of|trigger|points?|TPIs?|epidurals?|T?F?ESIs?|\d+)\b|[^\w ]/gi;

/** "Work status: off before, off now". */
const LABEL = /^[^:]{0,40}:\s/;

/** "Off work before it and off work after it": one state, told of both times. */
function isSaidOfBoth(words: string): boolean {
  const parts = words.replace(LABEL, '').split(/,? and |, but |; |, /i);
  return parts.some((one, at) => {
    const other = parts[at + 1];
    if (other === undefined || !EARLIER.test(one) || !LATER.test(other)) return false;
    const state = stateIn(one);
    return /[a-z]{3}/.test(state) && state === stateIn(other);
  });
}

function stateIn(part: string): string {
  return part.replace(NO_STATE, ' ').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** "Returned in May and was taken off again in June", "by July down to 10 again": what was gained is gone. */
const LOST_AGAIN =
  /\b(?:taken|pulled|put|went|sent|placed) (?:back )?(?:off|out|home)\b[^.;]{0,12}\bagain\b|\b(?:and|but|then)\b[^.;]{0,30}\b(?:taken|pulled|put|placed) (?:back )?off\b|\b(?:back )?down (?:to|at) \S+(?: \w+)? again\b|\bsquare one\b/i;

const BEFORE_CARE =
  /\b(?:before|prior to|until) (?:the |his |her |starting )?(?:therapy|pt|ot|treatment|acupuncture|chiropractic|injections?)\b/i;

/** Where something is said to be lost that was had: no "which he had given up", no "less pain". */
function lostIn(words: string): RegExpExecArray | undefined {
  const lost = LOST.exec(words);
  if (!lost || LESS_OF_BAD.test(words)) return undefined;
  const wasLost = /\b(?:had|which|that|was)\s+(?:\w+\s+)?$/i.test(words.slice(0, lost.index));
  return wasLost ? undefined : lost;
}

const NOT_ABLE = /\b(?:not|\w+n't|cannot|no longer|unable|still|never)\b/i;
interface Clause {
  start: number;
  words: string;
}

function clausesOf(words: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const { index, 0: mark } of words.matchAll(
    /[;,:]\s|\s(?:but|while|whereas|where|which|and now|now|versus|vs\.?|compared (?:to|with)|and(?= (?:I|he|she|they|pt) (?:still )?(?:can|could|is|was|cannot|can't|couldn't)\b))\s/gi,
  )) {
    clauses.push({ start, words: words.slice(start, index) });
    start =
      index + mark.length - (/\b(?:now|where|which)\b/i.test(mark) ? mark.trimStart().length : 0);
  }
  clauses.push({ start, words: words.slice(start) });
  return clauses.filter((clause) => clause.words.trim() !== '');
}

function clauseAt(clauses: readonly Clause[], at: number): string {
  return clauses.findLast(({ start }) => start <= at)?.words ?? '';
}

/** "Pulled something on Sunday, could not turn the neck": what was lost then is no start to gain from. */
const HURT_ANEW =
  /\b(?:pulled|tweaked|strained|twisted|re-?injured|hurt (?:it|the|his|her)|threw (?:it|the|his|her)|flared|went out|locked up|seized up|in a knot|grabbed (?:him|her|me)|popped|hauled|slipped|tripped|fell|sneezed|bent (?:down|over)|gave out|went into spasm|set (?:him|her|me|it) back|re-?aggravat\w+)\b/i;

/** "Buttons his shirt, at eval his wife did it": unable then and able now, or unable at both times. */
function byAbility(clauses: readonly Clause[]): Comparison | undefined {
  if (clauses.length < 2 || clauses.some(({ words }) => HURT_ANEW.test(words))) return undefined;
  const unable = clauses.filter(({ words }) => CANNOT.test(words));
  if (unable.some(({ words }) => SAME.test(words) || STILL.test(words))) return NO_GAIN;
  const unableThen = clauses.filter(
    ({ words }) => (CANNOT.test(words) && THEN.test(words)) || LITTLE_THEN.test(words),
  );
  if (unableThen.length === 0) return undefined;
  const now = clauses.filter((clause) => !unableThen.includes(clause));
  if (now.some(({ words }) => CANNOT.test(words) || /^\W*(?:unable|same|no)\b/i.test(words)))
    return NO_GAIN;
  // "the pain was better" is nothing that is done
  return now.some(({ words }) => /\w{3}/.test(words) && !OF_PAIN_ALONE.test(words))
    ? GAIN
    : undefined;
}

const STILL = /\bstill\b/i;
const OF_PAIN_ALONE =
  /^(?:(?:he|she|they|pt|the patient) (?:says|said|reports?|feels?|felt)(?: that)? )?(?:the |his |her )?(?:pain|ache|spasms?|symptoms?|soreness|stiffness)\b[^;]{0,40}\b(?:better|less|lower|down|improved|gone|eased|relieved)\s*$/i;

/** "Can't lift any more than before": what is denied is the comparison. */
const NO_MORE_THAN =
  /\b(?:not|never|nothing|no|cannot|\w+n't)\b[^,;.]{0,30}\b(?:more|better|further|farther|longer|heavier|faster|higher|different(?:ly)?)\b[^,;.]{0,12}\b(?:than|from) (?:before|at|when|what|how|he|she|they|i|in|on|last|prior|the (?:day|first|start))\b/i;
/** "From half days to his full shift": more of it, without a number. */
const MORE_OF_IT =
  /\bfrom (?:half|part|light|modified|restricted|sedentary|seated|sit-?down|desk|bench|limited|no|a (?:half|part)|off)\b[^.;]{0,30}\bto\b[^.;]{0,25}\b(?:full|half|part|occasional|some|frequent|limited|whole|both|all|regular|usual|unrestricted|modified|light|three quarters|longer|most of|(?:\d+|one|two|three|four|five|six|seven|eight|ten|twelve|fifteen|twenty) ?-?(?:lbs?|pounds?|#|kilos?|hours?|hrs?|days?))(?!\w)/i;
/** "Sits the shift through where she used to get up": more than before, in a contrast. */
const WHERE_BEFORE =
  /\b(?:where(?:as)?|when before|whereas before|instead of|and) (?:before )?(?:he|she|they|pt|the patient|formerly)? ?(?:used to|had to|would have to|could only|could barely|needed to) \w/i;
/** "Hangs her own wash, which had been her son's job", "otherwise her sister does it". */
const WAS_OF_OTHERS = new RegExp(
  `\\b(?:was|were|had been|used to be) (?:all )?(?:his|her|my|the) ${FAMILY}(?:'s|s'|s) (?:job|chore|task|work|doing|department)\\b|\\b(?:otherwise|before(?: that| this| then)?|until then|previously|formerly),? (?:it was )?(?:his|her|my|the|a) ${FAMILY} (?:always |still |usually )?(?:does|did|had to|has to|came|comes|would|takes|took|drives|drove|cooks|cooked|helps|helped)\\b|\\bwhich (?:he|she|they|pt) had (?:handed|left|given|turned|passed) (?:over |on )?to\\b|\\b(?:which|that|this|these) (?:his|her|my|the) ${FAMILY} (?:was|were|had been|used to|had to|had (?:always |been )?(?:done|doing|handled|seen to)|did|always did|handled|saw to|took care of)\\b`,
  'i',
);
/** "Used a cane and threw it out", "has put the walker away": an aid that is needed no more. */
const AID = '(?:cane|walker|crutch(?:es)?|brace|sling|wheelchair|scooter)';
const GAVE = '(?:threw|thrown|puts?|sets?|laid|handed|gave|given|packed|turned)';
const AWAY = '(?:away|aside|out|back|behind)';
const GIVEN_AWAY = new RegExp(
  `\\b${AID} (?:has been |had been |was |is |and (?:has |then )?)?(?:now )?${GAVE} (?:it |them )?${AWAY}\\b|\\b${GAVE} ${AWAY} (?:the|his|her|my) ${AID}\\b|\\b${GAVE} (?:the|his|her|my) ${AID} ${AWAY}\\b|\\bleft (?:the|his|her|my) ${AID} (?:behind|at home|in the (?:closet|garage))\\b|\\b(?:weaned|graduated) (?:off|from|out of) (?:the|his|her|a) ${AID}\\b`,
  'i',
);
/** "Used to manage a short shop and now does not go": less than before. */
const USED_TO_BUT_NOW =
  /\bused to\b[^.;]{3,80}?\b(?:and|but) (?:now|today|since)\b[^.;]{0,25}?\b(?:not|\w+n't|no longer|cannot|never|nothing)\b/i;
