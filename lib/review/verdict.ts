import type { Criterion } from '../guidelines/pack.ts';
import type { DateValue } from '../language/mention.ts';
import { earliestDay, latestDay } from '../language/values/calendar.ts';
import { say } from '../saying/said.ts';
import { parseIso } from './evidence/dates.ts';
import { dayNamed, lastDayNamed, momentOf, namesDay } from './evidence/moment.ts';
import { isOfAllTime, isUndenied } from './evidence/one-thing.ts';
import { isPleading } from './evidence/pleading.ts';
import { type Step, stepOf } from './evidence/time-steps.ts';
import { shareWord, type Told, type ToldSide, toldApart, toldSide } from './evidence/told-apart.ts';
import { isCounted } from './evidence-role.ts';
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

/** What the evidence comes to. `not-applicable` is decided before, by the precondition. */
export interface Settled {
  verdict: Exclude<Verdict, 'not-applicable'>;
  /** The evidence with its final roles: what was superseded is history. */
  evidence: Evidence[];
}

/** Where an independent examiner's word is weighed against the treating side's. */
const SPLITS: ReadonlySet<Criterion['settle']> = new Set([
  'conflict',
  'newest',
  'ambiguous-weakens',
  'any-of',
]);

/** What is asked for may be one of several things, each with statements of its own. */
const OF_SEVERAL: ReadonlySet<Criterion['settle']> = new Set([
  'supports-win',
  'opposes-win',
  'any-of',
]);

/**
 * Three-valued at heart: supports, opposes, cannot tell. Claims and history never count. Support
 * and opposition conflict, unless the pack says which side holds, or one is newer by known dates.
 */
