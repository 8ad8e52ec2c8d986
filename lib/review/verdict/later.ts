/** Which of two sides is told of a later time: by the days of its evidence, its steps, or its words. */
import { earliestDay } from '../../language/values/calendar.ts';
import { parseIso } from '../evidence/dates.ts';
import { lastDayNamed, momentOf } from '../evidence/moment.ts';
import type { Piece, Side } from './side.ts';

/** Findings of two examiners further apart are of two states, not of two opinions. */
export const DAYS_APART = 90;

export function isDatedApart(supports: Side, opposes: Side): boolean {
  return isNewer(supports, opposes) || isNewer(opposes, supports);
}

/** Whether one side is of so much later that what it tells may have come about since. */
export function isLongAfter(side: Side, other: Side): boolean {
  return isNewer(side, other) && side.days().newest - other.days().last > DAYS_APART;
}

/** Whether all of it is told of an earlier time than the rest: "in March there was one". */
export function wasThen(pieces: readonly Piece[]): boolean {
  return pieces.every(({ at }) => at !== undefined && momentOf(at.document, at.item) === 'then');
}

/** Whether all of it is said to be so now. */
export function isNow(pieces: readonly Piece[]): boolean {
  return pieces.every(({ at }) => at !== undefined && momentOf(at.document, at.item) === 'now');
}

/** Whether one side is of a later time than the other, by their days or by their words. */
export function supersedes(side: Side, other: Side): boolean {
  if (isDatedApart(side, other)) return isNewer(side, other);
  return inRow(side, other) === side || (wasThen(other.pieces) && isNow(side.pieces));
}

/** The side that within one note is told of a later time than the other; undefined where neither is. */
export function toldLater(one: Side, other: Side): Side | undefined {
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
export function isNewer(side: Side, other: Side): boolean {
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

/** Whether one side is of a later day, as the clauses of both name it or, where they name none, their notes. */
function isLaterDay(side: Side, other: Side): boolean {
  const own = side.daysNamed();
  const others = own && other.daysNamed();
  return others !== undefined && own !== undefined && others.last < own.newest;
}
