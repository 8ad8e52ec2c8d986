/** Lists of numbers, each known by a number of its own: the same list always by the same. */
import { longer, wide } from './columns.ts';

export interface ListTable {
  readonly count: number;
  /** The numbers of all lists, one list behind the other. */
  readonly items: Int32Array;
  /** Where in `items` each list begins; the next one begins where it ends. */
  readonly starts: Int32Array;
  /** The number of a list, counted from 0; one that is new gets the next. */
  numberOf(list: ArrayLike<number>): number;
  /** By which it finds a list: open addressing, numbers of lists and one more, 0 where a slot is free. */
  slots(): Int32Array;
  /** The list of a number. */
  list(number: number): Int32Array;
  clear(): void;
}

/** A table's lists, to be kept in a file. */
export interface ListColumns {
  /** How long each list is. */
  lengths: ArrayLike<number>;
  items: ArrayLike<number>;
  /** Where they are looked for: see `slots` below. Without them they are placed when one is looked for. */
  slots?: ArrayLike<number>;
}

const FIRST_LISTS = 1024;
const FIRST_SLOTS = 4096;

/** A table of no lists, or of those that were kept. */
export function createListTable(kept?: ListColumns): ListTable {
  let items: Int32Array = new Int32Array(FIRST_LISTS);
  let starts: Int32Array = new Int32Array(FIRST_LISTS);
  let count = 0;
  let mask = FIRST_SLOTS - 1;
  /** Lists that were kept without them are placed when one is looked for, which of some tables none ever is. */
  let slots: Int32Array | undefined;
  if (kept) restore(kept);

  function restore({ lengths, items: of, slots: places }: ListColumns): void {
    items = wide(of);
    starts = new Int32Array(lengths.length + 1);
    for (let number = 0; number < lengths.length; number += 1)
      starts[number + 1] = (starts[number] as number) + (lengths[number] as number);
    count = lengths.length;
    if (places) slots = new Int32Array(places);
    while (count * 2 > mask) mask = mask * 2 + 1;
  }

  /** Places all lists anew, in as many slots as the mask tells. */
  function placeAll(): Int32Array {
    const fresh = new Int32Array(mask + 1);
    for (let number = 0; number < count; number += 1) {
      let slot = hashOf(items, starts[number] as number, starts[number + 1] as number) & mask;
      while (fresh[slot] !== 0) slot = (slot + 1) & mask;
      fresh[slot] = number + 1;
    }
    slots = fresh;
    return fresh;
  }

  function numberOf(list: ArrayLike<number>): number {
    const { length } = list;
    const placed = slots ?? placeAll();
    let slot = hashOf(list, 0, length) & mask;
    for (; placed[slot] !== 0; slot = (slot + 1) & mask) {
      const number = (placed[slot] as number) - 1;
      if (isAt(number, list)) return number;
    }
    const from = starts[count] as number;
    if (from + length > items.length) items = longer(items, from + length);
    if (count + 2 > starts.length) starts = longer(starts);
    for (let i = 0; i < length; i += 1) items[from + i] = list[i] as number;
    count += 1;
    starts[count] = from + length;
    placed[slot] = count;
    if (count * 2 > mask) {
      mask = mask * 2 + 1;
      placeAll();
    }
    return count - 1;
  }

  function isAt(number: number, list: ArrayLike<number>): boolean {
    const from = starts[number] as number;
    const { length } = list;
    if ((starts[number + 1] as number) - from !== length) return false;
    for (let i = 0; i < length; i += 1) if (items[from + i] !== list[i]) return false;
    return true;
  }

  return {
    get count() {
      return count;
    },
    get items() {
      return items;
    },
    get starts() {
      return starts;
    },
    numberOf,
    slots: () => slots ?? placeAll(),
    list: (number) => items.subarray(starts[number], starts[number + 1]),
    clear() {
      count = 0;
      mask = FIRST_SLOTS - 1;
      slots = undefined;
    },
  };
}

function hashOf(list: ArrayLike<number>, from: number, to: number): number {
  let hash = 0;
  for (let i = from; i < to; i += 1) {
    hash = Math.imul(hash ^ (list[i] as number), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}

/** The lists of a table as they are kept; `isLarge`: with where each is, since to place them all takes long. */
export function keptLists(table: ListTable, isLarge = false): ListColumns {
  const { count, starts, items } = table;
  return {
    lengths: Int32Array.from(
      { length: count },
      (_, number) => (starts[number + 1] as number) - (starts[number] as number),
    ),
    items: items.slice(0, starts[count]),
    ...(isLarge && { slots: table.slots() }),
  };
}
