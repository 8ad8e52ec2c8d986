/** Makes what prepared-phrases.ts describes. */
import { compileCues } from './assertion/cues.ts';
import { createAutomaton } from './automaton.ts';
import { compileVocabulary, phraseSource } from './compile-vocabulary.ts';
import { digestOf, type PreparedPhrases } from './prepared-phrases.ts';
import { tokenize } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';
import { createWordTable } from './word-table.ts';

/** So full it may be made: there must be room for what other texts lead to. */
const MOST_PREPARED = 0.75;

/**
 * The automaton of a vocabulary for readers of it, with all that some texts lead to: what they lead to need not
 * be worked out when a reader meets it. Throws as `createReader` does.
 */
export function preparePhrases(
  vocabulary: Vocabulary,
  texts: Iterable<string> = [],
): PreparedPhrases {
  const table = createWordTable();
  const source = phraseSource(vocabulary);
  const named = new Set<string>();
  const { patterns } = compileVocabulary(vocabulary, compileCues().patterns);
  const noting = (id: string) => {
    named.add(id);
    return source(id);
  };
  const automaton = createAutomaton(table, patterns, noting, undefined, vocabulary.alike);
  for (const text of texts) {
    if (automaton.fullness() > MOST_PREPARED) break;
    for (const line of text.split('\n')) automaton.match(tokenize(line, table));
  }
  return {
    digest: digestOf(patterns, [...named], source, vocabulary.alike),
    named: [...named],
    words: table.columns(),
    automaton: automaton.columns(),
  };
}
