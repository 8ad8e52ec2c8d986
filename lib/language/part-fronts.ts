/**
 * What parts may begin with. A part that many phrases hold, as the drugs of a class, is looked through once,
 * whatever follows it there.
 */
import { longer } from './columns.ts';
import type { ListTable } from './list-table.ts';
import { createPairTable } from './pair-table.ts';
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
  /** As `traceAt`, but for one that is open the bits of its own labels alone. */
  ownTrace(part: number): number;
  /** Whether a label, whose bit is given too, leads on within a part. */
  leads(part: number, label: number, bit: number): boolean;
  /** Those ways of a choice within or behind which a label leads on. */
  waysOn(choice: number, label: number, bit: number): readonly number[];
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
/** So few ways of a choice are sooner looked through than looked up. */
const FEW = 8;
const NONE: readonly number[] = [];

/** The fronts of the parts in a table. */
export function createPartFronts(parts: ListTable): PartFronts {
  /** By part; where it was not asked for, none. */
  const labels = new Map<number, readonly number[]>();
  /** For choices and labels that were asked for, where in `foundWays` the ways are. */
  const places = createPairTable();
  const foundWays: (readonly number[])[] = [];
  /** By part; 0 where it was not asked for. */
  let traces = new Int32Array(parts.count);

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

  function ownTrace(part: number): number {
    if (!isOpen(part)) return traceAt(part);
    switch (kindOf(part)) {
      case PartKind.gap:
        return 0;
      case PartKind.sequence:
        return isEmpty(firstOf(part))
          ? ownTrace(firstOf(part)) | ownTrace(behind(part))
          : ownTrace(firstOf(part));
      case PartKind.choice:
        return waysOf(part).reduce((trace, way) => trace | ownTrace(way), 0);
      default:
        return ownTrace(firstOf(part));
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
    let found = labels.get(part);
    if (found === undefined) {
      found = findLabels(part);
      labels.set(part, found);
    }
    return found;
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

  function leads(part: number, label: number, bit: number): boolean {
    if ((traceAt(part) & bit) === 0) return false;
    switch (kindOf(part)) {
      case PartKind.label:
        return firstOf(part) === label;
      case PartKind.gap:
        return false;
      case PartKind.optional:
        return leads(firstOf(part), label, bit);
      case PartKind.sequence:
        if (leads(firstOf(part), label, bit)) return true;
        return isEmpty(firstOf(part)) && leads(behind(part), label, bit);
      default:
        return waysOn(part, label, bit).some((way) => leads(way, label, bit));
    }
  }

  function waysOn(choice: number, label: number, bit: number): readonly number[] {
    const from = (parts.starts[choice] as number) + 1;
    const to = parts.starts[choice + 1] as number;
    if (to - from <= FEW) return findWays(from, to, label, bit);
    const known = places.get(choice, label);
    if (known >= 0) return foundWays[known] as readonly number[];
    const list = findWays(from, to, label, bit);
    places.set(choice, label, foundWays.push(list) - 1);
    return list;
  }

  /** The same of the ways that stand in a row among the parts' items. */
  function findWays(from: number, to: number, label: number, bit: number): readonly number[] {
    const list: number[] = [];
    for (let at = from; at < to; at += 1) {
      const way = parts.items[at] as number;
      if ((traceAt(way) & bit) !== 0 && (leads(way, label, bit) || isEmpty(way))) list.push(way);
    }
    return list.length === 0 ? NONE : list;
  }

  return {
    labelsOf,
    hasLabels,
    isEmpty,
    isOpen,
    traceAt,
    ownTrace,
    leads,
    waysOn,
  };
}
