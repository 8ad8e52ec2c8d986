import type { Criterion } from '../../guidelines/pack.ts';
import type { Mention } from '../../language/mention.ts';
import { type CaseIndex, conceptsOf } from '../evidence/case-index.ts';
import { CLASS_WORD, drugsIn } from '../evidence/drug-subject.ts';
import { isOfOthers } from '../evidence/one-thing.ts';
import { clauseAround } from '../evidence/scopes.ts';
import type { Piece } from './side.ts';

/**
 * The pieces, with those marked that deny all that the other side names, in another sentence: "has not
 * taken anti-inflammatories" beside "failed naproxen".
 */
export function withDeniedClasses(
  pieces: readonly Piece[],
  { settle }: Criterion,
  index: CaseIndex,
): readonly Piece[] {
  if (settle !== 'supports-win') return pieces;
  const supports = pieces.filter(({ evidence }) => evidence.role === 'supports');
  if (supports.length === 0 || supports.length === pieces.length) return pieces;
  let known: readonly Named[] | undefined;
  return pieces.map((piece) => {
    if (piece.evidence.role !== 'opposes') return piece;
    if (piece.at && isOfOthers(piece.at.document, piece.at.item)) return piece;
    const denied = drugsOf(piece, index, ({ assertion }) => assertion.presence === 'negated');
    if (denied.size === 0) return piece;
    known ??= namedBy(supports, index);
    const others = known.filter(({ sides }) => sides.some((side) => !isOfOneSentence(piece, side)));
    const deniesAll =
      others.length > 0 &&
      others.every(({ drugs }) => drugs.length > 0 && drugs.every((drug) => denied.has(drug)));
    return deniesAll ? { ...piece, deniesAll } : piece;
  });
}

/** Drugs that are named together, and pieces of two sentences at most that name them and no others. */
interface Named {
  drugs: readonly string[];
  sides: Piece[];
}

function namedBy(supports: readonly Piece[], index: CaseIndex): Named[] {
  const named = new Map<string, Named>();
  for (const piece of supports) {
    const drugs = [...drugsOf(piece, index, () => true)].sort();
    const known = named.get(drugs.join(' '));
    if (!known) named.set(drugs.join(' '), { drugs, sides: [piece] });
    else if (known.sides.length < 2 && !isOfOneSentence(known.sides[0] as Piece, piece))
      known.sides.push(piece);
  }
  return [...named.values()];
}

/** The drugs that the clause of a piece names, each of a class that it names. */
function drugsOf(
  { at }: Piece,
  { rulebook }: CaseIndex,
  isMeant: (mention: Mention) => boolean,
): ReadonlySet<string> {
  if (!at) return new Set();
  const { document, item } = at;
  return new Set(
    drugsIn(document, clauseAround(document, item))
      .filter(isMeant)
      .flatMap(({ concept }) =>
        concept.startsWith(CLASS_WORD)
          ? [concept, ...conceptsOf(`class:${concept.slice(CLASS_WORD.length)}`, rulebook)]
          : [concept],
      ),
  );
}

function isOfOneSentence({ at: one }: Piece, { at: other }: Piece): boolean {
  return one?.document === other?.document && one?.item.sentence === other?.item.sentence;
}
