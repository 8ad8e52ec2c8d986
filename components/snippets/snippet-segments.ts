import { type Segment, segmentOf } from '../../lib/letter/draft.ts';
import type { JudgedRequest } from '../../lib/review/judgements.ts';
import type { CriterionReview } from '../../lib/review/review.ts';
import { type FilledSnippet, fillings } from '../../lib/snippets/fill.ts';
import type { FoundSnippet } from '../../lib/snippets/search.ts';
import type { FactName, SlotFormat } from '../../lib/snippets/slots.ts';
import { factsOf } from './case-facts.ts';
import { citedLines } from './snippet-text.ts';

/** A snippet on its way into a draft. */
export interface SnippetUse {
  found: FoundSnippet;
  filled: FilledSnippet;
  /** Id of the criterion whose facts fill it, if one's do. */
  criterion: string | null;
}

/** The snippet as parts of a draft: its words, the values of the case, and what it cites. */
export function snippetSegments({ found, filled, criterion }: SnippetUse): Segment[] {
  const { key, snippet } = found;
  const parts = filled.parts.map((part, at) =>
    part.kind === 'filled'
      ? segmentOf('fact', factKey(criterion, part.fact, part.format), part.text)
      : segmentOf('snippet', `snippet ${key} ${at}`, part.text),
  );
  const cited = citedLines(snippet).join(' ');
  return cited === ''
    ? parts
    : [...parts, segmentOf('snippet', `snippet ${key} cited`, ` ${cited}`)];
}

/** Every value of the case that may fill a slot in a draft on a request, by its source's key. */
export function knownFacts(request: JudgedRequest, asOf: string): [string, string][] {
  return [null, ...request.criteria].flatMap((criterion) =>
    fillings(factsOf(asOf, request, criterion)).map(({ fact, format, text }): [string, string] => [
      factKey(criterion?.id ?? null, fact, format),
      text.trim(),
    ]),
  );
}

/** The criterion whose facts fill a snippet: the one at hand, else the first of the request it serves. */
export function criterionFor(
  { snippet }: FoundSnippet,
  atHand: CriterionReview | null,
  request: { criteria: readonly CriterionReview[] } | null,
): CriterionReview | null {
  if (atHand !== null) return atHand;
  return request?.criteria.find(({ id }) => snippet.criteria.includes(id)) ?? null;
}

function factKey(criterion: string | null, fact: FactName, format: SlotFormat | null): string {
  return `fact ${criterion ?? ''} ${fact} ${format ?? ''}`;
}
