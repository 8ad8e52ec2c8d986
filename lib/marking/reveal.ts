import { firstBoxOf } from './geometry.ts';
import type { NodeSpan } from './places.ts';

/** Scrolls so that a passage can be seen; false when it is not on the page. */
export function reveal(spans: readonly NodeSpan[]): boolean {
  const element = spans[0]?.node.parentElement;
  if (!element || !firstBoxOf(spans)) return false;
  // Every scrolling part around it, and through frames; then the passage itself, since its
  // element may be a whole report.
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  for (const scroller of scrollersAround(element)) centre(scroller, spans);
  return true;
}

/** Scrolls a field whose text cannot be marked into view. */
export function revealField(field: Element): void {
  field.scrollIntoView({ block: 'center', behavior: 'instant' });
}

function centre(scroller: Element, spans: readonly NodeSpan[]): void {
  const box = firstBoxOf(spans);
  if (!box) return;
  const view = viewOf(scroller);
  const isInView = box.top >= view.top + comfort && box.bottom <= view.bottom - comfort;
  if (isInView) return;
  const top = box.top - (view.top + (view.bottom - view.top) / 2);
  scroller.scrollBy({ top, behavior: 'instant' });
}

/** Nearer to an edge than this, in pixels, a passage may lie under a bar of the page. */
const comfort = 96;

function viewOf(scroller: Element): { top: number; bottom: number } {
  const { document, innerHeight } = scroller.ownerDocument.defaultView ?? window;
  if (scroller === document.scrollingElement) return { top: 0, bottom: innerHeight };
  const { top, bottom } = scroller.getBoundingClientRect();
  return { top: Math.max(top, 0), bottom: Math.min(bottom, innerHeight) };
}

/** From the innermost scrolling part to the page itself. */
function scrollersAround(element: Element): Element[] {
  const { ownerDocument: document } = element;
  const found: Element[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (at === document.scrollingElement || at.scrollHeight <= at.clientHeight) continue;
    const overflow = document.defaultView?.getComputedStyle(at).overflowY;
    if (overflow === 'auto' || overflow === 'scroll') found.push(at);
  }
  if (document.scrollingElement) found.push(document.scrollingElement);
  return found;
}

function parentOf(element: Element): Element | null {
  const { parentNode } = element;
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
}
