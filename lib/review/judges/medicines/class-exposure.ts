import type { Settings } from '../../../guidelines/judge-use.ts';
import {
  classExposure,
  type Exposure,
  type Sighting,
} from '../../../language/medications/exposure.ts';
import { unitsPerDay } from '../../../language/medications/supply.ts';
import type { Mention } from '../../../language/mention.ts';
import { type MessageKey, type Said, say } from '../../../saying/said.ts';
import {
  conceptsOf,
  type IndexedDocument,
  mentionsWithin,
  sentenceAt,
} from '../../evidence/case-index.ts';
import { evidenceAt } from '../../evidence/passage.ts';
import { scopeOf } from '../../evidence/scopes.ts';
import { areToldByTwo } from '../../evidence/speaker.ts';
import { drawnExposure } from '../../pictures/drawn-exposure.ts';
import type { Evidence, EvidenceRole } from '../../review.ts';
import { type Judge, type JudgeContext, NOTHING } from '../judge.ts';
import { limitsFor, measureAgainst, otherSide } from '../limits.ts';
import { isDone, type Placed } from '../places.ts';
import { saidAmount } from '../said-amount.ts';
import { daysBetween } from '../symptoms/symptom-since.ts';
import { firstSeen, type Seen, seenInCase, toldAsLong, toldOfIt } from './class-sightings.ts';
import { takesOfClass, toldOfClass } from './class-words-since.ts';
import { toldAsFirst } from './first-use.ts';
import { isRenewal, isRenewedRequest } from './renewal.ts';

/**
 * How long drugs of a class have been taken, up to the end of the supply that is asked for. The
 * first mention is not the start, so use before the request is a least: it can exceed a limit and
 * never keeps it, unless the record says that the drug was started there.
 */
export const judgeClassExposure: Judge<Settings<'class-exposure'>> = (settings, context) => {
  const limits = limitsFor(context, 'days');
  if (limits.length === 0) return NOTHING;
  const classes = settings.classes ?? classesOfRequest(context);
  const seen = [
    ...seenInCase(classes, context),
    ...firstSeen(classes, context, settings.seen),
    ...toldOfIt(classes, context),
    ...toldOfClass(classes, context),
    ...toldAsLong(classes, context),
  ];
  const requestedDays =
    context.request?.parts.requestedDays?.low ??
    daysByRecord(context) ??
    fewestDays(settings, context);
  const exposure = classExposure(
    seen.map(({ sighting }) => sighting),
    {
      asOf: context.asOf,
      ...(requestedDays !== undefined && { requestedDays }),
      ...(settings.gapDays !== undefined && { refillDays: settings.gapDays }),
    },
  );
  const before = exposure.current?.days ?? 0;
  const days = exposure.daysWithRequest ?? before;
  const mostRequested = requestedDays ?? unitsRequested(context);
  const evidence = (role: EvidenceRole) => [
    ...sightingEvidence(exposure, seen, role),
    ...requestEvidence(context, role),
  ];
  if (days === 0 && mostRequested === undefined) {
    if (!takenBefore(seen, exposure, context)) return NOTHING;
    return { evidence: evidence('ambiguous'), reason: say('finding_supply_length_unknown') };
  }
  const first = toldAsFirst(classes, context);
  const known =
    mostRequested !== undefined &&
    (startIsKnown(exposure, seen, settings, context) || (before === 0 && first.length > 0));
  const high = known ? before + mostRequested : Number.POSITIVE_INFINITY;
  const { role, limits: measured } = measureAgainst({ low: days, high }, 'days', limits);
  const text = saidDays(days, high);
  const contrary = otherSide(role);
  const told = otherStarts(exposure, seen).filter(({ sighting }) => {
    const used = daysBetween(sighting.date, context.asOf).low + (requestedDays ?? 0);
    return measureAgainst({ low: used, high: used }, 'days', limits).role === contrary;
  });
  return {
    evidence: [
      ...evidence(role),
      ...(known ? first.map((each) => firstPiece(each, role)) : []),
      ...told.map((other) => sightingPiece(other, contrary ?? role)),
    ],
    measure: {
      text,
      working: workingOf(exposure, requestedDays),
      amount: days,
      unit: 'days',
      limits: measured,
      exposure: drawnExposure({ exposure, seen, requestedDays, mostRequested }, context),
    },
    reason: say(
      before > 0 && requestedDays !== undefined ? 'finding_with_supply' : 'as_sentence',
      text,
    ),
  };
};

