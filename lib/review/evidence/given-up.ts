import { type IndexedDocument, names } from './case-index.ts';
import { createMemo } from './memo.ts';
import { type Place, type Span, scopeOf } from './scopes.ts';
import { accountOf } from './speaker.ts';

/** Concepts of the packs: what takes a statement away again, behind it or in a sentence of its own. */
const GIVEN_UP = 'given-up-behind';
const GIVEN_UP_SINCE = 'given-up-since';
const NONE_NOW = 'none-now-behind';
const RESUMED = 'taken-up-again';
/** "Absent last month but clearly present today." */
const BACK_NOW = 'back-now';
/** Nothing but a denial, of somebody else: "Dr. B on 6/20 saw none", "his wife says that he does none". */
const SAYS_NONE = 'says-none';

const WAS = /\b(?:last|previous|prior|ago|was|were|had been|in \w+|before|earlier)\b/i;

/** Whether what a statement denies is said to be there now, behind it in its sentence. */
export function isBackNow({ reading, mentions }: IndexedDocument, place: Place): boolean {
  const own = reading.sentences[place.sentence];
  if (!own || place.end > own.end) return false;
  const [found] = mentions.of(BACK_NOW, place.end, own.end);
  return found !== undefined && WAS.test(reading.text.slice(own.start, found.start));
}

/** The place of a bare denial by another teller, behind a statement in its sentence or the next. */
export function deniedByOther(document: IndexedDocument, place: Place): Place | undefined {
  const { sentences } = document.reading;
  for (const sentence of [place.sentence, place.sentence + 1]) {
    const span = sentences[sentence];
    if (!span || span.section !== sentences[place.sentence]?.section) return undefined;
    const from = Math.max(span.start, place.end);
    const [found] = document.mentions.of(SAYS_NONE, from, span.end);
    if (!found) continue;
    const denial = { start: found.start, end: found.end, sentence };
    const [own, other] = [place, denial].map((at) => accountOf(document, at)?.name);
    if (own !== undefined && other !== undefined && own !== other) return denial;
  }
  return undefined;
}

/**
 * Words behind a statement that take it away again, in its sentence or the next. What lasts may be given
 * up: an exercise, abstinence, a gain. Undefined where nothing does.
 */
export function givenUpBehind(
  document: IndexedDocument,
  place: Place,
  lasts: boolean,
): Span | undefined {
  const { end, sentence } = place;
  const { text, sentences } = document.reading;
  const own = sentences[sentence];
  if (!own || end > own.end) return undefined;
  const behind = scopeOf(document, place, 'sentence').end;
  const [found] = [NONE_NOW, ...(lasts ? [GIVEN_UP] : [])].flatMap((concept) =>
    document.mentions.of(concept, end, behind),
  );
  if (found && !names(document, [RESUMED], { start: found.end, end: behind }))
    return { start: found.start, end: found.end };
  const next = sentences[sentence + 1];
  if (!lasts || !next || next.section !== own.section) return undefined;
  return givenUpIn(document, sentence + 1, () => {
    const [since] = document.mentions.of(GIVEN_UP_SINCE, next.start, next.end);
    const opens = since && !/\w/.test(text.slice(next.start, since.start));
    return opens ? { start: next.start, end: since.end } : undefined;
  });
}

const givenUpIn = createMemo<IndexedDocument, Span | undefined, number>();
