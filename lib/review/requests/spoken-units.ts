import { longPattern } from '../../language/long-pattern.ts';
import { CARDINALS, numberWords } from '../../language/number-words.ts';
import type { Span } from './spans.ts';

/** How many units of a drug are asked for, where no sign ("#30", "qty 30") tells it. */

const TENS = 'ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
/** "Sixty", "one hundred and twenty", "one twenty", "twenty-eight". */
const BELOW_HUNDRED = `(?:${TENS})(?:[ -](?:two|four|five|six|eight))?|${numberWords(1, 19).join('|')}`;
const SPOKEN = `(?:one|two|three|a) hundred(?:(?: and)? (?:${BELOW_HUNDRED}))?|one (?:${TENS})|hundred|(?:${TENS})(?:[ -](?:two|four|five|six|eight))?`;
const DIGITS = '\\d{1,3}';
const UNITS =
  'tablets|tabs|capsules|caps|pills|patches|tubes|lozenges|films|sprays|bottles|boxes|units';
/** What ends a part of a sentence, or tells how the drug is taken or filled again. */
const ENDS =
  '(?=\\s*(?:$|[,.;:?!)"’”/\\n]|-{1,2}\\s|(?:RF|refills?|with|no|zero|two refills|please|total|and|dispensed|tablets|tabs|capsules|caps|pills|patches)\\b|one\\s+(?:at|a|every|each|by|po|in|twice|three|daily|q\\w*)\\b))';
/** How often a drug is taken, and what a part of its words ends in. */
const SCHEDULE =
  'qd|bid|tid|qid|qhs|hs|daily|nightly|bedtime|day|hours|night|evening|morning|needed|prn|off|q\\d{1,2}h';
const DOSE = 'mg|milligrams?|mcg|micrograms?|percent';

/** Each with the number in its first group; the first that fits tells it, of one shape the last. */
const SHAPES = [
  // "number sixty", "# one hundred twelve"
  `(?:#|\\b(?:number|quantity|qty|dispense|disp|another|written for|writing for|script for|request for|ask for|asking for|that is|that’s|that's))\\s*(${SPOKEN})\\b`,
  `\\b(?:writing|written|script|prescription|wrote)\\s+(?:\\w+\\s+){0,2}?for\\s+(${DIGITS})${ENDS}`,
  // "gave 30", "sixty given"
  `\\b(?:give|gave|giving|handed|dispense)\\s+(?:(?:him|her|them|pt)\\s+)?(${SPOKEN}|${DIGITS})${ENDS}`,
  `\\b(${SPOKEN}|${DIGITS}) (?:given|dispensed|handed|written)\\b`,
  // "sixty of them"; "ninety (90) tablets of"
  `\\b(${SPOKEN}|${DIGITS}|two|three|four|five|six|eight)(?: \\(\\d{1,3}\\))? (?:of (?:them|those|these|the)|(?:${UNITS}) of)\\b`,
  // "thirty a month", "120/mo", "10 per box"
  `\\b(${SPOKEN}|\\d{2,3})\\s?(?:per|\\/|a|each|every|for the)\\s?(?:(?:28|30)\\s?d(?:ays?)?|mo(?:nth)?|box|bx|bottle|pack)\\b`,
  `\\b(${SPOKEN}|\\d{2,3}) monthly\\b`,
  // "a box of ten"
  `\\b(?:box|bx|pack|package|carton) of (${SPOKEN}|${DIGITS}|five|six|eight)\\b`,
  // "4 patches", not "take 2 tablets"
  `(?<!\\b(?:takes?|taking|apply|applies|uses?|wears?|places?|gives?) )\\b(${SPOKEN}|${DIGITS}|two|three|four|five|six|eight) (?:${UNITS})(?:${ENDS}|(?= (?:per|a|each) (?:month|fill)))`,
  // "at bedtime, thirty", "twenty milligrams thirty"
  `(?:[,;(]|\\b(?:gets|receives|${SCHEDULE}|${DOSE}|${TENS}))\\s*(${SPOKEN})${ENDS}`,
  // "TID 90/2": units with their refills
  `\\b(?:${SCHEDULE})[,;]?\\s+(\\d{2,3})\\s?\\/\\s?\\d{1,2}(?![\\d/])`,
  // "150 mg bid, 60"
  `\\b(?:\\d|${SCHEDULE}|${DOSE})\\b[^.;\\n]{0,40}[,#]\\s*(${DIGITS})(?=\\s*(?:$|[,.;)?"]|-\\s|(?:RF|refills?|with|no refill)\\b))`,
  // "Number requested: 10"
  `\\b(?:number|quantity|qty|amount|total)(?: (?:requested|ordered|needed|dispensed))?\\s?[:=]\\s?(${SPOKEN}|${DIGITS})\\b`,
  // "2 mg / qhs / 30 / RF 0", "2 mg : qhs : 30"
  `\\s[\\/:]\\s(\\d{2,3})(?=\\s[\\/:]\\s|\\s*$)`,
  // "200 mg - 30 - one capsule daily"
  `\\b(?:${DOSE}) - #?(\\d{2,3})(?= - )`,
  // "a month's supply is ninety"
  `\\bsupply (?:is|of|would be) (${SPOKEN}|\\d{2,3})\\b(?! ?days?)`,
  // "sixty in number"
  `\\b(${SPOKEN}|\\d{2,3}) in (?:number|all|total)\\b`,
  // "10/325 mg, 120 for 30 days"
  `\\b(?:${DOSE})[,;]?\\s+#?(\\d{2,3})\\s+for\\s+(?:a month|\\d{2}\\s?(?:days?|d)\\b)`,
  // "continue it, #90"
  `[,;(]\\s*#\\s?(\\d{2,3})${ENDS}`,
  // "from six to five daily (150)"
  `\\((\\d{2,3})\\)`,
].map((shape) => longPattern(shape, 'gi'));

/** What all of them hold: most sentences do not, and that is told fast. */
const ANY_NUMBER = longPattern(`\\d|\\b(?:${SPOKEN}|${BELOW_HUNDRED})\\b`, 'i');

/** Fewer are a dose, or the number of something else; of patches and tubes so few may be asked for. */
const FEWEST = 5;
const PACKED = /^\s*(?:of (?:them|those|these|the)|patches|tubes|films|bottles|boxes)\b/i;

/**
 * The number of units that words from `start` to `end` (offsets of UTF-16 units) tell as they are
 * dictated or written in passing: "thirty a month", "Lyrica 150 twice a day, sixty".
 */
export function unitsSaid(
  text: string,
  { start, end }: Span,
): (Span & { number: number }) | undefined {
  const words = text.slice(start, end);
  if (!ANY_NUMBER.test(words)) return undefined;
  for (const shape of SHAPES) {
    const found = [...shape.matchAll(words)]
      .map(({ 0: whole, 1: written = '', index }) => {
        const at = start + index + whole.lastIndexOf(written);
        return { start: at, end: at + written.length, number: amountOf(written) };
      })
      .filter(({ number, end: after }) => number >= FEWEST || PACKED.test(text.slice(after, end)));
    const last = found.at(-1);
    if (last) return last;
  }
  return undefined;
}

function amountOf(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  const words = written.toLowerCase().split(/[\s-]+/);
  const numbers = words.map((word) => (word === 'a' ? 1 : (CARDINALS[word] ?? 0)));
  const [first = 0, ...rest] = numbers;
  if (rest.length === 0) return first;
  const below = rest.filter((number) => number !== 100).reduce((sum, number) => sum + number, 0);
  // "one hundred twenty", "one twenty"; "twenty eight"
  return first < 10 ? first * 100 + below : first + below;
}
