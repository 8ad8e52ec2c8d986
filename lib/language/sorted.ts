/** Index of the first of `items`, sorted by start, that starts at or behind `offset`; their number when none does. */
export function firstFrom(items: readonly { start: number }[], offset: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle] as { start: number }).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first of `count` ascending numbers that is `least` or more, by halving; `count` when none is. */
export function firstAtLeast(sorted: Int32Array, count: number, least: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of `items`, sorted by start, that begin in a stretch; they may reach beyond it. */
export function beginningIn<Item extends { start: number }>(
  items: readonly Item[],
  { start, end }: { start: number; end: number },
): Item[] {
  const from = firstFrom(items, start);
  let to = from;
  while (to < items.length && (items[to] as Item).start < end) to += 1;
  return items.slice(from, to);
}
