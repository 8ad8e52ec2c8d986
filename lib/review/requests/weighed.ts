import { isDecidedBy } from '../../language/assertion/decided-by.ts';
import type { Anchor } from './anchors.ts';
import { TELLING } from './bare-items.ts';
import { countWords } from './connecting-words.ts';
import { Cue, firstFrom } from './cues.ts';
import type { PlacedItem } from './gather.ts';
import { afterJoin, isSameItem, type LineItem } from './line-items.ts';
import { rowAt, type SignText } from './signs.ts';
import { lineEnd, lineStart, type Span, trimmed, withoutMarker } from './spans.ts';
import { unitsSaid } from './spoken-units.ts';
import { isAnsweredNo, isStruckOut } from './suffix.ts';
import { medicationsIn } from './traits.ts';
import { createWeigher } from './weigh.ts';
import { takesBack, type Zone } from './zone.ts';
import { dated } from './zones.ts';

/**
 * The second look at a text: what the rules on headings and words of asking found is weighed by all
 * signs around it. What is very unlikely is left out, what is likely and was not found is added.
 */

/** An item that is found by rule stays down to these odds (logarithm). */
const STAYS = -1;
/** Down to these it is shown as mentioned. */
const STAYS_MENTIONED = -3;
/** A treatment that no rule found is asked for from these odds on. */
const JOINS = -0.1;
/** The same where it is told as past. */
const JOINS_PAST = 1;
/** The same where a rule set the treatment aside. */
const JOINS_TOLD = 1.5;
/** From these odds on it is asked for, though it stands in a list of what is taken. */
const SURE = 4;
/** From these odds on it may be asked for, and is shown as mentioned. */
const MAY_JOIN = -1.5;

/** Words between two names of one thing. */
const SAME_WITHIN = 2;

/** An item with the zone it makes for itself. */
export interface WeighedItem {
  item: LineItem;
  zone: Zone;
}

/** Leaves out of what was placed what is very unlikely, and adds what is likely and was not found. */
export function weighed(
  source: SignText,
  placed: readonly PlacedItem[],
): { kept: PlacedItem[]; added: WeighedItem[] } {
  const weightAt = createWeigher(source);
  const best = new Map<string, { at: number; weight: number }>();
  for (const [at, anchor] of source.anchors.entries()) {
    if (!anchor.treatment) continue;
    const weight = weightAt(at);
    const key = keyOf(anchor);
    if (weight > (best.get(key)?.weight ?? Number.NEGATIVE_INFINITY)) best.set(key, { at, weight });
  }
  const weightOf = (anchor: Anchor) => best.get(keyOf(anchor))?.weight ?? 0;
  const kept = placed.flatMap((one): PlacedItem[] => {
    const { item, zone } = one;
    if (item.state !== 'stands' || zone.answered || !WEIGHED.has(zone.kind) || !isNamedIn(item))
      return [one];
    const weight = Math.max(...item.anchors.map(weightOf));
    if (
      weight > STAYS ||
      isSuppliedDrug(source, one) ||
      isLabelledLine(source, item, zone) ||
      goesOnInRow(source, item, weightAt)
    )
      return [one];
    return weight > STAYS_MENTIONED ? [mentioned(one)] : [];
  });
  const hasList = kept.some(({ item, zone }) => item.state === 'stands' && LISTS.has(zone.kind));
  const asked = kept.filter(
    ({ item, zone, traits }) =>
      // beside a list what a plan merely names asks for nothing by itself
      !(hasList && zone.kind === 'plan' && item.wording === 'bare' && !traits.counted) &&
      item.state !== 'dropped' &&
      !zone.mentioned &&
      (zone.kind !== 'restated' || item.state === 'withdrawn') &&
      zone.kind !== 'conclusion' &&
      (item.wording !== 'carried-on' || traits.counted),
  );
  const hasAsked = asked.some(({ item }) => item.state === 'stands');
  const known = new Set(asked.flatMap(({ item }) => item.anchors.map(keyOf)));
  const dropped = new Set(kept.flatMap(({ item }) => item.anchors.map(keyOf)));
  const added = [...best]
    .filter(
      ([key, { at, weight }]) =>
        !known.has(key) &&
        !isDeniedOrAnothers(source, at) &&
        !isLeftEmpty(source.anchors[at] as Anchor) &&
        !isPartOf(asked, source.anchors[at] as Anchor) &&
        weight > MAY_JOIN &&
        !isQuestioned(source, at) &&
        !isInTitle(source, at) &&
        !isAnsweredNo(source.reading.text, (source.anchors[at] as Anchor).end) &&
        !isStruckOutAt(source, at) &&
        !isTakenBackNext(source, at) &&
        !(hasAsked && isSettled(source, at)) &&
        (weight > SURE || !isListedAsTaken(source, at)) &&
        !isHadOrLater(source, at) &&
        !isTeller(source, at) &&
        !isToldWithResult(source, at),
    )
    .map(([key, { at, weight }]) => {
      const isPast = source.anchors[at]?.assertion.time === 'past';
      const joins = weight > (dropped.has(key) ? JOINS_TOLD : isPast ? JOINS_PAST : JOINS);
      const { item, zone } = itemAt(source, at);
      return { item, zone: joins ? zone : { ...zone, mentioned: true } };
    });
  return { kept, added };
}

