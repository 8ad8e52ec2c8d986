/**
 * Prepared phrases as a file: all that is no column of numbers as JSON, and behind it the columns, each in
 * the narrowest form that holds its numbers.
 */
import type { PreparedPhrases } from './prepared-phrases.ts';

const FORMS = { Uint8Array, Uint16Array, Int16Array, Int32Array };
type Form = keyof typeof FORMS;

/** Where a column stands behind the JSON, in bytes, and how many numbers it has. */
interface Column {
  form: Form;
  from: number;
  length: number;
}

/** Columns begin where the widest numbers can be read. */
const WIDTH = 4;
const roundedUp = (bytes: number) => Math.ceil(bytes / WIDTH) * WIDTH;

/** The bytes of a file. */
export function writePrepared(prepared: PreparedPhrases): Uint8Array<ArrayBuffer> {
  const columns: ArrayBufferView[] = [];
  let from = 0;
  const json = JSON.stringify(prepared, (_, value) => {
    if (!(value instanceof Int32Array)) return value;
    const form = narrowest(value);
    const column = new FORMS[form](value);
    columns.push(column);
    const place: Column = { form, from, length: value.length };
    from = roundedUp(from + column.byteLength);
    return place;
  });
  const head = new TextEncoder().encode(json);
  const start = roundedUp(WIDTH + head.length);
  const file = new Uint8Array(start + from);
  new DataView(file.buffer).setUint32(0, head.length, true);
  file.set(head, WIDTH);
  let at = start;
  for (const { buffer, byteLength } of columns) {
    file.set(new Uint8Array(buffer as ArrayBuffer, 0, byteLength), at);
    at += roundedUp(byteLength);
  }
  return file;
}

function narrowest(numbers: Int32Array): Form {
  let least = 0;
  let most = 0;
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > most) most = number;
  }
  if (least < -0x8000 || most > 0xffff) return 'Int32Array';
  if (least < 0) return most > 0x7fff ? 'Int32Array' : 'Int16Array';
  return most > 0xff ? 'Uint16Array' : 'Uint8Array';
}

/** What a file holds. Throws where it is none. */
export function readPrepared(file: ArrayBuffer): PreparedPhrases {
  const length = new DataView(file).getUint32(0, true);
  const start = roundedUp(WIDTH + length);
  const json = new TextDecoder().decode(new Uint8Array(file, WIDTH, length));
  return JSON.parse(json, (_, value) => {
    if (typeof value?.form !== 'string') return value;
    const column = value as Column;
    return new FORMS[column.form](file, start + column.from, column.length);
  });
}
