import type { Passage } from '../../case/passage.ts';
import type { Rulebook } from '../../guidelines/rulebook.ts';
import type { DateValue, Mention, Reading, Value, ValueMention } from '../../language/mention.ts';
import type { Mentions } from '../../language/mentions.ts';
import { beginningIn, firstFrom } from '../../language/sorted.ts';
import type { FoundRequest, ReadDocument } from '../requests/found-request.ts';
import { createMemo } from './memo.ts';
import type { Span } from './scopes.ts';

export { firstFrom };

/** A document that was read, with look-ups for the rules. All lists are sorted by start. */
export interface IndexedDocument extends ReadDocument {
  mentions: Pick<Mentions, 'get' | 'has' | 'of' | 'names'>;
  values: ReadonlyMap<Value['kind'], readonly ValueMention[]>;
  /** By the number of the paragraph. */
  paragraphs: ReadonlyMap<number, Span>;
}

/** The documents of a case, ready to be asked. */
export interface CaseIndex {
  documents: readonly IndexedDocument[];
  rulebook: Rulebook;
  /** The words of all requests of the case, once they are found. */
  asked?: readonly Passage[];
  /** The date of the request, once it is known. */
  asOf?: DateValue;
}

export function indexCase(documents: readonly ReadDocument[], rulebook: Rulebook): CaseIndex {
  return { documents: documents.map(indexDocument), rulebook };
}

function indexDocument({ reading, ...read }: ReadDocument): IndexedDocument {
  return {
    ...read,
    reading,
    mentions: reading.mentions,
    values: groupBy(reading.values, (value) => value.value.kind),
    paragraphs: paragraphsOf(reading),
  };
}

function paragraphsOf({ sentences }: Reading): Map<number, Span> {
  const paragraphs = new Map<number, Span>();
  for (const { paragraph, start, end } of sentences) {
    const known = paragraphs.get(paragraph);
    if (known) known.end = end;
    else paragraphs.set(paragraph, { start, end });
  }
  return paragraphs;
}

/** Items by a key, in their order. */
export function groupBy<Key, Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/**
 * The concepts that a reference stands for, as mentions carry them. `requested` is the drug asked
 * for under any name, or the treatment's own concepts; `requested-class` the drugs of its class.
 */
export function conceptsOf(
  refs: string | readonly string[],
  rulebook: Rulebook,
  request?: FoundRequest,
): readonly string[] {
  if (typeof refs === 'string') {
    const key = isOfRequest(refs) ? `${subjectOf(request)}\n${refs}` : refs;
    return resolved(rulebook, key, () => [...new Set(conceptsOfOne(refs, rulebook, request))]);
  }
  // A list stands in a pack and is asked for again and again: itself is its name.
  let ofList = resolvedLists.get(refs);
  if (ofList?.rulebook !== rulebook) {
    ofList = { rulebook, ofRequest: refs.some(isOfRequest), bySubject: new Map() };
    resolvedLists.set(refs, ofList);
  }
  const subject = ofList.ofRequest ? subjectOf(request) : '';
  let found = ofList.bySubject.get(subject);
  if (found === undefined) {
    found = [...new Set(refs.flatMap((ref) => conceptsOf(ref, rulebook, request)))];
    ofList.bySubject.set(subject, found);
  }
  return found;
}

/** Whether a reference stands for something else in each request. */
function isOfRequest(ref: string): boolean {
  return ref.startsWith('requested');
}

const resolved = createMemo<Rulebook, readonly string[]>();
const resolvedLists = new WeakMap<
  readonly string[],
  { rulebook: Rulebook; ofRequest: boolean; bySubject: Map<string, readonly string[]> }
>();

/** What a request is for: requests that share it stand for the same concepts in every rule. */
export function subjectOf(request: FoundRequest | undefined): string {
  return request ? `${request.treatment} ${request.drug?.id ?? ''}` : '';
}

function conceptsOfOne(ref: string, rulebook: Rulebook, request?: FoundRequest): string[] {
  if (ref.startsWith('class:')) {
    const name = ref.slice('class:'.length);
    return drugsWhere(rulebook, (drug) => drug.classes.includes(name));
  }
  if (ref === 'requested') {
    if (!request) return [];
    const active = request.drug?.substances[0];
    if (active) return drugsWhere(rulebook, (drug) => drug.substances[0] === active);
    return rulebook.treatments.get(request.treatment)?.concepts ?? [];
  }
  if (ref === 'requested-class') {
    const classes = request ? rulebook.treatments.get(request.treatment)?.drugClasses : undefined;
    return (classes ?? []).flatMap((name) => conceptsOf(`class:${name}`, rulebook));
  }
  return [ref];
}

function drugsWhere(
  rulebook: Rulebook,
  holds: (drug: { classes: string[]; substances: string[] }) => boolean,
): string[] {
  return [...rulebook.drugs.values()].filter(holds).map((drug) => `drug:${drug.id}`);
}

/** The items, sorted by start, that lie wholly in a stretch of the text. */
export function within<Item extends Span>(items: readonly Item[] | undefined, span: Span): Item[] {
  return beginningIn(items ?? [], span).filter(({ end }) => end <= span.end);
}

/** The mentions of some concepts that lie wholly in a stretch of the text, concept by concept. */
export function mentionsWithin(
  { mentions }: IndexedDocument,
  concepts: readonly string[],
  { start, end }: Span,
): Mention[] {
  return concepts.flatMap((concept) => mentions.of(concept, start, end));
}

/** Whether a mention of one of some concepts lies wholly in a stretch of the text. */
export function names(
  { mentions }: IndexedDocument,
  concepts: readonly string[],
  { start, end }: Span,
): boolean {
  return concepts.some((concept) => mentions.names(concept, start, end));
}

/** The document with an id, of a case or of what was read of it. */
export function documentById<Read extends { document: { id: string } }>(
  documents: readonly Read[],
  id: string | undefined,
): Read | undefined {
  return documents.find(({ document }) => document.id === id);
}

/** The index of the sentence that an offset lies in, or of the last one before it. */
export function sentenceAt({ sentences }: Reading, offset: number): number {
  return Math.max(0, firstFrom(sentences, offset + 1) - 1);
}
