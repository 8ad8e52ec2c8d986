import { DENIED_VERBS } from './denied-verbs.ts';
import { Mark } from './marks.ts';
import type { Assertion } from './mention.ts';
import type { PhrasePlaces, Phrases } from './mentions.ts';
import { markAt, type Tokens, tokenText } from './tokens.ts';
import type { WordTable } from './word-table.ts';

/** How a mention at an index of `PhrasePlaces` is meant. */
type AssertionOf = (index: number) => Assertion;

type Turn = 'negated' | 'possible' | 'planned';

const NOTHING: ReadonlySet<Turn> = new Set();
/** Words that turn what a phrase passes over them to tell. */
const TURNING: ReadonlyMap<string, Turn> = new Map([
  ...[
    'no',
    'not',
    'never',
    'neither',
    'nor',
    'cannot',
    "n't",
    'unable',
    'incapable',
    ...DENIED_VERBS,
  ].map((word) => [word, 'negated'] as const),
  ...'possible probable questionable equivocal doubtful hardly barely scarcely might'
    .split(' ')
    .map((word) => [word, 'possible'] as const),
  ...['will', 'shall'].map((word) => [word, 'planned'] as const),
]);
/** Behind one of these marks a denial holds for what follows it alone. */
const PARTS: ReadonlySet<number> = new Set([Mark.comma, Mark.semicolon, Mark.plus]);
const WORD = /[a-z']+/g;
/** Names of drugs deny nothing, though a slip of one may look so ("Nor co"). */
const REFERENCE = /\{(?!class:|drug:)([^{}]+)\}/g;

/**
 * Mentions whose phrase passes over a word that denies are negated, over one that doubts possible, over one of what is to come planned:
 * "does ..4 exercises" finds "does not do the exercises", and that is no exercise done. Words that the
 * phrase itself may hold turn nothing ("can't lift"). `source` gives the phrases that a `{reference}`
 * stands for.
 */
export function createDeniedGaps(
  table: WordTable,
  phrases: Phrases,
  source: (id: string) => readonly string[] | undefined,
): (tokens: Tokens, places: PhrasePlaces, assertionOf: AssertionOf) => AssertionOf {
  const turning = new Map([...TURNING].map(([word, presence]) => [table.intern(word), presence]));
  const held = new Map<string, ReadonlySet<Turn>>();

  /** What words of the phrase itself may do. */
  function heldIn(phrase: string): ReadonlySet<Turn> {
    const known = held.get(phrase);
    if (known !== undefined) return known;
    held.set(phrase, NOTHING);
    const turns = new Set<Turn>();
    for (const [word] of phrase.toLowerCase().matchAll(WORD)) {
      const turn = TURNING.get(word);
      if (turn) turns.add(turn);
    }
    for (const [, id = ''] of phrase.matchAll(REFERENCE)) {
      for (const other of source(id) ?? []) for (const turn of heldIn(other)) turns.add(turn);
    }
    held.set(phrase, turns);
    return turns;
  }

  /** The token that turns what stands between the first and the last one; -1 where none does. */
  function turnIn(tokens: Tokens, first: number, last: number): number {
    for (let at = last - 1; at > first; at -= 1) {
      if (turning.has(tokens.word[at] as number)) return at;
      if (PARTS.has(markAt(tokens, at))) return -1;
    }
    return -1;
  }

  return (tokens, places, assertionOf) => (index) => {
    const meant = assertionOf(index);
    if (meant.presence !== 'affirmed') return meant;
    const at = turnIn(tokens, places.first[index] as number, places.last[index] as number);
    if (at < 0) return meant;
    const turn = turning.get(tokens.word[at] as number) as Turn;
    if (heldIn(phrases.phrase[places.phrase[index] as number] as string).has(turn)) return meant;
    const words = tokenText(tokens, at);
    const span = { start: tokens.start[at] as number, end: tokens.end[at] as number };
    const axis = turn === 'planned' ? 'time' : 'presence';
    return {
      ...meant,
      [axis]: turn,
      because: [{ axis, by: 'cue', words, ...span, distance: 0 }, ...meant.because],
    };
  };
}
