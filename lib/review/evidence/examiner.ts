import type { IndexedDocument } from './case-index.ts';
import type { Place } from './scopes.ts';
import { datedHeadingOf } from './speaker.ts';

/** Concepts of the packs: who examines and does not treat, and who treats. */
const INDEPENDENT = 'independent-examiner';
const TREATING = 'treating-examiner';

/** Whether an independent examiner says it: of those named before it in its paragraph, the last. */
export function isByIndependentExaminer(document: IndexedDocument, place: Place): boolean {
  if (!document.mentions.has(INDEPENDENT)) return false;
  const sentence = document.reading.sentences[place.sentence];
  const paragraph = sentence && document.paragraphs.get(sentence.paragraph);
  if (!paragraph) return false;
  const lastOf = (concept: string) =>
    document.mentions.of(concept, paragraph.start, place.start).at(-1)?.start ?? -1;
  if (lastOf(INDEPENDENT) > lastOf(TREATING)) return true;
  const heading = datedHeadingOf(document, sentence.section);
  if (heading && document.mentions.of(INDEPENDENT, heading.start, heading.end).length > 0)
    return lastOf(TREATING) < 0;
  return isWrittenByOne(document) && isOwnFinding(document, paragraph.start, place.start);
}

/** A report whose head names its writer: "Agreed medical examiner, supplemental". */
function isWrittenByOne({ mentions }: IndexedDocument): boolean {
  return mentions.of(INDEPENDENT, 0, LONGEST_HEAD).length > 0;
}

const LONGEST_HEAD = 120;
const OWN =
  /\b(?:I (?:examined|palpated|found|find|could|did|saw|see|felt|noted|elicited|tested|pressed|measured)|on my exam\w*|my (?:exam\w*|findings))\b/g;
const OTHERS = /\b(?:Dr\.? ?[A-Z]\w+|treating (?:physician|doctor)|PTP|chart|record|note)\b/g;

/** Whether the writer, and not somebody whose words he gives, was named last before a place. */
function isOwnFinding({ reading: { text, sentences } }: IndexedDocument, from: number, to: number) {
  const end = sentences.find((sentence) => sentence.end > to)?.end ?? to;
  const own = [...text.slice(from, end).matchAll(OWN)].at(-1)?.index ?? -1;
  const other = [...text.slice(from, to).matchAll(OTHERS)].at(-1)?.index ?? -1;
  return own > other;
}
