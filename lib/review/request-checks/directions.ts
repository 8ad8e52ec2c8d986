import type { MedicationStatement, Sentence } from '../../language/mention.ts';
import { beginningIn } from '../../language/sorted.ts';
import { say } from '../../saying/said.ts';
import { Cue, firstFrom } from '../requests/cues.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import { valuesIn } from '../requests/traits.ts';
import type { Evidence } from '../review.ts';
import { type CheckContext, type CheckResult, documentById, evidenceAt } from './check-context.ts';
import { isOf, lastNamed } from './last-named.ts';

/** Sections that tell what was, not what is asked for. */
const PAST = new Set(['history', 'treatment-to-date', 'family-history', 'guideline']);

/** How far after a statement the event stands that its dose is tied to. */
const EVENT_WITHIN = 40;

/** Whether dose and frequency of a drug are stated, in the request or elsewhere in the current note. */
export function checkDirections(context: CheckContext): CheckResult {
  const { request, treatment } = context;
  if (!request.drug && treatment.drugClasses === undefined)
    return { verdict: 'not-applicable', evidence: [] };
  const own = context.documents.flatMap((document) => statementsOf(context, document));
  const inRequest = own.filter(({ document, statement }) =>
    isInRequest(context, document, statement),
  );
  const withFrequency = [...inRequest, ...own].filter(isSchedule);
  if (withFrequency.length > 0) {
    const first = withFrequency[0] as Stated;
    const needsAmount = treatment.concepts !== undefined && !namesAmount(first);
    const evidence = uniqueSpans(withFrequency.slice(0, 3), needsAmount ? 'ambiguous' : 'supports');
    if (!needsAmount) return { verdict: 'met', evidence };
    return {
      verdict: 'unclear',
      evidence,
      finding: say('finding_amount_unstated'),
    };
  }
  const scheduled = scheduledPassages(context);
  const amounts =
    treatment.concepts === undefined || scheduled.some(({ quote }) => APPLIED.test(quote));
  if (scheduled.length > 0 && request.drug && amounts) {
    return {
      verdict: 'met',
      evidence: scheduled.map((evidence) => ({ ...evidence, role: 'supports' })),
    };
  }
  if (scheduled.length > 0) {
    return {
      verdict: 'unclear',
      evidence: scheduled,
      finding: say('finding_amount_unstated'),
    };
  }
  const told = toldDirections(context);
  if (told.length > 0) return { verdict: 'met', evidence: told };
  const open = openDirections(context);
  if (open.length > 0) return { verdict: 'not-met', evidence: open };
  return { verdict: 'not-documented', evidence: [] };
}

/** How much of a topical is used at one time: "1 patch", "2 pumps". */
const APPLIED = /\b(?:\d|one|two|three|four)\s+(?:patch|patches|pumps?|g|gm|grams?|ml|to)\b/i;

interface Stated {
  document: IndexedDocument;
  statement: MedicationStatement;
}

function statementsOf(context: CheckContext, document: IndexedDocument): Stated[] {
  return currentStatements(context, document).map((statement) => ({ document, statement }));
}

/** What a text says of the request's drug as it is taken or prescribed now. */
export function currentStatements(
  { request }: CheckContext,
  { reading: { medications, mentions, sentences, sections } }: IndexedDocument,
): MedicationStatement[] {
  return medications.filter((statement) => {
    if (statement.drug !== request.drug?.id) return false;
    const section = sections[sentences[statement.sentence]?.section ?? -1];
    const { time, subject, presence, voice } = mentions.at(statement.mention)?.assertion ?? {};
    if (subject === 'other' || presence === 'negated' || voice === 'guideline') return false;
    return time !== 'past' && !PAST.has(section?.kind ?? '');
  });
}

function isInRequest(
  { request }: CheckContext,
  { document }: IndexedDocument,
  { start, end }: MedicationStatement,
): boolean {
  return request.passages.some(
    (passage) => passage.document === document.id && passage.start < end && start < passage.end,
  );
}

