/** The age of a person where no unit of time says it: "57 yo", "52F", "Age/Sex: 52 F", "aged 57". */
import { Mark } from '../marks.ts';
import { Gap } from '../tokens.ts';
import { digitsAt, isWhole } from './numbers.ts';
import {
  emit,
  isCapitalized,
  isGlued,
  isNumberToken,
  isWordToken,
  lengthOf,
  markOf,
  plainAt,
  type Scan,
} from './scan.ts';
import { Plain } from './words.ts';

const OLDEST = 120;
const GROWN = 14;

/** The age at a number: "57 yo", "57 y o", "52F". Answers the token after, or 0. */
export function ageAtNumber(scan: Scan, at: number): number {
  if (!isNumberToken(scan, at) || !isWhole(scan, at, 3)) return 0;
  const years = digitsAt(scan, at);
  if (years < 1 || years > OLDEST) return 0;
  const next = markOf(scan, at + 1) === Mark.hyphen ? at + 2 : at + 1;
  if (plainAt(scan, next) === Plain.yearsOld)
    return emit(scan, { kind: 'age', years }, at, next + 1);
  // "57 y o", "47 y. o.".
  if (lengthOf(scan, next) === 1 && letter(scan, next) === 'y') {
    const second =
      markOf(scan, next + 1) === Mark.point || markOf(scan, next + 1) === Mark.slash
        ? next + 2
        : next + 1;
    if (lengthOf(scan, second) === 1 && letter(scan, second) === 'o')
      return emit(scan, { kind: 'age', years }, at, second + 1);
  }
  if (years >= GROWN && isSex(scan, at, next)) return emit(scan, { kind: 'age', years }, at, next);
  return 0;
}

function letter(scan: Scan, at: number): string {
  return isWordToken(scan, at)
    ? scan.tokens.text.charAt(scan.tokens.start[at] as number).toLowerCase()
    : '';
}

/** Whether a lone "F" or "M" follows that says the sex: glued, or in a header where nothing else stands before. */
function isSex(scan: Scan, at: number, next: number): boolean {
  const sex = letter(scan, next);
  if (lengthOf(scan, next) !== 1 || (sex !== 'f' && sex !== 'm') || !isCapitalized(scan, next))
    return false;
  if (isGlued(scan, next)) return true;
  const before = markOf(scan, at - 1);
  return (
    at === 0 ||
    scan.tokens.gap[at] === Gap.tab ||
    (scan.tokens.breaks[at] as number) > 0 ||
    before === Mark.colon ||
    before === Mark.comma ||
    before === Mark.semicolon ||
    // behind a full stop a sentence begins
    (before === Mark.point && !isGlued(scan, at))
  );
}

/** "age 57", "aged 57", "Age/Sex: 52 F" at its first word. Answers the token after, or 0. */
export function ageAtWord(scan: Scan, at: number): number {
  for (let next = at + 1; next < at + 5; next += 1) {
    if (isNumberToken(scan, next)) {
      if (!isWhole(scan, next, 3)) return 0;
      const years = digitsAt(scan, next);
      const mark = markOf(scan, next + 1);
      if (years < 1 || years > OLDEST || mark === Mark.slash || mark === Mark.percent) return 0;
      return emit(scan, { kind: 'age', years }, at, next + 1);
    }
    const mark = markOf(scan, next);
    const short = lengthOf(scan, next) <= 3 && plainAt(scan, next) !== Plain.and;
    if (
      mark !== Mark.colon &&
      mark !== Mark.slash &&
      mark !== Mark.equals &&
      !(isWordToken(scan, next) && short)
    )
      return 0;
  }
  return 0;
}

/** "F, 67", "M/54", "Female, 44", "man of 39" at the word for the sex. Answers the token after, or 0. */
export function ageAtSex(scan: Scan, at: number): number {
  const isOf = isWordToken(scan, at + 1) && plainAt(scan, at + 1) === Plain.of;
  const joint = markOf(scan, at + 1);
  if (!isOf && joint !== Mark.comma && joint !== Mark.slash) return 0;
  if (isOf ? lengthOf(scan, at) === 1 : !opensField(scan, at)) return 0;
  const number = at + 2;
  if (!isNumberToken(scan, number) || !isWhole(scan, number, 3) || !isEnded(scan, number)) return 0;
  const years = digitsAt(scan, number);
  if (years < GROWN || years > OLDEST) return 0;
  return emit(scan, { kind: 'age', years }, at, number + 1);
}

/** Whether a sex is written where a field or sentence begins: "Patient: F, 67", "Pt F/71". */
function opensField(scan: Scan, at: number): boolean {
  if (!isCapitalized(scan, at)) return false;
  const before = markOf(scan, at - 1);
  const { breaks, gap } = scan.tokens;
  return (
    at === 0 ||
    (breaks[at] as number) > 0 ||
    gap[at] === Gap.tab ||
    before === Mark.colon ||
    before === Mark.point ||
    isWordToken(scan, at - 1)
  );
}

/** Whether nothing goes on from a number: "F, 67", "Male, 69, welder", and no "M, 60 mg". */
function isEnded(scan: Scan, at: number): boolean {
  const after = markOf(scan, at + 1);
  const { count, gap, breaks } = scan.tokens;
  return (
    at + 1 >= count ||
    after === Mark.comma ||
    after === Mark.semicolon ||
    (after === Mark.point && !isGlued(scan, at + 2)) ||
    gap[at + 1] === Gap.tab ||
    (breaks[at + 1] as number) > 0
  );
}
