/** Where a zone of requests ends: at another paper, a comment, the reasons, or a line that is written otherwise. */
import type { Reading, Sentence } from '../../language/mention.ts';
import { PAPER_WORDS } from '../../language/sections/section-titles.ts';
import { beginningIn } from '../../language/sorted.ts';
import { countWords } from './connecting-words.ts';
import { Cue, firstFrom } from './cues.ts';
import {
  countCells,
  hasMarker,
  lineEnd,
  lineStart,
  type Span,
  startsLine,
  withoutMarker,
} from './spans.ts';
import { isToldTitle } from './told-rows.ts';
import { isDated, valuesIn } from './traits.ts';
import { hasAnchor, labelOf, type Zone, type ZoneText } from './zone.ts';

/** A list ends after so many parts; no list of a request is longer. */
const LONGEST_LIST = 80;

const DECIDES =
  /^\W*(?:not |non-?)?(?:certified|approved|authorized|denied|modified|deferred)\W*$/i;
const ADDS = /^\W*(?:also|additionally|plus|and|add)\b/i;

/** "Form: left knee MRI. Note: right knee MRI.": another paper speaks. */
const OTHER_PAPER =
  /^\W*(?:the )?(?:progress )?(?:note|narrative|report|pr-?2|letter|rx|script|chart|dictation|plan|office|rn|md)\b(?: \w+)?\s*(?::|-{2})/i;

/** "Dr. Abe's note of the same day: ...", "Rationale: ...": a label of something else than an item. */
function opensPaper(zoneText: ZoneText, { start, end }: Sentence): boolean {
  const label = LABEL.exec(zoneText.reading.text.slice(start, Math.min(end, start + 60)));
  if (!label) return false;
  const words = { start, end: start + label[0].length };
  const isOther = OPENING.some((cue) => zoneText.cues.has(cue, words.start, words.end));
  return isOther && !hasAnchor(zoneText, words);
}

const OPENING = [Cue.paper, Cue.rationale, Cue.decisionHeading];
const LABEL = /^[A-Z][^:\n\d]{2,50}:/;

/** "Physical therapy daily note": the title names a paper, and no item. */
function isPaper(title: string): boolean {
  return PAPER_WORDS.has(title.slice(title.lastIndexOf(' ') + 1).toLowerCase());
}

/** Whether the zone ends before the sentence. */
export function closesZone(
  { reading, anchors, cues }: ZoneText,
  zone: Zone,
  before: Sentence,
  sentence: Sentence,
  paragraph: number,
): boolean {
  if (zone.parts.length > LONGEST_LIST) return true;
  const { text } = reading;
  if (isToldTitle({ reading, anchors, cues }, sentence)) return true;
  if (opensSoapPart(text, sentence) || opensComment(text, sentence)) return true;
  if (opensReasons({ reading, anchors, cues }, sentence)) return true;
  if (isLetterhead({ reading, anchors, cues }, zone, sentence)) return false;
  const anchor = anchors[firstFrom(anchors, sentence.start)];
  const ownAnchor = anchor && anchor.start < sentence.end ? anchor : undefined;
  if (sentence.section !== before.section) {
    const { title = '', kind } = reading.sections[sentence.section] ?? {};
    if (isPaper(title)) return true;
    if (zone.kind === 'plan' && kind === 'medications' && namesDrug(anchors, zone)) return true;
    const namesItem =
      ownAnchor !== undefined && ownAnchor.start < sentence.start + title.length + 4;
    if (!namesItem && !isPartOfPlan(reading, zone, before, sentence)) return true;
  }
  if (zone.kind === 'plan')
    return startsNewMatter({ reading, anchors, cues }, zone, before, sentence);
  if (zone.inline && startsLine(text, sentence.start) && !hasMarker(text, sentence))
    return !isNextItem({ reading, anchors, cues }, zone, before, sentence);
  if (zone.inline && OTHER_PAPER.test(text.slice(sentence.start, sentence.end))) return true;
  if (zone.inline && opensPaper({ reading, anchors, cues }, sentence)) return true;
  if (zone.inline && !ownAnchor && labelOf(text, withoutMarker(text, sentence))) return true;
  const label = labelOf(text, sentence);
  // "Also: PT x 6" goes on with the list above it.
  if (label && ownAnchor && ADDS.test(text.slice(label.start, label.end))) return false;
  // "Not certified: X" in a list of what was certified.
  if (label && ownAnchor && DECIDES.test(text.slice(label.start, label.end))) return false;
  if (label && !cues.has(Cue.detailLabel, label.start, label.end + 1)) {
    const inLabel = ownAnchor && ownAnchor.start < label.end;
    if (!inLabel && !hasMarker(text, sentence)) return true;
  }
  if (leavesShape({ reading, anchors, cues }, zone, sentence)) return true;
  if (sentence.paragraph === paragraph) return false;
  const hasItems = zone.parts.some((part) => {
    const first = anchors[firstFrom(anchors, part.start)];
    return first !== undefined && first.start < part.end;
  });
  if (!hasItems) return sentence.paragraph > paragraph + 2;
  return !hasMarker(text, sentence) || ownAnchor === undefined;
}

