import type { Settings } from '../../guidelines/judge-use.ts';
import type { DateValue, Mention } from '../../language/mention.ts';
import { isoDate, latestDay } from '../../language/values/calendar.ts';
import { conceptsOf } from '../evidence/case-index.ts';
import { dateOf } from '../evidence/dates.ts';
import { evidenceAt } from '../evidence/passage.ts';
import { type Span, scopeOf } from '../evidence/scopes.ts';
import type { Evidence, EvidenceRole } from '../review.ts';
import { type Judge, type JudgeContext, NOTHING } from './judge.ts';
import { doneMentions, nearestTo, type Placed, valuesIn } from './places.ts';

/**
 * Whether a result of a test is on file and what it says. The newest result counts, older ones are
 * history; a test that was sent, or stands there without a word on its result, cannot tell.
 */
export const judgeResultOnFile: Judge<Settings<'result-on-file'>> = (settings, context) => {
  const results = doneMentions(settings.test, context).map((test) =>
    readResult(test, settings, context),
  );
  if (results.length === 0) return NOTHING;
  const read = results.filter(({ says }) => says === 'agrees' || says === 'disagrees');
  const newest = read.reduce<Result | undefined>(
    (best, result) => (best === undefined || day(result) >= day(best) ? result : best),
    undefined,
  );
  const evidence = results.slice(0, 6).map((result): Evidence => {
    const { document, item, says, date } = result;
    const older = newest !== undefined && says !== 'nothing' && day(result) < day(newest);
    const piece = evidenceAt(document, item, older ? 'history' : roleOf(says), WORDS[says]);
    return date ? { ...piece, date: isoDate(date) } : piece;
  });
  return { evidence: newest ? evidence.filter(({ role }) => role !== 'ambiguous') : evidence };
};

type Says = 'agrees' | 'disagrees' | 'open' | 'nothing';

interface Result extends Placed<Mention> {
  says: Says;
  date: DateValue | undefined;
}

const WORDS: Record<Says, string> = {
  agrees: 'the result agrees with what is prescribed',
  disagrees: 'the result does not agree with what is prescribed',
  open: 'the result is not there yet',
  nothing: 'a test without its result',
};

function roleOf(says: Says): EvidenceRole {
  if (says === 'agrees') return 'supports';
  return says === 'disagrees' ? 'opposes' : 'ambiguous';
}

function readResult(
  { document, item }: Placed<Mention>,
  { agrees, disagrees, open }: Settings<'result-on-file'>,
  context: JudgeContext,
): Result {
  const sentence = scopeOf(document, item, 'sentence');
  const around = scopeOf(document, item, 'neighbours');
  // the sentence itself, then the one after it: a result follows its test
  const after = { start: item.start, end: around.end };
  const has = (refs: string | string[] | undefined, span: Span) =>
    conceptsOf(refs ?? [], context.index.rulebook, context.request).some((concept) =>
      document.mentions
        .get(concept)
        ?.some(
          ({ start, end, assertion }) =>
            start >= span.start && end <= span.end && assertion.presence === 'affirmed',
        ),
    );
  const saysIn = (span: Span): Says | undefined => {
    if (has(disagrees, span)) return 'disagrees';
    if (has(agrees, span)) return 'agrees';
    return has(open, span) ? 'open' : undefined;
  };
  const says = saysIn(sentence) ?? saysIn(after) ?? 'nothing';
  const dates = valuesIn(document, 'date', sentence).filter(({ value }) => value.date.year > 0);
  const date = nearestTo(item, dates)?.value.date ?? dateOf(document, item);
  return { document, item, says, date };
}

function day({ date }: Result): number {
  return date ? latestDay(date) : Number.NEGATIVE_INFINITY;
}
