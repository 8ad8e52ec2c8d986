import type { DateValue, Mention, Reading, Sentence } from '../../language/mention.ts';
import { PAPER_WORDS } from '../../language/section-titles.ts';
import { beginningIn } from '../../language/sorted.ts';
import { askedNext, askingPart, givenPart, isAddedAlone, nextOrder } from './asking.ts';
import { countWords } from './connecting-words.ts';
import { Cue, firstFrom } from './cues.ts';
import { type Heading, headingOf } from './headings.ts';
import { askedAtEnd, carriedOnPart, labelledOrder, quotedOrder } from './orders.ts';
import { restatedPart } from './restated.ts';
import {
  countCells,
  hasMarker,
  lineEnd,
  lineStart,
  type Span,
  startsLine,
  withoutMarker,
} from './spans.ts';
import { speakingRows } from './speaking-rows.ts';
import { withSuperseded } from './superseded.ts';
import { isToldTitle } from './told-rows.ts';
import { isDated, valuesIn } from './traits.ts';
import { findUnnamedDrug } from './unheaded.ts';
import { hasAnchor, labelOf, type RowText, takesBack, type Zone, type ZoneText } from './zone.ts';

/** A list ends after so many parts; no list of a request is longer. */
const LONGEST_LIST = 80;

/** An appeal asks again for what it says was denied. */
const APPEAL = /(?<!\bno )\b(?:appeal|reconsideration)\b/i;
const APPEAL_WITHIN = 300;

/** Words before what is restated that make it the request's own. */
const OF_REQUEST =
  /\b(?:RFA|rfa|[Ff]orm|[Ff]ax|[Oo]rder|[Rr]equisition|request|reply|answer|response|clarification|addendum)\b/;

/** All zones of a text, in the order of the text. */
export function findZones(zoneText: RowText): Zone[] {
  const { reading, rows, isTold } = zoneText;
  const zones: Zone[] = [];
  let open: Zone | undefined;
  let paragraph = -1;
  const speaks = speakingRows(zoneText);
  for (const [at, sentence] of rows.entries()) {
    if (!open && !speaks[at]) continue;
    const before = rows[at - 1];
    const heading = headingOf(zoneText, sentence);
    if (
      heading &&
      open?.kind === 'plan' &&
      before &&
      isLineOfPlan(zoneText, heading, before, sentence)
    ) {
      zones.push({ kind: 'ask', parts: [heading.rest], ...dated(reading, sentence) });
      continue;
    }
    if (heading && isAddition(reading.text, heading, sentence)) {
      zones.push({ kind: 'ask', parts: [heading.rest], ...dated(reading, sentence) });
      continue;
    }
    if (heading) {
      const title = reading.text.slice(sentence.start, heading.rest.start);
      open = { kind: heading.kind, parts: [], title, ...dated(reading, sentence) };
      if (heading.carriesOn) open.carriesOn = true;
      if (isTreatmentNote(zoneText, sentence)) open.treatmentNote = true;
      zones.push(open);
      paragraph = sentence.paragraph;
      if (heading.rest.end > heading.rest.start) {
        open.parts.push(heading.rest);
        if (hasAnchor(zoneText, heading.rest)) open.inline = true;
        if (heading.fieldOnly) open = undefined;
      }
      continue;
    }
    if (open && before && closes(zoneText, open, before, sentence, paragraph)) open = undefined;
    if (open && goesOnInProse(zoneText, open, sentence)) open = undefined;
    if (before && takesBack(zoneText, sentence)) {
      const last = zones.at(-1)?.parts.at(-1);
      if (last && last.end >= before.start && last.end <= sentence.start) {
        last.end = sentence.end;
        continue;
      }
    }
    if (open) {
      open.parts.push({ start: sentence.start, end: sentence.end });
      if (hasAnchor(zoneText, sentence)) paragraph = sentence.paragraph;
      continue;
    }
    if (isTold(sentence)) continue;
    const order = labelledOrder(zoneText, sentence);
    if (order) {
      zones.push({ kind: 'plan', parts: [order], ordered: true, ...dated(reading, sentence) });
      continue;
    }
    const asks =
      askingPart(zoneText, sentence) ??
      askedAtEnd(zoneText, sentence) ??
      quotedOrder(zoneText, before, sentence) ??
      (findUnnamedDrug(zoneText, sentence) && { start: sentence.start, end: sentence.end }) ??
      askedNext(zoneText, sentence, rows[at + 1]);
    const given = asks
      ? undefined
      : (givenPart(zoneText, sentence) ??
        carriedOnPart(zoneText, sentence) ??
        nextOrder(zoneText, zones.at(-1), before, sentence));
    const restates = asks || given ? undefined : restatedPart(zoneText, sentence);
    if (given)
      zones.push({
        kind: 'ask',
        parts: [given],
        ...(isBareStudy(zoneText, given) || isAddedAlone(zoneText, given)
          ? {}
          : { carriesOn: true }),
        ...dated(reading, sentence),
      });
    else if (asks)
      zones.push({
        kind: 'ask',
        parts: [asks],
        ...(isAddressed(reading.text, asks) ? { addressed: true } : {}),
        ...dated(reading, sentence),
      });
    else if (restates)
      zones.push({
        kind: 'restated',
        parts: [restates],
        ...(APPEAL.test(reading.text.slice(0, APPEAL_WITHIN)) ||
        OF_REQUEST.test(reading.text.slice(sentence.start, restates.start))
          ? { ofForm: true }
          : {}),
        ...dated(reading, sentence),
      });
  }
  return withSuperseded(zones.filter((zone) => zone.parts.length > 0));
}

