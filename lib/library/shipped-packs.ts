import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { PackFile } from '../guidelines/load-packs.ts';

/** The packs the extension ships, as parsed and unchecked JSON. */
export interface ShippedPacks {
  files: PackFile[];
  lexicon: PackFile;
}

const index = z.object({ drugs: z.string(), packs: z.array(z.string()) });

/** Reads the packs from the extension's own files; nothing is asked of the network. */
export async function readShippedPacks(): Promise<ShippedPacks> {
  const { drugs, packs } = index.parse((await readFile('index.json')).content);
  const [lexicon, ...files] = await Promise.all([drugs, ...packs].map(readFile));
  if (lexicon === undefined) throw new Error('index.json names no drug lexicon');
  return { files, lexicon };
}

async function readFile(file: string): Promise<PackFile> {
  const address = browser.runtime.getURL('/').concat('packs/', file);
  const answer = await fetch(address);
  return { file, content: await answer.json() };
}
