import { overlaps } from '../../case/passage.ts';
import type { Range, Sentence, Value, ValueMention } from '../../language/mention.ts';
import { numberWords, numberWritten } from '../../language/number-words.ts';
import { beginningIn } from '../../language/sorted.ts';
import { documentById } from '../evidence/case-index.ts';
import { createMemo } from '../evidence/memo.ts';
import { countWords } from '../requests/connecting-words.ts';
import { Cue } from '../requests/cues.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import type { Span } from '../requests/spans.ts';
import { isBodyPart, mentionsIn, scheduleIn, valuesIn } from '../requests/traits.ts';
import { type CheckContext, evidenceAt } from './check-context.ts';
import { isOf, lastNamed } from './last-named.ts';
import { segmentsOf } from './levels.ts';
import { KINDS_COMPARED } from './papers-differ.ts';
import { rowsNaming } from './rows-naming.ts';
import { isGivenByAlone } from './spoken-of.ts';
import { emptyStatement, type Statement, sidesOf } from './statements.ts';

/** What says that another paper or hand gives a value. */
const RETELLING = [Cue.retold, Cue.paper, Cue.handwritten];
/** Words between a side or level and those that retell it. */
const BESIDE = 2;
/** Fewer units alone are a dose or the number of something else. */
const FEWEST_UNITS = 10;

/** Below it a number word is a pronoun or an article: "one of them". */
const SMALLEST_SPOKEN = 2;
/** The index of "ninety" among the words for numbers. */
const LARGEST_SPOKEN = 28;
/**
 * What the text says of a request without stating it as one: "The form says right shoulder. The
 * report speaks of the left.", "Please go by 8, the 12 was from the old template." Such a sentence
 * names a paper, or corrects, and gives a part of the request a value.
 */
export function retoldStatements(context: CheckContext): Statement[] {
  return context.documents.flatMap((document) => [
    ...writtenBeside(context, document),
    ...retellingRows(document).flatMap((at) => {
      const row = document.rows[at] as Sentence;
      if (isOwn(context, document, row) || isOfVisitsDone(context, document, at)) return [];
      const named = beginningIn(document.anchors, row);
      const speaks =
        named.length > 0
          ? named.every((anchor) => isOf(context, anchor))
          : isOf(context, lastNamed(document, at)) ||
            isOfItsNumber(context, document, row) ||
            isOnlyOneWith('level', context, document, row) ||
            isOnlyOneSaid(context, document, at) ||
            (document.cues.has(Cue.retold, row.start, row.end) &&
              isOnlyOneWith('side', context, document, row));
      return speaks ? saidIn(context, document, row) : [];
    }),
  ]);
}

/** "Flexeril 10 mg #30 [pen: 7.5 mg]": what somebody wrote by hand into the request's own line. */
function writtenBeside(context: CheckContext, document: IndexedDocument): Statement[] {
  const rows = handwritten(document, '', () => rowsNaming(document, Cue.handwritten));
  return rows.flatMap((at) => {
    const row = document.rows[at] as Sentence;
    const pen = document.cues.within(Cue.handwritten, row.start, row.end)[0];
    if (!pen || !isOwn(context, document, { ...row, end: pen.start })) return [];
    const written = saidIn(context, document, { ...row, start: pen.start });
    return written.map((statement) => ({ ...statement, corrects: true }));
  });
}

/** "You asked how many he has had. Our chart says twelve.": a number of what was done, not asked for. */
function isOfVisitsDone(
  { request }: CheckContext,
  { cues, rows }: IndexedDocument,
  at: number,
): boolean {
  const row = rows[at] as Sentence;
  const before = rows[at - 1];
  if (request.drug || cues.has(Cue.ask, row.start, row.end)) return false;
  const from = before?.paragraph === row.paragraph ? before.start : row.start;
  return cues.has(Cue.visitsDone, from, row.end);
}

