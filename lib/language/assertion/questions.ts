/** Questions and their answers: "Any numbness? No.", "Does she exercise at home?" */
import { Mark } from '../marks.ts';
import { foldedToken, Gap, markAt, TokenKind, type Tokens } from '../tokens.ts';
import { MONTHS } from '../values/value-lexicon.ts';
import { answerIn } from './answer-words.ts';
import { choiceBehind } from './boxes.ts';
import type { FormAnswer } from './forms.ts';
import { behindSpeaker } from './speaker-labels.ts';
import { behindTeller } from './tellers.ts';

/** The most tokens between a question's mark and the word asked about: "left C5-6". */
const LONGEST_SITE = 8;
/** A question's mark stands at most so many tokens behind what is asked. */
const MARK_REACH = 8;

const QUOTES: ReadonlySet<number> = new Set([0x22, 0x201c, 0x201d]);

function isQuote(tokens: Tokens, token: number): boolean {
  return QUOTES.has(markAt(tokens, token));
}

/**
 * The first word of what is said from `a` on: behind who says it, a quote mark, and who is spoken to:
 * "MA: does", "Doctor, does".
 */
function openingOf(tokens: Tokens, a: number, first: number): number {
  const said = behindSpeaker(tokens, a, first);
  const start = isQuote(tokens, said) ? said + 1 : said;
  return markAt(tokens, start + 1) === Mark.comma && start + 2 <= first ? start + 2 : start;
}

const OPEN_QUESTIONS = new Set(['what', 'which', 'how', 'when', 'where', 'who', 'why']);

/** "MA: how long on the Zanaflex?": who asks so in a talk knows that it is taken. */
function takesForGranted(tokens: Tokens, a: number, opens: number): boolean {
  return opens > a && OPEN_QUESTIONS.has(foldedToken(tokens, opens));
}

const MONTH_NAMES: ReadonlySet<string> = new Set(
  Object.values(MONTHS).flatMap((names) => names.split(' ')),
);

/** Whether a day or a month opens an answer: "8/20/2018", "9/2017", "January 12", "in April". */
function isDay(tokens: Tokens, at: number, end: number): boolean {
  const isNumber = (token: number) => token < end && tokens.kind[token] === TokenKind.number;
  if (isNumber(at)) return markAt(tokens, at + 1) === Mark.slash && isNumber(at + 2);
  const name = at < end && foldedToken(tokens, at) === 'in' ? at + 1 : at;
  return name < end && MONTH_NAMES.has(foldedToken(tokens, name));
}

/** "Doing your stretches? Every morning.": how often answers that it is so. */
const OFTEN: ReadonlySet<string> = new Set(
  'every daily always nightly constantly twice'.split(' '),
);

/** Where the words of a report start that its day heads: "2/6: the same". */
function behindDay(tokens: Tokens, at: number, end: number): number | undefined {
  let i = at;
  while (i < end && (tokens.kind[i] === TokenKind.number || markAt(tokens, i) === Mark.slash))
    i += 1;
  return i > at && i < end && markAt(tokens, i) === Mark.colon ? i + 1 : undefined;
}

/** Whether nothing but the line for an answer stands in `[from, end)`: "____". */
function isLeftBlank(tokens: Tokens, from: number, end: number): boolean {
  for (let i = from; i < end; i += 1) if (markAt(tokens, i) !== Mark.underscore) return false;
  return from < end;
}

/** The mark of what is asked before the word: "? radiculopathy", "? left C5-6 radiculitis". */
function askedBefore(tokens: Tokens, a: number, first: number): number | undefined {
  for (let i = first - 1; i >= a && i >= first - LONGEST_SITE; i -= 1) {
    const here = markAt(tokens, i);
    if (here === Mark.question) return i === a || tokens.gap[i] !== Gap.none ? i : undefined;
    const isWithin = tokens.gap[i] === Gap.none;
    if (here === Mark.hyphen ? !isWithin : here !== 0) return undefined;
    if (tokens.kind[i] === TokenKind.number && !isWithin) return undefined;
  }
  return undefined;
}

/** "Any numbness? No." and "Does she exercise at home?" */
export function readQuestion(
  tokens: Tokens,
  questionWords: ReadonlySet<number>,
  answerWords: ReadonlySet<number>,
  a: number,
  b: number,
  next: number,
  first: number,
  last: number,
): FormAnswer | undefined {
  const asked = askedBefore(tokens, a, first);
  if (asked !== undefined) return { answer: 'maybe', first: asked, last: asked };
  let mark = b - 1;
  if (markAt(tokens, mark) !== Mark.question) {
    // The question's mark may be followed by its answer in the same sentence: "Numbness? no".
    mark = last + 1;
    while (
      mark < b &&
      mark <= last + MARK_REACH &&
      markAt(tokens, mark) !== Mark.question &&
      tokens.gap[mark] !== Gap.tab
    )
      mark += 1;
    if (mark >= b || markAt(tokens, mark) !== Mark.question) return undefined;
  }
  if (mark <= last) return undefined;
  if (isLeftBlank(tokens, mark + 1, b) || isLeftBlank(tokens, b, next))
    return { answer: 'open', first: mark, last: mark };
  // "Any flares?" none
  const own = behindTeller(tokens, mark + 1, b);
  // "Was there a twitch? - Yes." "Was there one?" "No."
  const said = behindSpeaker(tokens, b, next);
  const behind = behindTeller(tokens, markAt(tokens, said) === Mark.hyphen ? said + 1 : said, next);
  const answer =
    own < b
      ? answerIn(tokens, answerWords, own, b, b)
      : (answerIn(tokens, answerWords, behind, next, next) ?? choiceBehind(tokens, behind, next));
  if (answer !== undefined) return answer;
  // "Prior TPI? 8/20/2018": a day answers that there was one
  const dated = own < b ? own : behind;
  if (first === openingOf(tokens, a, first) && mark === last + 1 && isDay(tokens, dated, next)) {
    // "Flare? 2/6: none": the answer of the report of that day
    const ofReport = behindDay(tokens, dated, next);
    if (ofReport === undefined) return { answer: 'yes', first: dated, last: dated };
    const told = answerIn(tokens, answerWords, ofReport, next, next);
    return told ?? { answer: 'maybe', first: mark, last: mark };
  }
  if (dated < next && OFTEN.has(foldedToken(tokens, dated)))
    return { answer: 'yes', first: dated, last: dated };
  const opens = openingOf(tokens, a, first);
  const asks =
    questionWords.has(tokens.word[opens] as number) &&
    opens < first &&
    !takesForGranted(tokens, a, opens);
  const alone = first === opens && mark === own - 1 && own >= b && mark === last + 1;
  if (alone || asks) return { answer: 'open', first: mark, last: mark };
  return mark === last + 1 ? { answer: 'maybe', first: mark, last: mark } : undefined;
}