/** Whether a line is not written as the items above it are: numbered, or in cells. */
function leavesShape(zoneText: ZoneText, { parts }: Zone, sentence: Sentence): boolean {
  const { text } = zoneText.reading;
  const item = parts.findLast((part) => hasAnchor(zoneText, part));
  if (!item || !startsLine(text, sentence.start) || !startsLine(text, item.start)) return false;
  const words = text.slice(sentence.start, sentence.end);
  if (hasMarker(text, sentence) || !/^\W*[A-Z]/.test(words)) return false;
  if (indentOf(text, sentence.start) > indentOf(text, item.start)) return false;
  const anchor = zoneText.anchors[firstFrom(zoneText.anchors, sentence.start)];
  const isHeaded =
    anchor !== undefined &&
    anchor.end <= sentence.end &&
    countWords(text.slice(sentence.start, anchor.start)) <= 2;
  const label = zoneText.cues.within(Cue.detailLabel, sentence.start, sentence.end)[0];
  if (isHeaded || (label && label.start - sentence.start < 4)) return false;
  const isTable = countCells(text.slice(item.start, lineEnd(text, item.start))) > 1;
  if (isTable) return countCells(text.slice(sentence.start, lineEnd(text, sentence.start))) < 2;
  return hasMarker(text, item);
}

/** Blanks before the words of a line. */
function indentOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset + 1))?.[0].length ?? 0;
}

/** "Prescriber comments: ...", "RN findings": what is said about a list, below it. */
function opensComment(text: string, { start, end }: Span): boolean {
  return startsLine(text, start) && COMMENT.test(text.slice(start, end));
}

const COMMENT =
  /^\W*(?:[A-Za-z]+ ){0,2}(?:comments?|findings|rationale|background|history|hx)(?: [A-Za-z]+){0,2}(?::|\s*$)/i;

/** "Grounds, therapy: ...", "UR rationale for the patches: ...": the reasons that follow a list of items. */
function opensReasons({ reading: { text }, cues }: ZoneText, { start, end }: Span): boolean {
  if (!startsLine(text, start)) return false;
  const colon = text.slice(start, end).indexOf(':');
  if (colon < 0) return false;
  const reasons = cues.within(Cue.rationale, start, start + colon)[0];
  return reasons !== undefined && countWords(text.slice(start, reasons.start)) <= 1;
}

/** "From: ...", "Pt age 71": what stands between a form's title and its items. */
function isLetterhead(zoneText: ZoneText, { kind, parts }: Zone, { start, end }: Span): boolean {
  return (
    kind === 'list' &&
    LETTERHEAD.test(zoneText.reading.text.slice(start, end)) &&
    !hasAnchor(zoneText, { start, end }) &&
    !parts.some((part) => hasAnchor(zoneText, part))
  );
}

