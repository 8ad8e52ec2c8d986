import type { Settings } from '../../../guidelines/judge-use.ts';
import type { Value } from '../../../language/mention.ts';
import { say } from '../../../saying/said.ts';
import type { IndexedDocument } from '../../evidence/case-index.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { clauseAround, type Span } from '../../evidence/scopes.ts';
import { segmentsOf } from '../../request-checks/levels.ts';
import type { Evidence } from '../../review.ts';
import { type Judge, NOTHING } from '../judge.ts';
import { isDone, mentionsOf, valuesIn } from '../places.ts';

type Level = Extract<Value, { kind: 'level' }>;

/**
 * What was done at levels of the spine beside the levels asked for: it opposes where they have a
 * segment in common, and supports where each stands elsewhere. Without levels on both sides it cannot tell.
 */
export const judgeOtherLevels: Judge<Settings<'other-levels'>> = ({ done }, context) => {
  const asked = segments((context.request?.parts.levels ?? []).map(({ value }) => value));
  if (!asked) return NOTHING;
  const evidence: Evidence[] = [];
  // an operation that is no more than named may be taken for one asked for: it counts all the same
  const told = mentionsOf(done, context).filter(({ item }) => isDone(item));
  for (const { document, item } of told) {
    if (isSaidAgain(document, item) && told.length > 1) continue;
    const levels = valuesIn(document, 'level', clauseAround(document, item));
    const had = segments(levels.map(({ value }) => value));
    if (!had) return NOTHING;
    const isSame = had.some((segment) => asked.includes(segment));
    evidence.push(
      isSame
        ? evidenceAt(document, item, 'opposes')
        : evidenceAt(document, item, 'supports', say('why_other_part')),
    );
  }
  return evidence.some(({ role }) => role === 'opposes')
    ? { evidence: evidence.filter(({ role }) => role === 'opposes') }
    : { evidence };
};

/** "Pain above the fusion": the one that was named before, with its levels. */
const SAID_AGAIN =
  /\b(?:the|that|his|her|this|above|below|adjacent to|next to|since) (?:old |prior |previous )?$/i;
const LONGEST_POINTER = 30;

function isSaidAgain({ reading: { text } }: IndexedDocument, { start }: Span): boolean {
  return SAID_AGAIN.test(text.slice(Math.max(0, start - LONGEST_POINTER), start));
}

/** The segments of levels; a vertebra alone, of a nerve, is none. Undefined where there are none. */
function segments(levels: readonly Level[]): string[] | undefined {
  const all = levels.flatMap(segmentsOf).filter((segment) => segment.includes('-'));
  return all.length > 0 ? all : undefined;
}
