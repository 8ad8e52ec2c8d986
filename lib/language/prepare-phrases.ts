/** Writes what prepared-phrases.ts reads. */
import { internMarks } from './alphabet.ts';
import { compileCues } from './assertion/cues.ts';
import { compileVocabulary, phraseSource } from './compile-vocabulary.ts';
import { createPartBuilder, type Part } from './phrase-parts.ts';
import { digestOf, type PreparedPhrases, phrasesOnce } from './prepared-phrases.ts';
import type { Vocabulary } from './vocabulary.ts';
import { createWordTable } from './word-table.ts';

/** The phrases of a vocabulary and of the cues, prepared for readers of it. Throws as `createReader` does. */
export function preparePhrases(vocabulary: Vocabulary): PreparedPhrases {
  const table = createWordTable();
  internMarks(table);
  const phrasesOf = phraseSource(vocabulary);
  const named = new Set<string>();
  const { build, words } = createPartBuilder(table, (id) => {
    named.add(id);
    return phrasesOf(id);
  });
  const phrases = phrasesOnce(compileVocabulary(vocabulary, compileCues().patterns).patterns);
  const { parts, indexOf } = createPartList();
  const roots = phrases.map((phrase) => indexOf(build(phrase)));
  const ids = Array.from({ length: table.size - 1 }, (_, at) => at + 1);
  return {
    digest: digestOf(phrases, [...named], phrasesOf),
    named: [...named],
    words: ids.map((id) => table.spelling(id)),
    withPlural: ids.filter((id) => table.plural(id) > 0),
    parts,
    roots,
    sets: [...words.setsOf],
    exact: [...words.exact],
    numberWords: [...words.numberWords],
  };
}

/** Parts as numbers, each behind those it is of; what is alike stands there once. */
function createPartList(): { parts: number[]; indexOf(part: Part): number } {
  const parts: number[] = [];
  const indices = new Map<Part, number>();
  const alike = new Map<string, number>();
  let count = 0;

  function indexOf(part: Part): number {
    let index = indices.get(part);
    if (index !== undefined) return index;
    const { kind, value } = part;
    const inner = part.parts.map(indexOf);
    const key = `${kind} ${value} ${inner}`;
    index = alike.get(key);
    if (index === undefined) {
      const own = count;
      parts.push(kind, value, inner.length, ...inner.map((other) => own - other));
      count += 1;
      alike.set(key, own);
      index = own;
    }
    indices.set(part, index);
    return index;
  }

  return { parts, indexOf };
}
