import { readdirSync, readFileSync } from 'node:fs';
import { shippedRulebook } from '../cli/shipped-packs.ts';
import { vocabularyOf } from '../guidelines/vocabulary.ts';
import { preparePhrases } from '../language/prepare-phrases.ts';
import { writePrepared } from '../language/prepared-file.ts';

/** The file beside the packs that the background reads to start faster (`lib/library/shipped-packs.ts`). */
export const PREPARED_FILE = 'packs/phrases.bin';

/** Labelled lines of every kind: between them they lead to most of what a first text leads to. */
export const SAMPLE_FOLDERS = ['criteria', 'requests', 'safety'].map(
  (kind) => `test/cases/${kind}`,
);

const ROOT = new URL('../../', import.meta.url);

/** The bytes of that file: the phrases of the shipped packs, prepared for texts like those in some folders. */
export async function preparedPhrases(
  folders: readonly string[] = SAMPLE_FOLDERS,
): Promise<Uint8Array<ArrayBuffer>> {
  const vocabulary = vocabularyOf(await shippedRulebook());
  return writePrepared(preparePhrases(vocabulary, folders.flatMap(textsIn)));
}

function textsIn(folder: string): string[] {
  const inFolder = new URL(`${folder}/`, ROOT);
  const files = readdirSync(inFolder).filter((name) => name.endsWith('.jsonl'));
  return files.sort().flatMap((name) =>
    readFileSync(new URL(name, inFolder), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { text?: string }).text ?? ''),
  );
}
