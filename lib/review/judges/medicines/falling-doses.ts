import type { Settings } from '../../../guidelines/judge-use.ts';
import type { ValueMention } from '../../../language/mention.ts';
import { isDrug } from '../../../language/mentions.ts';
import { say } from '../../../saying/said.ts';
import { conceptsOf, type IndexedDocument, names } from '../../evidence/case-index.ts';
import { createMemo } from '../../evidence/memo.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import type { Span } from '../../evidence/scopes.ts';
import type { Evidence } from '../../review.ts';
import type { Judge, JudgeContext } from '../judge.ts';
import { valuesIn } from '../places.ts';

type FallingSettings = Settings<'falling-doses'>;

/** How much is taken, or given, at one step. */
interface Amount extends Span {
  size: number;
  /** What is counted; a bare number counts as what stands before it. */
  kind: 'perDay' | 'perTime' | 'units' | 'milligrams' | 'bare';
  sentence: number;
}

/** Steps that make a series by themselves, and with words that it ends there. */
const STEPS = 3;
const STEPS_TO_THE_END = 2;
/** Letters from one step to the next, and around the series in which its times are named. */
const BETWEEN_STEPS = 90;
const AROUND = 40;

/** Whether a medicine is brought down in steps: the same amount, smaller each time, with the time of each. */
export const judgeFallingDoses: Judge<FallingSettings> = (settings, context) => {
  const evidence: Evidence[] = context.index.documents.flatMap((document) => {
    const amounts = amountsIn(document, settings, () => amountsOf(document, settings, context));
    const typed = amounts.filter(({ kind }) => kind !== 'bare');
    return [...seriesOf(typed, document), ...seriesOf(amounts, document)]
      .filter((series) => isBroughtDown(series, document, settings, context))
      .map((series) => evidenceAt(document, placeOf(series), 'supports', say('why_falling_doses')));
  });
  return { evidence: evidence.slice(0, 2) };
};

const amountsIn = createMemo<IndexedDocument, readonly Amount[], FallingSettings>();

function placeOf(series: readonly Amount[]): Span & { sentence: number } {
  const [first] = series as [Amount];
  return { start: first.start, end: (series.at(-1) as Amount).end, sentence: first.sentence };
}

/** Amounts in the order of the text, without the numbers of weeks and visits. */
function amountsOf(
  document: IndexedDocument,
  { labels }: FallingSettings,
  { index, request }: JudgeContext,
): Amount[] {
  const labelled = conceptsOf(labels, index.rulebook, request);
  const amounts: Amount[] = [];
  for (const found of document.reading.values) {
    const amount = amountOf(found, document.reading.text);
    if (!amount) continue;
    const last = amounts.at(-1);
    // "1 tab qid": four a day
    if (last?.kind === 'perTime' && amount.kind === 'perDay' && amount.start - last.end <= 3)
      amounts[amounts.length - 1] = { ...amount, size: last.size * amount.size, start: last.start };
    else if (amount.kind !== 'bare' || !isLabel(document, amount, labelled)) amounts.push(amount);
  }
  return amounts;
}

function amountOf({ value, start, end, sentence }: ValueMention, text: string): Amount | undefined {
  const place = { start, end, sentence };
  switch (value.kind) {
    case 'frequency':
      return value.perDay.low >= 1
        ? { ...place, kind: 'perDay', size: value.perDay.high }
        : undefined;
    case 'take':
      return { ...place, kind: 'perTime', size: value.amount.high };
    case 'quantity':
      return { ...place, kind: 'units', size: value.amount };
    case 'dose':
    case 'opioid-dose':
      return value.unit.startsWith('mg')
        ? { ...place, kind: 'milligrams', size: value.amount.high }
        : undefined;
    case 'number':
      return value.amount.low === value.amount.high
        ? { ...place, kind: text[start - 1] === '#' ? 'units' : 'bare', size: value.amount.high }
        : undefined;
    default:
      return undefined;
  }
}

