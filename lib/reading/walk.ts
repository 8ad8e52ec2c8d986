import { type Appearance, appearanceOf } from './appearance.ts';
import type { Block } from './block.ts';
import { BlockWriter } from './block-writer.ts';
import type { Chunk, WhiteSpace } from './chunk.ts';
import { isControl, isLink, isSteering, isTextless } from './controls.ts';
import { fieldText, isField, plain } from './fields.ts';
import type { Folds } from './folds.ts';
import { isFrame, unreadFrame } from './frames.ts';
import { listMark } from './list-mark.ts';
import { unreadPicture } from './pictures.ts';
import { isPlainRow } from './rows.ts';
import { firstChildOf, isForm, nextSiblingOf, nodeTypeOf } from './tree.ts';

/** What a walk knows and keeps beyond one block. */
export interface Walk {
  /** What was read before and has not changed since. */
  kept: WeakMap<Element, Kept>;
  chunkOf: WeakMap<Text, Chunk>;
  /** Blocks under these are read anew, whatever was kept: their style may have changed. */
  stale: ReadonlySet<Node>;
  /** The shadow root of an element, also a closed one where the browser gives it. */
  shadowRootOf(element: Element): ShadowRoot | null;
  /** Called for each shadow root that is walked. */
  onShadowRoot(root: ShadowRoot): void;
  /** A field the reviewer writes in: a draft, no record. */
  isDraft(element: Element): boolean;
  /** Sections that may be folded away, with what they showed. */
  folds: Folds;
  /** The block of an element that scrolls, with what was scrolled out of it. */
  scrolling(element: Element, block: Block): Block;
  /** True when it is time to let the page have its turn. */
  isTimeUp(): boolean;
  /** Characters that may still be read. */
  room: number;
  /** Set when `room` ran out, or the page is nested too deeply. */
  cut: { full: boolean; deep: boolean };
}

/** A block as it was read, with what decides how it stands among others. */
export interface Kept {
  block: Block;
  spaced: boolean;
  listStyle: string | undefined;
}

/** What an element inherits from where it stands. */
interface Place {
  depth: number;
  space: WhiteSpace;
  visible: boolean;
  /** Among the page's own means of getting about, where links are controls. */
  steering: boolean;
  /** In a table row, where blocks are no lines of their own. */
  inRow: boolean;
  stale: boolean;
}

/** The browsers' own parsers stop at 512; deeper is no page that a person wrote. */
const deepest = 600;
/** A text node is read in parts of this size, so that a single huge one can be interrupted. */
const longestStep = 131_072;

const outermost: Place = {
  depth: 0,
  space: 'collapse',
  visible: true,
  steering: false,
  inRow: false,
  stale: false,
};

/** Reads everything an element shows. Yields when its time is up; resume it when the page had its turn. */
export function* walkPage(root: Element, walk: Walk): Generator<void, Block> {
  const writer = new BlockWriter(walk.chunkOf);
  const above = root.parentElement;
  yield* walkElement(root, writer, walk, {
    ...outermost,
    stale: above !== null && walk.stale.has(above),
  });
  return walk.scrolling(root, writer.finish());
}

function* walkChildren(
  parent: Node,
  writer: BlockWriter,
  walk: Walk,
  place: Place,
): Generator<void, void> {
  for (const child of shownChildren(parent, writer, walk)) {
    if (walk.room <= 0) return;
    const type = nodeTypeOf(child);
    if (type === Node.TEXT_NODE) {
      if (place.visible) yield* walkText(child as Text, writer, walk, place.space);
    } else if (type === Node.ELEMENT_NODE) {
      yield* walkElement(child as Element, writer, walk, place);
    }
  }
}

function* walkText(
  node: Text,
  writer: BlockWriter,
  walk: Walk,
  space: WhiteSpace,
): Generator<void, void> {
  const { line } = writer;
  const before = line.length;
  const end = Math.min(node.length, walk.room);
  for (let from = 0; from < end; from += longestStep) {
    line.node(node, from, Math.min(from + longestStep, end), space);
    if (walk.isTimeUp()) yield;
  }
  spend(walk, line.length - before);
}

