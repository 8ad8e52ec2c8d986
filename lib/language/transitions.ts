/**
 * Where states lead on kinds of symbols: open addressing over one array of two numbers a slot. What is looked up
 * for every other word of a text must be small.
 */
export interface Transitions {
  /** The state that a state leads to on a kind; -1 when it has not been set. */
  get(state: number, kind: number): number;
  /** Sets what has not been set. */
  set(state: number, kind: number, target: number): void;
  clear(): void;
  /** States from this number on have no place. */
  readonly mostStates: number;
  columns(): TransitionColumns;
}

/** Transitions to be kept in a file: what each is known by, and where it leads. */
export interface TransitionColumns {
  keys: ArrayLike<number>;
  targets: ArrayLike<number>;
}

const FIRST_SLOTS = 4096;
/** In place of a key; what has not been set leads there too. */
const FREE = -1;

/** No transitions yet over so many kinds, or those that were kept. */
export function createTransitions(kinds: number, kept?: TransitionColumns): Transitions {
  let mask = FIRST_SLOTS - 1;
  if (kept) while (kept.keys.length * 4 > mask * 3) mask = mask * 2 + 1;
  /** Pairs of a key, one number for state and kind, and a target. */
  let slots = freshSlots(mask + 1);
  let stored = 0;
  if (kept) {
    const { keys, targets } = kept;
    stored = keys.length;
    for (let i = 0; i < stored; i += 1) put(keys[i] as number, targets[i] as number);
  }

  /** One number for state and kind, which may be below 0 and is `FREE` for none that has a place. */
  function keyOf(state: number, kind: number): number {
    return (Math.imul(state, kinds) + kind) | 0;
  }

  /** The place of a key, or the free one where it belongs. */
  function placeOf(key: number): number {
    const mixed = Math.imul(key, 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (;;) {
      const found = slots[slot << 1] as number;
      if (found === key || found === FREE) return slot << 1;
      slot = (slot + 1) & mask;
    }
  }

  function put(key: number, target: number): void {
    const place = placeOf(key);
    slots[place] = key;
    slots[place + 1] = target;
  }

  return {
    mostStates: Math.floor(0xffffffff / kinds),
    get: (state, kind) => slots[placeOf(keyOf(state, kind)) + 1] as number,
    set(state, kind, target) {
      if (stored * 4 > mask * 3) {
        const old = slots;
        mask = mask * 2 + 1;
        slots = freshSlots(mask + 1);
        for (let at = 0; at < old.length; at += 2)
          if (old[at] !== FREE) put(old[at] as number, old[at + 1] as number);
      }
      put(keyOf(state, kind), target);
      stored += 1;
    },
    clear() {
      slots = freshSlots(FIRST_SLOTS);
      mask = FIRST_SLOTS - 1;
      stored = 0;
    },
    columns() {
      const places = Array.from({ length: mask + 1 }, (_, slot) => slot << 1);
      const taken = places.filter((place) => slots[place] !== FREE);
      taken.sort((a, b) => (slots[a] as number) - (slots[b] as number));
      return {
        keys: Int32Array.from(taken, (place) => slots[place] as number),
        targets: Int32Array.from(taken, (place) => slots[place + 1] as number),
      };
    },
  };
}

function freshSlots(count: number): Int32Array<ArrayBuffer> {
  return new Int32Array(count * 2).fill(FREE);
}
