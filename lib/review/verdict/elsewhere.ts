import type { BodyPlaces } from '../../guidelines/pack.ts';
import { say } from '../../saying/said.ts';
import {
  type BodyPlace,
  bodyPlaceOf,
  isOfRegions,
  kindsAsked,
  regionsAsked,
  sideAsked,
} from '../evidence/body-place.ts';
import type { CaseIndex } from '../evidence/case-index.ts';
import type { Match } from '../evidence/match-rule.ts';
import { speakerOf } from '../evidence/speaker.ts';
import { stepOf } from '../evidence/time-steps.ts';
import type { FoundRequest } from '../requests/found-request.ts';
import { isCounted } from './evidence-role.ts';
import type { Piece } from './side.ts';

/** A piece that counts, with the part of the body that it is of. */
interface Located {
  piece: Piece;
  place: BodyPlace;
}

/** What a criterion is asked of. */
interface Asked {
  index: CaseIndex;
  request: FoundRequest;
  requests: readonly FoundRequest[];
}

/** The regions asked for, and whether another request for the same treatment is of another. */
function regionsFor(
  places: BodyPlaces,
  { index, request, requests }: Asked,
): { asked: readonly number[]; isTwofold: boolean } {
  const asked = regionsAsked(request, places, index);
  const isTwofold = requests.some((other) => {
    if (other === request || other.treatment !== request.treatment) return false;
    const regions = regionsAsked(other, places, index);
    return regions.length > 0 && !regions.some((one) => asked.includes(one));
  });
  return { asked, isTwofold };
}

/** The matches that may be of the part of the body that is asked about. */
export function matchesOfThePlace(
  matches: readonly Match[],
  places: BodyPlaces,
  { index, request, requests }: Asked,
): Match[] {
  const { asked, isTwofold } = regionsFor(places, { index, request, requests });
  return matches.filter(({ document, mention }) =>
    isOfRegions(bodyPlaceOf(document, mention, places, index, isTwofold), asked),
  );
}

/**
 * The pieces with what is of another part of the body as history: the other side, a leg where the
 * neck is asked about, a muscle without the sign beside one with it where one suffices. Where nothing
 * is said of the part that is asked about, all count, unless a finding must be found there, or its own
 * phrase names the other part.
 */
export function ofThePlace(
  pieces: readonly Piece[],
  places: BodyPlaces,
  { index, request, requests }: Asked,
): Piece[] {
  const { asked, isTwofold } = regionsFor(places, { index, request, requests });
  const located = pieces.flatMap((piece): Located[] => {
    const { at, evidence } = piece;
    if (!at || !isCounted(evidence.role)) return [];
    // a finding may go on about the muscle before; an absence without a muscle is of all
    const goesOn = places.oneSuffices === true && isSupport(piece);
    return [{ piece, place: bodyPlaceOf(at.document, at.item, places, index, isTwofold, goesOn) }];
  });
  let counting = located.filter(({ place }) => isOfRegions(place, asked));
  // where nothing is said of the part asked for, what is said of another counts, but shows no finding there
  if (counting.length === 0 && !isTwofold && !places.inPhrase)
    counting = located.filter(
      ({ piece }) => !places.foundThere || asked.length === 0 || !isSupport(piece),
    );
  const side = sideAsked(request.details);
  if (side !== undefined) {
    const kept = counting.filter(({ place }) => (place.side ?? side) === side);
    if (kept.length > 0 && kept.some(({ place }) => place.side === side || places.regions))
      counting = kept;
  }
  if (places.oneSuffices)
    counting = withoutOtherParts(ofKinds(counting, kindsAsked(request, places, index)));
  const elsewhere = new Set(
    located.filter((one) => !counting.includes(one)).map(({ piece }) => piece),
  );
  return pieces.map((piece) =>
    elsewhere.has(piece)
      ? { ...piece, evidence: { ...piece.evidence, role: 'history', why: say('why_other_part') } }
      : piece,
  );
}

/** The muscle that is asked for has not the sign that another one has in the same examination. */
function ofKinds(located: Located[], asked: ReadonlySet<string>): Located[] {
  const isAsked = ({ place: { kinds } }: Located) => kinds.some((kind) => asked.has(kind));
  const lacking = located.filter((one) => one.piece.evidence.role === 'opposes' && isAsked(one));
  if (lacking.length === 0) return located;
  return located.filter(
    (one) =>
      !isSupport(one.piece) ||
      one.place.kinds.length === 0 ||
      isAsked(one) ||
      !lacking.some((other) => isOneExamination(other.piece, one.piece)),
  );
}

/** A muscle without the sign says nothing against another one that has it. */
function withoutOtherParts(located: readonly Located[]): Located[] {
  const supports = located.filter(({ piece }) => piece.evidence.role === 'supports');
  return located.filter(({ piece, place }) => {
    if (piece.evidence.role !== 'opposes' || supports.length === 0) return true;
    if (place.parts.length === 0 && place.side === undefined && place.which === undefined)
      return true;
    const beside = supports.filter((other) => isOneExamination(other.piece, piece));
    return (
      beside.length === 0 ||
      beside.some((other) => isSamePlace(other.place, place) && place.which === other.place.which)
    );
  });
}

/** Sentences between two findings of one examination. */
const EXAMINATION = 4;

function isOneExamination(
  { at: one, evidence: { date } }: Piece,
  { at: other, evidence: { date: otherDate } }: Piece,
): boolean {
  if (date !== undefined && otherDate !== undefined && date !== otherDate) return false;
  if (one === undefined || other === undefined || one.document !== other.document) return false;
  if (speakerOf(one.document, one.item) !== speakerOf(other.document, other.item)) return false;
  const [step, otherStep] = [stepOf(one.document, one.item), stepOf(other.document, other.item)];
  if (step?.row === otherStep?.row && step?.at !== otherStep?.at) return false;
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

function isSupport({ evidence: { role } }: Piece): boolean {
  return role === 'supports';
}
