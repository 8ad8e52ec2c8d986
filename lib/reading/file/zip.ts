/**
 * Just enough of a zip to take a document out of it without being flooded: its directory is read
 * first, and while a file is unpacked what comes out is counted, whatever the directory says of it.
 * After the description of the format by PKWARE (APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16).
 */

/** A file in a zip as it is packed. */
export interface ZipEntry {
  name: string;
  /** 0 as it is, 8 deflated; others are not read. */
  method: number;
  packed: Uint8Array;
  /** How long it is unpacked, as the directory says. */
  size: number;
}

/** More comes out than a document holds, or more files than it is made of. */
export class FloodError extends Error {
  override name = 'FloodError';
}

const asItIs = 0;
const deflated = 8;
const localMark = 0x04034b50;
const directoryMark = 0x02014b50;
const endMark = 0x06054b50;
const endLength = 22;
/** A note may stand behind the end. */
const longestNote = 0xffff;

/**
 * The files of a zip. Throws a RangeError where it is none, or damaged.
 *
 * @param most files it may hold; more throw a FloodError
 */
export function readZip(zip: Uint8Array, most: number): ZipEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > most) throw new FloodError(`${count} files`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  while (entries.length < count) {
    if (view.getUint32(at, true) !== directoryMark) throw new RangeError('no entry of a zip');
    const nameLength = view.getUint16(at + 28, true);
    const begin = dataOf(view, view.getUint32(at + 42, true));
    const packedLength = view.getUint32(at + 20, true);
    if (begin + packedLength > zip.length) throw new RangeError('a file of the zip is cut off');
    entries.push({
      name: new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: zip.subarray(begin, begin + packedLength),
      size: view.getUint32(at + 24, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** What a file is unpacked. Throws a FloodError as soon as it is longer than `most` bytes. */
export async function unpack({ method, packed }: ZipEntry, most: number): Promise<Uint8Array> {
  if (method !== asItIs && method !== deflated) throw new RangeError('packed in an unknown way');
  if (method === asItIs) {
    if (packed.length > most) throw new FloodError('a file');
    return packed;
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const inflated = new Blob([packed.slice()]).stream();
  const reader = inflated.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > most) {
      await reader.cancel();
      throw new FloodError('a file');
    }
    parts.push(read.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** A zip of these files, for readers that do not look at check sums. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const names = entries.map(({ name }) => new TextEncoder().encode(name));
  const length = entries.reduce(
    (sum, { packed }, at) => sum + 76 + 2 * (names[at]?.length ?? 0) + packed.length,
    endLength,
  );
  const zip = new Uint8Array(length);
  const view = new DataView(zip.buffer);
  const starts: number[] = [];
  let at = 0;
  for (const [index, entry] of entries.entries()) {
    const name = names[index] ?? new Uint8Array();
    starts.push(at);
    view.setUint32(at, localMark, true);
    writeEntry(view, at + 4, entry, name);
    zip.set(name, at + 30);
    zip.set(entry.packed, at + 30 + name.length);
    at += 30 + name.length + entry.packed.length;
  }
  const directory = at;
  for (const [index, entry] of entries.entries()) {
    const name = names[index] ?? new Uint8Array();
    view.setUint32(at, directoryMark, true);
    writeEntry(view, at + 6, entry, name);
    view.setUint32(at + 42, starts[index] ?? 0, true);
    zip.set(name, at + 46);
    at += 46 + name.length;
  }
  view.setUint32(at, endMark, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return zip;
}

/** The part of an entry that stands before the file and in the directory alike. */
function writeEntry(view: DataView, at: number, entry: ZipEntry, name: Uint8Array): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, name.length, true);
}

function endOf(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestNote); at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  throw new RangeError('no end of a zip');
}

/** Where the bytes of a file begin, behind the head that stands before them. */
function dataOf(view: DataView, head: number): number {
  if (view.getUint32(head, true) !== localMark) throw new RangeError('no file of a zip');
  return head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true);
}
