import { overlaps } from '../../case/passage.ts';
import type { MedicationStatement, Range } from '../../language/mention.ts';
import { type MessageKey, say } from '../../saying/said.ts';
import { Cue, firstFrom } from '../requests/cues.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import { startsLine } from '../requests/spans.ts';
import type { Evidence } from '../review.ts';
import { type CheckContext, type CheckResult, evidenceAt, ownPassages } from './check-context.ts';
import { orderedStatements } from './ordered-elsewhere.ts';
import { contrastIn, papersDiffer } from './papers-differ.ts';
import { putRightIn } from './put-right.ts';
import { retoldStatements } from './retold.ts';
import { dayOf, type Statement, siblingsOf, sinceOf, statementsOf } from './statements.ts';

/** Words before a medication list that its heading is looked for in. */
const LIST_HEADING_WITHIN = 40;
/** A list goes on below its title for so long, until an empty line. */
const LIST_WITHIN = 900;

/** Whether drug, strength, quantity, side and level agree wherever the request is stated. */
export function checkConsistent(context: CheckContext): CheckResult {
  const statements = withoutChanged([
    ...statementsOf(context),
    ...retoldStatements(context),
    ...orderedStatements(context),
  ]);
  for (const [at, one] of statements.entries()) {
    for (const other of statements.slice(at + 1)) {
      const part = differingPart(one, other);
      if (part) {
        return {
          verdict: 'not-met',
          finding: say(part),
          evidence: [one, other].map(({ passage }) => ({ ...passage, role: 'opposes' })),
        };
      }
    }
  }
  const contrast = contrastIn(context) ?? papersDiffer(context) ?? putRightIn(context);
  if (contrast) {
    return {
      verdict: 'not-met',
      finding: say('finding_differs_in_paper'),
      evidence: [contrast],
    };
  }
  const sibling = siblingsOf(context)[0];
  if (sibling) {
    return {
      verdict: 'not-met',
      finding: say('finding_other_product'),
      evidence: [
        ...ownPassages(context, 'opposes'),
        ...sibling.passages
          .slice(0, 1)
          .map((passage) => ({ ...passage, role: 'opposes' as const })),
      ],
    };
  }
  const listed = differsFromList(context, statements);
  if (listed.length > 0) {
    return {
      verdict: 'not-met',
      finding: say('finding_listed_strength'),
      evidence: [...ownPassages(context, 'opposes'), ...listed],
    };
  }
  return { verdict: 'met', evidence: ownPassages(context, 'supports', 3) };
}

/** Without what stood before a change: "start 75 mg" in an earlier note, "increase to 150" now. */
function withoutChanged(statements: readonly Statement[]): Statement[] {
  const changes = statements.filter(({ changes, corrects }) => changes && !corrects);
  return statements.filter(
    ({ passage }) =>
      !changes.some(
        (later) =>
          passage.document === later.passage.document && passage.end <= later.passage.start,
      ),
  );
}

/** What is to be said of the part that two statements give differently. */
function differingPart(one: Statement, other: Statement): MessageKey | undefined {
  const strict = other.corrects || one.corrects;
  if (differ(one.strengths, other.strengths, strict)) return 'finding_differs_strength';
  if (differ(one.quantities, other.quantities, strict)) return 'finding_differs_quantity';
  if (refillsDiffer(one, other)) return 'finding_differs_refills';
  if (countsDiffer(one, other, strict) || apart(one.lengths, other.lengths, false))
    return 'finding_differs_number';
  if (differ(one.sides, other.sides, true)) return 'finding_differs_side';
  if (levelsDiffer(one.levels, other.levels)) return 'finding_differs_level';
  if (isForOther(one, other) || isForOther(other, one)) return 'finding_differs_body_part';
  if (isPrescribed(one) && isPrescribed(other) && apart(one.frequencies, other.frequencies, false))
    return 'finding_differs_frequency';
  if (differ(one.kinds, other.kinds, false)) return 'finding_differs_kind';
  if (differ(one.supplies, other.supplies, false)) return 'finding_differs_supply';
  return undefined;
}

/** "Page 2 has lumbar" of a study of the neck: a paper names a part of the body that the item does not. */
function isForOther({ toldBodyParts }: Statement, { bodyParts }: Statement): boolean {
  return bodyParts.size > 0 && [...toldBodyParts].some((part) => !bodyParts.has(part));
}

/** "Takes it three times a week" alone tells of use, not of what is prescribed. */
function isPrescribed({
  strengths,
  quantities,
  counts,
  corrects,
  isFromOtherPaper,
}: Statement): boolean {
  return (
    corrects || isFromOtherPaper || strengths.size > 0 || quantities.size > 0 || counts.length > 0
  );
}

/** Both say something, and not the same: nothing in common, or when strict, not all in common. */
function differ(a: ReadonlySet<string>, b: ReadonlySet<string>, strict: boolean): boolean {
  if (a.size === 0 || b.size === 0) return false;
  const common = [...a].filter((value) => b.has(value)).length;
  return strict ? common < Math.max(a.size, b.size) : common === 0;
}

