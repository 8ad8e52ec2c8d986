import type { Mention } from '../../language/mention.ts';
import { type IndexedDocument, sentenceAt } from './case-index.ts';
import { clauseAround, type Place, type Span } from './scopes.ts';

/** Concepts of the packs: a time before, what is no more so, words of the present, and an end. */
const BEFORE = 'time-before';
const PAST = 'time-past';
const NOW = 'now-word';
const OVER = 'time-over';

/** A bullet, a quotation mark or a bracket may stand before the first word, and a year: "In 2013, before the fall". */
const LEAD = /^\W{0,3}(?:(?:back|even|already|long|well|just) )?(?:in \d{4},? )?$/i;
const GOES_ON = /;|\b(?:but|while|whereas|and (?:is|are|has|can))\b/i;
/** A bullet or a mark may stand before the first word of a clause, or behind the last. */
const NEAR = 3;
const ENDS_PART = /[,;:]/;
/** "He lifted, well before this claim": set apart by a comma from what it is said of. */
const SET_APART = /^[^,;:]*, (?:\w+ ){0,2}$/;

/**
 * Whether a place tells of a time before: "Before the accident he mowed his lawn". A sentence that goes on
 * to the present compares the two, which whatever compares (`compares`) has read.
 */
export function isBygone(document: IndexedDocument, place: Place, compares = false): boolean {
  return isToldOf(document, BEFORE, place, compares);
}

/**
 * Whether what a place tells is no more so: "he used to mow his lawn", "he mowed it years ago", "he mowed
 * it until last fall".
 */
export function isNoMoreSo(document: IndexedDocument, place: Place, compares = false): boolean {
  const { sentence, end } = lastSentenceOf(document, place);
  const own = document.reading.sentences[sentence];
  const isOver =
    own !== undefined &&
    document.mentions
      .of(OVER, place.start, own.end)
      .some((over) => over.start >= end || closes(document, own, over));
  return isOver || isToldOf(document, PAST, place, compares);
}

/** Whether words end a sentence, and are no part of what it denies: "could not drive until last fall". */
function closes({ reading }: IndexedDocument, { end }: Span, cue: Mention): boolean {
  return (
    end - cue.end <= NEAR &&
    cue.assertion.presence !== 'negated' &&
    !/\w/.test(reading.text.slice(cue.end, end))
  );
}

/** Of "until", "till" and "'til". */
const UNTIL = 'til';

function isToldOf(
  document: IndexedDocument,
  concept: string,
  place: Place,
  compares: boolean,
): boolean {
  const told = lastSentenceOf(document, place);
  const sentence = document.reading.sentences[told.sentence];
  if (!sentence) return false;
  return document.mentions
    .of(concept, sentence.start, sentence.end)
    .some((cue) => reaches(document, sentence, cue, told, compares));
}

/** What a place over several sentences comes to stands in the last of them. */
function lastSentenceOf({ reading }: IndexedDocument, place: Place): Place {
  const own = reading.sentences[place.sentence];
  if (!own || place.end <= own.end) return place;
  const sentence = sentenceAt(reading, place.end - 1);
  const { start } = reading.sentences[sentence] as Span;
  return { start: Math.max(start, place.start), end: place.end, sentence };
}

function reaches(
  document: IndexedDocument,
  sentence: Span,
  cue: Mention,
  place: Place,
  compares: boolean,
): boolean {
  const { text } = document.reading;
  if (compares && closes(document, sentence, cue) && text.slice(cue.start, cue.end).includes(UNTIL))
    return !turnsToNow(document, { start: sentence.start, end: cue.start });
  if (compares && turnsToNow(document, { start: cue.end, end: sentence.end })) return false;
  const clause = clauseAround(document, place);
  const isOpening = [sentence, clause].some(
    ({ start }) => start <= cue.start && LEAD.test(text.slice(start, cue.start)),
  );
  if (cue.start < place.end && place.start < cue.end) return isOpening || !compares;
  if (isOpening) return !turnsToNow(document, { start: cue.end, end: place.start });
  if (cue.start < clause.start || cue.end > clause.end) return false;
  if (cue.end <= place.start) return isOnePart(document, { start: cue.end, end: place.start });
  const between = { start: place.end, end: cue.start };
  // "used to" speaks of what follows, "years ago" at the end of all before
  if (cue.concept === PAST && /^[ ]*\w/.test(text.slice(cue.end, cue.end + 2))) return false;
  return SET_APART.test(text.slice(between.start, between.end)) || isOnePart(document, between);
}

/** Whether no mark parts what stands there, and nothing of the present. */
function isOnePart(document: IndexedDocument, span: Span): boolean {
  const words = document.reading.text.slice(span.start, span.end);
  return !ENDS_PART.test(words) && !turnsToNow(document, span);
}

/** Whether the words go on to the present: "…, now …", "…, but …"; not where they say that it is over. */
function turnsToNow({ reading, mentions }: IndexedDocument, { start, end }: Span): boolean {
  const turns =
    GOES_ON.test(reading.text.slice(start, end)) || mentions.of(NOW, start, end).length > 0;
  return turns && mentions.of(OVER, start, end).length === 0;
}

/**
 * The clause of a place where only a part of its sentence speaks of the present: "In March he took none;
 * now he takes two". What the rest says, and its day, are not of it.
 */
export function clauseOfNow(document: IndexedDocument, place: Place): Span | undefined {
  const sentence = document.reading.sentences[place.sentence];
  if (!sentence || document.mentions.of(NOW, sentence.start, sentence.end).length === 0)
    return undefined;
  const clause = clauseAround(document, place);
  const [now] = document.mentions.of(NOW, clause.start, clause.end);
  if (!now || now.start - clause.start > NEAR) return undefined;
  const isWhole = clause.start <= sentence.start && sentence.end - clause.end <= NEAR;
  return isWhole ? undefined : clause;
}
