import type { NodeSpan } from '../text-map.ts';
import type { FilePage } from './paged-text.ts';

/** From offsets of a file's text to the nodes of the pages that are drawn, and back. */
export class FilePlaces {
  readonly text: string;
  private readonly pages: readonly FilePage[];
  private readonly starts: readonly number[];
  /** The text node of each item of the pages that are drawn. */
  private readonly nodes = new Map<number, readonly Text[]>();
  private readonly found = new WeakMap<Text, { page: number; item: number }>();

  constructor(text: string, pages: readonly FilePage[], starts: readonly number[]) {
    this.text = text;
    this.pages = pages;
    this.starts = starts;
  }

  /** A page was drawn: a text node for each of its items. */
  setNodes(page: number, nodes: readonly Text[] | null): void {
    if (nodes === null) this.nodes.delete(page);
    else {
      this.nodes.set(page, nodes);
      nodes.forEach((node, item) => {
        this.found.set(node, { page, item });
      });
    }
  }

  /** The page (counted from 0) at an offset. */
  pageAt(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  spansOf(start: number, end: number): NodeSpan[] {
    const spans: NodeSpan[] = [];
    for (let at = this.pageAt(start); at < this.pages.length; at += 1) {
      const base = this.starts[at] ?? 0;
      if (base >= end) break;
      const nodes = this.nodes.get(at);
      const page = this.pages[at];
      if (!nodes || !page) continue;
      for (const { start: placed, item } of page.placed) {
        const from = base + placed;
        const length = page.items[item]?.text.length ?? 0;
        const node = nodes[item];
        if (from >= end || from + length <= start || !node) continue;
        const first = Math.max(0, start - from);
        spans.push({ node, start: first, end: Math.min(length, end - from) });
      }
    }
    return spans;
  }

  fieldAt(): undefined {
    return undefined;
  }

  offsetAt(node: Text, offset: number): number | undefined {
    const at = this.found.get(node);
    const placed = at && this.pages[at.page]?.placed.find(({ item }) => item === at.item);
    return at && placed ? (this.starts[at.page] ?? 0) + placed.start + offset : undefined;
  }
}
