import type { Rulebook } from '../guidelines/rulebook.ts';
import { termsOfConcept } from './terms.ts';

/** A reader looks through them. */
const MOST_SYNONYMS = 40;

/**
 * Other wordings for what a term of the reviewer's means: those of every concept that has it among its
 * phrases, and the names of the same drug. Plain words only; empty where the packs do not know the term.
 */
export function synonymsOf(term: string, rulebook: Rulebook): string[] {
  const asked = plain(term);
  if (asked === '') return [];
  const known = answered.get(rulebook) ?? new Map<string, string[]>();
  answered.set(rulebook, known);
  const before = known.get(asked);
  if (before !== undefined) return before;
  const synonyms = lookedUp(asked, rulebook);
  known.set(asked, synonyms);
  return synonyms;
}

/** Terms that stay on a receipt are asked for anew with every change of the case. */
const answered = new WeakMap<Rulebook, Map<string, string[]>>();

function lookedUp(asked: string, rulebook: Rulebook): string[] {
  const ids = [
    ...rulebook.concepts.keys(),
    ...[...rulebook.drugs.keys()].map((id) => `drug:${id}`),
  ];
  const found = new Map<string, string>();
  for (const id of ids) {
    const terms = termsOfConcept(id, rulebook);
    if (!terms.some((each) => plain(each) === asked)) continue;
    for (const each of terms) {
      // A wording with gaps or slots is no text that could be searched.
      if (!/[…(]/.test(each) && plain(each) !== asked) found.set(plain(each), each);
    }
  }
  return [...found.values()].slice(0, MOST_SYNONYMS);
}

function plain(term: string): string {
  return term
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, ' ');
}