/** Letters from the words of a label to its last number. */
const LABEL_WITHIN = 16;

/** "Week 2": the number of a step, and not how much is taken. */
function isLabel(
  document: IndexedDocument,
  { start, end }: Span,
  labels: readonly string[],
): boolean {
  return names(document, labels, { start: Math.max(0, start - LABEL_WITHIN), end });
}

/** A step takes away three quarters at most; "#90, pain 9" is none. */
const STEEPEST = 4;
/** Letters of a sentence that is a step and nothing else: "May: 75." */
const SHORT = 24;

function isShort({ reading: { sentences } }: IndexedDocument, { sentence }: Amount): boolean {
  const own = sentences[sentence];
  return own !== undefined && own.end - own.start <= SHORT;
}

/** Runs of amounts of one kind, each smaller than the one before. */
function seriesOf(amounts: readonly Amount[], document: IndexedDocument): Amount[][] {
  const all: Amount[][] = [];
  let series: Amount[] = [];
  for (const amount of amounts) {
    const last = series.at(-1);
    const goesOn =
      last !== undefined &&
      amount.start - last.end <= BETWEEN_STEPS &&
      amount.size < last.size &&
      amount.size >= last.size / STEEPEST &&
      (amount.kind !== 'bare' || amount.sentence === last.sentence || isShort(document, amount)) &&
      !isOfAnother(document, series[0] ?? last, last, amount) &&
      (amount.kind === 'bare' || amount.kind === series[0]?.kind);
    if (!goesOn) {
      if (series.length >= STEPS_TO_THE_END) all.push(series);
      series = amount.kind === 'bare' ? [] : [amount];
    } else series.push(amount);
  }
  if (series.length >= STEPS_TO_THE_END) all.push(series);
  return all;
}

/** How far before the first amount its medicine may be named. */
const NAMED_WITHIN = 60;

/** Whether another medicine is named between two amounts than the one that the first is of. */
function isOfAnother(
  { reading: { mentions } }: IndexedDocument,
  first: Amount,
  { end }: Span,
  { start }: Span,
): boolean {
  const drugsIn = (from: number, to: number) =>
    mentions.within({ start: from, end: to }).filter(({ concept }) => isDrug(concept));
  const between = drugsIn(end, start);
  const own =
    between.length > 0 && drugsIn(Math.max(0, first.start - NAMED_WITHIN), first.start).at(-1);
  return between.some(({ concept }) => !own || concept !== own.concept);
}

function isBroughtDown(
  series: readonly Amount[],
  document: IndexedDocument,
  { times, ends, without }: FallingSettings,
  { index, request }: JudgeContext,
): boolean {
  const { start, end } = placeOf(series);
  const { sentences, mentions, text } = document.reading;
  const around = { start: Math.max(0, start - AROUND), end: Math.min(text.length, end + AROUND) };
  const conceptsIn = (refs: FallingSettings['ends'], span: Span) =>
    conceptsOf(refs, index.rulebook, request).flatMap((ref) =>
      document.mentions.of(ref, span.start, span.end),
    );
  if (series.length < STEPS && conceptsIn(ends, around).length === 0) return false;
  const marks =
    conceptsIn(times, around).length +
    valuesIn(document, 'date', around).length +
    valuesIn(document, 'duration', around).length;
  if (marks < series.length - 1) return false;
  const told = {
    start: sentences[series[0]?.sentence ?? 0]?.start ?? start,
    end: sentences[series.at(-1)?.sentence ?? 0]?.end ?? end,
  };
  if (conceptsIn(without, told).length > 0) return false;
  const drugs = mentions.within(told).filter(({ concept }) => isDrug(concept));
  const opioids = new Set(conceptsOf('class:opioid', index.rulebook, request));
  return drugs.length === 0 || drugs.some(({ concept }) => opioids.has(concept));
}
