import type { Mention, Sentence } from '../../language/mention.ts';
import { CLASS_WORD } from '../evidence/drug-subject.ts';
import { createMemo } from '../evidence/memo.ts';
import { createSpanSet, type SpanSet } from '../evidence/span-set.ts';
import type { Anchor } from '../requests/anchors.ts';
import { countWords } from '../requests/connecting-words.ts';
import { Cue, firstFrom } from '../requests/cues.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import { rowsOf } from '../requests/rows.ts';
import { startsLine } from '../requests/spans.ts';
import { markName, marksOf } from './item-marks.ts';

/** A treatment named within so many words of a sentence's start makes what follows speak of it. */
const HEAD_WITHIN = 6;
/** Characters of a sentence that may be its title. */
const TITLE_WITHIN = 48;

/** The sentences of a text that speak of one request each, and those that speak of none. */
export interface OwnedText {
  owned: Map<FoundRequest, Sentence[]>;
  unowned: Sentence[];
  /** Sentences that begin what is said of one item: "2. ...", "Omeprazole: ...". */
  heads: Set<Sentence>;
}

/**
 * Gives each sentence of a decision to the item it speaks of: the one that its block is headed by
 * ("Xanax 0.5mg: Upheld", "Item 2.", "2)"), or that it names at its start; else that of the sentence
 * before. Done once for all `requests` of a case.
 */
export function ownedText(document: IndexedDocument, requests: readonly FoundRequest[]): OwnedText {
  return parted(requests, document.document.id, () => partText(document, requests));
}

const parted = createMemo<readonly FoundRequest[], OwnedText>();

function partText(document: IndexedDocument, requests: readonly FoundRequest[]): OwnedText {
  const owned = new Map<FoundRequest, Sentence[]>(requests.map((request) => [request, []]));
  const unowned: Sentence[] = [];
  const heads = new Set<Sentence>();
  const listed = requests.filter((one) => one.listed);
  const marks = marksOf(document, requests);
  const findTitled = titleFinder(listed);
  // What merely came up elsewhere is no item that a decision is parted by.
  const names = namesOf(document, listed.length > 0 ? listed : requests);
  const listings = listingsIn(document, listed.length > 0 ? listed : requests);
  const isForAll = guidelineLines(document);
  const inBlocks = document.cues.all(Cue.guidelineAdministrator).length > 1;
  let owner: FoundRequest | undefined;
  /** Whether an item is spoken of that is no request: "Item B. Colace". */
  let ofOther = false;
  /** Whether a block goes on: in a new paragraph until one of a listed item, or for all, opens. */
  const runsOn = (next: Sentence, last: Sentence | undefined, mark: ItemMark | undefined) =>
    next.paragraph === last?.paragraph ||
    (inBlocks && !(mark && marks.has(mark.name)) && !isForAll(next));
  let before: Sentence | undefined;
  for (const sentence of rowsOf(document.reading, document.anchors)) {
    // A letter's paragraph speaks of what it names; a determination's block runs over paragraphs.
    if (!inBlocks && before && sentence.paragraph !== before.paragraph) owner = undefined;
    const mark = markOf(document, sentence);
    const byNumber = mark && listed.length > 1 ? marks.get(mark.name) : undefined;
    const byName =
      byNumber ?? headed(document, sentence, names) ?? titled(document, sentence, findTitled);
    const isLabelled = opensWithLabel(document, sentence, names);
    if (byNumber || (byName && isLabelled)) heads.add(sentence);
    const isOther = (mark?.isWorded === true && !marks.has(mark.name)) || (!byName && isLabelled);
    owner = byName ?? (isOther ? undefined : owner);
    ofOther = !byName && (isOther || (ofOther && runsOn(sentence, before, mark)));
    before = sentence;
    if (ofOther) continue;
    if (isForAll(sentence)) {
      unowned.push(sentence);
      owner = undefined;
      continue;
    }
    // Where an item is listed nothing is decided.
    if (listings.touches(sentence)) continue;
    if (owner) owned.get(owner)?.push(sentence);
    else unowned.push(sentence);
  }
  return { owned, unowned, heads };
}

/** "Guidelines: MTUS ...", "References:": a label of a line that cites for all items, where there is but one. */
const GUIDELINE_LINE =
  /^\W*(?:(?:evidence|medical|treatment|clinical|applicable)[- ]?(?:based)? )?(?:guidelines?|criteria|references?|citations?|sources?|authority)(?: (?:used|cited|applied|consulted|relied on|source|citation))?\s*:/i;

function guidelineLines({ reading: { text }, rows }: IndexedDocument): (row: Sentence) => boolean {
  const found = rows.filter(
    ({ start, end }) => startsLine(text, start) && GUIDELINE_LINE.test(text.slice(start, end)),
  );
  return ({ start }) => found.length === 1 && found[0]?.start === start;
}

