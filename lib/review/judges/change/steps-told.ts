/** Gains that are told apart from sentences: in the rows of a table, in the answer to a question. */
import type { Mention } from '../../../language/mention.ts';
import { beginningIn } from '../../../language/sorted.ts';
import { type IndexedDocument, names } from '../../evidence/case-index.ts';
import type { Place, Span } from '../../evidence/scopes.ts';
import { askedGains } from './asked-gains.ts';
import type { Comparison } from './compared-amounts.ts';
import { stepInWords } from './paired-reports.ts';
import { thenNowRows } from './then-now-table.ts';
import { toldIn } from './told-words.ts';

/** A gain, or none, and where it is told. */
export interface PlacedStep extends Pick<Comparison, 'role'> {
  at: Place;
}

/** The places that name topics, in the order of the topics. */
export interface Topics {
  /** The first of those that begin in a stretch and of which `holds` is true. */
  firstIn(stretch: Span, holds: (mention: Mention) => boolean): Mention | undefined;
}

/** The places that name topics, sorted when they are first asked for. */
export function inOrder(named: readonly Mention[]): Topics {
  let byStart: { start: number; order: number }[] | undefined;
  return {
    firstIn(stretch, holds) {
      byStart ??= named
        .map(({ start }, order) => ({ start, order }))
        .sort((one, other) => one.start - other.start);
      return beginningIn(byStart, stretch)
        .sort((one, other) => one.order - other.order)
        .map(({ order }) => named[order] as Mention)
        .find(holds);
    },
  };
}

/** What is answered where somebody is asked for what he can do now. */
export function stepsInAnswers(
  document: IndexedDocument,
  topics: Topics,
  isMeant: (mention: Mention) => boolean,
  isAsked: ((document: IndexedDocument, place: Place) => boolean) | undefined,
): PlacedStep[] {
  return askedGains(document).flatMap(({ answer, isNone }): PlacedStep[] => {
    if (isNone)
      return isAsked?.(document, answer) === false ? [] : [{ at: answer, role: 'opposes' }];
    const at = topics.firstIn(
      answer,
      (mention) =>
        mention.end <= answer.end &&
        mention.assertion.presence === 'affirmed' &&
        mention.assertion.time !== 'planned' &&
        isMeant(mention),
    );
    return at ? [{ at, role: 'supports' }] : [];
  });
}

/** What tables tell of two times in words: "Stairs | one at a time | reciprocal". */
export function stepsInTables(
  document: IndexedDocument,
  topics: Topics,
  told: (mention: Mention, ofMedicine: boolean) => boolean,
  ladders: readonly (readonly string[])[],
): PlacedStep[] {
  return thenNowRows(document).flatMap(({ label, early, late, ofMedicine }) => {
    const [before, after] = [early[0], late[0]];
    if (!before || !after) return [];
    const topic = topics.firstIn(label, (mention) => told(mention, ofMedicine));
    if (!topic) return [];
    const [first, last] = [toldIn(document, before), toldIn(document, after)];
    // numbers alone are of the measure that they are of
    if (!/[a-z]/i.test(first.words + last.words)) return [];
    const role = climbed(document, before, after, ladders) ?? stepInWords(first, last);
    const at = { start: label.start, end: after.end, sentence: topic.sentence };
    return role ? [{ at, role }] : [];
  });
}

/** What two cells come to that each name a state on one ladder. */
function climbed(
  document: IndexedDocument,
  before: Span,
  after: Span,
  ladders: readonly (readonly string[])[],
): Comparison['role'] | undefined {
  for (const ladder of ladders) {
    const rank = (cell: Span) => ladder.findIndex((concept) => names(document, [concept], cell));
    const [first, last] = [rank(before), rank(after)];
    if (first >= 0 && last >= 0) return last > first ? 'supports' : 'opposes';
  }
  return undefined;
}
