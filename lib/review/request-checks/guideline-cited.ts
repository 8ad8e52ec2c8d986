import type { Mention, Sentence } from '../../language/mention.ts';
import { Cue } from '../requests/cues.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import { lineEnd, type Span, trimmed } from '../requests/spans.ts';
import type { Evidence } from '../review.ts';
import { type CheckContext, type CheckResult, evidenceAt, ownPassages } from './check-context.ts';
import { isDecision } from './decision-document.ts';
import { isNamed, ownedText } from './owned-text.ts';

/** A statement of what was relied on is no longer than this. */
const LONGEST_CITATION = 420;
/** A sentence this short that says "nothing" says that nothing was cited. */
const SHORT_SENTENCE = 60;

/** Whether the claims administrator cited a guideline for the item; only asked of a decision. */
export function checkGuidelineCited(context: CheckContext): CheckResult {
  const document = context.documents.find(isDecision);
  if (!document) return { verdict: 'not-applicable', evidence: [] };
  const { owned, unowned } = ownedText(document, context.requests);
  const own = owned.get(context.request) ?? [];
  return (
    fromAdministrator(context, document, own) ??
    fromSentences(context, document, own, unowned) ?? {
      verdict: 'not-met',
      evidence: conclusionOn(context, document, own),
    }
  );
}

/** Decisions that say what the claims administrator relied on, by number, by item or for all. */
function fromAdministrator(
  context: CheckContext,
  document: IndexedDocument,
  own: readonly Sentence[],
): CheckResult | undefined {
  const all = document.cues
    .all(Cue.guidelineAdministrator)
    .filter((mention) => isStatement(document, mention));
  if (all.length === 0) return undefined;
  const numbered = all.flatMap((mention) => numberedPart(context, document, mention) ?? [])[0];
  if (numbered) return judged(document, numbered);
  const inBlock = all.find((mention) =>
    own.some(({ start, end }) => start <= mention.start && mention.start < end),
  );
  if (inBlock) return judged(document, citationAfter(document, inBlock));
  const none = document.reading.sentences.find(
    (sentence) =>
      sentence.end - sentence.start < SHORT_SENTENCE &&
      isNoneSaid(document, sentence) &&
      mentions(context, document, sentence),
  );
  if (none) return { verdict: 'not-met', evidence: [evidenceAt(document, none, 'opposes')] };
  // One statement for all items, where the text is not divided by item.
  return all.length === 1 && all[0] ? judged(document, citationAfter(document, all[0])) : undefined;
}

/** "Claims administrator guideline: ..." as a label or with a verb, not a mere mention of the party. */
function isStatement({ reading, cues }: IndexedDocument, { start, end }: Mention): boolean {
  const after = reading.text.slice(end, end + 40);
  if (/^['’]?s?\s*(?:guidelines?\s*)?:/.test(after)) return true;
  if (/cited|relied|guideline/i.test(reading.text.slice(start, end))) return true;
  return cues.has(Cue.guidelineNone, end, end + 60);
}

/** From the mention to the reviewer's own guideline or the end of the paragraph. */
function citationAfter({ reading, cues }: IndexedDocument, mention: Mention): Span {
  const { text } = reading;
  const reviewer = cues.all(Cue.guidelineReviewer).find(({ start }) => start > mention.end);
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

/** "1. MTUS Topical Analgesics. 2. none given.": the part with the item's number. */
function numberedPart(
  { request, requests }: CheckContext,
  { reading }: IndexedDocument,
  mention: Mention,
): Span | undefined {
  const number = requests.filter(({ listed }) => listed).indexOf(request) + 1;
  if (number === 0) return undefined;
  const { text } = reading;
  const line = text.slice(
    mention.end,
    Math.min(lineEnd(text, mention.end), mention.end + LONGEST_CITATION),
  );
  if (!/(?:^|\s)1[.)]\s/.test(line)) return undefined;
  const from = new RegExp(`(?:^|\\s)${number}[.)]\\s`).exec(line);
  if (!from) return undefined;
  const rest = line.slice(from.index + from[0].length);
  const until = new RegExp(`\\s${number + 1}[.)]\\s`).exec(rest)?.index ?? rest.length;
  const start = mention.end + from.index;
  return trimmed(text, { start, end: start + from[0].length + until });
}

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
  unowned: readonly Sentence[],
): CheckResult | undefined {
  const { cues } = document;
  const names = (sentence: Sentence) =>
    cues.has(Cue.guidelineName, sentence.start, sentence.end) && !isNoneSaid(document, sentence);
  const met = (cited: readonly Sentence[]): CheckResult => ({
    verdict: 'met',
    evidence: cited.slice(0, 3).map((span) => evidenceAt(document, span, 'supports')),
  });
  const cited = own.filter(names);
  if (cited.length > 0) return met(cited);
  const none = own.find((sentence) => isNoneSaid(document, sentence));
  if (none) return { verdict: 'not-met', evidence: [evidenceAt(document, none, 'opposes')] };
  const beside = paragraphsNaming(context, document, unowned).filter(names);
  if (beside.length > 0) return met(beside);
  const isOnly = context.requests.filter(({ listed }) => listed).length === 1;
  const isDecided = own.some(({ start, end }) => cues.has(Cue.decisionWord, start, end));
  const forAll = isOnly || !isDecided ? unowned.filter(names) : [];
  return forAll.length > 0 ? met(forAll) : undefined;
}

/** Sentences of paragraphs on guidelines that name the item among others. */
function paragraphsNaming(
  context: CheckContext,
  document: IndexedDocument,
  unowned: readonly Sentence[],
): Sentence[] {
  const { sentences } = document.reading;
  const named = new Set(
    sentences
      .filter((sentence) => mentions(context, document, sentence))
      .map(({ paragraph }) => paragraph),
  );
  const shared = new Set(unowned.map(({ paragraph }) => paragraph));
  return sentences.filter(({ paragraph }) => named.has(paragraph) && shared.has(paragraph));
}

function isNoneSaid({ cues }: IndexedDocument, { start, end }: Sentence): boolean {
  return cues
    .within(Cue.guidelineNone, start, end)
    .some((none) => none.end - none.start > 12 || end - start < SHORT_SENTENCE);
}

function mentions(
  { request }: CheckContext,
  { anchors }: IndexedDocument,
  { start, end }: Sentence,
): boolean {
  return anchors.some(
    (anchor) =>
      anchor.start >= start &&
      anchor.end <= end &&
      isNamed(request, anchor.drug?.id, anchor.treatment?.id),
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
