import { describe, expect, it } from 'vitest';
import { createReader } from '../../lib/language/reader.ts';
import { goldLines } from './gold-lines.ts';

const reader = createReader({ concepts: [], drugs: [] });

describe('sentences', () => {
  const cases = goldLines<{ name: string; text: string; sentences: string[] }>('layout.jsonl');
  it.each(cases)('$name', ({ text, sentences }) => {
    const found = reader.read(text).sentences.map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(sentences);
  });

  it('know items from prose', () => {
    const { sentences } = reader.read('He is well.\n- Norco\nQuantity: 60\na | b | c');
    expect(sentences.map(({ item }) => item)).toEqual([false, true, true, true]);
  });
});

describe('sections', () => {
  type Wanted = [kind: string, title: string, year?: number, month?: number, day?: number];
  const cases = goldLines<{ name: string; text: string; sections: Wanted[] }>('sections.jsonl');
  it.each(cases)('$name', ({ text, sections }) => {
    const found = reader
      .read(text)
      .sections.map(({ kind, title, date }) => [
        kind,
        title,
        ...(date === undefined ? [] : [date.year, date.month, date.day]),
      ]);
    expect(found).toEqual(sections);
  });

  it('lie side by side over the whole text', () => {
    const text = 'Intro.\nS: pain\nP: rest\n';
    const { sections } = reader.read(text);
    expect(sections[0]?.start).toBe(0);
    expect(sections.at(-1)?.end).toBe(text.length);
    sections.slice(1).forEach((section, i) => {
      expect(section.start).toBe(sections[i]?.end);
    });
  });
});
