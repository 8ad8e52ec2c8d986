import type { ValueMention } from '../../language/mention.ts';
import type { Anchor } from './anchors.ts';
import { countWords } from './connecting-words.ts';
import { Cue, firstFrom } from './cues.ts';
import type { LineItem } from './line-items.ts';
import { moreOfIt } from './more-of-it.ts';
import { sameAgain } from './same-again.ts';
import { type Span, trimmed } from './spans.ts';
import { unitsSaid } from './spoken-units.ts';
import { scheduleIn, valuesIn } from './traits.ts';
import type { ZoneText } from './zone.ts';

/** "Another ninety", "number sixty": units as they are spoken. */
export const SPOKEN_UNITS =
  /\b(?:another|number|(?:written|wrote|script|scripts|prescription) for)\s+(?:\d{2,3}|thirty|forty|sixty|ninety|(?:one |a )?hundred)\b/i;
const DENIED = /\b(?:not|no|never|nor|without|\w+n['’]t)\b/i;
/** How far back the drug that "it" means may be named. */
const NAMED_WITHIN = 400;

/** "Refilled it, #60", "gave him another ninety of those": the drug named last is asked for. */
export function findUnnamedDrug(
  { reading, anchors, cues }: ZoneText,
  { start, end }: Span,
): LineItem | undefined {
  const { text } = reading;
  const next = anchors[firstFrom(anchors, start)];
  if (next && next.start < end) return undefined;
  const cue = [Cue.given, Cue.order, Cue.ask, Cue.refillMark]
    .flatMap((concept) => cues.within(concept, start, end))
    .sort((a, b) => a.start - b.start)[0];
  if (!cue || DENIED.test(text.slice(start, cue.start))) return undefined;
  const last = anchors[firstFrom(anchors, start) - 1];
  if (!last?.drug || start - last.end > NAMED_WITHIN) return undefined;
  const asked = { start: cue.start, end };
  const isCounted =
    valuesIn(reading, asked).some(({ value }) => value.kind === 'quantity' && value.stated) ||
    SPOKEN_UNITS.test(text.slice(cue.start, end)) ||
    unitsSaid(text, asked) !== undefined;
  if (!isCounted) return undefined;
  if (last.assertion.presence === 'negated' || /\n\s*\n/.test(text.slice(last.end, start)))
    return undefined;
  return {
    anchors: [last],
    wording: 'ordered',
    state: 'stands',
    span: trimmed(text, { start: cue.start, end }),
  };
}

/** Words that may stand before a schedule which opens a line of a plan. */
const SCHEDULE_WITHIN = 2;

/**
 * A count that is asked for without naming its treatment ("would like 4 more, 1x/wk x 4"): the
 * therapy that the text named last is meant. In a plan it must be asked for, or open its line.
 * Returns its anchor and the words of the item.
 */
export function findUnnamed(
  { reading, anchors, cues }: ZoneText,
  asking: Span,
  isPlan: boolean,
): LineItem | undefined {
  const { text } = reading;
  const count: Count | undefined =
    valuesIn(reading, asking).find((one) => isCount(text, one)) ??
    scheduleIn(text, asking) ??
    moreOfIt(text, asking) ??
    sameAgain(text, asking) ??
    weeklyAsked({ reading, cues }, asking);
  if (!count || (isPlan && !isAskedInPlan({ reading, anchors, cues }, asking, count)))
    return undefined;
  const next = anchors[firstFrom(anchors, asking.start)];
  const end = next && next.start < asking.end ? next.start : asking.end;
  if (count.start >= end) return undefined;
  if (end < asking.end && !BEFORE_NEXT.test(text.slice(count.end, end))) return undefined;
  const unit =
    count.unit ?? (count.value?.kind === 'count' ? count.value.unit.replace(/s$/, '') : '');
  const anchor = countedBefore(anchors, asking.start, unit, firstLineEnd(text));
  if (!anchor || isOfPsychology({ reading, cues, anchors }, anchor, asking)) return undefined;
  const cut = text.slice(count.end, end).search(/,?\s+(?:and|plus|also)\b[^,]*$/);
  return {
    anchors: [anchor],
    wording: 'asked',
    state: 'stands',
    span: trimmed(text, {
      start: asking.start,
      end: cut < 0 || end === asking.end ? end : count.end + cut,
    }),
  };
}

/** "Psych. Dr. K saw him. He'd like six sessions first.": named since the therapy, these are its sessions. */
function isOfPsychology(
  { cues, reading }: ZoneText,
  anchor: Anchor,
  { start, end }: Span,
): boolean {
  const from = start - reading.text.slice(anchor.end, start).length;
  return cues.has(Cue.psychology, Math.max(from, start - NAMED_WITHIN), end);
}

/** A count, or a schedule that is written without its words ("2x6"). */
type Count = Span & { value?: ValueMention['value']; unit?: string };

const WEEKLY =
  /\b(?:[1-5]|one|two|three|once|twice)(?: ?x| times| visits| sessions| treatments)? ?(?:\/|per|a|each|every) ?(?:wk|week)\b|\b[1-5] ?x ?weekly\b/i;

/** "Req 2x/wk, weeks to be determined": how often, behind words that ask, where no number of weeks is told. */
function weeklyAsked(
  { reading: { text }, cues }: Pick<ZoneText, 'reading' | 'cues'>,
  { start, end }: Span,
): Count | undefined {
  const found = WEEKLY.exec(text.slice(start, end));
  if (!found) return undefined;
  const at = start + found.index;
  if (!cues.has(Cue.ask, start, at)) return undefined;
  return { start: at, end: at + found[0].length, unit: 'visit' };
}

/** "1 more set", "another round": injections are had in sets, and no therapy is. */
const NO_VISITS = /^\s*(?:more |additional |further )?(?:sets?|rounds?|series)\b/i;

/** A number of visits: counted as such, "8 more", "Visits requested: 8". */
function isCount(text: string, { value, start, end }: ValueMention): boolean {
  if (NO_VISITS.test(text.slice(end, end + 20))) return false;
  if (value.kind === 'count') return true;
  if (value.kind !== 'number') return false;
  if (
    /(?:visits|sessions|treatments|requested|recommended|needed)\s*(?:requested|recommended|needed)?\s*[:=]\s*$/i.test(
      text.slice(Math.max(0, start - 40), start),
    )
  )
    return true;
  return /^\s*(?:more|additional|add'?l|further|visits?|sessions?|tx)\b/i.test(
    text.slice(end, end + 14),
  );
}

/** Visits on top of those that were had. */
const MORE = /\b(?:more|additional|add'?l|further|another|extra)\b/i;

/** Units that only injections are counted in. */
const INJECTED = new Set(['injection', 'site', 'shot']);

/** What parts a count from the next treatment: "4 more, strengthening, and an IF unit". */
const BEFORE_NEXT =
  /,[^,]*\b(?:and|plus|also)\b|\band\b|[;+&]|,\s*$|^\s*(?:to|so|because|while|in order)\b/;

function isAskedInPlan({ reading, cues }: ZoneText, { start, end }: Span, count: Count): boolean {
  if (cues.has(Cue.ask, start, count.end)) return true;
  const { value } = count;
  const isSchedule =
    value === undefined || (value.kind === 'count' && value.schedule !== undefined);
  const more = MORE.test(reading.text.slice(Math.max(start, count.start - 14), count.end + 14));
  const before = reading.text.slice(start, count.start);
  return (
    (isSchedule || more) &&
    countWords(before) <= SCHEDULE_WITHIN &&
    !cues.has(Cue.notBefore, start, count.start) &&
    !cues.has(Cue.notAfter, count.end, end)
  );
}

/**
 * What was named last of all that is counted so: a therapy, for injections what is injected. What the
 * first line of a text names is what the text is of: another one that it names but once is no rival.
 */
function countedBefore(
  anchors: readonly Anchor[],
  offset: number,
  unit: string,
  titleEnd: number,
): Anchor | undefined {
  const before = anchors
    .slice(0, firstFrom(anchors, offset))
    .filter((anchor) => isCountedIn(anchor, unit));
  const last = before.at(-1);
  const titled = before.find(({ end }) => end <= titleEnd);
  const isPassing = before.filter(({ treatment }) => treatment === last?.treatment).length === 1;
  return titled && isPassing ? titled : last;
}

function isCountedIn({ treatment, drug }: Anchor, unit: string): boolean {
  if (!treatment || drug) return false;
  return (
    treatment.quantity === (INJECTED.has(unit) ? 'injections' : 'visits') &&
    (unit === '' || treatment.units?.includes(unit) !== false)
  );
}

function firstLineEnd(text: string): number {
  const at = text.search(/\S[^\n]*(?:\n|$)/);
  const end = text.indexOf('\n', at);
  return Math.max(0, end);
}
