import type { Settings } from '../../../guidelines/judge-use.ts';
import type { Mention } from '../../../language/mention.ts';
import { beginningIn } from '../../../language/sorted.ts';
import {
  conceptsOf,
  firstFrom,
  type IndexedDocument,
  mentionsWithin,
  within,
} from '../../evidence/case-index.ts';
import { createMemo } from '../../evidence/memo.ts';
import type { Span } from '../../evidence/scopes.ts';
import { medicinesOf } from '../../medicines/medicines.ts';
import type { JudgeContext } from '../judge.ts';

type AnalyteSettings = NonNullable<Settings<'result-on-file'>['analytes']>;

/** A substance that a test was made for, and whether it was found. */
interface Analyte extends Span {
  found: boolean;
  /** Substances it comes from. */
  of: readonly string[];
  /** Classes of medicines it comes from, where it tells no more: "opiates". */
  ofClasses: readonly string[];
}

/** A substance that is named, before it is known what was found of it. */
type Named = Omit<Analyte, 'found'>;

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
  const isCut = (from: number, to: number) =>
    beginningIn(results, { start: from, end: to }).some(({ end }) => end <= to);
  const found = new Map<Named, boolean>();
  for (const { ahead, found: isFound, ...result } of results) {
    const listBehind = () => {
      let last: Span = result;
      for (let at = firstFrom(named, result.end); at < named.length; at += 1) {
        const analyte = named[at] as Named;
        if (analyte.start < last.end) continue;
        if (!isBeside(last, analyte) || isCut(last.end, analyte.start)) break;
        found.set(analyte, isFound);
        last = analyte;
      }
    };
    let next: Span = result;
    for (let at = ahead ? -1 : firstFrom(named, next.start) - 1; at >= 0; at -= 1) {
      const analyte = named[at] as Named;
      if (analyte.end > next.start) continue;
      if (found.has(analyte) || !isBeside(analyte, next) || isCut(analyte.end, next.start)) break;
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
  settings: AnalyteSettings,
  context: JudgeContext,
): Named[] {
  const places = new Map<number, Named>();
  for (const analyte of within(allNamed(document, settings, context), span)) {
    const known = places.get(analyte.start);
    places.set(analyte.start, {
      start: analyte.start,
      end: Math.max(analyte.end, known?.end ?? 0),
      of: [...(known?.of ?? []), ...analyte.of],
      ofClasses: [...(known?.ofClasses ?? []), ...analyte.ofClasses],
    });
  }
  return [...places.values()];
}

/** Every mention of an analyte, in the order of the text. */
function allNamed(
  document: IndexedDocument,
  settings: AnalyteSettings,
  { index }: JudgeContext,
): readonly Named[] {
  return namedInAll(document, settings, () => {
    const { leaves, ofClasses, ofNone } = settings;
    const placesOf = (ref: string, of: readonly string[], classes: readonly string[]) =>
      conceptsOf(ref, index.rulebook)
        .flatMap((concept) => document.mentions.get(concept) ?? [])
        .map(({ start, end }) => ({ start, end, of, ofClasses: classes }));
    return [
      ...Object.entries(leaves).flatMap(([substance, ref]) => placesOf(ref, [substance], [])),
      ...Object.entries(ofClasses).flatMap(([drugClass, ref]) => placesOf(ref, [], [drugClass])),
      ...placesOf(ofNone, [], []),
    ].sort((a, b) => a.start - b.start);
  });
}

const namedInAll = createMemo<IndexedDocument, readonly Named[], AnalyteSettings>();

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
  let reached = 0;
  return all
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ end }) => {
      const isHeld = end <= reached;
      reached = Math.max(reached, end);
      return !isHeld;
    });
}

function result({ start, end }: Mention, found: boolean, ahead: boolean) {
  return { start, end, found, ahead };
}

function mentions(
  document: IndexedDocument,
  refs: string | readonly string[],
  span: Span,
  { index, request }: JudgeContext,
): Mention[] {
  return mentionsWithin(document, conceptsOf(refs, index.rulebook, request), span);
}
