import type { Mention } from '../../language/mention.ts';
import { firstFrom, type IndexedDocument, names } from './case-index.ts';
import { createMemo } from './memo.ts';
import { beginsItem, clauseAround, type Place, type Span } from './scopes.ts';

/** "It helps": the drug is named in the sentence before. */
const POINTS_BACK =
  /^\W*(?:\w+\W+){0,4}?(?:it|this|them|these|that one)\b|\b(?:with|without|w\/|w\/o) (?:it|them)\b/i;

/** Whether a sentence speaks of what the one before it names. */
function pointsBack(document: IndexedDocument, sentence: number): boolean {
  return pointing(document, sentence, () => {
    const { text, sentences } = document.reading;
    const { start, end } = sentences[sentence] as Span;
    return POINTS_BACK.test(text.slice(start, end));
  });
}

const pointing = createMemo<IndexedDocument, boolean, number>();

/** "With meds": no drug in particular. */
const ANY_MEDICINE = 'medication-word';

/**
 * Whether a statement may be taken as one about these drugs: it names one of them, or names none at
 * all. Relief from another drug says nothing about this one.
 */
export function mayBeAbout(
  document: IndexedDocument,
  place: Place,
  drugs: ReadonlySet<string>,
): boolean {
  const sentence = document.reading.sentences[place.sentence];
  if (!sentence) return true;
  const named = drugsIn(document, sentence);
  if (named.length > 0) return drugs.has(spokenOf(document, place, named, drugs).concept);
  if (names(document, [ANY_MEDICINE], sentence)) return true;
  const before = document.reading.sentences[place.sentence - 1];
  if (!before || before.section !== sentence.section) return true;
  if (!pointsBack(document, place.sentence)) return true;
  const earlier = drugsIn(document, before);
  return earlier.length === 0 || earlier.some(({ concept }) => drugs.has(concept));
}

/** Sentences that go on about a drug without its name. */
const CARRIED = 7;
/** Concepts of the packs: care that is no medicine, or medicines in general: what follows is said of that. */
export const OTHER_SUBJECTS = ['procedure-care', 'therapy', ANY_MEDICINE];

/**
 * Whether a statement is one about these drugs: its sentence names one of them, or it names no drug
 * and goes on about the one named last. Stricter than `mayBeAbout`: silence is no "yes".
 */
export function isAbout(
  document: IndexedDocument,
  place: Place,
  drugs: ReadonlySet<string>,
): boolean {
  const { sentences, text } = document.reading;
  const own = sentences[place.sentence];
  if (!own) return false;
  const named = drugsIn(document, own);
  if (named.length > 0) return drugs.has(spokenOf(document, place, named, drugs).concept);
  if (names(document, OTHER_SUBJECTS, own)) return false;
  let after = own;
  for (let back = 1; back <= CARRIED; back += 1) {
    const before = sentences[place.sentence - back];
    if (!before || before.section !== own.section || before.paragraph !== own.paragraph) break;
    if (beginsItem(text, before, after)) break;
    const earlier = drugsIn(document, before);
    const subject = subjectOf(earlier, pointsBack(document, place.sentence - back + 1));
    if (subject) return drugs.has(subject.concept);
    if (names(document, OTHER_SUBJECTS, before)) break;
    after = before;
  }
  return false;
}

/**
 * Of the drugs of a sentence, the one that the next sentence goes on about: what is taken; what was
 * taken before only where the next sentence points back at it. What his sister takes is not.
 */
function subjectOf(named: readonly Mention[], pointsBack: boolean): Mention | undefined {
  const own = named.filter(({ assertion }) => assertion.subject === 'patient');
  const taken = own.find(
    ({ assertion: { presence, time } }) => presence === 'affirmed' && time === 'current',
  );
  return taken ?? (pointsBack ? own.at(-1) : undefined);
}

const PRONOUN = /\b(?:it|them|that one)\b/i;

/** No drug further off is asked for its distance where one is nearer. */
const FARTHEST = 2000;

/** The drug a place speaks of: inside it, else before it in its clause, else the nearest. */
function spokenOf(
  document: IndexedDocument,
  place: Place,
  named: readonly Mention[],
  drugs: ReadonlySet<string>,
): Mention {
  const at = firstFrom(named, place.start);
  const within = named.slice(at, firstFrom(named, place.end)).filter(({ end }) => end <= place.end);
  const inside = within.find(({ concept }) => drugs.has(concept)) ?? within[0];
  if (inside) return inside;
  const { text } = document.reading;
  // "Zanaflex for the flare; not on it before; ibuprofen did nothing"
  const isWhole = PRONOUN.test(text.slice(place.start, place.end));
  const from = isWhole ? 0 : clauseAround(document, place).start;
  const before = named.slice(isWhole ? 0 : firstFrom(named, from), at);
  const last = before.findLast(({ end }) => end <= place.start);
  if (last) return last;
  const near = named.slice(
    firstFrom(named, place.start - FARTHEST),
    firstFrom(named, place.end + FARTHEST),
  );
  const distance = ({ start, end }: Span) => Math.max(start - place.end, place.start - end, 0);
  return (near.length > 0 ? near : named).reduce((best, other) =>
    distance(other) < distance(best) ? other : best,
  );
}

/** The drugs and classes of drugs that a stretch names. */
export function drugsIn({ reading }: IndexedDocument, { start, end }: Span): readonly Mention[] {
  const drugs = reading.mentions.where(isDrugOrClass);
  return drugs.slice(firstFrom(drugs, start), firstFrom(drugs, end));
}

/** What concepts of drugs, and of words for a class of drugs, begin with. */
export const DRUG = 'drug:';
export const CLASS_WORD = 'class-word:';

/** Whether a concept is a drug or a word for a class of drugs. */
export function isDrugOrClass(concept: string): boolean {
  return concept.startsWith(DRUG) || concept.startsWith(CLASS_WORD);
}
