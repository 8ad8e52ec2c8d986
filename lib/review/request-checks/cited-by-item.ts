import type { Sentence } from '../../language/mention.ts';
import { ORDINALS, ordinalWords } from '../../language/number-words.ts';
import { beginningIn } from '../../language/sorted.ts';
import { Cue } from '../requests/cues.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import type { Span } from '../requests/spans.ts';
import { markName, marksOf } from './item-marks.ts';
import { isNamed } from './owned-text.ts';

/** What is said to have been cited for one item, and where. */
export interface CitedForItem {
  sentence: Sentence;
  isCited: boolean;
}

/** A place in a clause: an item that it speaks of, or a guideline that is named or said to be missing. */
interface Place {
  start: number;
  /** The items referred to. */
  requests?: readonly FoundRequest[];
  isCited?: boolean;
}

/**
 * Sentences that say item by item what was cited: "MTUS for 1, 2; none shown for 3", "For issue 1 the
 * claims administrator cited the MTUS. For issue 2 it cited no guideline." Of the reviewer's own
 * guidelines they say nothing. A letter that names neither party speaks for the administrator.
 */
export function citedByItem(
  document: IndexedDocument,
  requests: readonly FoundRequest[],
): Map<FoundRequest, CitedForItem> {
  const found = new Map<FoundRequest, CitedForItem>();
  const marks = marksOf(document, requests);
  const { cues, reading } = document;
  const isLetter = [Cue.guidelineAdministrator, Cue.guidelineReviewer].every(
    (cue) => cues.all(cue).length === 0,
  );
  let isStatement = false;
  for (const sentence of reading.sentences) {
    const has = (cue: string) => cues.has(cue, sentence.start, sentence.end);
    const isOwnVoice =
      isLetter &&
      has(Cue.guidelineName) &&
      BY_NUMBER.test(reading.text.slice(sentence.start, sentence.end));
    const speaks = isOwnVoice || (has(Cue.guidelineAdministrator) && !has(Cue.guidelineReviewer));
    if (speaks || (isStatement && !has(Cue.guidelineReviewer))) {
      for (const clause of clausesOf(document, sentence))
        for (const [request, isCited] of readClause(document, clause, requests, marks, speaks))
          if (!found.has(request)) found.set(request, { sentence, isCited });
    }
    isStatement = speaks || (isStatement && (has(Cue.guidelineNone) || has(Cue.guidelineName)));
  }
  return found;
}

/** "For issue 2 the MTUS was applied": the letter itself says what it cites for an item. */
const BY_NUMBER =
  /\b(?:for|as to|on|of|regarding) (?:items?|issues?|requests?|lines?) #?(?:\d|[A-H])\b/i;

/** The clauses of a sentence, which may be two: "ODG for B. For C none." */
function clausesOf({ reading }: IndexedDocument, sentence: Sentence): Span[] {
  const words = reading.text.slice(sentence.start, sentence.end);
  const ends = [...words.matchAll(/[;.](?=\s)/g)].map(({ index }) => sentence.start + index + 1);
  const starts = [sentence.start, ...ends];
  return starts.map((start, at) => ({ start, end: starts[at + 1] ?? sentence.end }));
}

/** Which items a clause pairs with a guideline, and which with none; `mayHead`: a treatment may open it. */
function readClause(
  document: IndexedDocument,
  clause: Span,
  requests: readonly FoundRequest[],
  marks: ReadonlyMap<string, FoundRequest>,
  mayHead: boolean,
): [FoundRequest, boolean][] {
  const all = referencesIn(document, clause, requests, marks, mayHead);
  // "Rationale, items A to C: the MTUS for A, ODG for B": what the clause is titled by.
  const references = isTitle(all[0], all.slice(1)) ? all.slice(1) : all;
  if (references.length === 0) return [];
  const places = [...references, ...citationsIn(document, clause)].sort(
    (a, b) => a.start - b.start,
  );
  // "For item 3 nothing": the item first; "ODG for item 3": the guideline first.
  const itemFirst = places[0]?.requests !== undefined;
  const ordered = itemFirst ? places : places.toReversed();
  const pairs: [FoundRequest, boolean][] = [];
  let open: FoundRequest[] = [];
  let closed = false;
  for (const { requests: meant, isCited } of ordered) {
    if (meant) {
      open = closed ? [...meant] : [...open, ...meant];
      closed = false;
    } else if (isCited !== undefined && !closed) {
      pairs.push(...open.map((request): [FoundRequest, boolean] => [request, isCited]));
      closed = true;
    }
  }
  return pairs;
}