/** What was found by rule, as a mere mention. */
function mentioned(one: PlacedItem): PlacedItem {
  return { ...one, zone: { ...one.zone, kind: 'ask', mentioned: true } };
}

/** Words of a line of a plan that names what is ordered and tells nothing of it. */
const LINE_WORDS = 6;

/** "Labs: UDS", "Imaging: MRI lumbar spine": a test or study as a line of a plan. */
function isLabelledLine(
  { reading: { text } }: SignText,
  { span, anchors: [head] }: LineItem,
  zone: Zone,
): boolean {
  if (zone.kind !== 'plan' || !zone.title || zone.carriesOn || zone.treatmentNote) return false;
  if (head?.drug || head?.treatment?.quantity !== 'own') return false;
  const line = text.slice(lineStart(text, span.start), lineEnd(text, span.start)).trim();
  return /^\W*[A-Za-z/ ]{2,20}:\s/.test(line) && countWords(line) <= LINE_WORDS;
}

/** "Needs a refill of Norco, 60 of them": words that ask for a drug, and for how much of it. */
function isSuppliedDrug({ reading }: SignText, { item, zone }: PlacedItem): boolean {
  return (
    zone.kind === 'ask' &&
    item.anchors[0]?.drug !== undefined &&
    (medicationsIn(reading, item.span).some(({ quantity }) => quantity !== undefined) ||
      unitsSaid(reading.text, item.span) !== undefined)
  );
}

/** "He requested injections, Prilosec and Anaprox": what is listed behind something likely is as likely. */
function goesOnInRow(
  { reading: { text }, rows, anchors }: SignText,
  { span, anchors: [head] }: LineItem,
  weightAt: (at: number) => number,
): boolean {
  const row = rows[firstFrom(rows, span.start + 1) - 1];
  if (!row || !head) return false;
  let isLikely = false;
  let last = row.start;
  for (let at = firstFrom(anchors, row.start); at < anchors.length; at += 1) {
    const anchor = anchors[at] as Anchor;
    const between = text.slice(last, anchor.start);
    const isListed = countWords(between) <= LISTED_WITHIN && !/[;:]/.test(between);
    isLikely &&= isListed;
    if (anchor.start >= head.start) return isLikely;
    if (anchor.treatment && weightAt(at) > 0) isLikely = true;
    last = anchor.end;
  }
  return false;
}

/** Words between the items of a list: "mg", "and", a body part. */
const LISTED_WITHIN = 2;

const LISTS: ReadonlySet<Zone['kind']> = new Set(['list', 'decision']);

/** Decisions and what another paper is said to ask for are told by their own rules. */
const WEIGHED: ReadonlySet<Zone['kind']> = new Set(['list', 'plan', 'ask']);

/** "Another six": what names the treatment stands elsewhere, and its signs are not those of the asking. */
function isNamedIn({ anchors: [head], span }: LineItem): boolean {
  return head !== undefined && head.start >= span.start && head.end <= span.end;
}

function keyOf({ treatment, drug }: Anchor): string {
  return `${treatment?.id}|${drug?.id ?? ''}`;
}

/** The item that stands around an anchor: its words between those of its neighbours in the row. */
function itemAt(source: SignText, likeliest: number): WeighedItem {
  const { reading, anchors, rows } = source;
  const { text } = reading;
  const at = firstOfItem(source, likeliest);
  const anchor = anchors[at] as Anchor;
  const row = rowAt(rows, anchor);
  const item: LineItem = {
    anchors: [anchor],
    span: { start: startOf(source, at, row), end: row.end },
    wording: 'asked',
    state: 'stands',
  };
  for (let next = at + 1; next < anchors.length; next += 1) {
    const other = anchors[next] as Anchor;
    const from = (item.anchors.at(-1) as Anchor).end;
    if (other.start >= row.end) break;
    if (isSameItem(item, other, text.slice(from, other.start))) item.anchors.push(other);
    else {
      item.span.end = Math.max(from, afterJoin(text, from, other.start));
      break;
    }
  }
  item.span = trimmed(text, item.span);
  return { item, zone: { kind: 'ask', parts: [item.span], ...dated(reading, row) } };
}

