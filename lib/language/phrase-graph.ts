/**
 * Phrases as one graph over labels: what the automaton walks. A node is what is left of a phrase: a
 * part, and the node for all that follows it. What leads on from a node is worked out when a text
 * first gets there, so that opening a reader costs no more than reading its phrases, however much
 * the concepts that they name would come to if all were written out.
 *
 * A gap is no part of the graph: it parts a phrase in two. The first part ends by opening the gap,
 * the second starts anew at any word in the gap's reach. So the graph has few states, however many
 * gaps there are.
 */
import { say } from '../saying/said.ts';
import { createPairTable } from './pair-table.ts';
import { LONGEST_GAP, PhraseError } from './phrase.ts';
import { type Part, type PartBuilder, PartKind, type PhraseWords } from './phrase-parts.ts';

/** What leads on from a node. */
export interface Node {
  /** Labels and what is behind them: a label, a node, the next label, its node. */
  edges: number[];
  /** What ends here: numbers the caller gave to `add`. */
  accepts: number[];
  /** Gaps that open here, as indices. */
  opens: number[];
}

/** Where a phrase goes on after other words. */
export interface GapEntry {
  /** The most words in the gap. */
  most: number;
  /** The node of what follows. */
  tail: number;
}

export interface PhraseGraph {
  /** Adds a phrase that ends in `accept`. Throws a PhraseError when it cannot be read. */
  add(source: string, accept: number): void;
  /** The nodes behind a label at the start of a phrase. */
  begin(label: number): readonly number[];
  /** What leads on from any other node. */
  node(id: number): Node;
  /** All gaps that nodes looked at so far open. */
  gaps: readonly GapEntry[];
  words: PhraseWords;
  /** The labels that may stand behind others in a phrase: on no other does anything but its start lead on. */
  onward: ReadonlySet<number>;
}

export const START = 0;
const NONE: readonly number[] = [];
const AT_START = 1;
const BEHIND = 2;
const UNPARTED: Part = { id: -1, kind: -1, value: 0, parts: [], behind: undefined, looked: 0 };

/** An empty graph of what a builder builds of its phrases. */
export function createPhraseGraph({ build, behind, words }: PartBuilder): PhraseGraph {
  const start: Node = { edges: [], accepts: [], opens: [] };
  /** By label: too many start with a word for a list of all. */
  const begins = new Map<number, number[]>();
  const nodes: (Node | undefined)[] = [start];
  /** The part a node begins with, and the node behind it; for an end what is accepted there. */
  const parts: Part[] = [UNPARTED];
  const rests: number[] = [START];
  const idOf = createPairTable();
  const gaps: GapEntry[] = [];
  const gapOf = createPairTable();
  const onward = new Set<number>();

  function append(part: Part, rest: number): number {
    parts.push(part);
    rests.push(rest);
    nodes.push(undefined);
    return parts.length - 1;
  }

  /** The node of a part and what follows it, which is one and the same for the same two. */
  function nodeOf(part: Part, rest: number): number {
    const known = idOf.get(part.id, rest);
    if (known >= 0) return known;
    const id = append(part, rest);
    idOf.set(part.id, rest, id);
    return id;
  }

  function node(id: number): Node {
    let known = nodes[id];
    if (known === undefined) {
      known = { edges: [], accepts: [], opens: [] };
      enter(known, id);
      nodes[id] = known;
    }
    return known;
  }

  /** Adds to `from` all that leads on from the node `id`. */
  function enter(from: Node, id: number): void {
    const part = parts[id] as Part;
    if (part === UNPARTED) include(from.accepts, rests[id] as number);
    else enterPart(from, part, rests[id] as number);
  }

  function enterPart(from: Node, part: Part, rest: number): void {
    switch (part.kind) {
      case PartKind.label:
        if (from === start) begin(part.value, rest);
        else from.edges.push(part.value, rest);
        break;
      case PartKind.gap:
        // A gap at a phrase's start has no meaning.
        if (from === start) enter(from, rest);
        else openGap(from, part.value, rest);
        break;
      case PartKind.optional:
        enterPart(from, part.parts[0] as Part, rest);
        enter(from, rest);
        break;
      case PartKind.choice:
        for (const way of part.parts) enterPart(from, way, rest);
        break;
      case PartKind.sequence:
        enterPart(from, part.parts[part.value] as Part, nodeOf(behind(part), rest));
        break;
    }
  }

  function begin(label: number, rest: number): void {
    const known = begins.get(label);
    if (known === undefined) begins.set(label, [rest]);
    else known.push(rest);
  }

  /** Adds the labels of a part to `onward` that stand behind others. */
  function findOnward(part: Part, isBehind: boolean): void {
    const as = isBehind ? BEHIND : AT_START;
    if (part.looked >= as) return;
    part.looked = as;
    if (part.kind === PartKind.label && isBehind) onward.add(part.value);
    const { parts: inner } = part;
    for (let i = 0; i < inner.length; i += 1)
      findOnward(inner[i] as Part, isBehind || (i > 0 && part.kind === PartKind.sequence));
  }

  function openGap(from: Node, most: number, tail: number): void {
    const { edges, accepts, opens } = node(tail);
    // Where nothing need follow, the gap at the phrase's end has no meaning.
    for (const accept of accepts) include(from.accepts, accept);
    // Right behind another gap, what may stand between left out, both are one longer gap.
    for (const gap of opens) {
      const next = gaps[gap] as GapEntry;
      openGap(from, Math.min(LONGEST_GAP, most + next.most), next.tail);
    }
    if (edges.length === 0) return;
    let gap = gapOf.get(tail, most);
    if (gap < 0) {
      gap = gaps.push({ most, tail }) - 1;
      gapOf.set(tail, most, gap);
    }
    include(from.opens, gap);
  }

  return {
    begin: (label) => begins.get(label) ?? NONE,
    node,
    gaps,
    words,
    onward,
    add(source, accept) {
      const part = build(source);
      findOnward(part, false);
      enterPart(start, part, append(UNPARTED, accept));
      if (start.accepts.length > 0) {
        throw new PhraseError(say('reason_phrase_matches_nothing', source, 1), 0);
      }
    },
  };
}

function include(list: number[], one: number): void {
  if (!list.includes(one)) list.push(one);
}
