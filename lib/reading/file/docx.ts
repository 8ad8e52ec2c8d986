import { FloodError, readZip, unpack, writeZip, type ZipEntry } from './zip.ts';

/** Parts of a document, of which a thousand pages with pictures have a few thousand. */
const mostParts = 10_000;
/** Bytes of markup, of which a thousand pages of Word have some ten million. */
const mostMarkup = 50_000_000;
/** Elements, which cost memory, at most two kilobytes each; a thousand pages have half a million. */
const mostElements = 1_000_000;
/** Tables within tables, each three deep, and what Word puts around them. */
const deepest = 256;

/**
 * The text of a Word document. Throws a FloodError where it unpacks to far more than a document
 * holds, in bytes, parts, elements or depth, and anything else where it is damaged.
 */
export async function textOfDocx(bytes: Uint8Array): Promise<string> {
  const parts = await markupOf(bytes);
  // Loaded when it is needed: most readers never open one.
  const { extractRawText } = await import('mammoth');
  const { value } = await extractRawText({ arrayBuffer: writeZip(parts).buffer });
  return value.replace(/\n{3,}/g, '\n\n').trim();
}

/** The markup alone, unpacked and measured: the rest is pictures and fonts, which are not looked at. */
async function markupOf(bytes: Uint8Array): Promise<ZipEntry[]> {
  const wanted = readZip(bytes, mostParts).filter(({ name }) => /\.(?:xml|rels)$/i.test(name));
  // What the directory says is cheap to look at, and need not be so.
  let left = mostMarkup;
  let elements = 0;
  if (wanted.reduce((sum, { size }) => sum + size, 0) > left) throw new FloodError('the markup');
  const parts: ZipEntry[] = [];
  for (const entry of wanted) {
    const packed = await unpack(entry, left);
    left -= packed.length;
    const measured = measure(packed);
    elements += measured.elements;
    if (measured.depth > deepest || elements > mostElements) throw new FloodError('the elements');
    parts.push({ name: entry.name, method: 0, packed, size: packed.length });
  }
  return parts;
}

const [LESS, MORE, SLASH, MARK, QUESTION] = [0x3c, 0x3e, 0x2f, 0x21, 0x3f] as const;

/** How many elements markup has, and how deep they are; remarks and declarations do not count. */
function measure(markup: Uint8Array): { elements: number; depth: number } {
  let elements = 0;
  let depth = 0;
  let deepestSoFar = 0;
  for (let at = markup.indexOf(LESS); at >= 0; at = markup.indexOf(LESS, at + 1)) {
    const next = markup[at + 1];
    if (next === MARK || next === QUESTION) continue;
    if (next === SLASH) {
      depth -= 1;
      continue;
    }
    elements += 1;
    const end = markup.indexOf(MORE, at);
    if (markup[end - 1] !== SLASH) depth += 1;
    if (depth > deepestSoFar) deepestSoFar = depth;
  }
  return { elements, depth: deepestSoFar };
}
