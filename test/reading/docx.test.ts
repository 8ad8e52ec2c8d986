import { expect, test, vi } from 'vitest';
import { textOfFile } from '../../lib/reading/file/text-file.ts';
import { FloodError, readZip, writeZip, type ZipEntry } from '../../lib/reading/file/zip.ts';
import { floodOf, makeDocx } from '../e2e/make-files.ts';

// The same library takes a file otherwise in Node than in a browser.
vi.mock('mammoth', async (original) => {
  const { extractRawText } = await original<typeof import('mammoth')>();
  return {
    extractRawText: ({ arrayBuffer }: { arrayBuffer: ArrayBuffer }) =>
      extractRawText({ buffer: Buffer.from(arrayBuffer) }),
  };
});

const note = await makeDocx(['A twitch response was seen.', 'No radiculopathy.']);
const parts = readZip(note, 1_000);
const read = (bytes: Uint8Array) => textOfFile(bytes, 'docx');

/** The note with another main part, or with more parts. */
const changed = (main: Partial<ZipEntry>, more: readonly ZipEntry[] = []) =>
  writeZip([
    ...parts.map((part) => (part.name === 'word/document.xml' ? { ...part, ...main } : part)),
    ...more,
  ]);

const around = (body: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const plain = (text: string): Partial<ZipEntry> => {
  const packed = new TextEncoder().encode(text);
  return { method: 0, packed, size: packed.length };
};

test('a document of Word is read', async () => {
  expect(await read(note)).toBe('A twitch response was seen.\n\nNo radiculopathy.');
  expect(await read(changed(plain(around(paragraph('Pain 8/10.')))))).toBe('Pain 8/10.');
});

test('three gigabytes in a small file are not unpacked, whatever its directory says', async () => {
  const packed = floodOf(3_000);
  expect(packed.length).toBeLessThan(12_000_000);
  const before = process.memoryUsage().rss;
  for (const size of [3_000_000_000, 1_000]) {
    await expect(read(changed({ method: 8, packed, size }))).rejects.toThrow(FloodError);
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
});

test('many parts that each are small are too much together', async () => {
  const packed = floodOf(10);
  const part = (at: number) => ({ name: `word/part${at}.xml`, method: 8, packed, size: 1_000 });
  const six = Array.from({ length: 6 }, (_, at) => part(at));
  await expect(read(changed({}, six))).rejects.toThrow(FloodError);
});

test('few bytes may be too many elements', async () => {
  const many = around('<w:p/>'.repeat(1_000_001));
  await expect(read(changed(plain(many)))).rejects.toThrow(FloodError);
});

test('very many parts are not looked at', async () => {
  const part = { method: 0, packed: new Uint8Array(), size: 0 };
  const many = Array.from({ length: 20_000 }, (_, at) => ({ ...part, name: `a${at}.xml` }));
  await expect(read(changed({}, many))).rejects.toThrow(FloodError);
});

test('pictures and fonts are left as they are', async () => {
  const picture = { name: 'word/media/a.png', method: 8, packed: floodOf(100), size: 100_000_000 };
  expect(await read(changed({}, [picture]))).toContain('A twitch response was seen.');
});

test('markup nested without end is not read; tables in tables are', async () => {
  const nested = (levels: number) => {
    const [open, close] = ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'];
    return around(open.repeat(levels) + paragraph('Pain 8/10.') + close.repeat(levels));
  };
  await expect(read(changed(plain(nested(100_000))))).rejects.toThrow(FloodError);
  expect(await read(changed(plain(nested(20))))).toContain('Pain 8/10.');
});

test.each([
  ['cut off', note.subarray(0, note.length - 200)],
  ['only a head', Buffer.from('PK\u0003\u0004')],
  ['without a document', writeZip([])],
  ['packed in another way', changed({ method: 12 })],
])('what is damaged is refused: %s', async (_, bytes) => {
  const refused = await read(bytes).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Error);
  expect(refused).not.toBeInstanceOf(FloodError);
});
