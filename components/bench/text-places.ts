import type { NodeSpan, TextPlaces } from '../../lib/marking/places.ts';

interface Piece {
  node: Text;
  start: number;
}

/** The text of an editable element as it is now, and the way between its offsets and its nodes. */
export function readPlaces(element: HTMLElement): TextPlaces {
  const pieces: Piece[] = [];
  let text = '';
  // a browser may end a line by an element instead of a line feed
  const read = (parent: Node): void => {
    for (const child of parent.childNodes) {
      if (child instanceof Text) {
        pieces.push({ node: child, start: text.length });
        text += child.data;
      } else if (child instanceof HTMLBRElement) {
        text += '\n';
      } else {
        if (text !== '' && !text.endsWith('\n')) text += '\n';
        read(child);
      }
    }
  };
  read(element);
  return {
    text,
    spansOf: (start, end) => spansOf(pieces, start, end),
    fieldAt: () => undefined,
    offsetAt: (node, offset) => {
      const piece = pieces.find((each) => each.node === node);
      return piece && piece.start + offset;
    },
  };
}

function spansOf(pieces: readonly Piece[], start: number, end: number): NodeSpan[] {
  return pieces.flatMap(({ node, start: at }) => {
    const span = { node, start: Math.max(0, start - at), end: Math.min(node.length, end - at) };
    return span.start < span.end ? span : [];
  });
}
