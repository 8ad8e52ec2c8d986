import { type Phrase, PhraseError, parsePhrase } from '../language/phrase.ts';
import { literalWords } from '../language/phrase-parts.ts';
import type { ConceptDefinition } from '../language/vocabulary.ts';
import { type Said, say } from '../saying/said.ts';
import { knownTo, unknownRef } from './check-references.ts';
import type { NamedPack, PackFault, Rulebook } from './rulebook.ts';

/**
 * Leaves out the phrases that cannot be read, and those that name an unknown concept: one of them
 * would stop the whole vocabulary. Returns what was left out and why.
 */
export function leaveOutUnreadablePhrases(
  packs: readonly NamedPack[],
  rulebook: Rulebook,
): PackFault[] {
  const known = knownTo(rulebook);
  const faults: PackFault[] = [];
  for (const { file, pack } of packs) {
    for (const [at, concept] of (pack.concepts ?? []).entries()) {
      const merged = rulebook.concepts.get(concept.id);
      if (merged !== concept) continue;
      const readable = (list: 'phrases' | 'except') =>
        (concept[list] ?? []).filter((phrase, index) => {
          const trouble =
            troubleWith(phrase, (ref) => unknownRef(ref, known)) ??
            circleIn(phrase, concept.id, rulebook);
          if (!trouble) return true;
          faults.push({
            ...trouble,
            file,
            path: `concepts[${at}].${list}[${index}]`,
            leftOut: 'entry',
          });
          return false;
        });
      const kept: ConceptDefinition = { ...merged, phrases: readable('phrases') };
      if (merged.except) kept.except = readable('except');
      rulebook.concepts.set(concept.id, kept);
    }
  }
  return faults;
}

function troubleWith(
  phrase: string,
  unknown: (ref: string) => Said | undefined,
): Pick<PackFault, 'code' | 'reason'> | undefined {
  try {
    const parsed = parsePhrase(phrase);
    for (const ref of conceptsIn(parsed)) {
      const reason = unknown(ref);
      if (reason) return { code: 'pack-unknown-reference', reason };
    }
    const split = exactIn(parsed).find((text) => literalWords(text).length !== 1);
    if (split === undefined) return undefined;
    return { code: 'pack-phrase-syntax', reason: say('reason_phrase_more_words', split) };
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    return { code: 'pack-phrase-syntax', reason: error.reason };
  }
}

/** A concept whose phrases lead back to it has no end. */
function circleIn(
  phrase: string,
  concept: string,
  { concepts }: Rulebook,
): Pick<PackFault, 'code' | 'reason'> | undefined {
  const seen = new Set<string>();
  const open = conceptsIn(parsePhrase(phrase));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === concept) {
      return { code: 'pack-phrase-syntax', reason: say('reason_phrase_circle', concept) };
    }
    if (seen.has(id)) continue;
    seen.add(id);
    for (const other of concepts.get(id)?.phrases ?? []) open.push(...safeConceptsIn(other));
  }
  return undefined;
}

function safeConceptsIn(phrase: string): string[] {
  try {
    return phrase.includes('{') ? conceptsIn(parsePhrase(phrase)) : [];
  } catch {
    return [];
  }
}

/** Concepts that a phrase is built on. */
function conceptsIn(phrase: Phrase): string[] {
  return leavesOf(phrase).flatMap((leaf) => (leaf.kind === 'concept' ? [leaf.id] : []));
}

/** Words that a phrase wants letter by letter. */
function exactIn(phrase: Phrase): string[] {
  return leavesOf(phrase).flatMap((leaf) => (leaf.kind === 'exact' ? [leaf.text] : []));
}

function leavesOf(phrase: Phrase): Phrase[] {
  switch (phrase.kind) {
    case 'sequence':
      return phrase.items.flatMap(leavesOf);
    case 'choice':
      return phrase.options.flatMap(leavesOf);
    case 'optional':
      return leavesOf(phrase.item);
    default:
      return [phrase];
  }
}
