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

/** Throws when a span of the reading does not lie in its text or in its sentence. */
function checkSpans({ text, sentences, mentions, values, medications }: Reading): void {
  let last = 0;
  for (const { start, end } of sentences) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(text.length);
  for (const { start, end, sentence } of [...mentions, ...values, ...medications]) {
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(start).toBeGreaterThanOrEqual(sentences[sentence]?.start ?? Number.NaN);
  }
  for (const { assertion } of mentions) {
    for (const { start, end, words } of assertion.because) {
      if (words !== '') expect(text.slice(start, end)).toBe(words);
    }
  }
}

describe('texts that are out to hurt', () => {
  it.each(Object.keys(HOSTILE_TEXTS))('%s', (name) => {
    const text = (HOSTILE_TEXTS[name] as (length: number) => string)(40_000);
    checkSpans(reader.read(text));
  });

  it.each(['', ' ', '\n\n\n', '\u0000', '😀', '\ud800', '.', '[', '#', 'a'])('%j', (text) => {
    checkSpans(reader.read(text));
  });

  it('keeps offsets beside letters outside ASCII, combining marks and emoji', () => {
    const text = 'Schmerz 😀 e\u0301 no “pain” — naïve trigger\u00a0points';
    const { mentions } = reader.read(text);
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual([
      'pain',
      'trigger\u00a0points',
    ]);
    expect(mentions[0]?.assertion.presence).toBe('negated');
  });
});

describe('real transcriptions', () => {
  const notes = sharedFile('data', 'notes.jsonl.gz');

  it.skipIf(notes === undefined)('are read without error', () => {
    const lines = parseLines<{ text: string }>(
      gunzipSync(readFileSync(notes as string)).toString(),
    );
    for (const { text } of lines.filter((_, index) => index % 12 === 0))
      checkSpans(reader.read(text));
  });
});
