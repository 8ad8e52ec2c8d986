/** How much is dispensed: "#30", "Qty: 60", "60 tabs", "100 g tube", "(unspecified quantity)", "2 refills". */
import { Mark } from '../marks.ts';
import { readUnit } from './durations.ts';
import { skipAsNeeded } from './frequencies.ts';
import { digitsAt, isNumber, isWhole, readDictated, readNumber } from './numbers.ts';
import {
  emit,
  isGlued,
  isNumberToken,
  markOf,
  nearDrug,
  plainAt,
  type Scan,
  wordAt,
} from './scan.ts';
import { Plain } from './words.ts';

/** "#30" further behind a drug's name than this many tokens is the number of something else. */
const DRUG_REACH = 26;
const MOST_UNITS = 2000;
const MOST_REFILLS = 12;
/** From so many units on, "30 tabs" is what is dispensed and not what is taken. */
const LEAST_DISPENSED = 7;
/** From so many grams on, a weight is that of a container and not a dose. */
const LEAST_GRAMS = 15;
/** ... and so many millilitres, not further behind the name, are those of a bottle. */
const LEAST_MILLILITRES = 60;
const BOTTLE_REACH = 18;

function emitOpen(scan: Scan, first: number, end: number): number {
  return emit(scan, { kind: 'quantity', amount: 0, stated: false }, first, end);
}

function emitQuantity(scan: Scan, amount: number, first: number, end: number): number {
  const unit = scan.words.drugUnit[wordAt(scan, end)];
  const dose = scan.words.doseUnit[wordAt(scan, end)];
  if (unit !== undefined)
    return emit(scan, { kind: 'quantity', amount, unit, stated: true }, first, end + 1);
  if (dose === 'g' || dose === 'ml')
    return emit(scan, { kind: 'quantity', amount, unit: dose, stated: true }, first, end + 1);
  return emit(scan, { kind: 'quantity', amount, stated: true }, first, end);
}

/** The quantity at "#", "qty", "number", "unspecified" or "TBD". Answers the token after, or 0. */
export function quantityAtWord(scan: Scan, at: number): number {
  const mark = markOf(scan, at);
  if (mark === Mark.hash) return quantityAtHash(scan, at, at);
  switch (plainAt(scan, at)) {
    case Plain.quantity:
      return quantityAtLabel(scan, at);
    case Plain.unspecified:
      return plainAt(scan, at + 1) === Plain.quantity ? emitOpen(scan, at, at + 2) : 0;
    case Plain.tbd:
      return nearDrug(scan, at, DRUG_REACH) ? emitOpen(scan, at, at + 1) : 0;
    case Plain.number:
      return numbered(scan, at);
    case Plain.container:
      return contained(scan, at);
    default:
      return 0;
  }
}

function quantityAtHash(scan: Scan, at: number, first: number): number {
  const number = at + 1;
  if (markOf(scan, number) === Mark.underscore)
    return nearDrug(scan, at, DRUG_REACH) || first < at
      ? emitOpen(scan, first, blankEnd(scan, number))
      : 0;
  if (!isNumberToken(scan, number) || !isWhole(scan, number, 4)) return 0;
  if (
    first === at &&
    (!isPrescription(scan, at) || isReference(scan, at) || isInstrument(scan, at))
  )
    return 0;
  return emitQuantity(scan, digitsAt(scan, number), first, number + 1);
}

/** "a #15 blade", "#5-0 suture": sizes, where an anesthetic was named before. */
function isInstrument(scan: Scan, at: number): boolean {
  const next = at + 2;
  if (plainAt(scan, at - 1) === Plain.a || plainAt(scan, next) === Plain.instrument) return true;
  return markOf(scan, next) === Mark.hyphen && isGlued(scan, next) && isGlued(scan, next + 1);
}

/** A number this near to a drug's name belongs to it whatever stands between. */
const NEXT_TO_DRUG = 8;
const SIG_KINDS = ['dose', 'take', 'frequency', 'quantity', 'refills'];

/** Whether a drug, or directions for one whose name was not understood, stand before "#30". */
function isPrescription(scan: Scan, at: number): boolean {
  if (nearDrug(scan, at, NEXT_TO_DRUG)) return true;
  const kind = scan.found.at(-1)?.value.kind ?? '';
  if (kind === 'duration' || kind === 'percent') return nearDrug(scan, at, DRUG_REACH);
  return at - scan.foundEnd <= NEXT_TO_DRUG && SIG_KINDS.includes(kind);
}

