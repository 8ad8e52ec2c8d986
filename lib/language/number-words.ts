/** Whole numbers as words. */
export const CARDINALS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
};

const IN_ORDER = Object.keys(CARDINALS);

/** The words for the whole numbers from `first` to `last`, in their order; zero to twenty are known so. */
export function numberWords(first: number, last: number): string[] {
  return IN_ORDER.slice(first, last + 1);
}

/** A small whole number in digits or in words, for a pattern of its own: a choice without brackets. */
export const SMALL_NUMBER: string = ['\\d{1,3}', ...numberWords(1, 20)].join('|');

/** The number that digits or one word write; not a number for anything else. */
export function numberWritten(written: string): number {
  return CARDINALS[written.toLowerCase()] ?? Number(written);
}

/** Places in an order as words. */
export const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
};

const PLACES = Object.keys(ORDINALS);

/** The words for places in an order from the first to `last`, in their order; up to the twentieth. */
export function ordinalWords(last: number): string[] {
  return PLACES.slice(0, last);
}
