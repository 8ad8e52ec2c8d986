import type { Settings } from '../../../guidelines/judge-use.ts';
import type { Limit } from '../../../guidelines/pack.ts';
import type { DateValue, Mention } from '../../../language/mention.ts';
import { say } from '../../../saying/said.ts';
import { askedPart } from '../../evidence/asked-part.ts';
import { conceptsOf, type IndexedDocument, names } from '../../evidence/case-index.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { type Span, scopeOf } from '../../evidence/scopes.ts';
import { toldApart, toldSide } from '../../evidence/told-apart.ts';
import type { Evidence } from '../../review.ts';
import { type Judge, type JudgeContext, type Judged, NOTHING } from '../judge.ts';
import { isWithin, limitsFor, measureAgainst } from '../limits.ts';
import { doneMentions, type Placed, valuesIn } from '../places.ts';
import { saidAmount } from '../said-amount.ts';
import {
  daysBetween,
  type Lasted,
  RELIEF,
  sinceCare,
  sinceInjury,
  sinceThen,
  sinceVisits,
} from './symptom-since.ts';
import { type Stated, statedLength } from './symptom-stated.ts';

/**
 * How long a complaint has lasted: stated beside it ("neck pain for 4 months", "since 2010"), or
 * from the date of injury to the request while the complaint continues.
 */
export const judgeSymptomLength: Judge<Settings<'symptom-length'>> = (settings, context) => {
  const limits = limitsFor(context, 'days');
  const governing = limits[0];
  if (!governing) return NOTHING;
  const isOfPart = askedPart(context);
  const complaints = complaintsOf(isOfPart, settings.complaint, context);
  const begun = doneMentions(settings.begun ?? [], context);
  const stated: Lasted[] = complaints
    .flatMap((complaint) => statedLength(complaint, context.asOf, begun))
    .filter((span) => !isOfOther(span, settings, context));
  // a day ahead is one whose year was taken wrong
  const injured = sinceInjury(settings.injury ?? [], context).filter(
    ({ document, place, days }) => days.high >= 0 && isOfPart(document, place),
  );
  const spans = [...stated, ...injured];
  const atLeast = [
    ...sinceThen(complaints, context.asOf),
    ...sinceVisits(complaints, context.asOf),
  ];
  const longEnough = [...spans, ...atLeast].filter(
    ({ days }) => isWithin(days, 'days', governing.limit) === true,
  );
  const short = injured.filter(({ days }) => isWithin(days, 'days', governing.limit) === false);
  if (short.length > 0 && short.length === injured.length && longEnough.length > 0) {
    return disagreeing(longEnough[0] as Lasted, short[0] as Lasted);
  }
  const late = onlyLately(isOfPart, settings, begun, context, governing.limit);
  if (late) {
    return {
      evidence: [evidenceAt(late.document, late.place, 'opposes', say('why_begun_anew'))],
    };
  }
  const recent = [...newlyBegun(complaints, context.asOf), ...cameBack(context)].filter(
    ({ days }) => isWithin(days, 'days', governing.limit) === false,
  );
  if (recent[0] && longEnough.every((span) => injured.includes(span))) {
    return {
      evidence: [evidenceAt(recent[0].document, recent[0].place, 'opposes', say('why_begun_anew'))],
    };
  }
  if (recent[0] && longEnough[0] && areApart(recent[0], longEnough[0])) {
    return disagreeing(longEnough[0], recent[0]);
  }
  const brief = stated.filter(
    (span) => isWithin(span.days, 'days', governing.limit) === false && !isOfFlare(span),
  );
  for (const short of brief) {
    const long = longEnough.find((span) => stated.includes(span) && areApart(span, short));
    if (long) return disagreeing(long, short);
  }
  if (complaints.length === 0) return NOTHING;
  const chosen =
    longEnough[0] ??
    longest(spans) ??
    sinceCare(settings.care ?? [], context).find(
      ({ days }) => isWithin(days, 'days', governing.limit) === true,
    );
  if (!chosen) {
    return {
      evidence: complaints
        .filter(isOld)
        .slice(0, 2)
        .map(({ document, item }) => evidenceAt(document, item, 'ambiguous', say('why_no_length'))),
    };
  }
  const { role, limits: measured } = measureAgainst(chosen.days, 'days', limits);
  const low = Math.max(0, Math.round(chosen.days.low));
  const evidence: Evidence[] = [evidenceAt(chosen.document, chosen.place, role, chosen.working)];
  const current = complaints.find(
    (complaint) => complaint.item.assertion.time === 'current' && !isInCapitals(complaint),
  );
  if (injured.includes(chosen) && current) {
    evidence.push(evidenceAt(current.document, current.item, role, say('why_complaint_continues')));
  }
  const over = Number.isFinite(chosen.days.high) && chosen.days.high === chosen.days.low;
  const days = saidAmount(low, 'days');
  const text = over ? days : say('amount_at_least', days);
  return {
    evidence,
    measure: { text, working: [chosen.working], amount: low, unit: 'days', limits: measured },
    reason: say('finding_length', text, chosen.working),
  };
};