/** Items of a list that are pointed at by their number. */
const LONGEST_LIST = 12;

/** "Tylenol #3" is a name; "refill #3 #4" and "item #2" point at lines of a list, "recheck #1" at a day. */
function isReference(scan: Scan, at: number): boolean {
  const value = digitsAt(scan, at + 1);
  if (scan.words.numberedNames.get(wordAt(scan, at - 1))?.has(value)) return true;
  // "Lyrica 75 bid, refill #60": no list is that long.
  if (value > LONGEST_LIST) return false;
  for (let back = at - 1; back > scan.drugAt && back >= at - 6; back -= 1) {
    const plain = plainAt(scan, back);
    if (plain === Plain.refill || plain === Plain.item) return true;
  }
  const before = plainAt(scan, at - 1);
  return before === Plain.item || before === Plain.occasion;
}

function blankEnd(scan: Scan, at: number): number {
  let end = at;
  while (markOf(scan, end) === Mark.underscore) end += 1;
  return end;
}

function quantityAtLabel(scan: Scan, at: number): number {
  let next = at + 1;
  for (let skipped = 0; skipped < 3; skipped += 1) {
    const mark = markOf(scan, next);
    const plain = plainAt(scan, next);
    // "... without refill." ends a line: the number below is of something else
    if (mark === Mark.point && opensLine(scan, next + 1)) return 0;
    if (
      mark === Mark.colon ||
      mark === Mark.point ||
      mark === Mark.equals ||
      mark === Mark.close ||
      plain === Plain.of ||
      plain === Plain.is
    )
      next += 1;
    else break;
  }
  const mark = markOf(scan, next);
  if (mark === Mark.hash) return quantityAtHash(scan, next, at);
  if (mark === Mark.underscore) return emitOpen(scan, at, blankEnd(scan, next));
  const plain = plainAt(scan, next);
  if (plain === Plain.tbd || plain === Plain.unspecified) return emitOpen(scan, at, next + 1);
  if (plain === Plain.not && plainAt(scan, next + 1) === Plain.stated)
    return emitOpen(scan, at, next + 2);
  const needed = skipAsNeeded(scan, next);
  if (needed > next) return emitOpen(scan, at, needed);
  // "disp: xc (90)", "disp: ninety (90)": the digits in the brackets count.
  if (markOf(scan, next + 1) === Mark.open && markOf(scan, next + 3) === Mark.close) next += 2;
  if (!isNumber(scan, next) || !readDictated(scan, next)) return 0;
  if (scan.low > MOST_UNITS || !Number.isInteger(scan.low)) return 0;
  if (scan.words.doseUnit[wordAt(scan, scan.next)] === 'mg') return 0;
  // "dispensed 2/2/16": a day.
  if (markOf(scan, scan.next) === Mark.slash && isNumberToken(scan, scan.next + 1)) return 0;
  // "Dispensed. 5) Chair": the number of the next item.
  if (markOf(scan, scan.next) === Mark.close && (scan.tokens.breaks[next] as number) > 0) return 0;
  return emitQuantity(scan, scan.low, at, scan.next);
}

/** "box of 30" beside a drug. */
function contained(scan: Scan, at: number): number {
  const number = at + 2;
  if (plainAt(scan, at + 1) !== Plain.of || !nearDrug(scan, at, DRUG_REACH)) return 0;
  if (!isNumberToken(scan, number) || !isWhole(scan, number, 3)) return 0;
  return emitQuantity(scan, digitsAt(scan, number), at, number + 1);
}

/** "number 60" in dictated prescriptions. */
function numbered(scan: Scan, at: number): number {
  if (!nearDrug(scan, at, DRUG_REACH) || !isNumber(scan, at + 1) || !readDictated(scan, at + 1))
    return 0;
  if (scan.vague || scan.low > MOST_UNITS || !Number.isInteger(scan.low)) return 0;
  return emitQuantity(scan, scan.low, at, scan.next);
}

