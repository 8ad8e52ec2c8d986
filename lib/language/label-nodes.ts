/** The nodes of a phrase graph that labels lead to at the start of phrases. */
import { wide } from './columns.ts';

export interface LabelNodes {
  add(label: number, node: number): void;
  /** The nodes of a label, in the order in which they were added. */
  of(label: number): ArrayLike<number>;
  columns(): LabelNodeColumns;
}

/** Nodes by label, to be kept in a file. */
export interface LabelNodeColumns {
  labels: ArrayLike<number>;
  /** How many nodes each label has. */
  lengths: ArrayLike<number>;
  nodes: ArrayLike<number>;
}

const NONE: ArrayLike<number> = [];

/** No nodes, or those that were kept. */
export function createLabelNodes(kept?: LabelNodeColumns): LabelNodes {
  const added = new Map<number, number[]>();
  const of = kept ? reader(kept) : (label: number) => added.get(label) ?? NONE;

  return {
    add(label, node) {
      const known = added.get(label);
      if (known === undefined) added.set(label, [node]);
      else known.push(node);
    },
    of,
    columns: () => ({
      labels: Int32Array.from(added.keys()),
      lengths: Int32Array.from(added.values(), (nodes) => nodes.length),
      nodes: Int32Array.from([...added.values()].flat()),
    }),
  };
}

/** Reads what was kept, to which nothing is added. */
function reader({ labels, lengths, nodes }: LabelNodeColumns): LabelNodes['of'] {
  const all = wide(nodes);
  let lowest = 0;
  let highest = 0;
  for (let i = 0; i < labels.length; i += 1) {
    lowest = Math.min(lowest, labels[i] as number);
    highest = Math.max(highest, labels[i] as number);
  }
  /** By label, where its nodes begin and where they end. */
  const places = new Int32Array((highest - lowest + 1) * 2);
  for (let i = 0, from = 0; i < labels.length; i += 1) {
    const at = ((labels[i] as number) - lowest) * 2;
    places[at] = from;
    from += lengths[i] as number;
    places[at + 1] = from;
  }
  return (label) => {
    if (label < lowest || label > highest) return NONE;
    const at = (label - lowest) * 2;
    return all.subarray(places[at], places[at + 1]);
  };
}
