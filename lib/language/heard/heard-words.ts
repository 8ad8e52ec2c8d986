/**
 * Words that a typist wrote as they were heard: "zolo ft", "val e um", "trap easy us", "percaset". Tried
 * only where a word stands that no grammar knows, by itself or with its neighbours. Parts that sound like
 * the name of a drug, or like a long word that a grammar knows, are read as that word and marked as a slip;
 * one word only as the name of a drug, since plain words that sound alike are often two words.
 */

import { hashOfCodes } from '../hash-set.ts';
import { Mark } from '../marks.ts';
import { appendTokens, emptyTokens } from '../token-columns.ts';
import { foldedToken, foldInto, Gap, markAt, TokenKind, type Tokens } from '../tokens.ts';
import type { WordTable } from '../word-table.ts';
import { joinSounds, lettersOf, soundInto, soundOf } from './sound.ts';
import {
  createPieceSet,
  createPrintSet,
  hush,
  missingFrom,
  printOf,
  type SoundPrint,
  type Speech,
  speak,
} from './sound-prints.ts';
import { createPartedWords } from './split-words.ts';
import { createEndSet } from './word-ends.ts';

/** Shorter names sound like too much else: "so ma", "some". */
const SHORTEST_NAME = 5;
const SHORTEST_SOUND = 5;
/** Words that are no names must be long to be told by their sound. */
const SHORTEST_WORD = 8;
/** Two parts that spell a word letter by letter are told from two words when the word is not short. */
const SHORTEST_SPLIT = 6;
/** A word that was split stands in at most so many parts. */
const MOST_PARTS = 4;
const LONGEST_PART = 14;
/** One word is read as a name that sounds the same only if so many letters differ. */
const MOST_EDITS = 2;
/** One that does not sound the same: one letter, and the name is no short one. */
const SHORTEST_MISSPELT = 6;
/** More tokens than stand around a word that may be in parts, as a power of two. */
const LATELY = 8;

/** Who reads so many tokens, some fifty pages, has to know the pieces of all words, and how they begin and end. */
const WORTH_PIECES = 15_000;

export interface HeardWords {
  /** The tokens with every word that was written as heard read as what it means; the same where there is none. */
  read(tokens: Tokens): Tokens;
}

/** A word that was heard: tokens `first` to `last`, and the id of what was meant. */
interface Heard {
  first: number;
  last: number;
  word: number;
}

