import type { Criterion } from '../guidelines/pack.ts';
import { earliestDay, latestDay } from '../language/values/calendar.ts';
import { say } from '../saying/said.ts';
import type { IndexedDocument } from './evidence/case-index.ts';
import { parseIso } from './evidence/dates.ts';
import { momentOf } from './evidence/moment.ts';
import { isPleading } from './evidence/pleading.ts';
import type { Place } from './evidence/scopes.ts';
import { shareWord, toldApart } from './evidence/told-apart.ts';
import type { Evidence, Verdict } from './review.ts';

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
  /** Of a computation: a length, an amount. */
  computed?: boolean;
  /** An account of one past event, which no later account of it supersedes. */
  ofOneEvent?: boolean;
  /** Where it was found. */
  at?: { document: IndexedDocument; item: Place } | undefined;
}

/** What the evidence comes to. `not-applicable` is decided before, by the precondition. */
export interface Settled {
  verdict: Exclude<Verdict, 'not-applicable'>;
  /** The evidence with its final roles: what was superseded is history. */
  evidence: Evidence[];
}

const COUNTING: ReadonlySet<Evidence['role']> = new Set(['supports', 'opposes', 'ambiguous']);

/**
 * Three-valued at heart: supports, opposes, cannot tell. Claims and history never count. Support
 * and opposition conflict, unless the pack says which side holds, or one is newer by known dates.
 */
export function settle(pieces: readonly Piece[], how: Criterion['settle'] = 'conflict'): Settled {
  if (split(pieces) && (how === 'conflict' || how === 'newest' || how === 'ambiguous-weakens')) {
    return { verdict: 'conflicting', evidence: pieces.map((piece) => piece.evidence) };
  }
  const counted = strongest(pieces);
  const supports = counted.filter(({ evidence }) => evidence.role === 'supports');
  const opposes = counted.filter(
    (piece) => piece.evidence.role === 'opposes' && !givesWay(piece, supports, how),
  );
  const ambiguous = counted.some(({ evidence }) => evidence.role === 'ambiguous');
  const evidence = pieces.map((piece) => piece.evidence);

  if (supports.length > 0 && opposes.length > 0) {
    if (opposes.some(({ decisive }) => decisive)) return { verdict: 'not-met', evidence };
    if (contradict(supports, opposes, how)) return { verdict: 'conflicting', evidence };
    if (how === 'supports-win') return { verdict: 'met', evidence };
    if (how === 'opposes-win') return { verdict: 'not-met', evidence };
    if (how === 'any-of') {
      return isNewer(opposes, supports)
        ? superseded('not-met', pieces, supports)
        : { verdict: 'met', evidence };
    }
    const isOneSubject = how === 'newest' || how === 'newest-or-opposes';
    // general words beside what speaks against them show no more than that both are said
    if (supports.every(({ leans }) => leans) && !isNewer(opposes, supports)) {
      return { verdict: 'conflicting', evidence };
    }
    if ([...supports, ...opposes].every(({ ofOneEvent }) => ofOneEvent)) {
      return { verdict: 'conflicting', evidence };
    }
    const isDated = isDatedApart(supports, opposes);
    if (
      (isOneSubject || how === 'conflict') &&
      !isDated &&
      wasThen(opposes) !== wasThen(supports)
    ) {
      const [verdict, older] = wasThen(opposes)
        ? (['met', opposes] as const)
        : (['not-met', supports] as const);
      return superseded(verdict, pieces, older);
    }
    if (isOneSubject && isPleaded(supports) !== isPleaded(opposes)) {
      return { verdict: 'conflicting', evidence };
    }
    if (isOneSubject || shareSubject(supports, opposes)) {
      if (isNewer(supports, opposes)) return superseded('met', pieces, opposes);
      if (isNewer(opposes, supports)) return superseded('not-met', pieces, supports);
    }
    return { verdict: how === 'newest-or-opposes' ? 'not-met' : 'conflicting', evidence };
  }
  if (supports.length > 0) {
    const verdict = how === 'ambiguous-weakens' && ambiguous ? 'unclear' : 'met';
    return { verdict, evidence };
  }
  if (opposes.length > 0) return { verdict: 'not-met', evidence };
  return { verdict: ambiguous ? 'unclear' : 'not-documented', evidence };
}

