import type { Mention } from '../../language/mention.ts';
import { countWords } from '../requests/connecting-words.ts';
import { Cue, firstFrom } from '../requests/cues.ts';
import { listsDecisions } from '../requests/decisions.ts';
import { type IndexedDocument, OUTCOME } from '../requests/find-requests.ts';
import { lineEnd, lineStart, type Span, startsLine } from '../requests/spans.ts';

/** How far into a text its title stands, and how long a title's line is. */
const TITLE_WITHIN = 900;
const LONGEST_TITLE_LINE = 150;
/** Titles of texts about a decision that are none themselves. */
const ABOUT_A_DECISION =
  /\b(?:appeal|request for|reconsideration of|rebuttal|peer to peer|re:|re(?:sponse|ply) to|(?:provider|physician|doctor|dr)\W{0,2}s (?:letter|reply|response)|worksheet|pre-?review|not an?|(?:prior|previous|earlier|last) (?:UR|utilization|review|decision|determination|denial))\b/i;

/** "On 1/12 UR certified Norco": a sentence of what came before. */
const TELLS_WHEN = /^\W*(?:on|in|since|after|last|when|as|per)\b/i;

/** A reviewer's note of a call may decide nothing yet. */
const A_NOTE = /\b(?:notes?|comments?)$/i;

/** Whether a text is a utilization review decision or a determination, not a note or a worksheet. */
export function isDecision(document: IndexedDocument): boolean {
  return (
    hasTitle(document) ||
    decidesItems(document) ||
    answersRequest(document) ||
    decidesNow(document) ||
    isReviewerMessage(document)
  );
}

function hasTitle({ reading, cues }: IndexedDocument): boolean {
  const { text, sentences } = reading;
  return cues
    .within(Cue.decisionDocument, 0, Math.min(text.length, TITLE_WITHIN))
    .some(({ start, end, sentence }) => {
      if (A_NOTE.test(text.slice(start, end)) && cues.all(Cue.decisionWord).length === 0)
        return false;
      const from = text.lastIndexOf('\n', start) + 1;
      // "UR DETERMINATION. Prilosec ...": a title that its line goes on behind.
      const own = sentences[sentence];
      // "UR denied the H-wave": a sentence that tells of one.
      if (TELLS_WHAT.test(text.slice(end, end + 8))) return false;
      const until = titleEnd(text, { start: from, end }, own?.end ?? end);
      const line = text.slice(from, Math.min(until, from + LONGEST_TITLE_LINE + 1));
      const title = line.replace(/\([^()]*\)/g, '');
      return (
        line.length <= LONGEST_TITLE_LINE &&
        start - from < 60 &&
        !TELLS_WHEN.test(line) &&
        !ABOUT_A_DECISION.test(title)
      );
    });
}

/** Where a title ends that opens a line: in capitals up to a full stop or colon, a short sentence, or the line. */
function titleEnd(text: string, { start, end }: Span, sentenceEnd: number): number {
  if (isTitle(text.slice(start, sentenceEnd))) return sentenceEnd;
  const label = /^[^\n:]{0,20}:/.exec(text.slice(end, end + 24))?.[0].length ?? 0;
  if (label > 0 && isTitle(text.slice(start, end + label))) return end + label;
  const isShort = countWords(text.slice(start, sentenceEnd)) <= TITLE_WORDS;
  return isShort && text[sentenceEnd - 1] === '.' ? sentenceEnd : lineEnd(text, end);
}

/** A title that is a sentence has no more words: "Notice of modification." */
const TITLE_WORDS = 5;
const TELLS_WHAT = /^\s+(?:the|his|her|my|our|their|this|that|it|an?)\b/i;

/** Words in capitals and nothing else. */
function isTitle(words: string): boolean {
  return /[A-Z]{4}/.test(words) && !/[a-z]/.test(words);
}

/** Items with "Upheld" or "Overturned", conclusions on necessity at the head of a line. */
function decidesItems({ reading, cues }: IndexedDocument): boolean {
  const { text } = reading;
  if (
    cues.all(Cue.itemDecision).some(({ start, end }) => OUTCOME.test(text.slice(start, end + 16)))
  )
    return true;
  const numbered = cues.all(Cue.conclusion).filter(({ sentence }) => {
    const start = reading.sentences[sentence]?.start ?? 0;
    return startsLine(text, start) && /^\(?\d/.test(text.slice(start, start + 3));
  });
  return numbered.length > 0;
}

/** "Your RFA for Soma #90 is modified": a letter to the one who asked, with what became of it right behind. */
function answersRequest({ reading: { text, sentences }, cues }: IndexedDocument): boolean {
  return cues.all(Cue.ask).some(({ start, end, sentence }) => {
    const own = sentences[sentence];
    if (!own || !/\byour\s+$/i.test(text.slice(Math.max(own.start, start - 8), start)))
      return false;
    return cues.has(Cue.decisionWord, end, sentences[sentence + 1]?.end ?? own.end);
  });
}

/**
 * "Finding: non-certify", "Deny H-wave", "The request for Lyrica is denied": a decision that is made here,
 * and not told of as somebody's.
 */
function decidesNow({ reading: { text, sentences }, cues, anchors }: IndexedDocument): boolean {
  const isOwnDispute = ({ start, sentence }: Mention) =>
    WE.test(text.slice(sentences[sentence]?.start ?? start, start));
  if (cues.all(Cue.worksheetDocument).length > 0 || cues.all(Cue.disputes).some(isOwnDispute))
    return false;
  if (listsDecisions(text, cues)) return true;
  return cues.all(Cue.decisionWord).some(({ start, end, sentence }) => {
    const from = Math.max(sentences[sentence]?.start ?? start, lineStart(text, start));
    const label = cues.within(Cue.decisionHeading, from, start).at(-1);
    if (label && /^\s*:\s*$/.test(text.slice(label.end, start))) return true;
    const named = anchors[firstFrom(anchors, end)];
    const isOrder =
      /^\W*$/.test(text.slice(from, start)) &&
      ORDERS.test(text.slice(start, end)) &&
      named !== undefined &&
      named.start - end < ORDERED_WITHIN;
    return isOrder || OF_REQUEST.test(text.slice(from, start));
  });
}

/** Who asked disputes a decision; a letter that decides tells how to. */
const WE = /\b(?:I|we|my|our)\b[^.]{0,60}$/i;
const ORDERS = /^(?:deny|approve|certify|non-?certify|authorize)$/i;
/** Characters between an order and the treatment it is on. */
const ORDERED_WITHIN = 12;
/** Words of a sentence up to its decision. */
const OF_REQUEST =
  /^(?:[A-Z][a-z]+: )?(?:The|This) request (?:for|of) [^;]{0,200}\b(?:is|are|is not|are not|cannot be|should be)\s+$/;

/** A physician reviewer's message that decides, in a thread or on a worksheet's lower half. */
function isReviewerMessage({ cues, reading }: IndexedDocument): boolean {
  return cues.all(Cue.reviewerDecides).some(({ start, end }) => {
    const line = reading.text.lastIndexOf('\n', start) + 1;
    if (start - line > 4 || cues.has(Cue.worksheetDocument, line, end)) return false;
    return cues.has(Cue.decisionWord, end, end + 900);
  });
}
