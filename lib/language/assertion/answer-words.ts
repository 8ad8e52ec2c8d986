/** Reads one of the known answers where a form may have one. */
import { Mark } from '../marks.ts';
import { foldedToken, Gap, markAt, numberAt, TokenKind, type Tokens } from '../tokens.ts';
import { ANSWERS } from './answers.ts';
import type { FormAnswer } from './forms.ts';

/** The most tokens of an answer. */
export const LONGEST_ANSWER = 6;

/** Denials that are whole whatever time follows: "None since June". */
const WHOLE_DENIALS: ReadonlySet<string> = new Set(
  'none|never|nope|nothing|there have been none|there has been none|there were none|there was none|has had none|had none'.split(
    '|',
  ),
);
const TIME_WORDS = new Set<string>(
  'since after lately recently today now ever these this'.split(' '),
);
/** Before a time, as before a place: "none in the last year", "none in the arms". */
const LEADING_WORDS = new Set<string>('in at for over during'.split(' '));
const LED_TIMES = new Set<string>(
  'last past previous this that these any present recent years months weeks days'.split(' '),
);
const ARTICLES = new Set<string>('the his her'.split(' '));

/** Whether a time opens at a token. */
function opensTime(tokens: Tokens, at: number): boolean {
  const word = foldedToken(tokens, at);
  if (TIME_WORDS.has(word)) return true;
  if (!LEADING_WORDS.has(word)) return false;
  const led = ARTICLES.has(foldedToken(tokens, at + 1)) ? at + 2 : at + 1;
  return LED_TIMES.has(foldedToken(tokens, led)) || Number.isFinite(numberAt(tokens, led));
}

/**
 * The answer that opens `[from, to)` and is all of it up to a comma, point or `end`; when it was so may
 * follow a denial.
 */
export function answerIn(
  tokens: Tokens,
  answerWords: ReadonlySet<number>,
  from: number,
  to: number,
  end: number,
): FormAnswer | undefined {
  if (from >= to || !answerWords.has(tokens.word[from] as number)) return undefined;
  let words = '';
  let found: FormAnswer | undefined;
  for (let i = from; i < to && i < from + LONGEST_ANSWER; i += 1) {
    words = words === '' ? foldedToken(tokens, i) : `${words} ${foldedToken(tokens, i)}`;
    const answer = ANSWERS.get(words);
    if (answer === undefined) continue;
    const isEnded = endsAnswer(tokens, i + 1, end);
    if (!isEnded && !(WHOLE_DENIALS.has(words) && opensTime(tokens, i + 1))) continue;
    if (
      answer === 'no' &&
      Number.isFinite(numberAt(tokens, i)) &&
      i + 1 < end &&
      markAt(tokens, i + 1) !== Mark.point
    )
      continue;
    found = { answer, first: from, last: i };
  }
  return found;
}

function endsAnswer(tokens: Tokens, token: number, end: number): boolean {
  if (token >= end) return true;
  const mark = markAt(tokens, token);
  return (
    mark === Mark.comma ||
    mark === Mark.point ||
    mark === Mark.semicolon ||
    mark === Mark.bar ||
    mark === Mark.underscore ||
    mark === Mark.quote ||
    mark === Mark.open ||
    tokens.gap[token] === Gap.tab ||
    (isCapital(tokens, token) && isLabel(tokens, token, end))
  );
}

/** "LTR: none seen Referred pain: yes": whether words are the answer of a field before the label of the next. */
export function answersField(tokens: Tokens, first: number, last: number): boolean {
  if (first === 0 || markAt(tokens, first - 1) !== Mark.colon) return false;
  const next = ENDS_OF_ANSWERS.has(foldedToken(tokens, last + 1)) ? last + 2 : last + 1;
  return (
    next < tokens.count &&
    isCapital(tokens, next) &&
    tokens.breaks[next] === 0 &&
    isLabel(tokens, next, Math.min(tokens.count, next + LONGEST_NEXT_LABEL))
  );
}

const ENDS_OF_ANSWERS = new Set(['seen', 'noted', 'found', 'felt', 'elicited', 'present', 'today']);
/** Tokens of a label in the middle of a line, with its colon. */
const LONGEST_NEXT_LABEL = 5;
/** The most tokens of a label. */
export const LONGEST_LABEL = 12;

/** Whether words with a colon behind them begin at a token: the next label of a line. */
export function isLabel(tokens: Tokens, from: number, end: number): boolean {
  for (let i = from; i < end && i <= from + LONGEST_LABEL; i += 1) {
    if (tokens.kind[i] === TokenKind.word) continue;
    return i > from && markAt(tokens, i) === Mark.colon;
  }
  return false;
}

function isCapital({ text, start }: Tokens, token: number): boolean {
  const letter = text[start[token] as number] ?? '';
  return letter !== letter.toLowerCase();
}
