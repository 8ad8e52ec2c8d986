import type { Criterion } from '../../guidelines/pack.ts';
import { say } from '../../saying/said.ts';
import { isOfAllTime, isUndenied } from '../evidence/one-thing.ts';
import { isPleading } from '../evidence/pleading.ts';
import { shareWord, toldApart } from '../evidence/told-apart.ts';
import type { Evidence, Verdict } from '../review.ts';
import { isCounted } from './evidence-role.ts';
import {
  DAYS_APART,
  isDatedApart,
  isLongAfter,
  isNewer,
  isNow,
  supersedes,
  toldLater,
  wasThen,
} from './later.ts';
import { type Piece, type Side, sideOf } from './side.ts';

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

/** Whether all of it is said in a letter that argues for the request. */
function isPleaded(pieces: readonly Piece[]): boolean {
  return pieces.every(({ at }) => at !== undefined && isPleading(at.document, at.item));
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
