/**
 * A map from pairs of small numbers to a number: open addressing over one array, so that a look-up
 * allocates nothing and a fresh table costs next to nothing.
 */
export interface PairTable {
  /** What was set for a pair; -1 when nothing was. */
  get(first: number, second: number): number;
  /** Sets the value of a pair that has none. The first number and the value are 0 or more. */
  set(first: number, second: number, value: number): void;
  clear(): void;
}

const FIRST_SLOTS = 4096;
/** Numbers of a slot: the pair, the value, and one to spare: a slot starts at a power of two. */
const SLOT_BITS = 2;

/** An empty table. */
export function createPairTable(): PairTable {
  let slots = freshSlots(FIRST_SLOTS);
  let mask = FIRST_SLOTS - 1;
  let stored = 0;

  /** The slot of a pair, or the free one where it belongs. */
  function slotOf(first: number, second: number): number {
    const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (;;) {
      const at = slot << SLOT_BITS;
      const found = slots[at] as number;
      if (found < 0 || (found === first && slots[at + 1] === second)) return at;
      slot = (slot + 1) & mask;
    }
  }

  function place(first: number, second: number, value: number): void {
    const at = slotOf(first, second);
    slots[at] = first;
    slots[at + 1] = second;
    slots[at + 2] = value;
  }

  return {
    get: (first, second) => slots[slotOf(first, second) + 2] as number,
    set(first, second, value) {
      if (stored * 2 > mask) {
        const old = slots;
        mask = mask * 2 + 1;
        slots = freshSlots(mask + 1);
        for (let at = 0; at < old.length; at += 1 << SLOT_BITS) {
          if ((old[at] as number) >= 0)
            place(old[at] as number, old[at + 1] as number, old[at + 2] as number);
        }
      }
      place(first, second, value);
      stored += 1;
    },
    clear() {
      slots = freshSlots(FIRST_SLOTS);
      mask = FIRST_SLOTS - 1;
      stored = 0;
    },
  };
}

function freshSlots(count: number): Int32Array {
  return new Int32Array(count << SLOT_BITS).fill(-1);
}