/** The complaints of the part that is asked for; where none is of it, all. */
function complaintsOf(
  isOfPart: ReturnType<typeof askedPart>,
  refs: string | readonly string[],
  context: JudgeContext,
): readonly Placed<Mention>[] {
  const all = doneMentions(refs, context);
  const own = all.filter(({ document, item }) => isOfPart(document, item));
  return own.length > 0 ? own : all;
}

/** "Diabetes for ten years, neck pain": what is named last before a length has lasted so long. */
function isOfOther(
  { document, stated: { start }, complaint }: Stated,
  { other }: Settings<'symptom-length'>,
  { index: { rulebook } }: JudgeContext,
): boolean {
  if (other === undefined) return false;
  const clause = scopeOf(document, complaint, 'clause');
  const named = conceptsOf(other, rulebook)
    .flatMap((concept) => document.mentions.get(concept) ?? [])
    .filter((mention) => mention.start >= clause.start && mention.end <= start);
  return named.some(({ end }) => complaint.start < end || complaint.start > start);
}

/** Whether two lengths of one complaint are told by two, or in two parts of a note. */
function areApart(one: Lasted, other: Lasted): boolean {
  const sideOf = ({ document, place }: Lasted) => toldSide([{ document, item: place }]);
  return toldApart(sideOf(one), sideOf(other)) !== undefined;
}

/** "Worse for three weeks": how long it has been worse. */
function isOfFlare({ document, place }: Lasted): boolean {
  return names(document, [FLARE], scopeOf(document, place, 'sentence'));
}

/** The title of a paper or of its part, "FOLLOW UP - PAIN CLINIC", tells no complaint. */
function isInCapitals({ document, item }: Placed<Mention>): boolean {
  const { start, end } = scopeOf(document, item, 'sentence');
  return !/[a-z]/.test(document.reading.text.slice(start, end));
}

/** Concepts of the packs: what makes a complaint old, or new, or worse again. */
const OLD = 'complaint-old';

/** "Chronic neck pain": old, and nobody says how old. */
function isOld({ document, item }: Placed<Mention>): boolean {
  return names(document, [OLD], scopeOf(document, item, 'sentence'));
}

const BEGUN = 'complaint-anew';
const FLARE = 'complaint-worse';

/** Complaints said to have begun, with their day: older pain of another kind says nothing of them. */
function newlyBegun(complaints: readonly Placed<Mention>[], asOf: DateValue): Lasted[] {
  return complaints.flatMap((complaint) => {
    const { document, item } = complaint;
    const clause = scopeOf(document, item, 'clause');
    if (!names(document, [BEGUN], clause) || names(document, [FLARE, CHRONIC], clause)) return [];
    if (isOfAnother(document, { start: item.start, end: clause.end })) return [];
    return statedLength(complaint, asOf);
  });
}

/**
 * The length of the complaint that is asked about, where all that states it is within the limit and no
 * earlier note has it: "back pain since 2014. Both feet tingle for two weeks now".
 */
