import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { DrugLexicon } from '../../lib/language/drug.ts';
import type { Reading } from '../../lib/language/mention.ts';
import { createReader } from '../../lib/language/reader.ts';
import lexicon from '../../public/packs/drugs.json' with { type: 'json' };
import { parseLines } from './assertion-scores.ts';
import { sharedFile } from './gold-lines.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

const reader = createReader({
  concepts: [
    { id: 'pain', name: 'pain', phrases: ['pain', 'no pain', 'pain ..5 relief'] },
    { id: 'trigger-point', name: 'trigger point', phrases: ['trigger point'] },
  ],
  drugs: (lexicon as DrugLexicon).drugs,
});

/** Every span that does not lie in its text or in its sentence, and every reason with wrong words. */
function misplaced({ text, sentences, mentions, values, medications }: Reading): string[] {
  const faults: string[] = [];
  let last = 0;
  for (const { start, end } of sentences) {
    if (start < last || end <= start || end > text.length) faults.push(`sentence ${start}-${end}`);
    last = end;
  }
  for (const { start, end, sentence } of [...mentions, ...values, ...medications]) {
    const from = sentences[sentence]?.start ?? Number.POSITIVE_INFINITY;
    if (end <= start || end > text.length || start < from) faults.push(`span ${start}-${end}`);
  }
  for (const { assertion } of mentions) {
    for (const { start, end, words } of assertion.because) {
      if (words !== '' && text.slice(start, end) !== words) faults.push(`reason ${words}`);
    }
  }
  return faults;
}

describe('texts that are out to hurt', () => {
  it.each(Object.keys(HOSTILE_TEXTS))('%s', (name) => {
    const text = (HOSTILE_TEXTS[name] as (length: number) => string)(40_000);
    expect(misplaced(reader.read(text))).toEqual([]);
  });

  it.each(['', ' ', '\n\n\n', '\u0000', '😀', '\ud800', '.', '[', '#', 'a'])('%j', (text) => {
    expect(misplaced(reader.read(text))).toEqual([]);
  });

  it('keeps offsets beside letters outside ASCII, combining marks and emoji', () => {
    const text = 'Schmerz 😀 e\u0301 no “pain” — naïve trigger\u00a0points';
    const { mentions } = reader.read(text);
    expect([...mentions].map(({ start, end }) => text.slice(start, end))).toEqual([
      'pain',
      'trigger\u00a0points',
    ]);
    expect(mentions.at(0)?.assertion.presence).toBe('negated');
  });
});

describe('real transcriptions', () => {
  const notes = sharedFile('data', 'notes.jsonl.gz');

  it.skipIf(notes === undefined)(
    'are read without error',
    () => {
      const lines = parseLines<{ text: string }>(
        gunzipSync(readFileSync(notes as string)).toString(),
      );
      expect(lines.length).toBeGreaterThan(2000);
      const faults = lines.flatMap(({ text }, index) =>
        misplaced(reader.read(text)).map((fault) => `text ${index}: ${fault}`),
      );
      expect(faults).toEqual([]);
    },
    120_000,
  );
});
