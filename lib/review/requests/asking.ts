import type { Mention, Reading, Sentence } from '../../language/mention.ts';
import { beginningIn } from '../../language/sorted.ts';
import { countWords, isConditional, isHeldBack } from './connecting-words.ts';
import { Cue, type CueIndex, firstFrom } from './cues.ts';
import { moreOfIt } from './more-of-it.ts';
import { sameAgain } from './same-again.ts';
import { type Span, withoutMarker } from './spans.ts';
import { unitsSaid } from './spoken-units.ts';
import { isAnsweredYes } from './suffix.ts';
import { isDated, scheduleIn, valuesIn } from './traits.ts';
import { hasAnchor, labelOf, type Zone, type ZoneText } from './zone.ts';

/** Words between a treatment and the "is requested" that speaks of it. */
const PASSIVE_WITHIN = 18;

/** How far back in its paragraph a guideline may be named that a sentence goes on with. */
const GUIDELINE_WITHIN = 400;
const PERSON =
  /\b(?:I|we|my|our|he|she|his|her|him|patient|pt|claimant|worker|employee|mr|ms|mrs|this)\b/i;

/** Characters around an asking word within which a condition or a count belongs to it. */
const CONDITION_WITHIN = 300;
const COUNT_WITHIN = 300;

/** Characters before an asking word within which "not", "without" deny it. */
const NEGATED_WITHIN = 24;

/** The part of a sentence from its asking words on, when a treatment follows them. */
export function askingPart(
  { reading, cues, anchors }: ZoneText,
  sentence: Sentence,
): Span | undefined {
  const kind = reading.sections[sentence.section]?.kind;
  if (kind === 'guideline' || kind === 'family-history') return undefined;
  const taken = cues.within(Cue.retract, sentence.start, sentence.end)[0];
  if (taken && hasAnchor({ reading, cues, anchors }, sentence))
    return { start: sentence.start, end: sentence.end };
  const passive = cues.within(Cue.askedAfter, sentence.start, sentence.end).at(-1);
  // "Authorization for both requested: ..."
  const colon = passive && /^\s*:\s*/.exec(reading.text.slice(passive.end, sentence.end));
  if (passive && colon) {
    const listed = { start: passive.end + colon[0].length, end: sentence.end };
    if (hasAnchor({ reading, cues, anchors }, listed)) return listed;
  }
  const subject = passive && anchors[firstFrom(anchors, sentence.start)];
  if (
    passive &&
    subject &&
    subject.end <= passive.start &&
    !isTaken(reading.text, cues, passive, sentence) &&
    !isGuidelineProse({ reading, cues, anchors }, sentence)
  ) {
    const between = countWords(reading.text.slice(subject.end, passive.start));
    if (between <= PASSIVE_WITHIN) return { start: sentence.start, end: passive.end };
  }
  // "We talked about repeating the injections and she is in favor."
  const names = subject && subject.start < sentence.end;
  if (passive && !names && sameAgain(reading.text, sentence))
    return { start: sentence.start, end: sentence.end };
  const marked = refillMarked({ reading, cues, anchors }, sentence);
  if (marked) return marked;
  const order = ordered({ reading, cues, anchors }, sentence);
  if (order) return order;
  for (const cue of cues.within(Cue.ask, sentence.start, sentence.end)) {
    if (isTitledRequest({ reading, cues, anchors }, cue, sentence))
      return { start: sentence.start, end: sentence.end };
    const before = Math.max(sentence.start, cue.start - CONDITION_WITHIN);
    if (isConditional(reading.text.slice(before, cue.start))) continue;
    if (isAskedByGuideline({ reading, cues, anchors }, cue, sentence)) continue;
    const anchor = anchors[firstFrom(anchors, cue.end)];
    const named = anchor && anchor.end <= sentence.end;
    const asksFor =
      named ||
      (!isPassive(reading.text, cue) &&
        hasCount(reading, cue.start, Math.min(sentence.end, cue.start + COUNT_WITHIN)));
    if (asksFor && !isTaken(reading.text, cues, cue, sentence))
      return { start: cue.start, end: endOfAsking(reading.text, cues, cue, sentence) };
  }
  return undefined;
}

