/** Levels of the spine and sides of the body: "L4-5", "C5C6", "C-5-C-6", "L45", "bilat", "R knee". */

import { Mark } from '../marks.ts';
import type { Value } from '../mention.ts';
import { Gap } from '../tokens.ts';
import { cardinalAt, digitsAt, isWhole } from './numbers.ts';
import { fillsCell } from './own-cell.ts';
import {
  emit,
  firstCode,
  isCapitalized,
  isGlued,
  isNumberToken,
  isWordToken,
  lengthOf,
  markOf,
  plainAt,
  type Scan,
  wordAt,
} from './scan.ts';
import { Plain } from './words.ts';

type Region = Extract<Value, { kind: 'level' }>['region'];

const REGIONS: Record<string, { region: Region; most: number }> = {
  c: { region: 'cervical', most: 8 },
  t: { region: 'thoracic', most: 12 },
  l: { region: 'lumbar', most: 5 },
  s: { region: 'sacral', most: 5 },
};
const ORDER = 'ctls';
/** Vertebrae above each region's first, to compare levels of two regions. */
const ABOVE: Record<string, number> = { c: 0, t: 8, l: 20, s: 25 };

interface Vertebra {
  letter: string;
  number: number;
  /** A second number written without a letter: "L45" is L4 to L5. */
  to: number;
}

function letterAt(scan: Scan, at: number): string {
  if (lengthOf(scan, at) !== 1 || !isWordToken(scan, at)) return '';
  const letter = String.fromCharCode(firstCode(scan, at) | 0x20);
  return ORDER.includes(letter) ? letter : '';
}

/** Reads a letter and its number at `at`: "L4", "C-5", "L45"; leaves the token after in `next`. */
function readVertebra(scan: Scan, at: number): Vertebra | undefined {
  const letter = letterAt(scan, at);
  if (letter === '') return undefined;
  const hyphen = markOf(scan, at + 1) === Mark.hyphen && isGlued(scan, at + 1);
  const number = hyphen ? at + 2 : at + 1;
  if (!isNumberToken(scan, number) || !isWhole(scan, number, 2)) return undefined;
  if (!isGlued(scan, number) && !(isCapitalized(scan, at) && isPairBehind(scan, number)))
    return undefined;
  if (scan.tokens.slip[number] === 1 && firstCode(scan, number) === 0x4f) return undefined;
  const value = digitsAt(scan, number);
  const { most } = REGIONS[letter] as { most: number };
  scan.next = number + 1;
  if (value >= 1 && value <= most) return { letter, number: value, to: 0 };
  // "L45": two levels without a hyphen.
  const first = Math.floor(value / 10);
  const second = value % 10;
  if (first >= 1 && first <= most && second === first + 1 && second <= most)
    return { letter, number: first, to: second };
  if (letter === 'l' && value === 51) return { letter, number: 5, to: 0 };
  return undefined;
}

/** "L 4-5" with a space is a level only as a pair of neighbours. */
function isPairBehind(scan: Scan, number: number): boolean {
  if (
    markOf(scan, number + 1) !== Mark.hyphen ||
    !isNumberToken(scan, number + 2) ||
    !isGlued(scan, number + 2)
  )
    return false;
  return digitsAt(scan, number + 2) === digitsAt(scan, number) + 1;
}

/** The level or the segment at a single letter. Answers the token after, or 0. */
export function levelAtLetter(scan: Scan, at: number): number {
  // "s" and "t" behind an apostrophe, or a letter inside a code ("M54.16"), are none.
  if (at > 0 && scan.tokens.gap[at] === Gap.none && scan.tokens.breaks[at] === 0) {
    const before = markOf(scan, at - 1);
    if (
      before !== Mark.open &&
      before !== Mark.quote &&
      before !== Mark.slash &&
      before !== Mark.comma &&
      before !== Mark.hyphen &&
      before !== Mark.plus &&
      before !== Mark.colon
    )
      return 0;
  }
  const first = readVertebra(scan, at);
  if (first === undefined) return spokenLevelAt(scan, at);
  const end = scan.next;
  if (isCode(scan, at, end)) return 0;
  const from = `${first.letter.toUpperCase()}${first.number}`;
  const { region } = REGIONS[first.letter] as { region: Region };
  const secondEnd = readSecond(scan, first, end);
  if (secondEnd > 0) {
    const last = readLast(scan, first, secondEnd) || secondEnd;
    const to = `${second.letter.toUpperCase()}${second.number}`;
    return emit(scan, { kind: 'level', region, from, to }, at, last);
  }
  if (first.letter === 't' && plainAt(scan, end) === Plain.weighted) return 0;
  if (markOf(scan, end) === Mark.hyphen && plainAt(scan, end + 1) === Plain.weighted) return 0;
  return emit(scan, { kind: 'level', region, from }, at, end);
}

