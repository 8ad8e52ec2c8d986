/** The same numbers with room for twice as many, and for `least`. */
export function longer(column: Int32Array, least = 0): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(column.length * 2, least));
  larger.set(column);
  return larger;
}

/** A column as it was kept, itself where it is as wide: to be read, and added to only in what `longer` makes of it. */
export function wide(kept: ArrayLike<number>): Int32Array {
  return kept instanceof Int32Array ? kept : new Int32Array(kept);
}
