import type { MarkTarget, PageMark } from '../../lib/case/page-mark.ts';
import { showPassage } from '../../lib/marking/flash.ts';
import { HighlightPainter } from '../../lib/marking/highlight-painter.ts';
import { Marker } from '../../lib/marking/marker.ts';
import type { TextPlaces } from '../../lib/marking/places.ts';
import { readPlaces } from './text-places.ts';

/** Longer pastes are put in by us: the browser takes seconds to make them undoable. */
const longPaste = 20_000;

export interface MarkedTextOptions {
  onInput(text: string): void;
  /** A passage was clicked: where it leads in the review. */
  onPassage(target: MarkTarget): void;
}

/**
 * An editable text with the marks of the review painted over it, as in a portal's page. It is no
 * form field: browsers keep what stands in those to restore it, and case text is never stored.
 */
export class MarkedText {
  private readonly element: HTMLElement;
  private readonly marker: Marker;
  private readonly ended = new AbortController();
  private places: TextPlaces;

  constructor(element: HTMLElement, { onInput, onPassage }: MarkedTextOptions) {
    const { signal } = this.ended;
    this.element = element;
    // some browsers send what is written to a service that suggests how to go on
    element.setAttribute('writingsuggestions', 'false');
    this.places = readPlaces(element);
    const painter = new HighlightPainter(CSS.highlights);
    this.marker = new Marker({ window, painter, signal, onGivenUp: () => undefined });
    const changed = () => {
      this.read();
      onInput(this.places.text);
    };
    element.addEventListener('input', changed, { signal });
    element.addEventListener('paste', (event) => this.onPaste(event, changed), { signal });
    element.addEventListener('click', (event) => this.onClick(event, onPassage), { signal });
  }

  get text(): string {
    return this.places.text;
  }

  setText(text: string): void {
    if (text === this.text) return;
    this.element.textContent = text;
    this.read();
  }

  setMarks(marks: readonly PageMark[], of: string): void {
    this.marker.setMarks(marks, of);
  }

  /** Sets a passage off while a verdict is pointed at. */
  point(span: { start: number; end: number } | undefined): void {
    this.marker.setCurrent(span);
  }

  /** Scrolls to a passage and flashes it; false when it is gone. */
  show(span: { start: number; end: number }): boolean {
    return showPassage(span, this.places, this.marker, this.ended.signal) === 'shown';
  }

  stop(): void {
    this.ended.abort();
  }

  private read(): void {
    this.places = readPlaces(this.element);
    this.marker.setPlaces(this.places);
  }

  private onPaste(event: ClipboardEvent, changed: () => void): void {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    const range = getSelection()?.getRangeAt(0);
    if (pasted.length < longPaste || !range) return;
    event.preventDefault();
    range.deleteContents();
    range.insertNode(document.createTextNode(pasted.replace(/\r\n?/g, '\n')));
    range.collapse(false);
    this.element.normalize();
    changed();
  }

  private onClick({ clientX, clientY }: MouseEvent, onPassage: (to: MarkTarget) => void): void {
    if (getSelection()?.isCollapsed === false) return;
    const caret = document.caretPositionFromPoint(clientX, clientY);
    if (!(caret?.offsetNode instanceof Text)) return;
    const offset = this.places.offsetAt(caret.offsetNode, caret.offset);
    if (offset === undefined) return;
    const mark = this.marker.marks.at(offset).find(({ target }) => target.criterion !== undefined);
    if (mark) onPassage(mark.target);
  }
}
