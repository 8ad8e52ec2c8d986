import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseLines } from '../language/assertion-scores.ts';
import { sharedFile } from '../language/gold-lines.ts';

const notes = sharedFile('data', 'notes.jsonl.gz');

/** What is measured on; figures of the one are not to be compared with those of the other. */
export const corpusName = notes === undefined ? 'labelled cases' : 'public medical transcriptions';

/**
 * Texts to measure on: public transcriptions where they are, else the labelled cases again and again,
 * which are much denser: nothing but requests and what bears on them.
 */
export function loadTexts(): { name: string; texts: string[] } {
  if (notes !== undefined) {
    const lines = parseLines<{ text: string }>(gunzipSync(readFileSync(notes)).toString());
    return { name: corpusName, texts: lines.map(({ text }) => text) };
  }
  const folder = join(import.meta.dirname, '..', 'cases', 'gold');
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  return { name: corpusName, texts: Array.from({ length: 20 }, () => texts).flat() };
}
