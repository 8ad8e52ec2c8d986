import type { Mention, Reading } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import { countWords } from './connecting-words.ts';
import { Cue, type CueIndex, firstFrom } from './cues.ts';
import { hasMarker, lineEnd, lineStart, type Span, withoutMarker } from './spans.ts';
import type { RowText, Zone, ZoneText } from './zone.ts';

/** How far before its decision an item may begin. */
const LONGEST_ITEM = 260;
/** Words before the treatment that opens a sentence. */
const OPENS_WITHIN = 2;
/** What leads from an item to its decision: a colon, a dash, an arrow, a gap, a row of dots. */
const LINK = /(?::|\(|\s(?:-{1,2}|–|—)\s|[-=]+>|=|\||→|\t| {2,}|\.{2,}|…|_{2,})\s*$/;
/** "60 modified to 30": a number of units right before the decision. */
const COUNTED = /(?<![\d/.-])\d{1,3}\s*$/;
/** Decisions that only a determination uses: they head items in any text. */
const ALWAYS = /upheld|overturned/i;

/**
 * Items with their decision ("Xanax 0.5mg #15 with 1 refill: Upheld", a table of items and results)
 * and conclusions ("the request for X is not medically necessary").
 */
export function findDecidedItems(zoneText: RowText, isDecision: boolean): Zone[] {
  const zones = [
    ...headedItems(zoneText, isDecision),
    ...conclusions(zoneText),
    ...questions(zoneText),
    ...decidedClauses(zoneText, isDecision),
  ];
  const taken = new Set<string>();
  return zones.filter(({ kind, parts: [part] }) => {
    const key = `${kind} ${firstFrom(zoneText.reading.sentences, (part?.start ?? 0) + 1)}`;
    const isFirst = kind === 'decision' || !taken.has(key);
    taken.add(key);
    return isFirst;
  });
}

const QUESTION =
  /\b(?:is|are|does|do|should|was|were|would|can|could|will)\b[^?]*\b(?:necessary|necessity|appropriate|indicated|warranted|support(?:ed)?|certif(?:y|ied)|approved?|recommend(?:ed)?|reasonable|justified|agree|meets?)\b[^?]*\?\s*$/i;

/** "Is the purchase of an H-wave unit medically necessary?": what a reviewer is asked. */
function questions({ reading, anchors }: ZoneText): Zone[] {
  return reading.sentences.flatMap((sentence) => {
    const anchor = anchors[firstFrom(anchors, sentence.start)];
    if (!anchor || anchor.end > sentence.end) return [];
    if (!QUESTION.test(reading.text.slice(sentence.start, sentence.end))) return [];
    return [{ kind: 'conclusion' as const, parts: [withoutMarker(reading.text, sentence)] }];
  });
}

/** "The request for X was": the words before a decision, without its verb. */
function withoutVerb(text: string, start: number, end: number): number {
  const verb = /\s+(?:is|are|was|were|has been|have been|be)?\s*$/.exec(text.slice(start, end));
  return verb ? start + verb.index : end;
}

/** Sections of a decision that tell what was, or why. */
const TELLING = new Set([
  'history',
  'treatment-to-date',
  'tests',
  'guideline',
  'rationale',
  'medications',
]);
/** Words that put a decision in the past or leave it to others. */
const EARLIER =
  /\b(?:previous(?:ly)?|prior|earlier|already|last|ago|had been|appeal(?:ed)?|if|unless|would be|can be|(?:in|on|since) (?:19|20)\d\d)\b/i;
/** "The request for X was certified": a decision, whatever the text is titled. */
const OF_REQUEST =
  /^\W*(?:\d{1,2}[.)]\s*)?(?:(?:the|this|your|a) )?(?:(?:prospective|retrospective|retro|concurrent|initial|expedited) (?:reviews?|requests?)|requests?) (?:for|of)\b/i;
