import type { Anchor } from '../../review/requests/anchors.ts';
import type { FoundRequest } from '../../review/requests/found-request.ts';
import type { Span } from '../../review/requests/spans.ts';

/** Words of a text that are treatments and are not what is asked for: "after the injections". */
export interface Named {
  treatment: string | undefined;
  drug: string | undefined;
  substance: string | undefined;
}

export function namedBy({ treatment, drug }: Anchor): Named {
  return { treatment: treatment?.id, drug: drug?.id, substance: drug?.substances[0] };
}

export function namedByRequest({ treatment, drug }: FoundRequest): Named {
  return { treatment, drug: drug?.id, substance: drug?.substances[0] };
}

/** Whether both name the same treatment; a class in words ("opioids") is any drug of it. */
export function isSame(a: Named, b: Named): boolean {
  if (a.substance && b.substance) return a.substance === b.substance;
  return a.treatment !== undefined && a.treatment === b.treatment;
}

/** The names that begin in a stretch of text. */
export function namesWithin(anchors: readonly Anchor[], { start, end }: Span): Anchor[] {
  return anchors.filter((anchor) => anchor.start >= start && anchor.end <= end);
}
