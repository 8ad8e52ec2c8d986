import type { MedicationStatement, Sentence, Value } from '../../language/mention.ts';
import { say } from '../../saying/said.ts';
import { documentById } from '../evidence/case-index.ts';
import { countWords } from '../requests/connecting-words.ts';
import { Cue, firstFrom } from '../requests/cues.ts';
import type { IndexedDocument } from '../requests/find-requests.ts';
import { valuesIn } from '../requests/traits.ts';
import type { Evidence } from '../review.ts';
import { type CheckContext, type CheckResult, evidenceAt } from './check-context.ts';
import { FEW_WORDS, isOfPast, toldOf } from './told-of.ts';

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
    const needsAmount = treatment.concepts !== undefined && !withFrequency.some(namesAmount);
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

/** How much of a topical is used at one time: "1 patch", "2 pumps"; a patch is worn "12 on, 12 off". */
const APPLIED =
  /\b(?:\d|one|two|three|four)\s+(?:patch|patches|pumps?|g|gm|grams?|ml|to)\b|\bone (?:daily|(?:a|per|each|every) (?:day|night))\b|\b12(?: ?h(?:ou)?rs?)? on\b/i;

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
  document: IndexedDocument,
): MedicationStatement[] {
  const { medications, mentions, sentences } = document.reading;
  return medications.filter((statement) => {
    if (statement.drug !== request.drug?.id) return false;
    const section = sentences[statement.sentence]?.section ?? -1;
    const { time, subject, presence, voice } = mentions.at(statement.mention)?.assertion ?? {};
    if (subject === 'other' || presence === 'negated' || voice === 'guideline') return false;
    return time !== 'past' && !isOfPast(document, section);
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

/** Less often than this a drug is renewed and not taken: "renewed monthly". */
const FORTNIGHTLY = 1 / 14;

/** A frequency that can be counted, or a dose tied to an event; "as needed" alone is neither. */
function isSchedule({ document, statement }: Stated): boolean {
  if (statement.frequency !== undefined && statement.frequency.perDay.high >= FORTNIGHTLY)
    return true;
  const sentence = document.reading.sentences[statement.sentence];
  const end = Math.min(sentence?.end ?? statement.end, statement.end + EVENT_WITHIN);
  const { take, strength } = statement;
  if (!take && !strength) return false;
  if (strength && A_DAY.test(document.reading.text.slice(strength.end, end))) return true;
  return document.cues.has(Cue.eventDirections, statement.start, end);
}

/** "Celebrex two hundred a day": the strength is what is taken. */
const A_DAY = /^ (?:a|per|each|every) day\b/i;

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
 * the one named before it: what is taken at one time or its strength, and how often; in few words how
 * often is enough.
 */
function toldDirections(context: CheckContext): Evidence[] {
  if (!context.request.drug) return [];
  const needsAmount = context.treatment.concepts !== undefined;
  return context.documents.flatMap((document) => {
    const { reading, rows, cues } = document;
    const timed = [
      ...reading.values.filter(({ value }) => isFrequency(value)),
      ...cues.all(Cue.eventDirections),
    ];
    const holding = timed.map(({ start }) => firstFrom(rows, start + 1) - 1);
    const found = toldOf(context, document, holding).find((row) => {
      const values = valuesIn(reading, row).map(({ value }) => value);
      const words = reading.text.slice(row.start, row.end);
      const isFew =
        isTakenSo(document, row) || (countWords(words) <= FEW_WORDS && OPENS.test(words));
      const isAmount = values.some(
        (value) => value.kind === 'take' || value.kind === 'dose' || (isFew && isStrength(value)),
      );
      return isAmount || (isFew && !needsAmount && values.some(isFrequency));
    });
    return found ? [evidenceAt(document, found, 'supports')] : [];
  });
}

/** "Patient says she uses it every eight hours"; in "is taking it and walks twice a day" how often is of the walks. */
function isTakenSo({ reading }: IndexedDocument, row: Sentence): boolean {
  return valuesIn(reading, row).some(
    ({ value, start }) => isFrequency(value) && TAKES_IT.test(reading.text.slice(row.start, start)),
  );
}

const TAKES_IT =
  /\b(?:takes?|taking|uses?|using) (?:it|this|that|them|these|one)(?: (?!(?:and|but|he|she|they|pt|I)\b)[a-z']+){0,3},? $/i;
/** "It's once a day.", "350 at night."; "He walks twice a day" tells of no drug. */
const OPENS =
  /^\W*(?:it|that|this|takes?|taken|taking|one|two|half|once|twice|three|four|at|every|each|daily|nightly|sig|bid|tid|qid|q|\d)/i;

function isFrequency(value: Value): boolean {
  return value.kind === 'frequency' && value.perDay.high > 0;
}

/** A bare number that may be a strength: "350 at night". */
function isStrength(value: Value): boolean {
  return value.kind === 'number' && value.amount.low >= SMALLEST_STRENGTH;
}

/** A smaller number is no strength: it counts what is taken. */
export const SMALLEST_STRENGTH = 5;

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
