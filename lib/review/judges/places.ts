import type { Passage } from '../../case/passage.ts';
import type { Mention, SectionKind, Value, ValueMention, Voice } from '../../language/mention.ts';
import { conceptsOf, firstFrom, type IndexedDocument } from '../evidence/case-index.ts';
import { isPlannedBySection } from '../evidence/meant-mentions.ts';
import { createMemo } from '../evidence/memo.ts';
import { logAt } from '../evidence/procedure-logs.ts';
import type { Span } from '../evidence/scopes.ts';
import { createSpanSet, type SpanSet } from '../evidence/span-set.ts';
import type { JudgeContext } from './judge.ts';

/** A mention or a value with its document. */
export interface Placed<Item> {
  document: IndexedDocument;
  item: Item;
}

/** What is read, and the words that ask for something. */
interface Asked extends Pick<JudgeContext, 'index' | 'request'> {
  requests: readonly { passages: readonly Passage[] }[];
}

/** All mentions of some concepts, whatever is said of them. */
export function mentionsOf(
  refs: string | readonly string[],
  { index, request }: Pick<JudgeContext, 'index' | 'request'>,
): Placed<Mention>[] {
  const concepts = conceptsOf(refs, index.rulebook, request);
  return index.documents.flatMap((document) =>
    concepts
      .flatMap((concept) => document.mentions.get(concept) ?? [])
      .map((item) => ({ document, item })),
  );
}

/** Statements of the record about this patient's care so far: no plan, no request, no guideline. */
export function doneMentions(refs: string | readonly string[], context: Asked): Placed<Mention>[] {
  const concepts = conceptsOf(refs, context.index.rulebook, context.request);
  return context.index.documents.flatMap((document) =>
    concepts
      .flatMap((concept) => document.mentions.get(concept) ?? [])
      .filter((mention) => isDone(mention) || isStatedOnForm(document, mention))
      .filter(
        (mention) =>
          !isRequested(document, mention, context) || logAt(document, mention) !== undefined,
      )
      .sort((a, b) => a.start - b.start)
      .map((item) => ({ document, item })),
  );
}

/**
 * As `doneMentions`, for wordings that say themselves that it was done: they count also where the
 * request is stated again, and not in its line item, a plan or a form.
 */
export function toldMentions(
  refs: string | readonly string[],
  context: JudgeContext,
): Placed<Mention>[] {
  const items = context.requests.flatMap(({ passages }) => passages.slice(0, 1));
  const lineItems = { ...context, requests: [{ passages: items }] };
  return doneMentions(refs, lineItems);
}

/** A form that asks for a treatment holds facts beside what it asks for. */
function isStatedOnForm({ reading }: IndexedDocument, mention: Mention): boolean {
  const { assertion, sentence } = mention;
  const section = reading.sections[reading.sentences[sentence]?.section ?? -1];
  return (
    section?.kind === 'request' &&
    isPlannedBySection(assertion) &&
    isDone({ ...mention, assertion: { ...assertion, time: 'current' } })
  );
}

/** As `doneMentions`, whichever way round: a wording like "no relief" may hold its own negation. */
export function doneOrDenied(
  refs: string | readonly string[],
  context: JudgeContext,
): Placed<Mention>[] {
  return mentionsOf(refs, context).filter(({ item: { assertion } }) => {
    const { presence, time, subject, voice } = assertion;
    const said = presence === 'affirmed' || presence === 'negated';
    return said && time !== 'planned' && subject === 'patient' && voice === 'record';
  });
}

/** Sections in which nothing is told of what came of a treatment: wanted, decided, or of others. */
export const NOT_TOLD: readonly SectionKind[] = [
  'plan',
  'request',
  'decision',
  'heading',
  'guideline',
  'family-history',
];

/** Whether a mention says that something was or is so. */
export function isDone({ assertion }: Pick<Mention, 'assertion'>): boolean {
  return (
    assertion.presence === 'affirmed' &&
    assertion.time !== 'planned' &&
    assertion.subject === 'patient' &&
    assertion.voice === 'record'
  );
}

/** As `isDone`; what only stands in a plan or on a form is no plan: "Opioid risk: low". */
export function isDoneOrInPlan(mention: Mention): boolean {
  const { assertion } = mention;
  const time = isPlannedBySection(assertion) ? 'current' : assertion.time;
  return isDone({ ...mention, assertion: { ...assertion, time } });
}

/** Whether a drug is said not to be taken. A dash in a row of a table is an empty cell, no denial. */
export function isDenied({ assertion }: Mention): boolean {
  return (
    assertion.presence === 'negated' &&
    assertion.because.some(({ axis, words }) => axis === 'presence' && /[a-z]/i.test(words))
  );
}

/** Whether a place belongs to what is asked for. */
export function isRequested(
  { document }: IndexedDocument,
  { start, end }: Span,
  { requests }: Pick<Asked, 'requests'>,
): boolean {
  const passages = passagesIn(requests, document.id, () =>
    createSpanSet(
      requests.flatMap((request) => request.passages.filter((one) => one.document === document.id)),
    ),
  );
  return passages.touches({ start, end });
}

/** Whether a place belongs to what is asked for, and not only to what is kept beside it. */
export function isListedRequest(
  document: IndexedDocument,
  span: Span,
  { requests }: { requests: readonly (Asked['requests'][number] & { listed: boolean })[] },
): boolean {
  const listed = listedOf(requests, '', () => requests.filter((request) => request.listed));
  return isRequested(document, span, { requests: listed });
}

const listedOf = createMemo<Asked['requests'], Asked['requests']>();

const passagesIn = createMemo<Asked['requests'], SpanSet>();

/** The values of a kind in a stretch of the text. */
export function valuesIn<Kind extends Value['kind']>(
  document: IndexedDocument,
  kind: Kind,
  { start, end }: Span,
): (ValueMention & { value: Extract<Value, { kind: Kind }> })[] {
  const all = document.values.get(kind) ?? [];
  const found: ValueMention[] = [];
  for (let at = firstFrom(all, start); at < all.length; at += 1) {
    const value = all[at] as ValueMention;
    if (value.end > end) break;
    found.push(value);
  }
  return found as (ValueMention & { value: Extract<Value, { kind: Kind }> })[];
}

/** The first mention in a stretch of the first of some concepts that stands there. */
export function mentionIn(
  document: IndexedDocument,
  concepts: readonly string[],
  { start, end }: Span,
): Mention | undefined {
  for (const concept of concepts) {
    const mention = document.mentions.of(concept, start, end)[0];
    if (mention) return mention;
  }
  return undefined;
}

/** The item of a list that stands nearest to a place. */
export function nearestTo<Item extends Span>(
  place: Span,
  items: readonly Item[],
): Item | undefined {
  return items.reduce<Item | undefined>(
    (best, item) =>
      best === undefined || distance(place, item) < distance(place, best) ? item : best,
    undefined,
  );
}

/** Letters between two places; 0 where they touch or overlap. */
export function distance(a: Span, b: Span): number {
  return Math.max(b.start - a.end, a.start - b.end, 0);
}

/** Whether a value is of the record about this patient's care so far, as `isDone` for mentions. */
export function isDoneValue({ assertion }: ValueMention): boolean {
  if (!assertion) return true;
  return (
    assertion.voice === 'record' &&
    assertion.subject === 'patient' &&
    assertion.time !== 'planned' &&
    assertion.presence !== 'conditional'
  );
}

/** Who speaks where a value stands. */
export function voiceOf({ assertion }: ValueMention): Voice {
  return assertion?.voice ?? 'record';
}
