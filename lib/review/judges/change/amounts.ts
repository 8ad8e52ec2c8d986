import { CARDINALS } from '../../../language/number-words.ts';

/** About so long is a block of a town, to hold it against miles and feet. */
export const BLOCK_FEET = 300;

/** Time, weight, distance and repetitions that a person manages, each in one unit. */
const UNITS: readonly [RegExp, string, number][] = [
  [/^(?:hours?|hrs?|h)$/i, 'time', 60],
  [/^(?:minutes?|mins?|min)$/i, 'time', 1],
  [/^(?:lbs?|pounds?|#)$/i, 'weight', 1],
  [/^(?:blocks?|blks?)$/i, 'foot', BLOCK_FEET],
  [/^(?:ft|feet)$/i, 'foot', 1],
  [/^(?:miles?)$/i, 'foot', 5280],
  [/^(?:flights?)$/i, 'flight', 1],
  [/^(?:steps?|stairs)$/i, 'step', 1],
  [/^(?:reps?)$/i, 'rep', 1],
  [/^(?:laps?)$/i, 'lap', 1],
];
/** A gain of less may be chance, or the hand that measured. */
export const LEAST_GAIN = 1.15;
/** The number words that amounts come in. */
const WORDS =
  'one two three four five six seven eight ten twelve fifteen twenty thirty forty fifty sixty ninety'.split(
    ' ',
  );
const WORD_NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  ...Object.fromEntries(WORDS.map((word) => [word, CARDINALS[word] as number])),
  half: 0.5,
};
const AMOUNT = new RegExp(
  `\\b(?:\\d{1,3}[-–])?(\\d{1,4}(?:\\.\\d)?|an?|${WORDS.join('|')}|half an?)[\\s-]?(hours?|hrs?|h|minutes?|mins?|min|lbs?|pounds?|#|blocks?|blks?|ft|feet|miles?|flights?|steps?|reps?|laps?)(?![\\w/])`,
  'gi',
);

/** What somebody manages, with its place in the words it was read from. */
export interface Amount {
  start: number;
  end: number;
  /** Kind of the amount: two of one kind can be compared. */
  unit: string;
  /** In the smallest unit of the kind: minutes, pounds, feet. */
  amount: number;
  /** Written without its unit. */
  bare?: true;
}

/** The amounts that are written with a unit: "an hour", "15 min", "2 blocks". Offsets in UTF-16 units. */
export function amountsIn(words: string): Amount[] {
  return [...words.matchAll(AMOUNT)].flatMap((match): Amount[] => {
    const known = UNITS.find(([pattern]) => pattern.test(match[2] as string));
    if (!known) return [];
    const written = (match[1] as string).toLowerCase().replace(/^half an?$/, 'half');
    const number = WORD_NUMBERS[written] ?? Number(written);
    const { index } = match;
    return [
      { start: index, end: index + match[0].length, unit: known[1], amount: number * known[2] },
    ];
  });
}

/** A number without a unit that belongs to one beside it: "30 min with it, 10 without". */
const BARE = new RegExp(
  `(?<![\\w./-])(\\d{1,3}|${Object.keys(WORD_NUMBERS)
    .filter((word) => word.length > 2)
    .join('|')})(?![\\w/%-]|\\.\\d)`,
  'gi',
);

/** Nobody sits or works for more hours: "1 hour, was 30" means minutes. */
const MOST_HOURS = 12;
const MINUTES_OF_HOUR = 60;

/** A number without a unit, in the smallest unit of the one beside it. */
export function inUnitBeside(bare: number, factor: number): number {
  return factor === MINUTES_OF_HOUR && bare > MOST_HOURS ? bare : bare * factor;
}

/** The amounts of a sentence, those without a unit in that of the first: "30 min with it, 10 without". */
export function amountsAlike(words: string): Amount[] {
  const withUnit = amountsIn(words);
  const [first] = withUnit;
  if (!first) return [];
  const factor = first.amount / numberOf(words.slice(first.start, first.end));
  const bare = bareAmounts(words, withUnit).map((one) => ({
    ...one,
    unit: first.unit,
    amount: inUnitBeside(one.amount, factor),
  }));
  return [...withUnit.filter(({ unit }) => unit === first.unit), ...bare].sort(
    (one, other) => one.start - other.start,
  );
}

/** Units that a label names for what stands behind it: "Minutes at the stove: 5 without, 20 with". */
const LABEL_UNIT =
  /\b(?:minutes?|mins?|hours?|hrs?|blocks?|miles?|feet|pounds?|lbs?|steps?|flights?|reps?|laps?|days? worked)\b[^.;:\d]{0,30}:/i;

/** The numbers of a sentence whose unit stands in its label. */
export function amountsUnderLabel(words: string): Amount[] {
  return words.includes(':') && LABEL_UNIT.test(words) ? bareAmounts(words, []) : [];
}

/** All numbers of a sentence, with a unit or without. */
export function numbersIn(words: string): Amount[] {
  const withUnit = amountsIn(words);
  return [...withUnit, ...bareAmounts(words, withUnit)];
}

function bareAmounts(words: string, known: readonly Amount[]): Amount[] {
  return [...words.matchAll(BARE)].flatMap((match): Amount[] => {
    const { index: start, 0: written } = match;
    const end = start + written.length;
    if (known.some((one) => one.start < end && start < one.end)) return [];
    return [{ start, end, unit: '', amount: numberOf(written), bare: true }];
  });
}

function numberOf(written: string): number {
  const [word = ''] = written.toLowerCase().split(/[\s-]|(?<=\d)(?=[a-z#])/);
  return WORD_NUMBERS[word] ?? Number.parseFloat(word);
}
