import type { Settings } from '../../../guidelines/judge-use.ts';
import { CARDINALS } from '../../../language/number-words.ts';
import { say } from '../../../saying/said.ts';
import type { IndexedDocument } from '../../evidence/case-index.ts';
import { documentById, sentenceAt } from '../../evidence/case-index.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import type { EvidenceRole } from '../../review.ts';
import { type Judge, type JudgeContext, NOTHING } from '../judge.ts';
import { isWithin, limitsFor, measureAgainst } from '../limits.ts';
import { saidAmount } from '../said-amount.ts';

/** "20 full days", "32 full-day sessions", "160 hours"; a digit as scanners leave it: "3O", "l6O". */
const NUMBER_WITH_UNIT =
  /(?<![\w.])([\dlIO]{1,3}|one|two|three|four|five|six|eight|ten|twelve|twenty|thirty)[\s-]*(?:full|whole|half|part|program|treatment|additional|more)?[\s-]*(?:day[\s-]+)?(days?|sessions?|hours?|hrs?|weeks?|wks?)\b/gi;
/** "5 days a week", "days wkly": how often, not how long. */
const EACH_WEEK = /^\s*(?:a|per|each|\/|x\s*\/?)?\s*(?:week|wk|weekly|wkly)\b/i;
/** Six hours on each day of a program say how long a day is. */
const SHORTEST_IN_HOURS = 10;

interface Length {
  document: IndexedDocument;
  start: number;
  end: number;
  amount: number;
  unit: string;
}

/** How long a program is asked for, in the unit of its limit. */
export const judgeLengthRequested: Judge<Settings<'length-requested'>> = (settings, context) => {
  const limits = limitsFor(context, settings.unit);
  const governing = limits[0];
  const stated = lengthsIn(context, settings);
  // what is stated in the unit of the limit, or nearest to it, says more than weeks
  const units = Object.keys(settings.worth);
  const rank = ({ unit }: Length) => units.indexOf(unit);
  const best = stated.toSorted((one, other) => rank(one) - rank(other))[0];
  if (!best || !governing) return NOTHING;
  const counted = stated.filter(
    ({ unit }) => settings.worth[unit] === settings.worth[best.unit] || unit !== 'week',
  );
  const roles = counted.map(({ amount }) => {
    const within = isWithin({ low: amount, high: amount }, settings.unit, governing.limit);
    return within === true ? 'supports' : 'opposes';
  });
  const role: EvidenceRole = new Set(roles).size === 1 ? (roles[0] ?? 'ambiguous') : 'ambiguous';
  const amount = { low: best.amount, high: best.amount };
  const text = saidAmount(best.amount, settings.unit);
  return {
    evidence: counted.slice(0, 4).map(({ document, start, end }) => {
      const place = { start, end, sentence: sentenceAt(document.reading, start) };
      return evidenceAt(document, place, role, text);
    }),
    measure: {
      text,
      working: counted.map(({ document, start, end }) => document.reading.text.slice(start, end)),
      amount: best.amount,
      unit: settings.unit,
      limits: measureAgainst(amount, settings.unit, limits).limits,
    },
    reason: say('finding_requested_against_limit', text, governing.limit.text),
  };
};

function lengthsIn(
  { index, request }: JudgeContext,
  { worth }: Settings<'length-requested'>,
): Length[] {
  return (request?.passages ?? []).flatMap((passage) => {
    const document = documentById(index.documents, passage.document);
    if (!document) return [];
    const { text } = document.reading;
    const found: Length[] = [];
    for (const match of text.slice(passage.start, passage.end).matchAll(NUMBER_WITH_UNIT)) {
      const [written, number, word] = match as unknown as [string, string, string];
      const start = passage.start + match.index;
      const end = start + written.length;
      const unit = unitOf(word, worth);
      const amount = amountOf(number);
      if (!unit || Number.isNaN(amount)) continue;
      if (unit === 'hour' && amount < SHORTEST_IN_HOURS) continue;
      if (EACH_WEEK.test(text.slice(end, end + 12))) continue;
      found.push({ document, start, end, amount: amount * (worth[unit] as number), unit });
    }
    return found;
  });
}

function unitOf(word: string, worth: Record<string, number>): string | undefined {
  const short = word
    .toLowerCase()
    .replace(/s$/, '')
    .replace(/^hr$/, 'hour')
    .replace(/^wk$/, 'week');
  return short in worth ? short : undefined;
}

function amountOf(written: string): number {
  const word = CARDINALS[written.toLowerCase()];
  return word ?? Number(written.replaceAll('O', '0').replace(/[lI]/g, '1'));
}
