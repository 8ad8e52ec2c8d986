import type { MessageKey } from '../../../saying/said.ts';
import { type Amount, amountsAlike, amountsIn, LEAST_GAIN } from './amounts.ts';
import { mayHoldPair, numberPair } from './number-pair.ts';
import type { Told } from './told-words.ts';

/** What is told of then and of now, weighed. */
export interface Comparison {
  role: 'supports' | 'opposes';
  why: MessageKey;
}

export const GAIN: Comparison = { role: 'supports', why: 'why_more_than_before' };
export const NO_GAIN: Comparison = { role: 'opposes', why: 'why_no_more_than_before' };

/** What a sentence measures then and now, in a unit of which more is better. */
export function byMeasure(told: Told): Comparison | undefined {
  const { words } = told;
  return byNumbers(words) ?? byPair(words) ?? byScale(words) ?? byShare(told);
}

/** Scores of disability, the less the better: "ODI 48 before and 48 after", "NDI 38 -> 22". */
const SCALE =
  /\b(?:ODI|Oswestry|NDI|neck disability index|(?:quick ?)?DASH|Roland(?:[- ]Morris)?|RMDQ)\b(?: score| index)?/i;
/** "48 before and 48 after", "38 and now 22": both numbers, the earlier first. */
const BOTH =
  /^\D{0,12}?(\d{1,2})(?:%|\/\d{2,3})?(?:,| and| then)?(?: (?:before|pre|at baseline|then))?\s?(?:,|and|to|->|→|-->|vs\.?|versus)\s?(?:now|today|still)?\s?(\d{1,2})(?:%|\/\d{2,3})?(?= ?(?:(?:[a-z]+ ){0,2}(?:after|now|today|post|later)|[.,;)]|$))/i;

function byScale(words: string): Comparison | undefined {
  const named = SCALE.exec(words);
  if (!named) return undefined;
  const behind = words.slice(named.index + named[0].length);
  const told = BOTH.exec(behind);
  const pair = told
    ? { before: Number(told[1]), after: Number(told[2]) }
    : numberPair(ofTheScore(behind));
  // minutes beside it are of something else
  if (!pair || ('unit' in pair && /^[a-z]/.test(pair.unit) && pair.unit !== 'percent'))
    return undefined;
  const { before, after } = pair;
  if (before >= after * LEAST_GAIN && before > after) return GAIN;
  return after >= before ? NO_GAIN : undefined;
}

/** "Doubled", "went up by 20 minutes": how much more than before, and not what it was. */
const MORE_BY = 'compare-changed-by';
const LESS_BY = 'compare-fell-by';
/** What is better when there is less of it, and what no person does; weight that somebody gains or loses. */
const NOT_MANAGED = 'compare-not-managed';

/** What is told by how much it changed, beside what is managed. */
function byShare(told: Told): Comparison | undefined {
  const by = told.first(MORE_BY) ? GAIN : told.first(LESS_BY) ? NO_GAIN : undefined;
  return by && told.first(NOT_MANAGED) ? undefined : by;
}

/** Both values of a score stand near behind its name, before another thing is told. */
function ofTheScore(behind: string): string {
  const near = behind.slice(0, SCALE_REACH);
  const other = near.search(OTHER_THING);
  return other < 0 ? near : near.slice(0, other);
}

const SCALE_REACH = 60;
const OTHER_THING =
  /[,;]\s*(?!(?:it|was|now|today|down|up|then|initially|previously|and|but|at|on|in|from|compared|vs|versus)\b|\d)/i;

/** What is managed, in a unit of which more is better. */
const MANAGED = /^(?:minute|pound|foot|block|blk|step|stair|flight|rep|lap)$/;
/** Tests that are timed: the faster the better. */
const TIMED =
  /\b(?:sit[- ]to[- ]stands?|STS|TUG|up and go|chair (?:stand|rise)s?|timed|stair(?:s| climb)?|dressing)\b/i;

