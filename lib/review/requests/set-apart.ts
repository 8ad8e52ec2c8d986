import type { Anchor } from './anchors.ts';
import { countWords } from './connecting-words.ts';
import { Cue, firstFrom } from './cues.ts';
import type { LineItem } from './line-items.ts';
import { lineEnd, lineStart, type Span } from './spans.ts';
import { valuesIn } from './traits.ts';
import type { ZoneText } from './zone.ts';

/** Words between a treatment and what sets it apart. */
const SAID_WITHIN = 8;
/** Cues that speak of several things: "those are for the knee claim". */
const OF_ALL = /^\W*(?:those|these|both|all|they|neither|none)\b/i;

/** Words between what sets apart and the treatment right behind it. */
const LEADS_ON = /^\s*(?:(?:for|of|on|about)\s+)?(?:the|his|her|an?|any)?\s*(?:[a-z-]{1,14}\s+)?$/i;

/**
 * Whether the words around an item put it outside of what is reviewed: decided before, asked of
 * somebody else, of another claim, closed.
 *
 * @param isDecision the text is itself a decision, so that a dated decision beside an item is its own
 */
export function isSetApart(zoneText: ZoneText, item: LineItem, isDecision: boolean): boolean {
  const { reading, anchors, cues } = zoneText;
  const { text, sentences } = reading;
  const head = item.anchors[0] as Anchor;
  const last = item.anchors.at(-1) as Anchor;
  const sentence = sentences[firstFrom(sentences, head.start + 1) - 1];
  const from = Math.max(sentence?.start ?? 0, lineStart(text, head.start));
  const to = Math.min(sentence?.end ?? text.length, lineEnd(text, last.end));
  const next = anchors[firstFrom(anchors, last.end)];
  const ownEnd = next && next.start < to ? next.start : to;
  if (sentence && isAskedByAnother(zoneText, sentence, head)) return true;
  if (!isDecision && wasDecided(zoneText, { start: last.end, end: ownEnd })) return true;
  return cues.within(Cue.setApart, from, sentence?.end ?? to).some((cue) => {
    if (cue.end <= head.start) {
      const between = text.slice(cue.end, head.start);
      return /^[^:]{0,40}:|^\s{2,}/.test(between) || LEADS_ON.test(between) || isListed(between);
    }
    // "you denied the H-wave in May and we accept that"
    if (cue.start < head.start && last.end < cue.end) return true;
    if (cue.start < last.end) return false;
    const between = text.slice(last.end, cue.start);
    if (OF_ALL.test(text.slice(cue.start, cue.end))) return true;
    return cue.start < ownEnd && !/;/.test(between) && countWords(between) <= SAID_WITHIN;
  });
}

/** "Dr. Lim (neurology) has asked for an EMG": before what he asks for. */
const ANOTHER_ASKS =
  /\b(?:Dr\.? [A-Z]\w+(?: \([^()]{1,30}\))?|(?:his|her|the) (?:surgeon|neurologist|psychiatrist|orthopedist|PCP|pain (?:doctor|specialist)|chiropractor|psychologist)) (?:has |had |have |is |also )*(?:asked for|asking for|requested|requesting|ordered|will (?:ask for|request|order))\b[^.;]{0,60}$/;
const I_ASK =
  /\b(?:I am|I'm|we are|we're|I|we) (?:only |now |just |do )?(?:asking|requesting|ask|request)\b(?! (?:that )?you)|\b(?:my|our) (?:own |only )?request (?:is|today)\b|\bMine:/;

/** Whether another doctor asks for it, in a text whose writer asks for something of his own. */
function isAskedByAnother(
  { reading: { text } }: ZoneText,
  { start, end }: Span,
  head: Span,
): boolean {
  if (!ANOTHER_ASKS.test(text.slice(Math.max(start, head.start - LONGEST_ASKING), head.start)))
    return false;
  const around = [
    text.slice(Math.max(0, start - OWN_WITHIN), start),
    text.slice(end, end + OWN_WITHIN),
  ];
  return around.some((words) => I_ASK.test(words));
}

const LONGEST_ASKING = 120;
/** The writer's own request stands so near. */
const OWN_WITHIN = 400;

/** "not about the Norco or the PT": words that list what the cue speaks of. */
function isListed(between: string): boolean {
  return countWords(between) <= SAID_WITHIN && /\b(?:or|and|nor)\b[^.;:]*$/.test(between);
}

/** "(approved 8/2015)": a decision with its day, in brackets behind the item. */
function wasDecided({ reading, cues }: ZoneText, { start, end }: Span): boolean {
  const { text } = reading;
  return cues.within(Cue.decisionWord, start, end).some((decision) => {
    if (!/\([^()]*$/.test(text.slice(start, decision.start))) return false;
    const rest = /^[^()]{0,40}\)/.exec(text.slice(decision.end, decision.end + 41))?.[0] ?? '';
    return valuesIn(reading, { start: decision.end, end: decision.end + rest.length }).some(
      ({ value }) => value.kind === 'date',
    );
  });
}
