import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** A file in a zip, with the time it claims to be from (DOS date and time, one number). */
export interface ZipEntry {
  name: string;
  time: number;
  content: Buffer;
}

/** What the end of the directory begins with. */
const END = Buffer.from('PK\x05\x06', 'latin1');
const DEFLATED = 8;

/** Reads a zip by its central directory. */
export function readZip(file: string): ZipEntry[] {
  const zip = readFileSync(file);
  const end = zip.lastIndexOf(END);
  const count = zip.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    const length = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(begin, begin + zip.readUInt32LE(at + 20));
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + length),
      time: zip.readUInt32LE(at + 12),
      content: zip.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(packed) : packed,
    });
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** Writes a zip's files into a folder. */
export function unzip(file: string, folder: string): void {
  for (const { name, content } of readZip(file)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
