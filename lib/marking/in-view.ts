/**
 * How far around the viewport marks are painted: half a screen each way. The browser draws all that
 * is painted whenever it draws the page, at every keystroke as well.
 */
const margin = '50%';
/** So many elements are each watched; of more, one for those that stand side by side. */
const few = 200;
/** What lies so near to a watched element, in screens, goes with it: within the margin wherever one looks. */
const beside = 0.5;

/**
 * Knows which elements are near the viewport, also within scrolling parts of the page. Event
 * driven: while nothing moves it costs nothing. The browser looks at each watched element whenever
 * the page is drawn, at every keystroke as well: of thousands, few are watched.
 */
export class InView {
  private readonly observer: IntersectionObserver;
  private readonly near = new Set<Element>();
  /** For each element the one that is watched for it: itself, or one beside it. */
  private watchedFor: ReadonlyMap<Element, Element> = new Map();

  constructor(onChange: () => void) {
    const options: IntersectionObserverInit & { scrollMargin?: string } = {
      rootMargin: `${margin} 0px`,
      scrollMargin: `${margin} 0px`,
    };
    this.observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) this.near.add(target);
        else this.near.delete(target);
      }
      onChange();
    }, options);
  }

  /** Watches these elements, in the order they stand in the page, and no others. */
  watch(elements: ReadonlySet<Element>): void {
    const { size } = this.watchedFor;
    if (elements.size === size && [...elements].every((each) => this.watchedFor.has(each))) return;
    const before = new Set(this.watchedFor.values());
    this.watchedFor = elements.size <= few ? each(elements) : inRuns(elements, before);
    const watched = new Set(this.watchedFor.values());
    for (const element of before) {
      if (watched.has(element)) continue;
      this.observer.unobserve(element);
      this.near.delete(element);
    }
    for (const element of watched) if (!before.has(element)) this.observer.observe(element);
  }

  isNear(element: Element): boolean {
    const watched = this.watchedFor.get(element);
    return watched !== undefined && this.near.has(watched);
  }

  stop(): void {
    this.observer.disconnect();
    this.near.clear();
    this.watchedFor = new Map();
  }
}

function each(elements: Iterable<Element>): Map<Element, Element> {
  return new Map(Array.from(elements, (element) => [element, element]));
}

/**
 * Elements of one parent, or cells of one table, that lie close together move together: the first of
 * such a run is watched. One that was watched before stays so, and what is painted stays; one that
 * goes a way of its own is watched for itself.
 */
function inRuns(elements: Iterable<Element>, before: ReadonlySet<Element>): Map<Element, Element> {
  const runs = new Map<Element, Element>();
  const reach = innerHeight * beside;
  let first: { element: Element; home: Element | null; top: number } | undefined;
  for (const element of elements) {
    const home = homeOf(element);
    const { top } = element.getBoundingClientRect();
    if (isApart(element)) {
      runs.set(element, element);
      continue;
    }
    const isBeside = first?.home === home && Math.abs(top - first.top) <= reach;
    if (!first || !isBeside || before.has(element)) first = { element, home, top };
    runs.set(element, first.element);
  }
  return runs;
}

/** Whether an element, or the row of a cell, stays while what is around it scrolls. */
function isApart(element: Element): boolean {
  const row = element.parentElement?.localName === 'tr' ? element.parentElement : element;
  return [element, row].some((each) => /sticky|fixed/.test(getComputedStyle(each).position));
}

function homeOf({ parentElement: parent }: Element): Element | null {
  return parent?.localName === 'tr' ? parent.parentElement : parent;
}