/** Two numbers of one clause, or of two beside each other; one gain is a gain. */
function byPair(words: string): Comparison | undefined {
  if (!mayHoldPair(words)) return undefined;
  const within = words.split(/;\s/).flatMap((statement) => {
    const parts = statement.split(/,\s/);
    return [...parts, ...parts.slice(1).map((part, at) => `${parts[at]}, ${part}`)];
  });
  const stretches = [words, ...within];
  const found = stretches.filter(mayHoldPair).map(byPairOf);
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

/** Where another thing begins that somebody does: "stands 40 minutes, was ten, and she is at four hours". */
const NEXT_DEED = /,?\s+(?:and|but)\s+(?=(?:he|she|they|pt|the patient)\s)/i;

/** Two amounts of one unit, one of them of then, told of one thing that is done. */
function byNumbers(words: string): Comparison | undefined {
  const deeds = words.split(NEXT_DEED);
  const found = deeds.length > 1 ? deeds.map(byNumbersOf) : [];
  return found.includes(GAIN) ? GAIN : (found.find((one) => one) ?? byNumbersOf(words));
}

/** "Types for an hour, was 15 min". */
function byNumbersOf(words: string): Comparison | undefined {
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

/** "On her last visit it was forty": what was then is the latest. */
const OF_LAST_VISIT =
  /\b(?:last|latest|final|most recent) (?:visit|session|time|day),? (?:it |that |this )?(?:was|were) $/i;

/** Letters before a number that say of when it is. */
const LEAD = 80;

/** "Six blocks, used to be two": a number without its unit, right behind words of then. */
function bareOfThen(words: string): Amount[] {
  return amountsAlike(words).filter(
    ({ bare, start, end }) =>
      bare &&
      /\b(?:was|were|used to be|had been|instead of|up from|from) (?:about |only |maybe |just |barely )*$/i.test(
        words.slice(Math.max(0, start - LEAD), start),
      ) &&
      !OF_LAST_VISIT.test(words.slice(Math.max(0, start - LEAD), start)) &&
      !/^\s*(?:\/|%|mg|out of)/i.test(words.slice(end)),
  );
}

const THEN_BEFORE =
  /\b(?:was|were|had been|from|before\w*(?: it| that| this)?|previously|prior|formerly|used to|initially|instead of|in place of|up from|down from|only|at (?:the )?(?:start|eval\w*|intake|baseline|soc|ie|first)|where|could|managed|vs\.?|versus|compared (?:to|with)|not)\W+(?:\w+\W+){0,4}$/i;
const THEN_AFTER =
  /^[^\w,;(]*(?:\w+[^\w,;(]+){0,2}?(?:before(?! (?:an?|he|she|they|having|needing|stopping|resting|sitting|standing|breaks?|pain)\b)|previously|at (?:the )?(?:start|eval\w*|intake|baseline|soc|ie|first)|initially|then|prior|ago|in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|last (?:month|year|visit))\b/i;
/** "The 15 lb limit was raised to 35 lb". */
const CHANGED_TO =
  /\b(?:lifted|raised|increased|advanced|upgraded|eased|changed|moved|went|gone|came|up|rose|grew|progressed|improved|dropped|lowered|reduced|cut|fell|down)\b[^,;]{0,12}\bto\W*$/i;
/** "Had been 4 minutes, this week she cooked for 40". */
const NOW_WITHIN = /[,;]\s(?:\w+ )?(?:now|today|currently|these days|this (?:week|month|visit))\b/i;
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
  if (CHANGED_TO.test(between)) return 'then-first';
  if (THEN_BEFORE.test(between) || THEN_AFTER.test(after)) return 'now-first';
  if ((NOW_NEAR.test(between) || NOW_WITHIN.test(between)) && THEN_BEFORE.test(before))
    return 'then-first';
  // each with its day: a text tells them in their order
  if (DAY_AFTER.test(between) && DAY_AFTER.test(after)) return 'then-first';
  return undefined;
}

const DAY_AFTER =
  /^\W*(?:on|in|by|as of|at)?\W*(?:\d{1,2}\/\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|visit \d|today|now|discharge)/i;
