import type { PackSummary, Rulebook } from '../../guidelines/rulebook.ts';
import type { Mention } from '../../language/mention.ts';
import { valuesIn } from '../../review/requests/traits.ts';
import type { Letter } from './read-letter.ts';

/** A place where the letter names a guideline, with the editions it may mean. */
export interface LetterCitation {
  start: number;
  end: number;
  /** The year of the edition, where one is written beside the name. */
  year: string | undefined;
  /** Editions of that guideline; of the year only, where the packs know it. */
  editions: Edition[];
}

type Edition = PackSummary & { guideline: NonNullable<PackSummary['guideline']> };

/** An edition's year stands this close to the guideline's name. */
const YEAR_WITHIN = 60;

/** The guidelines that a letter names and the packs know, each with its edition. */
export function citationsIn(letter: Letter, rulebook: Rulebook): LetterCitation[] {
  const { reading } = letter.document;
  const editions = rulebook.packs.filter((pack): pack is Edition => pack.guideline !== undefined);
  const named = reading.mentions.where((concept) => concept.startsWith('cited-'));
  const whole = named.filter((mention) => !named.some((other) => isInside(mention, other)));
  return whole.flatMap((mention) => {
    const known = editions.filter(({ guideline }) => guideline.namedBy?.includes(mention.concept));
    if (known.length === 0) return [];
    const { year, end } = yearBeside(letter, mention, whole);
    const ofYear = known.filter(({ guideline }) => guideline.edition === year);
    return [{ start: mention.start, end, year, editions: ofYear.length > 0 ? ofYear : known }];
  });
}

function isInside(mention: Mention, other: Mention): boolean {
  return (
    other !== mention &&
    other.start <= mention.start &&
    mention.end <= other.end &&
    other.end - other.start > mention.end - mention.start
  );
}

/** "MTUS 2009", "ACOEM Guidelines (2004)": a year that is no date of a visit. */
function yearBeside(
  { document: { reading } }: Letter,
  { start, end, sentence }: Mention,
  all: readonly Mention[],
): { year: string | undefined; end: number } {
  const next = all.find((other) => other.start > end)?.start ?? reading.text.length;
  const limit = Math.min(end + YEAR_WITHIN, next, reading.sentences[sentence]?.end ?? end);
  const inside = /\b(?:19|20)\d\d\b/.exec(reading.text.slice(start, end));
  if (inside) return { year: inside[0], end };
  const after = /^[^.;]*?\b((?:19|20)\d\d)\b/.exec(reading.text.slice(end, limit));
  if (after?.[1]) {
    const at = end + after[0].length;
    const dates = valuesIn(reading, { start: end, end: limit });
    const isDay = dates.some(
      ({ value, start: from, end: to }) =>
        value.kind === 'date' && value.date.month !== undefined && from < at && at <= to,
    );
    if (!isDay) return { year: after[1], end: at };
  }
  const before = /\b((?:19|20)\d\d)\s+(?:edition of the\s+)?$/.exec(
    reading.text.slice(Math.max(0, start - 24), start),
  );
  const isDayBefore =
    before &&
    /(?:[,/-]|[a-z]{3,}\.?)\s*$/i.test(
      reading.text.slice(Math.max(0, start - 34), start - before[0].length),
    );
  return { year: before && !isDayBefore ? before[1] : undefined, end };
}
