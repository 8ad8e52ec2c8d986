import { type FilledSnippet, filledText } from '../../lib/snippets/fill.ts';
import type { Snippet } from '../../lib/snippets/snippet.ts';
import { showPeriod } from '../../lib/wording/dates.ts';
import { words } from '../../lib/wording/words.ts';
import type { Clipping } from '../panel/actions.ts';

/** "MTUS Chronic Pain Medical Treatment Guidelines, 2009. Trigger point injections, p. 122" */
export function referenceOf({ citation }: Snippet): string | null {
  if (citation === undefined) return null;
  const { guideline, edition, section, page } = citation;
  const place = page === undefined ? section : words('section_page', section, page);
  return `${guideline}, ${edition}. ${place}`;
}

export function datesOf({ inForce }: Snippet): string | null {
  return inForce === undefined ? null : showPeriod(inForce.from, inForce.to ?? null);
}

/** The filled snippet as it goes on the clipboard: never without edition, dates, and what is not sure. */
export function snippetClipping(snippet: Snippet, filled: FilledSnippet): Clipping {
  const reference = referenceOf(snippet);
  const dates = datesOf(snippet);
  const lines = [
    filledText(filled),
    reference === null
      ? ''
      : `${reference}.${dates === null ? '' : ` ${words('in_force_label', dates)}`}`,
    snippet.citation !== undefined && snippet.confidence === 'to-be-verified'
      ? words('citation_unverified_copied')
      : '',
  ];
  return { plain: lines.filter((line) => line !== '').join('\n'), html: '' };
}
