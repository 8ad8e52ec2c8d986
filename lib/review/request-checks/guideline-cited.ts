import type { Mention, Sentence } from '../../language/mention.ts';
import { subjectOf, within } from '../evidence/case-index.ts';
import { createMemo } from '../evidence/memo.ts';
import { countWords } from '../requests/connecting-words.ts';
import { Cue, firstFrom } from '../requests/cues.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import { lineEnd, type Span, startsLine, trimmed } from '../requests/spans.ts';
import type { Evidence } from '../review.ts';
import { type CheckContext, type CheckResult, evidenceAt, ownPassages } from './check-context.ts';
import { citedByItem } from './cited-by-item.ts';
import { citedWhereListed } from './cited-where-listed.ts';
import { isDecision } from './decision-document.ts';
import { isNamed, type OwnedText, ownedText } from './owned-text.ts';

/** A statement of what was relied on is no longer than this. */
const LONGEST_CITATION = 420;
/** A sentence this short that says "nothing" says that nothing was cited. */
const SHORT_SENTENCE = 60;

/** Whether the claims administrator cited a guideline for the item; only asked of a decision. */
export function checkGuidelineCited(context: CheckContext): CheckResult {
  const document = decisions(context.requests, '', () => context.documents.find(isDecision));
  if (!document) return { verdict: 'not-applicable', evidence: [] };
  const { owned, unowned, heads } = ownedText(document, context.requests);
  const own = owned.get(context.request) ?? [];
  return (
    fromItems(context, document) ??
    fromListing(context, document) ??
    fromAdministrator(context, document, own) ??
    fromSentences(context, document, own, { unowned, heads }) ?? {
      verdict: 'not-met',
      evidence: conclusionOn(context, document, own),
    }
  );
}

/** What is said item by item to have been cited. */
function fromItems(context: CheckContext, document: IndexedDocument): CheckResult | undefined {
  const cited = citedItems(context, document).get(context.request);
  if (!cited) return undefined;
  return cited.isCited
    ? { verdict: 'met', evidence: [evidenceAt(document, cited.sentence, 'supports')] }
    : { verdict: 'not-met', evidence: [evidenceAt(document, cited.sentence, 'opposes')] };
}

/** What the list of items says behind the item. */
function fromListing(context: CheckContext, document: IndexedDocument): CheckResult | undefined {
  const cited = citedWhereListed(document, context.request);
  return cited && { verdict: 'met', evidence: [evidenceAt(document, cited, 'supports')] };
}

/** What is said of each item; the same for all requests of a case. */
function citedItems({ requests }: CheckContext, document: IndexedDocument) {
  return byItem(requests, '', () => citedByItem(document, requests));
}

const byItem = createMemo<readonly FoundRequest[], ReturnType<typeof citedByItem>>();

/** The decision among the documents: the same for all requests of a case. */
const decisions = createMemo<readonly FoundRequest[], IndexedDocument | undefined>();

/** What a decision says the claims administrator relied on. */
function statementsIn(document: IndexedDocument): readonly Mention[] {
  return statements(document, '', () =>
    document.cues
      .all(Cue.guidelineAdministrator)
      .filter((mention) => isStatement(document, mention)),
  );
}

const statements = createMemo<IndexedDocument, readonly Mention[]>();

/** Decisions that say what the claims administrator relied on, by number, by item or for all. */
function fromAdministrator(
  context: CheckContext,
  document: IndexedDocument,
  own: readonly Sentence[],
): CheckResult | undefined {
  const all = statementsIn(document);
  if (all.length === 0) return undefined;
  const numbered = numberedPart(context, document);
  if (numbered) return judged(document, numbered);
  const inBlock = firstWithin(all, own);
  if (inBlock) return judged(document, citationAfter(document, inBlock));
  const none = noneSaidOf(context, document);
  if (none) return { verdict: 'not-met', evidence: [evidenceAt(document, none, 'opposes')] };
  // One statement for all items, where the text is not divided by item.
  return all.length === 1 && all[0] ? judged(document, citationAfter(document, all[0])) : undefined;
}

