import type { CaseFacts } from './facts.ts';
import { type FilledSnippet, fillSnippet } from './fill.ts';
import type { Snippet } from './snippet.ts';

/** Why a reviewer should look twice before using a snippet. */
export type SnippetWarning =
  /** The edition it cites came into force later. */
  | 'not-yet-in-force'
  /** The edition it cites was no longer in force. */
  | 'no-longer-in-force'
  /** It cites a guideline of no known dates. */
  | 'undated'
  | 'draft'
  | 'retired';

/** What speaks against using a snippet for a case of that date (ISO, YYYY-MM-DD). */
export function warningsOf(snippet: Snippet, asOf: string): SnippetWarning[] {
  const warnings: SnippetWarning[] = [];
  const { inForce, citation, status } = snippet;
  if (inForce === undefined) {
    if (citation !== undefined) warnings.push('undated');
  } else if (asOf < inForce.from) warnings.push('not-yet-in-force');
  else if (inForce.to !== undefined && asOf > inForce.to) warnings.push('no-longer-in-force');
  if (status !== 'approved') warnings.push(status);
  return warnings;
}

/**
 * A snippet on its way into a letter. Outside its dates the text is handed over only once its
 * warnings were accepted, so that no caller can pass them by.
 */
export type Insertion =
  | { kind: 'ready'; filled: FilledSnippet }
  | { kind: 'warned'; warnings: SnippetWarning[]; accept: () => FilledSnippet };

export function prepareInsertion(snippet: Snippet, facts: CaseFacts, asOf: string): Insertion {
  const warnings = warningsOf(snippet, asOf);
  const filled = fillSnippet(snippet, facts);
  if (warnings.length === 0) return { kind: 'ready', filled };
  return { kind: 'warned', warnings, accept: () => filled };
}
