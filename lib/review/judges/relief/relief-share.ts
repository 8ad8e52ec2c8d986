import type { Operator, Range, ValueMention } from '../../../language/mention.ts';
import { isDrug } from '../../../language/mentions.ts';
import { CARDINALS, numberWords } from '../../../language/number-words.ts';
import type { IndexedDocument } from '../../evidence/case-index.ts';
import { isPlannedBySection } from '../../evidence/meant-mentions.ts';
import type { Span } from '../../evidence/scopes.ts';
import { scorePairs } from '../change/score-pairs.ts';
import { isDoneValue, valuesIn } from '../places.ts';

/** The share of the pain that went away, percent. */
export interface Share {
  amount: Range;
  place: Span;
  /** The writer is not sure. */
  doubtful: boolean;
}

/** An anaesthetic of 0.5 % relieves nothing by 0.5 %. */
const STRONGEST_SOLUTION = 5;

/** The first share of the pain that a stretch of the text says went away. */
export function percentIn(document: IndexedDocument, span: Span): Share | undefined {
  const said = valuesIn(document, 'percent', span).find(
    (found) =>
      isSaid(found) &&
      found.value.amount.high > STRONGEST_SOLUTION &&
      !isOfMedicine(document, found),
  );
  if (said) {
    const doubtful = said.value.operator === 'about' || said.assertion?.presence === 'possible';
    return { amount: spanOf(said.value), place: said, doubtful };
  }
  return shareInWords(document, span);
}

/** "She filled half the Percocet", "takes 50 % less Norco": of what is taken, not of the pain. */
export function isOfMedicine({ reading }: IndexedDocument, { end }: Span): boolean {
  if (PILLS.test(reading.text.slice(end, end + 30))) return true;
  const between = reading.medications.find(({ start }) => start >= end && start - end <= 12);
  return between !== undefined && OF_IT.test(reading.text.slice(end, between.start));
}

/** "Needed half the pills". */
const PILLS =
  /^\s+(?:(?:less|fewer|of|as much|as many|the|his|her|usual|pain)\s+){0,3}(?:pills?|tablets?|tabs?|meds?|medications?|medicines?|doses?|narcotics?|opioids?|refills?)\b/i;

const OF_IT = /^\s+(?:(?:less|fewer|of|as much|the|his|her|usual)\s+){0,3}$/i;

/** A form that asks for a treatment holds what the last one did beside it. */
function isSaid(value: ValueMention): boolean {
  const { assertion } = value;
  const stated = assertion && isPlannedBySection(assertion);
  return isDoneValue(stated ? { ...value, assertion: { ...assertion, time: 'current' } } : value);
}

/** "More than 50 %" is over 50. */
export function spanOf({ amount, operator }: { amount: Range; operator: Operator }): Range {
  if (operator === 'over') return { low: amount.low + 1, high: Math.max(100, amount.high) };
  if (operator === 'at-least') return { low: amount.low, high: Math.max(100, amount.high) };
  return amount;
}

