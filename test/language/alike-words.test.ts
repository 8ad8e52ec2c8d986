import { describe, expect, it } from 'vitest';
import { createAutomaton } from '../../lib/language/automaton.ts';
import { preparePhrases } from '../../lib/language/prepare-phrases.ts';
import { createReader } from '../../lib/language/reader.ts';
import { tokenize } from '../../lib/language/tokens.ts';
import { createWordTable } from '../../lib/language/word-table.ts';

const ALIKE = { relief: ['alleviation', 'respite'], nowhere: ['noplace'] };

/** What a phrase matches in a text, where words of `ALIKE` are read as others. */
function matches(phrase: string, text: string): string[] {
  const table = createWordTable();
  const concepts: Record<string, string[]> = { gain: ['relief', 'less pain'] };
  const patterns = [{ phrase, group: 0 }];
  const automaton = createAutomaton(table, patterns, (id) => concepts[id], undefined, ALIKE);
  const tokens = tokenize(text, table);
  const found = automaton.match(tokens);
  return Array.from({ length: found.count }, (_, i) =>
    text.slice(tokens.start[found.first[i] ?? 0], tokens.end[found.last[i] ?? 0]),
  );
}

describe('words that say the same', () => {
  it.each([
    ['relief', 'Relief, respite, Alleviation', ['Relief', 'respite', 'Alleviation']],
    ['good relief', 'good respite', ['good respite']],
    ['no ..2 relief', 'no real alleviation', ['no real alleviation']],
    ['(relief|help) for # weeks', 'respite for 6 weeks', ['respite for 6 weeks']],
    ['good {gain}', 'good alleviation, good respites', ['good alleviation', 'good respites']],
    ['respite care', 'respite care, relief care', ['respite care']],
    ['pain', 'noplace', []],
  ])('%s in "%s"', (phrase, text, expected) => {
    expect(matches(phrase, text)).toEqual(expected);
  });

  it('are part of what is made ahead of time', () => {
    const vocabulary = {
      concepts: [{ id: 'relief', name: 'relief', phrases: ['relief'] }],
      drugs: [],
    };
    const prepared = preparePhrases({ ...vocabulary, alike: ALIKE });
    expect(preparePhrases(vocabulary).digest).not.toBe(prepared.digest);
    const reader = createReader({ ...vocabulary, alike: ALIKE }, prepared);
    const found = [...reader.read('She had respite.').mentions];
    expect(found.map(({ concept }) => concept)).toEqual(['relief']);
  });
});