/** The first of the mentions that starts in one of the sentences; both in the order of the text. */
function firstWithin(
  mentions: readonly Mention[],
  sentences: readonly Sentence[],
): Mention | undefined {
  for (const { start, end } of sentences) {
    const mention = mentions[firstFrom(mentions, start)];
    if (mention && mention.start < end) return mention;
  }
  return undefined;
}

/** The short sentence that names the item and says that nothing was cited. */
function noneSaidOf(context: CheckContext, document: IndexedDocument): Sentence | undefined {
  return noneSaid(document, subjectOf(context.request), () =>
    document.reading.sentences.find(
      (sentence) =>
        sentence.end - sentence.start < SHORT_SENTENCE &&
        document.cues.has(Cue.guidelineNone, sentence.start, sentence.end) &&
        mentions(context, document, sentence),
    ),
  );
}

const noneSaid = createMemo<IndexedDocument, Sentence | undefined>();

/** "Claims administrator guideline: ..." as a label or with a verb, not a mere mention of the party. */
function isStatement({ reading, cues }: IndexedDocument, { start, end }: Mention): boolean {
  const after = reading.text.slice(end, end + 40);
  if (/^['’]?s?\s*(?:guidelines?\s*)?:/.test(after)) return true;
  // "UR: none."
  if (
    /cite[ds]|quote[ds]|invoked|applied|relied|based|used|referenced|guideline|[:-]/i.test(
      reading.text.slice(start, end),
    )
  )
    return true;
  return cues.has(Cue.guidelineNone, start, end + 60);
}

/** From the mention to the reviewer's own guideline or the end of the paragraph. */
function citationAfter({ reading, cues }: IndexedDocument, mention: Mention): Span {
  const { text } = reading;
  const reviewers = cues.all(Cue.guidelineReviewer);
  const reviewer = reviewers[firstFrom(reviewers, mention.end + 1)];
  const blank = /\n\s*\n\s*\n|\n\s*\n(?=\s*(?:[A-Z][A-Za-z ]{3,40}:|\d))/.exec(
    text.slice(mention.end, mention.end + LONGEST_CITATION),
  );
  const end = Math.min(
    reviewer?.start ?? text.length,
    blank ? mention.end + blank.index : text.length,
    mention.end + LONGEST_CITATION,
    text.length,
  );
  return trimmed(text, { start: mention.start, end });
}

/** "1. MTUS Topical Analgesics. 2. none given.", "A) ACOEM. B) none.": the part with the item's number or letter. */
function numberedPart(
  { request, requests }: CheckContext,
  document: IndexedDocument,
): Span | undefined {
  const number = (numbers(requests, '', () => numbersOf(requests)).get(request) ?? -1) + 1;
  if (number === 0) return undefined;
  const { text } = document.reading;
  const opening = openingOf(number);
  for (const { start: lineStart, end } of numberedLines(document)) {
    const line = text.slice(lineStart, end);
    const from = opening.exec(line);
    if (!from) continue;
    const rest = line.slice(from.index + from[0].length);
    const until = openingOf(number + 1).exec(rest)?.index ?? rest.length;
    const start = lineStart + from.index;
    return trimmed(text, { start, end: start + from[0].length + until });
  }
  return undefined;
}

/** How the part of an item begins, by its place: "2." or "B)". */
function openingOf(number: number): RegExp {
  return new RegExp(`(?:^|[\\s(])(?:${number}|${String.fromCharCode(64 + number)})[.)]\\s`);
}

/** The place of each listed request among those listed. */
function numbersOf(requests: readonly FoundRequest[]): Map<FoundRequest, number> {
  return new Map(requests.filter(({ listed }) => listed).map((request, at) => [request, at]));
}

const numbers = createMemo<readonly FoundRequest[], ReadonlyMap<FoundRequest, number>>();

/** What stands behind the statements in lines that number their parts. */
function numberedLines(document: IndexedDocument): readonly Span[] {
  const { text } = document.reading;
  return lines(document, '', () =>
    statementsIn(document)
      .map(({ end }) => ({
        start: end,
        end: Math.min(lineEnd(text, end), end + LONGEST_CITATION),
      }))
      .filter(({ start, end }) => openingOf(1).test(text.slice(start, end))),
  );
}

const lines = createMemo<IndexedDocument, readonly Span[]>();

function judged(document: IndexedDocument, span: Span): CheckResult {
  const none = document.cues.within(Cue.guidelineNone, span.start, span.end)[0];
  const name = document.cues.within(Cue.guidelineName, span.start, span.end)[0];
  const isCited = name !== undefined && (none === undefined || name.start < none.start);
  return isCited
    ? { verdict: 'met', evidence: [evidenceAt(document, span, 'supports')] }
    : { verdict: 'not-met', evidence: [evidenceAt(document, span, 'opposes')] };
}

/** A letter's rationale: what it says of the item, and what it quotes for all. */
function fromSentences(
  context: CheckContext,
  document: IndexedDocument,
  own: readonly Sentence[],
  { unowned, heads }: Pick<OwnedText, 'unowned' | 'heads'>,
): CheckResult | undefined {
  const { cues } = document;
  const titles = own.filter((one) => heads.has(one));
  // "Item 3. The MTUS asks for a deficit that imaging supports" is of item 3, whatever else it names
  const isTitled = ({ start, paragraph }: Sentence) =>
    titles.some((title) => title.paragraph === paragraph && title.start <= start);
  const names = (sentence: Sentence) =>
    cues.has(Cue.guidelineName, sentence.start, sentence.end) &&
    !isNoneSaid(document, sentence) &&
    ((own.includes(sentence) && isTitled(sentence)) || !isOfOthers(context, document, sentence));
  const met = (cited: readonly Sentence[]): CheckResult => ({
    verdict: 'met',
    evidence: cited.slice(0, 3).map((span) => evidenceAt(document, span, 'supports')),
  });
  const cited = own.filter(names);
  if (cited.length > 0) return met(cited);
  const listed = besideOthers(document, subjectOf(context.request), () =>
    document.reading.sentences.filter(
      (sentence) =>
        isList(document, sentence) && names(sentence) && isCalled(context, document, sentence),
    ),
  );
  if (listed.length > 0) return met(listed);
  const none = own.find((sentence) => isNoneSaid(document, sentence));
  if (none) return { verdict: 'not-met', evidence: [evidenceAt(document, none, 'opposes')] };
  const isOnly = numbers(context.requests, '', () => numbersOf(context.requests)).size === 1;
  const beside = besides(document, subjectOf(context.request), () =>
    paragraphsNaming(context, document, own, { unowned, heads }).filter(names),
  );
  if (beside.length > 0) return met(beside);
  const citedForAll = forAll(document, '', () => unowned.filter(names));
  const [firstCited] = citedForAll;
  if (!firstCited) return undefined;
  // "1. Denied" above the reasons is an outcome: what is cited below may be meant for it.
  const isDecided = own.some(
    ({ start, end }) => start >= firstCited.start && cues.has(Cue.decisionWord, start, end),
  );
  return isOnly || !isDecided ? met(citedForAll) : undefined;
}

/** "MTUS: topicals p111, NSAIDs p67, AEDs p18": a sentence that cites for several items. */
function isList({ cues }: IndexedDocument, { start, end }: Sentence): boolean {
  return cues.within(Cue.guidelineName, start, end).length > 2;
}

/** Whether a sentence names the item, or the class of its drug in words. */
function isCalled(context: CheckContext, document: IndexedDocument, sentence: Sentence): boolean {
  const classes = context.request.drug?.classes ?? [];
  return (
    mentions(context, document, sentence) ||
    classes.some((one) =>
      document.reading.mentions.names(`class-word:${one}`, sentence.start, sentence.end),
    )
  );
}

/** Sentences that name a guideline, beside the item and for all. */
const besideOthers = createMemo<IndexedDocument, readonly Sentence[]>();
const besides = createMemo<IndexedDocument, readonly Sentence[]>();
const forAll = createMemo<IndexedDocument, readonly Sentence[]>();

/** Sentences of paragraphs on guidelines that name the item among others. */
function paragraphsNaming(
  context: CheckContext,
  document: IndexedDocument,
  own: readonly Sentence[],
  { unowned, heads }: Pick<OwnedText, 'unowned' | 'heads'>,
): Sentence[] {
  const { sentences, text } = document.reading;
  // Where the item has a line or a number of its own in a paragraph the rest speaks of others.
  const divided = new Set(
    own
      .filter((one) => startsLine(text, one.start) || heads.has(one))
      .map(({ paragraph }) => paragraph),
  );
  const named = new Set(
    sentences
      .filter((sentence) => mentions(context, document, sentence))
      .map(({ paragraph }) => paragraph),
  );
  const shared = new Set(unowned.map(({ paragraph }) => paragraph));
  return sentences.filter(
    ({ paragraph }) => named.has(paragraph) && shared.has(paragraph) && !divided.has(paragraph),
  );
}

/** "No guideline was cited", "Item 3, none stated"; "relief is not documented" speaks of no guideline. */
function isNoneSaid({ cues, reading }: IndexedDocument, { start, end }: Sentence): boolean {
  return cues
    .within(Cue.guidelineNone, start, end)
    .some(
      (none) =>
        cues.has(Cue.guidelineWord, none.start, none.end) ||
        (end - start < SHORT_SENTENCE &&
          (cues.has(Cue.guidelineWord, start, end) ||
            isItemLabel(reading.text.slice(start, none.start)))),
    );
}

/** "Soma: ", "Item 3, "; what was had in the past has more words. */
function isItemLabel(words: string): boolean {
  return /^[^.,:]{0,20}[.,:]\s*$/.test(words) && countWords(words) <= 2;
}

/**
 * Whether a sentence cites for another item that is asked for, and not this one: each of its parts that
 * names a guideline names one ("ACOEM low back; ODG facet blocks" cites the first for all).
 */
function isOfOthers(context: CheckContext, document: IndexedDocument, sentence: Sentence): boolean {
  const { request, requests } = context;
  if (isCalled(context, document, sentence)) return false;
  // "For issue 2 the MTUS was applied"
  if ([...citedItems(context, document).values()].some((cited) => cited.sentence === sentence))
    return true;
  const others = requests.filter((one) => one !== request);
  return partsOf(document, sentence).every((part) =>
    others.some((other) => mentions({ ...context, request: other }, document, part)),
  );
}

/** The parts of a sentence, between semicolons, that name a guideline. */
function partsOf({ reading, cues }: IndexedDocument, { start, end }: Sentence): Span[] {
  const { text } = reading;
  const parts: Span[] = [];
  for (let from = start; from < end; ) {
    const at = text.indexOf(';', from);
    const to = at < 0 || at >= end ? end : at;
    if (cues.has(Cue.guidelineName, from, to)) parts.push({ start: from, end: to });
    from = to + 1;
  }
  return parts;
}

function mentions(
  { request }: CheckContext,
  { anchors }: IndexedDocument,
  sentence: Span,
): boolean {
  return within(anchors, sentence).some(({ drug, treatment }) =>
    isNamed(request, drug?.id, treatment?.id),
  );
}

/** The sentence that decides on the item, to show what lacks a guideline. */
function conclusionOn(
  context: CheckContext,
  document: IndexedDocument,
  own: readonly Sentence[],
): Evidence[] {
  const deciding = own.filter(({ start, end }) => document.cues.has(Cue.decisionWord, start, end));
  const shown = deciding.at(-1) ?? own.at(0);
  return shown ? [evidenceAt(document, shown, 'opposes')] : ownPassages(context, 'opposes');
}
