import { isoDate, latestDay } from '../../../language/values/calendar.ts';
import { type MessageKey, say } from '../../../saying/said.ts';
import { conceptsOf, mentionsWithin } from '../../evidence/case-index.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { scopeOf } from '../../evidence/scopes.ts';
import type { Evidence, EvidenceRole } from '../../review.ts';
import { type Judge, type JudgeContext, NOTHING } from '../judge.ts';
import { type Result, type ResultSettings, readResult, type Says } from './test-result.ts';
import { testsNamed } from './tests-named.ts';

/**
 * Whether a result of a test is on file and what it says. The newest result counts, older ones are
 * history; a test that was sent, or stands there without a word on its result, cannot tell.
 */
export const judgeResultOnFile: Judge<ResultSettings> = (settings, context) => {
  const results = testsNamed(settings, context).flatMap(
    (test) => readResult(test, settings, context) ?? [],
  );
  if (results.length === 0) return NOTHING;
  const read = results.filter(({ says }) => says === 'agrees' || says === 'disagrees');
  const newest = Math.max(...read.map(day).filter((each) => !Number.isNaN(each)));
  const evidence = results.map((result): Evidence => {
    const { document, place, says, date } = result;
    const older = says !== 'nothing' && day(result) < newest;
    const isUndated = settings.dated !== undefined && !date && !isToday(result, settings, context);
    const role = older ? 'history' : isUndated ? 'ambiguous' : roleOf(says);
    const piece = evidenceAt(
      document,
      place,
      role,
      say(isUndated ? 'why_without_date' : WHY[says]),
    );
    return date ? { ...piece, date: isoDate(date) } : piece;
  });
  const isRead = evidence.some(({ role }) => role === 'supports' || role === 'opposes');
  const kept = isRead ? evidence.filter(({ role }) => role !== 'ambiguous') : evidence;
  return { evidence: kept.slice(0, 6) };
};

/** "POC cup today": the day of the note. */
function isToday(
  { document, place }: Result,
  { dated = [] }: ResultSettings,
  { index, request }: JudgeContext,
): boolean {
  const sentence = scopeOf(document, place, 'sentence');
  return mentionsWithin(document, conceptsOf(dated, index.rulebook, request), sentence).length > 0;
}

const WHY: Record<Says, MessageKey> = {
  agrees: 'why_result_agrees',
  disagrees: 'why_result_disagrees',
  open: 'why_result_open',
  nothing: 'why_no_result',
};

function roleOf(says: Says): EvidenceRole {
  if (says === 'agrees') return 'supports';
  return says === 'disagrees' ? 'opposes' : 'ambiguous';
}

/** Not a number where no date is known: such a result is neither older nor newer. */
function day({ date }: Result): number {
  return date ? latestDay(date) : Number.NaN;
}
