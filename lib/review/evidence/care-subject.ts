import type { Treatment } from '../../guidelines/pack.ts';
import type { Rulebook } from '../../guidelines/rulebook.ts';
import { isDrug } from '../../language/mentions.ts';
import { firstFrom, type IndexedDocument, sentenceAt } from './case-index.ts';
import { createMemo } from './memo.ts';
import { beginsItem, type Place, type Span } from './scopes.ts';

/** Sentences of a paragraph that go on about a course of care without its name. */
const CARRIED = 4;
/** Care that is had in a course, of which a gain may be said. A study has no result of this kind. */
const COURSES = new Set(['visits', 'injections', 'rental']);

/**
 * Whether a statement may be taken as one about this treatment: it, or what it goes on about, is no
 * other course of care. A gain from acupuncture says nothing about chiropractic.
 */
export function mayBeAboutCare(
  document: IndexedDocument,
  place: Place,
  treatment: string,
  rulebook: Rulebook,
): boolean {
  const { sentences, text } = document.reading;
  let after = sentences[place.sentence];
  if (after && (isCreditedToDrug(document, after) || isOfDrugNamedFirst(document, place, after)))
    return false;
  const isInjected = rulebook.treatments.get(treatment)?.quantity === 'injections';
  const courses = isInjected
    ? coursesIn(document, rulebook)
    : coursesAndShotsIn(document, rulebook);
  if (!after || !courses.some((course) => course.treatment !== treatment)) return true;
  for (let back = 0; back <= CARRIED; back += 1) {
    const sentence = sentences[place.sentence - back];
    if (!sentence || sentence.section !== after.section || sentence.paragraph !== after.paragraph)
      return true;
    if (back > 0 && beginsItem(text, sentence, after)) return true;
    const end = back === 0 ? place.end : sentence.end;
    const named = within(courses, sentence.start, sentence.end);
    if (named.some((course) => course.treatment === treatment)) return true;
    // an injection that is called no more than that is what its own sentence is about
    const others = back === 0 ? named : named.filter((course) => course.treatment !== INJECTION);
    if (others.some((course) => course.start < end)) return false;
    after = sentence;
  }
  return true;
}

/** "With the Norco he can", "since Klonopin he has": what comes of a drug comes of no course of care. */
const CREDITS =
  /\b(?:since|with|on|thanks to|because of|due to)\s+(?:the\s+|his\s+|her\s+|this\s+)?$/i;
const LONGEST_CREDIT = 24;

function isCreditedToDrug({ reading: { mentions, text } }: IndexedDocument, { start, end }: Span) {
  const drugs = mentions.where(isDrug);
  return drugs
    .slice(firstFrom(drugs, start), firstFrom(drugs, end))
    .some((drug) =>
      CREDITS.test(text.slice(Math.max(start, drug.start - LONGEST_CREDIT), drug.start)),
    );
}

/** What comes before the drug that a sentence begins with: no more than a label or an article. */
const OPENS = /^\W*(?:[\w ]{2,20}:\s*)?(?:the |her |his )?$/i;
/** Less of a drug is a gain of something else; a time of the care is none of the drug. */
const LESS_OF_IT =
  /\b(?:down|less|fewer|off|stop\w*|weaned?|cut|reduced|halved?|dropped|prn|only|no longer|rarely|PT|OT|therapy|visits?|eval\w*|intake|sessions?)\b/i;

/** "Diclofenac since spring: she gardens again": a sentence that begins with a drug tells what that does. */
function isOfDrugNamedFirst(
  { reading: { mentions, text } }: IndexedDocument,
  place: Span,
  { start, end }: Span,
): boolean {
  const drugs = mentions.where(isDrug);
  const first = drugs[firstFrom(drugs, start)];
  return (
    first !== undefined &&
    first.end <= place.end &&
    first.end < end &&
    OPENS.test(text.slice(start, first.start)) &&
    !LESS_OF_IT.test(text.slice(first.end, end))
  );
}

/**
 * Whether the sentence of a place names another procedure and not this one: "the epidural gave 60 %"
 * says nothing about trigger points. A place ends before what is named behind it.
 */
export function isOfOtherProcedure(
  document: IndexedDocument,
  place: Span,
  treatment: string,
  rulebook: Rulebook,
): boolean {
  const sentence = document.reading.sentences[sentenceAt(document.reading, place.start)];
  if (!sentence) return false;
  const named = within(proceduresIn(document, rulebook), sentence.start, sentence.end);
  return (
    !named.some((course) => course.treatment === treatment) &&
    named.some((course) => course.start < place.start)
  );
}

interface NamedCourse {
  /** Where its name starts. */
  start: number;
  treatment: string;
}

function within(courses: readonly NamedCourse[], start: number, end: number): NamedCourse[] {
  const found: NamedCourse[] = [];
  for (let at = firstFrom(courses, start); at < courses.length; at += 1) {
    const course = courses[at] as NamedCourse;
    if (course.start >= end) break;
    found.push(course);
  }
  return found;
}

/** Every place of a document that names a course of care, in order. */
function coursesIn(document: IndexedDocument, rulebook: Rulebook): readonly NamedCourse[] {
  return courses(document, '', () =>
    placesOf(document, rulebook, (treatment) => (isCourse(treatment) ? treatment.concepts : [])),
  );
}

/** Concept of the shipped packs: "the shot of May gave her ten weeks" is no course of therapy. */
const INJECTION = 'injection-word';

/** The courses of a document with the injections that are called no more than that. */
function coursesAndShotsIn(document: IndexedDocument, rulebook: Rulebook): readonly NamedCourse[] {
  return coursesAndShots(document, '', () => {
    const shots = document.mentions.get(INJECTION) ?? [];
    return [
      ...coursesIn(document, rulebook),
      ...shots.map(({ start }) => ({ start, treatment: INJECTION })),
    ].sort((one, other) => one.start - other.start);
  });
}

/** Every place that names a procedure which gives relief, in order. */
function proceduresIn(document: IndexedDocument, rulebook: Rulebook): readonly NamedCourse[] {
  return procedures(document, '', () =>
    placesOf(document, rulebook, ({ procedureNames }) => procedureNames),
  );
}

const courses = createMemo<IndexedDocument, readonly NamedCourse[]>();
const coursesAndShots = createMemo<IndexedDocument, readonly NamedCourse[]>();
const procedures = createMemo<IndexedDocument, readonly NamedCourse[]>();

function placesOf(
  document: IndexedDocument,
  rulebook: Rulebook,
  namesOf: (treatment: Treatment) => readonly string[] | undefined,
): NamedCourse[] {
  return [...rulebook.treatments.values()]
    .flatMap((treatment) =>
      (namesOf(treatment) ?? []).flatMap((concept) =>
        (document.mentions.get(concept) ?? []).map(({ start }) => ({
          start,
          treatment: treatment.id,
        })),
      ),
    )
    .sort((one, other) => one.start - other.start);
}

function isCourse({ concepts, drugClasses, quantity }: Treatment): boolean {
  return concepts !== undefined && drugClasses === undefined && COURSES.has(quantity);
}
