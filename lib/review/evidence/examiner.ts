import { type IndexedDocument, within } from './case-index.ts';
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
  const before = { start: paragraph.start, end: place.start };
  const lastOf = (concept: string) =>
    within(document.mentions.get(concept), before).at(-1)?.start ?? -1;
  return lastOf(INDEPENDENT) > lastOf(TREATING);
}