/** "... would help him. Authorization is hereby sought.": the next sentence asks for what this one names. */
export function askedNext(
  { reading, cues, anchors }: ZoneText,
  { start, end, section, paragraph }: Sentence,
  next: Sentence | undefined,
): Span | undefined {
  const anchor = anchors[firstFrom(anchors, start)];
  if (!next || next.paragraph !== paragraph || PAST.has(reading.sections[section]?.kind ?? ''))
    return undefined;
  if (!anchor || anchor.end > end || anchor.assertion.presence !== 'affirmed') return undefined;
  if (anchor.assertion.time === 'past' || hasAnchor({ reading, cues, anchors }, next))
    return undefined;
  const words = reading.text.slice(next.start, next.end);
  if (anchor.drug && GIVES_NEXT.test(words) && unitsSaid(reading.text, next))
    return { start, end: next.end };
  if (countWords(words) > SHORT || !ANAPHORIC.test(words) || DENIES.test(words)) return undefined;
  return { start, end };
}

/** Sections that tell what was, or what holds for everybody. */
export const PAST: ReadonlySet<string> = new Set([
  'history',
  'family-history',
  'treatment-to-date',
  'tests',
  'guideline',
]);
const SHORT = 12;
/** "Will give 60.", "Sixty given.": nothing but the units of what the sentence before names. */
const GIVES_NEXT = /^\W*(?:(?:I )?(?:will )?(?:give|gave|dispensed?)\b|\S+ given)[^,;]{0,24}$/i;
const ANAPHORIC =
  /^\W*(?:authori[sz]ation|approval|certification|your (?:authori[sz]ation|approval)|(?:please|kindly|i|we)\b.*\b(?:authori[sz]e|approve|certify|request(?:ing)?|submit(?:ting)?|ask(?:ing)?|recommend)\b.*\b(?:it|this|these|that|them|same|such)|(?:this|these|it|they|such|the above)\b.*\b(?:requested|sought|recommended))/i;
const DENIES = /\b(?:not|no|never|denied|denial|was|were|last|previous|prior)\b/i;

/** Words between a guideline and the word with which it asks. */
const GUIDELINE_ASKS_WITHIN = 3;

/** "The MTUS asks for ...", "ODG page 9 recommends": what a guideline asks for nobody requests. */
function isAskedByGuideline(
  { reading, cues }: ZoneText,
  cue: Mention,
  { start }: Sentence,
): boolean {
  const name = cues.within(Cue.guidelineName, start, cue.start).at(-1);
  return (
    name !== undefined &&
    countWords(reading.text.slice(name.end, cue.start)) <= GUIDELINE_ASKS_WITHIN &&
    !PERSON.test(reading.text.slice(name.end, cue.start))
  );
}

/** "Was requested in May": what was asked for or decided, and counts what was had since. */
export function isPassive(text: string, { start }: Mention): boolean {
  return /\b(?:was|were|been)\s+$/i.test(text.slice(Math.max(0, start - 8), start));
}

/** "To get 8 visits approved": the approval is hoped for, and decides nothing. */
function endOfAsking(text: string, cues: CueIndex, cue: Mention, { end }: Sentence): number {
  if (!/\b(?:get|have|see|obtain)\s*$/i.test(text.slice(cue.start, cue.end))) return end;
  return cues.within(Cue.decisionWord, cue.end, end)[0]?.start ?? end;
}

/** "TENS: a trial is recommended", said of nobody after a guideline was named. */
function isGuidelineProse({ reading, cues }: ZoneText, { start, end }: Sentence): boolean {
  const from = Math.max(0, start - GUIDELINE_WITHIN);
  const paragraph = from + reading.text.slice(from, start).lastIndexOf('\n\n') + 1;
  if (!cues.has(Cue.guidelineName, paragraph, end)) return false;
  return !PERSON.test(reading.text.slice(start, end));
}

/** "Chiropractic request: 2x3": the treatment stands before the word that asks. */
function isTitledRequest(
  { reading: { text }, anchors }: ZoneText,
  cue: Mention,
  { start }: Sentence,
): boolean {
  const anchor = anchors[firstFrom(anchors, start)];
  if (!anchor || anchor.end > cue.start || !/^\s*:/.test(text.slice(cue.end, cue.end + 4)))
    return false;
  return (
    countWords(text.slice(start, anchor.start)) <= 2 &&
    countWords(text.slice(anchor.end, cue.start)) <= 1
  );
}

/** How far from a row the mark of another row of its table is looked for. */
const TABLE_WITHIN = 400;
const CELLS = /\t| {2}|\|/;
const CHANGED_CELL =
  /^(?:[↑↓⬆⬇]|(?:increase|decrease|raise|lower|reduce|up|down|change|start|add|new|titrate|taper|wean)\b)/i;

/** "Lyrica  75  1 bid  60  ↑ to 150": its dose is changed, in a table whose other rows are to be refilled. */
function changedInTable({ reading: { text }, cues }: ZoneText, { start, end }: Span): boolean {
  const cell = text.slice(start, end).split(CELLS).at(-1) ?? '';
  return (
    CHANGED_CELL.test(cell.trim()) &&
    cues.has(Cue.refillMark, start - TABLE_WITHIN, end + TABLE_WITHIN)
  );
}