/** "The 8 is wrong, it is 6": it is of the one request for 8, whatever was named last. */
function isOfItsNumber(
  { request, requests }: CheckContext,
  { reading, cues }: IndexedDocument,
  row: Sentence,
): boolean {
  if (!cues.has(Cue.correction, row.start, row.end)) return false;
  const numbers = new Set(
    valuesIn(reading, row).flatMap(({ value }) =>
      value.kind === 'number' || value.kind === 'count' ? [value.amount.low] : [],
    ),
  );
  const bears = ({ parts }: FoundRequest) =>
    [
      ...parts.counts.map(({ value }) => value.amount.low),
      ...parts.quantities.map(({ value }) => value),
    ].some((amount) => numbers.has(amount));
  return numbers.size > 1 && bears(request) && requests.filter(bears).length === 1;
}

/**
 * "L5-S1 is right, the L4-5 is an old template": a level can be that of one request only, and so can a
 * side. It stands beside the words that retell: what a note says further on may be a finding.
 */
function isOnlyOneWith(
  part: 'level' | 'side',
  { request, requests }: CheckContext,
  document: IndexedDocument,
  row: Sentence,
): boolean {
  if (!saidBeside(document, row).some(({ value }) => value.kind === part)) return false;
  const having = requests.filter(({ listed, parts }) => listed && parts[`${part}s`].length > 0);
  return having.length === 1 && having[0] === request;
}

/** "Fax has 8": where nothing was named before, the number is of the one request that has such a part. */
function isOnlyOneSaid(context: CheckContext, document: IndexedDocument, at: number): boolean {
  const row = document.rows[at] as Sentence;
  if (!document.cues.has(Cue.retold, row.start, row.end) || lastNamed(document, at)) return false;
  const { text } = document.reading;
  const [said, ...more] = saidBeside(document, row).filter(
    ({ value, end }) =>
      KINDS_COMPARED.has(value.kind) &&
      (value.kind !== 'number' || ALONE.test(text.slice(end, end + 4))),
  );
  const isOne = more.every(({ value }) => value.kind === said?.value.kind);
  return said !== undefined && isOne && isGivenByAlone(context, said.value);
}

