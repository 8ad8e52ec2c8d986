import type { AlikeWords } from './alike-words.ts';
import type { DrugEntry } from './drug.ts';

/**
 * A clinical notion with the phrases that mention it.
 *
 * Phrase language (no regular expressions, no backtracking):
 * - words match whatever the case, with a plain plural (`trigger point` finds "Trigger points"),
 *   and over any white space, a line break, a hyphen or a hyphenated line end;
 * - `(a|b c|d)` one of; `a?` or `(a b)?` optional; an alternative may be part of a word: `radiculopath(y|ies)`;
 * - `..3` a gap of at most three words within the sentence;
 * - `=PT` exactly these letters in this case ("PT" therapy, not "pt" the patient);
 * - `#` any number written in digits or words; `{concept-id}` the phrases of another concept;
 *   `{class:opioid}` any drug of a class; `{drug:norco}` any name of one drug;
 * - `n't` as a word of its own: any verb that ends so ("doesn't", "couldn't").
 */
export interface ConceptDefinition {
  id: string;
  /** Plain words for the reader: "local twitch response". */
  name: string;
  phrases: string[];
  /** Scan and dictation slips of the phrases: matched, and shown as slips. Slip -> what was meant. */
  slips?: Record<string, string>;
  /**
   * Phrases that contain one of `phrases` and mean something else ("jump sign" is no twitch). They hide all
   * that ends within them; a gap at their end, which elsewhere has no meaning, covers so many words more.
   */
  except?: string[];
  /** What came of care: the sentence after may tell it, without a subject of its own. */
  outcome?: true;
}

/** Everything a reader looks for: concepts of all enabled packs and the drug lexicon. */
export interface Vocabulary {
  concepts: ConceptDefinition[];
  drugs: DrugEntry[];
  /** Rarer words that say the same as one that phrases use: see alike-words.ts. */
  alike?: AlikeWords;
}
