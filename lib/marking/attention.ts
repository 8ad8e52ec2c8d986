import type { MarkTarget, PageMark } from '../case/page-mark.ts';
import { inOneLine } from '../case/passage.ts';
import { showWhen } from '../wording/dates.ts';
import { words } from '../wording/words.ts';
import { Card } from './card.ts';
import { type CardActions, cardContent } from './card-content.ts';
import { isCombination } from './keys.ts';
import { type MarksHere, marksAtCaret, marksAtPlace, marksUnder } from './mark-under.ts';
import type { Marker } from './marker.ts';
import type { TextPlaces } from './places.ts';
import { reveal } from './reveal.ts';
import { shadeOf } from './shade.ts';

/** The card opens when the pointer has rested this long, and closes when it was away this long. */
const restTime = 250;
const awayTime = 200;

export interface AttentionOptions {
  window: Window;
  signal: AbortSignal;
  marker: Marker;
  /** The text as it is now; undefined before the first reading. */
  places(): TextPlaces | undefined;
  shadowRoots(): readonly ShadowRoot[];
  cardStyle(): string;
  /** Keys for the next and the previous mark; null when switched off. */
  keys(): { next: string; previous: string } | null;
  copy(text: string): Promise<boolean>;
  show(target: MarkTarget): Promise<string | undefined>;
  /** False once the extension is gone: then nothing can be said, and no card opens. */
  isAlive(): boolean;
}

/**
 * What the reviewer looks at: the passage under the pointer, at the text cursor, or gone to by
 * key. One card says what it is. Listens only; the page's own events are left as they are, but
 * for the keys of the marks.
 */
export class Attention {
  private readonly options: AttentionOptions;
  private card: Card | undefined;
  private shown: readonly PageMark[] = [];
  private pointer = { x: -1, y: -1 };
  private frame = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitingFor: PageMark | undefined;
  private at = -1;
  /** The card was opened by key: it stays until a key closes it, wherever the pointer lies. */
  private byKey = false;

  constructor(options: AttentionOptions) {
    this.options = options;
    const { window, signal } = options;
    const capture = { capture: true, signal };
    const passive = { capture: true, passive: true, signal };
    window.addEventListener('pointermove', (event) => this.onPointer(event), passive);
    window.addEventListener('scroll', () => this.onScroll(), passive);
    window.addEventListener('keydown', (event) => this.onKey(event), capture);
    window.document.addEventListener('selectionchange', (event) => this.onSelection(event), {
      signal,
    });
    signal.addEventListener('abort', () => {
      window.cancelAnimationFrame(this.frame);
      this.close();
    });
  }

  /** Whether a node was put into the page by us. */
  isOurs(node: Node): boolean {
    return node === this.card?.host;
  }

  /** Closes the card of a mark that is no longer there. */
  onMarksChanged(): void {
    const [shown] = this.shown;
    if (!shown || !this.card?.isOpen) return;
    const stays = this.options.marker.marks.marks.some(
      ({ start, end, kind, about, why }) =>
        start === shown.start &&
        end === shown.end &&
        kind === shown.kind &&
        about === shown.about &&
        why === shown.why,
    );
    if (!stays) this.close();
  }

  close(): void {
    this.stopWaiting();
    this.byKey = false;
    this.card?.close();
    this.shown = [];
  }

  private onPointer({ clientX, clientY, buttons }: PointerEvent): void {
    this.pointer = { x: clientX, y: clientY };
    if (buttons !== 0 || this.frame) return;
    this.frame = this.options.window.requestAnimationFrame(() => {
      this.frame = 0;
      this.look();
    });
  }

  private look(): void {
    const { window, marker, shadowRoots } = this.options;
    const places = this.options.places();
    if (!places || this.card?.isNear(this.pointer)) {
      if (this.card?.isOpen) this.stopWaiting();
      return;
    }
    const here = marksUnder(window.document, this.pointer, places, marker.marks, shadowRoots());
    if (here) this.openSoon(here);
    else this.closeSoon();
  }

