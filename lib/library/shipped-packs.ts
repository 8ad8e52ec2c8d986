import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { PackFile } from '../guidelines/load-packs.ts';

/** The packs the extension ships, as parsed JSON. */
export interface ShippedPacks {
  files: PackFile[];
  lexicon: PackFile;
}

const index = z.object({
  drugs: z.string(),
  packs: z.array(z.string()),
  checked: z.string().optional(),
});

/**
 * Reads the packs from the extension's own files; nothing is asked of the network. Files that are as they
 * were when `pack:index` found no fault in them say so, and need no second check.
 */
export async function readShippedPacks(): Promise<ShippedPacks> {
  const list = index.parse(JSON.parse(await readFile('index.json')));
  const names = [...list.packs, list.drugs];
  const texts = await Promise.all(names.map(readFile));
  const checked = list.checked === (await digest(texts.join('')));
  const files = names.map((file, at) => ({
    file,
    content: JSON.parse(texts[at] as string) as unknown,
    checked,
  }));
  const lexicon = files.pop() as PackFile;
  return { files, lexicon };
}

/** The file that the build leaves beside the packs: see `readPrepared` in lib/language/prepared-file.ts. */
export async function readPreparedFile(): Promise<ArrayBuffer> {
  return (await fetchFile('phrases.bin')).arrayBuffer();
}

async function readFile(file: string): Promise<string> {
  return (await fetchFile(file)).text();
}

function fetchFile(file: string): Promise<Response> {
  return fetch(browser.runtime.getURL('/').concat('packs/', file));
}

/** SHA-256 in hexadecimal digits. */
async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
