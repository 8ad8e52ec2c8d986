import type { PageMark } from '../case/page-mark.ts';
import { firstBoxOf, staticRangeOf } from './geometry.ts';
import { InView } from './in-view.ts';
import { linesOf } from './lines-of.ts';
import { MarkIndex } from './mark-index.ts';
import type { Painter, Painting } from './painter.ts';
import type { NodeSpan, TextPlaces } from './places.ts';
import { shadeOf } from './shade.ts';
import { shiftSpans } from './shift.ts';
import type { Layer, Shade } from './style-sheet.ts';
import { windowOf } from './window-of.ts';

/** A block with more marks than this is painted in part, around the viewport. */
const crowded = 200;

/** Marks of one block of the page, and the ground it stands on once that was looked at. */
interface Group {
  marks: PageMark[];
  shade?: Shade;
}

export interface MarkerOptions {
  window: Window;
  painter: Painter;
  signal: AbortSignal;
  /** The page keeps taking the marks away. */
  onGivenUp(): void;
}

/** Keeps the marks of a page painted where the reviewer looks, through changes of page and review. */
export class Marker {
  private readonly options: MarkerOptions;
  private readonly inView: InView;
  private places: TextPlaces | undefined;
  /** The marks as they were judged, and the text they were judged on. */
  private judged: { text: string; marks: readonly PageMark[] } = { text: '', marks: [] };
  private index = new MarkIndex([]);
  private groups = new Map<Element, Group>();
  private current: { start: number; end: number } | undefined;
  private frame = 0;

  constructor(options: MarkerOptions) {
    this.options = options;
    this.inView = new InView(() => this.paintSoon());
    const { window, signal } = options;
    const passive = { capture: true, passive: true, signal };
    window.addEventListener('scroll', () => this.onScroll(), passive);
    signal.addEventListener('abort', () => {
      window.cancelAnimationFrame(this.frame);
      this.inView.stop();
      options.painter.clear();
    });
  }

  /** The marks that stand in the text as it is now. */
  get marks(): MarkIndex {
    return this.index;
  }

  /** The page was read: its nodes may be others, its text may be changed. */
  setPlaces(places: TextPlaces): void {
    const before = this.places?.text ?? places.text;
    if (this.current) [this.current] = shiftSpans([this.current], before, places.text);
    this.places = places;
    this.arrange();
  }

  /** Marks were judged on a text. */
  setMarks(marks: readonly PageMark[], text: string): void {
    this.judged = { text, marks };
    this.arrange();
  }

  /** Sets off the passage the reviewer is on, or none. */
  setCurrent(span: { start: number; end: number } | undefined): void {
    this.current = span;
    this.paintSoon();
  }

  /** Puts back what the page took away. */
  guard(): void {
    if (this.options.painter.guard() === 'given-up') this.options.onGivenUp();
  }

  private arrange(): void {
    const { places } = this;
    if (!places) return;
    this.index = new MarkIndex(shiftSpans(this.judged.marks, this.judged.text, places.text));
    // Whether an element has a box is asked once: of thousands it takes longer than all else here.
    const boxed = new Map(Array.from(this.groups.keys(), (element) => [element, element]));
    this.groups = new Map();
    for (const mark of this.index.marks) {
      const parent = places.spansOf(mark.start, mark.start + 1)[0]?.node.parentElement;
      if (!parent) continue;
      const element = boxed.get(parent) ?? boxedFrom(parent);
      if (!element) continue;
      boxed.set(parent, element);
      const group = this.groups.get(element);
      if (group) group.marks.push(mark);
      else this.groups.set(element, { marks: [mark] });
    }
    this.inView.watch(new Set(this.groups.keys()));
    this.paintSoon();
    this.guard();
  }

  private onScroll(): void {
    for (const [element, { marks }] of this.groups) {
      if (marks.length > crowded && this.inView.isNear(element)) {
        this.paintSoon();
        return;
      }
    }
  }

  private paintSoon(): void {
    this.frame ||= this.options.window.requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  private paint(): void {
    const { places } = this;
    if (!places) return;
    const painting: Painting = new Map();
    const add = (layer: Layer, shade: Shade, spans: readonly NodeSpan[]) => {
      const key = `${layer}/${shade}` as const;
      const ranges = painting.get(key) ?? [];
      ranges.push(...spans.flatMap((span) => staticRangeOf(span) ?? []));
      painting.set(key, ranges);
    };
    for (const [element, group] of this.groups) {
      if (!this.inView.isNear(element)) continue;
      group.shade ??= shadeOf(element);
      for (const mark of this.nearMarks(group, places)) {
        const layer = this.index.isUnder(mark) ? (`${mark.meaning}-line` as const) : mark.meaning;
        add(layer, group.shade, spansOfLines(mark, places));
      }
    }
    if (this.current) {
      const spans = spansOfLines(this.current, places);
      const parent = spans[0]?.node.parentElement;
      if (parent) add('current', shadeOf(parent), spans);
    }
    this.options.painter.paint(painting);
  }

  private nearMarks({ marks }: Group, places: TextPlaces): readonly PageMark[] {
    if (marks.length <= crowded) return marks;
    const screen = this.options.window.innerHeight;
    const boxOf = ({ start, end }: PageMark) => firstBoxOf(places.spansOf(start, end));
    return windowOf(marks, boxOf, -screen, 2 * screen);
  }
}

function spansOfLines(span: { start: number; end: number }, places: TextPlaces): NodeSpan[] {
  return linesOf(span, places.text).flatMap(({ start, end }) => places.spansOf(start, end));
}

/** The nearest element from this one upwards that has a box (`display: contents` has none). */
function boxedFrom(start: Element): Element | undefined {
  let element: Element | null = start;
  while (element && element.getClientRects().length === 0) element = element.parentElement;
  return element ?? undefined;
}
