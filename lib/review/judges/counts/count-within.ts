import type { QuotedPassage } from '../../../case/passage.ts';
import type { Settings } from '../../../guidelines/judge-use.ts';
import type { Range } from '../../../language/mention.ts';
import { type Said, say, sayAll } from '../../../saying/said.ts';
import {
  conceptsOf,
  documentById,
  type IndexedDocument,
  names,
  sentenceAt,
} from '../../evidence/case-index.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { type Span, scopeOf } from '../../evidence/scopes.ts';
import type { DrawnPart } from '../../pictures/picture.ts';
import type { Evidence } from '../../review.ts';
import { judgeLevels } from '../examination/levels.ts';
import { type Judge, type JudgeContext, type Judged, NOTHING } from '../judge.ts';
import { limitsFor, measureAgainst } from '../limits.ts';
import { doneMentions, doneOrDenied, mentionsOf } from '../places.ts';
import { saidAmount, saidNumber } from '../said-amount.ts';
import { type PastCount, pastCounts, sameUnit } from './counts.ts';
import { numbersIn } from './numbers-within.ts';
import { standingCounts } from './standing-counts.ts';

/**
 * A number against a limit: what is requested, what was done, or both together. Where the past
 * counts too and is not known, what is requested alone may exceed the limit, but never keeps it.
 */
export const judgeCountWithin: Judge<Settings<'count-within'>> = (settings, context) => {
  if (settings.count === 'levels') return judgeLevels(settings, context);
  const requested = settings.count === 'past' ? undefined : requestedCount(settings, context);
  const disagreeing = settings.disagree ? disagreement(settings, context) : undefined;
  if (disagreeing) return disagreeing;
  const past = settings.count === 'requested' ? undefined : pastCount(settings, context);
  const unit = settings.units?.[0] ?? requested?.unit ?? past?.unit ?? 'visits';
  const limits = limitsFor(context, unit);
  if (limits.length === 0) return NOTHING;
  const parts = [past, requested].flatMap((part) => part ?? []);
  if (parts.length === 0) return NOTHING;
  const total: Range = {
    low: parts.reduce((sum, part) => sum + part.amount.low, 0),
    high: parts.reduce((sum, part) => sum + part.amount.high, 0),
  };
  const incomplete =
    (settings.count !== 'past' && !requested) ||
    (settings.count === 'past-and-requested' && !past && hadBefore(settings, context));
  const range = incomplete ? { low: total.low, high: Number.POSITIVE_INFINITY } : total;
  const { role, limits: measured } = measureAgainst(range, unit, limits);
  const working = parts.map(saidPart);
  const sum = sayAll('joint_plus', working) ?? '';
  const isOpen = incomplete || total.high === Number.POSITIVE_INFINITY;
  const text = isOpen
    ? say('amount_at_least', saidAmount(incomplete ? total : total.low, unit))
    : saidAmount(total, unit);
  return {
    evidence: parts.flatMap((part) =>
      part.evidence.map((evidence): Evidence => ({ ...evidence, role, why: sum })),
    ),
    measure: {
      text,
      working,
      amount: total.low,
      unit,
      limits: measured,
      count: { parts: parts.map(drawnPart), open: incomplete },
    },
    reason: say('finding_sum_against_limit', text, sum, limits[0]?.limit.text ?? ''),
  };
};

function saidPart({ amount, what }: Part): Said {
  if (amount.low === 0 && amount.high === Number.POSITIVE_INFINITY) return say('part_done_unknown');
  return say(what === 'requested' ? 'part_requested' : 'part_done', saidNumber(amount));
}

function drawnPart({ amount, what, evidence }: Part): DrawnPart {
  return {
    of: what,
    low: amount.low,
    high: Number.isFinite(amount.high) ? amount.high : null,
    passages: evidence.map(({ document, start, end, quote }) => ({ document, start, end, quote })),
  };
}

/** Numbers asked for of which some keep the limit and others do not. */
function disagreement(
  settings: Settings<'count-within'>,
  context: JudgeContext,
): Judged | undefined {
  const unit = settings.units?.[0] ?? 'visits';
  const limits = limitsFor(context, unit);
  if (limits.length === 0) return undefined;
  const evidence = countsAskedFor(settings, context).map(({ value, passage }): Evidence => {
    const { role } = measureAgainst(value.amount, unit, limits);
    return {
      ...wholePassage(passage, context),
      role,
      why: say('part_requested', saidNumber(value.amount)),
    };
  });
  const roles = new Set(evidence.map(({ role }) => role));
  if (!roles.has('supports') || !roles.has('opposes')) return undefined;
  return { evidence, reason: say('finding_numbers_differ') };
}

