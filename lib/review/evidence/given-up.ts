import { longPattern } from '../../language/long-pattern.ts';
import type { IndexedDocument } from './case-index.ts';
import { createMemo } from './memo.ts';
import { type Place, type Span, scopeOf } from './scopes.ts';
import { accountOf } from './speaker.ts';

const SUBJECT =
  '(?:(?:he|she|they|i|pt|patient|has|have|did|but|and|then|since|later|also|now|soon|which|it|that|in \\w+) )*';
/** "…; quit it in April", "but gave that up", "and never resumed": what was so was given up. */
const GIVEN_UP = longPattern(
  `(?:[;,:.–—-]|\\b(?:but|then|and|until|before|now|which)\\b) ?${SUBJECT}(?:(?:quit|stopped|dropped|abandoned|discontinued|lost|ended) (?:it|that|this|them|those|again|altogether|doing (?:it|so|them))\\b|(?:gave|given|let) (?:it|that|them|this|both|these|those|all (?:of )?(?:it|that|this)) (?:up|go|slide|lapse|drop)\\b|gave up (?:on )?(?:it|that|them)\\b|never (?:resumed|restarted|went back|got back|picked (?:it|them) up)\\b|(?:not|n't) (?:resumed|restarted|gone back|gotten back)\\b|(?:no longer|no more|not (?:since|now|lately|any ?more|these days))\\b(?=\\W*(?:[.;,]|$))|(?:that|it|this|which|the benefit|the effect) (?:has |have |had )?(?:since )?(?:ended|faded|worn off|wore off|stopped helping|gone|is over|is past)\\b|(?:took|taken|picked) (?:it|them|smoking|cigarettes) (?:back )?up again|started (?:it|smoking|up) again|relapsed|(?:has|have|had) since (?:stopped|quit|lost|dropped|given up)\\b|(?:since|after) (?:when|which) [^.;]*\\b(?:none|nothing|not)\\b)`,
  'i',
);
/** A sentence of its own: "Now she does none of it.", "Today she tells me she quit that.", "He let it go." */
const GIVEN_UP_NEXT = longPattern(
  /^\W*(?:(?:but|and)\s+)?(?:now(?:adays)?|today|lately|currently|at present|since(?= then (?:he|she|they|pt|patient)\b)|these days|any ?more)\b[^.;]{0,120}?\b(?:nothing|none|(?:no|not|never|quit|stopped|gave (?:up|it up|that up|them up)|dropped|abandoned|lapsed|let\b[^.;]{0,120}\b(?:go|slide))\b[^.;]{0,120}\b(?:it|that|them|those|any|these|so)|(?:it|that|them|those|these) (?:has|have) (?:lapsed|stopped|ended)|no longer|not any ?more|(?:quit|stopped|dropped|abandoned) this)\b|^\W*(?:but )?(?:he|she|they|pt|patient) (?:has |had )?(?:since |then |later )?(?:(?:stopped|quit|lapsed|given up|gave up)(?: (?:it|them|that|doing (?:it|them|so)))?(?= (?:when|after|because|since|in|last|at|once|on|as|around|by)\b|\s*[.,;]|\s*$)|(?:not|never) (?:kept|followed|stuck|continued|gone on|carried on|done)\b|(?:let|allowed) (?:it|them|that) (?:go|slide|lapse|drop)|(?:gave|given) (?:it|them|that) up)/i,
);
/** "Although there was one in March, none could be provoked today." */
const NONE_NOW = longPattern(
  /[;,.] (?:but |and |though |yet )?(?:now |today |currently |at present |on (?:today's|this) exam\w* )?(?:none|neither|nothing|no such thing)(?: (?:could|can|was|were|is|are|of (?:it|them|that)|be|to be|left|remains?|\w+ed|found|seen|felt)){1,4}(?: (?:at all|there|again|in \w+))? (?:now|today|currently|at present|any ?more|this (?:visit|time|morning))\b/i,
);
const RESUMED =
  /\b(?:resumed|restarted|back (?:at|to|on|doing|into) (?:it|them|that|these|her|his|the)|again (?:now|since|daily|each|every))\b/i;

/** "Absent last month but clearly present today." */
const BACK_NOW =
  /\b(?:but|yet|(?:that|which) (?:was|were)(?: \w+){1,4}?) (?:(?:it|they|is|are|was|were|has|have|now|today|clearly|again|plainly|definitely|easily) )*(?:present|positive|back|seen|found|felt|palpable|elicited|evident|obvious|returned|reappeared)\b[^.;]*?\b(?:now|today|at this visit|this (?:visit|time)|on (?:today's|this) exam\w*)\b/i;
const WAS = /\b(?:last|previous|prior|ago|was|were|had been|in \w+|before|earlier)\b/i;

/** Whether what a statement denies is said to be there now, behind it in its sentence. */
export function isBackNow(
  { reading: { text, sentences } }: IndexedDocument,
  place: Place,
): boolean {
  const own = sentences[place.sentence];
  if (!own || place.end > own.end) return false;
  const found = BACK_NOW.exec(text.slice(place.end, own.end));
  return found !== null && WAS.test(text.slice(own.start, place.end + found.index));
}

/** Nothing but a denial, of somebody else: "Dr. B on 6/20 saw none", "his wife says that he does none". */
const SAYS_NONE =
  /\b(?:saw|found|felt|got|elicited|noted|palpated|obtained|provoked|reports?|says?|said|states?|stated|tells|reported|that (?:he|she)|had|has|does|did)(?: (?:us|me|that|he|she|does|did|has|had|do))* (?:none|nothing of the (?:kind|sort)|no such thing|neither)\b(?! of)/i;

/** The place of a bare denial by another teller, behind a statement in its sentence or the next. */
export function deniedByOther(document: IndexedDocument, place: Place): Place | undefined {
  const { text, sentences } = document.reading;
  for (const sentence of [place.sentence, place.sentence + 1]) {
    const span = sentences[sentence];
    if (!span || span.section !== sentences[place.sentence]?.section) return undefined;
    const from = Math.max(span.start, place.end);
    const found = SAYS_NONE.exec(text.slice(from, span.end));
    if (!found) continue;
    const start = from + found.index;
    const denial = { start, end: start + found[0].length, sentence };
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
  const rest = text.slice(end, scopeOf(document, place, 'sentence').end);
  const found = NONE_NOW.exec(rest) ?? (lasts ? GIVEN_UP.exec(rest) : null);
  if (
    found &&
    !RESUMED.test(rest.slice(found.index + found[0].length).replace(/\bnever resumed\b/i, ''))
  )
    return { start: end + found.index, end: end + found.index + found[0].length };
  const next = sentences[sentence + 1];
  if (!lasts || !next || next.section !== own.section) return undefined;
  return givenUpIn(document, sentence + 1, () => {
    const found = GIVEN_UP_NEXT.exec(text.slice(next.start, next.end));
    return found ? { start: next.start, end: next.start + found[0].length } : undefined;
  });
}

const givenUpIn = createMemo<IndexedDocument, Span | undefined, number>();