const SHARES: readonly [RegExp, Range][] = [
  [
    /\b(?:pain|ache|headaches?|symptoms|it) (?:is |was |were |has been |had been )?(?:more than|over|better than) halved\b/i,
    { low: 51, high: 100 },
  ],
  [/\b(?:a|one)[- ]third of what (?:it|the pain)\b/i, { low: 66, high: 67 }],
  [/\b(?:a|one)[- ]quarter of what (?:it|the pain)\b/i, { low: 75, high: 75 }],
  [/\bfour[- ]fifths\b/i, { low: 80, high: 80 }],
  [/\bnine[- ]tenths\b/i, { low: 90, high: 90 }],
  [
    /(?<!\b(?:not|never|n't|no) (?:\w+ )?)\bpain[- ]free\b(?! (?:range|ROM|motion|movement|arc|flexion|extension|rotation|days?|months?|weeks?|periods?))/i,
    { low: 100, high: 100 },
  ],
  [
    /\b(?:more than|over|better than|well over|greater than) (?:a )?half\b/i,
    { low: 51, high: 100 },
  ],
  [/\b(?:less than|under|not quite|barely) (?:a )?half\b/i, { low: 1, high: 49 }],
  [
    /\b(?:about |around |roughly |by )?half\b(?! (?:an?|days?|time|shifts?|hours?|duty|pills?|tablets?|the (?:pills|dose|tablets|meds|medication)))/i,
    { low: 50, high: 50 },
  ],
  [/\b(?:three[- ]quarters|3\/4)\b/i, { low: 75, high: 75 }],
  [/\btwo[- ]thirds\b/i, { low: 66, high: 67 }],
  [/\b(?:a|one|good|about a|maybe a)[- ]third\b/i, { low: 33, high: 34 }],
  [/\b(?:a|one)[- ]quarter\b/i, { low: 25, high: 25 }],
  [
    /\b(?:complete(?:ly)?|total(?:ly)?|full) (?:pain )?(?:relief|resolution|gone|pain[- ]free)\b/i,
    { low: 100, high: 100 },
  ],
];
/** What a share is of, within a few words. */
const OF_PAIN =
  /\b(?:better|relief|reliev\w*|improve\w*|less|(?:of )?(?:the|his|her|my) (?:pain|ache|headaches?)|reduc\w*|gone|off|free)\b/i;

const PAIN_BEFORE =
  /\b(?:better|improved|lessened|eased|relieved|reduced|lowered)(?: by)?\s*$|\bhelp(?:ed|s)?\b[^.;]{0,12}$|\b(?:cut|reduc\w+|lower\w+|decreas\w+|dropp?\w*|lessen\w*|reliev\w+|took away|removed|knocked|down)\b[^.;]{0,20}\b(?:pain|ache|symptoms|headaches?|it)\b[^.;]{0,12}$/i;

/** "Maybe a third better": a share in words, beside a word of relief. */
function shareInWords(document: IndexedDocument, { start, end }: Span): Share | undefined {
  const words = document.reading.text.slice(start, end);
  for (const [share, amount] of SHARES) {
    const found = share.exec(words);
    if (!found || !isOfPain(words, found)) continue;
    const place = { start: start + found.index, end: start + found.index + found[0].length };
    return { amount, place, doubtful: true };
  }
  return undefined;
}

/** The first share in words of a stretch, whatever it is of. */
export function wordedShare(words: string): (Span & { amount: Range }) | undefined {
  for (const [share, amount] of SHARES) {
    const found = share.exec(words);
    if (found) return { amount, start: found.index, end: found.index + found[0].length };
  }
  return undefined;
}

/** "Cut the pain by half", "half the pain gone". */
function isOfPain(words: string, { index, 0: share }: RegExpExecArray): boolean {
  return (
    /\bpain|\bit\b/i.test(share) ||
    OF_PAIN.test(words.slice(index, index + share.length + 30)) ||
    PAIN_BEFORE.test(words.slice(Math.max(0, index - 40), index))
  );
}

/** "Pain 7 to 3": the share that went away. */
export function reliefByScores(document: IndexedDocument, scope: Span): Share | undefined {
  const scores = valuesIn(document, 'score', scope);
  const before = scores.find(({ value }) => value.qualifier === 'before');
  const after = scores.find(
    ({ value, start }) =>
      value.qualifier === 'after' && before !== undefined && start > before.start,
  );
  if (!before || !after || before.value.amount.low === 0) return reliefByFall(document, scope);
  const share = (from: number, to: number) => Math.round((100 * (from - to)) / from);
  const low = share(before.value.amount.low, after.value.amount.high);
  const high = share(before.value.amount.high, after.value.amount.low);
  const amount = { low: Math.min(low, high), high: Math.max(low, high) };
  return { amount, place: after, doubtful: after.assertion?.presence === 'possible' };
}

/** Scores without their scale: "down from 8 to 3". What follows must not be tablets. */
const FALL =
  /\b(?:pain|vas|nrs|diary|log|score|down|dropped|drops?|went|fell)\b[^.;\d]{0,20}(?:\bfrom )?(\d{1,2})(?:\/10)? (?:(?:down )?to (?:a )?|-{1,2}> ?|→ ?)(\d{1,2})(?:\/10)?(?=\s*(?:[.,;)]|$|and\b|for\b|with\b|until\b|by\b|x\b|within\b|but\b))/i;

/** A score of ten, in digits or in words, and its scale. */
const SCORE = `(\\d{1,2}|${numberWords(0, 10).join('|')})`;
const SCALE = '(?:\\/10| (?:out )?of (?:10|ten))';
const NAMED = '\\b(?:pain|vas|nrs|now|at)(?: an?)?';
/** "2/10, was 7/10", "pain 3 today, down from 8", "at a two out of ten down from eight". */
const NOW_AND_BEFORE = new RegExp(
  `(?:${NAMED} )?\\b${SCORE}(?:${SCALE}|(?<=${NAMED} \\w{1,5}))(?: (?:now|today))?,? (?:\\(|and )?(?:was|were|had been|down from|from) (?:a |an |at )?${SCORE}${SCALE}?(?=\\s*(?:[.,;)]|$|(?:and|before|at|last|in|for|when|while|all|until|during|by)\\b))`,
  'i',
);

/** "A 7 before and a 5 at the best hour". */
const BEFORE_AND_AFTER =
  /\b(\d{1,2})(?:\/10)? (?:before(?:hand)?|going in|pre-?(?:block|injection|procedure)?)(?: (?:it|the (?:block|injection|procedure)))?,? (?:and |then |to |but )?(?:an? |it was |was )?(\d{1,2})(?:\/10)?,? (?=(?:after\w*|at|post\w*|during|by|within|an?|one|two|the) )/i;

function reliefByFall(document: IndexedDocument, scope: Span): Share | undefined {
  const words = document.reading.text.slice(scope.start, scope.end);
  const fall = FALL.exec(words) ?? BEFORE_AND_AFTER.exec(words);
  const found = fall ?? NOW_AND_BEFORE.exec(words);
  const [from, to] = [scoreOf(found?.[fall ? 1 : 2]), scoreOf(found?.[fall ? 2 : 1])];
  if (!found || from === 0 || from > 10 || to > 10) return reliefInPlainWords(document, scope);
  const share = Math.round((100 * (from - to)) / from);
  const start = scope.start + found.index;
  const place = { start, end: start + found[0].length };
  return { amount: { low: share, high: share }, place, doubtful: false };
}

function scoreOf(words = ''): number {
  return CARDINALS[words.toLowerCase()] ?? Number(words);
}

/** "Leg 8 to 2, eleven weeks, Norco from 4 to 1": bare scores, and no tablets. */
function reliefInPlainWords({ reading }: IndexedDocument, scope: Span): Share | undefined {
  const drugs = reading.mentions.where(isDrug);
  const stretch = reading.text.slice(scope.start, scope.end);
  for (const { index, 0: words } of stretch.matchAll(/[^.;!?]+(?:\.\d[^.;!?]*)*/g)) {
    const at = scope.start + index;
    const first = scorePairs(words).find(({ start, end, from }) => {
      const place = { start: at + start - DRUG_BEFORE, end: at + end };
      const ofTablets =
        OF_TABLETS.test(words.slice(Math.max(0, start - DRUG_BEFORE), end + 8)) ||
        drugs.some((drug) => drug.start < place.end && drug.end > place.start);
      return from.low > 0 && !ofTablets;
    });
    if (!first) continue;
    const share = (high: number, low: number) => Math.round((100 * (high - low)) / high);
    const { from, to } = first;
    const amount = { low: share(from.low, to.high), high: share(from.high, to.low) };
    return { amount, place: { start: at + first.start, end: at + first.end }, doubtful: false };
  }
  return undefined;
}

/** Letters in which the name of a drug makes a number one of its tablets. */
const DRUG_BEFORE = 20;
const OF_TABLETS =
  /\b(?:tabs?|tablets?|pills?|meds?|medications?|mg|a day|[bqt]id)\b|\/d(?:ay)?\b/i;
