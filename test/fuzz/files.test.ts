import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, vi } from 'vitest';
import { segmentOf } from '../../lib/letter/draft.ts';
import { wordFile } from '../../lib/letter/word-file.ts';
import { layOutPage } from '../../lib/reading/file/page-layout.ts';
import { joinPages, readPage } from '../../lib/reading/file/paged-text.ts';
import { kindOf, textOfFile } from '../../lib/reading/file/text-file.ts';
import { fuzz } from './fuzz.ts';
import { anyText } from './inputs.ts';

// The same library takes a file otherwise in Node than in a browser.
vi.mock('mammoth', async (original) => {
  const { extractRawText } = await original<typeof import('mammoth')>();
  return {
    extractRawText: ({ arrayBuffer }: { arrayBuffer: ArrayBuffer }) =>
      extractRawText({ buffer: Buffer.from(arrayBuffer) }),
  };
});

const words = 'Trigger point injection. A twitch response was seen.';
const rtf = Buffer.from(
  `{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}\\f0 ${words}\\par\\'e9\\u8217 ?{\\b bold}}`,
  'latin1',
);
const segments = [segmentOf('passage', 'p', words)];
const letter = await wordFile({ paragraphs: [{ id: 'a', group: 'record', segments }] }, 'Letter');
const docx = Buffer.from(await letter.arrayBuffer());
const pdf = readFileSync(new URL('../portals/files/report.pdf', import.meta.url));
const samples = { rtf, docx, pdf };

/** A file with some bytes changed, cut off, or put in twice. */
const broken = fc.record({
  file: fc.constantFrom('rtf', 'rtf', 'docx', 'docx', 'pdf'),
  cut: fc.option(fc.nat({ max: 20_000 }), { nil: null }),
  bytes: fc.array(fc.record({ at: fc.nat({ max: 20_000 }), to: fc.nat({ max: 255 }) }), {
    maxLength: 12,
  }),
  added: fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom('{', '}', '\\u-99999999 ', "\\'", '\\bin9999 ', '{\\*\\', '\\uc99 ', '\\par'),
  ),
  times: fc.integer({ min: 0, max: 3_000 }),
});

fuzz({
  name: 'files',
  inputs: broken,
  runs: 120,
  async holds({ file, cut, bytes, added, times }) {
    const sample = samples[file as keyof typeof samples];
    const whole = Buffer.from(sample.subarray(0, cut ?? sample.length));
    for (const { at, to } of bytes) if (whole.length > 0) whole[at % whole.length] = to;
    const half = Math.floor(whole.length / 2);
    const more = Buffer.from(added.repeat(times), 'latin1');
    const parts = [whole.subarray(0, half), more, whole.subarray(half)];
    const content = new Uint8Array(Buffer.concat(parts));
    const kind = kindOf(content);
    if (kind === 'pdf' || kind === 'unknown') return;
    // The reader says CG-108 for whatever is thrown; a hang it could not say.
    const text = await textOfFile(content, kind).catch((error: unknown) => error);
    if (!(text instanceof Error)) expect(typeof text).toBe('string');
  },
});

const piece = fc.record({
  text: anyText,
  x: fc.oneof(fc.double({ min: -1e4, max: 1e4 }), fc.constantFrom(Number.NaN, 1e308, -1e308)),
  y: fc.oneof(fc.double({ min: -1e4, max: 1e4 }), fc.constantFrom(Number.NaN, 1e308, -1e308)),
  width: fc.double({ min: -10, max: 1e5 }),
  height: fc.double({ min: -10, max: 1e3 }),
  angle: fc.constantFrom(0, 1.57, Number.NaN),
});

fuzz({
  name: 'page-layout',
  inputs: fc.array(piece, { maxLength: 30 }),
  runs: 100,
  holds(given) {
    // JSON has no NaN: in a kept case it is null.
    const items = given.map((one) => ({ ...one, x: one.x ?? Number.NaN, y: one.y ?? Number.NaN }));
    const { text, placed } = layOutPage(items);
    for (const { start, item } of placed) {
      const own = items[item]?.text ?? '';
      expect(text.slice(start, start + own.length)).toBe(own);
    }
    const pages = [1, 2].map((number) => readPage({ number, width: 600, height: 800 }, items, 50));
    const joined = joinPages(pages);
    for (const { start, end } of [...joined.pages, ...joined.uncertain]) {
      expect(start).toBeLessThanOrEqual(end);
      expect(end).toBeLessThanOrEqual(joined.text.length);
    }
  },
});
