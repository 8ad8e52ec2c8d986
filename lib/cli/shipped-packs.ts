import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { PackFile } from '../guidelines/load-packs.ts';
import type { Pack } from '../guidelines/pack.ts';
import {
  asPack,
  assembleRulebook,
  type Drugs,
  type Rulebook,
  type WordList,
} from '../guidelines/rulebook.ts';

/** Where the shipped packs lie: the same files, by the same list, that the extension fetches. */
export const PACKS = new URL('../../public/packs/', import.meta.url);

/** `public/packs/index.json`. */
export interface PackIndex {
  drugs: string;
  packs: string[];
  /** Over all listed files as they were when `pack:index` found no fault in them. */
  checked?: string;
}

/**
 * The rulebook of the packs listed in `public/packs/index.json`. Files that are as they were when
 * they were last found right are not checked again, which halves the start of the command line.
 */
export function shippedRulebook(): Promise<Rulebook> {
  shipped ??= readShipped();
  return shipped;
}

let shipped: Promise<Rulebook> | undefined;

async function readShipped(): Promise<Rulebook> {
  const index = JSON.parse(readPackFile('index.json')) as PackIndex;
  const texts = index.packs.map(readPackFile);
  const lexicon = readPackFile(index.drugs);
  if (index.checked === digest([...texts, lexicon])) {
    const packs = index.packs.map((file, at) => ({
      file,
      pack: asPack(file, JSON.parse(texts[at] as string) as Pack | WordList),
    }));
    return assembleRulebook(packs, JSON.parse(lexicon) as Drugs);
  }
  return checkedRulebook(index);
}

/** As `shippedRulebook`, with every check, whatever was found before. */
export async function checkedRulebook(index: PackIndex): Promise<Rulebook> {
  // the schema library is slow to load, and only needed here
  const { loadPacks } = await import('../guidelines/load-packs.ts');
  return loadPacks(index.packs.map(readJson), readJson(index.drugs));
}

/** What the files of an index come to; another digest means that one of them changed. */
export function digestOf(index: PackIndex): string {
  return digest([...index.packs, index.drugs].map(readPackFile));
}

function digest(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  return hash.digest('hex');
}

function readJson(file: string): PackFile {
  return { file, content: JSON.parse(readPackFile(file)) };
}

function readPackFile(file: string): string {
  return readFileSync(new URL(file, PACKS), 'utf8');
}
