import type { Anchor } from './anchors.ts';
import { countWords } from './connecting-words.ts';
import { Cue, type CueIndex } from './cues.ts';
import type { LineItem, LineReader, LineReading, Wording } from './line-items.ts';
import { lineEnd, type Span } from './spans.ts';

/** "Done in office today, retro auth": what was done already is asked for all the same. */
const RETRO = /\bretro(?:spective)?\s+(?:auth\w*|review|request|approval|cert\w*)\b/i;

/** A quantity: what follows it comments on the item and no longer takes it back. */
const COUNTED = /#\s*[\dOl]|\bqty\b|\d\s*(?:refills?|rf)\b/i;
/** "mg", "patch": what may stand between a treatment and the word that sets it aside. */
const SET_ASIDE_WITHIN = 2;
/** "Once approved": what has to come first, and has not come. */
const NOT_YET = /\b(?:once|when|if|as soon as|until|upon|pending|to be|be|get)\s*$/i;
/** "The injection that was denied" tells which one is meant. */
const RELATIVE = /\b(?:that|which)(?: (?:was|were|is|has been|have been|had been))?\s*$/i;
/** A number of injections or visits: the item is settled, whenever it is to be done. */
const NUMBERED = /\bx\s?\d|\b\d{1,2}\s*(?:x\b|sites?|points?|visits?|sessions?|inj)/i;
/** The papers of a study or of care: "the MRI report", "PT notes". */
const PAPERS =
  /^\s*(?:reports?|results?|films?|records?|discs?|images|notes?|logs?|bills?|denial|summary)\b/i;
