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
import { longer, wide } from './columns.ts';
import { createLabelNodes, type LabelNodeColumns } from './label-nodes.ts';
import { createListTable, keptLists, type ListColumns, type ListTable } from './list-table.ts';
import { bitOf, createPartFronts, traceOf } from './part-fronts.ts';
import { LONGEST_GAP, PhraseError } from './phrase.ts';
import { PartKind } from './phrase-parts.ts';

/** What is reached at a node without another word. */
export interface Ends {
  /** What ends there: numbers the caller gave to `add`. */
  accepts: readonly number[];
  /** Gaps that open there, as indices. */
  opens: readonly number[];
}

export interface PhraseGraph {
  /** Adds the phrase that a part is, which ends in `accept`. Throws a PhraseError when it matches nothing. */
  add(part: number, accept: number, source: string): void;
  /** The nodes behind a label at the start of a phrase. */
  begin(label: number): ArrayLike<number>;
  endsAt(node: number): Ends;
  /** The nodes that labels lead to from nodes, and those nodes that go on where they are, when labels may be passed. */
  follow(from: Int32Array, labels: ArrayLike<number>, passes: boolean): number[];
  /** Whether any label leads on from a node. */
  goesOn(node: number): boolean;
  /** The labels that lead on from a node, as lists that may have some in common. */
  labelsAt(node: number): readonly (readonly number[])[];
  /** All gaps that nodes looked at so far open: the most words in the gap, and the node of what follows. */
  gaps: ListTable;
  /** The labels that may stand behind others in a phrase: on no other does anything but its start lead on. */
  onward: ReadonlySet<number>;
  columns(): GraphColumns;
}

/** A graph to be kept in a file. */
export interface GraphColumns {
  nodes: ListColumns;
  gaps: ListColumns;
  begins: LabelNodeColumns;
  /** By node: see `findTrace`. */
  traces: ArrayLike<number>;
}

/** In place of a part: here a phrase ends, and what follows is what the caller gave. */
const END = -1;
/** The bit of no label. */
const NO_LABEL = 1 << 31;
const NO_ENDS: Ends = { accepts: [], opens: [] };
const AT_START = 1;
const BEHIND = 2;