export function settle(pieces: readonly Piece[], how: Criterion['settle'] = 'conflict'): Settled {
  if (SPLITS.has(how) && split(pieces)) {
    return { verdict: 'conflicting', evidence: pieces.map((piece) => piece.evidence) };
  }
  const counted = strongest(pieces, how);
  const supports = counted.filter(({ evidence }) => evidence.role === 'supports');
  const firm = sideOf(supports.filter(({ leans }) => !leans));
  const opposes = counted.filter(
    (piece) => piece.evidence.role === 'opposes' && !givesWay(piece, firm, how),
  );
  const ambiguous = counted.some(({ evidence }) => evidence.role === 'ambiguous');
  const evidence = pieces.map((piece) => piece.evidence);

  if (supports.length > 0 && opposes.length > 0) {
    const [pro, contra] = [sideOf(supports), sideOf(opposes)];
    const isDecided =
      opposes.some(({ decisive }) => decisive) && !(wasThen(opposes) && isNow(supports));
    if (isDecided && !byTwoSpeakers(pro, contra)) return { verdict: 'not-met', evidence };
    if (contradict(pro, contra, how)) return { verdict: 'conflicting', evidence };
    if (opposes.some(({ deniesAll }) => deniesAll) && !isLongAfter(pro, contra)) {
      return { verdict: 'conflicting', evidence };
    }
    const isOfSeveral = OF_SEVERAL.has(how);
    if (isOfSeveral && standsBeside(supports, opposes, how)) {
      if (how === 'any-of' && isNewer(contra, pro)) return superseded('not-met', pieces, supports);
      return { verdict: how === 'opposes-win' ? 'not-met' : 'met', evidence };
    }
    // "never" denies what was told before it too
    if (isOfSeveral && speaksOfAllTime(opposes)) {
      return { verdict: 'conflicting', evidence };
    }
    const isOneSubject = how === 'newest' || how === 'newest-or-opposes' || isOfSeveral;
    // general words beside what speaks against them show no more than that both are said
    if (supports.every(({ leans }) => leans) && !isNewer(contra, pro)) {
      return { verdict: 'conflicting', evidence };
    }
    // of one event two accounts differ, whatever else is told beside them
    if ([supports, opposes].every((side) => side.some(({ ofOneEvent }) => ofOneEvent))) {
      return { verdict: 'conflicting', evidence };
    }
    const isDated = isDatedApart(pro, contra);
    const later = isDated ? undefined : toldLater(pro, contra);
    if ((isOneSubject || how === 'conflict') && later) {
      const [verdict, older] =
        later === pro ? (['met', opposes] as const) : (['not-met', supports] as const);
      if (speaksOfAllTime(verdict === 'met' ? supports : opposes))
        return { verdict: 'conflicting', evidence };
      return superseded(verdict, pieces, older);
    }
    if (isOneSubject && isPleaded(supports) !== isPleaded(opposes)) {
      return { verdict: 'conflicting', evidence };
    }
    if (isOneSubject || shareSubject(supports, opposes)) {
      if (isNewer(pro, contra)) return superseded('met', pieces, opposes);
      if (isNewer(contra, pro)) return superseded('not-met', pieces, supports);
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

/** Pieces that speak for one answer, and what is asked of all of them again and again. */
interface Side {
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

function sideOf(pieces: readonly Piece[]): Side {
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

/** Whether two tell it differently, and neither is the one to be believed. */
function contradict(supports: Side, opposes: Side, how: Criterion['settle']): boolean {
  // a plan that was put off is put off, whoever has another
  if (how === 'newest-or-opposes' || !byTwoSpeakers(supports, opposes)) return false;
  if (how === 'opposes-win' && opposes.pieces.some(({ computed }) => computed)) return false;
  // of several things each day may tell another
  return !(OF_SEVERAL.has(how) && isDatedApart(supports, opposes));
}

/** A newer statement gives way to no older one, where the newest holds. */
function givesWay(piece: Piece, firm: Side, how: Criterion['settle']): boolean {
  if (!piece.yields || firm.pieces.length === 0) return false;
  const alone = sideOf([piece]);
  if (byTwoSpeakers(alone, firm) || deniesAll(piece, firm.pieces)) return false;
  // a comparison tells of both times itself
  return !(how === 'newest' && (piece.computed ? isNewer(alone, firm) : supersedes(alone, firm)));
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

/** What counts: weak pieces only where there is nothing else, or where another tells the contrary. */
function strongest(pieces: readonly Piece[], how: Criterion['settle']): Piece[] {
  const counting = pieces.filter(({ evidence }) => isCounted(evidence.role));
  const strong = counting.filter(({ weak }) => !weak);
  if (strong.length === 0 || strong.length === counting.length) return counting;
  return counting.filter((piece) => !piece.weak || isContrary(piece, strong, how));
}

/** Whether somebody says the contrary of what all others say, or of what was so at an earlier time. */
function isContrary(piece: Piece, strong: readonly Piece[], how: Criterion['settle']): boolean {
  const { role } = piece.evidence;
  if (role === 'ambiguous' || strong.some(({ evidence }) => evidence.role === role)) return false;
  const decided = strong.filter(({ evidence }) => evidence.role !== 'ambiguous');
  if (decided.length === 0) return false;
  const [alone, rest] = [sideOf([piece]), sideOf(decided)];
  const isNewest = how === 'newest' && isNewer(alone, rest);
  if (isNewest || (wasThen(decided) && isNow([piece]))) return true;
  if (deniesAll(piece, decided)) return true;
  const [own, others] = [alone.told, rest.told];
  return toldApart(own, others) === 'by-two' && shareWord(own, others);
}

/** Whether one side, of several things, tells of what the other does not deny. */
function standsBeside(
  supports: readonly Piece[],
  opposes: readonly Piece[],
  how: Criterion['settle'],
): boolean {
  if (how === 'opposes-win') return opposes.some(isUndenied(opposes, supports));
  const stands = isUndenied(supports, opposes);
  return how === 'any-of' ? supports.every(stands) : supports.some(stands);
}

function speaksOfAllTime(pieces: readonly Piece[]): boolean {
  return pieces.some(({ at }) => at && isOfAllTime(at.document, at.item));
}

/** Whether one piece denies, in a sentence of its own, the very things that all others tell of. */
function deniesAll(piece: Piece, others: readonly Piece[]): boolean {
  const isApart = others.every(
    ({ at }) =>
      at?.document !== piece.at?.document || at?.item.sentence !== piece.at?.item.sentence,
  );
  return isApart && !others.some(isUndenied(others, [piece]));
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
function byTwoSpeakers(supports: Side, opposes: Side): boolean {
  const apart = toldApart(supports.told, opposes.told);
  if (apart === undefined) return false;
  if (apart === 'in-two-parts') {
    return shareWord(supports.told, opposes.told) && !isDatedApart(supports, opposes);
  }
  const [own, others] = [supports.days(), opposes.days()];
  // the last word of each: an older note of one of them is superseded by its own
  if (Number.isFinite(own.newest) && Number.isFinite(others.newest))
    return Math.abs(own.newest - others.newest) <= DAYS_APART;
  return Math.max(own.newest, others.newest) - Math.min(own.first, others.first) <= DAYS_APART;
}

function isDatedApart(supports: Side, opposes: Side): boolean {
  return isNewer(supports, opposes) || isNewer(opposes, supports);
}

/** Whether one side is of so much later that what it tells may have come about since. */
function isLongAfter(side: Side, other: Side): boolean {
  return isNewer(side, other) && side.days().newest - other.days().last > DAYS_APART;
}

/** Whether all of it is said in a letter that argues for the request. */
function isPleaded(pieces: readonly Piece[]): boolean {
  return pieces.every(({ at }) => at !== undefined && isPleading(at.document, at.item));
}

/** Whether all of it is told of an earlier time than the rest: "in March there was one". */
function wasThen(pieces: readonly Piece[]): boolean {
  return pieces.every(({ at }) => at !== undefined && momentOf(at.document, at.item) === 'then');
}

/** Whether all of it is said to be so now. */
function isNow(pieces: readonly Piece[]): boolean {
  return pieces.every(({ at }) => at !== undefined && momentOf(at.document, at.item) === 'now');
}

/** Whether one side is of a later time than the other, by their days or by their words. */
function supersedes(side: Side, other: Side): boolean {
  if (isDatedApart(side, other)) return isNewer(side, other);
  return inRow(side, other) === side || (wasThen(other.pieces) && isNow(side.pieces));
}

/** The side that within one note is told of a later time than the other; undefined where neither is. */
function toldLater(one: Side, other: Side): Side | undefined {
  const later = inRow(one, other);
  if (later) return later;
  const [was, otherWas] = [wasThen(one.pieces), wasThen(other.pieces)];
  if (was === otherWas) return undefined;
  return was ? other : one;
}

/** The side that is of a later visit of a row, or of a later day that its clauses name. */
function inRow(one: Side, other: Side): Side | undefined {
  for (const isLater of [isLaterStep, isLaterDay]) {
    if (isLater(one, other)) return one;
    if (isLater(other, one)) return other;
  }
  return undefined;
}

/**
 * Whether one side's newest statement is later than all of the other's: every date must be known, but
 * what is so now is later than what was so before the last day that its text names.
 */
function isNewer(side: Side, other: Side): boolean {
  const isOfTwoPapers = side.pieces.every(({ evidence: { document } }) =>
    other.pieces.every(({ evidence }) => evidence.document !== document),
  );
  const [own, others] = [side.days(isOfTwoPapers), other.days(isOfTwoPapers)];
  if (!others.isComplete) return false;
  if (own.isComplete) return others.last < own.newest;
  if (side.pieces.every((piece) => isOfNoteAfter(piece, others.last))) return true;
  return side.pieces.every(
    ({ evidence, at }) =>
      evidence.date !== undefined ||
      (at !== undefined &&
        momentOf(at.document, at.item) === 'now' &&
        others.last < (lastDayNamed(at.document) ?? others.last)),
  );
}

/** Whether a piece without a day of its own stands in a note of long after a day. */
function isOfNoteAfter({ evidence: { date, documentDate } }: Piece, day: number): boolean {
  const note = date === undefined && documentDate ? parseIso(documentDate) : undefined;
  return note !== undefined && earliestDay(note) - day > DAYS_APART;
}

/** Whether one side is of a later visit or week of the same row than all of the other. */
function isLaterStep(side: Side, other: Side): boolean {
  const own = side.lastStep();
  const others = own && other.lastStep();
  return others !== undefined && own?.row === others.row && others.at < own.at;
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

/** Whether one side is of a later day, as the clauses of both name it or, where they name none, their notes. */
function isLaterDay(side: Side, other: Side): boolean {
  const own = side.daysNamed();
  const others = own && other.daysNamed();
  return others !== undefined && own !== undefined && others.last < own.newest;
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

function superseded(
  verdict: 'met' | 'not-met',
  pieces: readonly Piece[],
  older: readonly Piece[],
): Settled {
  const isOlder = new Set(older);
  const evidence = pieces.map((piece): Evidence => {
    if (!isOlder.has(piece)) return piece.evidence;
    return { ...piece.evidence, role: 'history', why: say('why_superseded') };
  });
  return { verdict, evidence };
}