/** "Instead of X, we authorize six visits": what a decision puts something else in the place of. */
const INSTEAD = /^\W*(?:instead|in place|in lieu) of\s+/i;
/** Words between a treatment and the decision on it. */
const DECIDED_WITHIN = 16;
const NAMED_AFTER = 6;

/** "We have approved six visits of acupuncture. A TENS unit is denied.": what a decision says in prose. */
function decidedClauses({ reading, anchors, cues }: RowText, isDecision: boolean): Zone[] {
  const { text, sections } = reading;
  return reading.sentences.flatMap((sentence) => {
    const { start, end, section } = sentence;
    if (!isDecision && !OF_REQUEST.test(text.slice(start, end))) return [];
    if (/^\s*\d{1,2}[/-]/.test(text.slice(start, start + 6))) return [];
    if (TELLING.has(sections[section]?.kind ?? '') || EARLIER.test(text.slice(start, end)))
      return [];
    const decision = cues.within(Cue.decisionWord, start, end)[0];
    const anchor = anchors[firstFrom(anchors, start)];
    if (!decision || !anchor || anchor.end > end || anchor.assertion.voice === 'guideline')
      return [];
    const isBefore = anchor.start < decision.start;
    const [from, to] = isBefore ? [anchor.end, decision.start] : [decision.end, anchor.start];
    if (countWords(text.slice(from, to)) > (isBefore ? DECIDED_WITHIN : NAMED_AFTER)) return [];
    const words = text.slice(start, anchor.start);
    const lead = (INSTEAD.exec(words) ?? OF_REQUEST.exec(words))?.[0].length ?? 0;
    const part = isBefore
      ? withoutMarker(text, {
          start: start + lead,
          end: withoutVerb(text, start, decision.start),
        })
      : { start: decision.end, end };
    return [{ kind: 'conclusion' as const, parts: [part] }];
  });
}

function headedItems(rowText: RowText, isDecision: boolean): Zone[] {
  const { reading, anchors, cues, rows, isTold } = rowText;
  const { text } = reading;
  const zones: Zone[] = [];
  const isList = isDecision || listsDecisions(text, cues);
  for (const decision of cues.all(Cue.itemDecision)) {
    const words = text.slice(decision.start, decision.end);
    if (!isList && !ALWAYS.test(words) && !isLabelled(text, cues, decision)) continue;
    const row = rows[firstFrom(rows, decision.start + 1) - 1];
    if (row && isTold(row)) continue;
    const before = text.slice(Math.max(0, decision.start - 60), decision.start);
    const link = LINK.test(before) || COUNTED.test(before);
    const part = link
      ? ((isDecision && !isNumbered(text, decision.start)
          ? undefined
          : itemOfLine(reading, anchors, decision)) ?? itemBefore(text, anchors, decision.start))
      : sentenceBefore({ reading, anchors }, decision);
    if (part) zones.push({ kind: 'decision', parts: [part] });
  }
  return zones;
}

/** "DECISION: lumbar MRI - denied": a line that is labelled as one and ends in it. */
function isLabelled(text: string, cues: CueIndex, { start, end }: Mention): boolean {
  const line = lineStart(text, start);
  const label = cues.within(Cue.decisionHeading, line, start)[0];
  return (
    label !== undefined &&
    !/\w/.test(text.slice(line, label.start)) &&
    /^\s*[:-]/.test(text.slice(label.end, start)) &&
    /^[\s.]*$/.test(text.slice(end, lineEnd(text, end)))
  );
}

/** "Lumbar MRI: approve" on line after line: decisions of one day, whatever the text is titled. */
function listsDecisions(text: string, cues: CueIndex): boolean {
  const lines = cues.all(Cue.itemDecision).filter(({ start }) => {
    const before = text.slice(Math.max(0, start - 6), start);
    return /[^\s:]: *$/.test(before) || COUNTED.test(before);
  });
  return lines.length >= LEAST_DECISIONS;
}

const LEAST_DECISIONS = 2;

