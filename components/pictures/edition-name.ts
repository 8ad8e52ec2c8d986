import type { CriterionReview } from '../../lib/review/review.ts';

/** So many letters are taken for those of an abbreviation: MTUS, ACOEM, ODG. */
const LONGEST_ABBREVIATION = 5;

/** "mtus-2009" as a label has room for it: MTUS 2009. The table has the full name. */
function shortEdition(pack: string): string {
  const [first = '', ...rest] = pack.split('-');
  const isShort = first.length <= LONGEST_ABBREVIATION;
  return [isShort ? first.toUpperCase() : capitalized(first), ...rest.map(capitalized)].join(' ');
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A limit as a label has room for it, without what stands in brackets. */
export function limitLabel(text: string, pack: string): string {
  return `${text.replace(/\s*\([^)]*\)/g, '')}, ${shortEdition(pack)}`;
}

/** The guideline and edition of a pack, as the criterion cites it. */
export function editionName(
  pack: string,
  { citation, alsoCited }: Pick<CriterionReview, 'citation' | 'alsoCited'>,
): string {
  const found = [citation, ...alsoCited].find((each) => each?.pack === pack);
  return found ? `${found.guideline}, ${found.edition}` : shortEdition(pack);
}
