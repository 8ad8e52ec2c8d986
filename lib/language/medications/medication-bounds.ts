/** What still belongs to a medication statement, by the words between: the next value, the next sentence, a bare number. */

import type { ValueMention } from '../mention.ts';
import { fillsCell } from '../values/own-cell.ts';
import type { Parts } from './medication-parts.ts';
import { isSoldAs } from './medication-strengths.ts';
import { onlyTakes, squeezed, wordsBetween } from './words-between.ts';

/** Characters, spaces counted once, that may stand between two parts of a statement. */
const LONGEST_GAP = 44;
/** So many words may stand before directions: "for muscle spasm at night". */
const MOST_WORDS_BETWEEN = 4;
/** A sentence that goes on with a signature starts with it: "Take 1 tid. #90." */
const LONGEST_LEAD = 14;
const LONGEST_CONTINUATION = 130;
/** What may stand between two intakes: "2 in am and 1 in pm"; "then" starts a taper. */
const INTAKE_LINKS = ['', ',', 'and', ', and', '+', '&', ';', 'plus', '/'];
/** A number alone in a cell counts units from here to there: fewer are taken at once, more are a year. */
const LEAST_UNITS = 7;
const MOST_UNITS = 800;
/** What is handed out comes in tens, fifteens or weeks. */
const PACKED_IN = [10, 7, 15];

/**
 * Whether a sentence goes on with the signature: short, and it starts with a part. A strength goes on
 * only where the drug is sold in it and directions follow ("On Norco. Takes 10/325 one q6h"), for it
 * may belong to the next name.
 */
export function continuesStatement(
  parts: Parts,
  sentence: number,
  first: ValueMention,
  second: ValueMention | undefined,
  limit: number,
): boolean {
  const next = parts.reading.sentences[sentence];
  if (next === undefined || first.start >= next.end || next.end - next.start > LONGEST_CONTINUATION)
    return false;
  const { kind } = first.value;
  const lead = parts.reading.text.slice(next.start, first.start);
  if (kind === 'dose') {
    return (
      isSoldAs(parts, first.value) &&
      onlyTakes(lead) &&
      second !== undefined &&
      second.start < Math.min(next.end, limit) &&
      (second.value.kind === 'take' || second.value.kind === 'frequency')
    );
  }
  const isPart =
    kind === 'take' || kind === 'frequency' || kind === 'quantity' || kind === 'refills';
  if (!isPart && !(kind === 'duration' && isLabelled(parts, first))) return false;
  // "He walks twice a day", "Seen every third month"
  if (kind === 'frequency' && !onlyTakes(lead)) return false;
  return squeezed(lead) <= LONGEST_LEAD;
}

/** Whether something else stands between the last part and this value. */
export function isApart(parts: Parts, mention: ValueMention): boolean {
  const { text } = parts.reading;
  const between = text.slice(parts.end, mention.start);
  if (between.includes(';') || squeezed(between) > LONGEST_GAP) return true;
  const { kind } = mention.value;
  if (kind === 'frequency' || kind === 'take') {
    return wordsBetween(text, parts.end, mention.start) > MOST_WORDS_BETWEEN;
  }
  const isDose = kind === 'dose' || kind === 'number';
  const { strength, frequency } = parts.found;
  return isDose && strength === undefined && between.includes(',') && frequency !== undefined;
}

/** Whether what follows is taken at another time of the same day. */
export function isNextIntake(parts: Parts, mention: ValueMention): boolean {
  const between = parts.reading.text.slice(parts.end, mention.start).trim().toLowerCase();
  return parts.lastKind === 'frequency' && INTAKE_LINKS.includes(between);
}

/** Between a length and a drug: "5 days of Robaxin", "a ten day course of Soma", "a week's worth of it". */
export function isCourseOf(between: string): boolean {
  return /^(?:'s? )?(?:worth |supply |course |run |trial |burst )?of(?: the)?$/i.test(between);
}

/** "for 7 days", "x 10 days" right behind the directions. */
export function isForSpan(parts: Parts, mention: ValueMention): boolean {
  const between = parts.reading.text.slice(parts.end, mention.start).trim().toLowerCase();
  return (
    between === 'x' || between === 'for' || between === '' || between === ', for' || between === ','
  );
}

/** "Days supply: 30": days by their label, whatever stands between. */
export function isLabelled(parts: Parts, { start, end }: ValueMention): boolean {
  return /^days?\b/i.test(parts.reading.text.slice(start, end));
}

/** "Tramadol 50 | 90 | tid": a number of units alone in a cell of a row without headings. */
export function isCellOfUnits(parts: Parts, amount: number, { start, end }: ValueMention): boolean {
  if (!Number.isInteger(amount) || amount < LEAST_UNITS || amount > MOST_UNITS) return false;
  return fillsCell(parts.reading.text, start, end);
}

/** "Naprosyn 500 bid 60.", "tramadol 50 (60)": a number behind directions or in brackets, and nothing after it. */
export function isBareUnits(parts: Parts, amount: number, { start, end }: ValueMention): boolean {
  if (amount < LEAST_UNITS || amount > MOST_UNITS || !PACKED_IN.some((one) => amount % one === 0))
    return false;
  const { text } = parts.reading;
  const between = text.slice(parts.end, start).trim();
  const after = text.slice(end, end + 3);
  if (between === '(') return after.startsWith(')') && parts.found.strength !== undefined;
  const isBehind = between === '' || between === ',';
  return isBehind && parts.lastKind === 'frequency' && /^\s*(?:[,;)\n]|\.\s|\.?$)/.test(after);
}