/** "60 tabs", "240 gm", "100 g tube" whose amount was just read at `at`. Answers the token after, or 0. */
export function quantityAtNumber(scan: Scan, at: number): number {
  const { low, high, next } = scan;
  if (scan.vague || low !== high || low > MOST_UNITS || !Number.isInteger(low)) return 0;
  const hash = markOf(scan, at - 1) === Mark.hash;
  const dose = scan.words.doseUnit[wordAt(scan, next)];
  if (dose === 'g' || dose === 'ml') {
    const contained = plainAt(scan, next + 1) === Plain.container;
    // A weight beside a drug is that of its container; further off, volumes are of blood and contrast.
    const dispensed =
      dose === 'g'
        ? low >= LEAST_GRAMS && nearDrug(scan, at, DRUG_REACH)
        : low >= LEAST_MILLILITRES && nearDrug(scan, at, BOTTLE_REACH);
    if (!contained && !dispensed && !hash) return 0;
    if (markOf(scan, next + 1) === Mark.slash || plainAt(scan, next + 1) === Plain.a) return 0;
    return emit(
      scan,
      { kind: 'quantity', amount: low, unit: dose, stated: true },
      hash ? at - 1 : at,
      contained ? next + 2 : next + 1,
    );
  }
  const unit = scan.words.drugUnit[wordAt(scan, next)];
  if (unit === undefined || unit === 'unit') return 0;
  const contained = plainAt(scan, next) === Plain.container;
  if (contained ? !nearDrug(scan, at, DRUG_REACH) : low < LEAST_DISPENSED) return 0;
  return emit(
    scan,
    { kind: 'quantity', amount: low, unit, stated: true },
    hash ? at - 1 : at,
    next + 1,
  );
}

/**
 * "at bedtime, thirty, with one refill", "tid, 90.", "daily 30 RF2", "hs. 30 + 2": a bare number
 * right behind directions is what is dispensed. Answers the token after, or 0.
 */
export function quantityBehindDirections(scan: Scan, at: number): number {
  const { low, high, next, vague } = scan;
  if (scan.found.at(-1)?.value.kind !== 'frequency' || at - scan.foundEnd > 1) return 0;
  if (vague || low !== high || !Number.isInteger(low)) return 0;
  if (low < LEAST_DISPENSED || low > MOST_UNITS || !nearDrug(scan, at, DRUG_REACH)) return 0;
  const isDirect = scan.foundEnd === at;
  const after = markOf(scan, next);
  const refills = plainAt(scan, next) === Plain.refill || isPlusNumber(scan, next);
  const tied = refills || plainAt(scan, next) === Plain.with || plainAt(scan, next) === Plain.no;
  const ends =
    next >= scan.tokens.count ||
    (scan.tokens.breaks[next] as number) > 0 ||
    after === Mark.comma ||
    after === Mark.semicolon ||
    (after === Mark.point && !isGlued(scan, next + 1));
  const before = markOf(scan, at - 1);
  if (isDirect || before === Mark.comma ? !ends && !tied : before !== Mark.point || !refills)
    return 0;
  return emit(scan, { kind: 'quantity', amount: low, stated: true }, at, next);
}

/** "+ 2" behind a quantity. */
function isPlusNumber(scan: Scan, at: number): boolean {
  return markOf(scan, at) === Mark.plus && isNumberToken(scan, at + 1);
}

/** "RF x2", "refills: 2", "Refill 1" and "no refills", "+2" at their first word. Answers the token after, or 0. */
export function refillsAtWord(scan: Scan, at: number): number {
  if (markOf(scan, at) === Mark.plus) return refillsAtPlus(scan, at);
  if (plainAt(scan, at) === Plain.no) {
    const word = plainAt(scan, at + 1) === Plain.more ? at + 2 : at + 1;
    if (plainAt(scan, word) !== Plain.refill || !nearDrug(scan, at, DRUG_REACH)) return 0;
    return emit(scan, { kind: 'refills', amount: 0 }, at, word + 1);
  }
  let next = at + 1;
  for (let skipped = 0; skipped < 3; skipped += 1) {
    const mark = markOf(scan, next);
    const plain = plainAt(scan, next);
    if (
      mark === Mark.colon ||
      mark === Mark.equals ||
      mark === Mark.point ||
      plain === Plain.x ||
      plain === Plain.time ||
      mark === Mark.times
    )
      next += 1;
    else break;
  }
  if (markOf(scan, next) === Mark.hash && !isGlued(scan, next)) next += next === at + 1 ? 0 : 1;
  if (plainAt(scan, next) === Plain.no)
    return nearDrug(scan, at, DRUG_REACH)
      ? emit(scan, { kind: 'refills', amount: 0 }, at, next + 1)
      : 0;
  if (!isNumber(scan, next) || !readNumber(scan, next) || scan.vague) return 0;
  const { low } = scan;
  const end = scan.next;
  if (low > MOST_REFILLS || !Number.isInteger(low)) return 0;
  const word = wordAt(scan, end);
  if (scan.words.doseUnit[word] !== undefined || scan.words.drugUnit[word] !== undefined) return 0;
  if (readUnit(scan, end, true) > 0) return 0;
  const mark = markOf(scan, end);
  if ((mark === Mark.slash || mark === Mark.hyphen) && isGlued(scan, end)) return 0;
  return emit(scan, { kind: 'refills', amount: low }, at, end);
}

