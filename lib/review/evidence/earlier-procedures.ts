import type { Treatment } from '../../guidelines/pack.ts';
import type { DateValue, Mention } from '../../language/mention.ts';
import { mentionsOfList } from '../../language/mentions.ts';
import { earliestDay, latestDay } from '../../language/values/calendar.ts';
import { type CaseIndex, conceptsOf, type IndexedDocument, names, within } from './case-index.ts';
import { dateOf, isDateOfNote } from './dates.ts';
import { clauseAround, type Span } from './scopes.ts';
import { createSpanSet, type SpanSet } from './span-set.ts';

/** Two days after it was done nobody asks for it again: such a date is that of the request itself. */
const FEWEST_DAYS = 3;
/** What stands there is asked for. */
const ASKING = ['request', 'plan', 'decision', 'heading', 'guideline'];

/**
 * The case with the procedures that were done before, as far as dates tell: a name of the treatment
 * beside a day before the request, or done in the note of an earlier visit, is a mention of what the
 * treatment's `earlier` names. What a wording tells by itself is in the phrases of that concept.
 */
export function withEarlierProcedures(index: CaseIndex): CaseIndex {
  const treatments = [...index.rulebook.treatments.values()].filter(({ earlier }) => earlier);
  const documents = index.documents.map((document) => {
    const added = new Map<string, readonly Mention[]>();
    for (const treatment of treatments) addEarlier(added, document, treatment, index);
    if (added.size === 0) return document;
    const own = mentionsOfList([...added.values()].flat());
    const from = (concept: string) => (own.has(concept) ? own : document.mentions);
    return {
      ...document,
      mentions: {
        has: (concept: string) => from(concept).has(concept),
        get: (concept: string) => from(concept).get(concept),
        of: (concept: string, start: number, end: number) => from(concept).of(concept, start, end),
        names: (concept: string, start: number, end: number) =>
          from(concept).names(concept, start, end),
      },
    };
  });
  return { ...index, documents };
}

function addEarlier(
  added: Map<string, readonly Mention[]>,
  document: IndexedDocument,
  { earlier, concepts = [] }: Treatment,
  index: CaseIndex,
): void {
  if (!earlier) return;
  const asked = createSpanSet(
    (index.asked ?? []).filter(({ document: id }) => id === document.document.id),
  );
  const known = added.get(earlier.concept) ?? document.mentions.get(earlier.concept) ?? [];
  const named = conceptsOf([...concepts, ...refsOf(earlier.words)], index.rulebook);
  const found = named
    .flatMap((concept) => document.mentions.get(concept) ?? [])
    .filter((mention) => isEarlier(document, mention, earlier, index, asked))
    .filter((mention) => !known.some((other) => overlaps(other, mention)))
    .map((mention): Mention => {
      const { assertion } = mention;
      return { ...mention, concept: earlier.concept, assertion: { ...assertion, time: 'past' } };
    });
  if (found.length > 0) {
    added.set(
      earlier.concept,
      [...known, ...found].toSorted((a, b) => a.start - b.start),
    );
  }
}

function isEarlier(
  document: IndexedDocument,
  mention: Mention,
  earlier: NonNullable<Treatment['earlier']>,
  index: CaseIndex,
  asked: SpanSet,
): boolean {
  const { assertion, sentence } = mention;
  const { asOf, rulebook } = index;
  const { reading } = document;
  if (!asOf || assertion.presence !== 'affirmed' || assertion.time === 'planned') return false;
  if (assertion.voice !== 'record' || assertion.subject !== 'patient') return false;
  if (ASKING.includes(reading.sections[reading.sentences[sentence]?.section ?? -1]?.kind ?? '')) {
    return false;
  }
  if (asked.touches(mention)) return false;
  const clause = clauseAround(document, mention);
  const holds = (refs: string | readonly string[]) =>
    names(document, conceptsOf(refs, rulebook), clause);
  if (earlier.not && holds(earlier.not)) return false;
  return (
    hasDayBefore(document, clause, asOf) ||
    (isOfEarlierNote(document, mention, asOf) && holds(earlier.done))
  );
}

/** A day before the request, or so long ago, beside it. */
function hasDayBefore(document: IndexedDocument, clause: Span, asOf: DateValue): boolean {
  const today = earliestDay(asOf);
  const dates = within(document.values.get('date'), clause).some(
    ({ value, start, end }) =>
      value.kind === 'date' &&
      value.date.year > 0 &&
      latestDay(value.date) <= today - FEWEST_DAYS &&
      !isDateOfNote(document, { start, end }),
  );
  const ago = within(document.values.get('since'), clause).some(
    ({ value }) => value.kind === 'since' && value.ago !== undefined,
  );
  return dates || ago;
}

function isOfEarlierNote(document: IndexedDocument, mention: Mention, asOf: DateValue): boolean {
  const visit = dateOf(document, mention);
  return (
    visit !== undefined && visit.year > 0 && latestDay(visit) <= earliestDay(asOf) - FEWEST_DAYS
  );
}

function refsOf(refs: string | readonly string[] | undefined): readonly string[] {
  if (refs === undefined) return [];
  return typeof refs === 'string' ? [refs] : refs;
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
