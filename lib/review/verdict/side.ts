/** The pieces of evidence of one side, with the days and steps they are of. */
import type { DateValue } from '../../language/mention.ts';
import { earliestDay, latestDay } from '../../language/values/calendar.ts';
import { parseIso } from '../evidence/dates.ts';
import { dayNamed, namesDay } from '../evidence/moment.ts';
import { type Step, stepOf } from '../evidence/time-steps.ts';
import { type Told, type ToldSide, toldSide } from '../evidence/told-apart.ts';
import type { Evidence } from '../review.ts';

/** Evidence with what it is about: a newer statement supersedes an older one of the same subject. */
export interface Piece {
  evidence: Evidence;
  /** Concept id, or the name of a computation. */
  subject: string;
  /** Counts only where nothing stronger is found. */
  weak?: boolean;
  /** Said by an examiner whom neither side treats with. */
  independent?: boolean;
  /** Counts only where nothing supports. */
  yields?: boolean;
  /** Counts only because the other side is told too. */
  leans?: boolean;
  /** Opposing it, it holds whatever supports. */
  decisive?: boolean;
  /** Opposing it, it denies all drugs that the other side names. */
  deniesAll?: boolean;
  /** Of a computation: a length, an amount. */
  computed?: boolean;
  /** Of a computation that holds numbers of one measure against each other. */
  measured?: boolean;
  /** An account of one past event, which no later account of it supersedes. */
  ofOneEvent?: boolean;
  /** Where it was found. */
  at?: Told | undefined;
}

/** Pieces that speak for one answer, and what is asked of all of them again and again. */
export interface Side {
  pieces: readonly Piece[];
  told: ToldSide;
  /** The days they are of; those of their documents, where no day of their own is known, if asked. */
  days(ofDocuments?: boolean): Days;
  /** The days that their clauses name, or else those of their notes; undefined where one has none. */
  daysNamed(): Days | undefined;
  /** The last step of the row of visits or weeks that all are of; undefined where they are of none. */
  lastStep(): Step | undefined;
}

/** First days, counted from 1970, of all whose day is known, and the last day of any. */
interface Days {
  first: number;
  newest: number;
  last: number;
  /** Whether each is known. */
  isComplete: boolean;
}

export function sideOf(pieces: readonly Piece[]): Side {
  const own = once(() => daysOf(pieces));
  const ofAll = once(() => daysOf(pieces, true));
  return {
    pieces,
    told: toldSide(pieces.map(({ at }) => at)),
    days: (ofDocuments = false) => (ofDocuments ? ofAll() : own()),
    daysNamed: once(() => daysNamedOf(pieces)),
    lastStep: once(() => lastStepOf(pieces)),
  };
}

/** What is worked out when it is first asked for; `undefined` is an answer too. */
function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function lastStepOf(pieces: readonly Piece[]): Step | undefined {
  let last: Step | undefined;
  for (const { at } of pieces) {
    const step = at && stepOf(at.document, at.item);
    if (!step || (last && step.row !== last.row)) return undefined;
    if (!last || step.at > last.at) last = step;
  }
  return last;
}

function daysNamedOf(pieces: readonly Piece[]): Days | undefined {
  const days: DateValue[] = [];
  for (const { at, evidence, computed } of pieces) {
    const day = at && dayNamed(at.document, at.item, computed);
    const isNamed = day || (at && namesDay(at.document, at.item));
    const date = isNamed || evidence.date === undefined ? day : parseIso(evidence.date);
    if (!date) return undefined;
    days.push(date);
  }
  return spanOf(days);
}

function daysOf(pieces: readonly Piece[], ofDocuments = false): Days {
  return spanOf(
    pieces.map(({ evidence }) => {
      const day = evidence.date ?? (ofDocuments ? evidence.documentDate : undefined);
      return day === undefined ? undefined : parseIso(day);
    }),
  );
}

function spanOf(dates: readonly (DateValue | undefined)[]): Days {
  const of: Days = {
    first: Number.POSITIVE_INFINITY,
    newest: Number.NEGATIVE_INFINITY,
    last: Number.NEGATIVE_INFINITY,
    isComplete: true,
  };
  for (const date of dates) {
    if (date === undefined) {
      of.isComplete = false;
      continue;
    }
    const first = earliestDay(date);
    of.first = Math.min(of.first, first);
    of.newest = Math.max(of.newest, first);
    of.last = Math.max(of.last, latestDay(date));
  }
  return of;
}
