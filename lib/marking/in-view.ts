/** How far around the viewport marks are painted: one screen each way. */
const margin = '100%';

/**
 * Knows which elements are near the viewport, also within scrolling parts of the page. Event
 * driven: while nothing moves it costs nothing.
 */
export class InView {
  private readonly observer: IntersectionObserver;
  private readonly near = new Set<Element>();
  private watched = new Set<Element>();

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

  /** Watches these elements and no others. */
  watch(elements: ReadonlySet<Element>): void {
    for (const element of this.watched) {
      if (elements.has(element)) continue;
      this.observer.unobserve(element);
      this.near.delete(element);
    }
    for (const element of elements) {
      if (!this.watched.has(element)) this.observer.observe(element);
    }
    this.watched = new Set(elements);
  }

  isNear(element: Element): boolean {
    return this.near.has(element);
  }

  stop(): void {
    this.observer.disconnect();
    this.near.clear();
    this.watched.clear();
  }
}
