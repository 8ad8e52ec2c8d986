import type { Painter, Painting } from './painter.ts';
import { highlightName, isOurName, type Layer, priorityOf, type Shade } from './style-sheet.ts';

/** The parts of the browser's registry that are used. */
export type HighlightRegistryLike = Pick<HighlightRegistry, 'get' | 'set' | 'delete'>;

/** A page that takes the marks away this often... */
const mostRestorations = 5;
/** ...within this many milliseconds will go on doing so. */
const restorationSpan = 10_000;

/** Paints by the CSS Custom Highlight API. The registry is shared with the page, which may clear it. */
export class HighlightPainter implements Painter {
  private readonly registry: HighlightRegistryLike;
  private readonly highlights = new Map<string, Highlight>();
  private restorations: number[] = [];
  private givenUp = false;

  constructor(registry: HighlightRegistryLike) {
    this.registry = registry;
  }

  paint(painting: Painting): void {
    if (this.givenUp) return;
    const painted = new Set<string>();
    for (const [key, ranges] of painting) {
      if (ranges.length === 0) continue;
      const [layer, shade] = key.split('/') as [Layer, Shade];
      const name = highlightName(layer, shade);
      painted.add(name);
      // A new highlight, not a changed one: adding to a registered one repaints with every range.
      const highlight = new Highlight(...ranges);
      highlight.priority = priorityOf(layer);
      this.highlights.set(name, highlight);
      this.registry.set(name, highlight);
    }
    for (const name of [...this.highlights.keys()]) if (!painted.has(name)) this.drop(name);
  }

  clear(): void {
    for (const name of [...this.highlights.keys()]) this.drop(name);
  }

  guard(): 'kept' | 'given-up' {
    if (this.givenUp) return 'given-up';
    const lost = [...this.highlights].filter(([name, ours]) => this.registry.get(name) !== ours);
    if (lost.length === 0) return 'kept';
    const now = performance.now();
    this.restorations = this.restorations.filter((at) => now - at < restorationSpan);
    this.restorations.push(now);
    if (this.restorations.length > mostRestorations) {
      this.clear();
      this.givenUp = true;
      return 'given-up';
    }
    for (const [name, highlight] of lost) this.registry.set(name, highlight);
    return 'kept';
  }

  private drop(name: string): void {
    // A name that is another's by now stays with it.
    if (this.registry.get(name) === this.highlights.get(name)) this.registry.delete(name);
    this.highlights.delete(name);
  }
}

/** Whether any run of ours paints in this page. */
export function isMarked(registry: Pick<HighlightRegistry, 'keys'>): boolean {
  return [...registry.keys()].some(isOurName);
}
