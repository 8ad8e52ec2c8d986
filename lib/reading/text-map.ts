import type { Chunk, Run } from './chunk.ts';

/** A part of one text node. */
export interface NodeSpan {
  node: Text;
  start: number;
  end: number;
}

/** From an offset of the text to the node that shows it, and back. */
export class TextMap {
  readonly text: string;
  private readonly chunks: readonly Chunk[];
  private readonly starts: readonly number[];
  private readonly assembly: number;
  private readonly chunkOf: WeakMap<Text, Chunk>;

  constructor(
    text: string,
    chunks: readonly Chunk[],
    assembly: number,
    chunkOf: WeakMap<Text, Chunk>,
  ) {
    this.text = text;
    this.chunks = chunks;
    this.starts = chunks.map((chunk) => chunk.start);
    this.assembly = assembly;
    this.chunkOf = chunkOf;
  }

  /** The parts of text nodes that show `start` to `end`, in order, one for each node. */
  spansOf(start: number, end: number): NodeSpan[] {
    const spans: NodeSpan[] = [];
    for (const { run, from, to } of this.runsWithin(start, end)) {
      if (!run.node) continue;
      const last = spans.at(-1);
      const span = { node: run.node, start: run.offset + from, end: run.offset + to };
      // What lies between two runs of one node is white space the page collapses.
      if (last?.node === span.node) last.end = span.end;
      else spans.push(span);
    }
    return spans;
  }

  /** The field whose value shows the text at `start`, if a field does. */
  fieldAt(start: number, end: number): Element | undefined {
    for (const { run } of this.runsWithin(start, end)) if (run.field) return run.field;
    return undefined;
  }

  /** The offset of the character a node shows at `offset`; undefined when it was not read. */
  offsetAt(node: Text, offset: number): number | undefined {
    const chunk = this.chunkOf.get(node);
    if (!chunk || chunk.assembly !== this.assembly) return undefined;
    let nearest: number | undefined;
    for (const run of chunk.runs) {
      if (run.node !== node) continue;
      if (offset < run.offset) return nearest ?? chunk.start + run.at;
      const within = Math.min(offset - run.offset, run.length);
      nearest = chunk.start + run.at + within;
      if (offset <= run.offset + run.length) return nearest;
    }
    return nearest;
  }

  private *runsWithin(
    start: number,
    end: number,
  ): Generator<{ run: Run; from: number; to: number }> {
    for (let i = lastAtOrBefore(this.starts, start); i < this.chunks.length; i++) {
      const chunk = this.chunks[i];
      const base = this.starts[i];
      if (!chunk || base === undefined || base >= end) return;
      const { runs } = chunk;
      for (let r = firstEndingAfter(runs, start - base); r < runs.length; r++) {
        const run = runs[r];
        if (!run || base + run.at >= end) break;
        const from = Math.max(0, start - base - run.at);
        const to = Math.min(run.length, end - base - run.at);
        if (from < to) yield { run, from, to };
      }
    }
  }
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function firstEndingAfter(runs: readonly Run[], at: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run && run.at + run.length <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
