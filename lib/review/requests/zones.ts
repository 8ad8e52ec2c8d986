import type { DateValue, Mention, Reading, Sentence } from '../../language/mention.ts';
import { askedNext, askingPart, givenPart, isAddedAlone, nextOrder } from './asking.ts';
import { countWords } from './connecting-words.ts';
import { Cue, firstFrom } from './cues.ts';
import { type Heading, headingOf } from './headings.ts';
import { askedAtEnd, carriedOnPart, labelledOrder, quotedOrder } from './orders.ts';
import { restatedPart } from './restated.ts';
import { type Span, startsLine } from './spans.ts';
import { speakingRows } from './speaking-rows.ts';
import { withSuperseded } from './superseded.ts';
import { valuesIn } from './traits.ts';
import { findUnnamedDrug } from './unheaded.ts';
import { hasAnchor, type RowText, takesBack, type Zone, type ZoneText } from './zone.ts';
import { closesZone } from './zone-ends.ts';

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
    if (open && before && closesZone(zoneText, open, before, sentence, paragraph)) open = undefined;
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