/** "L four five", "C seven T one", "L five": levels as they are dictated, number by number. */
function spokenLevelAt(scan: Scan, at: number): number {
  const letter = letterAt(scan, at);
  const number = cardinalAt(scan, at + 1);
  if (letter === '' || !(number >= 1 && number <= (REGIONS[letter]?.most ?? 0))) return 0;
  const { region } = REGIONS[letter] as { region: Region };
  const from = `${letter.toUpperCase()}${number}`;
  const linked = markOf(scan, at + 2) === Mark.hyphen || plainAt(scan, at + 2) === Plain.to;
  const next = linked ? at + 3 : at + 2;
  const named = letterAt(scan, next);
  const lower = cardinalAt(scan, named === '' ? next : next + 1);
  const first = { letter, number, to: 0 };
  // "L five one" is L5-S1
  const crossed =
    letter === 'l' && number === 5 ? 's' : letter === 'c' && number === 7 ? 't' : letter;
  const into = named === '' ? (lower === 1 ? crossed : letter) : named;
  if (lower >= 1 && isNext(first, { letter: into, number: lower, to: 0 })) {
    const to = `${into.toUpperCase()}${lower}`;
    return emit(scan, { kind: 'level', region, from, to }, at, named === '' ? next + 1 : next + 2);
  }
  return isCapitalized(scan, at) ? emit(scan, { kind: 'level', region, from }, at, at + 2) : 0;
}

const second = { letter: '', number: 0 };

/** Reads the lower end of a segment behind a vertebra into `second`; answers the token after, or 0. */
function readSecond(scan: Scan, first: Vertebra, end: number): number {
  if (first.to > 0) {
    second.letter = first.letter;
    second.number = first.to;
    return end;
  }
  const mark = markOf(scan, end);
  const plain = plainAt(scan, end);
  const linked =
    mark === Mark.hyphen || mark === Mark.slash || plain === Plain.to || plain === Plain.until;
  const next = linked ? end + 1 : end;
  if (linked || isGlued(scan, end) || isPairApart(scan, first, end)) {
    const vertebra = readVertebra(scan, next);
    if (
      vertebra !== undefined &&
      vertebra.to === 0 &&
      isBelow(first, vertebra.letter, vertebra.number)
    ) {
      second.letter = vertebra.letter;
      second.number = vertebra.number;
      return scan.next;
    }
  }
  if (
    !linked ||
    plain !== 0 ||
    !isNumberToken(scan, next) ||
    !isGlued(scan, next) ||
    !isWhole(scan, next, 2)
  )
    return 0;
  const number = digitsAt(scan, next);
  // "L5-1" is L5-S1; "C7-1" is C7-T1.
  const crosses =
    number === 1 && (first.letter === 'l' || first.letter === 'c') && first.number >= 5;
  const letter = crosses ? (first.letter === 'l' ? 's' : 't') : first.letter;
  if (number > (REGIONS[letter]?.most ?? 0) || !isBelow(first, letter, number)) return 0;
  second.letter = letter;
  second.number = number;
  return next + 1;
}

/** "C2-3 through C5-6": the lower end of the last segment, into `second`; answers the token after, or 0. */
function readLast(scan: Scan, first: Vertebra, end: number): number {
  const plain = plainAt(scan, end);
  if (plain !== Plain.to && plain !== Plain.until) return 0;
  const upper = { ...second };
  const lower = readVertebra(scan, end + 1);
  const last = lower ? readSecond(scan, lower, scan.next) : 0;
  if (last > 0 && isBelow(first, second.letter, second.number)) return last;
  Object.assign(second, upper);
  return 0;
}

/** "L5 S1 epidural", as it is dictated: two neighbours, and no third one beside them ("L4 L5 S1"). */
function isPairApart(scan: Scan, first: Vertebra, end: number): boolean {
  if (!isCapitalized(scan, end) || scan.tokens.breaks[end] !== 0) return false;
  const start = end - 2;
  if (isNumberToken(scan, start - 1) && letterAt(scan, start - 2) !== '') return false;
  const vertebra = readVertebra(scan, end);
  if (vertebra === undefined || !isNext(first, vertebra)) return false;
  return readVertebra(scan, scan.next) === undefined;
}

