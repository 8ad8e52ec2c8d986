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
): PastCount[] {
  const concepts = conceptsOf(of, context.index.rulebook, context.request);
  return context.index.documents.flatMap((document) => {
    const whole = { start: 0, end: document.reading.text.length };
    const title = document.reading.sentences[TITLE_SENTENCES - 1]?.end ?? whole.end;
    return valuesIn(document, 'count', whole).flatMap((place) => {
      const { value } = place;
      if (units && !units.some((unit) => sameUnit(unit, value.unit))) return [];
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
      const uncertain = value.operator === 'about' || (inSentence && presence === 'possible');
      return [{ document, place, value, uncertain }];
    });
  });
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
