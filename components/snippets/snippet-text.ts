import { type FilledSnippet, filledText } from '../../lib/snippets/fill.ts';
import type { Snippet } from '../../lib/snippets/snippet.ts';
import type { SnippetWarning } from '../../lib/snippets/validity.ts';
import { showDate, showPeriod } from '../../lib/wording/dates.ts';
import { type MessageKey, words } from '../../lib/wording/words.ts';
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
  return { plain: [filledText(filled), ...citedLines(snippet)].join('\n'), html: '' };
}

/** What stands behind the snippet's text wherever it goes: what it cites, and what is not sure. */
export function citedLines(snippet: Snippet): string[] {
  const reference = referenceOf(snippet);
  if (reference === null) return [];
  const dates = datesOf(snippet);
  const inForce = dates === null ? '' : ` ${words('in_force_label', dates)}`;
  const unsure =
    snippet.confidence === 'to-be-verified' ? [words('citation_unverified_copied')] : [];
  return [`${reference}.${inForce}`, ...unsure];
}

const warningTexts = {
  'not-yet-in-force': 'snippet_not_yet',
  'no-longer-in-force': 'snippet_no_longer',
  undated: 'snippet_undated',
  draft: 'snippet_is_draft',
  retired: 'snippet_is_retired',
} as const satisfies Record<SnippetWarning, MessageKey>;

/** Why one should look twice before using the snippet for a case of that day, in a sentence. */
export function warningText(warning: SnippetWarning, snippet: Snippet, asOf: string): string {
  return words(warningTexts[warning], datesOf(snippet) ?? '', showDate(asOf));
}