/** "x 3" counts what is asked for, whatever that is; "6 visits" are no injections. */
function countsAskedFor({ units }: Settings<'count-within'>, { request, index }: JudgeContext) {
  return (request?.parts.counts ?? []).filter(
    ({ value, passage }) =>
      (!units ||
        value.unit === 'time' ||
        value.unit === '' ||
        units.some((unit) => sameUnit(unit, value.unit))) &&
      isOfItem(documentById(index.documents, passage.document), passage, units?.[0] ?? 'visits'),
  );
}

function isOfItem(document: IndexedDocument | undefined, place: Span, unit: string): boolean {
  return !document || !(isOfGuideline(document, place) || countsTimes(document, place, unit));
}

/** What a guideline allows is asked for by nobody. */
function isOfGuideline(document: IndexedDocument, { start, end }: Span): boolean {
  const sentence = sentenceAt(document.reading, start);
  return names(
    document,
    ['guideline-word'],
    scopeOf(document, { start, end, sentence }, 'sentence'),
  );
}

/** "Qty 1 session": how often, and no number of what is done each time. */
const TIMES_IT_IS_DONE = /^\D*\d+\s*(?:sessions?|visits?|dates?|days?|office visits?)\b/i;

function countsTimes(document: IndexedDocument, { start, end }: Span, unit: string): boolean {
  const words = document.reading.text.slice(start, end + LONGEST_UNIT);
  return !sameUnit(unit, 'visits') && TIMES_IT_IS_DONE.test(words);
}

const LONGEST_UNIT = 16;

interface Part {
  amount: Range;
  unit: string;
  what: DrawnPart['of'];
  evidence: Evidence[];
}

function requestedCount(
  settings: Settings<'count-within'>,
  context: JudgeContext,
): Part | undefined {
  const { units, asked } = settings;
  const counts = countsAskedFor(settings, context);
  if (counts.length === 0)
    return (
      askedInWordings(units?.[0] ?? 'visits', asked, context) ??
      askedAsQuantity(units?.[0] ?? 'visits', context)
    );
  const most = counts.reduce<(typeof counts)[number] | undefined>(
    (best, count) => (best && best.value.amount.high >= count.value.amount.high ? best : count),
    undefined,
  );
  if (!most) return undefined;
  const sum = sumOfSites(counts, context);
  const amount = sum && sum.high > most.value.amount.high ? sum : most.value.amount;
  return {
    amount,
    unit: most.value.unit,
    what: 'requested',
    evidence: [{ ...wholePassage(most.passage, context), role: 'supports' }],
  };
}

/** "Trapezius x2, levator x2": one more of the list, by a site of its own. */
const NEXT_SITE = /^ ?(?:,|;|and|&|\+) ?(?:and )?(?:[A-Za-z]+\.? ){0,4}[A-Za-z]{3,}\.? ?$/;

/** The sum of numbers that one line gives site by site; undefined where it gives none, or their sum itself. */
function sumOfSites(
  counts: ReturnType<typeof countsAskedFor>,
  { index }: JudgeContext,
): Range | undefined {
  const inOrder = counts.toSorted((one, other) => one.passage.start - other.passage.start);
  const [first, ...rest] = inOrder;
  const document = documentById(index.documents, first?.passage.document);
  if (!first || !document || rest.length === 0) return undefined;
  const isList = rest.every(({ passage, value }, at) => {
    const before = inOrder[at]?.passage;
    return (
      before?.document === passage.document &&
      value.unit === first.value.unit &&
      NEXT_SITE.test(document.reading.text.slice(before.end, passage.start))
    );
  });
  const high = inOrder.reduce((sum, { value }) => sum + value.amount.high, 0);
  // "x4: trapezius x2, levator x2": the sum stands before its parts
  const isSum = rest.length > 1 && first.value.amount.high * 2 === high;
  if (!isList || isSum) return undefined;
  return { low: inOrder.reduce((sum, { value }) => sum + value.amount.low, 0), high };
}

