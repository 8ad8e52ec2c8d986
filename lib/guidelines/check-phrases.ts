import { type Phrase, PhraseError, parsePhrase } from '../language/phrase.ts';
import type { ConceptDefinition } from '../language/vocabulary.ts';
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
          const trouble = troubleWith(phrase, (ref) => unknownRef(ref, known));
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
  unknown: (ref: string) => string | undefined,
): Pick<PackFault, 'code' | 'reason'> | undefined {
  try {
    for (const ref of conceptsIn(parsePhrase(phrase))) {
      const reason = unknown(ref);
      if (reason) return { code: 'pack-unknown-reference', reason };
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    return { code: 'pack-phrase-syntax', reason: `The phrase cannot be read: ${error.message}.` };
  }
}

function conceptsIn(phrase: Phrase): string[] {
  switch (phrase.kind) {
    case 'concept':
      return [phrase.id];
    case 'sequence':
      return phrase.items.flatMap(conceptsIn);
    case 'choice':
      return phrase.options.flatMap(conceptsIn);
    case 'optional':
      return conceptsIn(phrase.item);
    default:
      return [];
  }
}
