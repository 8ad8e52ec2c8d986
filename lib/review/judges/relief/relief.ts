import type { Settings } from '../../../guidelines/judge-use.ts';
import type { Limit } from '../../../guidelines/pack.ts';
import type { Mention, Range } from '../../../language/mention.ts';
import { type Said, say } from '../../../saying/said.ts';
import { isOfOtherProcedure } from '../../evidence/care-subject.ts';
import {
  conceptsOf,
  groupBy,
  type IndexedDocument,
  names,
  sentenceAt,
} from '../../evidence/case-index.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import type { Place, Span } from '../../evidence/scopes.ts';
import type { Evidence, EvidenceRole, Measure } from '../../review.ts';
import { type Judge, type JudgeContext, NOTHING } from '../judge.ts';
import { inUnit, isWithin, limitsFor, measureAgainst } from '../limits.ts';
import { doneMentions, doneOrDenied, toldMentions } from '../places.ts';
import { saidNumber } from '../said-amount.ts';
import { type Account, otherAccounts, reliefTold } from './relief-accounts.ts';
import { type Result, resultOf } from './relief-result.ts';
import { lastResults } from './rounds.ts';

/**
 * Relief after an earlier procedure: how much, and how long. Both are needed: a percent without
 * its weeks, weeks without a percent, or "helped" cannot tell.
 */
