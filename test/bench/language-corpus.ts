import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseLines } from '../language/assertion-scores.ts';
import { sharedFile } from '../language/gold-lines.ts';

/** Texts to measure on: public transcriptions where they are, else the labelled cases again and again. */
export function loadTexts(): { name: string; texts: string[] } {
  const notes = sharedFile('data', 'notes.jsonl.gz');
  if (notes !== undefined) {
    const lines = parseLines<{ text: string }>(gunzipSync(readFileSync(notes)).toString());
    return { name: 'public medical transcriptions', texts: lines.map(({ text }) => text) };
  }
  const folder = join(import.meta.dirname, '..', 'cases', 'gold');
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  return { name: 'labelled cases', texts: Array.from({ length: 20 }, () => texts).flat() };
}
