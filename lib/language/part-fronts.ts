/**
 * What parts may begin with. A part that many phrases hold, as the drugs of a class, is looked through once,
 * whatever follows it there.
 */
import { longer } from './columns.ts';
import type { ListTable } from './list-table.ts';
import { PartKind } from './phrase-parts.ts';

export interface Front {
  /** The labels it may begin with, each once. */
  labels: readonly number[];
  /** Whether it may be left out, so that what follows begins there. */
  isEmpty: boolean;
  /** Whether anything but a label may be at its start: a gap, or what follows it. */
  isOpen: boolean;
}

export interface PartFronts {
  frontOf(part: number): Front;
  /** The trace of the labels it may begin with; all bits for one that is open. */
  traceAt(part: number): number;
  /** Those ways of a choice that may begin with a label, or are open. */
  waysOf(choice: number, label: number): ArrayLike<number>;
  /** The traces of all parts, to be kept in a file. */
  columns(): ArrayLike<number>;
}

/** The bit of a label, which others share. */
export function bitOf(label: number): number {
  return 1 << (Math.imul(label, 0x9e3779b1) >>> 27);
}

/** The bits of labels: those without a bit in common are none the same. */
export function traceOf(labels: ArrayLike<number>): number {
  let trace = 0;
  for (let i = 0; i < labels.length; i += 1) trace |= bitOf(labels[i] as number);
  return trace;
}

/** Choices of so many ways or fewer are looked through each time. */
const FEW_WAYS = 4;
/** The trace of a part that is open. */
export const ALL_BITS = -1;
const NONE: readonly number[] = [];

/** The fronts of the parts in a table; `kept`: their traces. */
export function createPartFronts(parts: ListTable, kept?: ArrayLike<number>): PartFronts {
  const fronts = new Map<number, Front>();
  /** By part; 0 where it was not asked for. */
  let traces = kept ? new Int32Array(kept) : new Int32Array(parts.count);
  /** By choice: its ways by label, and those that are open. */
  const ways = new Map<number, { byLabel: Map<number, number[]>; open: number[] }>();

  function frontOf(part: number): Front {
    let front = fronts.get(part);
    if (front === undefined) {
      front = findFront(part);
      fronts.set(part, front);
    }
    return front;
  }

  function traceAt(part: number): number {
    if (part >= traces.length) traces = longer(traces, part + 1);
    let trace = traces[part] as number;
    if (trace === 0) {
      const { labels, isOpen } = frontOf(part);
      trace = isOpen ? ALL_BITS : traceOf(labels);
      traces[part] = trace;
    }
    return trace;
  }

  function findFront(part: number): Front {
    const { items, starts } = parts;
    const at = starts[part] as number;
    const value = items[at + 1] as number;
    switch (items[at]) {
      case PartKind.label:
        return { labels: [value], isEmpty: false, isOpen: false };
      case PartKind.gap:
        return { labels: NONE, isEmpty: false, isOpen: true };
      case PartKind.optional:
        return { labels: frontOf(value).labels, isEmpty: true, isOpen: true };
      case PartKind.sequence:
        return inSequence(frontOf(value), items[at + 2] as number);
      default:
        return amongWays(Array.from(items.subarray(at + 1, starts[part + 1]), frontOf));
    }
  }

  function inSequence(first: Front, behind: number): Front {
    if (!first.isEmpty) return first;
    const next = frontOf(behind);
    return {
      labels: [...new Set([...first.labels, ...next.labels])],
      isEmpty: next.isEmpty,
      isOpen: true,
    };
  }

  function waysOf(choice: number, label: number): ArrayLike<number> {
    const from = (parts.starts[choice] as number) + 1;
    const all = parts.items.subarray(from, parts.starts[choice + 1]);
    if (all.length <= FEW_WAYS) return all;
    let known = ways.get(choice);
    if (known === undefined) {
      known = sorted(all);
      ways.set(choice, known);
    }
    return known.byLabel.get(label) ?? known.open;
  }

  function sorted(all: Int32Array): { byLabel: Map<number, number[]>; open: number[] } {
    const open = [...all].filter((way) => frontOf(way).isOpen);
    const byLabel = new Map<number, number[]>();
    for (const way of all) {
      const { labels, isOpen } = frontOf(way);
      if (isOpen) {
        for (const label of labels) if (!byLabel.has(label)) byLabel.set(label, [...open]);
        continue;
      }
      for (const label of labels) {
        const others = byLabel.get(label);
        if (others === undefined) byLabel.set(label, [...open, way]);
        else others.push(way);
      }
    }
    return { byLabel, open };
  }

  return {
    frontOf,
    traceAt,
    waysOf,
    columns: () => Int32Array.from({ length: parts.count }, (_, part) => traceAt(part)),
  };
}

function amongWays(fronts: readonly Front[]): Front {
  return {
    labels: [...new Set(fronts.flatMap(({ labels }) => labels))],
    isEmpty: fronts.some(({ isEmpty }) => isEmpty),
    isOpen: fronts.some(({ isOpen }) => isOpen),
  };
}