/** Whether a reference names several items of which those behind it speak one by one. */
function isTitle(first: Place | undefined, rest: readonly Place[]): boolean {
  const named = first?.requests ?? [];
  if (named.length < 2 || rest.length === 0) return false;
  return rest.every(
    ({ requests = [] }) => requests.length === 1 && requests.every((one) => named.includes(one)),
  );
}

/** One mark of an item, and how several are joined. */
const MARK = `(?:[A-H]|\\d{1,2}|${ordinalWords(6).join('|')})\\b`;
const JOIN = '\\s*(?:,|and|&|-|to|through)\\s*(?:and\\s+)?(?:the\\s+)?';
/** "Item 2", "for 1, 2", "as to B", "for the first and second items". */
const REFERENCE = new RegExp(
  `\\b(?:[Ii]tems?|[Ii]ssues?|[Rr]equests?|[Nn]umbers?|[Nn]os?\\.?|[Ll]ines?|[Ff]or|[Aa]s to|on|[Rr]egarding)\\s+(?:the\\s+)?#?(${MARK}(?:${JOIN}${MARK})*)(?![\\d%/.]\\d)`,
  'g',
);
const FOR = /\b(?:for|as to|on|regarding|re)\s+(?:the\s+|item\s+)?$/i;

function referencesIn(
  { reading, anchors }: IndexedDocument,
  { start, end }: Span,
  requests: readonly FoundRequest[],
  marks: ReadonlyMap<string, FoundRequest>,
  mayHead: boolean,
): Place[] {
  const words = reading.text.slice(start, end);
  const found: Place[] = [...words.matchAll(REFERENCE)].flatMap(({ index, 1: list = '' }) => {
    const meant = itemsOf(list).flatMap((mark) => marks.get(mark) ?? []);
    return meant.length > 0 ? [{ start: start + index, requests: meant }] : [];
  });
  for (const anchor of beginningIn(anchors, { start, end })) {
    const before = reading.text.slice(start, anchor.start);
    if (!(mayHead && before.trim() === '') && !FOR.test(before)) continue;
    const meant = requests.filter((one) => isNamed(one, anchor.drug?.id, anchor.treatment?.id));
    if (meant.length > 0) found.push({ start: anchor.start, requests: meant });
  }
  return found;
}

/** "1, 2 and 4", "A-C": the marks named. */
function itemsOf(list: string): string[] {
  const range = /^(\d{1,2}|[A-H])\s*(?:-|to|through)\s*(\d{1,2}|[A-H])$/.exec(list);
  if (!range)
    return (list.match(/\d{1,2}|[A-H]\b|[a-z]+(?:st|nd|rd|th)\b/g) ?? []).map((mark) =>
      markName(String(ORDINALS[mark] ?? mark)),
    );
  const [from, to] = [codeOf(range[1] ?? ''), codeOf(range[2] ?? '')];
  const isLetter = /[A-H]/.test(list);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) =>
    isLetter ? String.fromCharCode(64 + from + at) : String(from + at),
  );
}

/** The place of an item in a list: 2 for "2" and for "B". */
function codeOf(mark: string): number {
  return /\d/.test(mark) ? Number(mark) : mark.charCodeAt(0) - 64;
}

function citationsIn({ cues }: IndexedDocument, { start, end }: Span): Place[] {
  const none = cues.within(Cue.guidelineNone, start, end);
  const names = cues
    .within(Cue.guidelineName, start, end)
    .filter((name) => !none.some((one) => one.start <= name.start && name.end <= one.end));
  return [
    ...none.map((one) => ({ start: one.start, isCited: false })),
    ...names.map((one) => ({ start: one.start, isCited: true })),
  ];
}
