/** What of the evidence still stands: it was not given up, put right, taken back or of a time before. */
import type { Criterion } from '../../guidelines/pack.ts';
import { say } from '../../saying/said.ts';
import { answeredLater } from '../evidence/answered-later.ts';
import { isBygone, isNoMoreSo } from '../evidence/bygone.ts';
import { deniedByOther, givenUpBehind, isBackNow } from '../evidence/given-up.ts';
import { evidenceAt } from '../evidence/passage.ts';
import { corrections, deniedBehind, isPutRight, isTakenBack } from '../evidence/put-right.ts';
import { isRetracted } from '../evidence/retraction.ts';
import { shareWord, toldSide } from '../evidence/told-apart.ts';
import { asHistory, isCounted, isOnASide } from './evidence-role.ts';
import type { Piece } from './side.ts';

/** The pieces as they stand now, for a criterion. */
export function standingNow(pieces: readonly Piece[], criterion: Criterion): Piece[] {
  return withoutRetracted(
    withoutBygone(pieces, criterion).flatMap((piece) => asLeftNow(piece, criterion)),
  );
}

/** What was so before the injury is history where now is asked about, and beside what is told of later. */
function withoutBygone(
  pieces: readonly Piece[],
  { lasts = false, ofNow = lasts }: Criterion,
): readonly Piece[] {
  const bygone = new Set(
    pieces.filter(
      ({ at, evidence, computed }) =>
        at && isCounted(evidence.role) && isBygone(at.document, at.item, computed),
    ),
  );
  if (bygone.size === 0) return pieces;
  const toldOfLater = new Set(
    pieces.flatMap((piece) =>
      !bygone.has(piece) && isOnASide(piece.evidence) ? [piece.evidence.role] : [],
    ),
  );
  const isHistory = (piece: Piece) =>
    bygone.has(piece) &&
    (ofNow ||
      (isOnASide(piece.evidence) &&
        toldOfLater.has(piece.evidence.role === 'supports' ? 'opposes' : 'supports')));
  return pieces.map((piece) =>
    isHistory(piece) ? { ...piece, evidence: asHistory(piece.evidence) } : piece,
  );
}

/**
 * What supported until it was given up speaks against, what was missing and is there now supports, and a
 * bare denial by somebody else stands beside what it denies.
 */
function asLeftNow(piece: Piece, { lasts = false, ofNow = lasts }: Criterion): Piece[] {
  const { at, evidence } = piece;
  if (!at || !isCounted(evidence.role)) return [piece];
  const { document, item } = at;
  const later = ofNow && isOnASide(evidence) ? answeredLater(document, item) : undefined;
  if (later && later.there === (evidence.role === 'opposes')) {
    const role = later.there ? 'supports' : 'opposes';
    return [{ ...piece, evidence: evidenceAt(document, { ...item, end: later.end }, role) }];
  }
  if (evidence.role === 'opposes') {
    const isBack = isBackNow(document, item);
    return isBack ? [{ ...piece, evidence: evidenceAt(document, item, 'supports') }] : [piece];
  }
  const up = givenUpBehind(document, item, lasts);
  if (up) {
    const place = { ...item, end: up.end };
    return [{ ...piece, evidence: evidenceAt(document, place, 'opposes', undefined, item) }];
  }
  if (!isOnASide(evidence)) return [piece];
  if (ofNow && !piece.ofOneEvent && isNoMoreSo(document, item, piece.computed))
    return [{ ...piece, evidence: asHistory(evidence) }];
  const denied = deniedByOther(document, item);
  if (!denied) return [piece];
  const other = evidenceAt(document, denied, 'opposes');
  return [piece, { ...piece, evidence: other, at: { document, item: denied } }];
}

/**
 * What its own sentence takes back is history, and so are what that correction speaks of and what the
 * other side puts right.
 */
function withoutRetracted(pieces: readonly Piece[]): Piece[] {
  const counted = pieces.filter(({ at, evidence }) => at && isCounted(evidence.role));
  const retracted = counted.filter(
    ({ at }) => at && (isRetracted(at.document, at.item) || isTakenBack(at.document, at.item)),
  );
  const taken = new Set(retracted);
  const righting = rightingOf(counted.filter((piece) => !taken.has(piece)));
  return pieces.flatMap((piece) => {
    const { evidence, at } = piece;
    const isOwn = taken.has(piece);
    if (
      !isOwn &&
      !retracted.some((other) => corrects(other, piece)) &&
      !isPutRightIn(piece, righting)
    )
      return [piece];
    const older: Piece = {
      ...piece,
      evidence: { ...evidence, role: 'history', why: say('why_taken_back') },
    };
    const denied =
      isOwn && at && evidence.role === 'supports' && deniedBehind(at.document, at.item);
    return denied
      ? [older, { ...piece, evidence: evidenceAt(at.document, denied, 'opposes') }]
      : [older];
  });
}

/** Whether a later statement of the other side puts it right. */
function isPutRightIn({ at, evidence }: Piece, righting: ReturnType<typeof rightingOf>): boolean {
  return (
    at !== undefined &&
    isCounted(evidence.role) &&
    righting.some(
      ({ statement, cues }) => statement.role !== evidence.role && isPutRight(at, statement, cues),
    )
  );
}

/** What stands on a side and puts something right. */
function rightingOf(pieces: readonly Piece[]) {
  return corrections(
    pieces.flatMap(({ at, evidence }) =>
      at && isOnASide(evidence) ? [{ ...at, role: evidence.role }] : [],
    ),
  );
}

/** "The line 'no trigger points' was a template error": so is that line, above the correction. */
function corrects(retracted: Piece, { at, evidence }: Piece): boolean {
  const { at: correction } = retracted;
  return (
    at !== undefined &&
    correction?.document === at.document &&
    at.item.end <= correction.item.start &&
    at.item.sentence !== correction.item.sentence &&
    evidence.role === retracted.evidence.role &&
    shareWord(toldSide([correction]), toldSide([at]))
  );
}