/** "Chiropractic treatment, quantity 12": the one number that is asked for. */
function askedAsQuantity(unit: string, context: JudgeContext): Part | undefined {
  const { request } = context;
  const quantity = request?.drug ? undefined : request?.parts.quantities[0];
  if (!quantity) return undefined;
  const { value, passage } = quantity;
  if (!isOfItem(documentById(context.index.documents, passage.document), passage, unit))
    return undefined;
  const amount = typeof value === 'number' ? { low: value, high: value } : value;
  const evidence: Evidence[] = [{ ...wholePassage(passage, context), role: 'supports' }];
  return { amount, unit, what: 'requested', evidence };
}

/** The words of the request that hold a number: "4" alone shows nothing. */
function wholePassage(part: QuotedPassage, { request }: JudgeContext): QuotedPassage {
  const { document, start, end } = part;
  const whole = request?.passages.find(
    (one) => one.document === document && one.start <= start && end <= one.end,
  );
  return whole ?? part;
}

/** Numbers that the request states without a unit the language knows: "times three", "5-6 sites". */
function askedInWordings(
  unit: string,
  asked: Settings<'count-within'>['asked'],
  { index, request }: JudgeContext,
): Part | undefined {
  const concepts = conceptsOf(asked ?? [], index.rulebook, request);
  for (const passage of request?.passages ?? []) {
    const document = documentById(index.documents, passage.document);
    if (!document) continue;
    for (const mention of concepts.flatMap((concept) => document.mentions.get(concept) ?? [])) {
      if (mention.start < passage.start || mention.end > passage.end) continue;
      const amount = numbersIn(document, mention);
      if (!amount || !isOfItem(document, mention, unit)) continue;
      const evidence = [evidenceAt(document, mention, 'supports')];
      return { amount, unit, what: 'requested', evidence };
    }
  }
  return undefined;
}

function pastCount(settings: Settings<'count-within'>, context: JudgeContext): Part | undefined {
  const counts = standingCounts(
    pastCounts({ ...settings, of: settings.of ?? 'requested' }, context),
  );
  const sure = counts.filter(({ uncertain }) => !uncertain);
  const [first] = counts;
  if (!first) return undefined;
  const amount = sumOfCourses(counts);
  const vague = counts.some(({ document, place }) => isVague(document, place));
  return {
    amount: {
      low: sure.length > 0 ? amount.low : 0,
      high: vague ? Number.POSITIVE_INFINITY : amount.high,
    },
    unit: settings.units?.[0] ?? 'visits',
    what: 'done',
    evidence: counts
      .slice(0, 4)
      .map(({ document, place }) => evidenceAt(document, place, 'supports')),
  };
}

/**
 * The visits of all courses. A number of no course may be of one of them or of all: the range from
 * the larger of both to their sum holds either.
 */
function sumOfCourses(counts: readonly PastCount[]): Range {
  const courses = Map.groupBy(counts, ({ course }) => course);
  let named: Range = { low: 0, high: 0 };
  let unnamed: Range = { low: 0, high: 0 };
  for (const [course, list] of courses) {
    const sure = list.filter(({ uncertain }) => !uncertain);
    const low = sure.length > 0 ? Math.min(...sure.map(({ amount }) => amount.low)) : 0;
    const high = Math.max(...list.map(({ amount }) => amount.high));
    if (course === '') unnamed = { low, high };
    else named = { low: named.low + low, high: named.high + high };
  }
  return { low: Math.max(named.low, unnamed.low), high: named.high + unnamed.high };
}

/** "Several visits" is no number. */
export function isVague(document: IndexedDocument, { start, end }: Span): boolean {
  const words = document.reading.text.slice(start, end);
  return /\b(?:several|few|some|(?<!\bhow )many|multiple|numerous|various)\b/i.test(words);
}

/** Whether there was any before: then an unknown past number keeps the sum open. */
function hadBefore(settings: Settings<'count-within'>, context: JudgeContext): boolean {
  const { of, none, had = [], more = [] } = settings;
  if (none && doneOrDenied(none, context).length > 0) return false;
  const told = [of ?? 'requested', had].flatMap((refs) => doneMentions(refs, context));
  return told.length > 0 || mentionsOf(more, context).length > 0;
}
