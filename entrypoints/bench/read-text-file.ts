/** Longer texts are no case: reading a page stops there as well. */
const longest = 6_000_000;

/** The text of a file; undefined where it is none. */
export async function readTextFile(file: File): Promise<string | undefined> {
  if (file.size > longest) return undefined;
  const text = await file.text();
  return text.includes('\0') ? undefined : text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
