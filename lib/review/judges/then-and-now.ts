import type { Settings } from '../../guidelines/judge-use.ts';
import type { Mention, Sentence } from '../../language/mention.ts';
import { type MessageKey, say } from '../../saying/said.ts';
import { conceptsOf, groupBy, type IndexedDocument } from '../evidence/case-index.ts';
import { isAbout } from '../evidence/drug-subject.ts';
import { subjectTest } from '../evidence/match-rule.ts';
import { evidenceAt } from '../evidence/passage.ts';
import type { Evidence } from '../review.ts';
import { type Amount, amountsAlike, amountsIn } from './amounts.ts';
import { type Judge, NOTHING } from './judge.ts';
import { stepsOf } from './ladders.ts';
import { numberPair } from './number-pair.ts';
import { pairsOfReports } from './paired-reports.ts';
import { toldMentions } from './places.ts';
import { storyOf } from './procedure-story.ts';

const MOST_PIECES = 8;
/** What stands there is wanted or long past. */
const NOT_TOLD = ['plan', 'request', 'decision', 'heading', 'guideline', 'family-history'];
/** A gain of less may be the hand that measured. */
const LEAST_GAIN = 1.1;

/**
 * What somebody can do now against what he could do before, where a sentence compares the two in any
 * words: a number then and now, an ability regained or lost, the same as before.
 */
export const judgeThenAndNow: Judge<Settings<'then-and-now'>> = (settings, context) => {
  const { index, request } = context;
  const topics = conceptsOf(settings.topic, index.rulebook, request);
  const { about } = settings;
  const isAsked = about === undefined ? undefined : subjectTest(about, index, request);
  const of = settings.of && new Set(conceptsOf(settings.of, index.rulebook, request));
  const told = settings.after === undefined ? undefined : toldMentions(settings.after, context);
  const stories = told?.map((placed) => ({ ...placed, ...storyOf(placed, told) }));
  const evidence: Evidence[] = [];
  for (const document of index.documents) {
    const isMeant = (mention: Mention) =>
      (!isAsked || isAsked(document, mention)) &&
      (!of || isAbout(document, mention, of)) &&
      (!stories || stories.some((story) => story.document === document && story.holds(mention)));
    const named = topics.flatMap((concept) => document.mentions.get(concept) ?? []);
    const bySentence = [...groupBy(named, ({ sentence }) => sentence)];
    for (const [at, inSentence] of bySentence.sort(([one], [other]) => one - other)) {
      if (evidence.length >= MOST_PIECES) break;
      const sentence = document.reading.sentences[at];
      const mentions = inSentence.filter(isMeant);
      const place = sentence && mentions.find((mention) => isToldOf(document, mention, sentence));
      const found = sentence && place && compare(document, sentence, mentions);
      if (found) evidence.push(evidenceAt(document, place, found.role, say(found.why)));
    }
    const told = (mention: Mention) => {
      const sentence = document.reading.sentences[mention.sentence];
      return isMeant(mention) && sentence !== undefined && isToldOf(document, mention, sentence);
    };
    const places = named.filter(told);
    for (const { at, role } of pairsOfReports(document, places, (words) =>
      compareWords(words, () => true),
    )) {
      const why = role === 'supports' ? GAIN.why : NO_GAIN.why;
      if (evidence.length < MOST_PIECES) evidence.push(evidenceAt(document, at, role, say(why)));
    }
    for (const { at, role, why } of stepsOf(document, settings.ladders ?? [], context, told)) {
      if (evidence.length < MOST_PIECES) evidence.push(evidenceAt(document, at, role, say(why)));
    }
  }
  return evidence.length > 0 ? { evidence, yields: true } : NOTHING;
};

function isToldOf(document: IndexedDocument, { assertion }: Mention, sentence: Sentence): boolean {
  const kind = document.reading.sections[sentence.section]?.kind ?? 'other';
  return (
    assertion.voice === 'record' &&
    (assertion.subject === 'patient' || isHelped(document, sentence)) &&
    assertion.time !== 'planned' &&
    assertion.presence !== 'conditional' &&
    !NOT_TOLD.includes(kind)
  );
}

const FAMILY =
  '(?:wife|husband|spouse|partner|daughter|son|mother|mom|father|sister|brother|family|neighbou?r|aide|kids)';
