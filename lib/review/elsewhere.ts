import type { BodyPlaces } from '../guidelines/pack.ts';
import { say } from '../saying/said.ts';
import { type BodyPlace, bodyPlaceOf, sideAsked } from './evidence/body-place.ts';
import { type CaseIndex, sentenceAt } from './evidence/case-index.ts';
import { speakerOf } from './evidence/speaker.ts';
import type { FoundRequest } from './requests/found-request.ts';
import type { EvidenceRole } from './review.ts';
import type { Piece } from './verdict.ts';

/** A piece that counts, with the part of the body that it is of. */
interface Located {
  piece: Piece;
  place: BodyPlace;
}

/**
 * The pieces with what is of another part of the body as history: the other side, a leg where the
 * neck is asked about, a muscle without the sign beside one with it where one suffices. Where nothing
 * is said of the part that is asked about, all count.
 */
export function ofThePlace(
  pieces: readonly Piece[],
  places: BodyPlaces,
  { index, request }: { index: CaseIndex; request: FoundRequest },
): Piece[] {
  const located = pieces.flatMap((piece): Located[] => {
    const { at, evidence } = piece;
    if (!at || !decides(evidence.role)) return [];
    return [{ piece, place: bodyPlaceOf(at.document, at.item, places, index) }];
  });
  if (located.length < 2) return [...pieces];
  let counting = located;
  const keepOf = <Kind>(asked: Kind | undefined, of: (place: BodyPlace) => Kind | undefined) => {
    if (asked === undefined) return;
    const kept = counting.filter(({ place }) => (of(place) ?? asked) === asked);
    if (kept.length > 0 && kept.some(({ place }) => of(place) === asked || places.regions)) {
      counting = kept;
    }
  };
  keepOf(regionAsked(request, places, index), ({ region }) => region);
  keepOf(sideAsked(request.details), ({ side }) => side);
  if (places.oneSuffices) counting = withoutOtherParts(counting);
  const elsewhere = new Set(
    located.filter((one) => !counting.includes(one)).map(({ piece }) => piece),
  );
  return pieces.map((piece) =>
    elsewhere.has(piece)
      ? { ...piece, evidence: { ...piece.evidence, role: 'history', why: say('why_other_part') } }
      : piece,
  );
}

/** A muscle without the sign says nothing against another one that has it. */
function withoutOtherParts(located: readonly Located[]): Located[] {
  const supports = located.filter(({ piece }) => piece.evidence.role === 'supports');
  return located.filter(({ piece, place }) => {
    if (piece.evidence.role !== 'opposes' || supports.length === 0) return true;
    if (place.parts.length === 0 && place.side === undefined) return true;
    return supports.some(
      (other) => !isOneExamination(other.piece, piece) || isSamePlace(other.place, place),
    );
  });
}

/** Sentences between two findings of one examination. */
const EXAMINATION = 4;

function isOneExamination({ at: one }: Piece, { at: other }: Piece): boolean {
  if (one === undefined || other === undefined || one.document !== other.document) return false;
  if (speakerOf(one.document, one.item) !== speakerOf(other.document, other.item)) return false;
  const { sentences } = one.document.reading;
  return (
    sentences[one.item.sentence]?.section === sentences[other.item.sentence]?.section &&
    Math.abs(one.item.sentence - other.item.sentence) <= EXAMINATION
  );
}

function isSamePlace(one: BodyPlace, other: BodyPlace): boolean {
  if (one.side !== undefined && other.side !== undefined && one.side !== other.side) return false;
  if (one.parts.length === 0 || other.parts.length === 0) return true;
  return one.parts.some((part) => other.parts.includes(part));
}

function decides(role: EvidenceRole): boolean {
  return role === 'supports' || role === 'opposes' || role === 'ambiguous';
}

/** The region of the criterion that the request is of, by the words that ask. */
function regionAsked(
  { passages }: FoundRequest,
  places: BodyPlaces,
  index: CaseIndex,
): number | undefined {
  for (const { document: id, start, end } of passages) {
    const document = index.documents.find((one) => one.document.id === id);
    if (!document) continue;
    const sentence = sentenceAt(document.reading, start);
    const { region } = bodyPlaceOf(document, { start, end, sentence }, places, index);
    if (region !== undefined) return region;
  }
  return undefined;
}