/** Starts of the use that counts as somebody else tells them than the one who tells the first. */
function otherStarts({ current }: Exposure, seen: readonly Seen[]): Seen[] {
  const first = seen.find(({ sighting }) => sighting === current?.sightings[0]);
  if (!first) return [];
  return seen.filter((other) => {
    const { kind, drug } = other.sighting;
    if (drug !== first.sighting.drug || (kind !== 'since' && kind !== 'started')) return false;
    return areToldByTwo(placedAt(first), placedAt(other));
  });
}

/** A sighting at its place. */
function placedAt({ document, sighting }: Seen) {
  const sentence = sentenceAt(document.reading, sighting.start);
  return { document, place: { ...sighting, sentence } };
}

function saidDays(low: number, high: number): Said {
  if (low === high) return saidAmount(low, 'days');
  return low === 0 && Number.isFinite(high)
    ? say('amount_at_most', saidAmount(high, 'days'))
    : say('amount_at_least', saidAmount(low, 'days'));
}

/** Without directions a supply lasts at most a day a unit. */
function unitsRequested({ request }: JudgeContext): number | undefined {
  const quantities = request?.parts.quantities ?? [];
  if (quantities.length === 0) return undefined;
  const refills = Math.max(0, ...(request?.parts.refills ?? []).map(({ value }) => value));
  return Math.max(...quantities.map(({ value }) => value)) * (1 + refills);
}

/** The supply by the directions that the record gives for the drug, where the request has none. */
function daysByRecord({ index, request }: JudgeContext): number | undefined {
  const [quantity] = request?.parts.quantities ?? [];
  const drug = request?.drug?.id;
  if (!quantity || drug === undefined) return undefined;
  const refills = Math.max(0, ...(request?.parts.refills ?? []).map(({ value }) => value));
  const paces = index.documents.flatMap(({ reading }) =>
    reading.medications.flatMap((statement) => {
      const time = reading.mentions.at(statement.mention)?.assertion.time;
      const pace = statement.drug === drug && time === 'current' && unitsPerDay(statement);
      return pace ? [pace.perDay.high] : [];
    }),
  );
  if (paces.length === 0) return undefined;
  return Math.floor((quantity.value * (1 + refills)) / Math.max(...paces));
}

/** The shortest that a supply without directions can last, where a drug is taken so many times a day at most. */
function fewestDays(
  { mostPerDay }: Settings<'class-exposure'>,
  context: JudgeContext,
): number | undefined {
  const units = unitsRequested(context);
  return mostPerDay !== undefined && units !== undefined
    ? Math.floor(units / mostPerDay)
    : undefined;
}

function classesOfRequest({ index, request }: JudgeContext): string[] {
  return request ? (index.rulebook.treatments.get(request.treatment)?.drugClasses ?? []) : [];
}

/** Concept of the shipped packs, where a pack names no other. */
const STARTED = 'medicine-started';

/** Nothing was taken before, or the record says that the first one seen was the start. */
function startIsKnown(
  exposure: Exposure,
  seen: readonly Seen[],
  { started = STARTED }: Settings<'class-exposure'>,
  context: JudgeContext,
): boolean {
  const { current } = exposure;
  const first = current?.sightings[0];
  if (!first || current.days === 0)
    return !isRenewedRequest(context) && !takenBefore(seen, exposure, context);
  if (first.kind === 'since' || first.kind === 'started') return true;
  const document = seen.find(({ sighting }) => sighting === first)?.document;
  if (!document) return false;
  const place = { ...first, sentence: sentenceAt(document.reading, first.start) };
  const sentence = scopeOf(document, place, 'sentence');
  const concepts = conceptsOf(started, context.index.rulebook, context.request);
  if (mentionsWithin(document, concepts, sentence).length > 0) return true;
  return isShortCourse(first, document) && !isRenewal(document, sentence, context);
}