/** C8 is a root and no vertebra. */
function isNext(first: Vertebra, { letter, number }: Vertebra): boolean {
  const isSeventh = first.letter === 'c' && first.number === 7;
  return isSeventh ? letter === 't' && number === 1 : stepsBelow(first, letter, number) === 1;
}

function stepsBelow(first: Vertebra, letter: string, number: number): number {
  return (ABOVE[letter] ?? 0) + number - ((ABOVE[first.letter] ?? 0) + first.number);
}

function isBelow(first: Vertebra, letter: string, number: number): boolean {
  return stepsBelow(first, letter, number) > 0;
}

/** Whether letters or decimals follow that make it a diagnosis or billing code: "M54.16", "S13.4XXA". */
function isCode(scan: Scan, at: number, end: number): boolean {
  const mark = markOf(scan, end);
  if (
    mark === Mark.point &&
    isGlued(scan, end) &&
    isNumberToken(scan, end + 1) &&
    isGlued(scan, end + 1)
  )
    return true;
  if (!isGlued(scan, end)) return false;
  if (isWordToken(scan, end)) return letterAt(scan, end) === '' || !isCapitalized(scan, at);
  return mark === Mark.hash || isNumberToken(scan, end);
}

const SIDES: Record<string, 'left' | 'right' | 'bilateral'> = {
  left: 'left',
  lt: 'left',
  l: 'left',
  lue: 'left',
  lle: 'left',
  right: 'right',
  rt: 'right',
  r: 'right',
  rue: 'right',
  rle: 'right',
  bilateral: 'bilateral',
  bilaterally: 'bilateral',
  bilat: 'bilateral',
  bil: 'bilateral',
  'b/l': 'bilateral',
  both: 'bilateral',
  bue: 'bilateral',
  ble: 'bilateral',
};

/**
 * The side at a word for one. "L" and "R" mean a side only before a part of the body that has two,
 * alone in brackets or a cell or compared ("L>R"): "L" alone may be lumbar. Answers the token after, or 0.
 */
export function sideAtWord(scan: Scan, at: number): number {
  const length = lengthOf(scan, at);
  const written = scan.tokens.text.slice(scan.tokens.start[at], scan.tokens.end[at]).toLowerCase();
  const side = SIDES[written];
  if (side === undefined) return 0;
  if (length === 1 && !isShortSide(scan, at)) return 0;
  if ((written === 'lt' || written === 'rt' || written === 'both') && !isSidedPart(scan, at + 1))
    return 0;
  if (side === 'left' && length === 4 && isLeaving(scan, at)) return 0;
  return emit(scan, { kind: 'side', side }, at, at + 1);
}

function isSidedPart(scan: Scan, at: number): boolean {
  const next = plainAt(scan, at) === Plain.of || plainAt(scan, at) === Plain.the ? at + 1 : at;
  return (scan.words.sidedPart[wordAt(scan, next)] ?? 0) === 1;
}

function isShortSide(scan: Scan, at: number): boolean {
  // "tpi r trap": in a hurry all is small
  if (!isCapitalized(scan, at)) return isSidedPart(scan, at + 1);
  if (markOf(scan, at - 1) === Mark.open && markOf(scan, at + 1) === Mark.close) return true;
  if (markOf(scan, at + 1) === Mark.more && lengthOf(scan, at + 2) === 1) return true;
  if (markOf(scan, at - 1) === Mark.more && lengthOf(scan, at - 2) === 1) return true;
  const { text, start, end } = scan.tokens;
  return isSidedPart(scan, at + 1) || fillsCell(text, start[at] as number, end[at] as number);
}

/** "left work", "9 left", "left over": the verb, and what remains. */
function isLeaving(scan: Scan, at: number): boolean {
  if (isNumberToken(scan, at - 1) || scan.words.drugUnit[wordAt(scan, at - 1)] !== undefined)
    return true;
  const plain = plainAt(scan, at + 1);
  return (
    plain === Plain.over ||
    plain === Plain.the ||
    plain === Plain.off ||
    plain === Plain.for ||
    plain === Plain.a ||
    plain === Plain.out ||
    plain === Plain.leave
  );
}