function onlyLately(
  isOfPart: ReturnType<typeof askedPart>,
  { foremost: refs }: Settings<'symptom-length'>,
  begun: readonly Placed<Mention>[],
  context: JudgeContext,
  limit: Limit,
): Lasted | undefined {
  if (refs === undefined) return undefined;
  const { asOf } = context;
  const foremost = complaintsOf(isOfPart, refs, context).filter(
    ({ document, item }) => !names(document, [FLARE], scopeOf(document, item, 'clause')),
  );
  const stated = foremost
    .flatMap((complaint) => statedLength(complaint, asOf, begun))
    .filter(({ days }) => days.low >= 1);
  // "On April 22 she first felt tingling": the day that it began is that of no visit
  const timed = new Set(stated.map(({ complaint }) => complaint));
  const untimed = foremost.filter(({ item }) => !timed.has(item));
  const spans = [...stated, ...sinceThen(foremost, asOf), ...sinceVisits(untimed, asOf)];
  const isShort = ({ days }: Lasted) => isWithin(days, 'days', limit) === false;
  return stated.length > 0 && spans.every(isShort) ? stated[0] : undefined;
}

const FREE = 'complaint-free';
const BACK =
  /\b(?:until|till|came back|comes back|returned|recurred|started (?:up )?again|new onset|struck again)\b[^.;]{0,40}$/i;

/** "Pain free until two weeks ago", "settled by the fall. It came back on August 20". */
function cameBack({ index, asOf }: JudgeContext): Lasted[] {
  return index.documents.flatMap((document) => {
    const { sentences, text } = document.reading;
    const times = [...(document.values.get('since') ?? []), ...(document.values.get('date') ?? [])];
    const timed = [...new Set(times.map(({ sentence }) => sentence))].sort((a, b) => a - b);
    return timed.flatMap((at): Lasted[] => {
      const sentence = sentences[at];
      if (!sentence) return [];
      const before = sentences[at - 1];
      const [free] = document.mentions.of(FREE, sentence.start, sentence.end);
      const isFree =
        free !== undefined ||
        (before?.section === sentence.section && names(document, [FREE], before));
      const { start, end } = free ?? { start: sentence.end, end: sentence.end };
      const rest = text.slice(sentence.start, start) + text.slice(end, sentence.end);
      if (!isFree || RELIEF.test(rest)) return [];
      return [...valuesIn(document, 'since', sentence), ...valuesIn(document, 'date', sentence)]
        .filter(({ start }) => BACK.test(text.slice(sentence.start, start)))
        .flatMap(({ value, start, end }) => {
          const from = value.kind === 'date' ? value.date : value.from;
          const ago = value.kind === 'since' ? value.ago?.days : undefined;
          const days = ago ?? (from && from.year > 0 ? daysBetween(from, asOf) : undefined);
          if (!days || days.high < 0) return [];
          const place = { start: sentence.start, end, sentence: at };
          return [{ document, place, days, working: say('in_quotes', text.slice(start, end)) }];
        });
    });
  });
}

const CHRONIC = 'complaint-chronic';
const SYMPTOM = 'symptom-apart';

/** "Neck ache, with tingling that began in May": another symptom stands between, and is what began. */
function isOfAnother(document: IndexedDocument, { start, end }: Span): boolean {
  const [begun] = document.mentions.of(BEGUN, start, end);
  return begun !== undefined && names(document, [SYMPTOM], { start, end: begun.start });
}

function longest(spans: readonly Lasted[]): Lasted | undefined {
  return spans.toSorted((one, other) => other.days.low - one.days.low)[0];
}

/** A complaint said to be older than the injury that began it. */
function disagreeing(long: Lasted, short: Lasted): Judged {
  return {
    evidence: [
      evidenceAt(long.document, long.place, 'supports', long.working),
      evidenceAt(short.document, short.place, 'opposes', short.working),
    ],
    reason: say('finding_lengths_disagree', long.working, short.working),
  };
}