/** A supply of no more days is a course of its own, where nothing says that it is renewed. */
const SHORT_COURSE_DAYS = 14;

/** "Robaxin 500 on 6/7 #20 qid": handed out for some days; a list of medicines tells of no course. */
function isShortCourse({ supplyDays, continued, start }: Sighting, document: IndexedDocument) {
  const { sentences, sections } = document.reading;
  const section = sections[sentences[sentenceAt(document.reading, start)]?.section ?? -1];
  return (
    supplyDays !== undefined &&
    supplyDays <= SHORT_COURSE_DAYS &&
    continued !== true &&
    section?.kind !== 'medications'
  );
}

/** A drug of the class named as taken, with no date: use of unknown length. Earlier runs are over. */
function takenBefore(seen: readonly Seen[], { history }: Exposure, context: JudgeContext): boolean {
  if (takesOfClass(classesOfRequest(context), context)) return true;
  const requested = context.request?.passages ?? [];
  const over = new Set(history.flatMap(({ sightings }) => sightings));
  return seen.some(
    ({ document, sighting }) =>
      sighting.kind === 'mention' &&
      !over.has(sighting) &&
      !isDecided(document, sighting) &&
      !requested.some(
        (passage) =>
          passage.document === document.document.id &&
          passage.start < sighting.end &&
          sighting.start < passage.end,
      ) &&
      mentionAt(document, sighting) !== undefined,
  );
}

/** A line of a decision or of a list of requests names what is asked for. */
function isDecided(document: IndexedDocument, { start }: Sighting): boolean {
  const { sentences, sections } = document.reading;
  const section = sections[sentences[sentenceAt(document.reading, start)]?.section ?? -1];
  return section?.kind === 'decision' || section?.kind === 'request';
}

function mentionAt(document: IndexedDocument, { drug, start }: Sighting): Mention | undefined {
  return document.mentions
    .get(`drug:${drug}`)
    ?.find((mention) => mention.start === start && isDone(mention));
}

/** The first and the last statement of the run that counts. */
function sightingEvidence(
  { current, history }: Exposure,
  seen: readonly Seen[],
  role: EvidenceRole,
): Evidence[] {
  const piece = (sighting: Sighting | undefined, as: EvidenceRole): Evidence[] => {
    const found = sighting && seen.find((each) => each.sighting === sighting);
    return found ? [sightingPiece(found, as)] : [];
  };
  const run = current?.sightings ?? [];
  return [
    ...piece(run[0], role),
    ...(run.length > 1 ? piece(run.at(-1), role) : []),
    ...piece(history.at(-1)?.sightings[0], 'history'),
  ];
}

function sightingPiece(seen: Seen, role: EvidenceRole): Evidence {
  const { document, place } = placedAt(seen);
  return evidenceAt(document, place, role, say(WHY[seen.sighting.kind]));
}

function firstPiece({ document, item }: Placed<Mention>, role: EvidenceRole): Evidence {
  return evidenceAt(document, item, role, say('why_not_taken_before'));
}

const WHY: Record<Sighting['kind'], MessageKey> = {
  mention: 'why_taken_or_prescribed',
  since: 'why_taken_since',
  started: 'why_started',
  stopped: 'why_taken_until',
  request: 'why_asked_for',
};

function requestEvidence({ request }: JudgeContext, role: EvidenceRole): Evidence[] {
  return (request?.passages ?? [])
    .slice(0, 1)
    .map((passage) => ({ ...passage, role, why: say('why_supply_asked_for') }));
}

function workingOf({ working, current }: Exposure, requestedDays: number | undefined): Said[] {
  return current || requestedDays === undefined
    ? working
    : [...working, say('working_days_asked', requestedDays)];
}
