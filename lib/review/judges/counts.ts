import type { Mention, Value, ValueMention } from '../../language/mention.ts';
import { conceptsOf, type IndexedDocument } from '../evidence/case-index.ts';
import { type Span, scopeOf } from '../evidence/scopes.ts';
import type { JudgeContext } from './judge.ts';
import { isRequested, valuesIn, voiceOf } from './places.ts';

/** A count of what was done so far, with its place. */
export interface PastCount {
  document: IndexedDocument;
  place: ValueMention;
  value: Extract<Value, { kind: 'count' }>;
  /** "About 10", "maybe": somebody is not sure. */
  uncertain: boolean;
}

/** Sentences at the start of a document that say what it is about. */
const TITLE_SENTENCES = 3;

/**
 * The counts of a therapy or procedure that the record states as done: not asked for, not planned,
 * not a guideline's. A count belongs to what its sentence names, else to what the sentence before
 * or the title of the document does.
 */
export function pastCounts(
  of: string | readonly string[],
  units: readonly string[] | undefined,
  context: JudgeContext,
  stated: string | readonly string[] = [],
): PastCount[] {
  const concepts = conceptsOf(of, context.index.rulebook, context.request);
  return context.index.documents.flatMap((document) => {
    const whole = { start: 0, end: document.reading.text.length };
    const title = document.reading.sentences[TITLE_SENTENCES - 1]?.end ?? whole.end;
    const worded = countsInWordings(document, stated, units?.[0] ?? 'visits', context);
    const counted = valuesIn(document, 'count', whole).filter(
      ({ value, start, end }) =>
        (!units || units.some((unit) => sameUnit(unit, value.unit))) &&
        !worded.some((other) => start < other.end && other.start < end),
    );
    return [...counted, ...worded]
      .sort((a, b) => a.start - b.start)
      .flatMap((place) => {
        const { value } = place;
        if (isRequested(document, place, context)) return [];
        if (voiceOf(document, place.sentence) === 'guideline') return [];
        const sentence = scopeOf(document, place, 'sentence');
        const named =
          mentionIn(document, concepts, sentence) ??
          mentionIn(document, concepts, scopeOf(document, place, 'neighbours')) ??
          mentionIn(document, concepts, { start: 0, end: title });
        if (!named) return [];
        const { presence, time, subject, voice } = named.assertion;
        const inSentence = named.start >= sentence.start && named.end <= sentence.end;
        if (subject === 'other' || voice === 'guideline') return [];
        if (
          inSentence &&
          (time === 'planned' || presence === 'negated' || presence === 'conditional')
        ) {
          return [];
        }
        const uncertain =
          value.operator === 'about' ||
          (inSentence && presence === 'possible') ||
          document.reading.text[place.end] === '?';
        return [{ document, place, value, uncertain }];
      });
  });
}

type CountPlace = ValueMention & { value: Extract<Value, { kind: 'count' }> };

/** Counts without a unit, by the wordings of the pack: the first number of each is what was done. */
function countsInWordings(
  document: IndexedDocument,
  stated: string | readonly string[],
  unit: string,
  context: JudgeContext,
): CountPlace[] {
  const { text } = document.reading;
  const found: CountPlace[] = [];
  const mentions = conceptsOf(stated, context.index.rulebook, context.request)
    .flatMap((concept) => document.mentions.get(concept) ?? [])
    .filter(
      ({ assertion }) =>
        (assertion.presence === 'affirmed' || assertion.presence === 'possible') &&
        assertion.time !== 'planned' &&
        assertion.subject === 'patient' &&
        assertion.voice !== 'guideline',
    );
  for (const { start, end, sentence, assertion } of mentions) {
    const number = numberIn(document, { start, end });
    if (number === undefined || found.some((other) => start < other.end && other.start < end)) {
      continue;
    }
    const operator = assertion.presence === 'possible' ? 'about' : 'exactly';
    const value = {
      kind: 'count' as const,
      amount: { low: number, high: number },
      unit,
      operator,
    } as const;
    found.push({ value, start, end, sentence, working: text.slice(start, end) });
  }
  return found;
}

/** The first number of a stretch: in digits, as scanners leave them, else in words. */
function numberIn(document: IndexedDocument, span: Span): number | undefined {
  const digits = /\d[\dOlI]{0,2}|[lIO]\d/.exec(document.reading.text.slice(span.start, span.end));
  if (digits) return Number(digits[0].replaceAll('O', '0').replace(/[lI]/g, '1'));
  return valuesIn(document, 'number', span)[0]?.value.amount.low;
}

function mentionIn(
  document: IndexedDocument,
  concepts: readonly string[],
  span: Span,
): Mention | undefined {
  for (const concept of concepts) {
    const mention = document.mentions
      .get(concept)
      ?.find(({ start, end }) => start >= span.start && end <= span.end);
    if (mention) return mention;
  }
  return undefined;
}

function sameUnit(a: string, b: string): boolean {
  return a.replace(/s$/, '') === b.replace(/s$/, '');
}