  private openSoon(here: MarksHere): void {
    const [first] = here.marks;
    if (first === this.waitingFor) return;
    this.stopWaiting();
    if (first === this.shown[0] && this.card?.isOpen) return;
    this.waitingFor = first;
    this.timer = setTimeout(() => {
      if (isSelecting(this.options.window.getSelection())) return;
      this.open(here);
    }, restTime);
  }

  private closeSoon(): void {
    if (this.byKey) return;
    if (this.waitingFor) this.stopWaiting();
    if (!this.card?.isOpen || this.timer !== undefined) return;
    this.timer = setTimeout(() => this.close(), awayTime);
  }

  private stopWaiting(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waitingFor = undefined;
  }

  private onScroll(): void {
    // The card stands beside its passage, and the passage moves.
    if (this.card?.isOpen && !this.byKey) this.close();
  }

  private onSelection({ target }: Event): void {
    // At every key in a box of the page, where no mark is.
    if (target instanceof Element) return;
    const places = this.options.places();
    if (!places || this.card?.hasFocus) return;
    const selection = this.options.window.getSelection();
    if (isSelecting(selection)) {
      this.close();
      return;
    }
    const here = marksAtCaret(selection, places, this.options.marker.marks);
    if (here) this.open(here);
  }

  private onKey(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    const keys = this.options.keys();
    if (event.key === 'Escape' && this.card?.isOpen) {
      if (this.card.hasFocus) swallow(event);
      this.options.marker.setCurrent(undefined);
      this.close();
    } else if (keys && isCombination(event, keys.next)) {
      if (this.go(1)) swallow(event);
    } else if (keys && isCombination(event, keys.previous)) {
      if (this.go(-1)) swallow(event);
    }
  }

  /** Goes to the next or previous mark; false when there is none. */
  private go(step: 1 | -1): boolean {
    const { marker } = this.options;
    const places = this.options.places();
    const stops = marker.marks.places();
    if (!places || stops.length === 0) return false;
    this.at = (this.at + step + stops.length) % stops.length;
    if (this.at >= stops.length) this.at = 0;
    const stop = stops[this.at];
    if (!stop) return false;
    const spans = places.spansOf(stop.start, stop.end);
    if (!reveal(spans)) return true;
    marker.setCurrent(stop);
    const here = marksAtPlace(
      marker.marks.marks.filter(({ start, end }) => start === stop.start && end === stop.end),
      places,
    );
    if (here) {
      this.open(here);
      this.byKey = true;
      this.card?.focus();
    }
    return true;
  }

  private open({ marks, box }: MarksHere): void {
    this.stopWaiting();
    this.byKey = false;
    const [first] = marks;
    const places = this.options.places();
    if (!first || !places || !this.options.isAlive()) return;
    const { window, marker } = this.options;
    const near = places.spansOf(first.start, first.end)[0]?.node.parentElement;
    if (!near) return;
    const stops = marker.marks.places();
    const at = stops.findIndex(({ start, end }) => start === first.start && end === first.end);
    this.at = at;
    this.shown = marks;
    this.card ??= new Card(window.document, this.options.cardStyle(), words('card_label'));
    const content = { marks, number: at + 1, of: stops.length };
    const inside = cardContent(window.document, content, this.actionsFor(first, places));
    this.card.open(inside, box, shadeOf(near), near);
  }

  private actionsFor(mark: PageMark, places: TextPlaces): CardActions {
    const quote = places.text.slice(mark.start, mark.end);
    const when = showWhen(mark);
    const dated = when === undefined ? '' : ` (${when})`;
    return {
      copy: () => this.options.copy(`“${inOneLine(quote)}”${dated}`),
      show: (target) => this.options.show(target),
    };
  }
}

function isSelecting(selection: Selection | null): boolean {
  return selection !== null && !selection.isCollapsed;
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
