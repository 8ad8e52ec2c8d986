import { browser } from 'wxt/browser';
import type { PackFile } from '../guidelines/load-packs.ts';

/** The packs the extension ships, as parsed JSON. */
export interface ShippedPacks {
  files: PackFile[];
  lexicon: PackFile;
}

/** The one file that the build makes of all packs (`lib/release/joined-packs.ts`). */
export interface JoinedPacks {
  /** They are as they were when `pack:index` found no fault in them, and need no second check. */
  checked: boolean;
  files: Pick<PackFile, 'file' | 'content'>[];
  lexicon: Pick<PackFile, 'file' | 'content'>;
}

/** Reads the packs from the extension's own files; nothing is asked of the network. */
export async function readShippedPacks(): Promise<ShippedPacks> {
  const joined = await (await fetchFile('shipped.json')).json();
  const { checked, files, lexicon } = joined as JoinedPacks;
  return {
    files: files.map((file) => ({ ...file, checked })),
    lexicon: { ...lexicon, checked },
  };
}

/** The file that the build leaves beside the packs: see `readPrepared` in lib/language/prepared-file.ts. */
export async function readPreparedFile(): Promise<ArrayBuffer> {
  return (await fetchFile('phrases.bin')).arrayBuffer();
}

function fetchFile(file: string): Promise<Response> {
  return fetch(browser.runtime.getURL('/').concat('packs/', file));
}
