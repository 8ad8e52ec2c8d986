/**
 * Characters that pages and word processors put in place of plain ones: hard blanks, curly quotes, short
 * dashes, other line ends. What is read holds the plain ones, so that no grammar has to know both.
 */

const DRESSED =
  /[\u0085\u00a0\u2000-\u200a\u2010-\u2013\u2018-\u201f\u2028\u2029\u202f\u2032\u2033\u205f\u2212\u3000]|\r\n?/g;

/** Dots that lead from a label to its answer: "Constipation ........ none". Fewer alone are a pause. */
const LEADER = /(?<=[\w)\]%"?]) ?(?:[.·]{5,}|…{2,}|(?:[.·] ){4,}[.·])/g;

/** Behind a long label of a form with leaders there is room for two. */
const SHORT_LEADER = /(?<=\w) \.{2,4}(?= )/g;

/** Marks that a dictation spells out: "meloxicam no help period new paragraph". */
const SPOKEN: readonly [RegExp, string][] = [
  [/(?<! a) (?:period(?! of)|full stop)\b/gi, '.'],
  [/ comma\b/gi, ','],
  [/ colon\b/gi, ':'],
  [/ semicolon\b/gi, ';'],
  [/ question mark\b/gi, '?'],
  [/ new (?:paragraph|line)\b/gi, '\n'],
];
/** What nobody writes who sets marks himself: a spoken end before a spoken line, or many spoken marks. */
const SPOKEN_LINE = /\b(?:period|full stop) new (?:paragraph|line)\b/i;
const SPOKEN_END = / (?:period|full stop)\b/gi;
const SPOKEN_COMMA = / comma\b/gi;
const FEWEST_ENDS = 3;
const FEWEST_MARKS = 6;

/** The same text in plain characters, of the same length: offsets are good for both. */
export function plainText(text: string): string {
  const plainly = withoutLeaders(text.replace(DRESSED, plain));
  if (!isDictated(plainly)) return plainly;
  return SPOKEN.reduce(
    (text, [words, mark]) => text.replace(words, (spoken) => mark.padEnd(spoken.length)),
    plainly,
  );
}

function withoutLeaders(text: string): string {
  const colon = (dots: string) => ':'.padEnd(dots.length);
  const led = text.replace(LEADER, colon);
  return led === text ? text : led.replace(SHORT_LEADER, colon);
}

/** Whether a text holds its marks as words, as they were said. */
function isDictated(text: string): boolean {
  const ends = text.match(SPOKEN_END)?.length ?? 0;
  if (ends === 0) return false;
  if (ends >= FEWEST_ENDS && ends + (text.match(SPOKEN_COMMA)?.length ?? 0) >= FEWEST_MARKS)
    return true;
  return SPOKEN_LINE.test(text);
}

function plain(written: string): string {
  if (written === '\r\n') return ' \n';
  const code = written.charCodeAt(0);
  if (code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029) return '\n';
  if ((code >= 0x2010 && code <= 0x2013) || code === 0x2212) return '-';
  if ((code >= 0x201c && code <= 0x201f) || code === 0x2033) return '"';
  return (code >= 0x2018 && code <= 0x201b) || code === 0x2032 ? "'" : ' ';
}