export const judgeRelief: Judge<Settings<'relief'>> = (settings, context) => {
  const limits = limitsFor(context, 'percent');
  const governing = limits[0];
  if (!governing) return NOTHING;
  const told = toldMentions(settings.after, context);
  const { index, request } = context;
  const others = conceptsOf(settings.notOf ?? [], index.rulebook, request);
  const isOfIt = (document: IndexedDocument, item: Mention, place: Span | undefined) =>
    place !== undefined &&
    !(request && isOfOtherProcedure(document, place, request.treatment, index.rulebook)) &&
    goesOnAbout(document, item, place, others);
  // of blocks that test a joint each one counts, of those that shall last the last one
  const all = governing.limit.during
    ? lastResults(told, context.asOf)
    : told.map((placed) => resultOf(placed, told, context.asOf));
  const results = all.map((result): Result => {
    const { document, item, percent, lasted } = result;
    return {
      ...result,
      percent: isOfIt(document, item, percent?.place) ? percent : undefined,
      lasted: isOfIt(document, item, lasted?.place) ? lasted : undefined,
    };
  });
  const measured = toldAnew(ofTheLast(results.filter(({ percent, lasted }) => percent ?? lasted)));
  const evidence: Evidence[] = [];
  let measure: Measure | undefined;
  for (const result of measured.slice(0, 5)) {
    const { document, item, percent, lasted } = result;
    const weighed = weigh(percent?.amount, lasted?.days, governing.limit);
    const { why } = weighed;
    // "about half, for maybe 6 weeks" may be less than that
    const doubted = weighed.role === 'supports' && isDoubtful(result, governing.limit);
    const role = doubted ? 'ambiguous' : weighed.role;
    const places = [percent?.place, lasted?.place].flatMap((place) => place ?? []);
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
  evidence.push(...contradicting(measured, settings, context, governing.limit));
  const unmeasured = results.filter(
    ({ percent, lasted, done }) =>
      !percent && !lasted && (measured[0] === undefined || isOneDay(done, measured[0].done)),
  );
  if (unmeasured.length > 0) {
    const bySentence = resultsBySentence(unmeasured);
    const none = doneOrDenied(settings.none ?? [], context).filter(({ document, item }) =>
      [item.sentence, item.sentence - 1].some((at) =>
        bySentence
          .get(document)
          ?.get(at)
          ?.some(
            (result) =>
              isResultOf(result, item) && goesOnAbout(document, result.item, item, others),
          ),
      ),
    );
    for (const { document, item } of none.slice(0, 3)) {
      evidence.push(evidenceAt(document, item, 'opposes', say('why_no_relief')));
    }
  }
  if (evidence.length === 0) {
    const bySentence = resultsBySentence(results);
    const vague = doneMentions(settings.vague ?? [], context).filter(({ document, item }) =>
      [item.sentence - 1, item.sentence, item.sentence + 1].some((at) =>
        bySentence.get(document)?.has(at),
      ),
    );
    for (const { document, item } of vague.slice(0, 3)) {
      evidence.push(evidenceAt(document, item, 'ambiguous', say('why_relief_unmeasured')));
    }
  }
  const reason = measure && say('as_sentence', measure.text);
  return { evidence, ofOneEvent: true, ...(measure && { measure }), ...(reason && { reason }) };
};

/** Lengths of a later sentence that are those of a visit. */
const OF_VISITS =
  /\b(?:follow[- ]?up|f\/u|rtc|recheck|total time|minutes (?:were |was )?(?:spent|of)|next (?:visit|appointment))\b/i;

/**
 * Whether a place in a later sentence than the procedure may tell what came of it: "Follow up in four
 * weeks" is no length of relief, and "Percocet gives 40 %" is that of another treatment.
 */
function goesOnAbout(
  document: IndexedDocument,
  item: Mention,
  place: Span,
  others: readonly string[],
): boolean {
  const { sentences, text } = document.reading;
  const at = sentenceAt(document.reading, place.start);
  const sentence = sentences[at];
  if (!sentence || at <= item.sentence) return true;
  if (OF_VISITS.test(text.slice(sentence.start, sentence.end))) return false;
  const before = text.slice(sentence.start, place.start);
  const opening = { start: sentence.start, end: sentence.start + LONGEST_SUBJECT };
  if (!names(document, others, opening)) return true;
  // "Acupuncture: 70 % for two months" is a line of its own care
  return /[,;:]/.test(before.replace(/^[^:,;]{0,24}:/, ''));
}

/** Letters of a sentence that name what it is about. */
const LONGEST_SUBJECT = 18;

/** What another source tells of the same relief, where it comes to the other answer. */
function contradicting(
  measured: readonly Result[],
  settings: Settings<'relief'>,
  context: JudgeContext,
  limit: Limit,
): Evidence[] {
  const told = reliefTold(settings, context);
  const found = measured.flatMap((main) => {
    const own = weigh(main.percent?.amount, main.lasted?.days, limit).role;
    if (own === 'ambiguous') return [];
    return otherAccounts(main, told).flatMap((account) => {
      const { role, why } = weighAccount(account, main, limit);
      if (role === own || role === 'ambiguous' || isCarried(account.document, account.place))
        return [];
      return [evidenceAt(account.document, account.place, role, why)];
    });
  });
  return [...new Map(found.map((piece) => [piece.start, piece])).values()];
}

/** What an account leaves out is taken from the one that it is held against. */
function weighAccount({ percent, lasted, none }: Account, main: Result, limit: Limit) {
  if (none && !percent) return { role: 'opposes' as const, why: say('why_no_relief') };
  return weigh((percent ?? main.percent)?.amount, (lasted ?? main.lasted)?.days, limit);
}

/** Where the days of several procedures are known, the result of the last one counts; February may be its 3rd. */
function ofTheLast(results: readonly Result[]): Result[] {
  const last = Math.max(...results.map(({ done }) => done?.low ?? Number.NEGATIVE_INFINITY));
  return results.filter(({ done }) => done === undefined || done.high >= last);
}

function isOneDay(one: Range | undefined, other: Range | undefined): boolean {
  return one?.low === other?.low && one?.high === other?.high;
}

/** What a template carried forward from an older note is not told again, where it is told anew. */
const CARRIED = /\b(?:carried|copied|pulled) (?:forward|over|from)\b/i;

function toldAnew(results: readonly Result[]): Result[] {
  const own = results.filter(({ document, item }) => !isCarried(document, item));
  return own.length > 0 ? own : [...results];
}

function isCarried({ reading }: IndexedDocument, place: Place): boolean {
  const { start, end } = reading.sentences[place.sentence] ?? place;
  return CARRIED.test(reading.text.slice(start, end));
}

function isDoubtful({ percent, lasted }: Result, limit: Limit): boolean {
  const unsure = percent?.doubtful === true || lasted?.doubtful === true;
  return unsure && (percent?.amount.low ?? 0) <= limit.amount;
}

function weigh(
  percent: Range | undefined,
  days: Range | undefined,
  limit: Limit,
): { role: EvidenceRole; why: Said } {
  const needed = limit.during && inUnit(limit.during.amount, limit.during.unit, 'days');
  const enough = percent && isWithin(percent, 'percent', limit);
  const longEnough = days && needed !== undefined ? days.low >= needed : needed === undefined;
  const tooShort = days !== undefined && needed !== undefined && days.high < needed;
  if (percent?.high === 0) return { role: 'opposes', why: say('why_no_relief') };
  const why = say(
    'joint_comma',
    percent ? say('relief_percent', saidNumber(percent)) : say('relief_no_percent'),
    days ? say('relief_days', saidNumber(days)) : say('relief_no_days'),
  );
  if (enough === false || tooShort) return { role: 'opposes', why };
  if (enough === true && longEnough) return { role: 'supports', why };
  return { role: 'ambiguous', why };
}

/** Words between the end of a sentence on the procedure and what came of it: "No relief at all." */
const SHORT_ANSWER = 30;

/** In the sentence that names the procedure, or beginning the next one. */
function isResultOf({ document, item }: Result, other: Mention): boolean {
  if (item.sentence === other.sentence) return true;
  const next = document.reading.sentences[other.sentence];
  return (
    other.sentence === item.sentence + 1 &&
    next !== undefined &&
    next.paragraph === document.reading.sentences[item.sentence]?.paragraph &&
    other.start - next.start <= SHORT_ANSWER
  );
}

/** By document and the sentence that names the procedure. */
function resultsBySentence(
  results: readonly Result[],
): ReadonlyMap<IndexedDocument, ReadonlyMap<number, readonly Result[]>> {
  const byDocument = groupBy(results, ({ document }) => document);
  return new Map(
    [...byDocument].map(([document, own]) => [document, groupBy(own, ({ item }) => item.sentence)]),
  );
}
