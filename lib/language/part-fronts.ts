/**
 * What parts may begin with. A part that many phrases hold, as the drugs of a class, is looked through once,
 * whatever follows it there.
 */
import { longer, wide } from './columns.ts';
import type { ListTable } from './list-table.ts';
import { PartKind } from './phrase-parts.ts';

export interface PartFronts {
  /** The labels a part may begin with, each once. */
  labelsOf(part: number): readonly number[];
  hasLabels(part: number): boolean;
  /** Whether it may be left out, so that what follows begins there. */
  isEmpty(part: number): boolean;
  /** Whether anything but a label may be at its start: a gap, or what follows it. */
  isOpen(part: number): boolean;
  /** The bits of the labels it may begin with; all bits for one that is open, and for no other. */
  traceAt(part: number): number;
  /** Whether a label, whose bit is given too, leads on within a part, or may do so into what follows it. */
  mayBegin(part: number, label: number, bit: number): boolean;
  /** The traces of all parts, to be kept in a file. */
  columns(): ArrayLike<number>;
}

/** The bit of a label, which others share; the sign is that of no label. */
export function bitOf(label: number): number {
  return 1 << Math.min(30, Math.imul(label, 0x9e3779b1) >>> 27);
}

/** The bits of labels: those without a bit in common are none the same. */
export function traceOf(labels: ArrayLike<number>): number {
  let trace = 0;
  for (let i = 0; i < labels.length; i += 1) trace |= bitOf(labels[i] as number);
  return trace;
}

/** The trace of a part that is open. */
const ALL_BITS = -1;
const NONE: readonly number[] = [];

/** The fronts of the parts in a table; `kept`: their traces. */
export function createPartFronts(parts: ListTable, kept?: ArrayLike<number>): PartFronts {
  const known = new Map<number, readonly number[]>();
  /** By part; 0 where it was not asked for. */
  let traces = kept ? wide(kept) : new Int32Array(parts.count);

  const kindOf = (part: number) => parts.items[parts.starts[part] as number];
  const firstOf = (part: number) => parts.items[(parts.starts[part] as number) + 1] as number;
  const behind = (part: number) => parts.items[(parts.starts[part] as number) + 2] as number;
  const waysOf = (choice: number) =>
    parts.items.subarray((parts.starts[choice] as number) + 1, parts.starts[choice + 1]);

  function traceAt(part: number): number {
    return traces[part] || findTrace(part);
  }

  function findTrace(part: number): number {
    const trace = traceOfKind(part);
    if (part >= traces.length) traces = longer(traces, part + 1);
    traces[part] = trace;
    return trace;
  }

  function traceOfKind(part: number): number {
    switch (kindOf(part)) {
      case PartKind.label:
        return bitOf(firstOf(part));
      case PartKind.sequence:
        return traceAt(firstOf(part));
      case PartKind.choice:
        return waysOf(part).reduce((trace, way) => trace | traceAt(way), 0);
      default:
        return ALL_BITS;
    }
  }

  function isOpen(part: number): boolean {
    return traceAt(part) === ALL_BITS;
  }

  function isEmpty(part: number): boolean {
    if (!isOpen(part)) return false;
    switch (kindOf(part)) {
      case PartKind.optional:
        return true;
      case PartKind.sequence:
        return isEmpty(firstOf(part)) && isEmpty(behind(part));
      case PartKind.choice:
        return waysOf(part).some(isEmpty);
      default:
        return false;
    }
  }

  function hasLabels(part: number): boolean {
    if (!isOpen(part)) return true;
    switch (kindOf(part)) {
      case PartKind.gap:
        return false;
      case PartKind.sequence:
        return hasLabels(firstOf(part)) || (isEmpty(firstOf(part)) && hasLabels(behind(part)));
      case PartKind.choice:
        return waysOf(part).some(hasLabels);
      default:
        return hasLabels(firstOf(part));
    }
  }

  function labelsOf(part: number): readonly number[] {
    let labels = known.get(part);
    if (labels === undefined) {
      labels = findLabels(part);
      known.set(part, labels);
    }
    return labels;
  }

  function findLabels(part: number): readonly number[] {
    const value = firstOf(part);
    switch (kindOf(part)) {
      case PartKind.label:
        return [value];
      case PartKind.gap:
        return NONE;
      case PartKind.optional:
        return labelsOf(value);
      case PartKind.sequence:
        return isEmpty(value) ? allOf([value, behind(part)]) : labelsOf(value);
      default:
        return allOf([...waysOf(part)]);
    }
  }

  function allOf(fronts: readonly number[]): readonly number[] {
    return [...new Set(fronts.flatMap(labelsOf))];
  }

  function mayBegin(part: number, label: number, bit: number): boolean {
    switch (kindOf(part)) {
      case PartKind.label:
        return firstOf(part) === label;
      case PartKind.gap:
        return false;
      case PartKind.sequence:
        return mayBegin(firstOf(part), label, bit);
      case PartKind.choice: {
        const { items, starts } = parts;
        for (let at = (starts[part] as number) + 1; at < (starts[part + 1] as number); at += 1) {
          const way = items[at] as number;
          if ((traceAt(way) & bit) !== 0 && mayBegin(way, label, bit)) return true;
        }
        return false;
      }
      default:
        return true;
    }
  }

  return {
    labelsOf,
    hasLabels,
    isEmpty,
    isOpen,
    traceAt,
    mayBegin,
    columns: () => Int32Array.from({ length: parts.count }, (_, part) => traceAt(part)),
  };
}
