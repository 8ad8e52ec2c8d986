/** Under which condition a pain score was given: with or without medication, before or after, best or worst. */
import { Mark } from '../marks.ts';
import type { ScoreQualifier } from '../mention.ts';
import { Gap } from '../tokens.ts';
import { isNumber } from './numbers.ts';
import { isNumberToken, isWordToken, markOf, plainAt, type Scan, wordAt } from './scan.ts';
import { Plain } from './words.ts';

/** How far a word that says under which condition may stand from its score. */
export const QUALIFIER_REACH = 6;

/** The condition of the score whose number stands at `at` and ends before token `next`. */
export function conditionOf(scan: Scan, at: number, next: number): ScoreQualifier | undefined {
  return (
    phaseOf(scan, at, next) ??
    labelOf(scan, at) ??
    qualifierAfter(scan, next) ??
    qualifierBefore(scan, at)
  );
}

/** A word that says under which condition a score in a row was given: "average 6, worst 9, least 3". */
export function isRowWord(scan: Scan, at: number): boolean {
  const plain = plainAt(scan, at);
  return (
    plain === Plain.worst ||
    plain === Plain.average ||
    plain === Plain.best ||
    (plain === Plain.least && plainAt(scan, at - 1) !== Plain.at)
  );
}

/** "pre 8", "post-injection 3", "8 pre": the place of such a word beside a score, 0 when none stands there. */
export function phaseAt(scan: Scan, at: number): ScoreQualifier | undefined {
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

/** The condition that labels a score: "worst: 9", "pain without medication: 8/10". */
function labelOf(scan: Scan, at: number): ScoreQualifier | undefined {
  const mark = markOf(scan, at - 1);
  if (mark !== Mark.colon && mark !== Mark.equals) return undefined;
  return isRowWord(scan, at - 2) ? qualifierAt(scan, at - 2, false) : qualifierBefore(scan, at - 1);
}

/** The condition named behind a score, before the clause ends or the next number comes. */
export function qualifierAfter(scan: Scan, next: number): ScoreQualifier | undefined {
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
    if (opensNextScore(scan, at)) return undefined;
    // "6/10 with meds": the words may belong to the score that follows, not so at a clause's end.
    return qualifier;
  }
  return undefined;
}

/** "7 with 4", behind "without meds": the word says of the number behind it, unless that counts tablets. */
function opensNextScore(scan: Scan, at: number): boolean {
  const plain = plainAt(scan, at);
  if (plain !== Plain.with && plain !== Plain.without) return false;
  const counted = wordAt(scan, at + 2);
  const { medication, drug, drugUnit } = scan.words;
  return (
    isNumberToken(scan, at + 1) &&
    (medication[counted] ?? 0) === 0 &&
    (drug[counted] ?? 0) === 0 &&
    drugUnit[counted] === undefined
  );
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
export function qualifierAt(scan: Scan, at: number, behind: boolean): ScoreQualifier | undefined {
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
    // "7 without and 4 with medication"
    if (plain === Plain.and) return mayBeLeftOut && next === at && isNumber(scan, next + 1);
    if (plain === Plain.activity) return false;
  }
  return false;
}
