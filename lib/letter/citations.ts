import type { Citation, CriterionReview } from '../review/review.ts';
import { type Paragraph, type Segment, said, segmentOf } from './draft.ts';
import { writtenDate, writtenPeriod } from './written-date.ts';

/** What one edition says on one criterion. */
export interface Cited {
  key: string;
  citation: Citation;
}

/**
 * The citations of criteria in the order the rules ask for: the edition that governs first, then
 * the others in force on the day, those out of force last. Each place of an edition once.
 */
export function citationsInOrder(criteria: readonly CriterionReview[], asOf: string): Cited[] {
  const all = criteria.flatMap(({ citation, alsoCited }) =>
    [...(citation === null ? [] : [citation]), ...alsoCited].map((each) => ({
      key: citationKey(each),
      citation: each,
    })),
  );
  const governing = new Set(
    all.filter(({ citation }) => citation.governs).map(({ citation }) => citation.pack),
  );
  const rank = ({ citation }: Cited) =>
    governing.has(citation.pack) ? 0 : isInForce(citation, asOf) ? 1 : 2;
  const once = all.filter(({ key }, at) => all.findIndex((other) => other.key === key) === at);
  return [0, 1, 2].flatMap((wanted) => once.filter((cited) => rank(cited) === wanted));
}

/** Whether an edition was in force on a day. */
export function isInForce({ inForce }: Citation, asOf: string): boolean {
  return inForce.from <= asOf && (inForce.to === null || asOf <= inForce.to);
}

/** One paragraph an edition, in the order given. */
export function citationParagraphs(cited: readonly Cited[], asOf: string): Paragraph[] {
  const packs = [...new Set(cited.map(({ citation }) => citation.pack))];
  return packs.map((pack) => {
    const own = cited.filter(({ citation }) => citation.pack === pack);
    const first = own[0]?.citation as Citation;
    return {
      id: `guideline ${pack}`,
      group: 'guideline',
      segments: [
        said(`${editionSentence(first, asOf)} `),
        ...own.flatMap(({ key, citation }, at): Segment[] => [
          ...(at > 0 ? [said(' ')] : []),
          segmentOf('citation', key, citationSentence(citation)),
        ]),
      ],
    };
  });
}

function editionSentence(citation: Citation, asOf: string): string {
  const { guideline, edition, inForce, governs } = citation;
  const period = writtenPeriod(inForce.from, inForce.to);
  const day = writtenDate(asOf);
  const named = `${guideline}, ${edition}`;
  if (isInForce(citation, asOf)) return `${named} (in force ${period}, which covers ${day}):`;
  const chosen = governs ? ', applied by the reviewer’s choice' : '';
  return `${named} (in force ${period}; not in force on ${day}${chosen}):`;
}

function citationSentence({ section, page, text, confidence }: Citation): string {
  const place = page === null ? section : `${section}, page ${page}`;
  const unsure =
    confidence === 'to-be-verified' ? ' (not yet verified against the guideline itself)' : '';
  return `${place}: ${text.replace(/\.$/, '')}${unsure}.`;
}

function citationKey({ pack, section, page, text }: Citation): string {
  return `citation ${pack} ${section} ${page ?? ''} ${text}`;
}
