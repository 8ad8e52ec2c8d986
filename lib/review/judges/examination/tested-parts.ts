/** Strength, touch and reflexes written as values: rows of a table, "C6 5/5, C7 4/5". */
import { type IndexedDocument, sentenceAt } from '../../evidence/case-index.ts';
import { type Place, type Span, scopeOf } from '../../evidence/scopes.ts';
import { type Cell, cellsUnder, linesOf } from '../../evidence/table-cells.ts';
import { mentionIn } from '../places.ts';

type Kind = 'strength' | 'touch' | 'reflex';

/** One part that was tested. Offsets in UTF-16 units of the document. */
export interface TestedPart {
  place: Place;
  kind: Kind;
  isLost: boolean;
}

/** The concepts that tests and their results are read by. */
export interface TestWords {
  /** Names of the tests. */
  kinds: Readonly<Record<Kind, readonly string[]>>;
  /** Roots and muscles that are tested. */
  parts: readonly string[];
  normal: readonly string[];
  abnormal: readonly string[];
}

/** All parts of a document that have a value. */
export function testedParts(document: IndexedDocument, words: TestWords): TestedPart[] {
  return [...inTables(document, words), ...inRuns(document, words), ...inPairs(document, words)];
}

/** A line with more letters is a sentence. */
const LONGEST_RUN = 90;
/** A line begins with the name of its test. */
const BEFORE_NAME = 4;
const FEWEST_OF_RUN = 3;
/** "Light touch (left):" */
const LONGEST_LABEL = 26;

/** "Motor (R): 5 5 4 5 5": a test, and nothing behind it but a value for each root of the line above. */
function inRuns(document: IndexedDocument, words: TestWords): TestedPart[] {
  const { text } = document.reading;
  return KINDS.flatMap((kind) =>
    words.kinds[kind].flatMap((concept) =>
      (document.mentions.get(concept) ?? []).flatMap(({ start: at, sentence }) => {
        const start = text.lastIndexOf('\n', at - 1) + 1;
        const stop = text.indexOf('\n', at);
        const end = stop < 0 ? text.length : stop;
        if (at - start > BEFORE_NAME || end - start > LONGEST_RUN) return [];
        const results = runOf(document, { start: at, end }, kind, words);
        if (results === undefined) return [];
        return [{ place: { start, end, sentence }, kind, isLost: results.includes('lost') }];
      }),
    ),
  );
}

/** The results at the end of a line, where nothing but a label stands before them. */
function runOf(
  document: IndexedDocument,
  line: Span,
  kind: Kind,
  words: TestWords,
): Result[] | undefined {
  const cells = [...document.reading.text.slice(line.start, line.end).matchAll(/[^\s,]+/g)].map(
    ({ index, 0: value }) => ({
      start: line.start + index,
      end: line.start + index + value.length,
      column: index,
      words: value,
    }),
  );
  const results: Result[] = [];
  while (cells.length > 1) {
    const result = resultOf(document, cells.at(-1) as Cell, kind, true, words);
    if (result === undefined) break;
    results.push(result);
    cells.pop();
  }
  const label = cells.at(-1);
  const isLabel = label !== undefined && label.end - line.start <= LONGEST_LABEL;
  return isLabel && results.length >= FEWEST_OF_RUN ? results : undefined;
}

/** The heads of a table, with the test that each column is of. */
interface Head {
  cells: readonly Cell[];
  kinds: readonly (Kind | undefined)[];
}

function inTables(document: IndexedDocument, words: TestWords): TestedPart[] {
  const found: TestedPart[] = [];
  let head: Head | undefined;
  for (const { columns: cells } of linesOf(document)) {
    if (!cells) {
      head = undefined;
      continue;
    }
    const kinds = cells.map((cell) => kindIn(document, cell, words));
    if (!cells.some((cell) => isValue(document, cell, words))) {
      if (kinds.some((kind) => kind !== undefined)) head = { cells, kinds };
      continue;
    }
    const [label] = cells;
    if (!label || isValue(document, label, words)) continue;
    const isOfPart = mentionIn(document, words.parts, label) !== undefined;
    if (kinds[0] === undefined && !isOfPart) continue;
    const read = cells.slice(1).flatMap((cell) => {
      const told = kinds[0] ?? (head && kindOver(head, cells, cell));
      const result = resultOf(document, cell, told ?? 'strength', told !== undefined, words);
      return result ? [{ cell, kind: told ?? 'strength', result }] : [];
    });
    const weakJerks = read.filter(({ result }) => result === 'weak');
    // a jerk that is weak on both sides is that of the person
    const areAlike = weakJerks.length > 1 && weakJerks.length === read.length;
    for (const { cell, kind, result } of read) {
      found.push({
        place: {
          start: label.start,
          end: cell.end,
          sentence: sentenceAt(document.reading, label.start),
        },
        kind,
        isLost: result === 'lost' || (result === 'weak' && !areAlike),
      });
    }
  }
  return found;
}

function kindOver({ cells: heads, kinds }: Head, cells: readonly Cell[], cell: Cell) {
  return kinds.find((kind, at) => kind && cellsUnder(heads, cells, at).includes(cell));
}

