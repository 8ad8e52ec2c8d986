import type { Vocabulary } from '../language/vocabulary.ts';
import type { Rulebook } from './rulebook.ts';

/** What the language has to look for: the concepts of all packs and the drug lexicon. */
export function vocabularyOf(rulebook: Rulebook): Vocabulary {
  const { concepts, drugs, alike } = rulebook;
  return { concepts: [...concepts.values()], drugs: [...drugs.values()], alike };
}