const LETTERHEAD =
  /^\W*(?:from|to|date|re|fax|phone|tel|attn|pt|patient|member|employee|claim(?:ant)?|claim (?:no|number)|doi|dob|employer|adjuster|rec(?:eiv|'?v?d)\w*|pages|provider|prescriber|physician|requesting (?:physician|provider)|dr|npi|id|name|sex|age|dx|diagnosis|icd)\b/i;

/** "O  Cervical ROM ...", "A: strain": the next letter of a note. */
function opensSoapPart(text: string, { start }: Span): boolean {
  return startsLine(text, start) && /^[SOA](?: {2,}|:\s)/.test(text.slice(start, start + 4));
}

/** Words of a line that is an item, and of a title. */
const LONGEST_TITLE = 6;
const LONGEST_ITEM = 14;

/** A line right below an item beside its heading: "RFA 10/15 PLIF L2-3", then "Percocet 10/325 #90". */
function isNextItem(
  { reading, anchors, cues }: ZoneText,
  { parts }: Zone,
  before: Sentence,
  { start, end }: Sentence,
): boolean {
  const { text } = reading;
  const anchor = anchors[firstFrom(anchors, start)];
  if (!anchor || anchor.end > end) {
    // "Assistant surgeon", "LSO brace": items that the packs do not know.
    const words = text.slice(start, end);
    return (
      /^[A-Z0-9][^.:]*$/.test(words) &&
      countWords(words) <= LONGEST_TITLE &&
      !/\n\s*\n/.test(text.slice(before.end, start)) &&
      countWords(text.slice(before.start, before.end)) <= LONGEST_ITEM
    );
  }
  if (countWords(text.slice(start, anchor.start)) > 1) return false;
  const label = labelOf(text, { start, end });
  if (label && label.end <= anchor.start) return false;
  if ((parts.at(-1)?.end ?? 0) < before.start || /\n\s*\n/.test(text.slice(before.end, start)))
    return false;
  const behind = { start: anchor.end, end };
  const values = valuesIn(reading, behind).map(({ value }) => value.kind);
  const isCounted = values.includes('quantity') || values.includes('count');
  return isCounted && !isDated(reading, behind) && !cues.has(Cue.medicationList, start, end);
}

/** After an empty line a plan goes on with items and orders only. */
function startsNewMatter(
  { reading, anchors, cues }: ZoneText,
  zone: Zone,
  before: Sentence,
  { start, end, item }: Sentence,
): boolean {
  const { text } = reading;
  if (!/\n\s*\n/.test(text.slice(before.end, start)) || zone.parts.length === 0) return false;
  if (item || hasMarker(text, { start, end })) return false;
  const words = withoutMarker(text, { start, end });
  const anchor = anchors[firstFrom(anchors, words.start)];
  const headed =
    anchor && anchor.end <= end && countWords(text.slice(words.start, anchor.start)) <= 2;
  return !headed && !cues.has(Cue.imperative, start, end) && !cues.has(Cue.ask, start, end);
}

/** "Meds: ...", "Therapy: ..." as lines of a plan: sections by name, parts of the plan by place. */
function isPartOfPlan(
  { sections, text }: Reading,
  zone: Zone,
  before: Sentence,
  sentence: Sentence,
): boolean {
  const kind = sections[sentence.section]?.kind;
  const isTopic =
    kind === 'medications' || kind === 'tests' || kind === 'other' || kind === 'work-status';
  return zone.kind === 'plan' && isTopic && !/\n\s*\n/.test(text.slice(before.end, sentence.start));
}

/** Whether the zone holds a drug already: a list of medicines below it is what is taken. */
function namesDrug(anchors: ZoneText['anchors'], { parts }: Zone): boolean {
  return parts.some((part) => beginningIn(anchors, part).some(({ drug }) => drug));
}
