import { type Filling, isSaid, type SaidDay, type Worded, type Words } from '../saying/said.ts';

/** The messages of a language, as the browser has them, or a file of `_locales`. */
export interface Language {
  /** BCP 47 tag. */
  locale: string;
  /** A message with its places filled in order; empty where there is none of that name. */
  message(name: string, fillings: readonly string[]): string;
}

/** What is said, in a language; words that are what they are stay so. Of no message, what fills it. */
export function wordedIn(language: Language, words: Words): string {
  if (typeof words === 'string') return words;
  const { name, about } = words;
  const fillings = about.map((filling) => filled(language, filling));
  const [count] = about;
  return name.endsWith('_other') && typeof count === 'number'
    ? countedIn(language, name.slice(0, -'_other'.length), count, fillings)
    : language.message(name, fillings) || fillings.join(' ');
}

/** Plain data with everything that is said in it in the words of a language. */
export function wordedThroughout<Data>(language: Language, data: Data): Worded<Data> {
  return throughout(language, data) as Worded<Data>;
}

function throughout(language: Language, data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (isSaid(data)) return wordedIn(language, data);
  if (Array.isArray(data)) return data.map((each) => throughout(language, each));
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, throughout(language, value)]),
  );
}

/** The message in the form that goes with the number. */
export function countedIn(
  language: Language,
  stem: string,
  count: number,
  fillings: readonly string[],
): string {
  const form = pluralRules(language.locale).select(count);
  return (
    language.message(`${stem}_${form}`, fillings) || language.message(`${stem}_other`, fillings)
  );
}

function filled(language: Language, filling: Filling): string {
  if (typeof filling === 'number') return numbers(language.locale).format(filling);
  return typeof filling === 'object' && 'day' in filling
    ? dayIn(language, filling)
    : wordedIn(language, filling);
}

/** As precise as it is known: "12 August 2015", "August 2015", "2015". */
function dayIn(language: Language, { day: iso, weekday }: SaidDay): string {
  const [year = '', month, day] = iso.slice(0, 10).split('-');
  if (month === undefined) return year;
  const { locale } = language;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const monthName = months(locale).format(date);
  if (day === undefined) return language.message('long_month', [monthName, year]);
  const whole = language.message('long_day', [String(Number(day)), monthName, year]);
  return weekday
    ? language.message('day_with_weekday', [weekdays(locale).format(date), whole])
    : whole;
}

const numbers = each(
  // in languages that part thousands, from five digits on
  (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: 'min2' }),
);

const pluralRules = each((locale) => new Intl.PluralRules(locale));

const months = each((locale) => {
  return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
});

const weekdays = each((locale) => {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
});

/** What is costly to make is made once a language. */
function each<Made>(make: (locale: string) => Made): (locale: string) => Made {
  const made = new Map<string, Made>();
  return (locale) => {
    let own = made.get(locale);
    if (own === undefined) {
      own = make(locale);
      made.set(locale, own);
    }
    return own;
  };
}
