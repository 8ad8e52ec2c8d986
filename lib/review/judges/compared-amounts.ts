import type { MessageKey } from '../../saying/said.ts';
import { type Amount, amountsAlike, amountsIn, LEAST_GAIN } from './amounts.ts';
import { numberPair } from './number-pair.ts';

/** What is told of then and of now, weighed. */
export interface Comparison {
  role: 'supports' | 'opposes';
  why: MessageKey;
}

export const GAIN: Comparison = { role: 'supports', why: 'why_more_than_before' };
export const NO_GAIN: Comparison = { role: 'opposes', why: 'why_no_more_than_before' };

/** What a sentence measures then and now, in a unit of which more is better. */
export function byMeasure(words: string): Comparison | undefined {
  return byNumbers(words) ?? byPair(words) ?? byScale(words);
}

/** Scores of disability with both values, the less the better: "ODI 48 before and 48 after", "NDI 38 -> 22". */
const SCALE =
  /\b(?:ODI|Oswestry|NDI|neck disability index|(?:quick ?)?DASH|Roland(?:[- ]Morris)?|RMDQ)\b(?: score| index)?(?: of| was| is| went| fell| dropped| improved| from|[:=])*\s?(\d{1,2})(?:%|\/\d{2,3})?(?:,| and| then)?(?: (?:before|pre|at baseline|then))?\s?(?:,|and|to|->|→|-->|vs\.?|versus)?(?: now| today| still)?\s?(?:it (?:is|was) )?(\d{1,2})(?:%|\/\d{2,3})?(?= ?(?:(?:[a-z]+ ){0,2}(?:after|now|today|post|at|later)|[.,;)]|$))/i;

function byScale(words: string): Comparison | undefined {
  const found = SCALE.exec(words);
  if (!found) return undefined;
  const [before, after] = [Number(found[1]), Number(found[2])];
  return before >= after * LEAST_GAIN && before > after
    ? GAIN
    : after >= before
      ? NO_GAIN
      : undefined;
}

/** What is managed, in a unit of which more is better. */
const MANAGED = /^(?:minute|pound|foot|block|blk|step|stair|flight|rep|lap)$/;
/** Tests that are timed: the faster the better. */
const TIMED =
  /\b(?:sit[- ]to[- ]stands?|STS|TUG|up and go|chair (?:stand|rise)s?|timed|stair(?:s| climb)?|dressing)\b/i;

/** Two numbers of one clause, or of two beside each other; one gain is a gain. */
function byPair(words: string): Comparison | undefined {
  const within = words.split(/;\s/).flatMap((statement) => {
    const parts = statement.split(/,\s/);
    return [...parts, ...parts.slice(1).map((part, at) => `${parts[at]}, ${part}`)];
  });
  const stretches = [words, ...within];
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

/** "Six blocks, used to be two": a number without its unit, right behind words of then. */
function bareOfThen(words: string): Amount[] {
  return amountsAlike(words).filter(
    ({ bare, start, end }) =>
      bare &&
      /\b(?:was|were|used to be|had been|instead of|up from|from) (?:about |only |maybe |just |barely )*$/i.test(
        words.slice(0, start),
      ) &&
      !OF_LAST_VISIT.test(words.slice(0, start)) &&
      !/^\s*(?:\/|%|mg|out of)/i.test(words.slice(end)),
  );
}

const THEN_BEFORE =
  /\b(?:was|were|had been|from|before\w*(?: it| that| this)?|previously|prior|formerly|used to|initially|instead of|in place of|up from|down from|only|at (?:the )?(?:start|eval\w*|intake|baseline|soc|ie|first)|where|could|managed|vs\.?|versus|compared (?:to|with)|not)\W+(?:\w+\W+){0,4}$/i;
const THEN_AFTER =
  /^[^\w,;(]*(?:\w+[^\w,;(]+){0,2}?(?:before|previously|at (?:the )?(?:start|eval\w*|intake|baseline|soc|ie|first)|initially|then|prior|ago|in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|last (?:month|year|visit))\b/i;
/** "The 15 lb limit was raised to 35 lb". */
const CHANGED_TO =
  /\b(?:lifted|raised|increased|advanced|upgraded|eased|changed|moved|went|gone|came|up|rose|grew|progressed|improved|dropped|lowered|reduced|cut|fell|down)\b[^,;]{0,12}\bto\W*$/i;
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
  if (NOW_NEAR.test(between) && THEN_BEFORE.test(before)) return 'then-first';
  // each with its day: a text tells them in their order
  if (DAY_AFTER.test(between) && DAY_AFTER.test(after)) return 'then-first';
  return undefined;
}

const DAY_AFTER =
  /^\W*(?:on|in|by|as of|at)?\W*(?:\d{1,2}\/\d{1,2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|visit \d|today|now|discharge)/i;
