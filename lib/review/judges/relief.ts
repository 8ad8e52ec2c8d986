import type { Settings } from '../../guidelines/judge-use.ts';
import type { Limit } from '../../guidelines/pack.ts';
import type { Mention, Operator, Range, ValueMention } from '../../language/mention.ts';
import type { IndexedDocument } from '../evidence/case-index.ts';
import { isPlannedBySection } from '../evidence/match-rule.ts';
import { evidenceAt } from '../evidence/passage.ts';
import { type Span, scopeOf } from '../evidence/scopes.ts';
import type { Evidence, EvidenceRole, Measure } from '../review.ts';
import { type Judge, NOTHING } from './judge.ts';
import { inUnit, isWithin, limitsFor, measureAgainst } from './limits.ts';
import { doneMentions, doneOrDenied, isDoneValue, type Placed, valuesIn } from './places.ts';

/**
 * Relief after an earlier procedure: how much, and how long. Both are needed: a percent without
 * its weeks, weeks without a percent, or "helped" cannot tell.
 */
export const judgeRelief: Judge<Settings<'relief'>> = (settings, context) => {
  const limits = limitsFor(context, 'percent');
  const governing = limits[0];
  if (!governing) return NOTHING;
  const results = doneMentions(settings.after, context).map(resultOf);
  const measured = results.filter(({ percent, days }) => percent ?? days);
  const evidence: Evidence[] = [];
  let measure: Measure | undefined;
  for (const { document, item, percent, days } of measured.slice(0, 5)) {
    const weighed = weigh(percent?.amount, days?.days, governing.limit);
    const { why } = weighed;
    // "about half, for maybe 6 weeks" may be less than that
    const doubted = weighed.role === 'supports' && isDoubtful(percent, days, governing.limit);
    const role = doubted ? 'ambiguous' : weighed.role;
    const places = [percent?.place, days?.place].flatMap((place) => place ?? []);
    const start = Math.min(item.start, ...places.map((place) => place.start));
    const end = Math.max(item.end, ...places.map((place) => place.end));
    evidence.push(evidenceAt(document, { start, end, sentence: item.sentence }, role, why));
    if (!measure && percent) {
      measure = {
        text: why,
        working: [],
        amount: percent.amount.low,
        unit: 'percent',
        limits: measureAgainst(percent.amount, 'percent', limits).limits,
      };
    }
  }
  const vague = doneMentions(settings.vague ?? [], context).filter(({ document, item }) =>
    results.some((result) => result.document === document && isBeside(result, item)),
  );
  if (evidence.length === 0) {
    const none = doneOrDenied(settings.none ?? [], context).filter(({ document, item }) =>
      results.some(
        (result) => result.document === document && result.item.sentence === item.sentence,
      ),
    );
    for (const { document, item } of none.slice(0, 3)) {
      evidence.push(evidenceAt(document, item, 'opposes', 'no relief'));
    }
  }
  if (evidence.length === 0) {
    for (const { document, item } of vague.slice(0, 3)) {
      evidence.push(evidenceAt(document, item, 'ambiguous', 'relief without a percent and weeks'));
    }
  }
  const reason = measure ? `${measure.text}.` : undefined;
  return { evidence, ...(measure && { measure }), ...(reason && { reason }) };
};

interface Result extends Placed<Mention> {
  percent: { amount: Range; place: ValueMention } | undefined;
  days: { days: Range; place: ValueMention } | undefined;
}

function resultOf({ document, item }: Placed<Mention>): Result {
  const scope = scopeOf(document, item, 'neighbours');
  const after = { start: item.start, end: scope.end };
  const percent = [after, scope]
    .map((span) => valuesIn(document, 'percent', span).find(isSaid))
    .find((found) => found !== undefined);
  const duration = valuesIn(document, 'duration', {
    start: percent?.start ?? item.start,
    end: scope.end,
  })[0];
  return {
    document,
    item,
    percent: percent
      ? { amount: spanOf(percent.value), place: percent }
      : reliefByScores(document, scope),
    days: duration && {
      days: lasting(duration.value.days, document.reading.text.slice(duration.start, duration.end)),
      place: duration,
    },
  };
}

/** A form that asks for a treatment holds what the last one did beside it. */
function isSaid(value: ValueMention): boolean {
  const { assertion } = value;
  const stated = assertion && isPlannedBySection(assertion);
  return isDoneValue(stated ? { ...value, assertion: { ...assertion, time: 'current' } } : value);
}

/** "Pain 7 to 3": the share that went away. */
function reliefByScores(document: IndexedDocument, scope: Span): Result['percent'] {
  const scores = valuesIn(document, 'score', scope);
  const before = scores.find(({ value }) => value.qualifier === 'before');
  const after = scores.find(
    ({ value, start }) =>
      value.qualifier === 'after' && before !== undefined && start > before.start,
  );
  if (!before || !after || before.value.amount.low === 0) return undefined;
  const share = (from: number, to: number) => Math.round((100 * (from - to)) / from);
  const low = share(before.value.amount.low, after.value.amount.high);
  const high = share(before.value.amount.high, after.value.amount.low);
  return { amount: { low: Math.min(low, high), high: Math.max(low, high) }, place: after };
}

/** "More than 50 %" is over 50. */
function spanOf({ amount, operator }: { amount: Range; operator: Operator }): Range {
  if (operator === 'over') return { low: amount.low + 1, high: Math.max(100, amount.high) };
  if (operator === 'at-least') return { low: amount.low, high: Math.max(100, amount.high) };
  return amount;
}

/** "A few weeks": nobody counted, so it may have been twice as long. */
function lasting(days: Range, words: string): Range {
  return /\b(?:few|several|some|many)\b/i.test(words)
    ? { low: days.low, high: 2 * days.high }
    : days;
}

function isDoubtful(percent: Result['percent'], days: Result['days'], limit: Limit): boolean {
  const about = percent?.place.value.kind === 'percent' && percent.place.value.operator === 'about';
  const unsure = [percent?.place, days?.place].some(
    (place) => place?.assertion?.presence === 'possible',
  );
  return (about || unsure) && (percent?.amount.low ?? 0) <= limit.amount;
}

function weigh(
  percent: Range | undefined,
  days: Range | undefined,
  limit: Limit,
): { role: EvidenceRole; why: string } {
  const needed = limit.during && inUnit(limit.during.amount, limit.during.unit, 'days');
  const enough = percent && isWithin(percent, 'percent', limit);
  const longEnough = days && needed !== undefined ? days.low >= needed : needed === undefined;
  const tooShort = days !== undefined && needed !== undefined && days.high < needed;
  const why = [
    percent ? `${inWords(percent)} % relief` : 'no percent of relief given',
    days ? `for ${inWords(days)} days` : 'for how long is not given',
  ].join(', ');
  if (enough === false || tooShort) return { role: 'opposes', why };
  if (enough === true && longEnough) return { role: 'supports', why };
  return { role: 'ambiguous', why };
}

function inWords({ low, high }: Range): string {
  return low === high ? String(low) : `${low} to ${high}`;
}

function isBeside(result: Result, other: Mention): boolean {
  return Math.abs(result.item.sentence - other.sentence) <= 1;
}
