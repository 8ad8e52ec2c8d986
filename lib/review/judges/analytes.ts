import type { Settings } from '../../guidelines/judge-use.ts';
import type { Mention } from '../../language/mention.ts';
import { conceptsOf, type IndexedDocument, mentionsWithin } from '../evidence/case-index.ts';
import type { Span } from '../evidence/scopes.ts';
import { medicinesOf } from '../medicines.ts';
import type { JudgeContext } from './judge.ts';

type AnalyteSettings = NonNullable<Settings<'result-on-file'>['analytes']>;

/** A substance that a test was made for, and whether it was found. */
interface Analyte extends Span {
  found: boolean;
  /** Substances it comes from. */
  of: readonly string[];
  /** Classes of medicines it comes from, where it tells no more: "opiates". */
  ofClasses: readonly string[];
}

/** Letters from one analyte of a list to the next, and to what was found of them. */
const BESIDE = 24;
/** What may stand between them: marks and one word: "morphine and hydromorphone", "metabolite present". */
const LISTED = /^[^a-z.;\n]*(?:[a-z]+[^a-z.;\n]*)?$/i;

/** The substances that a stretch of the text tells the finding of, each with what was found of it. */
export function analytesIn(
  document: IndexedDocument,
  span: Span,
  settings: AnalyteSettings,
  context: JudgeContext,
): Analyte[] {
  const { text } = document.reading;
  const named = namedIn(document, span, settings, context);
  if (named.length === 0) return [];
  const results = resultsIn(document, span, settings, context);
  const isBeside = (from: Span, to: Span) =>
    to.start >= from.end &&
    to.start - from.end <= BESIDE &&
    LISTED.test(text.slice(from.end, to.start));
  const found = new Map<Omit<Analyte, 'found'>, boolean>();
  for (const { ahead, found: isFound, ...result } of results) {
    const isCut = (from: number, to: number) =>
      results.some(({ start, end }) => start >= from && end <= to);
    const listBehind = () => {
      let last: Span = result;
      for (const analyte of named) {
        if (analyte.start < last.end) continue;
        if (isCut(last.end, analyte.start) || !isBeside(last, analyte)) break;
        found.set(analyte, isFound);
        last = analyte;
      }
    };
    let next: Span = result;
    for (const analyte of ahead ? [] : named.toReversed()) {
      if (analyte.end > next.start) continue;
      if (isCut(analyte.end, next.start) || found.has(analyte) || !isBeside(analyte, next)) break;
      found.set(analyte, isFound);
      next = analyte;
    }
    // "positive for A and B", "pos A"
    if (next === result) listBehind();
  }
  return [...found].map(([analyte, isFound]) => ({ ...analyte, found: isFound }));
}

/**
 * Whether what was found fits the medicines taken: nothing that none of them leaves, and something of
 * each that the list speaks of. Undefined where it says neither.
 */
export function fitOf(
  analytes: readonly Analyte[],
  document: IndexedDocument,
  { index, requests, asOf }: JudgeContext,
): 'agrees' | 'disagrees' | undefined {
  const isOfTest = ({ start, end }: Span) =>
    analytes.some((analyte) => analyte.start <= start && end <= analyte.end);
  const taken = medicinesOf(index, requests, asOf)
    // what the test names is what it was made for, and no medicine by that
    .filter(
      ({ use, mention: { concept } }) =>
        (use === 'in-use' || use === 'unsure') &&
        index.documents.some((other) =>
          other.mentions.get(concept)?.some((place) => other !== document || !isOfTest(place)),
        ),
    )
    .map(({ drug }) => drug);
  const isExplained = ({ of, ofClasses }: Analyte) =>
    taken.some(
      ({ substances, classes }) =>
        of.some((one) => substances.includes(one)) ||
        ofClasses.some((one) => classes.includes(one)),
    );
  if (taken.length === 0) return undefined;
  if (analytes.some((analyte) => analyte.found && !isExplained(analyte))) return 'disagrees';
  let isSeen = false;
  const substances = new Set(taken.flatMap((drug) => drug.substances));
  for (const substance of substances) {
    const marks = marksOf(substance, analytes, substances);
    if (marks.length === 0) continue;
    if (!marks.some(({ found }) => found)) return 'disagrees';
    isSeen = true;
  }
  return isSeen ? 'agrees' : undefined;
}

/** What tells of a substance: what no other that is taken leaves, too, where there is such. */
function marksOf(
  substance: string,
  analytes: readonly Analyte[],
  taken: ReadonlySet<string>,
): Analyte[] {
  const marks = analytes.filter(({ of }) => of.includes(substance));
  const own = marks.filter(
    ({ of }) => !of.some((other) => other !== substance && taken.has(other)),
  );
  return own.length > 0 ? own : marks;
}

/** "Positive for methamphetamine": found, and nobody prescribes it. */
export function isOfNoMedicine({ found, of, ofClasses }: Analyte): boolean {
  return found && of.length === 0 && ofClasses.length === 0;
}

/** The analytes that are named, each once, in the order of the text. */
function namedIn(
  document: IndexedDocument,
  span: Span,
  { leaves, ofClasses, ofNone }: AnalyteSettings,
  context: JudgeContext,
): Omit<Analyte, 'found'>[] {
  const places = new Map<number, Omit<Analyte, 'found'>>();
  const add = (ref: string, of: readonly string[], classes: readonly string[]) => {
    for (const { start, end } of mentions(document, ref, span, context)) {
      const known = places.get(start);
      places.set(start, {
        start,
        end: Math.max(end, known?.end ?? 0),
        of: [...(known?.of ?? []), ...of],
        ofClasses: [...(known?.ofClasses ?? []), ...classes],
      });
    }
  };
  for (const [substance, ref] of Object.entries(leaves)) add(ref, [substance], []);
  for (const [drugClass, ref] of Object.entries(ofClasses)) add(ref, [], [drugClass]);
  add(ofNone, [], []);
  return [...places.values()].sort((a, b) => a.start - b.start);
}

function resultsIn(
  document: IndexedDocument,
  span: Span,
  { found, absent }: AnalyteSettings,
  context: JudgeContext,
): (Span & { found: boolean; ahead: boolean })[] {
  const all = [
    ...mentions(document, found.ahead, span, context).map((at) => result(at, true, true)),
    ...mentions(document, absent.ahead, span, context).map((at) => result(at, false, true)),
    ...mentions(document, absent.behind, span, context).map((at) => result(at, false, false)),
    ...mentions(document, found.behind, span, context).map((at) => result(at, true, false)),
  ];
  // "not detected" holds "detected", "positive for" holds "positive"
  return all
    .filter(
      (one, at) => !all.some((other, before) => before !== at && holds(other, one, before < at)),
    )
    .sort((a, b) => a.start - b.start);
}

function result({ start, end }: Mention, found: boolean, ahead: boolean) {
  return { start, end, found, ahead };
}

function holds(other: Span, one: Span, isFirst: boolean): boolean {
  const isSame = other.start === one.start && other.end === one.end;
  return other.start <= one.start && one.end <= other.end && (!isSame || isFirst);
}

function mentions(
  document: IndexedDocument,
  refs: string | readonly string[],
  span: Span,
  { index, request }: JudgeContext,
): Mention[] {
  return mentionsWithin(document, conceptsOf(refs, index.rulebook, request), span);
}
