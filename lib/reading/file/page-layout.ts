/**
 * From the pieces of text on a page, each with its place, to text in reading order: lines from top
 * to bottom, columns of prose one after the other, cells of a table row apart by tabs, an empty
 * line between paragraphs. Every character of a piece stays, so that an offset leads back to it.
 */

/** A piece of text as a page places it, in points or pixels; `y` of its baseline, downwards. */
export interface PageItem {
  text: string;
  x: number;
  y: number;
  width: number;
  /** The size of the letters. */
  height: number;
  /** Turned text is read apart from the rest, after it. */
  angle?: number;
  /** How sure text recognition is, 0 to 100; absent where the page itself holds the text. */
  confidence?: number;
}

/** Where an item stands in the text: `text.slice(start, start + item.text.length)` is its text. */
export interface PlacedItem {
  start: number;
  item: number;
}

export interface PageLayout {
  text: string;
  placed: PlacedItem[];
}

/** Items of one line without a wide gap between them. */
interface Segment {
  items: number[];
  left: number;
  right: number;
  characters: number;
}

interface Line {
  y: number;
  height: number;
  segments: Segment[];
}

/** In heights of a letter: what parts words, cells, and paragraphs. */
const wordGap = 0.12;
const cellGap = 1.3;
const paragraphGap = 1.75;
/** A baseline differs by less than this within a line. */
const baselineSlack = 0.45;
/** Columns of prose run over at least so many lines, and hold so many characters a line. */
const columnLines = 5;
const columnCharacters = 24;

export function layOutPage(items: readonly PageItem[]): PageLayout {
  const upright = indexesOf(items, ({ angle = 0 }) => Math.abs(angle) < 0.1);
  const turned = indexesOf(items, ({ angle = 0 }) => Math.abs(angle) >= 0.1);
  const writer = new Writer(items);
  writer.lines(inReadingOrder(linesOf(items, upright)));
  for (const index of turned) writer.line([{ ...emptySegment(items, index), items: [index] }]);
  return writer.done();
}

function indexesOf(items: readonly PageItem[], fits: (item: PageItem) => boolean): number[] {
  return items.flatMap((item, index) => (item.text.trim() !== '' && fits(item) ? [index] : []));
}

function emptySegment(items: readonly PageItem[], index: number): Segment {
  const { x, width, text } = items[index] as PageItem;
  return { items: [], left: x, right: x + width, characters: text.length };
}

function linesOf(items: readonly PageItem[], indexes: readonly number[]): Line[] {
  const at = (index: number) => items[index] as PageItem;
  const sorted = [...indexes].sort((a, b) => at(a).y - at(b).y || at(a).x - at(b).x);
  const lines: { y: number; height: number; items: number[] }[] = [];
  for (const index of sorted) {
    const { y, height } = at(index);
    const line = lines.at(-1);
    const slack = baselineSlack * Math.max(height, line?.height ?? height);
    if (line && y - line.y <= slack) {
      line.items.push(index);
      line.height = Math.max(line.height, height);
    } else lines.push({ y, height, items: [index] });
  }
  return lines.map(({ y, height, items: found }) => ({
    y,
    height,
    segments: segmentsOf(
      items,
      found.sort((a, b) => at(a).x - at(b).x),
      height,
    ),
  }));
}

function segmentsOf(items: readonly PageItem[], indexes: readonly number[], height: number) {
  const segments: Segment[] = [];
  for (const index of indexes) {
    const { x, width, text } = items[index] as PageItem;
    const last = segments.at(-1);
    if (last && x - last.right < cellGap * height) {
      last.items.push(index);
      last.right = Math.max(last.right, x + width);
      last.characters += text.length;
    } else segments.push({ ...emptySegment(items, index), items: [index] });
  }
  return segments;
}