/** Whether a place lies within an item of the same treatment: one substance of a cream, the drug that is replaced. */
function isPartOf(asked: readonly PlacedItem[], { start, treatment }: Anchor): boolean {
  return asked.some(
    ({ item: { state, span, anchors } }) =>
      state === 'stands' &&
      span.start <= start &&
      start < span.end &&
      anchors[0]?.treatment === treatment,
  );
}

/** How far before a treatment the title of a list of what is taken may stand. */
const TITLE_WITHIN = 80;

/** "RFA = radiofrequency?" asks what is meant; "drug screen?" may ask for it. */
function isQuestioned({ reading: { text }, anchors }: SignText, at: number): boolean {
  const { start, end } = anchors[at] as Anchor;
  return text[end] === '?' && /=\s*$/.test(text.slice(Math.max(0, start - 4), start));
}

/** What the first line of a text calls it. */
const PAPER_NAME =
  /\b(?:notes?|reports?|re-?eval(?:uation)?s?|flow ?sheet|discharge|daily|progress|summary)\b/i;

/** "AQUATIC PT RE-EVAL 7/22/16": what a text is of, in its title. */
function isInTitle({ reading: { text }, anchors, cues }: SignText, at: number): boolean {
  const { start } = anchors[at] as Anchor;
  const from = text.search(/\S/);
  const end = lineEnd(text, from);
  const title = text.slice(from, end);
  if (start >= end || !PAPER_NAME.test(title) || /[.:;]\s|\d ?[x×] ?\d/.test(title)) return false;
  return !ASKING.some((cue) => cues.has(cue, from, end));
}

/** Words that ask, wherever they stand in a row. */
const ASKING = [Cue.ask, Cue.order, Cue.refillMark, Cue.askedAfter, Cue.given];

/** Whether it stands in a list of what is taken, and nothing in its row asks for it. */
function isListedAsTaken({ reading, anchors, rows, cues }: SignText, at: number): boolean {
  const { start, end, drug } = anchors[at] as Anchor;
  const row = rowAt(rows, { start });
  const kind = reading.sections[row.section]?.kind ?? '';
  const isListed =
    (TELLING.has(kind) && (drug !== undefined || kind !== 'medications')) ||
    (drug !== undefined &&
      cues.has(Cue.medicationList, Math.max(0, row.start - TITLE_WITHIN), start));
  return isListed && !ASKING.some((cue) => cues.has(cue, row.start, Math.max(end, row.end)));
}

/** "[ ] ESI", "Norco  #60  N": a form on which it is not chosen. */
function isLeftEmpty({ assertion }: Anchor): boolean {
  return assertion.presence !== 'affirmed' && isDecidedBy(assertion, 'presence', 'form');
}

/** "Percocet #120 (weaned off, no rx)": what stands at the end of its row says no. */
function isStruckOutAt({ reading, anchors, rows, cues }: SignText, at: number): boolean {
  const { start, end } = anchors[at] as Anchor;
  const row = rowAt(rows, { start });
  const next = anchors[at + 1]?.start ?? row.end;
  return isStruckOut(reading.text, cues, end, Math.min(row.end, next));
}

/** "Consider an EMG. Not requesting it yet.": the next sentence takes it back. */
function isTakenBackNext(source: SignText, at: number): boolean {
  const { rows, anchors } = source;
  const next = rows[firstFrom(rows, (anchors[at] as Anchor).start + 1)];
  return next !== undefined && takesBack(source, next);
}

/** "The carrier approved the MRI", told beside what is asked for: it was decided before. */
function isSettled({ anchors, rows, cues, isDecision }: SignText, at: number): boolean {
  const { start, end } = anchors[at] as Anchor;
  const row = rowAt(rows, { start });
  const rowEnd = Math.max(end, row.end);
  return (
    !isDecision &&
    cues.has(Cue.decisionWord, row.start, start) &&
    !ASKING.some((cue) => cues.has(cue, row.start, rowEnd)) &&
    !cues.has(Cue.disputes, row.start, rowEnd)
  );
}

