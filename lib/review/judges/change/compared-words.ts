import type { Span } from '../../evidence/scopes.ts';
import { byAbility, CANNOT, clauseAt, clausesOf, SAME } from './compared-abilities.ts';
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

const REGAINED = 'compare-regained';
const MANAGED_NOW = 'compare-managed-now';
const NOT_YET =
  /(?:\b(?:not|never|no|cannot|unable|yet to|wants? to|hopes? to|if|when(?! (?:he|she|they|pt) (?=(?:went|returned|resumed|got|was)?\s*$))|before)|n't)\s+(?:\w+\s+){0,3}$|\b(?:none|neither|nothing|no amount) (?:of |in )?(?:\w+,?\s+){0,6}$/i;
/** "It holds till she is back in the car": what is named is an hour of the day. */
const UP_TO = /\b(?:until|till?)\s+(?:\w+\s+){0,3}$/i;
/** "At the desk thirty hours, the same before and after the shots": no gain of theirs, whatever else it tells. */
export function isSameAtBoth(told: Told): boolean {
  return told.first(SAME_AT_BOTH) !== undefined && !told.first(OF_OTHER);
}

const SAME_AT_BOTH = 'compare-same-before-after';

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
  const measured = told.first(COUNTS_BAD) ? undefined : byMeasure(told);
  if (measured) return measured;
  if (told.first(NO_MORE_THAN)) return NO_GAIN;
  const same = told.first(SAME);
  if (!same && isContrast()) return GAIN;
  if (isMoreOfIt(told)) return GAIN;
  if (told.first(USED_TO_BUT_NOW)) return NO_GAIN;
  const found = TURNS.map((turn) => told.first(turn));
  if (found.some((turn) => turn && !NOT_ABLE.test(words.slice(0, turn.start)))) return GAIN;
  if (!told.first(OF_OTHER) && isSaidOfBoth(words)) return NO_GAIN;
  const clauses = clausesOf(words);
  const paired = byAbility(told, clauses);
  if (paired) return paired;
  // "full duty again before the therapy began" is no result of it
  const lost = lostIn(told);
  const earlier = told.first(BEFORE_CARE);
  if (earlier) return same || (lost?.start ?? 1e6) < earlier.start ? NO_GAIN : undefined;
  if (/\bstill\b/i.test(words) && told.first(CANNOT)) return NO_GAIN;
  if (same && isNear(same.start) && !told.first(OF_OTHER, clauseAt(clauses, same.start)))
    return NO_GAIN;
  if (lost && isNear(lost.start)) return NO_GAIN;
  const regained = regainedIn(told);
  if (regained && isNear(regained.start)) {
    const before = words.slice(0, regained.start);
    if (UP_TO.test(before)) return undefined;
    if (NOT_YET.test(before)) return NO_GAIN;
    if (!/\b(?:pain|ache|spasm|symptoms?)\s+(?:\w+\s+){0,2}$/i.test(before)) return GAIN;
  }
  return undefined;
}

/** Where something is said to be done again, or now: no "back to 8/10", "back on 6/12". */
function regainedIn(told: Told): Span | undefined {
  const { words } = told;
  const again = told.all(REGAINED).find(({ end }) => !/^\s*\d/.test(words.slice(end)));
  const now = told
    .all(MANAGED_NOW)
    .find(({ start }) => /\bnow\s$/i.test(words.slice(Math.max(0, start - NOW), start)));
  const full = told.all(FULL_WORK).find(({ end }) => NOT_BEFORE.test(words.slice(end)));
  const found = [again, now, full].filter((one) => one !== undefined);
  return found.sort((one, other) => one.start - other.start)[0];
}

const FULL_WORK = 'compare-full-work';
/** "Full hours at the desk (was 5 a day)". */
const NOT_BEFORE = /^[^.;]{0,30}\b(?:was|were|had been|up from|instead)\b/i;

const NOW = 5;

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

const BEFORE_CARE = 'compare-before-care';

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
function isMoreOfIt(told: Told): boolean {
  const { words } = told;
  return told.all(PART_OF_WORK).some(({ start, end }) => {
    if (!/\bfrom\s$/i.test(words.slice(Math.max(0, start - FROM), start))) return false;
    const to = /^[^.;]{0,30}?\bto\b/i.exec(words.slice(end));
    if (!to) return false;
    const at = end + to[0].length;
    const more = told.first(MORE_OF_WORK, { start: at, end: at + LONGEST_MORE });
    return more !== undefined && !/[.;]/.test(words.slice(at, more.start));
  });
}

const FROM = 6;
const PART_OF_WORK = 'compare-part-of-work';
const MORE_OF_WORK = 'compare-more-of-work';
const LONGEST_MORE = 40;
/**
 * "Has put the walker away"; "sits the shift through where she used to get up"; "hangs her own wash, which
 * had been her son's job".
 */
const TURNS = ['compare-aid-given-up', 'compare-where-before', 'compare-was-of-others'];
/** "Used to manage a short shop and now does not go": less than before. */
const USED_TO_BUT_NOW = 'compare-used-to';