/** "Omeprazole: ...": a few words that name it, and a colon. */
function opensWithLabel(
  { reading, anchors }: IndexedDocument,
  { start, end }: Sentence,
  { classWords }: Names,
): boolean {
  const label = /^[^.:;]{2,40}:/.exec(reading.text.slice(start, end))?.[0];
  if (!label) return false;
  const colon = start + label.length;
  const isIn = (place: { start: number } | undefined) => (place?.start ?? colon) < colon;
  return isIn(anchors[firstFrom(anchors, start)]) || isIn(classWords[firstFrom(classWords, start)]);
}

/** Where the items are listed. */
function listingsIn({ document }: IndexedDocument, requests: readonly FoundRequest[]): SpanSet {
  return createSpanSet(
    requests.flatMap(({ passages: [first] }) => (first?.document === document.id ? [first] : [])),
  );
}

/** "Trigger points.", "Compound.", "Urine: ...": the first words of a listed item head what follows. */
function titled(
  { reading: { text }, cues }: IndexedDocument,
  { start, end }: Sentence,
  findTitled: TitleFinder,
): FoundRequest | undefined {
  // "UR rationale, patches: ..."
  const reasons = cues.within(Cue.rationale, start, Math.min(end, start + TITLE_WITHIN))[0];
  const from = reasons && /^\s*[,–-]/.test(text.slice(reasons.end)) ? reasons.end : start;
  const title = /^[\s\d.(),–-]*([A-Za-z][A-Za-z ]{2,30})[.:]/.exec(
    text.slice(from, Math.min(end, from + TITLE_WITHIN)),
  )?.[1];
  const words = title?.toLowerCase().split(/\s+/).map(singular) ?? [];
  if (words.length === 0 || words.length > 3) return undefined;
  return findTitled(words);
}

type TitleFinder = (words: readonly string[]) => FoundRequest | undefined;

/** Finds the first item whose label holds all words of a title; titles come again and again. */
function titleFinder(listed: readonly FoundRequest[]): TitleFinder {
  const labels = listed.map(({ label }) => new Set(wordsOf(label)));
  const known = new Map<string, FoundRequest | undefined>();
  return (words) => {
    const title = words.join(' ');
    if (!known.has(title))
      known.set(title, listed[labels.findIndex((label) => words.every((word) => label.has(word)))]);
    return known.get(title);
  };
}

function wordsOf(label: string): string[] | undefined {
  return label
    .toLowerCase()
    .match(/[a-z]+/g)
    ?.map(singular);
}

function singular(word: string): string {
  return word.replace(/s$/, '');
}

/** The number or letter of an item that a sentence opens with, and whether a word says that it is one. */
interface ItemMark {
  name: string;
  isWorded: boolean;
}

/** "Item 2", "Rationale 2:", "Discussion of B:", "2) ...": the second item of the list. */
function markOf(document: IndexedDocument, sentence: Sentence): ItemMark | undefined {
  const { reading, cues } = document;
  const { text } = reading;
  const start = text.slice(sentence.start, sentence.start + 32);
  if (!startsLine(text, sentence.start) && !WITHIN_LINE.test(start)) return undefined;
  const words = WORDED.exec(start);
  if (words && isAmount(document, sentence.start, words[0])) return undefined;
  const worded = words?.[1] ?? BRACKETED.exec(start)?.[1] ?? ROMAN.exec(start)?.[1];
  if (worded) return { name: markName(worded), isWorded: true };
  const letter = /^(?:\(?([A-H])[.):]|\(([a-h])\))\s/.exec(start)?.slice(1).find(Boolean);
  if (letter) return { name: markName(letter), isWorded: false };
  const label = cues.within(Cue.itemNumber, sentence.start, sentence.end)[0];
  const named =
    label && label.start === sentence.start
      ? /\d+/.exec(start)
      : /^\(?(\d{1,2})(?:[.)]|:\s)/.exec(start);
  return named ? { name: markName(named[1] ?? named[0]), isWorded: false } : undefined;
}

const WORDED =
  /^(?:[Rr]ationale|RATIONALE|[Ii]tem|ITEM|[Ll]ine|LINE|[Ii]ssue|[Rr]equest|[Rr]eason|[Bb]asis|(?:[Dd]iscussion|[Aa]nalysis|[Rr]easons?|[Rr]ationale|[Dd]ecision|[Ff]indings?) (?:of|for|on)(?: (?:[Ii]tem|[Ii]ssue|[Rr]equest))?)\s+#?([A-H]|\d{1,2})\b/;

/**
 * "Request 12 acupuncture visits", "Rationale for 60 Norco": the number tells how many are asked for. It
 * is an item's before a sign, a line's end, a verb, or a treatment that it does not count.
 */
