/**
 * What words mean to the value grammars, as columns over the ids of the word table: one look-up a
 * token tells whether a grammar may start there.
 */
import type { DrugEntry } from '../drug.ts';
import type { PercentOf } from '../mention.ts';
import { CARDINALS, ORDINALS } from '../number-words.ts';
import { type Phrase, parsePhrase } from '../phrase.ts';
import type { WordTable } from '../word-table.ts';
import {
  COUNT_UNITS,
  DOSE_UNITS,
  DOUBTFUL_MONTHS,
  DRUG_UNITS,
  FEASTS,
  FREQUENCIES,
  HOLIDAYS,
  MEASURES,
  MEDICATION_WORDS,
  MONTHS,
  PLAIN_WORDS,
  SEASONS,
  SIDED_PARTS,
  THERAPY_WORDS,
  TIME_UNITS,
  TIMES,
  TOPICAL_WORDS,
  VAGUE_AMOUNTS,
  WEEKDAYS,
} from './value-lexicon.ts';

type PlainName = keyof typeof PLAIN_WORDS;

/** The code of each plain word in the column `plain`; 0 is none. */
export const Plain = Object.fromEntries(
  Object.keys(PLAIN_WORDS).map((name, index) => [name, index + 1]),
) as Record<PlainName, number>;

/** What a word may start; one value each. */
export const Start = {
  none: 0,
  number: 1,
  month: 2,
  article: 3,
  since: 4,
  last: 5,
  frequency: 6,
  times: 7,
  quantity: 8,
  refill: 9,
  level: 10,
  side: 11,
  age: 13,
  by: 14,
  ordinal: 15,
  supply: 16,
  sex: 17,
} as const;

/** What a word or mark behind a number lets it be; one bit each. */
export const After = {
  percent: 1,
  age: 2,
  schedule: 4,
  frequency: 8,
  duration: 16,
  quantity: 32,
  dose: 64,
  opioidDose: 128,
  refills: 256,
  take: 512,
  date: 1024,
  combination: 2048,
  pair: 4096,
  outOfTen: 8192,
} as const;

/** Words that later numbers look back to. */
export const Landmark = { none: 0, drug: 1, pain: 2, equivalent: 3, take: 4, therapy: 5 } as const;

/** How sure a month's name is a month. */
export const MonthName = { sure: 0, doubtful: 1, season: 2, feast: 3, holiday: 4 } as const;

export interface ValueWords {
  /** One of `Start` for each word id. */
  starts: Uint8Array;
  /** One of `Plain` for each word id. */
  plain: Uint8Array;
  /** Value of a cardinal, NaN for other words. */
  cardinal: Float64Array;
  ordinal: Float64Array;
  /** The least that a vague amount says, 0 for other words. */
  vague: Uint8Array;
  /** 1-12, 0 for other words. */
  month: Uint8Array;
  monthName: Uint8Array;
  weekday: Uint8Array;
  /** One more than the index into TIME_UNITS, 0 for other words. */
  timeUnit: Uint8Array;
  /** Times a day, 0 for other words. */
  frequency: Float64Array;
  /** 1 for once, 2 for twice. */
  times: Uint8Array;
  countUnit: (string | undefined)[];
  drugUnit: (string | undefined)[];
  doseUnit: (string | undefined)[];
  sidedPart: Uint8Array;
  medication: Uint8Array;
  /** What a percent beside the word measures. */
  measure: (PercentOf | undefined)[];
  /** 1 for a word in a drug's name. */
  drug: Uint8Array;
  /** Bits of `After` for each word id. */
  after: Uint16Array;
  /** One of `Landmark` for each word id. */
  landmark: Uint8Array;
  /** Words behind which "#3" belongs to a drug's name ("Tylenol #3"), with those numbers. */
  numberedNames: Map<number, Set<number>>;
}

const MARKS = "#/-%.,()><~+=:_'½×≥≤→";

/**
 * The columns over `table`, to which the words of the grammars are added. `drugs` gives the words
 * that name a drug. Word ids above the table's size at this time have no meaning here.
 */
