/** A part of a text. */
interface Span {
  start: number;
  end: number;
}

/**
 * Spans of one text in a later version of it, until the later one is judged: what stands before
 * or after the changed part moves along, what touches it is left out.
 */
export function shiftSpans<S extends Span>(spans: readonly S[], from: string, to: string): S[] {
  if (from === to) return [...spans];
  const shorter = Math.min(from.length, to.length);
  let before = 0;
  while (before < shorter && from.charCodeAt(before) === to.charCodeAt(before)) before++;
  let after = 0;
  while (
    after < shorter - before &&
    from.charCodeAt(from.length - 1 - after) === to.charCodeAt(to.length - 1 - after)
  ) {
    after++;
  }
  const delta = to.length - from.length;
  const changedEnd = from.length - after;
  return spans.flatMap((span) => {
    if (span.end <= before) return [span];
    if (span.start < changedEnd) return [];
    return [{ ...span, start: span.start + delta, end: span.end + delta }];
  });
}