/** "#30 +2": refills right behind a quantity or a frequency. */
function refillsAtPlus(scan: Scan, at: number): number {
  const kind = scan.found.at(-1)?.value.kind;
  if ((kind !== 'quantity' && kind !== 'frequency') || at - scan.foundEnd > 1) return 0;
  const number = at + 1;
  if (
    !isNumberToken(scan, number) ||
    !isWhole(scan, number, 2) ||
    digitsAt(scan, number) > MOST_REFILLS
  )
    return 0;
  return emit(scan, { kind: 'refills', amount: digitsAt(scan, number) }, at, number + 1);
}

function isPlural({ tokens }: Scan, at: number): boolean {
  return /s$/i.test(tokens.text.slice(tokens.start[at], tokens.end[at]));
}

/** Whether the token is the first of its line. */
function opensLine({ tokens: { text, start, end } }: Scan, at: number): boolean {
  return text.slice(end[at - 1], start[at]).includes('\n');
}

/** "2 refills", "one RF", "two additional refills", "3 fills" whose amount was just read at `at`. */
export function refillsAtNumber(scan: Scan, at: number): number {
  const { low, high } = scan;
  if (scan.vague || low !== high || low > MOST_REFILLS || !Number.isInteger(low)) return 0;
  let next = scan.next;
  if (plainAt(scan, next) === Plain.more) next += 1;
  const plain = plainAt(scan, next);
  if (plain === Plain.refill) {
    // "Norco 5 refill": a strength, and the word asks
    if (low > 1 && at - scan.drugAt === 1 && !isPlural(scan, next)) return 0;
    // "Disp: 10 Refills: 0": the word is a label of its own.
    if (markOf(scan, next + 1) === Mark.colon && isNumber(scan, next + 2)) return 0;
    if (opensLine(scan, next)) return 0;
    // "1 RF 2": the number behind it counts.
    return emit(scan, { kind: 'refills', amount: low }, at, next + 1);
  }
  if (plain === Plain.fill && low > 0 && nearDrug(scan, at, DRUG_REACH)) {
    return emit(scan, { kind: 'refills', amount: low - 1 }, at, next + 1);
  }
  return 0;
}

/**
 * "#90 x 3", "number ninety times three": a multiplier right behind a quantity counts fills; that of a
 * word for refills counts those. Answers the token after, or 0.
 */
export function refillsAtTimes(scan: Scan, at: number): number {
  const last = scan.found.at(-1);
  const plain = plainAt(scan, at);
  if (plain !== Plain.x && plain !== Plain.time) return 0;
  if (last?.value.kind !== 'quantity' || scan.foundEnd !== at) return 0;
  const number = at + 1;
  if (!isNumber(scan, number) || (isNumberToken(scan, number) && !isWhole(scan, number, 2)))
    return 0;
  if (!readNumber(scan, number) || !Number.isInteger(scan.low)) return 0;
  const { low: fills, next } = scan;
  if (fills < 1 || fills > MOST_REFILLS || readUnit(scan, next, true) > 0) return 0;
  if (plainAt(scan, next) === Plain.refill)
    return emit(scan, { kind: 'refills', amount: fills }, at, next + 1);
  const end = plainAt(scan, next) === Plain.fill ? next + 1 : next;
  return emit(scan, { kind: 'refills', amount: fills - 1 }, at, end);
}
