import { readFileSync } from 'node:fs';
import { loadPacks, type PackFile } from '../guidelines/load-packs.ts';
import type { Rulebook } from '../guidelines/rulebook.ts';

/** Where the shipped packs lie: the same files, by the same list, that the extension fetches. */
export const PACKS = new URL('../../public/packs/', import.meta.url);

interface PackIndex {
  drugs: string;
  packs: string[];
}

/** The rulebook of the packs listed in `public/packs/index.json`. */
export function shippedRulebook(): Rulebook {
  const index = readJson('index.json').content as PackIndex;
  return loadPacks(index.packs.map(readJson), readJson(index.drugs));
}

function readJson(file: string): PackFile {
  return { file, content: JSON.parse(readFileSync(new URL(file, PACKS), 'utf8')) };
}