/** "I decided against an MRI", "his wife was sent for one". */
function isDeniedOrAnothers({ reading, anchors, rows, cues }: SignText, at: number): boolean {
  const { start, assertion } = anchors[at] as Anchor;
  const row = rowAt(rows, { start });
  // "She wants the shots her sister had"
  if (assertion.subject === 'other') return !cues.has(Cue.ask, row.start, start);
  const denial = cues.within(Cue.notBefore, row.start, start).at(-1);
  return (
    assertion.presence === 'negated' &&
    denial !== undefined &&
    countWords(reading.text.slice(denial.end, start)) <= SAME_WITHIN
  );
}

/** "Had acupuncture 6 visits, denied more", "back in a month with UDS": a row of what was had, or comes later. */
function isHadOrLater({ reading, anchors, rows, cues }: SignText, at: number): boolean {
  const { text } = reading;
  const { start, end } = anchors[at] as Anchor;
  const row = rowAt(rows, { start });
  const isLater = cues.has(Cue.later, row.start, start);
  const isHad = OPENS_WITH_HAD.test(text.slice(row.start, start));
  if (!isLater && !isHad && !isFailedIn(reading, row)) return false;
  return !ASKING.some((cue) => cues.has(cue, row.start, Math.max(end, row.end)));
}

/** "Seen by physical therapy", "the acupuncture notes say": who does or tells something, and nothing asked for. */
function isTeller({ anchors, rows, cues }: SignText, at: number): boolean {
  const { start, end, treatment } = anchors[at] as Anchor;
  if (treatment?.quantity !== 'visits') return false;
  const row = rowAt(rows, { start });
  const isVisited = cues
    .within(Cue.visited, row.start, start)
    .some(({ end: to }) => start - to <= 1);
  const writes = cues.within(Cue.writes, end, Math.max(end, row.end));
  if (!isVisited && !writes.some(({ start: from }) => from - end <= 1)) return false;
  return !ASKING.some((cue) => cues.has(cue, row.start, Math.max(end, row.end)));
}

/** "The drug screen from January came back as expected": a test or study that was done, with what it showed. */
function isToldWithResult(
  { reading: { text }, anchors, rows, cues }: SignText,
  at: number,
): boolean {
  const { start, end, treatment } = anchors[at] as Anchor;
  if (treatment?.quantity !== 'own') return false;
  const row = rowAt(rows, { start });
  const next = anchors[at + 1]?.start ?? row.end;
  const [told] = cues.within(Cue.studyTold, end, Math.min(row.end, next));
  if (!told || ASKING.some((cue) => cues.has(cue, row.start, row.end))) return false;
  const between = text.slice(end, told.start);
  return countWords(between) <= TOLD_WITHIN && !ANOTHER_CLAUSE.test(between);
}

/** Words from a study to what it showed. */
const TOLD_WITHIN = 6;
const ANOTHER_CLAUSE = /[;,.](?!\d)|\b(?:to|for|given|because|since|as|if|whether|that)\b/i;

/** Whether a row tells that what it names did not do enough. */
function isFailedIn({ mentions }: SignText['reading'], row: Span): boolean {
  return mentions.within(row).some(({ concept }) => concept === TOLD_AS_FAILED);
}

const TOLD_AS_FAILED = 'care-insufficient';

const OPENS_WITH_HAD =
  /^\W*(?:in (?:19|20)\d\d,? )?(?:(?:he|she|pt|patient|iw|claimant|i|they|worker) )?(?:has |have |already |previously )?(?:had|tried|received|underwent|completed|failed)\b[^.;:]*$/i;

/** "ALIF + posterior fusion": the first of the names side by side that name one thing. */
function firstOfItem({ reading: { text }, anchors }: SignText, likeliest: number): number {
  let at = likeliest;
  for (; at > 0; at -= 1) {
    const [before, here] = [anchors[at - 1] as Anchor, anchors[at] as Anchor];
    const between = text.slice(before.end, here.start);
    if (before.treatment !== here.treatment || before.drug?.id !== here.drug?.id) break;
    if (/[.;\n]/.test(between) || countWords(between) > SAME_WITHIN) break;
  }
  return at;
}

function startOf({ reading: { text }, anchors }: SignText, at: number, row: Span): number {
  const anchor = anchors[at] as Anchor;
  const before = anchors[at - 1];
  if (!before || before.end <= row.start) return withoutMarker(text, trimmed(text, row)).start;
  return Math.min(anchor.start, afterJoin(text, before.end, anchor.start));
}