/** "L3, L4, L5 (L4-5, L5-S1)": vertebrae are compared with vertebrae, and what lies between two with its like. */
function levelsDiffer(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [true, false].some((isBetween) => {
    const [one, other] = [a, b].map(
      (levels) => new Set([...levels].filter((level) => level.includes('-') === isBetween)),
    ) as [Set<string>, Set<string>];
    return differ(one, other, true);
  });
}

/** Refills that one statement of the quantity adds and the other does not. */
function refillsDiffer(one: Statement, other: Statement): boolean {
  if (one.refills.size > 0 && other.refills.size > 0)
    return differ(one.refills, other.refills, false);
  if (one.quantities.size === 0 || other.quantities.size === 0) return false;
  const only = one.refills.size > 0 ? one.refills : other.refills;
  return [...only].some((refills) => refills !== '0');
}

/** Counts of one unit; "3 injections" and "1 session" say different things. */
function countsDiffer(one: Statement, other: Statement, strict: boolean): boolean {
  const comparable = other.counts.filter(({ unit }) =>
    one.counts.some((count) => isSameUnit(count.unit, unit)),
  );
  if (comparable.length === 0) return false;
  const matching = one.counts.filter(({ unit }) =>
    comparable.some((count) => isSameUnit(count.unit, unit)),
  );
  return apart(
    matching.map(({ amount }) => amount),
    comparable.map(({ amount }) => amount),
    strict,
  );
}

const ANY_UNIT = new Set(['', 'time', 'unit', 'visit', 'session', 'treatment']);
const PLACES = new Set(['', 'time', 'unit', 'injection', 'site', 'point', 'shot']);

function isSameUnit(a: string, b: string): boolean {
  return a === b || (ANY_UNIT.has(a) && ANY_UNIT.has(b)) || (PLACES.has(a) && PLACES.has(b));
}

function apart(a: readonly Range[], b: readonly Range[], strict: boolean): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const meet = (x: Range, y: Range) => x.low <= y.high && y.low <= x.high;
  const matched = (list: readonly Range[], others: readonly Range[]) =>
    list.filter((one) => others.some((other) => meet(one, other))).length;
  return strict ? matched(b, a) < b.length : matched(a, b) === 0;
}

/** Lines of the current medication list with this drug in another strength, where no word explains it. */
function differsFromList(context: CheckContext, statements: readonly Statement[]): Evidence[] {
  const asked = new Set(statements.flatMap(({ strengths }) => [...strengths]));
  if (!context.request.drug || asked.size === 0) return [];
  const listed = context.documents
    .filter((document) => !explainsChange(context, document))
    .flatMap((document) => listedIn(context, document));
  // a list of an earlier visit is of what was taken then
  const since = sinceOf(context, listed);
  return listed.flatMap(({ source, strength, ...place }) =>
    asked.has(strength) || dayOf(context, place) < since
      ? []
      : [evidenceAt(source, place, 'opposes')],
  );
}

/** Whether a word near what is asked for tells of a change of its dose. */
function explainsChange({ request }: CheckContext, { document, cues }: IndexedDocument): boolean {
  return request.passages.some(
    (passage) =>
      passage.document === document.id &&
      cues.has(Cue.change, passage.start - 60, passage.end + 60),
  );
}

/** Where a list of a document has the request's drug, beside the request itself, and in which strength. */
function listedIn({ request }: CheckContext, source: IndexedDocument) {
  const document = source.document.id;
  return source.reading.medications.flatMap((statement) => {
    const { drug, strength, start, end } = statement;
    if (drug !== request.drug?.id || !strength || !isCurrent(source, statement)) return [];
    if (request.passages.some((own) => overlaps(own, { document, start, end }))) return [];
    return [{ source, document, start, end, strength: String(strength.amount) }];
  });
}

/** Whether a statement is a prescription of now, or stands in the list of what is taken now. */
function isCurrent({ reading, cues }: IndexedDocument, statement: MedicationStatement): boolean {
  const sentence = reading.sentences[statement.sentence];
  const section = reading.sections[sentence?.section ?? -1];
  const { time, presence, voice, subject } =
    reading.mentions.at(statement.mention)?.assertion ?? {};
  if (subject === 'other') return false;
  if (time === 'past' || presence === 'negated' || voice === 'guideline') return false;
  if (statement.quantity && statement.frequency) return true;
  if (section?.kind === 'medications') return true;
  const from = sentence?.start ?? statement.start;
  if (cues.has(Cue.medicationList, from, Math.min(statement.start, from + LIST_HEADING_WITHIN)))
    return true;
  const titles = cues.all(Cue.medicationList);
  const title = titles[firstFrom(titles, statement.start) - 1];
  if (
    !title ||
    statement.start - title.start > LIST_WITHIN ||
    !startsLine(reading.text, title.start)
  )
    return false;
  return !/\n\s*\n/.test(reading.text.slice(title.end, statement.start));
}
