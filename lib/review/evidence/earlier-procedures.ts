import type { Treatment } from '../../guidelines/pack.ts';
import type { DateValue, Mention } from '../../language/mention.ts';
import { mentionsOfList } from '../../language/mentions.ts';
import { earliestDay, latestDay } from '../../language/values/calendar.ts';
import { type CaseIndex, conceptsOf, type IndexedDocument, names, within } from './case-index.ts';
import { dateOf, isDateOfNote } from './dates.ts';
import { isPlannedBySection } from './meant-mentions.ts';
import { procedureLogs, tellsOfRelief } from './procedure-logs.ts';
import { clauseAround, type Span, withAnswer } from './scopes.ts';
import { createSpanSet, type SpanSet } from './span-set.ts';

type Earlier = NonNullable<Treatment['earlier']>;

/** Two days after it was done nobody asks for it again: such a date is that of the request itself. */
const FEWEST_DAYS = 3;
/** "Had one in May. It held for weeks. Please repeat the epidural.": so far from its name. */
const SENTENCES_ON = 2;
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
    const from = (concept: string) => (added.has(concept) ? own : document.mentions);
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
  treatment: Treatment,
  index: CaseIndex,
): void {
  const { earlier, concepts = [] } = treatment;
  if (!earlier) return;
  const asked = createSpanSet(
    (index.asked ?? []).filter(({ document: id }) => id === document.document.id),
  );
  const stated = added.get(earlier.concept) ?? document.mentions.get(earlier.concept) ?? [];
  const known = stated
    .filter((mention) => !isAskedFor(document, mention, earlier, index))
    .map((mention) => withOwnPresence(document, mention, earlier, index));
  const of = (refs: string | readonly string[] | undefined) =>
    conceptsOf(refsOf(refs), index.rulebook).flatMap(
      (concept) => document.mentions.get(concept) ?? [],
    );
  const named = of([...concepts, ...refsOf(earlier.words)]);
  const isKnown = createSpanSet(known);
  const goesOn = of(earlier.goesOn).filter((mention) =>
    named.some(({ sentence }) => Math.abs(sentence - mention.sentence) <= SENTENCES_ON),
  );
  const found = [...named, ...goesOn]
    .filter((mention) =>
      isEarlier(document, mention, earlier, index, asked, goesOn.includes(mention)),
    )
    .filter((mention) => !isKnown.touches(mention))
    .map((mention): Mention => {
      const { assertion } = mention;
      return { ...mention, concept: earlier.concept, assertion: { ...assertion, time: 'past' } };
    });
  const told = [...known, ...found];
  const isTold = createSpanSet(told);
  const logged = rowsOf(document, named, index, treatment).filter((row) => !isTold.touches(row));

  const isAsStated =
    known.length === stated.length && known.every((mention, at) => mention === stated[at]);
  if (found.length > 0 || logged.length > 0 || !isAsStated) {
    added.set(
      earlier.concept,
      [...told, ...logged].toSorted((a, b) => a.start - b.start),
    );
  }
}

/** The rows of the logs whose titles name the treatment, or of those that tell what came of it, as mentions of it. */
function rowsOf(
  document: IndexedDocument,
  named: readonly Mention[],
  { rulebook, asOf }: CaseIndex,
  { earlier, concepts = [], precise }: Treatment,
): Mention[] {
  if (!earlier || !asOf || named.length === 0 || !precise?.includes('level')) return [];
  const { concept } = earlier;
  const others = [...rulebook.treatments.values()]
    .filter((treatment) => treatment.earlier && treatment.earlier.concept !== concept)
    .flatMap((treatment) => treatment.concepts ?? []);
  const isNamed = (span: Span) =>
    named.some(({ start, end }) => span.start <= start && end <= span.end);
  const isOfIt = (row: Span) => names(document, concepts, row) || !names(document, others, row);
  return procedureLogs(document)
    .filter((log) => tellsOfRelief(log) || log.titles.some(isNamed))
    .flatMap(({ rows }) => rows)
    .filter((row) => isOfIt(row) && hasDayBefore(document, row, asOf))
    .map((row) => ({ ...row, concept, phrase: '', assertion: TOLD_IN_LOG }));
}

const TOLD_IN_LOG: Mention['assertion'] = {
  presence: 'affirmed',
  time: 'past',
  subject: 'patient',
  voice: 'record',
  because: [],
};