/** Knows the words of `table` as they are now, and `names` of drugs, of which those of one word count. */
export function createHeardWords(table: WordTable, names: readonly string[]): HeardWords {
  const partedWord = createPartedWords(table);
  const nameWords = names
    .filter((name) => name.length >= SHORTEST_NAME && isLetters(name))
    .map((name) => table.find(name.toLowerCase()))
    .filter((word) => word !== 0);
  const longWords = Array.from({ length: table.size }, (_, word) => word).filter(
    (word) => isLongWord(table.spelling(word)) && table.singular(word) === 0,
  );
  const nameBySound = bySound(table, nameWords);
  const wordBySound = bySound(table, longWords);
  const nameByRest = byRest(table, nameWords);
  const mayBeKnown = createPrintSet([...nameBySound.keys(), ...wordBySound.keys()]);
  const mayBeName = createPrintSet(nameBySound.keys());
  const mayBeRest = createPrintSet(nameByRest.keys());
  /** Tokens that were read so far, in all texts. */
  let readTokens = 0;
  let pieces: ReturnType<typeof createPieceSet> | undefined;
  let ends: ReturnType<typeof createEndSet> | undefined;
  /** How words of the table sound that were looked at, by their ids. */
  const known: (SoundPrint | undefined)[] = [];
  /** The tokens that were looked at last: those around an unknown word are asked for again and again. */
  const latelyAt = new Int32Array(LATELY).fill(-1);
  const lately: SoundPrint[] = [];
  /** As what the unknown word looked at last may have been heard: alone, as a part of a word, as how one begins or ends. */
  const glance = { isName: true, isPart: true, isEnd: true };
  const letters = new Uint16Array(2 * LONGEST_PART);
  const sound = new Uint16Array(2 * LONGEST_PART);

  function read(tokens: Tokens): Tokens {
    const found: Heard[] = [];
    let free = 0;
    readTokens += tokens.count;
    for (let at = 0; at < tokens.count; at += 1) {
      const parted = partedWord(tokens, at);
      if (parted === undefined && !(isUnknown(tokens, at) && mayBeHeard(tokens, at))) continue;
      const heard = parted ? { first: at, ...parted } : heardAround(tokens, at, free);
      if (heard === undefined) continue;
      found.push(heard);
      free = heard.last + 1;
      at = heard.last;
    }
    // a case that is forgotten leaves no word of its texts here
    latelyAt.fill(-1);
    lately.length = 0;
    return found.length === 0 ? tokens : withHeard(tokens, found);
  }

  /**
   * Whether an unknown word may be one that was heard, and as what (`glance`). That is told by numbers: most
   * words are names of people and places, which nothing else need be known of.
   */
  function mayBeHeard(tokens: Tokens, at: number): boolean {
    const length = foldInto(letters, 0, tokens, at);
    const heard = soundInto(sound, letters, length);
    const hash = hashOfCodes(sound, heard);
    glance.isName =
      mayBeName(hash) ||
      (length >= SHORTEST_MISSPELT && missingFrom(mayBeRest, letters, length).length > 0);
    if (readTokens >= WORTH_PIECES) {
      pieces ??= createPieceSet([...nameBySound.keys(), ...wordBySound.keys()]);
      ends ??= createEndSet(table);
      glance.isPart = pieces({ length: heard, hash });
      glance.isEnd = ends(hashOfCodes(letters, length));
    }
    return glance.isName || glance.isPart || glance.isEnd;
  }

  /** The longest word that is heard in the tokens around `at`, from token `free` on. */
  function heardAround(tokens: Tokens, at: number, free: number): Heard | undefined {
    const inParts = glance.isPart ? heardInParts(tokens, at, free) : undefined;
    const split = glance.isEnd ? splitInTwo(tokens, at, free) : undefined;
    return inParts ?? split ?? (glance.isName ? heardAlone(tokens, at) : undefined);
  }

  /** The word that is spelt by the token `at` and one beside it, as scans break words: "in jury", "lum bar". */
  function splitInTwo(tokens: Tokens, at: number, free: number): Heard | undefined {
    for (const first of [at - 1, at]) {
      const last = first + 1;
      if (first < free || last >= tokens.count || !goesOn(tokens, last)) continue;
      if (!isPart(tokens, first) || !isPart(tokens, last)) continue;
      const length = foldInto(letters, foldInto(letters, 0, tokens, first), tokens, last);
      const word = length < SHORTEST_SPLIT ? 0 : table.findCodes(letters, length);
      if (word !== 0) return { first, last, word };
    }
    return undefined;
  }

  /** The longest word that is heard in the tokens around `at`, in two parts or more. */
  function heardInParts(tokens: Tokens, at: number, free: number): Heard | undefined {
    const earliest = firstPart(tokens, at, free);
    const latest = lastPart(tokens, at);
    if (!mayBeParts(tokens, at, earliest, latest)) return undefined;
    for (let parts = Math.min(MOST_PARTS, latest - earliest + 1); parts > 1; parts -= 1) {
      const until = Math.min(at, latest - parts + 1);
      for (let first = Math.max(earliest, at - parts + 1); first <= until; first += 1) {
        const last = first + parts - 1;
        const word = wordInParts(tokens, first, last);
        if (word !== 0) return { first, last, word };
      }
    }
    return undefined;
  }

  /** The name of a drug that one token sounds like, or is but for a letter. */
  function heardAlone(tokens: Tokens, at: number): Heard | undefined {
    const word = nameMeant(foldedToken(tokens, at));
    return word === 0 || isAfterTitle(tokens, at) ? undefined : { first: at, last: at, word };
  }

  /** Whether some of the tokens from `earliest` to `latest`, that at `at` with them, may sound like a word. */
  function mayBeParts(tokens: Tokens, at: number, earliest: number, latest: number): boolean {
    for (let i = earliest; i <= latest; i += 1) around[i - earliest] = printAt(tokens, i);
    for (let first = earliest; first <= at; first += 1) {
      hush(spoken);
      const until = Math.min(latest, first + MOST_PARTS - 1);
      for (let last = first; last <= until; last += 1) {
        speak(spoken, around[last - earliest] as SoundPrint);
        if (last > first && last >= at && mayBeKnown(spoken.hash)) return true;
      }
    }
    return false;
  }

  function wordInParts(tokens: Tokens, first: number, last: number): number {
    hush(spoken);
    for (let at = first; at <= last; at += 1) speak(spoken, printAt(tokens, at));
    if (!mayBeKnown(spoken.hash)) return 0;
    let sound = '';
    for (let at = first; at <= last; at += 1)
      sound = joinSounds(sound, soundOf(foldedToken(tokens, at)));
    const word = nameBySound.get(sound) || wordBySound.get(sound) || 0;
    return word !== 0 && beginsAlike(foldedToken(tokens, first), table.spelling(word)) ? word : 0;
  }

  /** How a token sounds: most are known words, and written as the table has them. */
  function printAt(tokens: Tokens, at: number): SoundPrint {
    const place = at & (LATELY - 1);
    if (latelyAt[place] !== at) {
      latelyAt[place] = at;
      lately[place] = lookUp(tokens, at);
    }
    return lately[place] as SoundPrint;
  }

  function lookUp(tokens: Tokens, at: number): SoundPrint {
    const word = tokens.word[at] as number;
    const length = (tokens.end[at] as number) - (tokens.start[at] as number);
    const isPlain = word !== 0 && tokens.slip[at] === 0 && table.spelling(word).length === length;
    const print = isPlain ? known[word] : undefined;
    if (print !== undefined) return print;
    const heard = soundInto(sound, letters, foldInto(letters, 0, tokens, at));
    const made = printOf(sound, heard);
    if (isPlain) known[word] = made;
    return made;
  }

  /** The name that was meant by one word, by its sound or but for one letter. */
  function nameMeant(written: string): number {
    const heard = nameBySound.get(soundOf(written)) ?? 0;
    if (heard !== 0 && edits(written, table.spelling(heard)) <= MOST_EDITS) return heard;
    if (written.length < SHORTEST_MISSPELT) return 0;
    for (const at of missingFrom(mayBeRest, lettersOf(written), written.length)) {
      for (const word of nameByRest.get(without(written, at)) ?? []) {
        const name = table.spelling(word);
        const isSlip = beginsAlike(written, name) && edits(written, name) === 1;
        if (isSlip && !goesOnBehind(written, name)) return word;
      }
    }
    return 0;
  }

  return { read };
}

