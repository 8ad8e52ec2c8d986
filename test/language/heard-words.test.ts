import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drugReader } from './reader-of-drugs.ts';

interface HeardCase {
  text: string;
  /** The drug that was meant, by its id; none where the words are what they say. */
  drug?: string;
  /** What is shown as understood. */
  slip?: string;
}

const cases = readFileSync(new URL('../cases/language/heard.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as HeardCase);

describe('names of drugs written as they were heard', () => {
  it.each(cases)('$text', ({ text, drug, slip }) => {
    const mentions = [...drugReader.read(text).mentions];
    expect(mentions.map(({ concept }) => concept)).toEqual(drug ? [`drug:${drug}`] : []);
    expect(mentions[0]?.slip).toBe(slip);
  });

  it('keep their places in the text', () => {
    const text = 'Plan: zolo ft 100 mg, and sim balta.';
    const named = [...drugReader.read(text).mentions].map(({ start, end }) =>
      text.slice(start, end),
    );
    expect(named).toEqual(['zolo ft', 'sim balta']);
  });

  it('are found in a record of hundreds of pages too', () => {
    const filler = 'The record goes on with nothing that is asked for.\n'.repeat(5_000);
    const text = `${filler}${cases.map((one) => one.text).join('\n\n')}`;
    const named = [...drugReader.read(text).mentions].map(({ concept }) => concept);
    expect(named).toEqual(cases.flatMap(({ drug }) => (drug ? [`drug:${drug}`] : [])));
  });
});