/** "Your request for X has been reviewed": the letter speaks of the request. */
function isAddressed(text: string, { start }: Span): boolean {
  return /\byour\s+$/i.test(text.slice(Math.max(0, start - 8), start));
}

/** "Rx Norco #120. UDT today.": a study that is named and nothing more. */
function isBareStudy({ reading, anchors }: ZoneText, { start, end }: Span): boolean {
  const anchor = anchors[firstFrom(anchors, start)];
  if (anchor?.treatment?.quantity !== 'own' || anchor.drug) return false;
  const rest = reading.text.slice(anchor.end, end);
  return (
    countWords(rest) <= 3 &&
    !/\d|neg|pos|normal|show|reveal|review|done|consist|pend|sent/i.test(rest)
  );
}

/** "Request: MRI" as one line among others of a plan asks for one thing and heads no list. */
function isLineOfPlan(
  { reading: { text } }: ZoneText,
  heading: Heading,
  before: Sentence,
  { start }: Sentence,
): boolean {
  if (heading.kind !== 'list' || heading.rest.end === heading.rest.start) return false;
  if (/\n\s*\n/.test(text.slice(before.end, start))) return false;
  return !/\b(?:RFA|rfa|items?|list|services?|treatments?|form)\b/i.test(
    text.slice(start, heading.rest.start),
  );
}

/** "Also on the RFA: ..." adds to what the prose around it asks for and heads no list. */
function isAddition(text: string, { kind, rest }: Heading, { start }: Sentence): boolean {
  return (
    kind === 'list' &&
    rest.end > rest.start &&
    /^\W*(?:also|additionally|plus)\b/i.test(text.slice(start, start + 20))
  );
}

/** "Request authorization. I also feel that X is indicated.": sentences that ask, and no list. */
function goesOnInProse(zoneText: ZoneText, zone: Zone, sentence: Sentence): boolean {
  if (zone.kind !== 'list' || zone.parts.some((part) => hasAnchor(zoneText, part))) return false;
  const { cues, reading } = zoneText;
  return (
    !startsLine(reading.text, sentence.start) &&
    cues.has(Cue.askedAfter, sentence.start, sentence.end) &&
    askingPart(zoneText, sentence) !== undefined
  );
}

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
function closes(
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

/** The day that governs a sentence: its own, or that of its section. */
export function dated(reading: Reading, sentence: Sentence): { date?: DateValue } {
  const date = leadingDate(reading, sentence) ?? reading.sections[sentence.section]?.date;
  return date ? { date } : {};
}

/** "10/20: relapse, requesting ...": the day that opens an entry. */
function leadingDate(reading: Reading, { start }: Sentence): DateValue | undefined {
  const first = valuesIn(reading, { start, end: start + 2 })[0];
  return first?.value.kind === 'date' ? first.value.date : undefined;
}

/** Whether the note that holds the sentence is titled as one of treatment given. */
function isTreatmentNote({ cues, reading }: ZoneText, sentence: Sentence): boolean {
  const titles = cues.all(Cue.treatmentNote);
  for (let at = firstFrom(titles, sentence.start) - 1; at >= 0; at -= 1) {
    const title = titles[at] as Mention;
    if (startsLine(reading.text, title.start)) return true;
    if (sentence.start - title.start > 4000) return false;
  }
  return false;
}