/** "Used to have her husband put her socks on": told of the patient, whom somebody helped. */
const HELPED = new RegExp(
  `\\b(?:his|her|the) ${FAMILY} (?:still |always |also )?(?:has to |had to |used to )?(?:help\\w*|does|did|do|put\\w*|ties?|tied|carr\\w+|cook\\w*|clean\\w*|drives?|drove|dress\\w*|wash\\w*|bath\\w*|shops?|takes?|took|lift\\w*)\\b`,
  'i',
);

function isHelped({ reading: { text } }: IndexedDocument, { start, end }: Sentence): boolean {
  return HELPED.test(text.slice(start, end));
}

interface Comparison {
  role: 'supports' | 'opposes';
  why: MessageKey;
}

const GAIN: Comparison = { role: 'supports', why: 'why_more_than_before' };
const NO_GAIN: Comparison = { role: 'opposes', why: 'why_no_more_than_before' };

/** Wishes, goals and advice compare nothing. */
const WISHED =
  /\b(?:goals?|wants?|hop(?:es?|ing)|would like|in order to|so that|[LS]TG|target|advis\w+|encourag\w+|should|instruct\w*|prior to (?:the )?injury|before the (?:injury|accident)|pre-?injury|recommend\w*|needs? to)\b/i;
/** Whose doing it was is doubted. */
const DOUBTED =
  /\b(?:can(?: not|not|'t) (?:say|tell)|not sure|unclear|unsure|whether|may be due|due to (?:the )?(?:surgery|time|medication)|(?:puts?|attribut\w+|credits?|owes)\b[^.;]{0,15}\bto (?!(?:the |her |his )?(?:therap|PT\b|OT\b|acupunct|chiro|needl|treatment|visits|sessions|shots|injections|pills|med))|also (?:in counsel\w+|started|began|begun)|\?)/i;
/** "HA 12/mo -> 5/mo": what is counted is none of what is done. */
const COUNTS_BAD =
  /\b(?:HAs?|headaches?|migraines?|episodes?|attacks?|spells?|flares?|spasms?|falls|seizures?|zaps?|shocks?)\b[^.;]{0,20}\d/i;
/** Of pain, medicines and findings the sentence may say that they are the same. */
const OF_OTHER =
  /\b(?:pain|tender\w*|spasm|sensation|reflex\w*|meds?|medications?|dose|mg|numb\w*|score)\b/i;
const SAME =
  /\b(?:(?:the )?same|unchanged|identical|as before|as (?:at|on|in) (?:the |his |her )?(?:start|first|eval\w*|intake|initial|last|\w+ visit)|as (?:it|he|she|they) (?:was|did|were|had)|(?:just |exactly )?(?:as|like) (?:(?:it|they|he|she) (?:was|were) )?(?:in|at|on|last) (?:the )?(?:jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*|spring|summer|fall|autumn|winter|year|month|visit)|no (?:better|more|different|farther|further)|(?:what|all|as much as|as far as|no more than) (?:he|she|they|pt|the patient) (?:could|did|had|was)|no (?:change|difference|increase|gain|improvement|progress)|(?:on|at) both|then (?:and|as) now|before and after|nothing more|(?:not|n't|never|no) (?:any )?(?:more|better|changed?|improved?|increased?) ?(?:active)?|makes? no difference|(?:stayed|remain(?:s|ed)?|stays) (?:on|off|at|out))\b/i;
const REGAINED =
  /\b(?:again|(?<!\b(?:low|lower|upper|mid|middle|the|his|her|of|neck and|legs? and) )back (?:to|on|at|in|behind)(?! (?:\d|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec))(?! (?:the )?(?:clinic|office|baseline|where|square|see|me|pain|doctor|ER)\b)|return(?:ed|s|ing)? to(?! (?:the )?(?:clinic|office|baseline|see|me|doctor|ER)\b)|resum(?:ed|es|ing)|regained|went back|gone back|goes back|discharged (?:the|his|her)|no longer (?:needs?|uses?|requires?|limited)|off (?:the|his|her) (?:cane|walker|crutch\w*|brace)|now without (?:a |the |his |her |any )?(?:cane|walker|help|assistance|brace|crutch\w*|stopping|rest\w*)|released (?:to|from)|full (?:hours|duty|shifts?|days)(?=[^.;]{0,30}\b(?:was|were|had been|up from|instead)\b)|(?:by (?:him|her)self)|on (?:his|her) own|for the first time|now (?:can|able|walks?|lifts?|does|drives?|sits?|stands?|carries|carry|sleeps?|climbs?|reaches|works?)|independent\w* with|(?:which|that|something) (?:he|she|they|pt|the patient)(?: had| was|'d)?(?: been)? (?:given up|stopped|quit|dropped|unable|not (?:done|been able|managed)|never (?:done|managed))|(?:got|gets|getting|gone|went) back to (?:\w+ing|(?:his|her|the|full|regular) \w+))\b/i;
const NOT_YET =
  /(?:\b(?:not|never|no|cannot|unable|yet to|wants? to|hopes? to|if|when(?! (?:he|she|they|pt) (?=(?:went|returned|resumed|got|was)?\s*$))|before)|n't)\s+(?:\w+\s+){0,3}$/i;
/** "It holds till she is back in the car": what is named is an hour of the day. */
const UP_TO = /\b(?:until|till?)\s+(?:\w+\s+){0,3}$/i;
const LOST =
  /\b(?:had to (?:go|be put|return) (?:back )?(?:to|on)|(?:back|returned|down) to (?:light|modified|mod|restricted|sedentary) (?:duty|work) from|no longer|less (?:than|able|active)|does less|do less|doing less|declin(?:ed|es|ing)|(?<!\b(?:treatments?|therapy|pt|sessions|visits|care|medications?|meds|acupuncture|chiropractic) (?:was |were |(?:has|have|had) been )?)stopped|gave up|given up|quit|lost|worse|decreas(?:ed|ing)|shorter|fewer)\b/i;
const LESS_OF_BAD =
  /\b(?:less|fewer|decreas\w+|no longer|lost|stopped|quit|worse)\s+(?:\w+\s+){0,2}?(?:pain|HAs?|headaches?|migraines?|spells?|attacks?|episodes?|spasms?|cramps?|symptoms?|zaps|shocks|burning|tingl\w*|help|meds?|medication|breaks?|falls?|stiff\w*|swelling|sore\w*|weight|needs?|uses?|requires?|using|smoking|the (?:cane|walker|brace)|limited)\b/i;
const CANNOT =
  /\b(?:could not|couldn't|could only|cannot|can't|can not|unable|not able|did not|didn't|had not|hadn't|never|needed (?:help|his|her|an?|two|three|someone|assistance|the|\d)|(?:have|had) (?:his|her|the|a) (?:wife|husband|spouse|daughter|son|mother|sister|aide|family) (?:\w+ ){0,2}(?:put|do|tie|carry|wash|cook|drive|help|dress|lift)|(?:wife|husband|daughter|son|mother|sister|family) (?:did|had to|does)|only with (?:help|a)|one step at a time|nothing|none)\b/i;
/** "Before, he had to call in", "before the needles I'd last 20 minutes": little was done then. */
const LITTLE_THEN =
  /\b(?:had (?:stopped|quit|given up|dropped|left off|been (?:off|out|in bed))|(?:was|were) (?:in (?:the|his|her) (?:recliner|bed|chair)|in bed|bedridden|on (?:the|his|her) (?:couch|sofa)|off work|using (?:the|a) \w+ or not)|(?:was|were) [^,;.]{0,12}and (?:in|on) (?:the|his|her) (?:recliner|bed|couch|sofa)|before\b[^,;]{0,25}(?:had to (?:call|stop|quit|leave|ask|lie|go home|cut)|(?:'d|would|could) (?:only |barely |just )?(?:last|manage|make it|stand|sit|go) (?:maybe |about |only |for )*(?:\d|an? |one|two|three|four|five|ten|fifteen|twenty|thirty|half)))/i;
const THEN =
  /\b(?:was|were|had(?: been)?|used to|before\w*|previously|prior|formerly|initially|at (?:the )?(?:start|eval\w*|intake|baseline|initial|soc|ie|first|beginning|outset|onset)|(?:last|in the|in) (?:month|year|winter|spring|summer|fall|autumn|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|ago|could not|couldn't|could only|when (?:he|she|therapy|we) (?:began|started))\b/i;

function compare(
  { reading }: IndexedDocument,
  { start, end }: Sentence,
  mentions: readonly Mention[],
): Comparison | undefined {
  const words = reading.text.slice(start, end);
  return compareWords(words, (at) =>
    mentions.some((mention) => {
      const from = mention.start - start;
      const to = mention.end - start;
      return wordsBetween(words, at, from, to) <= WORDS_APART;
    }),
  );
}

/** What words come to that compare; `isNear` says whether what is compared stands near an offset in them. */
function compareWords(words: string, isNear: (at: number) => boolean): Comparison | undefined {
  if (WISHED.test(words) || DOUBTED.test(words)) return undefined;
  const measured = COUNTS_BAD.test(words) ? undefined : (byNumbers(words) ?? byPair(words));
  if (measured) return measured;
  if (MORE_OF_IT.test(words)) return GAIN;
  if (USED_TO_BUT_NOW.test(words)) return NO_GAIN;
  const contrast = WHERE_BEFORE.exec(words);
  if (contrast && !NOT_ABLE.test(words.slice(0, contrast.index))) return GAIN;
  const others = WAS_OF_OTHERS.exec(words);
  if (others && !NOT_ABLE.test(words.slice(0, others.index))) return GAIN;
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
  const regained = REGAINED.exec(words);
  if (regained && isNear(regained.index)) {
    if (UP_TO.test(words.slice(0, regained.index))) return undefined;
    if (NOT_YET.test(words.slice(0, regained.index))) return NO_GAIN;
    if (!/\b(?:pain|ache|spasm|symptoms?)\s+(?:\w+\s+){0,2}$/i.test(words.slice(0, regained.index)))
      return GAIN;
  }
  return undefined;
}

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
const WORDS_APART = 7;

function wordsBetween(words: string, at: number, from: number, to: number): number {
  const [first, last] = at < from ? [at, from] : [to, at];
  if (last <= first) return 0;
  return words.slice(first, last).trim().split(/\s+/).length;
}

interface Clause {
  start: number;
  words: string;
}

function clausesOf(words: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (const { index, 0: mark } of words.matchAll(
    /[;,:]\s|\s(?:but|while|whereas|where|which|and now|now|versus|vs\.?|compared (?:to|with))\s/gi,
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

/** "Buttons his shirt, at eval his wife did it": unable then and able now, or unable at both times. */
function byAbility(clauses: readonly Clause[]): Comparison | undefined {
  if (clauses.length < 2) return undefined;
  const unable = clauses.filter(({ words }) => CANNOT.test(words));
  if (unable.some(({ words }) => SAME.test(words))) return NO_GAIN;
  const unableThen = clauses.filter(
    ({ words }) => (CANNOT.test(words) && THEN.test(words)) || LITTLE_THEN.test(words),
  );
  if (unableThen.length === 0) return undefined;
  const now = clauses.filter((clause) => !unableThen.includes(clause));
  if (now.some(({ words }) => CANNOT.test(words) || /^\W*(?:unable|same|no)\b/i.test(words)))
    return NO_GAIN;
  return now.some(({ words }) => /\w{3}/.test(words)) ? GAIN : undefined;
}

/** What is managed, in a unit of which more is better. */
const MANAGED = /^(?:minute|pound|foot|block|blk|step|stair|flight|rep|lap)$/;
/** Tests that are timed: the faster the better. */
const TIMED =
  /\b(?:sit[- ]to[- ]stands?|STS|TUG|up and go|chair (?:stand|rise)s?|timed|stair(?:s| climb)?|dressing)\b/i;

/** Two numbers of one clause, or of two beside each other; one gain is a gain. */
function byPair(words: string): Comparison | undefined {
  const parts = words.split(/[;,]\s/);
  const stretches = [words, ...parts, ...parts.slice(1).map((part, at) => `${parts[at]}, ${part}`)];
  const found = stretches.map(byPairOf);
  return found.includes(GAIN) ? GAIN : found.find((one) => one !== undefined);
}

function byPairOf(words: string): Comparison | undefined {
  const pair = numberPair(words);
  if (!pair || pair.before === 0) return undefined;
  const { before, after, unit } = pair;
  if (unit === 'second' && TIMED.test(words)) {
    return before >= after * LEAST_GAIN ? GAIN : before <= after ? NO_GAIN : undefined;
  }
  if (!MANAGED.test(unit)) return undefined;
  return after >= before * LEAST_GAIN ? GAIN : after <= before ? NO_GAIN : undefined;
}

/** "From half days to his full shift": more of it, without a number. */
const MORE_OF_IT =
  /\bfrom (?:half|part|light|modified|restricted|sedentary|seated|sit-?down|desk|bench|limited|no|a (?:half|part)|off)\b[^.;]{0,30}\bto\b[^.;]{0,25}\b(?:full|whole|regular|usual|unrestricted|modified|light|three quarters|longer|most of|\d+ ?-?(?:lbs?|pounds?|#|kilos?|hours?|hrs?))(?!\w)/i;
/** "Sits the shift through where she used to get up": more than before, in a contrast. */
const WHERE_BEFORE =
  /\b(?:where(?:as)?|when before|whereas before|instead of|and) (?:before )?(?:he|she|they|pt|the patient|formerly)? ?(?:used to|had to|would have to|could only|could barely|needed to) \w/i;
/** "Hangs her own wash, which had been her son's job", "otherwise her sister does it". */
const WAS_OF_OTHERS = new RegExp(
  `\\b(?:was|were|had been|used to be) (?:all )?(?:his|her|my|the) ${FAMILY}(?:'s|s'|s) (?:job|chore|task|work|doing|department)\\b|\\b(?:otherwise|before(?: that| this| then)?|until then|previously|formerly),? (?:it was )?(?:his|her|my|the|a) ${FAMILY} (?:always |still |usually )?(?:does|did|had to|has to|came|comes|would|takes|took|drives|drove|cooks|cooked|helps|helped)\\b|\\bwhich (?:he|she|they|pt) had (?:handed|left|given|turned|passed) (?:over |on )?to\\b`,
  'i',
);
/** "Used to manage a short shop and now does not go": less than before. */
const USED_TO_BUT_NOW =
  /\bused to\b[^.;]{3,80}?\b(?:and|but) (?:now|today|since)\b[^.;]{0,25}?\b(?:not|\w+n't|no longer|cannot|never|nothing)\b/i;

/** Two amounts of one unit, one of them of then: "types for an hour, was 15 min". */
function byNumbers(words: string): Comparison | undefined {
  const amounts = amountsIn(words);
  const [first] = amounts;
  const alike = amounts.filter(({ unit }) => unit === first?.unit);
  const pair = alike.length === 1 ? [...alike, ...bareOfThen(words)] : alike;
  const [one, other] = pair;
  if (pair.length !== 2 || !one || !other) return undefined;
  const order = orderOf(words, one, other);
  if (!order) return undefined;
  const [then, now] = order === 'then-first' ? [one, other] : [other, one];
  return now.amount >= then.amount * LEAST_GAIN
    ? GAIN
    : now.amount <= then.amount
      ? NO_GAIN
      : undefined;
}

/** "Six blocks, used to be two": a number without its unit, right behind words of then. */
function bareOfThen(words: string): Amount[] {
  return amountsAlike(words).filter(
    ({ bare, start, end }) =>
      bare &&
      /\b(?:was|were|used to be|had been|instead of|up from|from) (?:about |only |maybe |just |barely )*$/i.test(
        words.slice(0, start),
      ) &&
      !/^\s*(?:\/|%|mg|out of)/i.test(words.slice(end)),
  );
}

const THEN_BEFORE =
  /\b(?:was|were|had been|from|before\w*(?: it| that| this)?|previously|prior|formerly|used to|initially|instead of|in place of|up from|down from|only|at (?:the )?(?:start|eval\w*|intake|baseline|soc|ie|first)|where|could|managed|vs\.?|versus|compared (?:to|with)|not)\W+(?:\w+\W+){0,4}$/i;
const THEN_AFTER =
  /^[^\w,;]*(?:\w+[^\w,;]+){0,2}?(?:before|previously|at (?:the )?(?:start|eval\w*|intake|baseline|soc|ie|first)|initially|then|prior|ago|in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|last (?:month|year|visit))\b/i;
const NOW_NEAR = /\b(?:now|today|currently|to)\W+(?:\w+\W+){0,3}$/i;

function orderOf(
  words: string,
  one: Amount,
  other: Amount,
): 'then-first' | 'now-first' | undefined {
  const between = words.slice(one.end, other.start);
  const before = words.slice(0, one.start);
  const after = words.slice(other.end);
  if (
    THEN_AFTER.test(between) ||
    (/\bfrom\W+(?:\w+\W+){0,2}$/i.test(before) && /\bto\b/i.test(between))
  )
    return 'then-first';
  if (THEN_BEFORE.test(between) || THEN_AFTER.test(after)) return 'now-first';
  if (NOW_NEAR.test(between) && THEN_BEFORE.test(before)) return 'then-first';
  // each with its day: a text tells them in their order
  if (DAY_AFTER.test(between) && DAY_AFTER.test(after)) return 'then-first';
  return undefined;
}

const DAY_AFTER =
  /^\W*(?:on|in|by|as of|at)?\W*(?:\d{1,2}\/\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|visit \d|today|now|discharge)/i;
