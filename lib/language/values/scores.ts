/** Pain scores: "4-5/10", "8 out of 10", "VAS 7", "7 to 4", each with the condition it was given under. */
import { Mark } from '../marks.ts';
import type { Range, ScoreQualifier, Value } from '../mention.ts';
import { Gap } from '../tokens.ts';
import { digitsAt, isNumber, isWhole, readAmount, readNumber } from './numbers.ts';
import {
  emit,
  firstCode,
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

const TOP = 10;
/** How far a word that says under which condition may stand from its score. */
const QUALIFIER_REACH = 6;

/** The token after "/10", "out of 10" or "of 10" at `at`, or 0. */
function readOutOfTen(scan: Scan, at: number): number {
  const mark = markOf(scan, at);
  if (mark === Mark.slash) return readTen(scan, at + 1);
  const plain = plainAt(scan, at);
  if (plain === Plain.out && plainAt(scan, at + 1) === Plain.of) return readTen(scan, at + 2);
  if (plain === Plain.of || plain === Plain.over) return readTen(scan, at + 1);
  return 0;
}

function readTen(scan: Scan, at: number): number {
  if (isNumberToken(scan, at)) {
    if (digitsAt(scan, at) !== TOP || !isWhole(scan, at, 2)) return 0;
    return at + 1;
  }
  // "8/l0".
  const code = firstCode(scan, at);
  if (
    lengthOf(scan, at) === 1 &&
    (code === 0x6c || code === 0x49) &&
    isNumberToken(scan, at + 1) &&
    isGlued(scan, at + 1) &&
    digitsAt(scan, at + 1) === 0
  )
    return at + 2;
  return scan.words.cardinal[wordAt(scan, at)] === TOP ? at + 1 : 0;
}

/**
 * The score "n/10" whose amount was just read at `at`. Answers the token after it, or 0. A day
 * ("seen on 8/10") is none.
 */
export function scoreOutOfTen(scan: Scan, at: number): number {
  if (scan.high > TOP || scan.vague) return 0;
  const { low, high } = scan;
  const next = readOutOfTen(scan, scan.next);
  if (next === 0) return 0;
  const slash = markOf(scan, next);
  if (
    (slash === Mark.slash || slash === Mark.hyphen) &&
    isGlued(scan, next) &&
    isNumberToken(scan, next + 1) &&
    isGlued(scan, next + 1) &&
    digitsAt(scan, next + 1) > TOP
  )
    return 0;
  const before = plainAt(scan, at - 1);
  if (
    before === Plain.on ||
    before === Plain.dated ||
    before === Plain.since ||
    before === Plain.refill
  )
    return 0;
  const after = scan.words.countUnit[wordAt(scan, next)];
  if (after !== undefined || plainAt(scan, next) === Plain.completed) return 0;
  return emitScore(scan, { low, high }, at, next);
}

/** A number beside a word for pain, without "/10": "VAS 7", "pain level of 6", "with meds 6". */
export function scoreBesidePain(scan: Scan, at: number): number {
  const { low, high, next } = scan;
  if (high > TOP || scan.vague || isMeasured(scan, next)) return 0;
  if (!isBesidePain(scan, at) && !isInRow(scan, at, next)) return 0;
  // "back pain with two surgeries": a number in words counts what follows.
  if (!isNumberToken(scan, at) && isWordToken(scan, next) && plainAt(scan, next) === 0) return 0;
  return emitScore(scan, { low, high }, at, next);
}

/** Whether what follows makes the number another thing than a score. */
function isMeasured(scan: Scan, next: number): boolean {
  const word = wordAt(scan, next);
  const { timeUnit, countUnit, doseUnit, drugUnit, month, frequency } = scan.words;
  const mark = markOf(scan, next);
  if (mark === Mark.slash || mark === Mark.percent || mark === Mark.colon || mark === Mark.hash)
    return true;
  if ((timeUnit[word] ?? 0) > 0 || (month[word] ?? 0) > 0 || (frequency[word] ?? 0) > 0)
    return true;
  if (countUnit[word] !== undefined || doseUnit[word] !== undefined || drugUnit[word] !== undefined)
    return true;
  const plain = plainAt(scan, next);
  return (
    plain === Plain.measure ||
    plain === Plain.x ||
    plain === Plain.time ||
    plain === Plain.th ||
    plain === Plain.percent ||
    plain === Plain.route
  );
}

/** Whether the words before a number lead back to "pain" or "VAS" over nothing but fill words. */
function isBesidePain(scan: Scan, at: number): boolean {
  for (let back = at - 1; back >= at - 7; back -= 1) {
    const plain = plainAt(scan, back);
    if (plain === Plain.pain) return true;
    const mark = markOf(scan, back);
    if (mark !== 0) {
      if (
        mark === Mark.colon ||
        mark === Mark.equals ||
        mark === Mark.open ||
        mark === Mark.hyphen ||
        mark === Mark.tilde
      )
        continue;
      if (mark === Mark.slash || mark === Mark.comma) {
        const last = scan.found.at(-1);
        if (last?.value.kind === 'score' && scan.foundEnd >= back - 3) return true;
      }
      return false;
    }
    if (isFiller(scan, back)) continue;
    const last = scan.found.at(-1);
    return last?.value.kind === 'score' && plain === Plain.and && back - scan.foundEnd <= 1;
  }
  return false;
}

/** A word that says under which condition a score in a row was given: "average 6, worst 9, least 3". */
function isRowWord(scan: Scan, at: number): boolean {
  const plain = plainAt(scan, at);
  return (
    plain === Plain.worst ||
    plain === Plain.average ||
    plain === Plain.best ||
    (plain === Plain.least && plainAt(scan, at - 1) !== Plain.at)
  );
}

/** Whether a number without a word for pain stands in a row of scores, each behind its condition. */
function isInRow(scan: Scan, at: number, next: number): boolean {
  const mark = markOf(scan, at - 1);
  const labelled =
    mark === Mark.colon || mark === Mark.equals || plainAt(scan, at - 1) === Plain.is;
  if (!isRowWord(scan, labelled ? at - 2 : at - 1)) return false;
  const last = scan.found.at(-1);
  const isLast = last?.value.kind === 'score' && at - scan.foundEnd <= 4;
  if (isLast) return true;
  for (let ahead = next; ahead < next + 3; ahead += 1) {
    if (isRowWord(scan, ahead)) return isNumber(scan, ahead + 1) || isNumber(scan, ahead + 2);
  }
  return false;
}

/** "pre 8", "post-injection 3", "8 pre": the place of such a word beside a score, 0 when none stands there. */
function phaseAt(scan: Scan, at: number): ScoreQualifier | undefined {
  const plain = plainAt(scan, at);
  if (plain === Plain.pre) return 'before';
  return plain === Plain.post ? 'after' : undefined;
}

/** Before or after a procedure, as the word beside a score says; "post" behind one only where another was before. */
function phaseOf(scan: Scan, at: number, next: number): ScoreQualifier | undefined {
  const mark = markOf(scan, at - 1);
  const label = mark === Mark.colon || mark === Mark.equals ? at - 2 : at - 1;
  const word = scan.words.countUnit[wordAt(scan, label)] === undefined ? label : label - 1;
  const before = phaseAt(scan, word);
  if (before !== undefined && word >= scan.foundEnd) return before;
  const behind = phaseAt(scan, next);
  const last = scan.found.at(-1)?.value;
  const wasBefore = last?.kind === 'score' && last.qualifier === 'before';
  return behind === 'before' || (behind === 'after' && wasBefore) ? behind : undefined;
}

function isFiller(scan: Scan, at: number): boolean {
  const plain = plainAt(scan, at);
  if (phaseAt(scan, at) !== undefined || phaseAt(scan, at - 1) !== undefined) return true;
  if ((scan.words.medication[wordAt(scan, at)] ?? 0) === 1) return true;
  return (
    plain === Plain.rate ||
    plain === Plain.is ||
    plain === Plain.at ||
    plain === Plain.a ||
    plain === Plain.of ||
    plain === Plain.about ||
    plain === Plain.current ||
    plain === Plain.average ||
    plain === Plain.worst ||
    plain === Plain.best ||
    plain === Plain.least ||
    plain === Plain.with ||
    plain === Plain.without ||
    plain === Plain.as ||
    plain === Plain.to ||
    plain === Plain.baseline ||
    plain === Plain.from ||
    plain === Plain.the
  );
}

/**
 * A fall from one score to another without "/10" on the first: "7 to 4", "from 8 down to 5",
 * "8 to 3/10", "4 from 8". Two scores are recorded; answers the token after, or 0.
 */
export function scorePair(scan: Scan, at: number): number {
  if (!isNumber(scan, at) || !readNumber(scan, at)) return 0;
  const first = scan.low;
  const firstEnd = scan.next;
  if (first > TOP) return 0;
  const link = skipFall(scan, firstEnd);
  const isDown = link > firstEnd;
  const backwards = plainAt(scan, link) === Plain.from;
  const arrow = backwards ? 0 : arrowEnd(scan, link);
  if (arrow === 0 && plainAt(scan, link) !== Plain.to && !backwards) return 0;
  let second = arrow > 0 ? arrow : link + 1;
  if (plainAt(scan, second) === Plain.a || plainAt(scan, second) === Plain.about) second += 1;
  if (!isNumber(scan, second) || !readAmount(scan, second)) return 0;
  const { low, high, next } = scan;
  if (high > TOP || (backwards ? low <= first : low >= first)) return 0;
  const outOf = readOutOfTen(scan, next);
  const end = outOf > 0 ? outOf : next;
  if (outOf === 0 && (isMeasured(scan, next) || !(isDown || isFallCued(scan, at)))) return 0;
  emitPair(scan, { low: first, high: first }, backwards ? 'after' : 'before', at, firstEnd);
  return emitPair(scan, { low, high }, backwards ? 'before' : 'after', second, end);
}

/** The token after "down", "dropped", "came down" at `at`: words between two scores that say the pain fell. */
function skipFall(scan: Scan, at: number): number {
  let next = at;
  while (
    next < at + 2 &&
    (plainAt(scan, next) === Plain.down ||
      plainAt(scan, next) === Plain.come ||
      plainAt(scan, next) === Plain.decrease)
  )
    next += 1;
  return next;
}

/** The token after an arrow at `at`, as one sign or typed: "→", "->", "-->", "=>"; 0 when none stands. */
function arrowEnd(scan: Scan, at: number): number {
  if (markOf(scan, at) === Mark.arrow) return at + 1;
  let next = at;
  while (
    next < at + 3 &&
    (markOf(scan, next) === Mark.hyphen || markOf(scan, next) === Mark.equals)
  )
    next += 1;
  return next > at && markOf(scan, next) === Mark.more && isGlued(scan, next) ? next + 1 : 0;
}

function emitPair(
  scan: Scan,
  range: Range,
  qualifier: ScoreQualifier,
  at: number,
  end: number,
): number {
  return emit(scan, { kind: 'score', amount: range, outOf: TOP, qualifier }, at, end);
}

/** Whether pain or a decrease is spoken of shortly before a pair of numbers. */
function isFallCued(scan: Scan, at: number): boolean {
  for (let back = at - 1; back >= at - 8 && back >= 0; back -= 1) {
    const plain = plainAt(scan, back);
    if (plain === Plain.pain || plain === Plain.decrease) return true;
    const mark = markOf(scan, back);
    if (mark === Mark.point || mark === Mark.semicolon) return false;
  }
  return false;
}

function emitScore(scan: Scan, range: Range, at: number, next: number): number {
  const value: Value = { kind: 'score', amount: range, outOf: TOP };
  const last = scan.found.at(-1);
  if (
    last?.value.kind === 'score' &&
    isFallLink(scan, scan.foundEnd, at) &&
    last.value.amount.low > range.low
  ) {
    last.value.qualifier = 'before';
    value.qualifier = 'after';
    return emit(scan, value, at, next);
  }
  const qualifier =
    phaseOf(scan, at, next) ??
    labelOf(scan, at) ??
    qualifierAfter(scan, next) ??
    qualifierBefore(scan, at);
  if (qualifier !== undefined) value.qualifier = qualifier;
  return emit(scan, value, at, next);
}

/** Whether nothing but "to", "down to a" or an arrow stands between two scores. */
function isFallLink(scan: Scan, from: number, at: number): boolean {
  if (arrowEnd(scan, from) === at) return true;
  if (at - from > 4 || at <= from) return false;
  for (let i = from; i < at; i += 1) {
    const plain = plainAt(scan, i);
    const isLink =
      plain === Plain.to ||
      plain === Plain.down ||
      plain === Plain.decrease ||
      (plain === Plain.a && i === at - 1);
    if (!isLink) return false;
  }
  return true;
}

/** The condition that labels a score: "worst: 9". */
function labelOf(scan: Scan, at: number): ScoreQualifier | undefined {
  const mark = markOf(scan, at - 1);
  if (mark !== Mark.colon && mark !== Mark.equals) return undefined;
  return isRowWord(scan, at - 2) ? qualifierAt(scan, at - 2, false) : undefined;
}

/** The condition named behind a score, before the clause ends or the next number comes. */
function qualifierAfter(scan: Scan, next: number): ScoreQualifier | undefined {
  for (let at = next; at < next + QUALIFIER_REACH; at += 1) {
    if (isNumberToken(scan, at) || scan.tokens.gap[at] === Gap.tab) return undefined;
    const mark = markOf(scan, at);
    if (
      mark !== 0 &&
      mark !== Mark.open &&
      mark !== Mark.hyphen &&
      mark !== Mark.slash &&
      mark !== Mark.close
    )
      return undefined;
    const plain = plainAt(scan, at);
    if (plain === Plain.and || plain === Plain.afterwards || plain === Plain.to) return undefined;
    const qualifier = qualifierAt(scan, at, true);
    if (qualifier === undefined) continue;
    // "6/10 with meds": the words may belong to the score that follows, not so at a clause's end.
    return qualifier;
  }
  return undefined;
}

/** The nearest condition named before a score, up to the score, number or clause before it. */
function qualifierBefore(scan: Scan, start: number): ScoreQualifier | undefined {
  for (let at = start - 1; at >= start - 12 && at >= scan.foundEnd; at -= 1) {
    const mark = markOf(scan, at);
    if (mark === Mark.point || mark === Mark.semicolon) return undefined;
    // "with meds 8, without 9": what is left out is named before.
    const qualifier = qualifierAt(scan, at, at === start - 1);
    if (qualifier !== undefined) return qualifier;
  }
  return undefined;
}

/** The condition that the word at `at` names. Behind a score "with" may stand alone: "8 without meds, 5 with". */
function qualifierAt(scan: Scan, at: number, behind: boolean): ScoreQualifier | undefined {
  const plain = plainAt(scan, at);
  switch (plain) {
    case Plain.least:
      return plainAt(scan, at - 1) === Plain.at ? undefined : 'least';
    case Plain.best:
      return 'least';
    case Plain.worst:
      return 'worst';
    case Plain.average:
      return 'average';
    case Plain.baseline:
      return 'before';
    case Plain.current:
      return behind ? undefined : 'current';
    case Plain.without:
      return namesMedication(scan, at + 1, behind) ? 'without-medication' : undefined;
    case Plain.with:
      if (plainAt(scan, at + 1) === Plain.out)
        return namesMedication(scan, at + 2, behind) ? 'without-medication' : undefined;
      return namesMedication(scan, at + 1, behind) ? 'with-medication' : undefined;
    case Plain.on:
      return namesMedication(scan, at + 1, false) ? 'with-medication' : undefined;
    case Plain.off:
      return namesMedication(scan, at + 1, false) ? 'without-medication' : undefined;
    case Plain.before:
      return 'before';
    case Plain.after:
      return 'after';
    default:
      return undefined;
  }
}

/** Whether a word for medication, a drug or (at a clause's end) nothing follows "with". */
function namesMedication(scan: Scan, at: number, mayBeLeftOut: boolean): boolean {
  for (let next = at; next < at + 4; next += 1) {
    const word = wordAt(scan, next);
    if ((scan.words.medication[word] ?? 0) === 1 || (scan.words.drug[word] ?? 0) === 1) return true;
    if (!isWordToken(scan, next)) return mayBeLeftOut && next === at;
    const plain = plainAt(scan, next);
    if (plain === Plain.activity || plain === Plain.and) return false;
  }
  return false;
}
