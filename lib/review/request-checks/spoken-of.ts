import type { Sentence, Value } from '../../language/mention.ts';
import { beginningIn } from '../../language/sorted.ts';
import { createMemo } from '../evidence/memo.ts';
import type { Anchor } from '../requests/anchors.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import type { CheckContext } from './check-context.ts';
import { isOf, lastNamed } from './last-named.ts';
import { segmentsOf } from './levels.ts';
import { type Statement, statementsOf } from './statements.ts';

/**
 * Whether a value at `start` (offset of UTF-16 units) in a row is of the request: it is named last before
 * it, of what may have such a part at all, or alone has one.
 */
export function isSpokenOf(
  context: CheckContext,
  document: IndexedDocument,
  at: number,
  start: number,
  value: Value,
): boolean {
  const row = document.rows[at] as Sentence;
  const named = beginningIn(document.anchors, row);
  const last = named.findLast((anchor) => anchor.start < start) ?? named[0];
  const spoken = last ?? lastNamed(document, at);
  if (spoken && mayHave(spoken, value)) return isOf(context, spoken);
  return isGivenByAlone(context, value);
}

/** Whether of all that is asked for the request alone states the part that a value is of. */
export function isGivenByAlone(context: CheckContext, value: Value): boolean {
  const asked = giving(context.requests, value.kind, () =>
    context.requests.filter(
      (request) =>
        request.listed && givesPart(statementsOf({ ...context, request }), value, request),
    ),
  );
  return asked.length === 1 && asked[0] === context.request;
}

/** The requests of a case that state a part of a kind. */
const giving = createMemo<readonly FoundRequest[], readonly FoundRequest[], Value['kind']>();

/** Whether a value can be a part of what is named: no tablet has a level, no injection a dose. */
export function mayHave({ drug }: Anchor, { kind }: Value): boolean {
  if (kind === 'level' || kind === 'count' || kind === 'duration') return drug === undefined;
  if (kind === 'dose' || kind === 'refills' || kind === 'frequency') return drug !== undefined;
  return true;
}

/** Whether the request states the part that a value is of. */
export function givesPart(own: readonly Statement[], value: Value, request: FoundRequest): boolean {
  return own.some((statement) => partOf(statement, value, request).length > 0);
}

/** Whether the request states that very value. */
export function states(own: readonly Statement[], value: Value, request: FoundRequest): boolean {
  const said = wordsOf(value);
  return own.some((statement) => {
    const part = partOf(statement, value, request);
    return said.some((word) => part.includes(word));
  });
}

/** What a statement gives for the part that a value is of, in words that can be compared. */
function partOf(statement: Statement, { kind }: Value, { drug }: FoundRequest): string[] {
  const counts = statement.counts.map(({ amount }) => String(amount.high));
  switch (kind) {
    case 'dose':
      return [...statement.strengths];
    case 'quantity':
      return drug ? [...statement.quantities] : counts;
    case 'refills':
      return [...statement.refills];
    case 'count':
      return drug ? [] : counts;
    case 'number':
      return drug ? [...statement.quantities, ...statement.refills] : counts;
    case 'frequency':
      return statement.frequencies.map(({ high }) => String(high));
    case 'duration':
      return statement.lengths.map(({ high }) => String(high));
    case 'side':
      return [...statement.sides];
    case 'level':
      return [...statement.levels];
    default:
      return [];
  }
}

function wordsOf(value: Value): string[] {
  switch (value.kind) {
    case 'quantity':
    case 'refills':
      return [String(value.amount)];
    case 'dose':
    case 'count':
    case 'number':
      return [String(value.amount.high)];
    case 'frequency':
      return [String(value.perDay.high)];
    case 'duration':
      return [String(value.days.high)];
    case 'side':
      return [value.side];
    case 'level':
      return segmentsOf(value);
    default:
      return [];
  }
}