/** Items that a sentence of one word decides, in texts that are no decisions themselves. */
export function findDecidedSentences({ reading, anchors, cues }: ZoneText): Zone[] {
  return cues.all(Cue.itemDecision).flatMap((decision) => {
    const part = sentenceBefore({ reading, anchors }, decision);
    return part ? [{ kind: 'decision' as const, parts: [part] }] : [];
  });
}

/** "Acupuncture 6 more visits, knee. Denied.": the decision is a sentence of one word. */
function sentenceBefore(
  { reading, anchors }: Pick<ZoneText, 'reading' | 'anchors'>,
  decision: Mention,
): Span | undefined {
  const { text, sentences } = reading;
  const own = sentences[decision.sentence];
  const before = sentences[decision.sentence - 1];
  if (!own || !before || own.start !== decision.start || own.end - decision.end > 1)
    return undefined;
  const anchor = anchors[firstFrom(anchors, before.start)];
  if (!anchor || anchor.end > before.end || before.end - before.start > LONGEST_ITEM)
    return undefined;
  const words = withoutMarker(text, before);
  return countWords(text.slice(words.start, anchor.start)) <= OPENS_WITHIN ? words : undefined;
}

/** What stands before a sentence that follows a decided item in its line. */
const ITEM_ENDED = /\d\.\s*$/;

/** Whether the line of the offset starts with the number of an item. */
function isNumbered(text: string, offset: number): boolean {
  const start = lineStart(text, offset);
  return hasMarker(text, { start, end: offset });
}

/** The item of a line that ends in its decision. */
function itemOfLine(
  { text, sentences }: Reading,
  anchors: readonly Anchor[],
  { start: end, sentence }: Mention,
): Span | undefined {
  // "A, 60 modified to 30. B, 90 modified to 30." in one line
  const from = sentences[sentence]?.start ?? 0;
  const start = Math.max(lineStart(text, end), ITEM_ENDED.test(text.slice(0, from)) ? from : 0);
  const anchor = anchors[firstFrom(anchors, start)];
  if (!anchor || anchor.end > end) return undefined;
  return { start, end: start + text.slice(start, end).replace(/[\s:(-]+$/, '').length };
}

/** The item that ends at a decision: from its line or the end of the last sentence. */
function itemBefore(text: string, anchors: readonly Anchor[], end: number): Span | undefined {
  const from = Math.max(0, end - LONGEST_ITEM);
  const before = text.slice(from, end);
  // A sentence's end, an empty paragraph, a closed bracket's comma or the decision of the item before.
  const cut =
    /^[\s\S]*(?:(?<!\.)[.!?]["')]?\s+(?=\S)|\n\s*\n\s*\n|[)];|(?:upheld|overturned)\b[.)]?)/i.exec(
      before,
    );
  let start = from + (cut?.[0].length ?? 0);
  const first = anchors[firstFrom(anchors, start)];
  if (!first || first.end > end) return undefined;
  // Table rows and one-line items start on the anchor's own line.
  const line = from + text.slice(from, first.start).lastIndexOf('\n') + 1;
  start = Math.max(start, line);
  return { start, end: start + text.slice(start, end).replace(/[\s:(\-–—=>|→.…_]+$/, '').length };
}

function conclusions({ reading, anchors, cues }: ZoneText): Zone[] {
  const zones: Zone[] = [];
  for (const conclusion of cues.all(Cue.conclusion)) {
    const sentence = reading.sentences[conclusion.sentence];
    if (!sentence) continue;
    let last = firstFrom(anchors, conclusion.start) - 1;
    while (
      last > 0 &&
      (anchors[last - 1] as Anchor).start >= sentence.start &&
      conclusion.start - (anchors[last - 1] as Anchor).start < 90
    )
      last -= 1;
    const anchor = anchors[last];
    if (!anchor || anchor.start < sentence.start || conclusion.start - anchor.end > 120) continue;
    const numbered = anchor.start - sentence.start < 40;
    zones.push({
      kind: 'conclusion',
      parts: [{ start: numbered ? sentence.start : anchor.start, end: conclusion.start }],
    });
  }
  return zones;
}
