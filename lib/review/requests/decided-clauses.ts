import type { Sentence } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import { TELLING as TELLING_NOTE } from './bare-items.ts';
import { countWords } from './connecting-words.ts';
import { Cue, firstFrom } from './cues.ts';
import { type Span, withoutMarker } from './spans.ts';
import type { RowText, Zone } from './zone.ts';

/** Sections of a decision that tell what was, or why. */
const TELLING = new Set([...TELLING_NOTE].filter((kind) => kind !== 'family-history'));
/** Words that put a decision in the past or leave it to others. */
const EARLIER =
  /\b(?:previous(?:ly)?|prior|earlier|already|last|ago|had been|appeal(?:ed)?|if|unless|would be|can be|(?:in|on|since) (?:19|20)\d\d)\b/i;
/** "The request for X was certified": a decision, whatever the text is titled. */
const OF_REQUEST =
  /^\W*(?:\d{1,2}[.)]\s*)?(?:(?:the|this|your|a) )?(?:(?:prospective|retrospective|retro|concurrent|initial|expedited) (?:reviews?|requests?)|requests?) (?:for|of)\b/i;
/** The same behind words that lead to it: "Based on the guidelines above, this request for ...". */
const LED_TO = /^[^.;]{0,240}\b(?:this|the|your) request (?:for|of)\s+/i;
/** "Instead of X, we authorize six visits": what a decision puts something else in the place of. */
const INSTEAD = /^\W*(?:instead|in place|in lieu) of\s+/i;
/** Words between a treatment and the decision on it. */
const DECIDED_WITHIN = 16;
const NAMED_AFTER = 6;

/** "We have approved six visits of acupuncture. A TENS unit is denied.": what a decision says in prose. */
export function findDecidedClauses(rowText: RowText, isDecision: boolean): Zone[] {
  const { cues, reading } = rowText;
  const deciding = new Set(cues.all(Cue.decisionWord).map(({ sentence }) => sentence));
  return [...deciding].flatMap((at) => {
    const sentence = reading.sentences[at];
    if (!sentence || !speaksOfDecisions(rowText, sentence, isDecision)) return [];
    return clausesOf(rowText, sentence).map((part) => ({
      kind: 'conclusion' as const,
      parts: [part],
    }));
  });
}

function speaksOfDecisions(
  { reading: { text, sections } }: RowText,
  { start, end, section }: Sentence,
  isDecision: boolean,
): boolean {
  const words = text.slice(start, end);
  if (!isDecision && !OF_REQUEST.test(words) && !LED_TO.test(words)) return false;
  if (/^\s*\d{1,2}[/-]/.test(words)) return false;
  return !TELLING.has(sections[section]?.kind ?? '') && !EARLIER.test(words);
}

/** The words of each treatment with a decision behind it; else those behind the first decision. */
function clausesOf({ reading, anchors, cues }: RowText, { start, end }: Sentence): Span[] {
  const { text } = reading;
  const decisions = cues.within(Cue.decisionWord, start, end);
  const first = anchors[firstFrom(anchors, start)];
  const [decided] = decisions;
  if (!decided || !first || first.end > end || first.assertion.voice === 'guideline') return [];
  if (first.start > decided.start) {
    const isNear = countWords(text.slice(decided.end, first.start)) <= NAMED_AFTER;
    return isNear ? [{ start: decided.end, end }] : [];
  }
  const clauses: Span[] = [];
  let from = start;
  for (const decision of decisions) {
    const anchor = anchors[firstFrom(anchors, from)];
    if (!anchor || anchor.end > decision.start) continue;
    const last = anchors[firstFrom(anchors, decision.start) - 1] as Anchor;
    if (countWords(text.slice(last.end, decision.start)) <= DECIDED_WITHIN) {
      const begin = from === start ? leadEnd(text, start, anchor) : clauseStart(text, from, anchor);
      clauses.push(
        withoutMarker(text, { start: begin, end: withoutVerb(text, begin, decision.start) }),
      );
    }
    from = decision.end;
  }
  return clauses;
}

/** Where the words of the first treatment begin: behind "The request for", "Instead of". */
function leadEnd(text: string, start: number, anchor: Anchor): number {
  const words = text.slice(start, anchor.start);
  const lead = INSTEAD.exec(words) ?? OF_REQUEST.exec(words) ?? LED_TO.exec(words);
  return start + (lead?.[0].length ?? 0);
}

/** "... to four, that Relafen be certified": where the next treatment's clause begins. */
function clauseStart(text: string, from: number, anchor: Anchor): number {
  const lead = /^[\s\S]*[,;]\s*(?:and\s+)?(?:that\s+)?(?:the request for\s+)?/i.exec(
    text.slice(from, anchor.start),
  );
  return from + (lead?.[0].length ?? 0);
}

/** "The request for X was": the words before a decision, without its verb. */
function withoutVerb(text: string, start: number, end: number): number {
  const verb = /\s+(?:is|are|was|were|has been|have been|be)?\s*$/.exec(text.slice(start, end));
  return verb ? start + verb.index : end;
}
