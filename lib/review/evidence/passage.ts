import type { CaseDocument } from '../../case/document.ts';
import { type QuotedPassage, quotePassage } from '../../case/passage.ts';
import { explainAssertion } from '../../language/assertion/explain.ts';
import type { Mention } from '../../language/mention.ts';
import { isoDate } from '../../language/values/calendar.ts';
import { type Said, say, sayAll, type Words } from '../../saying/said.ts';
import type { Evidence, EvidenceRole } from '../review.ts';
import { type CaseIndex, documentById, type IndexedDocument } from './case-index.ts';
import { dateOf } from './dates.ts';
import { documentDate } from './document-date.ts';
import type { Match } from './match-rule.ts';
import { createMemo } from './memo.ts';
import { clauseAround, type Place, type Span, trimmed } from './scopes.ts';
import { slipsWithin } from './slips.ts';
import type { Found } from './told-on.ts';

/** A sentence that is not longer is quoted whole: the reader sees what the words hang on. */
const SHORT_SENTENCE = 160;
/** A clause that is longer is cut around the finding, at white space. */
const LONGEST_QUOTE = 280;

/** The words around a place that a reader needs: its sentence if short, else its clause. */
export function quoteAround(document: IndexedDocument, place: Place): QuotedPassage {
  const { text, sentences } = document.reading;
  const sentence = sentences[place.sentence];
  let span: Span = sentence ? trimmed(text, sentence) : place;
  if (span.end < place.end) span = { start: span.start, end: place.end };
  if (span.end - span.start > SHORT_SENTENCE) span = clauseAround(document, place);
  if (span.end - span.start > LONGEST_QUOTE) span = cutAround(text, span, place);
  return quotePassage(document.document, span.start, span.end);
}

function cutAround(text: string, span: Span, place: Span): Span {
  const spare = Math.max(0, LONGEST_QUOTE - (place.end - place.start)) >> 1;
  let start = Math.max(span.start, place.start - spare);
  let end = Math.min(span.end, place.end + spare);
  while (start > span.start && start < place.start && !/\s/.test(text[start - 1] as string)) {
    start += 1;
  }
  while (end < span.end && end > place.end && !/\s/.test(text[end] as string)) end -= 1;
  return trimmed(text, { start, end });
}

/** Evidence at a place, with the date that governs its finding, else that of its document. */
export function evidenceAt(
  document: IndexedDocument,
  place: Place,
  role: EvidenceRole,
  why?: Words,
  finding: Place = place,
): Evidence {
  const evidence: Evidence = { ...quoteAround(document, place), role };
  const date = dateOf(document, finding);
  const slip = slipsWithin(document.reading, place);
  if (slip) evidence.slip = slip;
  if (why) evidence.why = why;
  const ofDocument = date ? undefined : documentDate(document);
  if (date) evidence.date = isoDate(date);
  if (ofDocument) evidence.documentDate = isoDate(ofDocument);
  const { start, end, sentence } = place;
  places.set(evidence, { start, end, sentence });
  return evidence;
}

/** Where in which document of the case a piece of evidence was found: finer than the quote that shows it. */
export function foundAt(
  evidence: Evidence,
  { documents }: CaseIndex,
): { document: IndexedDocument; item: Place } | undefined {
  const item = places.get(evidence);
  const document = item && documentById(documents, evidence.document);
  return document && { document, item };
}

/** Evidence is kept as long as its review is shown; the reading, twenty times the text, is not. */
const places = new WeakMap<Evidence, Place>();

/**
 * The evidence of a match: the finding, as far as the companions of its sentence reach. Requests that
 * share a match share its evidence, which nobody may change.
 */
export function evidenceOf(match: Match, role: EvidenceRole): Evidence {
  return ofMatch(match, role, () => makeEvidence(match, role));
}

const ofMatch = createMemo<Match, Evidence>();

function makeEvidence(match: Match, role: EvidenceRole): Evidence {
  const { document, mention, companions, rule } = match;
  const place = wholePlace(document, mention, companions);
  const counts = role === 'claim' ? say('why_claim') : rule.why;
  const parts = [counts, explainReading(match)].flatMap((part) => part || []);
  const why = sayAll('joint_semicolon', parts);
  const evidence = evidenceAt(document, place, role, why, mention);
  const uncertain = uncertainWithin(document.document, evidence);
  if (uncertain) evidence.uncertain = uncertain;
  if (mention.slip && !evidence.slip?.includes(mention.slip))
    evidence.slip = [mention.slip, evidence.slip].filter(Boolean).join(', ');
  return evidence;
}

function wholePlace(
  document: IndexedDocument,
  mention: Mention,
  companions: readonly Found[],
): Place {
  const sentence = document.reading.sentences[mention.sentence] ?? mention;
  const near = companions.filter(
    ({ start, end, toldOn }) => toldOn || (start >= sentence.start && end <= sentence.end),
  );
  return {
    start: Math.min(mention.start, ...near.map(({ start }) => start)),
    end: Math.max(mention.end, ...near.map(({ end }) => end)),
    sentence: mention.sentence,
  };
}

/** Words of a passage that text recognition was not sure of: "twltch (61 % sure)". */
function uncertainWithin(
  { text, uncertain = [] }: CaseDocument,
  { start, end }: Span,
): Words | undefined {
  const words = uncertain
    .filter((word) => word.start < end && start < word.end)
    .map((word) => say('word_unsure', text.slice(word.start, word.end), word.confidence));
  return sayAll('joint_comma', words);
}

/** How the language read a mention where it was not plainly said: `negated by "no", 1 word before`. */
function explainReading({ document, mention }: Match): Said | undefined {
  if (mention.assertion.because.length === 0) return undefined;
  return explainAssertion(mention, document.reading.text);
}
