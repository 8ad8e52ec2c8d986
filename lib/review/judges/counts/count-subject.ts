/** What a count is of: what its sentence names, else the sentence beside it, the title or the only therapy asked for. */
import type { Mention } from '../../../language/mention.ts';
import { type IndexedDocument, mentionsWithin } from '../../evidence/case-index.ts';
import { type Place, type Span, scopeOf } from '../../evidence/scopes.ts';
import { createSpanSet } from '../../evidence/span-set.ts';
import type { JudgeContext } from '../judge.ts';
import { distance, mentionIn, nearestTo } from '../places.ts';

/** Sentences at the start of a document that say what it is about. */
const TITLE_SENTENCES = 3;

/** What else can be counted: a number belongs to the treatment that stands nearest to it. */
export function otherTreatments({ index }: JudgeContext, own: readonly string[]): string[] {
  const named = [...index.rulebook.treatments.values()].flatMap(({ concepts }) => concepts ?? []);
  return [...named, ...THERAPIES].filter((concept) => !own.includes(concept));
}

/** Visits to the office, the emergency room. */
const OTHER_VISITS = 'count-other-visits';
/** The names of what is counted in visits. */
export const THERAPIES = ['therapy', 'chiropractic-any', 'acupuncture-any'];

/** Whether the therapy judged is the only one asked for that is counted in visits. */
export function isOnlyTherapy({ index, request, requests }: JudgeContext): boolean {
  return requests.every(
    ({ treatment, listed }) =>
      treatment === request?.treatment ||
      !listed ||
      index.rulebook.treatments.get(treatment)?.quantity !== 'visits',
  );
}

/** Whether something near names what is counted, and whether that is done for sure. */
export function nameFor(
  document: IndexedDocument,
  place: Place,
  concepts: readonly string[],
  others: readonly string[],
  onlyTherapy: boolean,
  { cued, none }: { cued: boolean; none: boolean },
): { unsure: boolean } | undefined {
  const sentence = scopeOf(document, place, 'sentence');
  const own = mentionsWithin(document, concepts, sentence);
  const isOwn = createSpanSet(own);
  const inSentence = nearestTo(place, own);
  const other = nearestTo(
    place,
    mentionsWithin(document, [...others, OTHER_VISITS], sentence).filter(
      (each) => !isOwn.touches(each),
    ),
  );
  const clause = scopeOf(document, place, 'clause');
  const isBeside = (name: Span) => name.start < clause.end && clause.start < name.end;
  if (other && (!inSentence || isNearer(other, inSentence, place, isBeside))) return undefined;
  const titleEnd = document.reading.sentences[TITLE_SENTENCES - 1]?.end ?? place.end;
  const above = namedAbove(document, place, [...concepts, ...others, OTHER_VISITS]);
  // "Psychology. Sent in October. Two visits.": of something else
  if (!inSentence && above?.concept === OTHER_VISITS) return undefined;
  const named =
    inSentence ??
    mentionIn(document, concepts, scopeOf(document, place, 'neighbours')) ??
    (above && concepts.includes(above.concept) ? above : undefined) ??
    (onlyTherapy || !namesTwo(document, titleEnd)
      ? mentionIn(document, concepts, { start: 0, end: titleEnd })
      : undefined);
  if (!named)
    return onlyTherapy && !other && speaksOfVisits(document, sentence, cued) ? SURE : undefined;
  const { presence, time, subject, voice } = named.assertion;
  if (subject === 'other' || voice === 'guideline') return undefined;
  if (!inSentence) return { unsure: false };
  // "seven of nine scheduled": the word beside the seven says that they were done
  if (!cued && time === 'planned') return undefined;
  // "prior acupuncture? none": the number says so itself
  if ((isNegatedNearby(named) && !none) || (presence === 'conditional' && !cued)) return undefined;
  return { unsure: presence === 'possible' };
}

/** Of two names that of the clause of the number, else the one next to it. */
function isNearer(one: Span, other: Span, to: Span, isBeside: (name: Span) => boolean): boolean {
  if (isBeside(one) !== isBeside(other)) return isBeside(one);
  return distance(to, one) < distance(to, other);
}

/** "PT used:" and the lines below it: what the same block of the text named last of some concepts. */
function namedAbove(
  document: IndexedDocument,
  place: Place,
  concepts: readonly string[],
): Mention | undefined {
  const { start } = scopeOf(document, place, 'paragraph');
  const above = { start: Math.max(start, place.start - NAMED_BEFORE), end: place.start };
  return mentionsWithin(document, concepts, above).reduce<Mention | undefined>(
    (best, one) => (best && best.end >= one.end ? best : one),
    undefined,
  );
}

/** A title that lists two therapies says of neither that the text counts it. */
function namesTwo(document: IndexedDocument, end: number): boolean {
  const named = THERAPIES.filter(
    (concept) => mentionIn(document, [concept], { start: 0, end }) !== undefined,
  );
  return named.length > 1;
}

const SURE = { unsure: false };
/** How far back a question or a sentence may have named what a bare number counts. */
const NAMED_BEFORE = 250;
const VISITS =
  /\b(?:visits?|sessions?|treatments?|tx|appointments?|appts?|attend\w*|how many|no.?show(?:s|ed)?)\b|\bauth\w*\b[^\n]{0,40}\bused\b/i;
/** "She has been nine times": somebody who asks for one therapy went to that. */
const CAME = /\b(?:been|gone|come|came|went)\b(?: \w+){0,3} times\b/i;

function speaksOfVisits(document: IndexedDocument, { start, end }: Span, cued: boolean): boolean {
  const words = document.reading.text.slice(Math.max(0, start - (cued ? NAMED_BEFORE : 0)), end);
  return VISITS.test(words) || CAME.test(words.slice(-(end - start)));
}

/** "Not seen 8 of 12"; a "no" further off is of something else. */
function isNegatedNearby({ assertion: { presence, because } }: Mention): boolean {
  return (
    presence === 'negated' &&
    because.some(({ axis, distance = 0 }) => axis === 'presence' && Math.abs(distance) <= 3)
  );
}