/** A frequency that can be counted, or a dose tied to an event; "as needed" alone is neither. */
function isSchedule({ document, statement }: Stated): boolean {
  if (statement.frequency !== undefined && statement.frequency.perDay.high > 0) return true;
  const sentence = document.reading.sentences[statement.sentence];
  const end = Math.min(sentence?.end ?? statement.end, statement.end + EVENT_WITHIN);
  const isDose = statement.take !== undefined || statement.strength !== undefined;
  return isDose && document.cues.has(Cue.eventDirections, statement.start, end);
}

/** How much is applied at one time: "1 patch", "4 g". */
function namesAmount({ document, statement }: Stated): boolean {
  if (statement.take !== undefined) return true;
  const sentence = document.reading.sentences[statement.sentence];
  const span = { start: statement.start, end: sentence?.end ?? statement.end };
  if (
    APPLIED.test(
      document.reading.text.slice(statement.start, Math.min(span.end, statement.end + 40)),
    )
  )
    return true;
  return valuesIn(document.reading, span).some(
    ({ value }) =>
      value.kind === 'dose' && /^(?:g|gm|ml|patch)$/.test(value.unit) && value.amount.high <= 20,
  );
}

function uniqueSpans(stated: readonly Stated[], role: 'supports' | 'ambiguous'): Evidence[] {
  const seen = new Set<string>();
  return stated.flatMap(({ document, statement }) => {
    const key = `${document.document.id} ${statement.start}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const end = Math.max(statement.end, statement.frequency?.end ?? 0);
    return [evidenceAt(document, { start: statement.start, end }, role)];
  });
}

/** Passages with a frequency that belongs to no single drug: the directions of a mixture. */
function scheduledPassages({ request, documents }: CheckContext): Evidence[] {
  return request.passages.flatMap((passage) => {
    const document = documentById(documents, passage.document);
    const found =
      document &&
      valuesIn(document.reading, passage).some(
        ({ value }) => value.kind === 'frequency' && value.perDay.high > 0,
      );
    const isTied = document?.cues.has(Cue.eventDirections, passage.start, passage.end);
    return found || isTied ? [{ ...passage, role: 'ambiguous' as const }] : [];
  });
}

/**
 * "He is on Norco 10. Takes one every six hours.": a sentence that names no drug gives the directions of
 * the one named before it: what is taken at one time or its strength, and how often.
 */
function toldDirections(context: CheckContext): Evidence[] {
  if (context.treatment.concepts !== undefined || !context.request.drug) return [];
  return context.documents.flatMap((document) => {
    const { reading, rows } = document;
    const frequencies = reading.values.filter(
      ({ value }) => value.kind === 'frequency' && value.perDay.high > 0,
    );
    const holding = new Set(frequencies.map(({ start }) => firstFrom(rows, start + 1) - 1));
    const found = [...holding].find((place) => {
      const row = rows[place];
      if (!row) return false;
      if (beginningIn(document.anchors, row).length > 0 || PAST.has(sectionOf(document, row)))
        return false;
      const values = valuesIn(document.reading, row).map(({ value }) => value);
      const isDirection =
        values.some(({ kind }) => kind === 'take' || kind === 'dose') &&
        values.some((value) => value.kind === 'frequency' && value.perDay.high > 0);
      return isDirection && isOf(context, lastNamed(document, place));
    });
    const row = found === undefined ? undefined : rows[found];
    return row ? [evidenceAt(document, row, 'supports')] : [];
  });
}

function sectionOf({ reading }: IndexedDocument, { section }: Sentence): string {
  return reading.sections[section]?.kind ?? '';
}

/** "As directed", "prn" in the request's own words. */
function openDirections({ request, documents }: CheckContext): Evidence[] {
  return request.passages.flatMap((passage) => {
    const document = documentById(documents, passage.document);
    if (!document) return [];
    return document.cues.has(Cue.openDirections, passage.start, passage.end)
      ? [{ ...passage, role: 'opposes' as const }]
      : [];
  });
}
