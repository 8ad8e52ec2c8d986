/** The same numbers with room for twice as many, and for `least`. */
export function longer(column: Int32Array, least = 0): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(column.length * 2, least));
  larger.set(column);
  return larger;
}
