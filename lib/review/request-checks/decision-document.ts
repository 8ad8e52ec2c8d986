import { Cue } from '../requests/cues.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import { lineEnd, startsLine } from '../requests/spans.ts';

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
  return hasTitle(document) || decidesItems(document) || isReviewerMessage(document);
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
      const until = own && isTitle(text.slice(from, own.end)) ? own.end : lineEnd(text, end);
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

/** Words in capitals and nothing else. */
function isTitle(words: string): boolean {
  return /[A-Z]{4}/.test(words) && !/[a-z]/.test(words);
}

/** Items with "Upheld" or "Overturned", conclusions on necessity at the head of a line. */
function decidesItems({ reading, cues }: IndexedDocument): boolean {
  const { text } = reading;
  if (
    cues
      .all(Cue.itemDecision)
      .some(({ start, end }) => /upheld|overturned/i.test(text.slice(start, end)))
  )
    return true;
  const numbered = cues.all(Cue.conclusion).filter(({ sentence }) => {
    const start = reading.sentences[sentence]?.start ?? 0;
    return startsLine(text, start) && /^\(?\d/.test(text.slice(start, start + 3));
  });
  return numbered.length > 0;
}

/** A physician reviewer's message that decides, in a thread or on a worksheet's lower half. */
function isReviewerMessage({ cues, reading }: IndexedDocument): boolean {
  return cues.all(Cue.reviewerDecides).some(({ start, end }) => {
    const line = reading.text.lastIndexOf('\n', start) + 1;
    if (start - line > 4 || cues.has(Cue.worksheetDocument, line, end)) return false;
    return cues.has(Cue.decisionWord, end, end + 900);
  });
}