/** What follows a number of nothing that is named beside it. */
const ALONE = /^(?:\s*$|\s*[-,.;:)"'’”]|\s+(?:on|in|at|not|and|but)\b)/;

/** Values that a row which names no treatment may have of a finding, or of another item. */
const OF_ANYTHING: ReadonlySet<Value['kind']> = new Set(['side', 'level', 'number']);

/** The values of a row that names no treatment, those that may be of anything only beside what retells. */
function saidOf(document: IndexedDocument, row: Sentence): ValueMention[] {
  const beside = saidBeside(document, row);
  return valuesIn(document.reading, row).filter(
    (one) => !OF_ANYTHING.has(one.value.kind) || beside.includes(one),
  );
}

/** The values of a row that stand beside the words which retell it. */
function saidBeside({ reading, cues }: IndexedDocument, row: Sentence): ValueMention[] {
  const told = RETELLING.flatMap((cue) => cues.within(cue, row.start, row.end));
  return valuesIn(reading, row).filter(({ start, end }) =>
    told.some((one) => {
      const between = reading.text.slice(Math.min(one.end, end), Math.max(one.start, start));
      return countWords(between) <= BESIDE;
    }),
  );
}

/** The rows that retell, by index; the same for all requests. */
function retellingRows(document: IndexedDocument): readonly number[] {
  return retelling(document, '', () =>
    rowsNaming(document, Cue.retold, Cue.paper).filter((at) =>
      retells(document, document.rows[at] as Sentence),
    ),
  );
}

const retelling = createMemo<IndexedDocument, readonly number[]>();
const handwritten = createMemo<IndexedDocument, readonly number[]>();

/** Whether a sentence says what a paper has, or puts something right, and decides nothing. */
function retells({ cues, reading }: IndexedDocument, { start, end }: Sentence): boolean {
  if (cues.has(Cue.granted, start, end) || cues.has(Cue.decisionWord, start, end)) return false;
  if (cues.has(Cue.earlierPaper, start, end)) return false;
  if (cues.has(Cue.retold, start, end)) return true;
  // "Consent form: C4-5, C5-6."
  const paper = cues.within(Cue.paper, start, end)[0];
  return (
    paper !== undefined &&
    /^\W*(?:[a-z]+ )?$/i.test(reading.text.slice(start, paper.start)) &&
    /^(?: [\w/.-]+){0,3}\s*[:=]/i.test(reading.text.slice(paper.end, end))
  );
}

function isOwn({ request }: CheckContext, { document }: IndexedDocument, row: Sentence): boolean {
  const [first] = request.passages;
  return first !== undefined && overlaps(first, { ...row, document: document.id });
}

/** Values that bare numbers beside them belong to. */
const MEASURED: ReadonlySet<Value['kind']> = new Set(['score', 'duration', 'percent', 'age']);

/** "PR-2: TPI gave 20 % for four days": what came of an earlier procedure says nothing of the one asked for. */
function tellsOfEarlier(
  { index, treatment }: CheckContext,
  { document: { id } }: IndexedDocument,
  { start, end }: Span,
): boolean {
  const concept = treatment.earlier?.concept;
  return (
    concept !== undefined &&
    documentById(index.documents, id)?.mentions.names(concept, start, end) === true
  );
}

/** What a row says of the request: none where it speaks in general or of what was. */
export function saidIn(
  context: CheckContext,
  document: IndexedDocument,
  row: Sentence,
): Statement[] {
  const told = document.reading.mentions.within(row);
  const corrects = document.cues.has(Cue.correction, row.start, row.end);
  // "should be 2 mg" is no guideline's word where it puts something right
  if (!corrects && told.some(({ assertion }) => assertion.voice === 'guideline')) return [];
  const named = beginningIn(document.anchors, row);
  const isPast =
    named.some(({ assertion }) => assertion.time === 'past') ||
    tellsOfEarlier(context, document, row);
  if (isPast && !corrects) return [];
  const statement = emptyStatement(evidenceAt(document, row, 'opposes'));
  statement.isFromOtherPaper = true;
  const isDrug = context.request.drug !== undefined;
  const sides: string[] = [];
  const values = (named.length > 0 ? valuesIn(document.reading, row) : saidOf(document, row)).map(
    ({ value }) => value,
  );
  if (isDrug) statement.frequencies = frequenciesBeside(context, document, row);
  if (context.treatment.quantity === 'rental') statement.lengths = lengthsBeside(document, row);
  // Beside a pain score or a length of time a bare number counts no units or visits.
  const isBare = values.some(({ kind }) => MEASURED.has(kind));
  const isSpread = context.request.parts.strengths.some(({ value }) => value.unit === '%');
  for (const value of values) {
    // of what is spread "4 g" is taken at one time, and no strength
    if (isSpread && value.kind === 'dose' && value.unit !== '%') continue;
    if (value.kind !== 'number' || !isBare) add(statement, value, isDrug, sides);
  }
  statement.sides = sidesOf(sides);
  if (!isDrug) statement.toldBodyParts = bodyPartsSaid(document, row, named);
  const schedule = isDrug ? undefined : scheduleIn(document.reading.text, row);
  if (schedule) {
    const visits = schedule.perWeek * schedule.weeks;
    statement.counts = [{ amount: { low: visits, high: visits }, unit: 'visit' }];
  }
  if (!isDrug && statement.counts.length === 0 && document.cues.has(Cue.retold, row.start, row.end))
    for (const amount of spokenNumbers(document.reading.text.slice(row.start, row.end)))
      addCount(statement, { low: amount, high: amount });
  if (
    isDrug &&
    statement.quantities.size === 0 &&
    document.cues.has(Cue.retold, row.start, row.end)
  )
    for (const amount of spokenNumbers(document.reading.text.slice(row.start, row.end)))
      if (amount >= FEWEST_UNITS) statement.quantities.add(String(amount));
  // "The 8 is wrong, it is 6": each of the two has to be in the request
  statement.corrects = corrects && (statement.counts.length > 1 || statement.quantities.size > 1);
  return [statement];
}

/** What makes a part of the body that of a complaint or a claim, and not of the treatment. */
const OF_COMPLAINT =
  /^\W*(?:pain|ache|strain|sprain|spasm|injur\w*|symptoms?|complaints?|exam\w*|fracture|surgery|claim|issue)\b/i;

/** The parts of the body beside the words that retell, or beside the treatment that the row names. */
function bodyPartsSaid(
  { reading, cues }: IndexedDocument,
  row: Sentence,
  named: readonly Span[],
): Set<string> {
  const beside = [...RETELLING.flatMap((cue) => cues.within(cue, row.start, row.end)), ...named];
  const said = mentionsIn(reading, row, isBodyPart).filter(
    ({ start, end }) =>
      !OF_COMPLAINT.test(reading.text.slice(end, row.end)) &&
      beside.some(
        (one) =>
          one.end <= start &&
          countWords(reading.text.slice(one.end, start).replace(SIDE, '')) <= BESIDE,
      ),
  );
  return new Set(said.map(({ concept }) => concept).filter((concept) => concept !== WIDE));
}

/** "The right elbow" is as near as "the elbow". */
const SIDE = /\b(?:left|right|bilateral|both)\b/gi;

/** A concept of the packs that two parts of the body share. */
const WIDE = 'body-thoracolumbar';

/** "The plan says three times a day": how often, beside the words that retell; what is taken is told in more. */
function frequenciesBeside(
  context: CheckContext,
  document: IndexedDocument,
  row: Sentence,
): Range[] {
  const named = beginningIn(document.anchors, row);
  return saidBeside(document, row).flatMap(({ value, start }) => {
    if (value.kind !== 'frequency' || value.perDay.high <= 0) return [];
    const last = named.findLast((anchor) => anchor.start < start);
    return last === undefined || isOf(context, last) ? [value.perDay] : [];
  });
}

/** "The report has 60 days", "90 day rental": lengths of time right behind the words that retell, or beside the hire. */
function lengthsBeside({ reading, cues }: IndexedDocument, row: Sentence): Range[] {
  const told = RETELLING.flatMap((cue) => cues.within(cue, row.start, row.end));
  const hires = cues.within(Cue.purchase, row.start, row.end);
  const { text } = reading;
  return valuesIn(reading, row).flatMap(({ value, start, end }) =>
    value.kind === 'duration' &&
    (told.some(
      (one) => one.start < start && RIGHT_BEHIND.test(text.slice(Math.min(one.end, start), start)),
    ) ||
      hires.some((one) => one.start >= end && countWords(text.slice(end, one.start)) === 0))
      ? [value.days]
      : [],
  );
}

const RIGHT_BEHIND = /^\W{0,3}(?:(?:a|for|only|rental for|rental of)\s)?$/i;

const SPOKEN = new RegExp(
  `\\b(?:${numberWords(SMALLEST_SPOKEN, LARGEST_SPOKEN).join('|')})\\b`,
  'gi',
);

/** "Lists the same three": how many items. */
const OF_ITEMS = /\b(?:same|all|both|these|those) $/i;

/** "Twelve was the clerk's typing, the plan says six." */
function spokenNumbers(words: string): number[] {
  return [...words.matchAll(SPOKEN)]
    .filter(({ index }) => !OF_ITEMS.test(words.slice(Math.max(0, index - 12), index)))
    .map(([word]) => numberWritten(word));
}

function add(statement: Statement, value: Value, isDrug: boolean, sides: string[]): void {
  switch (value.kind) {
    case 'dose':
      if (isDrug) statement.strengths.add(String(value.amount.low));
      break;
    case 'quantity':
      if (value.stated && isDrug) statement.quantities.add(String(value.amount));
      else if (value.stated) addCount(statement, { low: value.amount, high: value.amount });
      break;
    case 'refills':
      if (isDrug) statement.refills.add(String(value.amount));
      break;
    case 'count':
      if (!isDrug) addCount(statement, value.amount, value.unit.replace(/s$/, ''));
      break;
    case 'number':
      if (!isDrug) addCount(statement, value.amount);
      else if (value.amount.low >= FEWEST_UNITS) statement.quantities.add(String(value.amount.low));
      break;
    case 'level':
      for (const segment of segmentsOf(value)) statement.levels.add(segment);
      break;
    case 'side':
      sides.push(value.side);
      break;
    default:
  }
}

function addCount({ counts }: Statement, amount: Range, unit = ''): void {
  counts.push({ amount, unit });
}
