import { allIn, parentOf } from './tree.ts';
import type { Kept } from './walk.ts';

/**
 * Tab panels and sections that can be folded. What of them was shown once was read, and stays read
 * while they are folded away, as long as nothing in them changes.
 */
export class Folds {
  private shown = new WeakMap<Element, Kept>();
  private controlled = new Set<string>();

  /** Starts a reading: which sections the page has controls for. */
  begin(document: Document): void {
    this.controlled = new Set(
      allIn(document, '[aria-controls]').flatMap((control) =>
        (control.getAttribute('aria-controls') ?? '').split(/\s+/),
      ),
    );
  }

  isFold(element: Element): boolean {
    return (
      element.localName === 'details' ||
      element.getAttribute('role') === 'tabpanel' ||
      (element.id !== '' && this.controlled.has(element.id))
    );
  }

  /** What a fold showed when it was last open. */
  of(element: Element): Kept | undefined {
    return this.shown.get(element);
  }

  keep(element: Element, read: Kept): void {
    this.shown.set(element, read);
  }

  /** What is in it changed: as it is now it was never shown. */
  forget(node: Node): void {
    for (let at: Node | null = node; at; at = parentOf(at)) this.shown.delete(at as Element);
  }

  /** What was kept belongs to another page or case. */
  forgetAll(): void {
    this.shown = new WeakMap();
  }
}
