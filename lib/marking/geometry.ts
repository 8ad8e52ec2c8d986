import type { NodeSpan } from './places.ts';

/** The boxes a passage is drawn in, one for each line. Empty when it is not on screen at all. */
export function boxesOf(spans: readonly NodeSpan[]): DOMRect[] {
  return spans.flatMap((span) => {
    const range = rangeOf(span);
    return range ? Array.from(range.getClientRects()) : [];
  });
}

/** The first box of a passage. */
export function firstBoxOf(spans: readonly NodeSpan[]): DOMRect | undefined {
  return boxesOf(spans).find(({ width, height }) => width > 0 && height > 0);
}

/** Live only as long as its caller looks at it: live ranges slow down every change of the page. */
function rangeOf({ node, start, end }: NodeSpan): Range | undefined {
  if (!node.isConnected || end > node.length) return undefined;
  const range = node.ownerDocument.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}

/** A range that does not follow changes of the page; the next reading makes a new one. */
export function staticRangeOf({ node, start, end }: NodeSpan): StaticRange | undefined {
  if (!node.isConnected || end > node.length) return undefined;
  return new StaticRange({
    startContainer: node,
    startOffset: start,
    endContainer: node,
    endOffset: end,
  });
}
