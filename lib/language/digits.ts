/** Where digits are, and letters that were digits before a scan: "O.5", "#3O", "1O/325". */
import { CharacterClass, classAt, isCapital } from './characters.ts';

const { letter: LETTER, digit: DIGIT } = CharacterClass;
const HYPHEN = 0x2d;
const POINT = 0x2e;
const SLASH = 0x2f;
const HASH = 0x23;
const CAPITAL_I = 0x49;
const CAPITAL_O = 0x4f;
const SMALL_L = 0x6c;
const SMALL_O = 0x6f;

/** Whether an "O" at `at` stands for a leading zero: "O.5", "O3/11", "8/O3". */
function isLeadingZero(text: string, at: number): boolean {
  const before = classAt(text, at - 1);
  if (before === LETTER || before === DIGIT) return false;
  const next = text.charCodeAt(at + 1);
  if (next === POINT) return classAt(text, at + 2) === DIGIT;
  if (classAt(text, at + 1) !== DIGIT) return false;
  const previous = text.charCodeAt(at - 1);
  if ((previous === SLASH || previous === HYPHEN) && classAt(text, at - 2) === DIGIT) return true;
  if (previous === HASH) return true;
  const after = text.charCodeAt(at + 2);
  const afterNext = text.charCodeAt(at + 3);
  const digitLike = classAt(text, at + 3) === DIGIT || afterNext === CAPITAL_O;
  return (after === SLASH || after === HYPHEN) && digitLike;
}

/** Whether the letter at `at`, just after digits, was a digit before the scan. */
export function isScannedDigit(text: string, at: number, code: number): boolean {
  if (code === CAPITAL_O)
    return (
      classAt(text, at + 1) !== LETTER ||
      !isCapital(text.charCodeAt(at + 1)) ||
      text.charCodeAt(at + 1) === CAPITAL_O
    );
  const next = classAt(text, at + 1);
  if (code === SMALL_O || code === SMALL_L || code === CAPITAL_I) return next === DIGIT;
  return false;
}

/** Whether a decimal point at `at` belongs to the number: "0.5", and not "8.18.11" or "5. Then". */
export function isDecimalPoint(text: string, at: number): boolean {
  const first = text.charCodeAt(at + 1);
  if (classAt(text, at + 1) !== DIGIT && !(first === CAPITAL_O && classAt(text, at + 2) !== LETTER))
    return false;
  let next = at + 1;
  while (classAt(text, next) === DIGIT) next += 1;
  return !(text.charCodeAt(next) === POINT && classAt(text, next + 1) === DIGIT);
}

/** Whether a comma at `at` parts thousands: three digits follow, and no fourth. */
export function isThousandsComma(text: string, at: number): boolean {
  return (
    classAt(text, at + 1) === DIGIT &&
    classAt(text, at + 2) === DIGIT &&
    classAt(text, at + 3) === DIGIT &&
    classAt(text, at + 4) !== DIGIT
  );
}

/** Whether a letter at `at` was a digit before the scan: "O.5", "#l5". */
export function startsScannedNumber(text: string, at: number, code: number): boolean {
  if (code === CAPITAL_O) return isLeadingZero(text, at);
  return code === SMALL_L && text.charCodeAt(at - 1) === HASH && classAt(text, at + 1) === DIGIT;
}

/** Whether the point at `at` starts a decimal (".5"): nothing that could end in it stands before. */
export function startsDecimal(text: string, at: number, code: number): boolean {
  if (code !== POINT || classAt(text, at + 1) !== DIGIT) return false;
  const before = classAt(text, at - 1);
  return (
    before !== LETTER &&
    before !== DIGIT &&
    text.charCodeAt(at - 1) !== POINT &&
    isDecimalPoint(text, at)
  );
}
