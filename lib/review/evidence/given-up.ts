import type { IndexedDocument } from './case-index.ts';
import type { Place, Span } from './scopes.ts';

const SUBJECT =
  '(?:(?:he|she|they|i|pt|patient|has|have|did|but|and|then|since|later|also|now|soon|which|it|that|in \\w+) )*';
/** "…; quit it in April", "but gave that up", "and never resumed": what was so was given up. */
const GIVEN_UP = new RegExp(
  `(?:[;,:.–—-]|\\b(?:but|then|and|until|before|now|which)\\b) ?${SUBJECT}(?:(?:quit|stopped|dropped|abandoned|discontinued|lost|ended) (?:it|that|this|them|those|again|altogether|doing (?:it|so|them))\\b|(?:gave|given|let) (?:it|that|them|this|all (?:of )?(?:it|that|this)) (?:up|go|slide|lapse|drop)\\b|gave up (?:on )?(?:it|that|them)\\b|never (?:resumed|restarted|went back|got back|picked (?:it|them) up)\\b|(?:not|n't) (?:resumed|restarted|gone back|gotten back)\\b|(?:took|taken|picked) (?:it|them|smoking|cigarettes) (?:back )?up again|started (?:it|smoking|up) again|relapsed)`,
  'i',
);
/** A sentence of its own: "Now she does none of it." */
const NOW_NONE =
  /^\W*(?:but |and )?(?:now(?:adays)?|today|lately|currently|at present|these days)\b[^.;]*?\b(?:none(?: of (?:it|them|that|this))?|nothing of (?:it|the kind)|no longer|(?:has |have )?(?:quit|stopped|dropped|abandoned) (?:it|that|them|this)|not any ?more)\b/i;
/** "Although there was one in March, none could be provoked today." */
const NONE_NOW =
  /[;,.] (?:but |and |though )?(?:now |today |currently |at present |on (?:today's|this) exam\w* )?(?:none|neither|nothing|no such thing)(?: (?:could|can|was|were|is|are|of (?:it|them|that)|be|to be|left|remains?|\w+ed|found|seen|felt)){1,4}(?: (?:at all|there|again|in \w+))? (?:now|today|currently|at present|any ?more|this (?:visit|time|morning))\b/i;
const RESUMED =
  /\b(?:resumed|restarted|back (?:at|to|on|doing|into) (?:it|them|that|these|her|his|the)|again (?:now|since|daily|each|every))\b/i;

/**
 * Words behind a statement that take it away again, in its sentence or the next. What lasts may be given
 * up: an exercise, abstinence, a gain. Undefined where nothing does.
 */
export function givenUpBehind(
  { reading: { text, sentences } }: IndexedDocument,
  { end, sentence }: Place,
  lasts: boolean,
): Span | undefined {
  const own = sentences[sentence];
  if (!own || end > own.end) return undefined;
  const rest = text.slice(end, own.end);
  const found = NONE_NOW.exec(rest) ?? (lasts ? GIVEN_UP.exec(rest) : null);
  if (
    found &&
    !RESUMED.test(rest.slice(found.index + found[0].length).replace(/\bnever resumed\b/i, ''))
  )
    return { start: end + found.index, end: end + found.index + found[0].length };
  const next = sentences[sentence + 1];
  if (!lasts || !next || next.section !== own.section) return undefined;
  const after = NOW_NONE.exec(text.slice(next.start, next.end));
  return after ? { start: next.start, end: next.start + after[0].length } : undefined;
}