export function createValueWords(table: WordTable, drugs: readonly DrugEntry[]): ValueWords {
  const entries: [column: string, words: string, value: number | string][] = [];
  const set = (column: string, words: string, value: number | string): void => {
    entries.push([column, words, value]);
  };
  for (const mark of MARKS) table.intern(mark);
  for (const [name, words] of Object.entries(PLAIN_WORDS))
    set('plain', words, Plain[name as PlainName]);
  for (const [word, value] of Object.entries(CARDINALS)) set('cardinal', word, value);
  for (const [word, value] of Object.entries(ORDINALS)) set('ordinal', word, value);
  for (const [word, value] of Object.entries(VAGUE_AMOUNTS)) set('vague', word, value);
  for (const [word, value] of Object.entries(FREQUENCIES)) set('frequency', word, value);
  for (const [word, value] of Object.entries(TIMES)) set('times', word, value);
  for (const [month, words] of Object.entries(MONTHS)) set('month', words, Number(month));
  const named: [Record<number, string>, number][] = [
    [SEASONS, MonthName.season],
    [FEASTS, MonthName.feast],
    [HOLIDAYS, MonthName.holiday],
  ];
  for (const [names, kind] of named) {
    for (const [month, words] of Object.entries(names)) {
      set('month', words, Number(month));
      set('monthName', words, kind);
    }
  }
  set('monthName', DOUBTFUL_MONTHS, MonthName.doubtful);
  set('weekday', WEEKDAYS, 1);
  TIME_UNITS.forEach(({ words }, index) => {
    set('timeUnit', words, index + 1);
  });
  for (const [unit, words] of Object.entries(COUNT_UNITS)) set('countUnit', words, unit);
  for (const [unit, words] of Object.entries(DRUG_UNITS)) set('drugUnit', words, unit);
  for (const [unit, words] of Object.entries(DOSE_UNITS)) set('doseUnit', words, unit);
  for (const [measure, words] of Object.entries(MEASURES)) set('measure', words, measure);
  set('sidedPart', SIDED_PARTS, 1);
  set('medication', MEDICATION_WORDS, 1);
  addStarts(set);
  const { names, numbered } = drugWords(drugs);
  set('drug', names.join(' '), 1);
  set('landmark', names.join(' '), Landmark.drug);
  set('landmark', PLAIN_WORDS.pain, Landmark.pain);
  set('landmark', PLAIN_WORDS.decrease, Landmark.pain);
  set('landmark', `${PLAIN_WORDS.med} ${PLAIN_WORDS.equivalent}`, Landmark.equivalent);
  set('landmark', PLAIN_WORDS.take, Landmark.take);
  set('landmark', THERAPY_WORDS, Landmark.therapy);
  set('landmark', TOPICAL_WORDS, Landmark.drug);
  addAfter(set);

  for (const [, words] of entries)
    for (const word of words.split(' ')) if (word !== '') table.intern(word);
  const size = table.size;
  const columns = {
    starts: new Uint8Array(size),
    plain: new Uint8Array(size),
    cardinal: new Float64Array(size).fill(Number.NaN),
    ordinal: new Float64Array(size).fill(Number.NaN),
    vague: new Uint8Array(size),
    month: new Uint8Array(size),
    monthName: new Uint8Array(size),
    weekday: new Uint8Array(size),
    timeUnit: new Uint8Array(size),
    frequency: new Float64Array(size),
    times: new Uint8Array(size),
    countUnit: new Array<string | undefined>(size).fill(undefined),
    drugUnit: new Array<string | undefined>(size).fill(undefined),
    doseUnit: new Array<string | undefined>(size).fill(undefined),
    sidedPart: new Uint8Array(size),
    medication: new Uint8Array(size),
    measure: new Array<PercentOf | undefined>(size).fill(undefined),
    drug: new Uint8Array(size),
    after: new Uint16Array(size),
    landmark: new Uint8Array(size),
  };
  for (const [column, words, value] of entries) {
    const target = columns[column as keyof typeof columns] as (number | string)[];
    for (const word of words.split(' ')) {
      if (word === '') continue;
      const id = table.find(word);
      target[id] = column === 'after' ? (target[id] as number) | (value as number) : value;
    }
  }
  const numberedNames = new Map<number, Set<number>>();
  for (const [word, numbers] of numbered) numberedNames.set(table.intern(word), numbers);
  return { ...columns, numberedNames };
}

function addStarts(set: (column: string, words: string, value: number) => void): void {
  const keys = (record: object): string => Object.keys(record).join(' ');
  set('starts', keys(ORDINALS), Start.ordinal);
  set('starts', keys(CARDINALS), Start.number);
  set('starts', keys(VAGUE_AMOUNTS), Start.number);
  set('starts', Object.values(MONTHS).join(' '), Start.month);
  for (const names of [SEASONS, FEASTS, HOLIDAYS])
    set('starts', Object.values(names).join(' '), Start.month);
  set('starts', keys(FREQUENCIES), Start.frequency);
  set('starts', 'q every each bedtime night noc', Start.frequency);
  set('starts', `${PLAIN_WORDS.dayTime} ${PLAIN_WORDS.alternate}`, Start.frequency);
  set('starts', `${keys(TIMES)} x × times series`, Start.times);
  set('starts', 'a an all full whole entire half another for', Start.article);
  set('starts', 'since far', Start.since);
  set('starts', 'last previous past', Start.last);
  set(
    'starts',
    `# qty qnty quantity disp dispense dispensed number unspecified tbd ${PLAIN_WORDS.container}`,
    Start.quantity,
  );
  set('starts', 'refill refills rf rfs refil no +', Start.refill);
  set('starts', 'c t l s r', Start.level);
  set(
    'starts',
    'left right bilateral bilaterally bilat bil b/l both lt rt lue rue lle rle bue ble',
    Start.side,
  );
  set('starts', 'age aged', Start.age);
  set('starts', 'f m male female man woman', Start.sex);
  set('starts', 'by', Start.by);
  set('starts', 'supply', Start.supply);
  set('starts', '½ point', Start.number);
}

