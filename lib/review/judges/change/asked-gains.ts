/** What somebody answers who is asked for what he can do now: "What has therapy changed? Nothing." */
import { type IndexedDocument, names, sentenceAt } from '../../evidence/case-index.ts';
import { createMemo } from '../../evidence/memo.ts';
import type { Place, Span } from '../../evidence/scopes.ts';

/** The answer to a question for a gain. */
export interface AskedGain {
  answer: Place;
  /** "Nothing", "the same": no gain. What else is said has to name what is done. */
  isNone: boolean;
}

/** The answers of a document; the same whatever is asked for. */
export function askedGains(document: IndexedDocument): readonly AskedGain[] {
  return gainsOf(document, '', () => findGains(document));
}

const gainsOf = createMemo<IndexedDocument, readonly AskedGain[]>();

const LONGEST_QUESTION = 140;
const LONGEST_ANSWER = 160;
/** What ends the sentence before a question. */
const ENDS = ['.', '?', '!', '\n'];
/** Concepts of the packs: what is asked, and what is answered. */
const OF_DOING = 'asks-of-doing';
const OF_CHANGE = 'asks-of-change';
/** Pain and medicines may change, and nothing that is done. */
const OF_OTHER = 'asks-of-other';
const NONE = 'gain-answer-none';
const VAGUE = 'answers-vaguely';
/** "Asked whether anything at work is easier, she said": told, and not written as a question. */
const ASKED = 'asked-whether';
const ANSWERS = 'answers-that';
const ANSWERS_NONE = 'answers-none';
const LONGEST_TOLD = 120;

function findGains(document: IndexedDocument): AskedGain[] {
  const { reading, mentions } = document;
  const { text } = reading;
  const found: AskedGain[] = [];
  const add = (question: Span, from: number, end: number) => {
    const words = text.slice(from, end);
    if (!/\w/.test(words) || words.includes('?')) return;
    const asks = (concept: string) => names(document, [concept], question);
    if (!asks(OF_DOING) || !asks(OF_CHANGE) || asks(OF_OTHER)) return;
    const start = from + words.length - words.trimStart().length;
    const span = { start, end: start + words.trim().length };
    if (names(document, [VAGUE], span)) return;
    const answer = { ...span, sentence: sentenceAt(reading, start) };
    found.push({ answer, isNone: isNone(document, span) });
  };
  for (let mark = text.indexOf('?'); mark >= 0; mark = text.indexOf('?', mark + 1)) {
    const near = Math.max(0, mark - LONGEST_QUESTION);
    const asked = text.slice(near, mark);
    const start = near + 1 + Math.max(...ENDS.map((end) => asked.lastIndexOf(end)));
    add({ start, end: mark }, mark + 1, endOfAnswer(text, mark + 1));
  }
  for (const { end: start } of mentions.get(ASKED) ?? []) {
    const far = start + LONGEST_TOLD;
    const [told, none] = [ANSWERS, ANSWERS_NONE].map(
      (concept) => mentions.of(concept, start, far)[0],
    );
    const from = told && (!none || told.start < none.start) ? told.end : none?.start;
    const end = from === told?.end ? told?.start : from;
    if (from === undefined || end === undefined || /[.;?\n]/.test(text.slice(start, end))) continue;
    add({ start, end }, from, endOfSentence(text, from));
  }
  return found;
}

/** Who answers: "A.", "Pt:", "He says". */
const WHO =
  /^\W*(?:(?:A|ans(?:wer)?|pt|IW)\s?[.:]\W*)?(?:(?:pt|he|she|they)\W+(?:(?:says?|said|states?|reports?)\W+)?)?$/i;

/** Whether an answer begins with words for nothing. */
function isNone({ reading: { text }, mentions }: IndexedDocument, { start, end }: Span): boolean {
  const [none] = mentions.of(NONE, start, end);
  return none
    ? WHO.test(text.slice(start, none.start))
    : /^\W*(?:no|never)\W*$/i.test(text.slice(start, end));
}

/** The rest of the line, or where that is empty the next one. */
function endOfAnswer(text: string, from: number): number {
  const words = text.slice(from, from + LONGEST_ANSWER);
  const lineEnd = (start: number) => {
    const at = words.indexOf('\n', start);
    return at < 0 ? words.length : at;
  };
  const line = lineEnd(0);
  const limit = words.slice(0, line).trim() === '' ? lineEnd(line + 1) : line;
  // what is asked next is none of it
  const other = words.slice(0, limit).search(/[.!\s]\s*(?:\d{1,2}[.)]|Q\W)|[.!]\s[^.!?]*\?/);
  return from + (other < 0 ? limit : other);
}

function endOfSentence(text: string, from: number): number {
  const end = text.slice(from, from + LONGEST_ANSWER).search(/[.\n]/);
  return end < 0 ? Math.min(text.length, from + LONGEST_ANSWER) : from + end;
}
