import { browser } from 'wxt/browser';
import { z } from 'zod';
import { readSnippetFile } from './snippet-file.ts';
import { keyOf, type StoredSnippet } from './snippets.ts';

/** Id of the library that comes with the extension. It is read-only, as a subscribed one is. */
export const starterLibrary = 'starter';

const index = z.object({ files: z.array(z.string()) });

/** Reads the starter library from the extension's own files; nothing is asked of the network. */
export async function readShippedSnippets(): Promise<StoredSnippet[]> {
  const root = browser.runtime.getURL('/').concat('snippets/');
  const { files } = index.parse(await (await fetch(`${root}index.json`)).json());
  const texts = await Promise.all(
    files.map(async (file) => (await fetch(`${root}${file}`)).text()),
  );
  return texts.flatMap((text) => {
    const read = readSnippetFile(text);
    if ('reason' in read) return [];
    return read.rows.map(({ snippet }) => ({
      key: keyOf(starterLibrary, snippet.id),
      library: starterLibrary,
      snippet,
      from: null,
      waiting: false,
    }));
  });
}
