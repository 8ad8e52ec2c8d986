import type { IndexedDocument } from './case-index.ts';
import type { Place } from './scopes.ts';

/** Concepts of the packs: who examines and does not treat, and who treats. */
const INDEPENDENT = 'independent-examiner';
const TREATING = 'treating-examiner';

/** Whether an independent examiner says it: of those named before it in its paragraph, the last. */
export function isByIndependentExaminer(document: IndexedDocument, place: Place): boolean {
  if (!document.mentions.has(INDEPENDENT)) return false;
  const { sentences } = document.reading;
  const paragraph = document.paragraphs.get(sentences[place.sentence]?.paragraph ?? -1);
  if (!paragraph) return false;
  const lastOf = (concept: string) =>
    document.mentions.of(concept, paragraph.start, place.start).at(-1)?.start ?? -1;
  return lastOf(INDEPENDENT) > lastOf(TREATING);
}
