import { describe, expect, it } from 'vitest';
import { createAutomaton } from '../../lib/language/automaton.ts';
import { PhraseError, parsePhrase } from '../../lib/language/phrase.ts';
import { tokenize } from '../../lib/language/tokens.ts';
import { createWordTable } from '../../lib/language/word-table.ts';

/** What a phrase matches in a text. */
function matches(phrase: string, text: string, except?: string): string[] {
  const table = createWordTable();
  const patterns = [
    { phrase, group: 0 },
    ...(except === undefined ? [] : [{ phrase: except, group: 0, except: true }]),
  ];
  const concepts: Record<string, string[]> = { 'class:opioid': ['norco', 'flexor ill'] };
  const automaton = createAutomaton(table, patterns, (id) => concepts[id]);
  const tokens = tokenize(text, table);
  const found = automaton.match(tokens);
  return Array.from({ length: found.count }, (_, i) =>
    text.slice(tokens.start[found.first[i] ?? 0], tokens.end[found.last[i] ?? 0]),
  );
}

describe('the phrase language', () => {
  it.each([
    ['trigger point', 'Trigger points, TRIGGER-POINT', ['Trigger points', 'TRIGGER-POINT']],
    ['trigger point', 'trigger\n\n point trigger, point', ['trigger\n\n point']],
    ['radiculopath(y|ies)', 'radiculopathy radiculopathies', ['radiculopathy', 'radiculopathies']],
    ['local? twitch', 'twitch; local twitch', ['twitch', 'local twitch']],
    ['(a b)? c', 'c, a b c, b c', ['c', 'a b c', 'c']],
    ['point ..2 twitch', 'point with (a) twitch', ['point with (a) twitch']],
    ['point ..2 twitch', 'point one two three twitch', []],
    ['point ..2 twitch', 'point; twitch', []],
    ['=PT', 'PT pt Pt', ['PT']],
    ['=L4', 'L4 l4 L 4', ['L4', 'L 4']],
    ['# visits', '6 visits, six visits, O.5 visits', ['6 visits', 'six visits', 'O.5 visits']],
    ['{class:opioid} #', 'Norco 10, Flexor ill 30', ['Norco 10', 'Flexor ill 30']],
    ['+ ltr', '+LTR', ['+LTR']],
    ['\\(-\\)', 'SLR (-)', ['(-)']],
    ['s/p fusion', 's/p fusion', ['s/p fusion']],
    ['patient pain', "patient's pain", ["patient's pain"]],
    ['a|b c', 'a; b c', ['a', 'b c']],
    ["(not|n't) use", "doesn't use, didnt use, wont use", ["doesn't use", 'didnt use', 'wont use']],
  ])('%s in %s', (phrase, text, wanted) => {
    expect(matches(phrase, text)).toEqual(wanted);
  });

  it('takes the longest match and none inside it', () => {
    expect(matches('a|a b|b', 'a b b')).toEqual(['a b', 'b']);
  });

  it('lets the gap at the end of an exception cover so many words more, within the sentence', () => {
    const family = '(wife|son) ..3 (does|cooks)';
    expect(matches(family, 'wife says he cooks now', 'wife says ..8')).toEqual([]);
    expect(matches(family, 'wife says he cooks now', 'wife says ..1')).toEqual([
      'wife says he cooks',
    ]);
    expect(matches(family, 'wife says yes; son cooks', 'wife says ..8')).toEqual(['son cooks']);
    expect(matches(family, 'wife says he cooks', '(wife says ..8|nobody)')).toEqual([
      'wife says he cooks',
    ]);
  });

  it('hides what an exception covers', () => {
    expect(matches('twitch', 'jump twitch, twitch', 'jump twitch')).toEqual(['twitch']);
  });

  it.each([
    ['(a', 0],
    ['a)', 1],
    ['a {b', 2],
    ['a {B c}', 2],
    ['', 0],
    ['a ..0', 2],
    ['a ..99', 2],
    ['x(a|..2)', 0],
    ['?', 0],
    ['(a|)', 3],
    ['a? b?', 0],
  ])('refuses %s at %d', (phrase, position) => {
    try {
      parsePhrase(phrase);
    } catch (error) {
      expect(error).toBeInstanceOf(PhraseError);
      expect((error as PhraseError).position).toBe(position);
      return;
    }
    throw new Error('no error');
  });

  it('refuses a concept that does not exist, and one that leads back to itself', () => {
    const table = createWordTable();
    expect(() => createAutomaton(table, [{ phrase: '{nobody}', group: 0 }])).toThrow(
      /^reason_no_concept nobody$/,
    );
    const endless = () => ['{a} x'];
    expect(() => createAutomaton(table, [{ phrase: '{a}', group: 0 }], endless)).toThrow(
      /^reason_phrase_circle a$/,
    );
  });

  it('goes on over no bound, whatever words stand there', () => {
    const table = createWordTable();
    const numbers = Array.from({ length: 300 }, (_, i) => i);
    const patterns = numbers.flatMap((i) => [
      { phrase: `front${i} back${i}`, group: 2 * i },
      { phrase: `left${i} ..4 right${i}`, group: 2 * i + 1 },
    ]);
    const automaton = createAutomaton(table, patterns);
    const tokens = tokenize(
      numbers.map((i) => `left${i} front${i} back${i} right${i}`).join(' '),
      table,
    );
    const bounds = numbers.flatMap((i) => [i * 8, i * 8 + 4]);
    expect(automaton.match(tokens).count).toBe(600);
    expect(automaton.match(tokens, Int32Array.from(bounds)).count).toBe(0);
  });
});