function isAmount({ reading: { text }, anchors }: IndexedDocument, from: number, words: string) {
  if (!MAY_COUNT.test(words)) return false;
  const end = from + words.length;
  if (ENDS_MARK.test(text.slice(end, end + 12))) return false;
  const named = anchors[firstFrom(anchors, end)];
  if (!named || named.drug || text.slice(end, named.start).trim() !== '') return true;
  return COUNTED_UNIT.test(text.slice(end, named.end + 16));
}

/** "Request 12", "Rationale for 60"; the number behind another word is never an amount: "Item 2 Norco". */
const MAY_COUNT = /\b(?:request|of|for|on)\s+\d+$/i;
const ENDS_MARK = /^(?:[ \t]*(?:[:;)(\n–—-]|$|[.,](?!\d))|\s+(?:is|was|has|had|asks|seeks)\b)/;
const COUNTED_UNIT = /\b(?:visits?|sessions?)\b/i;

/** "As to (b), see ODG." */
const BRACKETED =
  /^(?:[Aa]s (?:to|for)|[Rr]e(?:garding)?|[Cc]oncerning|[Ff]or|[Oo]n) \(([A-Ha-h]|\d{1,2})\)/;

/** "(ii) denied." */
const ROMAN = /^\((i{1,3}|iv|vi{0,3})\)\s/;

/** "... four weeks. 2: supported by ODG.": the mark of an item within a paragraph. */
const WITHIN_LINE =
  /^(?:(?:\(?\d{1,2}\)|\((?:[a-h]|[iv]{1,4})\)|\d{1,2}:)\s+[A-Za-z]|(?:Item|Issue|Request)\s+\d{1,2}[,:.])/;

/** The first request of each name, by its place in the list. */
interface Names {
  requests: readonly FoundRequest[];
  byDrug: Map<string, number>;
  /** By its one active substance. */
  bySubstance: Map<string, number>;
  /** Of requests for no drug. */
  byTreatment: Map<string, number>;
  /** By concept of the class in words. */
  byClassWord: Map<string, number>;
  /** Where the text names a class in words. */
  classWords: readonly Mention[];
}

function namesOf({ reading }: IndexedDocument, requests: readonly FoundRequest[]): Names {
  const byDrug = new Map<string, number>();
  const bySubstance = new Map<string, number>();
  const byTreatment = new Map<string, number>();
  const byClassWord = new Map<string, number>();
  requests.forEach(({ drug, treatment }, at) => {
    const names = drug ? byDrug : byTreatment;
    const name = drug?.id ?? treatment;
    if (!names.has(name)) names.set(name, at);
    const substance = onlySubstance(drug);
    if (substance && !bySubstance.has(substance)) bySubstance.set(substance, at);
    for (const one of drug?.classes ?? []) {
      const concept = `${CLASS_WORD}${one}`;
      if (!byClassWord.has(concept)) byClassWord.set(concept, at);
    }
  });
  const classWords = reading.mentions.among(byClassWord.keys());
  return { requests, byDrug, bySubstance, byTreatment, byClassWord, classWords };
}

/** "Zolpidem" speaks of an item "Ambien CR"; a mixture has no substance by which it could be called. */
function onlySubstance(
  drug: { readonly substances: readonly string[] } | undefined,
): string | undefined {
  return drug?.substances.length === 1 ? drug.substances[0] : undefined;
}

/** The earlier of two places in a list, either of which may be missing. */
function earlier(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.min(one, other);
}

/** The request whose treatment, drug or class the sentence names near its start. */
function headed(
  { reading, anchors }: IndexedDocument,
  sentence: Sentence,
  { requests, byDrug, bySubstance, byTreatment, byClassWord, classWords }: Names,
): FoundRequest | undefined {
  const { text } = reading;
  for (let at = firstFrom(anchors, sentence.start); at < anchors.length; at += 1) {
    const anchor = anchors[at] as Anchor;
    if (
      anchor.start >= sentence.end ||
      countWords(text.slice(sentence.start, anchor.start)) > HEAD_WITHIN
    )
      break;
    const named = earlier(
      byDrug.get(anchor.drug?.id ?? '') ?? bySubstance.get(onlySubstance(anchor.drug) ?? ''),
      byTreatment.get(anchor.treatment?.id ?? ''),
    );
    if (named !== undefined) return requests[named];
  }
  let named: number | undefined;
  for (let at = firstFrom(classWords, sentence.start); at < classWords.length; at += 1) {
    const { concept, start, end } = classWords[at] as Mention;
    if (start >= sentence.end || countWords(text.slice(sentence.start, start)) > 3) break;
    if (end <= sentence.end) named = earlier(named, byClassWord.get(concept));
  }
  return named === undefined ? undefined : requests[named];
}

/** Whether a drug or treatment is the one asked for. */
export function isNamed(
  request: FoundRequest,
  drug: string | undefined,
  treatment: string | undefined,
): boolean {
  if (request.drug && drug) return request.drug.id === drug;
  return !request.drug && request.treatment === treatment;
}
