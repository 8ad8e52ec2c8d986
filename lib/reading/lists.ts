import type { Block, Item } from './block.ts';
import type { Chunk } from './chunk.ts';
import { type ListLine, ListMemory } from './list-memory.ts';
import { bodyOf } from './tree.ts';

/** Of a list that is longer than what of it was shown. */
export const unseenList = 'CG-112';
/** What holds more lines is no list that drops its rows. */
const mostLines = 1_000;
/** What is higher than its view by less, in CSS pixels, does not scroll for a reader. */
const leastScroll = 40;

/** The scrolling parts of a page, with the rows that left them: see `ListMemory`. */
export class Lists {
  private memories = new WeakMap<Element, ListMemory>();
  private placed = new WeakMap<Chunk, { before: Chunk[]; after: Chunk[] }>();
  /** Set when any row ever left a list: most pages have none. */
  private hasAway = false;

  /** What was remembered belongs to another page or case. */
  forget(): void {
    this.memories = new WeakMap();
    this.placed = new WeakMap();
    this.hasAway = false;
  }

  /** Lines that left their list, to stand before or after a line that is there. */
  around(chunk: Chunk): { before: Chunk[]; after: Chunk[] } | undefined {
    return this.hasAway ? this.placed.get(chunk) : undefined;
  }

  /** The block of a scrolling element, with what left it and whether there is more of it. */
  take(element: Element, block: Block): Block {
    const view = viewOf(element);
    let memory = this.memories.get(element);
    if (view.whole - view.height < leastScroll) {
      memory?.forget();
      return block;
    }
    const chunks = linesWithin(block);
    if (!chunks) {
      this.memories.delete(element);
      return block;
    }
    const lines = measured(chunks, view.origin);
    memory ??= new ListMemory();
    this.memories.set(element, memory);
    const { away, hasUnseen, dropsRows } = memory.take({
      ...view,
      lines: lines.map(({ line }) => line),
    });
    for (const { chunk } of lines) this.placed.delete(chunk);
    const items: Item[] = [block];
    if (away.length > 0) this.hasAway = true;
    if (lines.length === 0) items.push(...away.flatMap(({ text }) => apart(awayChunk(text))));
    else this.place(away, lines);
    if (hasUnseen && (dropsRows || isBlankBeyond(element)))
      items.push({ kind: 'unread', part: { code: unseenList, what: nameOf(element) } });
    const characters = away.reduce((sum, { text }) => sum + text.length, block.characters);
    return { kind: 'block', items, characters, volatile: block.volatile, isList: true };
  }

  private place(away: readonly ListLine[], lines: readonly Measured[]): void {
    const byTop = [...lines].sort((a, b) => a.line.top - b.line.top);
    let at = 0;
    for (const { text, top } of away) {
      while (at < byTop.length && (byTop[at]?.line.top ?? 0) <= top) at++;
      const above = byTop[at - 1]?.chunk;
      const beside = above ?? byTop[0]?.chunk;
      if (!beside) return;
      const around = this.placed.get(beside) ?? { before: [], after: [] };
      this.placed.set(beside, around);
      (above ? around.after : around.before).push(awayChunk(text));
    }
  }
}

/**
 * Whether what is long about an element is blank. A page, or a pane with pictures, frames or fields
 * in it, is longer than its text for other reasons.
 */
function isBlankBeyond(element: Element): boolean {
  if (element === bodyOf(element.ownerDocument)) return false;
  return element.querySelector('img, svg, canvas, iframe, embed, object, video, textarea') === null;
}

interface Measured {
  chunk: Chunk;
  line: ListLine;
}

/** How far an element is scrolled, and where its own height begins in the viewport. */
function viewOf(element: Element) {
  const { scrollingElement, defaultView } = element.ownerDocument;
  if (element === bodyOf(element.ownerDocument) && scrollingElement) {
    const { scrollTop: scrolled, scrollHeight: whole } = scrollingElement;
    return { scrolled, whole, height: defaultView?.innerHeight ?? 0, origin: -scrolled };
  }
  const { scrollTop: scrolled, scrollHeight: whole, clientHeight: height } = element;
  if (whole - height < leastScroll) return { scrolled, whole, height, origin: 0 };
  const origin = element.getBoundingClientRect().top + element.clientTop - scrolled;
  return { scrolled, whole, height, origin };
}

/** The lines of a list, without those of lists within it; undefined when there are too many. */
function linesWithin(list: Block): Chunk[] | undefined {
  const lines: Chunk[] = [];
  const stack: Item[] = [list];
  for (let item = stack.pop(); item; item = stack.pop()) {
    if (item.kind === 'chunk') lines.push(item);
    if (lines.length > mostLines) return undefined;
    if (item.kind !== 'block' || item.isList || item.folded) continue;
    for (let i = item.items.length - 1; i >= 0; i--) {
      const inner = item.items[i];
      if (inner && (inner.kind === 'chunk' || inner.kind === 'block')) stack.push(inner);
    }
  }
  return lines;
}

function measured(chunks: readonly Chunk[], origin: number): Measured[] {
  const range = document.createRange();
  const lines: Measured[] = [];
  for (const chunk of chunks) {
    const first = chunk.runs[0];
    const last = chunk.runs.at(-1);
    if (!first?.node || !last?.node || last.offset + last.length > last.node.length) continue;
    if (first.offset > first.node.length) continue;
    range.setStart(first.node, first.offset);
    range.setEnd(last.node, last.offset + last.length);
    const { top, bottom, height } = range.getBoundingClientRect();
    if (height === 0) continue;
    const line = { node: first.node, text: chunk.text, top: top - origin, bottom: bottom - origin };
    lines.push({ chunk, line });
  }
  // A range in the page's text would be kept up to date at every change of it.
  range.setStart(document, 0);
  range.collapse(true);
  return lines;
}

/** A line that no node shows any more. */
function awayChunk(text: string): Chunk {
  return { kind: 'chunk', text, runs: [], start: 0, assembly: 0 };
}

function apart(chunk: Chunk): Item[] {
  return [{ kind: 'break', lines: 1 }, chunk];
}

function nameOf(element: Element): string {
  return element.getAttribute('aria-label')?.trim().slice(0, 200) || 'List';
}