/** A count of its own before "done" tells of earlier care: "6 visits (12 done)". */
const COUNTED_APART = /[(,;]\s*\d{1,3}\s+(?:\w+\s+){0,2}$/;
/** The date of a study or test right after its name: it was done. */
const DATED = /^[^\d;]{0,24}\b(?:\d{1,2}\/(?:\d{1,2}\/)?\d{2,4}|(?:19|20)\d{2})\b/;
/** A cell that says why it is struck out has no more words after it. */
const COMMENT_WORDS = 5;
/** "The EMG that Dr. Osei suggested, only if the numbness is still there": it is not asked for yet. */
const ONLY_IF =
  /\bonly (?:if|when|in case|should)\b(?! (?:needed|necessary|required|approved|authori[sz]ed|certified))/i;
/** "A facet block versus another epidural": choices, neither of them asked for yet. */
const ALTERNATIVE = /^[^.;\d]{0,40}\b(?:versus|vs)\b/i;
/** Words after a treatment within which "has enough", "next visit" speak of it. */
const NOT_AFTER_WITHIN = 6;

/** Lets the words after the treatment take it back: "will hold", "has enough till May". */
export function settleBySuffix({ text, cues }: LineReader, item: LineItem, how: LineReading): void {
  if (item.state !== 'stands') return;
  const from = (item.anchors.at(-1) as Anchor).end;
  const { end } = item.span;
  if (
    cues.has(Cue.withdrawn, from, end) ||
    cues.has(Cue.retract, from, end) ||
    isAnsweredNo(text, from) ||
    (how.plan && ONLY_IF.test(text.slice(from, end))) ||
    isStruckOut(text, cues, from, end)
  )
    item.state = 'withdrawn';
  else if (RETRO.test(text.slice(from, end))) return;
  else if (
    isSetAside(text, cues, from, end) ||
    (how.plan && ALTERNATIVE.test(text.slice(from, end))) ||
    PAPERS.test(text.slice(from, end)) ||
    (how.plan && wasDone(text, item))
  )
    item.state = 'dropped';
  else if (how.plan && !how.decided && isTakenBack(text, cues, from, end, item.wording))
    item.state = 'dropped';
}

/** "UDS 10/22/14 c/w Norco": a study or test with its date reports and asks for nothing. */
function wasDone(text: string, { anchors, wording, span }: LineItem): boolean {
  const head = anchors[0] as Anchor;
  if (wording === 'asked' || wording === 'ordered') return false;
  if (head.drug || head.treatment?.quantity !== 'own') return false;
  return DATED.test(text.slice((anchors.at(-1) as Anchor).end, span.end));
}

/** "Motrin 600 tried", "gabapentin as above": named in the list, and not asked for. */
function isSetAside(text: string, cues: CueIndex, from: number, end: number): boolean {
  return cues.within(Cue.setAside, from, end).some(({ start }) => {
    const between = text.slice(from, start);
    // "Naproxen, refill as before" is asked for
    if (cues.has(Cue.refillMark, from, start)) return false;
    return (
      !COUNTED.test(between) && !/[,;:]/.test(between) && countWords(between) <= SET_ASIDE_WITHIN
    );
  });
}

const MARK = '[ .:]{0,3}(?:_{1,12} ?[xX✓✔√]|[[(] ?[xX✓✔√] ?[\\])]|☒|☑)';
/** "OK ____  NO __X__", "Yes [ ] No [x]": the answer that is marked. */
const TICKED_NO = new RegExp(`\\b(?:no|den(?:y|ied)|decline|refuse)${MARK}`, 'i');
const TICKED_YES = new RegExp(`\\b(?:ok|yes|approved?|renew|refill)${MARK}`, 'i');

/** Whether the line of an item, from the offset on, has its answer marked "no". */
export function isAnsweredNo(text: string, from: number): boolean {
  return TICKED_NO.test(text.slice(from, lineEnd(text, from)));
}

/** The same for "yes". */
export function isAnsweredYes(text: string, from: number): boolean {
  return TICKED_YES.test(text.slice(from, lineEnd(text, from)));
}

/** The last cell of a row, the words after a dash or in brackets say that the item is not asked for. */
export function isStruckOut(text: string, cues: CueIndex, from: number, end: number): boolean {
  if (/(?:\t| {2}|\|)\s*no?\s*$/i.test(text.slice(Math.max(from, end - 12), end))) return true;
  return cues.within(Cue.notAfter, from, end).some((cue) => {
    const rest = text.slice(cue.end, end);
    const isLast = countWords(rest) <= COMMENT_WORDS && !/\d|\t| {2}|\|\s*\S/.test(rest);
    return isLast && SET_OFF.test(text.slice(from, cue.start));
  });
}

/** A gap, a dash, or a bracket with a word or two: what follows comments on the item. */
const SET_OFF = /(?:\t| {2}|[-–:|])\s*$|\(\s*(?:[a-z]+,?\s+){0,3}$/i;

function isTakenBack(
  text: string,
  cues: CueIndex,
  from: number,
  end: number,
  wording: Wording,
): boolean {
  const speaksOfIt = ({ start, end: last }: Span) => {
    const between = text.slice(from, start);
    if (NOT_YET.test(between)) return false;
    if (COUNTED_APART.test(between) || /^\s*#?\d+\b(?!\/)/.test(text.slice(last, end)))
      return false;
    return (
      !COUNTED.test(between) && !RELATIVE.test(between) && countWords(between) < NOT_AFTER_WITHIN
    );
  };
  const puts = ({ start, end: last }: Span) =>
    speaksOfIt({ start, end: last }) && !NUMBERED.test(text.slice(from, start));
  if (cues.within(Cue.later, from, end).some(puts)) return true;
  if (
    [Cue.notAfter, Cue.itemDecision].some((concept) =>
      cues.within(concept, from, end).some(speaksOfIt),
    )
  )
    return true;
  // "Helps, refill #120" comments and asks; "has helped" only comments.
  const asks =
    wording === 'asked' ||
    wording === 'ordered' ||
    COUNTED.test(text.slice(from, end)) ||
    cues.has(Cue.refillMark, from, end);
  return !asks && cues.within(Cue.commentAfter, from, end).some(speaksOfIt);
}