/** Whether two tell it differently, and neither is the one to be believed. */
function contradict(
  supports: readonly Piece[],
  opposes: readonly Piece[],
  how: Criterion['settle'],
): boolean {
  // a plan that was put off is put off, whoever has another
  if (how === 'newest-or-opposes' || !byTwoSpeakers(supports, opposes)) return false;
  if (how === 'opposes-win' && opposes.some(({ computed }) => computed)) return false;
  // of several things each day may tell another
  const ofSeveral = how === 'supports-win' || how === 'opposes-win' || how === 'any-of';
  return !(ofSeveral && isDatedApart(supports, opposes));
}

/** A newer statement gives way to no older one, where the newest holds. */
function givesWay(piece: Piece, supports: readonly Piece[], how: Criterion['settle']): boolean {
  const firm = supports.filter(({ leans }) => !leans);
  if (!piece.yields || firm.length === 0 || byTwoSpeakers([piece], firm)) return false;
  return !(how === 'newest' && isNewer([piece], firm));
}

/**
 * Whether the treating side says one thing and an independent examiner the other: neither supersedes
 * the other, whichever is newer and however normal an examination.
 */
function split(pieces: readonly Piece[]): boolean {
  const of = (role: Evidence['role']) => pieces.filter(({ evidence }) => evidence.role === role);
  const [supports, opposes] = [of('supports'), of('opposes')];
  if (supports.length === 0 || opposes.length === 0) return false;
  const all = (side: readonly Piece[], independent: boolean) =>
    side.every((piece) => (piece.independent ?? false) === independent);
  return (
    (all(supports, true) && all(opposes, false)) || (all(supports, false) && all(opposes, true))
  );
}

/** What counts: weak pieces only where there is nothing else. */
function strongest(pieces: readonly Piece[]): Piece[] {
  const counting = pieces.filter(({ evidence }) => COUNTING.has(evidence.role));
  const strong = counting.filter(({ weak }) => !weak);
  return strong.length > 0 ? strong : counting;
}

function shareSubject(a: readonly Piece[], b: readonly Piece[]): boolean {
  const subjects = new Set(a.map(({ subject }) => subject));
  return b.some(({ subject }) => subjects.has(subject));
}

/** Findings of two examiners further apart are of two states, not of two opinions. */
const DAYS_APART = 90;

/**
 * Whether each side is told by somebody who is named, and not the same, about the same time. Parts of
 * one note contradict each other where they speak of one thing.
 */
function byTwoSpeakers(supports: readonly Piece[], opposes: readonly Piece[]): boolean {
  const [one, other] = [supports, opposes].map((side) => side.map(({ at }) => at));
  const apart = toldApart(one ?? [], other ?? []);
  if (apart === undefined) return false;
  if (apart === 'in-two-parts') {
    return shareWord(one ?? [], other ?? []) && !isDatedApart(supports, opposes);
  }
  const all = [...supports, ...opposes].flatMap((piece) => days(piece)?.first ?? []);
  return Math.max(...all) - Math.min(...all) <= DAYS_APART || all.length === 0;
}

function isDatedApart(supports: readonly Piece[], opposes: readonly Piece[]): boolean {
  return isNewer(supports, opposes) || isNewer(opposes, supports);
}

/** Whether all of it is said in a letter that argues for the request. */
function isPleaded(pieces: readonly Piece[]): boolean {
  return pieces.every(({ at }) => at !== undefined && isPleading(at.document, at.item));
}

/** Whether all of it is told of an earlier time than the rest: "in March there was one". */
function wasThen(pieces: readonly Piece[]): boolean {
  return pieces.every(({ at }) => at !== undefined && momentOf(at.document, at.item) === 'then');
}

/** Whether one side's newest statement is later than all of the other's; every date must be known. */
function isNewer(side: readonly Piece[], other: readonly Piece[]): boolean {
  const own = side.map(days);
  const others = other.map(days);
  if (own.includes(undefined) || others.includes(undefined)) return false;
  const newest = Math.max(...own.map((range) => range?.first ?? Number.NEGATIVE_INFINITY));
  return others.every((range) => range !== undefined && range.last < newest);
}

function days({ evidence }: Piece): { first: number; last: number } | undefined {
  const date = evidence.date === undefined ? undefined : parseIso(evidence.date);
  return date && { first: earliestDay(date), last: latestDay(date) };
}

function superseded(
  verdict: 'met' | 'not-met',
  pieces: readonly Piece[],
  older: readonly Piece[],
): Settled {
  const evidence = pieces.map((piece): Evidence => {
    if (!older.includes(piece)) return piece.evidence;
    return { ...piece.evidence, role: 'history', why: say('why_superseded') };
  });
  return { verdict, evidence };
}
