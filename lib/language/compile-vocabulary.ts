/** The patterns of a vocabulary, and what its phrases name. */
import { CUE_GROUPS, cueWords } from './assertion/cues.ts';
import type { Pattern } from './choice.ts';
import type { DrugEntry } from './drug.ts';
import type { Phrases } from './mentions.ts';
import type { PhrasesOf } from './phrase-parts.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Cue patterns first, then those of concepts, each a group of its own, and of all drugs as one group:
 * "Ambien CR" is one drug and not "Ambien" too. A phrase is known by the index of its pattern.
 */
export function compileVocabulary(
  vocabulary: Vocabulary,
  cuePatterns: readonly Pattern[],
): { patterns: Pattern[]; phrases: Phrases } {
  const patterns: Pattern[] = [...cuePatterns];
  const concepts: string[] = [];
  const conceptIndex = new Map<string, number>();
  const conceptOf: number[] = cuePatterns.map(() => 0);
  const slips = new Map<number, string>();
  let group = CUE_GROUPS;
  const exceptions = exceptionsOf(vocabulary);
  for (const { id, phrases, slips } of vocabulary.concepts) {
    addPatterns(id, phrases, slips, exceptions(id));
    group += 1;
  }
  for (const drug of vocabulary.drugs) {
    addPatterns(`drug:${drug.id}`, drugPhrases(drug), drug.slips, drug.except);
  }
  const phrase = patterns.map((pattern) => pattern.phrase);
  const compiled = { concepts, conceptIndex, conceptOf: Int32Array.from(conceptOf), phrase, slips };
  return { patterns, phrases: compiled };

  function addPatterns(
    concept: string,
    phrases: readonly string[],
    meant: Readonly<Record<string, string>> = {},
    except: readonly string[] = [],
  ): void {
    const index = conceptIndex.get(concept) ?? concepts.push(concept) - 1;
    conceptIndex.set(concept, index);
    for (const phrase of phrases) add({ phrase, group });
    for (const [phrase, words] of Object.entries(meant)) {
      slips.set(patterns.length, words);
      add({ phrase, group });
    }
    for (const phrase of except) add({ phrase, group, except: true });

    function add(pattern: Pattern): void {
      patterns.push(pattern);
      conceptOf.push(index);
    }
  }
}

/** A phrase that is other concepts as a whole: `{motor-loss}|{reflex-loss}`. */
const WHOLE = /^\{[^{}|]+\}(?:\|\{[^{}|]+\})*$/;

/**
 * The exceptions of a concept: its own, and those of the concepts that it holds as a whole. What is no
 * positive straight leg raise is no sign of a root either.
 */
function exceptionsOf({ concepts }: Vocabulary): (id: string) => string[] {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const known = new Map<string, string[]>();
  return function exceptions(id): string[] {
    let found = known.get(id);
    if (found === undefined) {
      known.set(id, []);
      const { phrases = [], except = [] } = byId.get(id) ?? {};
      const held = phrases
        .filter((phrase) => WHOLE.test(phrase))
        .flatMap((phrase) => phrase.slice(1, -1).split('}|{'));
      found = [...new Set([...except, ...held.flatMap(exceptions)])];
      known.set(id, found);
    }
    return found;
  };
}

/** All names of a drug, slips left out. Its spellings are phrases. */
function drugPhrases(drug: DrugEntry): string[] {
  return [...new Set([...[drug.generic, ...drug.brands].map(literal), ...(drug.spellings ?? [])])];
}

/** A name as a phrase that matches it and nothing else. */
function literal(name: string): string {
  return name.replace(/[\\()|?#={}]/g, '\\$&');
}

/** Where `{concept}`, `{class:id}` and `{drug:id}` find their phrases. */
export function phraseSource(vocabulary: Vocabulary): PhrasesOf {
  const concepts = new Map(vocabulary.concepts.map((concept) => [concept.id, concept.phrases]));
  const names = (drugs: DrugEntry[]) =>
    drugs.flatMap((drug) => [...drugPhrases(drug), ...Object.keys(drug.slips ?? {})]);
  return (id) => {
    const own = concepts.get(id);
    if (own !== undefined) return own;
    if (id.startsWith('class:')) {
      const wanted = id.slice('class:'.length);
      const drugs = vocabulary.drugs.filter((drug) => drug.classes.includes(wanted));
      return drugs.length > 0 ? names(drugs) : undefined;
    }
    if (id.startsWith('drug:')) {
      const drug = vocabulary.drugs.find((entry) => entry.id === id.slice('drug:'.length));
      return drug && names([drug]);
    }
    return cueWords(id);
  };
}