/** A graph of parts: an empty one, or one that was kept, to which nothing is added. */
export function createPhraseGraph(parts: ListTable, kept?: GraphColumns): PhraseGraph {
  const begins = createLabelNodes(kept?.begins);
  /** The part a node begins with, and the node behind it; for an end what is accepted there. */
  const nodes = createListTable(kept?.nodes);
  const gaps = createListTable(kept?.gaps);
  const fronts = createPartFronts(parts);
  const { labelsOf, hasLabels, isEmpty, isOpen, traceAt, ownTrace, leads, waysOn } = fronts;
  /** By node, once it has been asked for. */
  const ends = new Map<number, Ends>();
  const onward = new Set<number>();
  /** By part, how far it was looked through for `onward`. */
  const looked: number[] = [];
  const pair = new Int32Array(2);
  /** By node, once it has been asked for: see `findTrace`. */
  let traces: Int32Array = kept ? wide(kept.traces) : new Int32Array(nodes.count);

  /** The node of a part and what follows it, which is one and the same for the same two. */
  function nodeOf(part: number, rest: number): number {
    pair[0] = part;
    pair[1] = rest;
    return nodes.numberOf(pair);
  }

  // every list of `nodes` is a pair
  const partAt = (node: number) => nodes.items[node << 1] as number;
  const restAt = (node: number) => nodes.items[(node << 1) + 1] as number;

  /** Adds a phrase's first labels to `begins`. */
  function begin(part: number, rest: number, source: string): void {
    const { items, starts } = parts;
    const at = starts[part] as number;
    const value = items[at + 1] as number;
    switch (items[at]) {
      case PartKind.label:
        begins.add(value, rest);
        break;
      case PartKind.gap:
        // A gap at a phrase's start has no meaning.
        beginBehind(rest, source);
        break;
      case PartKind.optional:
        begin(value, rest, source);
        beginBehind(rest, source);
        break;
      case PartKind.choice:
        for (let i = at + 1; i < (starts[part + 1] as number); i += 1)
          begin(items[i] as number, rest, source);
        break;
      case PartKind.sequence:
        begin(value, nodeOf(items[at + 2] as number, rest), source);
        break;
    }
  }

  function beginBehind(rest: number, source: string): void {
    if (partAt(rest) === END)
      throw new PhraseError(say('reason_phrase_matches_nothing', source, 1), 0);
    begin(partAt(rest), restAt(rest), source);
  }

  function follow(from: Int32Array, labels: ArrayLike<number>, passes: boolean): number[] {
    const reached: number[] = [];
    const wanted = traceOf(labels);
    for (let n = 0; n < from.length; n += 1) {
      const node = from[n] as number;
      const before = reached.length;
      // few nodes go on with a label, and this is the innermost loop of a first reading
      if (((traces[node] || findTrace(node)) & wanted) !== 0) {
        const part = partAt(node);
        const rest = restAt(node);
        for (let l = 0; l < labels.length; l += 1) {
          const label = labels[l] as number;
          followPart(part, rest, label, bitOf(label), reached);
        }
      }
      if (passes && reached.length === before && goesOn(node)) reached.push(node);
    }
    return reached;
  }

  /** The bits of the labels that lead on from a node, and one more, so that it is not 0. */
  function findTrace(node: number): number {
    const part = partAt(node);
    const behind = part !== END && isEmpty(part) ? findTrace(restAt(node)) : NO_LABEL;
    if (node >= traces.length) traces = longer(traces, node + 1);
    traces[node] = behind | (part === END ? 0 : ownTrace(part));
    return traces[node] as number;
  }

  function followNode(node: number, label: number, bit: number, reached: number[]): void {
    if (partAt(node) !== END) followPart(partAt(node), restAt(node), label, bit, reached);
  }

  /** Adds to `reached` where a label, whose bit is given too, leads within a part and what follows it. */
  function followPart(
    part: number,
    rest: number,
    label: number,
    bit: number,
    reached: number[],
  ): void {
    if ((traceAt(part) & bit) === 0) return;
    const { items, starts } = parts;
    const at = starts[part] as number;
    const value = items[at + 1] as number;
    switch (items[at]) {
      case PartKind.label:
        if (value === label) reached.push(rest);
        break;
      case PartKind.optional:
        followPart(value, rest, label, bit, reached);
        followNode(rest, label, bit, reached);
        break;
      case PartKind.choice:
        for (const way of waysOn(part, label, bit)) followPart(way, rest, label, bit, reached);
        break;
      case PartKind.sequence:
        if (leads(value, label, bit) || isEmpty(value))
          followPart(value, nodeOf(items[at + 2] as number, rest), label, bit, reached);
        break;
    }
  }

  function endsAt(node: number): Ends {
    const part = partAt(node);
    if (part !== END && !isOpen(part)) return NO_ENDS;
    let found = ends.get(node);
    if (found === undefined) {
      const all = { accepts: [], opens: [] };
      addEnds(all, node);
      found = all;
      ends.set(node, found);
    }
    return found;
  }

  function addEnds(found: FoundEnds, node: number): void {
    const part = partAt(node);
    if (part === END) include(found.accepts, restAt(node));
    else addEndsOfPart(found, part, restAt(node));
  }

  function addEndsOfPart(found: FoundEnds, part: number, rest: number): void {
    if (!isOpen(part)) return;
    const { items, starts } = parts;
    const at = starts[part] as number;
    const value = items[at + 1] as number;
    switch (items[at]) {
      case PartKind.gap:
        openGap(found, value, rest);
        break;
      case PartKind.optional:
        addEndsOfPart(found, value, rest);
        addEnds(found, rest);
        break;
      case PartKind.choice:
        for (let i = at + 1; i < (starts[part + 1] as number); i += 1)
          addEndsOfPart(found, items[i] as number, rest);
        break;
      case PartKind.sequence:
        addEndsOfPart(found, value, nodeOf(items[at + 2] as number, rest));
        break;
    }
  }

  function openGap(found: FoundEnds, most: number, tail: number): void {
    const { accepts, opens } = endsAt(tail);
    // Where nothing need follow, the gap at the phrase's end has no meaning.
    for (const accept of accepts) include(found.accepts, accept);
    // Right behind another gap, what may stand between left out, both are one longer gap.
    for (const gap of opens) {
      const at = gaps.starts[gap] as number;
      const longest = Math.min(LONGEST_GAP, most + (gaps.items[at] as number));
      openGap(found, longest, gaps.items[at + 1] as number);
    }
    if (goesOn(tail)) include(found.opens, gaps.numberOf([most, tail]));
  }

  function goesOn(node: number): boolean {
    const part = partAt(node);
    if (part === END) return false;
    return hasLabels(part) || (isEmpty(part) && goesOn(restAt(node)));
  }

  function labelsAt(node: number): (readonly number[])[] {
    const part = partAt(node);
    if (part === END) return [];
    return isEmpty(part) ? [labelsOf(part), ...labelsAt(restAt(node))] : [labelsOf(part)];
  }

  /** Adds the labels of a part to `onward` that stand behind others. */
  function findOnward(part: number, isBehind: boolean): void {
    const as = isBehind ? BEHIND : AT_START;
    if ((looked[part] ?? 0) >= as) return;
    looked[part] = as;
    const { items, starts } = parts;
    const at = starts[part] as number;
    const kind = items[at];
    if (kind === PartKind.gap) return;
    if (kind === PartKind.label) {
      if (isBehind) onward.add(items[at + 1] as number);
      return;
    }
    const first = at + 1;
    for (let i = first; i < (starts[part + 1] as number); i += 1)
      findOnward(items[i] as number, isBehind || (i > first && kind === PartKind.sequence));
  }

  return {
    begin: begins.of,
    endsAt,
    follow,
    goesOn,
    labelsAt,
    gaps,
    onward,
    columns: () => ({
      nodes: keptLists(nodes, true),
      gaps: keptLists(gaps),
      begins: begins.columns(),
      traces: Int32Array.from({ length: nodes.count }, (_, node) => findTrace(node)),
    }),
    add(part, accept, source) {
      findOnward(part, false);
      begin(part, nodeOf(END, accept), source);
    },
  };
}

interface FoundEnds {
  accepts: number[];
  opens: number[];
}

function include(list: number[], one: number): void {
  if (!list.includes(one)) list.push(one);
}
