import type { Shade } from './style-sheet.ts';

/** Room between a passage and its card, and between the card and the window's edge, in pixels. */
const distance = 6;
const edge = 8;

/**
 * A card beside a passage, above everything the page shows.
 *
 * The page's tree stays as it is, with one exception that cannot be avoided: something that is to
 * be drawn must stand in a document. So an empty element with a closed shadow root is put at the
 * end of the page while a card is open, in the browser's top layer, and taken out again when it
 * closes. No page style reaches into it and no page script reads what is in it. Where the page
 * shows a modal dialog the element stands in that dialog: all else is inert then.
 */
export class Card {
  readonly host: HTMLElement;
  private readonly frame: HTMLElement;
  private focusBefore: HTMLElement | undefined;

  /** `label` names it to screen readers. */
  constructor(document: Document, style: string, label: string) {
    const make = (name: string) =>
      document.createElementNS('http://www.w3.org/1999/xhtml', name) as HTMLElement;
    this.host = make('div');
    this.host.popover = 'manual';
    const root = this.host.attachShadow({ mode: 'closed' });
    const sheet = new (document.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    this.frame = make('div');
    this.frame.className = 'card';
    this.frame.tabIndex = -1;
    this.frame.setAttribute('role', 'dialog');
    this.frame.setAttribute('aria-label', label);
    root.append(this.frame);
    // A press on the card is none on the page: no dialog of the page closes by it.
    for (const type of ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'wheel']) {
      this.host.addEventListener(type, (event) => event.stopPropagation());
    }
  }

  get isOpen(): boolean {
    return this.host.isConnected;
  }

  /** Whether the keyboard is in the card. */
  get hasFocus(): boolean {
    return this.isOpen && this.host.ownerDocument.activeElement === this.host;
  }

  /** Shows its inside beside a box of the viewport. */
  open(inside: readonly Node[], box: DOMRect, shade: Shade, near: Element | null): void {
    this.frame.replaceChildren(...inside);
    this.frame.style.colorScheme = shade;
    const { documentElement } = this.host.ownerDocument;
    const parent = near?.closest(':modal') ?? documentElement;
    if (this.host.parentNode !== parent) {
      this.close();
      const { activeElement } = this.host.ownerDocument;
      if (activeElement instanceof HTMLElement) this.focusBefore = activeElement;
      parent.append(this.host);
      this.host.showPopover();
    }
    this.place(box);
  }

  /** Moves the keyboard into the card; closing gives it back. */
  focus(): void {
    this.frame.focus({ preventScroll: true });
  }

  close(): void {
    if (!this.isOpen) return;
    const { focusBefore, hasFocus } = this;
    this.focusBefore = undefined;
    this.host.remove();
    if (hasFocus && focusBefore?.isConnected) focusBefore.focus({ preventScroll: true });
  }

  /** The boxes a pointer on its way from the passage to the card may cross. */
  isNear({ x, y }: { x: number; y: number }): boolean {
    if (!this.isOpen) return false;
    const { left, right, top, bottom } = this.frame.getBoundingClientRect();
    const reach = distance + 2;
    return x >= left - reach && x <= right + reach && y >= top - reach && y <= bottom + reach;
  }

  private place(box: DOMRect): void {
    const { innerWidth, innerHeight } = this.host.ownerDocument.defaultView ?? window;
    const { width, height } = this.frame.getBoundingClientRect();
    const fitsBelow = box.bottom + distance + height <= innerHeight - edge;
    const top = fitsBelow ? box.bottom + distance : Math.max(edge, box.top - distance - height);
    const left = Math.max(edge, Math.min(box.left, innerWidth - edge - width));
    this.frame.style.translate = `${left}px ${top}px`;
  }
}
