/**
 * Words that a typist parted where the speaker did not: "any where", "head aches", "b i d", "M R I".
 */
import { foldedToken, Gap, TokenKind, type Tokens } from '../tokens.ts';
import type { WordTable } from '../word-table.ts';

/** Words that are written as one, by their first part. Those that are also two plain words are left out: "may be". */
const PARTED: Readonly<Record<string, string>> = {
  any: 'where thing how',
  some: 'thing times what where how',
  every: 'thing where body',
  in: 'jury',
  no: 'where',
  what: 'ever',
  when: 'ever',
  where: 'ever',
  him: 'self',
  her: 'self',
  my: 'self',
  with: 'out',
  there: 'fore',
  bed: 'time room ridden',
  meal: 'time times',
  over: 'head night',
  head: 'ache aches',
  heart: 'burn',
  after: 'noon noons',
  fore: 'arm arms head',
  finger: 'tip tips',
  house: 'work hold keeping',
  yard: 'work',
  week: 'end ends',
  mean: 'while',
  through: 'out',
  near: 'by',
  para: 'spinal spinals lumbar',
  sub: 'acute scapular acromial occipital',
  supra: 'spinatus',
  infra: 'spinatus',
  radio: 'frequency',
  ultra: 'sound',
  physio: 'therapy',
  neuro: 'pathy pathic logic',
  radiculo: 'pathy',
  myo: 'fascial',
  osteo: 'arthritis',
  lumbo: 'sacral',
  acu: 'puncture',
  electro: 'diagnostic diagnostics',
};

/** Abbreviations of two letters that are said letter by letter; longer ones need only be known words. */
const SPELT = new Set(['hs', 'po', 'pt', 'ot', 'ct']);
const MOST_LETTERS = 5;

/** The last token and the word that begin at a token, where its word was written in parts. */
export interface Parted {
  last: number;
  word: number;
}

/** Finds parted words, with what `table` knows now. */
export function createPartedWords(
  table: WordTable,
): (tokens: Tokens, at: number) => Parted | undefined {
  const byPair = new Map<number, Map<number, number>>();
  for (const [first, rests] of Object.entries(PARTED)) {
    const whole = new Map<number, number>();
    byPair.set(table.intern(first), whole);
    for (const rest of rests.split(' ')) whole.set(table.intern(rest), table.intern(first + rest));
  }

  /** 1 for each first part: most words are none, and that must be told quickly. */
  const begins = new Uint8Array(table.size);
  for (const word of byPair.keys()) begins[word] = 1;

  return (tokens, at) => {
    const first = tokens.word[at] as number;
    const word =
      begins[first] === 1 && goesOn(tokens, at + 1)
        ? byPair.get(first)?.get(tokens.word[at + 1] as number)
        : undefined;
    return word === undefined ? spelt(tokens, at) : { last: at + 1, word };
  };

  /** A run of single letters that is a word together: "b i d", "M R I". */
  function spelt(tokens: Tokens, at: number): Parted | undefined {
    if (!isLetter(tokens, at) || (at > 0 && isLetter(tokens, at - 1) && goesOn(tokens, at)))
      return undefined;
    let last = at;
    let letters = foldedToken(tokens, at);
    while (isLetter(tokens, last + 1) && goesOn(tokens, last + 1)) {
      last += 1;
      letters += foldedToken(tokens, last);
    }
    const { length } = letters;
    if (length < 2 || length > MOST_LETTERS || (length === 2 && !SPELT.has(letters)))
      return undefined;
    const word = table.find(letters);
    return word === 0 ? undefined : { last, word };
  }
}

function isLetter({ kind, start, end, count }: Tokens, at: number): boolean {
  return (
    at < count && kind[at] === TokenKind.word && (end[at] as number) - (start[at] as number) === 1
  );
}

/** Whether a token stands on the line of the one before it, with a blank between. */
function goesOn({ gap, breaks, count }: Tokens, at: number): boolean {
  return at < count && breaks[at] === 0 && gap[at] === Gap.space;
}
