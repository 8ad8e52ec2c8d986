import { readFileSync } from 'node:fs';
import { digestOf, PACKS, type PackIndex } from '../cli/shipped-packs.ts';
import type { JoinedPacks } from '../library/shipped-packs.ts';

/**
 * All shipped packs as the one file that the background reads: asking for each of fifty takes longer than
 * reading them.
 */
export function joinedPacksFile(): { relativeDest: string; contents: string } {
  const { packs, drugs, checked } = contentOf('index.json') as PackIndex;
  const joined: JoinedPacks = {
    checked: checked === digestOf({ packs, drugs }),
    files: packs.map(read),
    lexicon: read(drugs),
  };
  return { relativeDest: 'packs/shipped.json', contents: JSON.stringify(joined) };
}

function read(file: string): { file: string; content: unknown } {
  return { file, content: contentOf(file) };
}

function contentOf(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, PACKS), 'utf8'));
}