function addAfter(set: (column: string, words: string, value: number) => void): void {
  const all = (record: object): string => Object.values(record).join(' ');
  const keys = (record: object): string => Object.keys(record).join(' ');
  const { a, per, each, every, x, time, of, or, at, to, from, down, out, over, th } = PLAIN_WORDS;
  const timeUnits = TIME_UNITS.map(({ words }) => words).join(' ');
  const rates = `${a} ${per} ${each} ${every} ${x} ${time} / ×`;
  set('after', `% ${PLAIN_WORDS.percent} ${per}`, After.percent);
  set('after', `${PLAIN_WORDS.yearsOld} y f m -`, After.age);
  set('after', `${rates} ${keys(FREQUENCIES)} ${all(COUNT_UNITS)} ${timeUnits}`, After.schedule);
  set('after', `${rates} ${all(DRUG_UNITS)} in`, After.frequency);
  set('after', `${timeUnits} - + ${PLAIN_WORDS.plus} ${or} ${at}`, After.duration);
  const { minimum, maximum, working } = PLAIN_WORDS;
  set('after', `${minimum} ${maximum} ${working}`, After.duration);
  set('after', `${all(DRUG_UNITS)} ${all(DOSE_UNITS)}`, After.quantity);
  set('after', `${all(DOSE_UNITS)} -`, After.dose);
  set(
    'after',
    `${PLAIN_WORDS.med} ${PLAIN_WORDS.morphine} ${of} ${all(DOSE_UNITS)}`,
    After.opioidDose,
  );
  set('after', `${PLAIN_WORDS.refill} ${PLAIN_WORDS.fill} ${PLAIN_WORDS.more}`, After.refills);
  set('after', `${all(DRUG_UNITS)} ${PLAIN_WORDS.route} ${PLAIN_WORDS.prn} ${every}`, After.take);
  set('after', `${keys(FREQUENCIES)} ${keys(TIMES)} q ${at} by bedtime in am pm`, After.take);
  set('after', `/ - . ${th} ${of} ${all(MONTHS)}`, After.date);
  set('after', '/ -', After.combination);
  set(
    'after',
    `${to} ${from} ${down} ${PLAIN_WORDS.decrease} ${PLAIN_WORDS.come} → - =`,
    After.pair,
  );
  set('after', `/ ${out} ${of} ${over}`, After.outOfTen);
}

/** The single words that name a drug, and names that end in "#" and a number. */
function drugWords(drugs: readonly DrugEntry[]): {
  names: string[];
  numbered: Map<string, Set<number>>;
} {
  const names = new Set<string>();
  const numbered = new Map<string, Set<number>>();
  for (const drug of drugs) {
    for (const name of [drug.generic, ...drug.brands]) {
      for (const word of name.toLowerCase().split(/[^a-z]+/)) if (word.length > 3) names.add(word);
    }
    for (const spelling of drug.spellings ?? []) {
      if (!spelling.includes(' ') && /^[a-z]{4,}$/i.test(spelling))
        names.add(spelling.toLowerCase());
      if (spelling.includes('\\#')) addNumberedNames(parsePhrase(spelling), numbered);
    }
    // "Nor co ten slash three twenty five": the last word of a name as it was heard.
    for (const slip of Object.keys(drug.slips ?? {}))
      for (const word of lastWords(parsePhrase(slip))) if (!COMMON.has(word)) names.add(word);
  }
  for (const plain of [
    'patch',
    'cream',
    'topical',
    'with',
    'compound',
    'pack',
    'dose',
    'gel',
    'oral',
    'forte',
    'low',
    'nasal',
    'solution',
    'acid',
  ]) {
    names.delete(plain);
  }
  return { names: [...names], numbered };
}

/** Words that end names as they were heard and stand before numbers of every kind. */
const COMMON = new Set(
  'a ah all an be done flex in is line me no of on or own pack so the to uh us'.split(' '),
);

/** The words that a phrase may end with, in small letters. */
function lastWords(phrase: Phrase): string[] {
  if (phrase.kind === 'choice') return phrase.options.flatMap(lastWords);
  if (phrase.kind === 'optional') return lastWords(phrase.item);
  if (phrase.kind === 'sequence') return lastWords(phrase.items.at(-1) as Phrase);
  if (phrase.kind !== 'words' && phrase.kind !== 'exact') return [];
  return phrase.text.toLowerCase().match(/[a-z]{2,}$/) ?? [];
}

function addNumberedNames(phrase: Phrase, numbered: Map<string, Set<number>>): void {
  if (phrase.kind !== 'sequence') return;
  const texts = phrase.items.map((item) => choices(item));
  const mark = texts.findIndex((options) => options.includes('#'));
  for (const word of texts[mark - 1] ?? []) {
    const numbers = numbered.get(word.toLowerCase()) ?? new Set();
    for (const text of texts[mark + 1] ?? []) numbers.add(Number(text));
    numbered.set(word.toLowerCase(), numbers);
  }
}

function choices(phrase: Phrase): string[] {
  if (phrase.kind === 'words' || phrase.kind === 'exact') return [phrase.text];
  if (phrase.kind === 'choice') return phrase.options.flatMap(choices);
  if (phrase.kind === 'optional') return choices(phrase.item);
  return [];
}