function kindIn(document: IndexedDocument, span: Span, { kinds }: TestWords): Kind | undefined {
  return KINDS.find((kind) => mentionIn(document, kinds[kind], span) !== undefined);
}

/** In the order in which names are told apart: a "biceps reflex" is a reflex. */
const KINDS: readonly Kind[] = ['reflex', 'touch', 'strength'];

const GRADE = /^([0-5])([+-]?)(\s?\/\s?5)?$/;
const JERK = /^\+?([0-4])\s?\+?(?:\s?\/\s?4)?$/;
/** A cell with more letters is a sentence. */
const LONGEST_VALUE = 16;

function isValue(document: IndexedDocument, cell: Cell, words: TestWords): boolean {
  return (
    GRADE.test(cell.words) || JERK.test(cell.words) || wordIn(document, cell, words) !== undefined
  );
}

type Result = 'kept' | 'lost' | 'weak';

/** What a cell says of a test; `isTold` where the test is named, and not only a muscle. */
function resultOf(
  document: IndexedDocument,
  cell: Cell,
  kind: Kind,
  isTold: boolean,
  words: TestWords,
): Result | undefined {
  const jerk = kind === 'reflex' ? JERK.exec(cell.words)?.[1] : undefined;
  if (jerk !== undefined)
    return jerk === '2' ? 'kept' : jerk === '0' ? 'lost' : jerk === '1' ? 'weak' : undefined;
  const grade = kind === 'strength' ? GRADE.exec(cell.words) : null;
  if (grade) {
    const [, points, sign, whole] = grade;
    if (points === '5') return sign === '-' ? 'lost' : 'kept';
    // "Biceps 2+" without a word on the test may be of its jerk
    return isTold || whole !== undefined || Number(points) > 2 ? 'lost' : undefined;
  }
  return wordIn(document, cell, words);
}

function wordIn(
  document: IndexedDocument,
  { start, end, words }: Cell,
  { normal, abnormal }: TestWords,
): Result | undefined {
  if (words.length > LONGEST_VALUE) return undefined;
  // the 5 of "L5" is no grade
  const has = (concepts: readonly string[]) =>
    concepts.some((concept) =>
      document.mentions
        .of(concept, start, end)
        .some((one) => /[a-z]/i.test(document.reading.text.slice(one.start, one.end))),
    );
  return has(abnormal) ? 'lost' : has(normal) ? 'kept' : undefined;
}

const ROOT = /^[CTLS]\d{1,2}$/;
/** "L4 4/5", "C7: 4+,", but not the 4 of "L3-4 normal" or of "C5 4 weeks". */
const GRADE_BEHIND =
  /^(?:[\s:=,-]{0,3}([0-5])([+-]?)(\s?\/\s?5)(?=[\s,;.)]|$)|(?:\s?[:=]\s?|\s|\s-\s)([0-5])([+-]?)(?=\s?(?:[,;.)\n]|$)|\s[CTLS]\d))/;
const WORD_BEHIND = 3;

/** "Motor C6 5/5, C7 4/5", "pin: L4 normal, L5 dull": each root with what stands behind it. */
function inPairs(document: IndexedDocument, words: TestWords): TestedPart[] {
  const { text } = document.reading;
  const roots = words.parts
    .flatMap((part) => document.mentions.get(part) ?? [])
    .filter(({ start, end }) => ROOT.test(text.slice(start, end)) && text[start - 1] !== '-');
  return roots.flatMap(({ start, end, sentence }): TestedPart[] => {
    const place = { start, end, sentence };
    const before = { start: scopeOf(document, place, 'sentence').start, end: start };
    const grade = GRADE_BEHIND.exec(text.slice(end, end + LONGEST_VALUE));
    const kind = kindBefore(document, before, words);
    if (grade && (grade[3] !== undefined || kind === 'strength')) {
      const isLost = (grade[1] ?? grade[4]) !== '5' || (grade[2] ?? grade[5]) === '-';
      return [{ place: { ...place, end: end + grade[0].length }, kind: 'strength', isLost }];
    }
    if (kind === undefined || kind === 'reflex') return [];
    const behind = { start: end, end: end + LONGEST_VALUE };
    const lost = mentionIn(document, words.abnormal, behind);
    const kept = mentionIn(document, words.normal, behind);
    const [first] = [lost, kept]
      .flatMap((mention) => (mention ? [mention] : []))
      .sort((one, other) => one.start - other.start);
    if (!first || first.start > end + WORD_BEHIND) return [];
    return [{ place: { ...place, end: first.end }, kind, isLost: first === lost }];
  });
}

/** The test that is named last before a place. */
function kindBefore(document: IndexedDocument, span: Span, { kinds }: TestWords): Kind | undefined {
  let last: { kind: Kind; start: number } | undefined;
  for (const kind of KINDS) {
    for (const concept of kinds[kind]) {
      const start = document.mentions.of(concept, span.start, span.end).at(-1)?.start ?? -1;
      if (start > (last?.start ?? -1)) last = { kind, start };
    }
  }
  return last?.kind;
}
