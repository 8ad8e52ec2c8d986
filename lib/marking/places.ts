/** A part of one text node. */
export interface NodeSpan {
  node: Text;
  start: number;
  end: number;
}

/** The way between offsets of a text and the page that shows it, as marking needs it. */
export interface TextPlaces {
  readonly text: string;
  spansOf(start: number, end: number): NodeSpan[];
  fieldAt(start: number, end: number): Element | undefined;
  offsetAt(node: Text, offset: number): number | undefined;
}