function* walkElement(
  element: Element,
  writer: BlockWriter,
  walk: Walk,
  place: Place,
): Generator<void, void> {
  if (walk.isTimeUp()) yield;
  if (isForm(element)) {
    yield* walkForm(element, writer, walk, place);
    return;
  }
  if (isTextless(element)) {
    const part = place.visible ? unreadPicture(element) : undefined;
    if (part) writer.unread(part);
    return;
  }
  if (isControl(element)) return;
  if (place.steering && isLink(element)) return;
  if (place.depth > deepest) {
    walk.cut.deep = true;
    return;
  }
  const stale = place.stale || walk.stale.has(element);
  const kept = stale || place.steering || place.inRow ? undefined : walk.kept.get(element);
  if (kept) {
    writeBlock(element, kept, writer);
    spend(walk, kept.block.characters);
    return;
  }
  const look = appearanceOf(element);
  const isClosed = element.localName === 'details' && !element.hasAttribute('open');
  const folded = look.flow === 'none' || isClosed ? walk.folds.of(element) : undefined;
  if (folded) {
    writeBlock(element, { ...folded, block: { ...folded.block, folded: true } }, writer);
    spend(walk, folded.block.characters);
    return;
  }
  if (look.flow === 'none') return;
  if (isFrame(element)) {
    const part = unreadFrame(element);
    if (part) writer.unread(part);
    return;
  }
  if (isField(element)) {
    if (look.visible) readField(element, writer, walk, place.inRow);
    return;
  }
  if (walk.isDraft(element)) {
    noteDraft(element.getAttribute('aria-label') ?? '', writer);
    return;
  }
  const inner: Place = {
    depth: place.depth + 1,
    space: look.space,
    visible: look.visible,
    steering: place.steering || isSteering(element),
    inRow: place.inRow,
    stale,
  };
  if (element.localName === 'br') {
    if (place.inRow) writer.line.gap();
    else writer.line.lineBreak();
  } else if (look.flow === 'inline') {
    yield* walkChildren(element, writer, walk, inner);
  } else if (look.flow === 'apart' || place.inRow) {
    if (place.inRow && look.flow === 'cell') writer.cell();
    else writer.line.gap();
    yield* walkChildren(element, writer, walk, inner);
    writer.line.gap();
  } else {
    yield* walkBlock(element, writer, walk, inner, look);
  }
}

/** A form as a block without a look at its properties, which may be its fields. */
function* walkForm(
  form: HTMLFormElement,
  writer: BlockWriter,
  walk: Walk,
  place: Place,
): Generator<void, void> {
  const stale = place.stale || walk.stale.has(form);
  const style = getComputedStyle(form);
  if (style.display === 'none') return;
  const visible = style.visibility === 'visible';
  const inner = { ...place, depth: place.depth + 1, visible, stale };
  const isInline = style.display.startsWith('inline') || style.display === 'contents';
  const end = () => {
    if (place.inRow) writer.line.gap();
    else if (!isInline) writer.break(1);
  };
  end();
  yield* walkChildren(form, writer, walk, inner);
  end();
}

function* walkBlock(
  element: Element,
  outer: BlockWriter,
  walk: Walk,
  place: Place,
  look: Appearance,
): Generator<void, void> {
  const writer = new BlockWriter(walk.chunkOf);
  const inRow = look.flow === 'row' && isPlainRow(element);
  yield* walkChildren(element, writer, walk, { ...place, inRow });
  const own = writer.finish();
  const block = look.scrolls ? walk.scrolling(element, own) : own;
  const read: Kept = { block, spaced: look.spaced, listStyle: look.listStyle };
  writeBlock(element, read, outer);
  const isWhole = !walk.cut.full && !walk.cut.deep;
  if (isWhole && !read.block.volatile && !place.steering) walk.kept.set(element, read);
  if (isWhole && place.visible && walk.folds.isFold(element)) walk.folds.keep(element, read);
}

/** A block with what its surroundings put before and after it. */
function writeBlock(
  element: Element,
  { block, spaced, listStyle }: Kept,
  outer: BlockWriter,
): void {
  const lines = spaced ? 2 : 1;
  outer.break(lines);
  if (listStyle !== undefined) outer.lead(listMark(element, listStyle));
  const term = element.localName === 'dd' ? element.previousElementSibling : null;
  if (term?.localName === 'dt')
    outer.join({ label: plain(term.textContent ?? ''), whenShown: true });
  outer.block(block);
  if (term) outer.endJoin();
  outer.break(lines);
}

function readField(element: Element, writer: BlockWriter, walk: Walk, inRow: boolean): void {
  writer.volatile = true;
  const field = fieldText(element);
  if (!field) return;
  if (walk.isDraft(element)) {
    noteDraft(field.label, writer);
    return;
  }
  writer.field(field, element, inRow);
  spend(walk, field.value.length);
}

function noteDraft(label: string, writer: BlockWriter): void {
  writer.volatile = true;
  writer.unread({ code: 'CG-104', what: label });
}

/** The children an element shows, in the order it shows them. */
function* shownChildren(parent: Node, writer: BlockWriter, walk: Walk): Generator<Node, void> {
  if (nodeTypeOf(parent) === Node.ELEMENT_NODE && !isForm(parent)) {
    const element = parent as Element;
    const root = walk.shadowRootOf(element);
    if (root) {
      walk.onShadowRoot(root);
      yield* siblings(firstChildOf(root));
      return;
    }
    if (element.localName === 'slot') {
      // What a slot shows moves without a mutation inside it.
      writer.volatile = true;
      const assigned = (element as HTMLSlotElement).assignedNodes();
      if (assigned.length > 0) {
        yield* assigned;
        return;
      }
    }
    if (element.localName === 'details' && !element.hasAttribute('open')) {
      const summary = Array.from(element.children).find((child) => child.localName === 'summary');
      if (summary) yield summary;
      return;
    }
  }
  yield* siblings(firstChildOf(parent));
}

function* siblings(first: Node | null): Generator<Node, void> {
  for (let node = first; node; node = nextSiblingOf(node)) yield node;
}

function spend(walk: Walk, characters: number): void {
  walk.room -= characters;
  if (walk.room <= 0) walk.cut.full = true;
}
