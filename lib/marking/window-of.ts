/**
 * The part of a sorted list whose boxes lie near the viewport, found by halving: one block of a
 * page may hold thousands of marks (a report in one `pre`). Boxes run down the page in order.
 */
export function windowOf<Item>(
  items: readonly Item[],
  boxOf: (item: Item) => { top: number; bottom: number } | undefined,
  top: number,
  bottom: number,
): readonly Item[] {
  const first = firstIndex(items, (item) => (boxOf(item)?.bottom ?? top) >= top);
  const end = firstIndex(items, (item) => (boxOf(item)?.top ?? bottom) > bottom);
  return items.slice(first, end);
}

function firstIndex<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