/** Runs of lines that share a gutter with prose on both sides are two columns, else rows. */
function inReadingOrder(lines: readonly Line[]): Line[] {
  const ordered: Line[] = [];
  for (let from = 0; from < lines.length; ) {
    const run = columnRun(lines, from);
    if (run === undefined) {
      ordered.push(lines[from] as Line);
      from += 1;
      continue;
    }
    const { to, gutter } = run;
    const part = lines.slice(from, to);
    ordered.push(...inReadingOrder(side(part, ({ right }) => right <= gutter)));
    ordered.push(...inReadingOrder(side(part, ({ right }) => right > gutter)));
    from = to;
  }
  return ordered;
}

function side(lines: readonly Line[], isHere: (segment: Segment) => boolean): Line[] {
  return lines.flatMap((line) => {
    const segments = line.segments.filter(isHere);
    return segments.length > 0 ? [{ ...line, segments }] : [];
  });
}

/** The lines from `from` on that are parted at one place, if they are columns of prose. */
function columnRun(
  lines: readonly Line[],
  from: number,
): { to: number; gutter: number } | undefined {
  const first = lines[from] as Line;
  if (first.segments.length < 2) return undefined;
  for (let at = 1; at < first.segments.length; at += 1) {
    let left = (first.segments[at - 1] as Segment).right;
    let right = (first.segments[at] as Segment).left;
    let to = from;
    const sides = { left: 0, right: 0, leftLines: 0, rightLines: 0, both: 0 };
    for (; to < lines.length; to += 1) {
      const line = lines[to] as Line;
      const before = line.segments.filter(
        (segment) => segment.left < right && segment.right <= right,
      );
      const after = line.segments.filter(
        (segment) => segment.left >= left && !before.includes(segment),
      );
      if (before.length + after.length < line.segments.length) break;
      const newLeft = Math.max(left, ...before.map((segment) => segment.right));
      const newRight = Math.min(right, ...after.map((segment) => segment.left));
      if (newRight - newLeft < 0.6 * line.height) break;
      // A row of a table has more cells; a column has one stretch of words on its side.
      if (before.length > 1 || after.length > 1) break;
      left = newLeft;
      right = newRight;
      if (before[0]) {
        sides.left += before[0].characters;
        sides.leftLines += 1;
      }
      if (after[0]) {
        sides.right += after[0].characters;
        sides.rightLines += 1;
      }
      if (before[0] && after[0]) sides.both += 1;
    }
    const isProse =
      sides.both >= columnLines &&
      sides.left / sides.leftLines >= columnCharacters &&
      sides.right / sides.rightLines >= columnCharacters;
    if (isProse) return { to, gutter: (left + right) / 2 };
  }
  return undefined;
}

/** Writes lines, keeping where each item went. */
class Writer {
  private readonly items: readonly PageItem[];
  private readonly parts: string[] = [];
  private readonly placed: PlacedItem[] = [];
  private length = 0;

  constructor(items: readonly PageItem[]) {
    this.items = items;
  }

  lines(lines: readonly Line[]): void {
    let before: Line | undefined;
    for (const line of lines) {
      // Downwards by more than lines of one paragraph are apart, or up: another column begins.
      const step = before ? line.y - before.y : 0;
      const height = Math.max(line.height, before?.height ?? 0);
      if (before && (step > paragraphGap * height || step < 0)) this.own('\n');
      this.line(line.segments);
      before = line;
    }
  }

  line(segments: readonly Segment[]): void {
    if (this.length > 0) this.own('\n');
    segments.forEach(({ items }, at) => {
      if (at > 0) this.own('\t');
      let end: number | undefined;
      for (const index of items) {
        const { x, width, height, text } = this.items[index] as PageItem;
        const isParted = end !== undefined && x - end > wordGap * height;
        if (isParted && !this.endsInSpace() && !/^\s/.test(text)) this.own(' ');
        this.placed.push({ start: this.length, item: index });
        this.own(text);
        end = x + width;
      }
    });
  }

  done(): PageLayout {
    return { text: this.parts.join(''), placed: this.placed };
  }

  private own(words: string): void {
    this.parts.push(words);
    this.length += words.length;
  }

  private endsInSpace(): boolean {
    return /\s$/.test(this.parts.at(-1) ?? '');
  }
}
