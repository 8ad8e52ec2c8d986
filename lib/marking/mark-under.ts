import type { PageMark } from '../case/page-mark.ts';
import { boxesOf } from './geometry.ts';
import type { MarkIndex } from './mark-index.ts';
import type { TextPlaces } from './places.ts';

/** Marks at one place of the page, the shortest first, and the box of the line they were met in. */
export interface MarksHere {
  marks: PageMark[];
  box: DOMRect;
}

/** A pointer may be this far off, in pixels. */
const slack = 2;

/** The marks under a point of the viewport. */
export function marksUnder(
  document: Document,
  point: { x: number; y: number },
  places: TextPlaces,
  index: MarkIndex,
  shadowRoots: readonly ShadowRoot[],
): MarksHere | undefined {
  if (index.marks.length === 0) return undefined;
  // Asking the registry instead takes 40 ms a call where many ranges are painted.
  const caret = document.caretPositionFromPoint(point.x, point.y, {
    shadowRoots: [...shadowRoots],
  });
  if (caret?.offsetNode.nodeType !== Node.TEXT_NODE) return undefined;
  const offset = places.offsetAt(caret.offsetNode as Text, caret.offset);
  if (offset === undefined) return undefined;
  // A caret stands between two characters: the point may be over either.
  const marks = index.at(offset);
  for (const mark of index.at(offset - 1)) if (!marks.includes(mark)) marks.push(mark);
  const here: MarksHere[] = [];
  for (const mark of marks) {
    // The caret snaps to the nearest text, however far it is.
    const box = boxesOf(places.spansOf(mark.start, mark.end)).find((one) => isOver(point, one));
    if (box) here.push({ marks: [mark], box });
  }
  const [first] = here;
  return first && { marks: here.flatMap((one) => one.marks), box: first.box };
}

/** The marks around the text cursor. */
export function marksAtCaret(
  selection: Selection | null,
  places: TextPlaces,
  index: MarkIndex,
): MarksHere | undefined {
  const { focusNode, focusOffset } = selection ?? {};
  if (!selection?.isCollapsed || focusNode?.nodeType !== Node.TEXT_NODE) return undefined;
  const offset = places.offsetAt(focusNode as Text, focusOffset ?? 0);
  if (offset === undefined) return undefined;
  return marksAtPlace(index.at(offset), places);
}

/** Marks with the box of the first line of the shortest. */
export function marksAtPlace(marks: PageMark[], places: TextPlaces): MarksHere | undefined {
  const [first] = marks;
  const box = first && boxesOf(places.spansOf(first.start, first.end))[0];
  return box && { marks, box };
}

function isOver({ x, y }: { x: number; y: number }, box: DOMRect): boolean {
  return (
    x >= box.left - slack &&
    x <= box.right + slack &&
    y >= box.top - slack &&
    y <= box.bottom + slack
  );
}