/** "Trigger point injections were requested 1/12/15": asked for that day, not done. */
function isAskedFor(
  document: IndexedDocument,
  mention: Mention,
  { not }: Earlier,
  { rulebook }: CaseIndex,
): boolean {
  return not !== undefined && names(document, conceptsOf(not, rulebook), mention);
}

/** "No relief from the last shots", "maybe 40 % better after them": they were done all the same. */
function withOwnPresence(
  document: IndexedDocument,
  mention: Mention,
  { none, outcome }: Earlier,
  { rulebook }: CaseIndex,
): Mention {
  const { assertion } = mention;
  const isDenied = assertion.presence === 'negated' || assertion.presence === 'possible';
  if (!isDenied || outcome === undefined || assertion.time === 'planned') return mention;
  const clause = clauseAround(document, mention);
  const holds = (refs: string | readonly string[]) =>
    names(document, conceptsOf(refs, rulebook), clause);
  if (!holds(outcome) || (none && holds(none))) return mention;
  return { ...mention, assertion: { ...assertion, presence: 'affirmed', time: 'past' } };
}

function isEarlier(
  document: IndexedDocument,
  mention: Mention,
  earlier: Earlier,
  index: CaseIndex,
  asked: SpanSet,
  isHad = false,
): boolean {
  const { assertion, sentence } = mention;
  const { asOf, rulebook } = index;
  const { reading } = document;
  if (!asOf || assertion.presence !== 'affirmed') return false;
  if (assertion.voice !== 'record' || assertion.subject !== 'patient') return false;
  const isPlanned = assertion.time === 'planned' && !isPlannedBySection(assertion);
  // "he had one in May" was done wherever it stands, in a plan too
  if (isHad && !isPlanned && hasDayBefore(document, clauseAround(document, mention), asOf)) {
    return true;
  }
  if (assertion.time === 'planned') return false;
  if (ASKING.includes(reading.sections[reading.sentences[sentence]?.section ?? -1]?.kind ?? '')) {
    return false;
  }
  if (isToldOfLongAgo(document, mention, asOf)) return true;
  if (asked.touches(mention)) return false;
  const clause = clauseAround(document, mention);
  const holds = (refs: string | readonly string[]) =>
    names(document, conceptsOf(refs, rulebook), clause);
  if (earlier.not && holds(earlier.not)) return false;
  // "Block hx 1/9/17 R L3,4,5 MBB": told as past, it is of the day of its sentence
  const whole = withAnswer(document, mention);
  const isAnswered = whole.end > (reading.sentences[sentence]?.end ?? whole.end);
  const told = assertion.time === 'past' || isAnswered ? whole : clause;
  return (
    hasDayBefore(document, told, asOf) ||
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

/** A note of so long ago asks for nothing that is asked for now. */
const LONG_AGO = 28;
/** "TPI left QL, four needles", "ESI C7-T1, fluoro": what a note of procedures says in a few words. */
const AMOUNT =
  /\b(?:x ?\d|\d+|one|two|three|four|five|six|both|several)\b|\b(?:fluoro\w*|again|second|third|today|same day|cc|ml)\b/i;
const SHORT_NAME = 3;

/** Whether a note of long ago names it at the start of a sentence, with its amount and no word that asks. */
function isToldOfLongAgo(document: IndexedDocument, mention: Mention, asOf: DateValue): boolean {
  const sentence = document.reading.sentences[mention.sentence];
  const visit = dateOf(document, mention);
  if (!sentence || !visit || visit.day === undefined) return false;
  if (latestDay(visit) > earliestDay(asOf) - LONG_AGO) return false;
  if (mention.start - sentence.start > SHORT_NAME) return false;
  const rest = document.reading.text.slice(mention.end, sentence.end);
  return AMOUNT.test(rest) && !ASKS.test(rest);
}

const ASKS =
  /\b(?:request\w*|recommend\w*|plan\w*|schedul\w*|authori\w*|pending|order\w*|consider\w*|discuss\w*|denied|approved|if|will|would|next|refer\w*|not|no)\b/i;

function refsOf(refs: string | readonly string[] | undefined): readonly string[] {
  if (refs === undefined) return [];
  return typeof refs === 'string' ? [refs] : refs;
}
