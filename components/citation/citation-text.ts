import type { Citation } from '../../lib/review/review.ts';
import { showDate, showPeriod } from '../../lib/wording/dates.ts';
import { words } from '../../lib/wording/words.ts';
import type { Clipping } from '../panel/actions.ts';

/** "MTUS Chronic Pain Medical Treatment Guidelines, 2009" */
export function editionOf(citation: Citation): string {
  return `${citation.guideline}, ${citation.edition}`;
}

/** "Trigger point injections, p. 122" */
export function sectionOf({ section, page }: Citation): string {
  return page === null ? section : words('section_page', section, page);
}

/** Whether the edition was in force on the day the review goes by. */
export function covers({ inForce }: Citation, asOf: string): boolean {
  return inForce.from <= asOf && (inForce.to === null || asOf <= inForce.to);
}

/** When the edition was in force, and whether that covers the day the review goes by. */
export function inForceOf(citation: Citation, asOf: string): string {
  const period = showPeriod(citation.inForce.from, citation.inForce.to);
  const key = covers(citation, asOf) ? 'in_force_covers' : 'in_force_not';
  return words(key, period, showDate(asOf));
}

/** The citation as it goes on the clipboard: never without edition, dates, and what is not sure. */
export function citationClipping(citation: Citation, asOf: string): Clipping {
  const reference = `${editionOf(citation)}. ${sectionOf(citation)}. ${words('in_force_label', inForceOf(citation, asOf))}`;
  const unsure =
    citation.confidence === 'to-be-verified' ? words('citation_unverified_copied') : '';
  const plain = [citation.text, reference, unsure].filter((line) => line !== '').join('\n');
  const html = [
    `<p>${escaped(citation.text)}<br>`,
    `<cite>${escaped(editionOf(citation))}</cite>. `,
    escaped(`${sectionOf(citation)}. ${words('in_force_label', inForceOf(citation, asOf))}`),
    unsure === '' ? '</p>' : `<br>${escaped(unsure)}</p>`,
  ].join('');
  return { plain, html };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
