/** The tokens of a text as columns, and what can be asked of one token. */
import { CharacterClass, CLASSES, FOLDS } from './characters.ts';
import { Mark } from './marks.ts';

export const TokenKind = { word: 1, number: 2, mark: 3 } as const;

/** What stands between a token and the one before it, apart from line breaks. */
export const Gap = { none: 0, hyphen: 1, space: 2, tab: 3 } as const;

/** Tokens as columns; row `i` of each column is token `i`. */
export interface Tokens {
  text: string;
  count: number;
  /** UTF-16 offsets into `text`, `end` exclusive. */
  start: Int32Array;
  end: Int32Array;
  /** One of `TokenKind`. */
  kind: Uint8Array;
  /** Id in the word table of the folded word, number ("0.5") or mark; 0 when no grammar knows it. */
  word: Int32Array;
  /** One of `Gap`; `tab` also for three or more spaces in a row. */
  gap: Uint8Array;
  /** Line breaks before the token, at most 255; 2 or more means an empty line. */
  breaks: Uint8Array;
  /** 1 when a scanner's slip was read as what it means. */
  slip: Uint8Array;
}

/** Bytes of a number of the wide columns. */
const WIDE = Int32Array.BYTES_PER_ELEMENT;

/** Columns with room for `capacity` tokens, all in one piece of memory: many texts are short. */
export function emptyTokens(text: string, capacity: number): Tokens {
  const memory = new ArrayBuffer(capacity * (3 * WIDE + 4));
  const wide = (column: number) => new Int32Array(memory, column * capacity * WIDE, capacity);
  const narrow = (column: number) =>
    new Uint8Array(memory, (3 * WIDE + column) * capacity, capacity);
  return {
    text,
    count: 0,
    start: wide(0),
    end: wide(1),
    word: wide(2),
    kind: narrow(0),
    gap: narrow(1),
    breaks: narrow(2),
    slip: narrow(3),
  };
}

/** The same tokens with twice the room. */
export function enlarge(tokens: Tokens): Tokens {
  const larger = emptyTokens(tokens.text, tokens.start.length * 2);
  appendTokens(larger, tokens, 0, tokens.count);
  return larger;
}

/** Adds the tokens from `from` up to `to` of `others` behind those of `tokens`, which has room for them. */
export function appendTokens(tokens: Tokens, others: Tokens, from: number, to: number): void {
  for (const column of COLUMNS) tokens[column].set(others[column].subarray(from, to), tokens.count);
  tokens.count += to - from;
}

const COLUMNS = ['start', 'end', 'word', 'kind', 'gap', 'breaks', 'slip'] as const;

/** The token as written. */
export function tokenText(tokens: Tokens, token: number): string {
  return tokens.text.slice(tokens.start[token], tokens.end[token]);
}

/** A token as the word table stores it: lower case, no accents, "b.i.d." as "bid", ".5" as "0.5". */
export function foldedToken(tokens: Tokens, token: number): string {
  const written = tokenText(tokens, token);
  if (tokens.kind[token] === TokenKind.number) return digitsOf(written);
  let folded = '';
  for (let i = 0; i < written.length; i += 1) {
    const code = written.charCodeAt(i);
    if (isFolded(tokens, token, code)) folded += String.fromCharCode(FOLDS[code] as number);
  }
  return folded;
}

/** Puts a word or a mark as the word table stores it into `buffer` from `at` on; the place behind it. */
export function foldInto(buffer: Uint16Array, at: number, tokens: Tokens, token: number): number {
  const { text } = tokens;
  const end = tokens.end[token] as number;
  let used = at;
  for (let i = tokens.start[token] as number; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (isFolded(tokens, token, code)) buffer[used++] = FOLDS[code] as number;
  }
  return used;
}

/** Whether a character of a token is stored: the points of "b.i.d." are not. */
function isFolded({ kind }: Tokens, token: number, code: number): boolean {
  if ((CLASSES[code] as number) === CharacterClass.silent) return false;
  return code !== Mark.point || kind[token] !== TokenKind.word;
}

/** A number as written, with scanner's slips read as digits and without thousands' commas. */
function digitsOf(written: string): string {
  const digits = written.replaceAll(',', '').replace(/[Oo]/g, '0').replace(/[lI]/g, '1');
  return digits.startsWith('.') ? `0${digits}` : digits;
}

/** The folded code unit of a mark (`0x2d` for any hyphen or dash); 0 for a word or a number. */
export function markAt(tokens: Tokens, token: number): number {
  if (token < 0 || token >= tokens.count || tokens.kind[token] !== TokenKind.mark) return 0;
  return FOLDS[tokens.text.charCodeAt(tokens.start[token] as number)] as number;
}

/** The value of a number token, scanner's slips read as digits; NaN for any other token. */
export function numberAt(tokens: Tokens, token: number): number {
  if (token < 0 || token >= tokens.count || tokens.kind[token] !== TokenKind.number)
    return Number.NaN;
  return Number(digitsOf(tokenText(tokens, token)));
}