/** A line of a medication list that ends in "- REFILL". */
function refillMarked(
  { reading, cues, anchors }: ZoneText,
  { start, end }: Sentence,
): Span | undefined {
  const marks = cues.within(Cue.refillMark, start, end);
  const mark =
    marks.find((one) =>
      TICKED.test(reading.text.slice(Math.max(start, one.start - 6), one.start)),
    ) ?? marks.at(-1);
  const anchor = anchors[firstFrom(anchors, start)];
  if (anchor?.treatment && isAnsweredYes(reading.text, anchor.end)) return { start, end };
  if (
    anchor?.drug &&
    anchor.end < end &&
    changedInTable({ reading, cues, anchors }, { start, end })
  )
    return { start, end };
  if (!mark || !anchor || anchor.start >= mark.start) return undefined;
  const { text } = reading;
  const before = text.slice(Math.max(start, mark.start - 6), mark.start);
  if (TICKED.test(before)) return { start, end: mark.start };
  const set = /(?:[-–:*(]|\t| {2})\s*$/.test(before);
  const rest = text.slice(mark.end, end);
  if (
    !set ||
    !/^[\s.,)*]*(?:(?:#?\s?\d{1,3}|as before|as is|same|unchanged)\b[\s.)*]*)?$/.test(rest)
  )
    return undefined;
  // "-- renew, 90": the units stand behind the mark.
  return { start, end: /\d/.test(rest) ? end : mark.start };
}

const TICKED = /\[[xX✓✔]\]\s*$|☑\s*$|☒\s*$/;

/** "Refill Norco 10/325 #90": a sentence that opens with an order, wherever it stands. */
function ordered({ reading, cues, anchors }: ZoneText, sentence: Sentence): Span | undefined {
  const kind = reading.sections[sentence.section]?.kind;
  if (kind === 'history' || kind === 'treatment-to-date' || kind === 'rationale') return undefined;
  const words = withoutMarker(reading.text, sentence);
  const label = labelOf(reading.text, words);
  // "Today: refill ..."
  const from =
    label && countWords(reading.text.slice(label.start, label.end)) <= 2
      ? label.end + 1
      : words.start;
  const start = from + (ASKER.exec(reading.text.slice(from, from + 24))?.[0].length ?? 0);
  const order = cues.within(Cue.imperative, start, sentence.end)[0];
  if (!order || order.start > start + 3) return undefined;
  // "Inject the trigger points" orders and names in the same words.
  const anchor = anchors[firstFrom(anchors, order.start)];
  if (!anchor || anchor.end > sentence.end) return undefined;
  if (
    /ed(?: to| for)?$/i.test(reading.text.slice(order.start, order.end)) &&
    isDated(reading, sentence)
  )
    return undefined;
  return countWords(reading.text.slice(order.end, anchor.start)) <= 4
    ? { start, end: sentence.end }
    : undefined;
}

/** Who asks, in front of the word that does: "Dr. wants ...". */
const ASKER = /^\s*(?:the )?(?:dr\.?|doctor|md|ptp|provider|surgeon|np|pa|office)\s+/i;

function hasCount(reading: Reading, start: number, end: number): boolean {
  return (
    valuesIn(reading, { start, end }).some(
      ({ value }) => value.kind === 'count' || value.kind === 'number',
    ) ||
    scheduleIn(reading.text, { start, end }) !== undefined ||
    moreOfIt(reading.text, { start, end }) !== undefined ||
    sameAgain(reading.text, { start, end }) !== undefined
  );
}

/** "I gave him Prilosec #60", "Dispensed: ...": asks for the drug where it names a quantity. */
export function givenPart(
  { reading, cues, anchors }: ZoneText,
  sentence: Sentence,
): Span | undefined {
  const kind = reading.sections[sentence.section]?.kind;
  if (kind === 'history' || kind === 'treatment-to-date' || kind === 'rationale') return undefined;
  const given = cues.within(Cue.given, sentence.start, sentence.end)[0];
  const supplied = suppliedPart({ reading, cues, anchors }, sentence);
  if (supplied) return supplied;
  const anchor = given && anchors[firstFrom(anchors, given.end)];
  if (!given || !anchor?.drug || anchor.end > sentence.end) return undefined;
  if (isDated(reading, sentence) || isTaken(reading.text, cues, given, sentence)) return undefined;
  if (OTHER_GIVER.test(reading.text.slice(sentence.start, given.start))) return undefined;
  return { start: given.end, end: sentence.end };
}

/** "Cont Flexeril 10 qhs, gave 30.": behind the one drug of a sentence the units that were given. */
function suppliedPart({ reading, cues, anchors }: ZoneText, sentence: Sentence): Span | undefined {
  const { text } = reading;
  const [drug, ...others] = beginningIn(anchors, sentence);
  if (!drug?.drug || others.some((one) => one.drug?.id !== drug.drug?.id)) return undefined;
  const rest = text.slice(drug.end, sentence.end);
  if (!GIVES.test(rest) || unitsSaid(text, { start: drug.end, end: sentence.end }) === undefined)
    return undefined;
  if (isDated(reading, sentence) || OTHER_GIVER.test(rest.slice(0, rest.search(GIVES))))
    return undefined;
  return cues.has(Cue.history, sentence.start, sentence.end)
    ? undefined
    : { start: drug.start, end: sentence.end };
}

const GIVES = /(?:^|[,;]|\b(?:I|will|and)) (?:give|gave|giving|handed|dispense[d]?)\b/i;

/** "The urgent care gave him eight tablets": what another gave is not asked for here. */
const OTHER_GIVER =
  /\b(?:urgent care|emergency(?: room| department)?|ER|ED|hospital|dentist|surgeon|orthop\w+|neurologist|psychiatrist|PCP|primary(?: care)?(?: doctor| physician)?|family (?:doctor|physician)|other (?:doctor|clinic)|first clinic|pharmacy|wife|husband|friend|cousin|sister|brother|mother)\W+(?:\w+\W+){0,2}$/i;

/** "Requested MRI in 2012": asked long ago. */
const ASKED_IN_YEAR =
  /^(?:requested|asked for|ordered|recommended)\s+(?:\S+\s+){1,5}in (?:19|20)\d\d\b/i;

/** "I have reviewed the records incl. the surgeon's request for ...": what somebody read. */
const RECORDS_READ = /\breview(?:ed)?\b[^.]*\b(?:records?|documents?|file|reports?)\b/i;

/** Whether the asking lies in the past or is denied: "had requested", "last visit we requested". */
function isTaken(text: string, cues: CueIndex, cue: Mention, sentence: Sentence): boolean {
  if (cues.has(Cue.history, sentence.start, cue.end)) return true;
  if (ASKED_IN_YEAR.test(text.slice(cue.start, sentence.end))) return true;
  if (RECORDS_READ.test(text.slice(sentence.start, cue.start))) return true;
  // A treatment "that was denied" is asked for all the same: only words before the asking deny it.
  const before = text.slice(Math.max(sentence.start, cue.start - NEGATED_WITHIN), cue.start);
  return cue.assertion.presence === 'negated' && isHeldBack(before);
}

/** Words before a treatment that opens its sentence: at most one, or "Also the", "And a". */
const OPENS_WITHIN = 1;
const ADDS_ONE =
  /^\W*(?:and|also|plus|additionally|as well)\W+(?:(?:the|a|an|his|her|some|one|more)\W+)?$/i;
/** ... and a sentence that adds it to what is asked for says nothing else of it. */
const NOTHING_ELSE = /^(?:\s+(?:unit|machine|device|too|again|please|as well))*\W*$/i;

/** "Also the TENS.": nothing but the treatment, added to what the sentence before asks for. */
export function isAddedAlone(
  { reading: { text }, anchors }: ZoneText,
  { start, end }: Span,
): boolean {
  const anchor = anchors[firstFrom(anchors, start)];
  return (
    anchor !== undefined &&
    anchor.end <= end &&
    ADDS_ONE.test(text.slice(start, anchor.start)) &&
    NOTHING_ELSE.test(text.slice(anchor.end, end))
  );
}

/** A sentence right after one that asks, which opens with the next drug: "Rx PT. Soma 350 #30." */
export function nextOrder(
  { reading, anchors, cues }: ZoneText,
  last: Zone | undefined,
  before: Sentence | undefined,
  { start, end }: Sentence,
): Span | undefined {
  const lastPart = last?.kind === 'ask' || last?.ordered ? last.parts.at(-1) : undefined;
  if (!lastPart || !before || lastPart.end < before.end || lastPart.end > start) return undefined;
  const { text } = reading;
  if (/\n\s*\n/.test(text.slice(before.end, start))) return undefined;
  const words = withoutMarker(text, { start, end });
  const anchor = anchors[firstFrom(anchors, words.start)];
  if (!anchor || anchor.end > end) return undefined;
  const opens =
    countWords(text.slice(words.start, anchor.start)) <= OPENS_WITHIN ||
    isAddedAlone({ reading, anchors, cues }, words);
  return opens ? words : undefined;
}
