import type { QuotedPassage } from '../../case/passage.ts';
import type { Range } from '../../language/mention.ts';
import { Cue } from '../requests/cues.ts';
import type { FoundRequest, StatedPart } from '../requests/found-request.ts';
import { mentionsIn } from '../requests/traits.ts';
import { type CheckContext, documentById } from './check-context.ts';
import { segmentsOf } from './levels.ts';

/** What one passage of a request says, part by part, as sets of words that can be compared. */
export interface Statement {
  passage: QuotedPassage;
  strengths: Set<string>;
  quantities: Set<string>;
  refills: Set<string>;
  sides: Set<string>;
  levels: Set<string>;
  kinds: Set<string>;
  counts: { amount: Range; unit: string }[];
  frequencies: Range[];
  /** The passage corrects what was said before. */
  corrects: boolean;
}

/** More statements of one request add nothing to the comparison. */
const MOST_STATEMENTS = 60;
/** How far below a passage its details stand. */
const DETAILS_WITHIN = 200;

/** The statements of a request, one a passage. */
export function statementsOf(context: CheckContext): Statement[] {
  const { request } = context;
  return request.passages.slice(0, MOST_STATEMENTS).map((passage) => statementOf(context, passage));
}

function statementOf(context: CheckContext, passage: QuotedPassage): Statement {
  const { parts, passages } = context.request;
  // A part on a line below the passage ("Qty 30") belongs to it too.
  const after = passages.filter(
    ({ document, start }) => document === passage.document && start >= passage.end,
  );
  const limit = Math.min(passage.end + DETAILS_WITHIN, ...after.map(({ start }) => start));
  const own = <T>(list: readonly StatedPart<T>[]) =>
    list
      .filter(
        (part) =>
          part.passage.document === passage.document &&
          part.passage.start >= passage.start &&
          part.passage.end <= limit,
      )
      .map(({ value }) => value);
  const document = documentById(context.documents, passage.document);
  const kinds = document ? mentionsIn(document.reading, passage, isKindPrefix) : [];
  return {
    passage,
    // "Norco 10" is Norco 10/325.
    strengths: new Set(own(parts.strengths).map(({ amount }) => String(amount))),
    quantities: new Set(own(parts.quantities).map(String)),
    refills: new Set(own(parts.refills).map(String)),
    sides: sidesOf(own(parts.sides)),
    levels: new Set(own(parts.levels).flatMap(segmentsOf)),
    kinds: new Set(kinds.map(({ concept }) => concept)),
    counts: own(parts.counts).map(({ amount, unit }) => ({ amount, unit: unit.replace(/s$/, '') })),
    frequencies: own(parts.frequencies).map(({ perDay }) => perDay),
    corrects: document?.cues.has(Cue.correction, passage.start, passage.end) ?? false,
  };
}

function sidesOf(sides: readonly string[]): Set<string> {
  const found = new Set(sides);
  if (found.has('left') && found.has('right')) found.add('bilateral');
  return found.has('bilateral') ? new Set(['bilateral']) : found;
}

/** Other products of the same active drug that the text asks for without listing them. */
export function siblingsOf({ request, requests }: CheckContext): FoundRequest[] {
  const { drug } = request;
  if (!drug) return [];
  return requests.filter(
    (other) =>
      other !== request &&
      other.treatment === request.treatment &&
      other.listed !== request.listed &&
      other.drug !== undefined &&
      other.drug.id !== drug.id &&
      other.drug.substances[0] === drug.substances[0],
  );
}

function isKindPrefix(concept: string): boolean {
  return concept.startsWith(Cue.kindPrefix);
}
