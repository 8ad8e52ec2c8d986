/** The code units of a text as numbers: what is looked at more than once is read faster so. */

/** Longer texts get an array of their own, which is not kept. */
const KEPT_CODES = 1 << 20;
/** Zeros behind the text: where a word ends is looked beyond. */
const SPARE = 4;
const CHUNK = 1 << 13;
const encoder = new TextEncoder();
const bytes = new Uint8Array(CHUNK);
let kept = new Uint16Array(1 << 12);

/** The code units of a text with zeros behind them, valid until the next call. */
export function codesOf(text: string): Uint16Array {
  const { length } = text;
  let codes = kept;
  if (length + SPARE > codes.length) {
    codes = new Uint16Array(length + SPARE);
    if (length < KEPT_CODES) kept = codes;
  }
  for (let from = 0; from < length; from += CHUNK) copy(text, from, codes);
  codes.fill(0, length, length + SPARE);
  return codes;
}

/** Copies what stands from `from` on; plain ASCII, the rule, at once. */
function copy(text: string, from: number, codes: Uint16Array): void {
  const to = Math.min(text.length, from + CHUNK);
  const { read, written } = encoder.encodeInto(text.slice(from, to), bytes);
  if (read === to - from && written === read) codes.set(bytes.subarray(0, written), from);
  else for (let i = from; i < to; i += 1) codes[i] = text.charCodeAt(i);
}
