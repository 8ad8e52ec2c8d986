import { DENIED_VERBS } from './denied-verbs.ts';
import { Mark } from './marks.ts';
import type { Assertion } from './mention.ts';
import type { PhrasePlaces, Phrases } from './mentions.ts';
import { markAt, type Tokens, tokenText } from './tokens.ts';
import type { WordTable } from './word-table.ts';

/** How a mention at an index of `PhrasePlaces` is meant. */
type AssertionOf = (index: number) => Assertion;

const DENYING: ReadonlySet<string> = new Set([
  ...['no', 'not', 'never', 'neither', 'nor', 'cannot', "n't"],
  ...DENIED_VERBS,
]);
/** Behind one of these marks a denial holds for what follows it alone. */
const PARTS: ReadonlySet<number> = new Set([Mark.comma, Mark.semicolon, Mark.plus]);
const WORD = /[a-z']+/g;
/** Names of drugs deny nothing, though a slip of one may look so ("Nor co"). */
const REFERENCE = /\{(?!class:|drug:)([^{}]+)\}/g;

/**
 * Mentions whose phrase passes over a word that denies are negated: "does ..4 exercises" finds "does not
 * do the exercises", and that is no exercise done. Words that the phrase itself may hold deny nothing
 * ("can't lift"). `source` gives the phrases that a `{reference}` stands for.
 */
export function createDeniedGaps(
  table: WordTable,
  phrases: Phrases,
  source: (id: string) => readonly string[] | undefined,
): (tokens: Tokens, places: PhrasePlaces, assertionOf: AssertionOf) => AssertionOf {
  const denying = new Set([...DENYING].map((word) => table.intern(word)));
  const deniesItself = new Map<string, boolean>();

  function mayDeny(phrase: string): boolean {
    const known = deniesItself.get(phrase);
    if (known !== undefined) return known;
    deniesItself.set(phrase, false);
    const denies =
      [...phrase.toLowerCase().matchAll(WORD)].some(([word]) => DENYING.has(word)) ||
      [...phrase.matchAll(REFERENCE)].some(([, id = '']) => source(id)?.some(mayDeny));
    deniesItself.set(phrase, denies);
    return denies;
  }

  /** The token that denies between the first and the last one; -1 where none does. */
  function denierIn(tokens: Tokens, first: number, last: number): number {
    for (let at = last - 1; at > first; at -= 1) {
      if (denying.has(tokens.word[at] as number)) return at;
      if (PARTS.has(markAt(tokens, at))) return -1;
    }
    return -1;
  }

  return (tokens, places, assertionOf) => (index) => {
    const meant = assertionOf(index);
    if (meant.presence !== 'affirmed') return meant;
    const at = denierIn(tokens, places.first[index] as number, places.last[index] as number);
    if (at < 0 || mayDeny(phrases.phrase[places.phrase[index] as number] as string)) return meant;
    const words = tokenText(tokens, at);
    const span = { start: tokens.start[at] as number, end: tokens.end[at] as number };
    return {
      ...meant,
      presence: 'negated',
      because: [{ axis: 'presence', by: 'cue', words, ...span, distance: 0 }, ...meant.because],
    };
  };
}