/** What is spoken to be compared. */
const spoken: Speech = { length: 0, last: 0, hash: 0 };

/** The prints of a token and those it may be a word with. */
const around: SoundPrint[] = [];

/** Words by their sound; a sound that two of them share is 0. */
function bySound(table: WordTable, words: readonly number[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const word of words) {
    const sound = soundOf(table.spelling(word));
    if (sound.length < SHORTEST_SOUND) continue;
    found.set(sound, (found.get(sound) ?? word) === word ? word : 0);
  }
  return found;
}

/** Words by what is left of them without one letter, and whole. */
function byRest(table: WordTable, words: readonly number[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const word of new Set(words)) {
    const spelling = table.spelling(word);
    if (spelling.length < SHORTEST_MISSPELT) continue;
    for (const rest of [spelling, ...restsOf(spelling)]) {
      const others = found.get(rest);
      if (others === undefined) found.set(rest, [word]);
      else if (others.at(-1) !== word) others.push(word);
    }
  }
  return found;
}

/** A word without each of its letters but the first. */
function restsOf(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => without(word, at + 1));
}

/** A word without the letter at a place. */
function without(word: string, at: number): string {
  return word.slice(0, at) + word.slice(at + 1);
}

function isLongWord(word: string): boolean {
  return word.length >= SHORTEST_WORD && isLetters(word);
}

function isLetters(word: string): boolean {
  return /^[a-z]+$/i.test(word);
}

/** Whether two words begin with the same letter, or with letters that sound the same. */
function beginsAlike(one: string, other: string): boolean {
  const [first, second] = [one.charAt(0), other.charAt(0)];
  return first === second || SAME_AT_START.has(first + second);
}

/** First letters, written and meant, that sound the same: "sim balta", "zan axe", "clone a pin". */
const SAME_AT_START = new Set(['sc', 'zx', 'xz', 'ck', 'kc', 'jg', 'fp']);

/** Whether a word is a name with another letter behind it: "lyrical" and "aspiring" are words of their own. */
function goesOnBehind(written: string, name: string): boolean {
  return written.startsWith(name) && written.at(-1) !== name.at(-1);
}

const TITLES: ReadonlySet<string> = new Set(['dr', 'mr', 'mrs', 'ms', 'miss']);

/** "Dr. Regland": somebody's name. */
function isAfterTitle(tokens: Tokens, at: number): boolean {
  const before = markAt(tokens, at - 1) === Mark.point ? at - 2 : at - 1;
  return before >= 0 && TITLES.has(foldedToken(tokens, before));
}

/** Whether a token is a word that no grammar knows. */
function isUnknown(tokens: Tokens, at: number): boolean {
  return tokens.word[at] === 0 && isPart(tokens, at);
}

/** Whether a token may be a word or a part of one. */
function isPart({ kind, start, end }: Tokens, at: number): boolean {
  return kind[at] === TokenKind.word && (end[at] as number) - (start[at] as number) <= LONGEST_PART;
}

/** Whether a token goes on with the one before it: on the same line, with no more than a blank between. */
function goesOn({ gap, breaks }: Tokens, at: number): boolean {
  return breaks[at] === 0 && (gap[at] === Gap.space || gap[at] === Gap.hyphen);
}

function firstPart(tokens: Tokens, at: number, free: number): number {
  let first = at;
  while (
    first > free &&
    at - first + 1 < MOST_PARTS &&
    goesOn(tokens, first) &&
    isPart(tokens, first - 1)
  )
    first -= 1;
  return first;
}

function lastPart(tokens: Tokens, at: number): number {
  let last = at;
  while (
    last + 1 < tokens.count &&
    last - at + 1 < MOST_PARTS &&
    goesOn(tokens, last + 1) &&
    isPart(tokens, last + 1)
  )
    last += 1;
  return last;
}

/** How many letters of two words were changed, left out or put in. */
function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const changed = (row[j - 1] as number) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[other.length] as number;
}

/** The tokens with one for each word that was heard. */
function withHeard(tokens: Tokens, found: readonly Heard[]): Tokens {
  const out = emptyTokens(tokens.text, tokens.count);
  let from = 0;
  for (const { first, last, word } of found) {
    appendTokens(out, tokens, from, first + 1);
    const row = out.count - 1;
    out.end[row] = tokens.end[last] as number;
    out.word[row] = word;
    out.slip[row] = 1;
    from = last + 1;
  }
  appendTokens(out, tokens, from, tokens.count);
  return out;
}
